"""Fonts, sizes and ready-made pieces of the shot list, made once a theme, text size and screen."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPixmap,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from topa_studio.base.spelling import composed
from topa_studio.model.mentions import mentions
from topa_studio.ui.film.look import Look
from topa_studio.ui.film.marked import mark_colour
from topa_studio.ui.film.search import Span
from topa_studio.ui.look.theme import mix, scaled, ui_font
from topa_studio.ui.shot_list.columns import Column, head_word
from topa_studio.ui.shot_list.lines import Heights
from topa_studio.ui.widgets.parts import covering
from topa_studio.ui.writing.mention_marks import Places

_SHOT, _SCENE, _HEAD, _FOOT = 54, 34, 32, 40
_PICTURE = QSize(72, 40)
_KEPT_LINES, _KEPT_PICTURES, _KEPT_WORDS = 400, 300, 2000
_LETTERS, _BEHIND = 600, 24
_CHIP_ALPHA = 44
_ROOM = 3.0
_TIGHTER = 8
_FIRST_RTL = "\u0590"  # before it all scripts go from left to right, a sign a place of Qt's
_BEFORE, _LEAD, _MORE = 18, "… ", 30
_Asked = tuple[str, int, int, tuple[str, ...], tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A few lines of words, ready to be painted, with the grounds of the mentions in them.

    `parts`: what is laid out, and how many lines of each are shown.
    """

    parts: tuple[tuple[QTextLayout, int], ...]
    chips: tuple[tuple[QRectF, QColor], ...]
    height: float

    def paint(self, painter: QPainter, at: QPointF, ink: QColor) -> None:
        """Paint it in `ink` from its upper left corner on."""
        painter.setPen(Qt.PenStyle.NoPen)
        for box, colour in self.chips:
            painter.setBrush(colour)
            painter.drawRoundedRect(box.translated(at), 4, 4)
        painter.setPen(ink)
        for layout, lines in self.parts:
            for line in range(lines):
                layout.lineAt(line).draw(painter, at)


