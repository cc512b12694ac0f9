"""What the user asks of the film, as acts on the session; money is told before, doubt is asked."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from topa_studio.app.session import ProjectSession
from topa_studio.model.status import Consent, JobStatus, Stage
from topa_studio.ui.dialogs import confirm
from topa_studio.ui.editing import Editing
from topa_studio.ui.tasks import TaskScope
from topa_studio.ui.words import credits_word


class Acts:
    """Acts of the window; each may be called from any slot.

    `flush` tells words that are still in fields, so that what is made is what is read.
    """

    def __init__(
        self,
        window: QWidget,
        session: ProjectSession,
        editing: Editing,
        scope: TaskScope,
        flush: Callable[[], None],
    ) -> None:
        self._window = window
        self._session = session
        self._editing = editing
        self._scope = scope
        self._flush = flush

    def generate(self, keys: Sequence[str]) -> None:
        """Make a clip of each shot; ask first where one may be paid for already."""
        if keys:
            self._flush()
            self._scope.spawn(self._generate(tuple(keys)))

    async def _generate(self, keys: tuple[str, ...]) -> None:
        await self._editing.settled()
        doubtful = [k for k in keys if self._session.shot(k).stage is Stage.NEEDS_YOU]
        same = (await self._session.batch([k for k in keys if k not in doubtful])).same
        sure = [key for key in keys if key not in doubtful and key not in same]
        if sure:
            self._session.generate(sure)
        if same and await self._one_more(same):
            self._session.generate(list(same), consent=Consent(same=True))
        if doubtful and await self._again(doubtful):
            self._session.generate(doubtful, consent=Consent(unknown=True))

    async def _one_more(self, same: Mapping[str, int]) -> bool:
        """Whether shots that nothing changed of shall be made once more."""
        numbers = ", ".join(self._session.document.scenario.number_of(key) for key in same)
        takes = ", ".join(f"T{take}" for take in same.values())
        cost = credits_word(self._session.quote(same).credits)
        return await confirm(
            self._window,
            QCoreApplication.translate("Acts", "Make {numbers} again?").format(numbers=numbers),
            QCoreApplication.translate(
                "Acts",
                "There is a take from exactly the same words, pictures and settings: {takes}."
                " Another one may look different, and costs again.",
            ).format(takes=takes),
            yes=QCoreApplication.translate("Acts", "Make another take, {cost}").format(cost=cost),
            no=QCoreApplication.translate("Acts", "Keep what is there"),
        )

    async def _again(self, keys: Sequence[str]) -> bool:
        scenario = self._session.document.scenario
        numbers = ", ".join(scenario.number_of(key) for key in keys)
        cost = credits_word(self._session.quote(keys).credits)
        return await confirm(
            self._window,
            QCoreApplication.translate("Acts", "Make {numbers} again?").format(numbers=numbers),
            QCoreApplication.translate(
                "Acts",
                "The answer to the last request was lost. The service may already be making it,"
                " and may charge for it.",
            ),
            yes=QCoreApplication.translate("Acts", "Make it again, may cost {cost} more").format(
                cost=cost
            ),
            no=QCoreApplication.translate("Acts", "Leave it"),
        )

    def generate_scene(self, scene_id: str) -> None:
        """Make what is missing in a scene."""
        self.generate(self._session.missing(scene_id))

    def generate_elements(self, names: Sequence[str]) -> None:
        """Make the missing reference images of these elements."""
        if names:
            self._flush()
            self._scope.spawn(self._generate_elements(tuple(names)))

    async def _generate_elements(self, names: tuple[str, ...]) -> None:
        await self._editing.settled()
        self._session.generate_elements(names)

    def cancel(self, job: JobStatus) -> None:
        """Stop waiting for a job; what was sent already is told the truth about."""
        if job.id == 0:
            self._session.cancel_waiting(job.kind, job.key)
        else:
            self._scope.spawn(self._cancel_sent(job))

    async def _cancel_sent(self, job: JobStatus) -> None:
        sure = await confirm(
            self._window,
            QCoreApplication.translate("Acts", "Stop waiting for this?"),
            QCoreApplication.translate(
                "Acts",
                "It was sent already. The service may still finish it and charge for it; if it"
                " does, the result is kept.",
            ),
            yes=QCoreApplication.translate("Acts", "Stop waiting"),
            no=QCoreApplication.translate("Acts", "Go on"),
        )
        if sure:
            self._session.cancel(job.id)

    def toggle_pause(self) -> None:
        """Send nothing new, or send again."""
        if self._session.paused:
            self._session.resume()
        else:
            self._session.pause()

    def undo(self) -> None:
        """Take back the last edit, words still in fields included."""
        self._flush()
        self._scope.spawn(self._step(self._session.undo))

    def redo(self) -> None:
        """Do the last undone edit again."""
        self._flush()
        self._scope.spawn(self._step(self._session.redo))

    async def _step(self, step: Callable[[], Awaitable[None]]) -> None:
        await self._editing.settled()
        await step()
