"""What is asked of the queue, as acts on the session; its notices carry the acts that help."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QGuiApplication

from topa_studio.app.session import Notice, ProjectSession
from topa_studio.model.status import Trouble
from topa_studio.model.wish import Kind, Wish
from topa_studio.ui.notices import NoticeBar, Offer
from topa_studio.ui.queue.lines import Line
from topa_studio.ui.queue.pane import QueuePane
from topa_studio.ui.queue.stops import CLOSE, CONTINUE, acts_of, carries_task_id
from topa_studio.ui.tasks import TaskScope
from topa_studio.ui.words import sentence


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Acts that other parts of the window do.

    Attributes:
        generate, draw: make shots (keys), or pictures, as their buttons do.
        show: select a shot or element by its key.
        edit: put the keyboard into the words of a shot or element.
        check: open the page of a lost answer.
        pages: acts of `stops` that open a page, by name.
    """

    generate: Callable[[Sequence[str]], None]
    draw: Callable[[Sequence[Wish]], None]
    show: Callable[[str], None]
    edit: Callable[[str], None]
    check: Callable[[str], None]
    toggle_pause: Callable[[], None]
    pages: Mapping[str, Callable[[], object]]


class QueueActs(QObject):
    """Joins one queue pane and one message bar to the session."""

    def __init__(
        self,
        pane: QueuePane,
        bar: NoticeBar,
        session: ProjectSession,
        scope: TaskScope,
        elsewhere: Elsewhere,
    ) -> None:
        super().__init__(pane)
        self._pane = pane
        self._bar = bar
        self._session = session
        self._scope = scope
        self._elsewhere = elsewhere
        self._told: dict[str, Trouble] = {}
        pane.wanted.connect(self._do)
        pane.pressed.connect(self.press)
        pane.pause_toggled.connect(elsewhere.toggle_pause)
        pane.cancel_all_wanted.connect(self._cancel_all)
        pane.counted.connect(lambda _running, _waiting: self._tidy())

    # Lines.

    def _do(self, what: str, line: Line) -> None:
        session, elsewhere = self._session, self._elsewhere
        acts: Mapping[str, Callable[[], object]] = {
            "cancel": lambda: self._cancel(line),
            "dismiss": lambda: self._pane.dismiss(line.key),
            "front": lambda: session.jobs.to_front(line.kind, line.key),
            "check": lambda: elsewhere.check(line.key),
            "retry": lambda: self._retry(line),
            "edit": lambda: elsewhere.edit(line.key),
            "show": lambda: elsewhere.show(line.key),
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
            self._scope.spawn(self._session.jobs.retry(line.key))
        elif line.kind == Kind.CLIP:
            self._elsewhere.generate([line.key])
        else:
            self._elsewhere.draw([Wish(Kind(line.kind), line.key)])

    def _cancel_all(self) -> None:
        cancelled = self._session.jobs.cancel_all()
        if cancelled.sent:
            words = sentence("pipeline.may-still-charge", {"sent": cancelled.sent})
            self._bar.show_notice("info", words)

    # What stands still.

    def press(self, act: str) -> None:
        """Do an act of `stops`."""
        if act == CONTINUE:
            self._go_on()
        elif act in self._elsewhere.pages:
            self._elsewhere.pages[act]()

    def _go_on(self) -> None:
        """Send again; what met the very trouble that is over now is tried again with the rest."""
        why, jobs = self._session.jobs.holds, self._session.jobs
        if not self._session.paused or why is None:
            return
        met = [one.key for one in jobs.failures.all() if one.trouble.code == why.code]
        self._elsewhere.toggle_pause()
        for key in met:
            self._scope.spawn(jobs.retry(key))

    def takes(self, notice: Notice) -> bool:
        """Show a notice of the queue with the acts that help; False where it is none."""
        trouble = Trouble(notice.code, notice.params)
        words = sentence(notice.code, notice.params)
        if carries_task_id(notice.code):
            self._bar.keep_notice("error", partial(_telling, notice))
            return True
        if self._session.jobs.holds != trouble:
            return False
        acts = acts_of(trouble, stops=self._session.paused)
        offers = [Offer(label, partial(self.press, name)) for name, label in acts if name != CLOSE]
        self._told[words] = trouble
        self._bar.show_notice("warning", words, offers)
        return True

    def _tidy(self) -> None:
        """What stood still goes on: its notice says so no longer."""
        over = [words for words, told in self._told.items() if told != self._session.jobs.holds]
        for words in over:
            del self._told[words]
            self._bar.withdraw(words)


def _telling(notice: Notice) -> tuple[str, Sequence[Offer]]:
    """The words and the button of a notice that carries a task id."""
    task_id = str(notice.params.get("task_id", ""))

    def copy() -> None:
        QGuiApplication.clipboard().setText(task_id)

    label = QCoreApplication.translate("QueueActs", "Copy the task id")
    return sentence(notice.code, notice.params), (Offer(label, copy, keeps=True),)