class ListLook(Look):
    """What the cells are painted with, beside what cards are.

    Attributes:
        heights: of a scene's line and a shot's. chips: those that were painted, by what they say.
        rise: from the middle of a line of words to its base. mark: how large a state's shape is.
        head_height, foot_height: of what stands over and
            under the table. picture: how large a picture is. ground, chosen: of a row.
    """

    def __init__(self, ratio: float = 1.0) -> None:
        super().__init__(ratio)
        self.small = ui_font(12, QFont.Weight.Medium)
        self.small_metrics = QFontMetrics(self.small)
        self.strong = ui_font(12, QFont.Weight.DemiBold)
        self.strong_metrics = QFontMetrics(self.strong)
        self.head_font = ui_font(11, QFont.Weight.DemiBold)
        self.head_metrics = QFontMetrics(self.head_font)
        least = 2 * self.meta_metrics.lineSpacing() + scaled(12)
        scene = max(scaled(_SCENE), self.heading_metrics.height() + 12)
        self.heights = Heights(scene, max(scaled(_SHOT), least))
        self.head_height = max(scaled(_HEAD), self.head_metrics.height() + 12)
        self.foot_height = max(scaled(_FOOT), self.meta_metrics.height() + 14)
        self.picture = QSize(scaled(_PICTURE.width()), scaled(_PICTURE.height()))
        self.ground = self.colours.bg
        self.chosen = mix(self.colours.bg, self.colours.raised, 0.9)
        if not self.colours.is_dark:
            self.chosen = mix(self.colours.panel, self.colours.accent, 0.08)
        self._breaks = QTextOption()
        self._breaks.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._letter = max(1, self.meta_metrics.averageCharWidth() * 3 // 4)
        self._line_step = self.meta_metrics.lineSpacing() + scaled(3)
        self._paragraphs: OrderedDict[_Asked, Paragraph] = OrderedDict()
        self._fitted: OrderedDict[tuple[str, int, bool], tuple[str, int]] = OrderedDict()
        self._pictures: OrderedDict[tuple[int, int, int], QPixmap] = OrderedDict()
        self.chips: OrderedDict[tuple[object, ...], QPixmap] = OrderedDict()
        self.rise = self.meta_metrics.ascent() - self.meta_metrics.height() / 2
        self.mark = max(8, self.meta_metrics.xHeight() + 2)

    @cached_property
    def blank(self) -> QPixmap:
        """What stands where a shot has no picture: stripes with round corners."""
        made = QPixmap(self.picture * self.ratio)
        made.setDevicePixelRatio(self.ratio)
        made.fill(Qt.GlobalColor.transparent)
        with QPainter(made) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.stripes)
            painter.drawRoundedRect(QRectF(0, 0, self.picture.width(), self.picture.height()), 4, 4)
        return made

    def head_widths(self) -> dict[Column, int]:
        """How wide the word over each column is."""
        return {c: self.head_metrics.horizontalAdvance(head_word(c)) for c in Column}

    def fitted(self, words: str, width: int, *, strong: bool = False) -> tuple[str, int]:
        """As much of `words` as there is room for, and how wide that is."""
        key = (words, width, strong)
        found = self._fitted.get(key)
        if found is None:
            metrics = self.small_metrics if strong else self.meta_metrics
            shown, wide = words, metrics.horizontalAdvance(words)
            if wide > width:
                shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
                wide = metrics.horizontalAdvance(shown)
            found = self._fitted[key] = shown, wide
            while len(self._fitted) > _KEPT_WORDS:
                self._fitted.popitem(last=False)
        return found

    def paragraph(
        self,
        text: str,
        width: int,
        lines: int,
        colours: Mapping[str, QColor],
        marks: tuple[Span, ...] = (),
    ) -> Paragraph:
        """`text` in so many lines at most, its mentions as chips in the colours of elements.

        `marks` in it stand out; where none would be seen, the lines begin before the first.
        """
        key = (text if marks else text[:_LETTERS], width, lines, tuple(colours), marks)
        found = self._paragraphs.get(key)
        if found is None:
            if marks and not self._sees(text, width, lines, colours, marks[0]):
                text, marks = around(text, marks)
            found = self._laid_out(text[:_LETTERS], width, lines, colours, marks)
            self._paragraphs[key] = found
            while len(self._paragraphs) > _KEPT_LINES:
                self._paragraphs.popitem(last=False)
        else:
            self._paragraphs.move_to_end(key)
        return found

    def _sees(
        self, text: str, width: int, lines: int, colours: Mapping[str, QColor], mark: Span
    ) -> bool:
        """Whether so many lines from the start of a text show a mark in it whole."""
        if mark[1] > _LETTERS:
            return False
        layout = self._layout(text[: mark[1] + 1], width, colours, lines + 1)
        return layout.lineCount() < lines or (
            layout.lineCount() == lines
            and layout.lineAt(lines - 1).naturalTextWidth() < width - scaled(_MORE)
        )

    def _laid_out(
        self,
        text: str,
        width: int,
        lines: int,
        colours: Mapping[str, QColor],
        marks: tuple[Span, ...],
    ) -> Paragraph:
        words = " ".join(text.split())
        # Where the lines break, nothing that stands far behind them has a say.
        few = lines * width // self._letter + _BEHIND
        layout = self._layout(words[:few], width, colours, lines + 1)
        if layout.lineCount() <= lines and few < len(words):
            layout = self._layout(words, width, colours, lines + 1)
        start = layout.lineAt(lines - 1).textStart() if layout.lineCount() > lines else 0
        if start and words[start - 1] == " " and max(words) < _FIRST_RTL:
            return self._cut(layout, start, width, lines, colours, marks)
        room = width - 4
        # Mentions are wider than the words that the width is measured by.
        while layout.lineCount() > lines and room > 0:
            rest = self.meta_metrics.elidedText(
                _from(words, start), Qt.TextElideMode.ElideRight, room
            )
            layout = self._layout(_until(words, start) + rest, width, colours, lines + 1)
            room -= _TIGHTER
        count = min(layout.lineCount(), lines)
        bottom = layout.lineAt(count - 1) if count else None
        height = bottom.y() + bottom.height() if bottom is not None else 0.0
        chips = [*self._chips(layout, colours, count), *self._marks(layout, marks, count)]
        return Paragraph(((layout, layout.lineCount()),), tuple(chips), height)

    def _cut(
        self,
        layout: QTextLayout,
        start: int,
        width: int,
        lines: int,
        colours: Mapping[str, QColor],
        marks: tuple[Span, ...],
    ) -> Paragraph:
        """Its lines before the last as they are laid out; only the last, at `start`, is anew."""
        rest, room, top = layout.text()[start:], width - 4, (lines - 1) * self._line_step
        last = layout
        while last is layout or (last.lineCount() > 1 and room > 0):
            shown = self.meta_metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room)
            last = self._layout(shown, width, colours, 2, top)
            room -= _TIGHTER
        bottom = last.lineAt(0)
        moved = tuple((max(0, a - start), b - start) for a, b in marks if b > start)
        chips = [*self._chips(layout, colours, lines - 1), *self._chips(last, colours, 1)]
        chips += [*self._marks(layout, marks, lines - 1), *self._marks(last, moved, 1)]
        parts = (layout, lines - 1), (last, last.lineCount())
        return Paragraph(parts, tuple(chips), bottom.y() + bottom.height())

    def _layout(
        self, words: str, width: int, colours: Mapping[str, QColor], most: int, top: float = 0.0
    ) -> QTextLayout:
        """The first lines of words, at `most` so many, one below the other from `top` on."""
        layout = QTextLayout(words, self.meta)
        layout.setTextOption(self._breaks)
        if formats := self._formats(words, colours):
            layout.setFormats(formats)
        layout.beginLayout()
        for _line in range(most):
            if not (line := layout.createLine()).isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += self._line_step
        layout.endLayout()
        return layout

    def _formats(self, words: str, colours: Mapping[str, QColor]) -> list[QTextLayout.FormatRange]:
        made: list[QTextLayout.FormatRange] = []
        found = mentions(words, colours)
        if not found:
            return made
        places = Places(words)
        for mention in found:
            form = QTextCharFormat()
            colour = colours.get(mention.name)
            if colour is None and mention.end >= len(words) - 1 and words.endswith("…"):
                continue  # a name that is cut short is nobody's mistake
            form.setForeground(colour if colour is not None else self.colours.bad)
            if colour is not None:
                form.setFontWeight(QFont.Weight.DemiBold)
            else:
                form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            start, end = places.of(mention.start), places.of(mention.end)
            made.append(_range(start, end - start, form))
            for at in (mention.start - 1, mention.end):
                if 0 <= at < len(words) and words[at] == " ":
                    wide = QTextCharFormat()
                    wide.setFontWordSpacing(_ROOM)
                    made.append(_range(places.of(at), 1, wide))
        return made

    def _chips(
        self, layout: QTextLayout, colours: Mapping[str, QColor], lines: int
    ) -> list[tuple[QRectF, QColor]]:
        words = layout.text()
        made: list[tuple[QRectF, QColor]] = []
        found = mentions(words, colours)
        if not found:
            return made
        places = Places(words)
        for mention in found:
            colour = colours.get(mention.name)
            if colour is None:
                continue
            ground = QColor(colour)
            ground.setAlpha(_CHIP_ALPHA)
            start, end = places.of(mention.start), places.of(mention.end)
            made += [(box, ground) for box in _boxes(layout, start, end, lines)]
        return made

    def _marks(
        self, layout: QTextLayout, marks: tuple[Span, ...], lines: int
    ) -> list[tuple[QRectF, QColor]]:
        if not marks:
            return []
        words, ground = layout.text(), mark_colour(self.colours.raised)
        places = Places(words)
        seen = len(words) - words.endswith("…")
        return [
            (box, ground)
            for start, end in marks
            if start < seen
            for box in _boxes(layout, places.of(start), places.of(min(end, seen)), lines)
        ]

    def rounded(self, picture: QPixmap, size: QSize, radius: int = 4) -> QPixmap:
        """`picture` cut to fill `size`, with round corners."""
        key = (picture.cacheKey(), size.width(), size.height())
        found = self._pictures.get(key)
        if found is None:
            found = self._pictures[key] = _cut(picture, size, radius, self.ratio)
            while len(self._pictures) > _KEPT_PICTURES:
                self._pictures.popitem(last=False)
        else:
            self._pictures.move_to_end(key)
        return found


