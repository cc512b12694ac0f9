"""What runs and what waits, in order; a cancel is only asked for here."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from topa_studio.app.session import ProjectSession
from topa_studio.model.status import RUNNING, JobStatus
from topa_studio.ui.binding import Merged, bind
from topa_studio.ui.parts import ScrollColumn, text_label
from topa_studio.ui.queue.card import JobCard, waits
from topa_studio.ui.theme import set_role
from topa_studio.ui.words import usual_time

_SHOWN = 40
Line = tuple[int, str, str]


def _line(job: JobStatus) -> Line:
    return (job.id, job.kind, job.key)


class QueuePane(QWidget):
    """The queue.

    Signals:
        cancel_requested: the job (JobStatus) the user wants to stop.
        counted: how many run and how many wait.
    """

    cancel_requested = Signal(object)
    counted = Signal(int, int)

    def __init__(self, session: ProjectSession) -> None:
        super().__init__()
        self._session = session
        self._cards: dict[Line, JobCard] = {}
        self.setAccessibleName(self.tr("Queue"))
        set_role(self, "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._empty = text_label("", "dim", wrap=True)
        self._more = text_label("", "dim")
        self._lay_out()
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._tick)
        merged = Merged(self, lambda _names: self.refresh())
        bind(self, session.queue_changed, merged.poke)
        bind(self, session.shots_changed, merged.poke)
        bind(self, session.elements_changed, merged.poke)
        self.refresh()

    def _lay_out(self) -> None:
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(14, 4, 14, 12)
        self._column.setSpacing(8)
        self._column.addWidget(self._empty)
        self._column.addWidget(self._more)
        self._column.addStretch(1)
        area = ScrollColumn(body, self.tr("Jobs"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def cards(self) -> tuple[JobCard, ...]:
        """The cards that are shown, in order."""
        return tuple(self._cards.values())

    def refresh(self) -> None:
        """Show the queue as it is now."""
        queue = sorted(self._session.queue(), key=waits)
        waiting = sum(waits(job) for job in queue)
        running = sum(job.stage in RUNNING for job in queue) - waiting
        shown = queue[:_SHOWN]
        self._keep({_line(job) for job in shown})
        usual = usual_time(self._session.usual_seconds())
        for place, job in enumerate(shown, 1):
            self._card(job, place).show_job(job, usual if job.kind == "clip" else "")
        self._empty.setVisible(not queue)
        self._empty.setText(
            self.tr("Paused. Nothing new is sent.")
            if self._session.paused
            else self.tr("Nothing is being made. Choose a shot and press Generate.")
        )
        self._more.setVisible(len(queue) > len(shown))
        self._more.setText(self.tr("and %n more in line", "", len(queue) - len(shown)))
        if running and not self._clock.isActive():
            self._clock.start()
        elif not running:
            self._clock.stop()
        self.counted.emit(running, waiting)

    def _keep(self, lines: set[Line]) -> None:
        for gone in self._cards.keys() - lines:
            card = self._cards.pop(gone)
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()

    def _card(self, job: JobStatus, place: int) -> JobCard:
        card = self._cards.get(_line(job))
        if card is None:
            card = JobCard(self._title(job))
            card.cancel_requested.connect(self.cancel_requested)
            self._cards[_line(job)] = card
        if self._column.indexOf(card) != place:
            self._column.removeWidget(card)
            self._column.insertWidget(place, card)
        return card

    def _title(self, job: JobStatus) -> str:
        scenario = self._session.document.scenario
        if not scenario.has_shot(job.key):
            return f"@{job.key}"
        title = f"{scenario.number_of(job.key)} {scenario.shot(job.key).title}".strip()
        if job.kind == "clip":
            return title
        return self.tr("{shot}: panel").format(shot=title)

    def _tick(self) -> None:
        for card in self._cards.values():
            card.tick()
