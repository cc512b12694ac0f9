"""What is asked of the queue, as acts on the session; its notices carry the acts that help."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QGuiApplication

from topa_studio.app.session import Notice
from topa_studio.model.status import Trouble
from topa_studio.model.wish import Kind, Wish
from topa_studio.ui.acts.making import Making
from topa_studio.ui.commands.table import COMMANDS
from topa_studio.ui.desk import DAY_BUDGET, KEY, Desk
from topa_studio.ui.needs_you.answers import CHECK
from topa_studio.ui.needs_you.desk import NeedsYou
from topa_studio.ui.notices.notices import Offer, Withdraw
from topa_studio.ui.queue.lines import Line
from topa_studio.ui.queue.pane import QueuePane
from topa_studio.ui.queue.stops import CLOSE, CONTINUE, FILM_BUDGET, acts_of, carries_task_id
from topa_studio.ui.words import sentence


class QueueActs(QObject):
    """Joins one queue pane to the session; `to_budget` leads to the film's budget."""

    def __init__(
        self,
        desk: Desk,
        pane: QueuePane,
        making: Making,
        needs_you: NeedsYou,
        to_budget: Callable[[], None],
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._session = desk.session
        self._pane = pane
        self._making = making
        self._needs_you = needs_you
        self._told: list[tuple[Trouble, Withdraw]] = []
        self._pages: Mapping[str, Callable[[], None]] = {
            KEY: lambda: desk.account_wanted.emit(KEY),
            DAY_BUDGET: lambda: desk.account_wanted.emit(DAY_BUDGET),
            FILM_BUDGET: to_budget,
        }
        pane.wanted.connect(self._do)
        pane.pressed.connect(self.press)
        pane.pause_toggled.connect(partial(desk.commands.do, "pause"))
        pane.cancel_all_wanted.connect(self._cancel_all)
        pane.counted.connect(lambda _running, _waiting: self._tidy())
        desk.commands.join({"pause": self._toggle_pause})

    # Lines.

    def _do(self, what: str, line: Line) -> None:
        session, desk = self._session, self._desk
        acts: Mapping[str, Callable[[], object]] = {
            "cancel": lambda: self._cancel(line),
            "dismiss": lambda: self._pane.dismiss(line.key),
            "front": lambda: session.jobs.to_front(line.kind, line.key),
            "check": lambda: self._needs_you.answer(CHECK, line.key),
            "retry": lambda: self._retry(line),
            "edit": lambda: desk.write(line.key),
            "show": lambda: desk.show(line.key),
        }
        acts[what]()
        self._pane.refresh()

    def _cancel(self, line: Line) -> None:
        if line.id == 0:
            self._session.jobs.cancel_waiting(line.kind, line.key)
        else:
            self._session.jobs.cancel(line.id)

    def _retry(self, line: Line) -> None:
        if line.paid:
            self._desk.scope.spawn(self._session.jobs.retry(line.key))
        elif line.kind == Kind.CLIP:
            self._making.generate([line.key])
        else:
            self._making.pictures([Wish(Kind(line.kind), line.key)])

    def _cancel_all(self) -> None:
        cancelled = self._session.jobs.cancel_all()
        if cancelled.sent:
            self._desk.tell(sentence("pipeline.may-still-charge", {"sent": cancelled.sent}))

    # What stands still.

    def _toggle_pause(self) -> None:
        """Send nothing new, or send again."""
        session = self._session
        if session.paused:
            session.resume()
        else:
            session.pause()
        words = self.tr("&Go on sending") if session.paused else COMMANDS["pause"].words
        self._desk.commands.actions["pause"].setText(words)
        self._pane.refresh()

    def press(self, act: str) -> None:
        """Do an act of `stops`."""
        if act == CONTINUE:
            self._go_on()
        elif act in self._pages:
            self._pages[act]()

    def _go_on(self) -> None:
        """Send again; what met the very trouble that is over now is tried again with the rest."""
        why, jobs = self._session.jobs.holds, self._session.jobs
        if not self._session.paused or why is None:
            return
        met = [one.key for one in jobs.failures.all() if one.trouble.code == why.code]
        self._desk.commands.do("pause")
        for key in met:
            self._desk.scope.spawn(jobs.retry(key))

    def takes(self, notice: Notice) -> bool:
        """Show a notice of the queue with the acts that help; False where it is none."""
        trouble = Trouble(notice.code, notice.params)
        if carries_task_id(notice.code):
            self._desk.notices.keep_notice("error", partial(_telling, notice))
            return True
        if self._session.jobs.holds != trouble:
            return False
        acts = acts_of(trouble, stops=self._session.paused)
        offers = [Offer(label, partial(self.press, name)) for name, label in acts if name != CLOSE]
        words = sentence(notice.code, notice.params)
        withdraw = self._desk.notices.show_notice("warning", words, offers)
        self._told.append((trouble, withdraw))
        return True

    def _tidy(self) -> None:
        """What stood still goes on: its notice says so no longer."""
        told, self._told = self._told, []
        for trouble, withdraw in told:
            if trouble == self._session.jobs.holds:
                self._told.append((trouble, withdraw))
            else:
                withdraw()


def _telling(notice: Notice) -> tuple[str, Sequence[Offer]]:
    """The words and the button of a notice that carries a task id."""
    task_id = str(notice.params.get("task_id", ""))

    def copy() -> None:
        QGuiApplication.clipboard().setText(task_id)

    label = QCoreApplication.translate("QueueActs", "Copy the task id")
    return sentence(notice.code, notice.params), (Offer(label, copy, keeps=True),)
