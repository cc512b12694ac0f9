"""Words in a box of a page: what fits is drawn, what does not is marked and goes on elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPagedPaintDevice,
    QPainter,
    QTextLayout,
    QTextOption,
)

_MORE = "…"


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of text of one look; `space` is left above it."""

    text: str
    font: QFont
    colour: QColor
    space: float = 0.0


@dataclass(frozen=True)
class _Line:
    """A line at its height. `cut`: its words where they are not all that stood there."""

    layout: QTextLayout
    number: int
    top: float
    block: Block
    cut: str | None = None


@dataclass
class Fitted:
    """What fits into a box, how high that is, and what does not.

    `broken`: the paragraph of which only the first lines fit.
    """

    lines: list[_Line] = field(default_factory=list)
    height: float = 0.0
    rest: list[Block] = field(default_factory=list)
    broken: QTextLayout | None = None

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw what fits."""
        for line in self.lines:
            painter.setFont(line.block.font)
            painter.setPen(line.block.colour)
            found = line.layout.lineAt(line.number)
            if line.cut is None:
                found.draw(painter, QPointF(left - found.x(), top + line.top - found.y()))
            else:
                painter.drawText(QPointF(left, top + line.top + found.ascent()), line.cut)


class Flow:
    """Lays text out for one device."""

    def __init__(self, device: QPagedPaintDevice) -> None:
        self._device = device
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def fit(
        self, blocks: Sequence[Block], width: float, height: float, mark: str | None = None
    ) -> Fitted:
        """As much as fits; with `mark` the last line of what goes on elsewhere ends in it."""
        found = Fitted()
        for at, block in enumerate(blocks):
            left = self._fit_block(found, block, width, height)
            if left is not None:
                found.rest = [*([left] if left.text.strip() else []), *blocks[at + 1 :]]
                if mark is not None and found.lines:
                    self._mark(found, width, mark)
                break
        return found

    def _fit_block(self, found: Fitted, block: Block, width: float, height: float) -> Block | None:
        """What of a block is left; None: nothing."""
        top = found.height + (block.space if found.lines else 0.0)
        paragraphs = block.text.split("\n")
        for at, paragraph in enumerate(paragraphs):
            layout = self._laid(paragraph, block.font, width)
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                if top + line.height() > height:
                    found.broken = layout if number else None
                    words = [paragraph[line.textStart() :], *paragraphs[at + 1 :]]
                    return replace(block, text="\n".join(words))
                found.lines.append(_Line(layout, number, top, block))
                top += line.height()
                found.height = top
        return None

    def _mark(self, found: Fitted, width: float, mark: str) -> None:
        """The last line says that it is not the end; one that is cut goes on elsewhere."""
        last = found.lines.pop()
        line = last.layout.lineAt(last.number)
        start = line.textStart()
        whole = last.layout.text()[start : start + line.textLength()]
        here = whole.rstrip()
        metrics = QFontMetricsF(last.block.font, self._device)
        ending = f"{_MORE} {mark}".rstrip()
        room = max(0.0, width - metrics.horizontalAdvance(ending))
        short = here
        while short and metrics.horizontalAdvance(short) > room:
            short = short[:-1]
        found.lines.append(replace(last, cut=f"{short.rstrip()}{ending}"))
        if short == here:
            return
        if last.layout is found.broken:
            found.rest[0] = replace(found.rest[0], text=f"{whole}{found.rest[0].text}")
        else:
            found.rest.insert(0, replace(last.block, text=here))

    def line_height(self, font: QFont) -> float:
        """How high a line is."""
        laid = self._laid("X", font, 1e6)  # a line is only as long there as its layout
        return laid.lineAt(0).height()

    def one_line(self, text: str, font: QFont, width: float) -> str:
        """Text on one line, cut visibly where it is too long."""
        text = " ".join(text.split())
        metrics = QFontMetricsF(font, self._device)
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)

    def width(self, text: str, font: QFont) -> float:
        """How wide a text is on one line."""
        return QFontMetricsF(font, self._device).horizontalAdvance(text)

    def _laid(self, paragraph: str, font: QFont, width: float) -> QTextLayout:
        layout = QTextLayout(paragraph, font, self._device)
        layout.setTextOption(self._option)
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return layout
