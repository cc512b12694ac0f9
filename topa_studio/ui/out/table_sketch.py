"""The first rows of a shot list, drawn as its file will show them: its columns, and pictures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from topa_studio.film.paper.choices import Column, PaperShot
from topa_studio.film.paper.plan import PaperPlan
from topa_studio.film.paper.table import Cell, cells, heads
from topa_studio.film.timing import Cut
from topa_studio.paint.letters import wrapped
from topa_studio.ui.look.colours import PAPER
from topa_studio.ui.look.theme import scaled, ui_font
from topa_studio.ui.out.sketch import paint_picture
from topa_studio.ui.small_pictures.thumbnails import Thumbnails
from topa_studio.ui.widgets.parts import text_label
from topa_studio.ui.words import number, sentence

ROWS = 6
_LINES, _MANY = 3, 1000
_WRAPPED = int(Qt.TextFlag.TextWordWrap)
_PAD, _PICTURE_WIDE, _USUAL_WIDE = 5, 84, 92
_WIDE = {
    Column.TITLE: 110, Column.WORDS: 190, Column.LINES: 150, Column.NOTES: 130,
    Column.COMMENTS: 150, Column.SECONDS: 64, Column.NUMBER: 48, Column.COST: 56, Column.TAKES: 64,
    Column.SOUND: 56, Column.PICTURE: _PICTURE_WIDE,
}  # fmt: skip


class TableSketch(QWidget):
    """Of a shot list; is hidden where there is none. What is wider than its room scrolls."""

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self.table = _Table(thumbnails)
        self._room = QScrollArea()
        self._room.setWidget(self.table)
        self._room.setFrameShape(QFrame.Shape.NoFrame)
        self._room.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._room.setAccessibleName(self.tr("The first rows, about as they will be"))
        self.says = text_label("", "dim")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._room)
        column.addWidget(self.says, 0, Qt.AlignmentFlag.AlignRight)
        self.hide()

    def show_plan(self, plan: PaperPlan | None, *, pictured: bool) -> None:
        """Show its first rows; `pictured`: its file can hold pictures."""
        self.setVisible(plan is not None)
        if plan is None:
            return
        self.table.show_plan(plan, pictured=pictured)
        bar = self._room.horizontalScrollBar().sizeHint().height()
        self._room.setFixedHeight(self.table.height() + bar)
        words = self.tr("The first rows, about as they will be")
        left = len(plan.shots) - len(self.table.rows)
        more = self.tr("%n more follow", "", left) if left else ""
        self.says.setText(" · ".join(filter(None, (words, more))))


class _Table(QWidget):
    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._thumbnails = thumbnails
        self._shots: Sequence[PaperShot] = ()
        self._cuts: dict[str, Cut] = {}
        self._ratio = 1.0
        self.columns: tuple[Column, ...] = ()
        self.heads: list[str] = []
        self.rows: list[list[str]] = []
        thumbnails.ready.connect(self._come)

    def show_plan(self, plan: PaperPlan, *, pictured: bool) -> None:
        wanted = plan.choices.columns
        self.columns = tuple(c for c in wanted if pictured or c is not Column.PICTURE)
        self._shots = plan.shots[:ROWS]
        self._cuts = {cut.key: cut for cut in plan.film.cuts}
        self._ratio = plan.film.ratio
        self.heads = heads(self.columns, _say)
        self.rows = [[_shown(cell) for cell in cells(shot, self.columns, _say)]
                     for shot in self._shots]  # fmt: skip
        spoken = ("; ".join(filter(None, row)) for row in [self.heads, *self.rows])
        self.setAccessibleName("\n".join(spoken))
        high = self._head_high + sum(map(self._row_high, self.rows))
        self.setFixedSize(sum(map(_wide, self.columns)) + 1, high + 1)
        self.update()

    def _come(self, _path: str) -> None:
        """A picture is there; a lambda would be called when the page has gone, too."""
        self.update()

    @property
    def _head_high(self) -> int:
        return QFontMetrics(_font()).height() + 2 * _PAD

    def _row_high(self, row: Sequence[str]) -> int:
        """High enough for its picture, and for as many lines of words as are shown."""
        metrics, high = QFontMetrics(_font()), 0
        for column, words in zip(self.columns, row, strict=True):
            wide = _wide(column) - 2 * _PAD
            if column is Column.PICTURE:
                high = max(high, round(wide / self._ratio))
            elif words:
                high = max(high, _high(metrics, len(lines_in(words, _font(), wide, _LINES))))
        return max(high, metrics.height()) + 2 * _PAD

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.fillRect(self.rect(), PAPER.sheet)
            top = self._row(painter, 0, self._head_high, self.heads, None)
            for shot, row in zip(self._shots, self.rows, strict=True):
                top = self._row(painter, top, self._row_high(row), row, shot)

    def _row(
        self, painter: QPainter, top: int, high: int, row: Sequence[str], shot: PaperShot | None
    ) -> int:
        left = 0
        painter.setFont(_font(bold=shot is None))
        for column, words in zip(self.columns, row, strict=True):
            box = QRectF(left, top, _wide(column), high)
            painter.setPen(PAPER.quiet)
            painter.drawRect(box)
            inside = box.adjusted(_PAD, _PAD, -_PAD, -_PAD)
            if shot is not None and column is Column.PICTURE:
                inside.setHeight(inside.width() / self._ratio)
                paint_picture(painter, inside, self._thumbnails, self._cuts.get(shot.key))
            else:
                _write(painter, inside, words)
            left += _wide(column)
        return top + high


def _write(painter: QPainter, box: QRectF, words: str) -> None:
    """As many whole lines as there is room for."""
    metrics, most = painter.fontMetrics(), 1
    while _high(metrics, most + 1) <= box.height():
        most += 1
    painter.setPen(PAPER.ink)
    painter.save()
    painter.setClipRect(box)
    shown = lines_in(words, painter.font(), box.width(), most)
    painter.drawText(box, 0, "\n".join(shown))
    painter.restore()


def lines_in(words: str, font: QFont, wide: float, most: int) -> list[str]:
    """Words in at most so many lines; what stands behind them is a "…", also other speeches."""
    lines = [
        line for speech in words.split("\n") for line in wrapped(speech, font, wide, _MANY) or [""]
    ]
    if len(lines) <= most:
        return lines
    metrics, mode = QFontMetricsF(font), Qt.TextElideMode.ElideRight
    last = lines[most - 1].removesuffix("…")
    while last and metrics.horizontalAdvance(f"{last} …") > wide:
        last = last[:-1].rstrip()
    return [*lines[: most - 1], metrics.elidedText(f"{last} …".lstrip(), mode, wide)]


def _high(metrics: QFontMetrics, lines: int) -> int:
    """So many lines as they are drawn, which is no multiple of one in whole pixels."""
    return metrics.boundingRect(QRect(0, 0, 1000, 1000), _WRAPPED, "\n".join("A" * lines)).height()


def _font(*, bold: bool = False) -> QFont:
    return ui_font(10, QFont.Weight.DemiBold if bold else QFont.Weight.Normal)


def _wide(column: Column) -> int:
    return scaled(_WIDE.get(column, _USUAL_WIDE))


def _shown(cell: Cell) -> str:
    return "" if cell is None else cell if isinstance(cell, str) else number(cell)


def _say(code: str, **params: object) -> str:
    return sentence(code, params)
