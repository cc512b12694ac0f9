"""What runs, what waits and why, what failed, in order; acts are only asked for here."""

from __future__ import annotations

import time
from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from topa_studio.app.making.jobs import Failure
from topa_studio.app.session import Notice
from topa_studio.model.status import Trouble
from topa_studio.model.wish import Redrawing
from topa_studio.ui.desk import Desk
from topa_studio.ui.look.theme import set_role
from topa_studio.ui.queue.card import JobCard
from topa_studio.ui.queue.head import QueueHead
from topa_studio.ui.queue.left_over import LeftOver
from topa_studio.ui.queue.lines import Line, Sort, failed_line, line_of
from topa_studio.ui.queue.stops import CLOSE, passes
from topa_studio.ui.queue.time_left import time_left
from topa_studio.ui.running.binding import Merged, bind
from topa_studio.ui.widgets.focus_home import has_keys
from topa_studio.ui.widgets.parts import ScrollColumn, text_label
from topa_studio.ui.words import usual_time

_SHOWN = 40
# What runs stays in sight: what needs the user is told in the status line, too.
_ORDER = (Sort.RUNS, Sort.NEEDS_YOU, Sort.FAILED, Sort.WAITS)
_Place = tuple[str, int, str, str, int]


def _place(line: Line) -> _Place:
    """What a card is known by as long as its line is there."""
    sort = "failed" if line.sort is Sort.FAILED else ""
    return sort, line.id, line.kind, line.key, line.variant


class QueuePane(QWidget):
    """The queue.

    Signals:
        wanted: see `JobCard`.
        pressed: an act of `stops`.
        pause_toggled, cancel_all_wanted: see `QueueHead`.
        counted: how many were sent and run, and how many are in line here.
    """

    wanted = Signal(str, object)
    pressed = Signal(str)
    pause_toggled = Signal()
    cancel_all_wanted = Signal()
    counted = Signal(int, int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session = session = desk.session
        self._cards: dict[_Place, JobCard] = {}
        self._passing: Trouble | None = None
        self._lines_now: list[Line] = []
        self._failures = {one.key: one for one in session.jobs.failures.all()}
        self.setAccessibleName(self.tr("Queue"))
        set_role(self, "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.left_over = LeftOver()
        self.head = QueueHead()
        self._empty = text_label("", "dim", wrap=True)
        self._more = text_label("", "dim")
        self._lay_out()
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._tick)
        self._merged = Merged(self, self._changed)
        bind(self, session.queue_changed, self._merged.poke)
        bind(self, session.shots_changed, self._merged.add)
        bind(self, session.elements_changed, self._merged.add)
        bind(self, session.changed, self._merged.poke)
        bind(self, session.notices, self._noticed)
        self.head.pressed.connect(self._press)
        self.head.pause_toggled.connect(self.pause_toggled)
        self.head.cancel_all_wanted.connect(self.cancel_all_wanted)
        self.refresh()

    def _lay_out(self) -> None:
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(14, 4, 14, 12)
        self._column.setSpacing(8)
        over = QVBoxLayout()
        over.setSpacing(8)
        over.addWidget(self.left_over)
        over.addWidget(self.head)
        self._column.addLayout(over)
        self._column.addWidget(self._empty)
        self._column.addWidget(self._more)
        self._column.addStretch(1)
        self._area = ScrollColumn(body, self.tr("Jobs"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)

    def cards(self) -> tuple[JobCard, ...]:
        """The cards that are shown, in order."""
        by_place = sorted(self._cards.values(), key=self._column.indexOf)
        return tuple(by_place)

    def dismiss(self, key: str) -> None:
        """Put the failure of a shot or element away."""
        self._session.jobs.failures.dismiss(key)
        self._failures.pop(key, None)
        self.refresh()

    # What there is.

    def _changed(self, names: frozenset[str]) -> None:
        failures = self._session.jobs.failures
        for key in (key for name in names for key in failures.under(name)):
            found = failures.of(key)
            if found is None:
                self._failures.pop(key, None)
            else:
                self._failures[key] = found
        self.refresh()

    def _lines(self) -> list[Line]:
        session, film = self._session, self._desk.film
        failures: dict[str, Failure] = {
            key: one
            for key, one in self._failures.items()
            if film.has_shot(key) or film.element(Redrawing.of(key).element) is not None
        }
        jobs = (job for job in session.queue() if job.key not in failures)
        lines = [line_of(session, job) for job in jobs]
        lines += [failed_line(session, one) for one in list(failures.values())[:_SHOWN]]
        return sorted(lines, key=lambda line: _ORDER.index(line.sort))

    def refresh(self) -> None:
        """Show the queue as it is now."""
        lines = self._lines()
        waiting = sum(line.sort is Sort.WAITS for line in lines)
        running = sum(line.sort is Sort.RUNS for line in lines)
        shown = lines[:_SHOWN]
        self._keep({_place(line) for line in shown})
        usual = usual_time(self._session.jobs.usual_seconds())
        for place, line in enumerate(shown, 1):
            self._card(line, place).show_line(line, usual if line.kind == "clip" else "")
        self._lines_now = lines
        self._empty.setVisible(not lines)
        self._empty.setText(self.tr("Nothing is being made. Choose a shot and press Generate."))
        self._more.setVisible(len(lines) > len(shown))
        self._more.setText(self.tr("and %n more in line", "", len(lines) - len(shown)))
        self._show_head(waiting, running)
        if running and not self._clock.isActive():
            self._clock.start()
        elif not running:
            self._clock.stop()
        self.counted.emit(running, waiting)

    def _show_head(self, waiting: int, running: int) -> None:
        session = self._session
        holds, editable = session.jobs.holds, not session.read_only
        told = holds or self._passing
        self.head.stop.tell(told, stops=session.paused, editable=editable)
        self.head.show_line(waiting, running, paused=session.paused, editable=editable)
        self._show_time_left()

    def _show_time_left(self) -> None:
        session = self._session
        stands = session.paused or session.jobs.holds is not None
        usual = None if stands else session.jobs.usual_seconds()
        self.head.show_time_left(time_left(self._lines_now, usual, time.time()))

    def _noticed(self, notice: Notice) -> None:
        if passes(notice.code):
            self._passing = Trouble(notice.code, notice.params)
        self._merged.poke()

    def _press(self, act: str) -> None:
        self._passing = None
        if act != CLOSE:
            self.pressed.emit(act)
        self.refresh()

    # Cards.

    def _keep(self, places: set[_Place]) -> None:
        for gone in self._cards.keys() - places:
            card = self._cards.pop(gone)
            had_keys = has_keys(card)
            at = self._column.indexOf(card)
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
            if had_keys:
                self._focus(self.cards(), at - 1)

    def _card(self, line: Line, place: int) -> JobCard:
        card = self._cards.get(_place(line))
        if card is None:
            card = JobCard(line)
            card.wanted.connect(self.wanted)
            card.moved.connect(lambda step, card=card: self._move(card, step))
            self._cards[_place(line)] = card
        if self._column.indexOf(card) != place:
            self._column.removeWidget(card)
            self._column.insertWidget(place, card)
        return card

    def _move(self, card: JobCard, step: int) -> None:
        cards = self.cards()
        self._focus(cards, cards.index(card) + step)

    def _focus(self, cards: Sequence[JobCard], at: int) -> None:
        if cards:
            card = cards[max(0, min(len(cards) - 1, at))]
            card.setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(card)

    def _tick(self) -> None:
        for card in self._cards.values():
            card.tick()
        self._show_time_left()
