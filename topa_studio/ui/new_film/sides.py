"""What stands beside the fields: one empty shot, or what the film is made of and what it becomes.

Wide windows have both side by side, narrower ones one above the other.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, QTimer
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from topa_studio.film.scripts.breakdown import Choices
from topa_studio.ui.look.theme import scaled
from topa_studio.ui.new_film.asked import NOTHING, SCRIPT, Found, amount
from topa_studio.ui.new_film.drop_side import DropSide
from topa_studio.ui.new_film.film_side import FilmSide
from topa_studio.ui.new_film.first_shot import FirstShot
from topa_studio.ui.new_film.form import EDGE
from topa_studio.ui.new_film.script_side import ScriptSide
from topa_studio.ui.widgets.parts import ScrollColumn, text_label

BESIDE = 720
"""So wide at least, both lie side by side."""


class Sides(QStackedWidget):
    """Shows the side of the start that is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._start = NOTHING
        self._found: Found | None = None
        self.shot = FirstShot()
        self.script = ScriptSide()
        self.drop = DropSide()
        self.film = FilmSide()
        self._from = QStackedWidget()
        self._from.addWidget(self.script)
        self._from.addWidget(self.drop)
        both = QWidget()
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, both)
        self._both.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self._both.setSpacing(EDGE)
        self._both.addWidget(self._from, 1)
        self._both.addWidget(self.film, 1)
        self.addWidget(self._shot_side())
        self.addWidget(both)
        self.film.pointed.connect(self._pointed)
        self.script.entered.connect(self._entered)

    def _shot_side(self) -> QWidget:
        side = QWidget()
        head = QHBoxLayout()
        head.setSpacing(10)
        the_film = QCoreApplication.translate("NewFilmPage", "THE FILM")
        head.addWidget(text_label(the_film, "section"))
        head.addWidget(text_label(f"{amount(1, 1)} · 0:05", "dim"))
        head.addStretch(1)
        column = QVBoxLayout(side)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.shot, 1)
        return side

    def turn_to(self, start: str) -> None:
        """Show the side of this start."""
        if start != self._start:
            self.come_into_sight()
            if start not in (NOTHING, SCRIPT):
                self.drop.ask(start)
        self._start = start
        self.film.turn_to(is_script=start == SCRIPT)
        self.setCurrentIndex(0 if start == NOTHING else 1)
        self._from.setCurrentWidget(self.script if start == SCRIPT else self.drop)

    def show_found(self, found: Found | None, choices: Choices) -> None:
        """Show what was read, and what becomes of it."""
        self._found = found
        self.film.show_found(found, choices)
        if self._start == SCRIPT:
            self.script.show_found(found)
        else:
            self.drop.show_found(found)

    def lie(self, width: int, *, inside: bool) -> None:
        """Side by side, or one above the other; `inside` the column of the fields."""
        beside = width >= scaled(BESIDE) and not inside
        ways = QBoxLayout.Direction
        self._both.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        edge = 0 if inside else EDGE
        self._both.setContentsMargins(edge, edge, edge, edge)
        self._from.setMinimumHeight(scaled(230) if inside else 0)
        self.film.setMinimumHeight(scaled(340) if inside else 0)

    def come_into_sight(self) -> None:
        """Where they lie in the column of the fields, that shows them from their head on."""
        QTimer.singleShot(0, self, self._scroll)

    def _scroll(self) -> None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, ScrollColumn):
            above = above.parentWidget()
        fields = None if above is None else above.widget()
        shown = self.isVisible() and self._start != NOTHING
        if above is not None and fields is not None and shown:
            above.settle()
            head = self.mapTo(fields, QPoint(0, 0)).y()
            above.verticalScrollBar().setValue(head - EDGE // 2)

    # Partners.

    def _pointed(self, number: int) -> None:
        film = None if self._found is None else self._found.film
        shots = [] if film is None else list(film.shots())
        if self._start == SCRIPT and number < len(shots) and shots[number].source is not None:
            first, last = shots[number].source or (1, 1)
            self.script.edit.mark_lines(first, last, seek=True)

    def _entered(self, line: int) -> None:
        film = None if self._found is None else self._found.film
        for number, shot in enumerate(film.shots() if film is not None else ()):
            first, last = shot.source or (1, 0)
            if first <= line <= last:
                self.film.cards.point_at(number)
                self.script.edit.mark_lines(first, last, seek=False)
                return
        self.film.cards.point_at(None)
        self.script.edit.setExtraSelections([])