def one_line(text: str) -> str:
    """Words as a cell shows them, in which marks are found."""
    return composed(" ".join(text.split()))


def around(text: str, marks: tuple[Span, ...]) -> tuple[str, tuple[Span, ...]]:
    """The words from a bit before the first mark on, and the marks in them."""
    start = max(0, marks[0][0] - _BEFORE)
    start = text.rfind(" ", 0, start) + 1
    moved = len(_LEAD) - start
    shifted = tuple((begin + moved, end + moved) for begin, end in marks)
    return f"{_LEAD}{text[start:]}", shifted


def _boxes(layout: QTextLayout, start: int, end: int, lines: int) -> list[QRectF]:
    """Where letters stand on the first lines, a box on each."""
    made = []
    for number in range(lines):
        line = layout.lineAt(number)
        first, last = line.textStart(), line.textStart() + line.textLength()
        if start < last and end > first:
            left, right = _x(line, max(start, first)), _x(line, min(end, last))
            made.append(QRectF(left - 3, line.y() - 1, right - left + 6, line.height() + 2))
    return made


def _range(start: int, length: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, form
    return made


def _x(line: object, place: int) -> float:
    found: object = line.cursorToX(place)  # type: ignore[attr-defined]
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]


def _from(words: str, start: int) -> str:
    """The words from one of Qt's places on."""
    return words.encode("utf-16-le", "surrogatepass")[2 * start :].decode("utf-16-le", "replace")


def _until(words: str, start: int) -> str:
    return words.encode("utf-16-le", "surrogatepass")[: 2 * start].decode("utf-16-le", "replace")


def _cut(picture: QPixmap, size: QSize, radius: int, ratio: float) -> QPixmap:
    made = QPixmap(size * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
    )
    whole = QRectF(0, 0, size.width(), size.height())
    shape = QPainterPath()
    shape.addRoundedRect(whole, radius, radius)
    painter.setClipPath(shape)
    painter.drawPixmap(whole, picture, covering(picture, size))
    painter.end()
    return made
