"""Where the mentions of a paragraph are seen: boxes of the lines in sight, of no others."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextLine

from topa_studio.model.mentions import Mention
from topa_studio.ui.writing.mention_marks import Places

_AROUND = 4.0  # a chip stands out of its line by less


def mention_boxes(
    block: QTextBlock,
    find: Callable[[str], tuple[Mention, ...]],
    place: QRectF,
    seen: QRectF,
) -> Iterator[tuple[Mention, QRectF]]:
    """Boxes of the mentions in those lines of a paragraph at `place` that `seen` meets."""
    lines = _lines_between(block, seen.top() - place.top(), seen.bottom() - place.top())
    if not lines:
        return
    first, end = lines[0].textStart(), lines[-1].textStart() + lines[-1].textLength()
    text = block.text()
    places = Places(text)
    letters = QFontMetricsF(block.charFormat().font())
    for mention in find(text):
        start, stop = places.of(mention.start), places.of(mention.end)
        if start < end and stop > first:
            for line in _lines_of(lines, start, stop):
                yield mention, _box(line, start, stop, place, letters)


def _lines_between(block: QTextBlock, top: float, bottom: float) -> list[QTextLine]:
    """The lines that are seen between two heights of the paragraph; the first by halving."""
    layout = block.layout()
    low, high = 0, layout.lineCount()
    while low < high:
        middle = (low + high) // 2
        line = layout.lineAt(middle)
        if line.y() + line.height() + _AROUND < top:
            low = middle + 1
        else:
            high = middle
    found = []
    for number in range(low, layout.lineCount()):
        line = layout.lineAt(number)
        if line.y() - _AROUND > bottom:
            break
        found.append(line)
    return found


def _lines_of(lines: list[QTextLine], start: int, stop: int) -> Iterator[QTextLine]:
    for line in lines:
        if line.textStart() < stop and line.textStart() + line.textLength() > start:
            yield line


def _box(line: QTextLine, start: int, stop: int, place: QRectF, letters: QFontMetricsF) -> QRectF:
    left = _x(line, max(start, line.textStart()))
    right = _x(line, min(stop, line.textStart() + line.textLength()))
    top = place.top() + line.y() + line.ascent() - letters.ascent()
    return QRectF(place.left() + left - 3, top - 2, right - left + 6, letters.height() + 4)


def _x(line: QTextLine, place: int) -> float:
    found: object = line.cursorToX(place)
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
