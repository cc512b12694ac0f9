"""Paints the cells that hold words, chips and numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QSize
from PySide6.QtGui import QColor, QPainter

from topa_studio.film.paper.choices import said as line_words
from topa_studio.model.scenario import Shot
from topa_studio.model.status import ShotStatus, Stage
from topa_studio.ui.element_looks import ElementLooks
from topa_studio.ui.film.corner import paint_box
from topa_studio.ui.film.foot import fitting_takes, paint_takes
from topa_studio.ui.film.marked import paint_marks
from topa_studio.ui.film.words import title_of
from topa_studio.ui.look.theme import scaled
from topa_studio.ui.shot_list.chips import Chip, paint_chips
from topa_studio.ui.shot_list.columns import PAD, RIGHT, Column
from topa_studio.ui.shot_list.ground import Ground
from topa_studio.ui.shot_list.look import ListLook, one_line
from topa_studio.ui.shot_list.state_cell import paint_state, state_badge

_LINES = 2
_BETWEEN = " / "


@dataclass(frozen=True, slots=True)
class Row:
    """What stands in a row."""

    at: int
    shot: Shot
    status: ShotStatus
    now: float


def tick_rect(cell: QRect, look: ListLook) -> QRect:
    """The box of a shot among which the user chooses, before its title."""
    high = look.badge_metrics.height() + 5
    return QRect(cell.x() + PAD, cell.center().y() - high // 2, high, high)


class CellWords:
    """Works for one view; `looks` knows what elements look like."""

    def __init__(self, view: Ground, looks: ElementLooks) -> None:
        self._view = view
        self._looks = looks
        self._known: tuple[object, Mapping[str, QColor]] = (None, {})
        self._chips: dict[str, Chip] = {}

    def begin(self) -> None:
        """Rows are painted anew: what elements look like may be another since the last time."""
        self._chips.clear()

    def colours(self) -> Mapping[str, QColor]:
        """The elements of the film with their colours, looked up once for each film and look."""
        elements = self._view.values.film.elements
        now = (elements, self._view.look)
        if self._known[0] != now:
            self._known = now, {e.name: self._looks.colour(e.name) for e in elements}
        return self._known[1]

    def chips_of(self, names: tuple[str, ...]) -> list[Chip]:
        """Chips of elements; one that nobody has is told by its colour and a question mark."""
        known = {element.name for element in self._view.values.film.elements}
        size = QSize(scaled(32), scaled(24))
        bad = self._view.look.colours.bad
        return [
            Chip(name, self._looks.colour(name), self._looks.picture(name, size))
            if name in known
            else Chip(f"{name}?", bad)
            for name in names
        ]

    def _chip(self, name: str) -> Chip:
        """The same chip stands in many rows."""
        found = self._chips.get(name)
        if found is None:
            found, marks = self.chips_of((name,))[0], self._view.table.marks
            found = self._chips[name] = replace(found, marked=bool(marks(f"@{name}")))
        return found

    def waits_for(self, path: str) -> bool:
        """Whether a picture is one of an element."""
        elements = self._view.values.film.elements
        return any(self._looks.is_of(path, element.name) for element in elements)

    def paint(self, painter: QPainter, cell: QRect, column: Column, row: Row) -> None:
        """Paint one cell."""
        inside, look = cell.adjusted(PAD, 0, -PAD, 0), self._view.look
        match column:
            case Column.NUMBER:
                number = self._view.shots.number(row.at)
                self._line(painter, inside, number, strong=True)
            case Column.TITLE:
                self._title(painter, inside, row)
            case Column.WORDS:
                self._words(painter, inside, row)
            case Column.NOTES:
                self._paragraph(painter, inside, row.shot.notes)
            case Column.LINES:
                self._paragraph(painter, inside, _BETWEEN.join(map(line_words, row.shot.lines)))
            case Column.ELEMENTS:
                names = self._view.values.elements(row.shot)
                paint_chips(painter, inside, [self._chip(name) for name in names], look)
            case Column.TAKES:
                pieces = fitting_takes(row.status, inside.width(), look, small=False)
                start = QPointF(inside.x(), self._base(inside))
                paint_takes(painter, start, pieces, look)
            case Column.STATE:
                place = self._view.table.offers.place(row.shot.key)
                badge = state_badge(row.status, row.now, look, place)
                paint_state(painter, inside, badge, row.status, look, locked=row.shot.locked)
            case _:
                self._plain(painter, inside, column, row)

    def _plain(self, painter: QPainter, inside: QRect, column: Column, row: Row) -> None:
        values = self._view.values
        is_length = column is Column.SECONDS
        said = values.shown_seconds(row.shot) if is_length else values.setting(row.shot, column)
        self._line(painter, inside, said, right=column in RIGHT)

    def _title(self, painter: QPainter, inside: QRect, row: Row) -> None:
        view, look = self._view, self._view.look
        ticked = view.table.offers.box(row.shot.key)
        if ticked is not None:
            box = tick_rect(inside.adjusted(-PAD, 0, PAD, 0), look)
            paint_box(painter, box, look, ticked=ticked)
            inside = inside.adjusted(box.width() + PAD, 0, 0, 0)
        words = title_of(row.shot)
        if marks := view.table.marks(words):
            shown, _wide = look.fitted(words, inside.width(), strong=True)
            painter.setFont(look.small)
            paint_marks(painter, QPointF(inside.x(), self._base(inside)), shown, marks, look)
        self._line(painter, inside, words, strong=True, dim=not row.shot.title)

    def _words(self, painter: QPainter, inside: QRect, row: Row) -> None:
        if row.status.stage is Stage.EMPTY and not row.shot.prompt.strip():
            words = QCoreApplication.translate("ShotCard", "Say what happens")
            self._line(painter, inside, words, dim=True)
        else:
            self._paragraph(painter, inside, row.shot.prompt)

    def _paragraph(self, painter: QPainter, inside: QRect, text: str) -> None:
        look = self._view.look
        words = one_line(text)
        marks = self._view.table.marks(words)
        found = look.paragraph(words, inside.width(), _LINES, self.colours(), marks)
        painter.setFont(look.meta)
        top = inside.y() + (inside.height() - found.height) / 2
        found.paint(painter, QPointF(inside.x(), top), look.colours.text)

    def _line(
        self,
        painter: QPainter,
        inside: QRect,
        words: str,
        *,
        strong: bool = False,
        dim: bool = False,
        right: bool = False,
    ) -> None:
        look = self._view.look
        shown, wide = look.fitted(words, inside.width(), strong=strong)
        left = inside.right() + 1 - wide if right else inside.x()
        painter.setFont(look.small if strong else look.meta)
        painter.setPen(look.colours.dim if dim else look.colours.text)
        painter.drawText(QPointF(left, self._base(inside)), shown)

    def _base(self, inside: QRect) -> float:
        return inside.center().y() + 1 + self._view.look.rise
