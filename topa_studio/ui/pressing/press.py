"""A press on Generate, from the button to the sending: one wish is one job, whatever the clicks."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from topa_studio.app.session import ProjectSession
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.model.status import NO_CONSENT, RUNNING, Consent, Stage
from topa_studio.ui.editing import Editing
from topa_studio.ui.pressing import questions
from topa_studio.ui.pressing.page import BatchPage
from topa_studio.ui.tasks import TaskScope


class Pressing(QObject):
    """Takes presses of one window.

    `flush` tells words that are still in fields, so that what is made is what is read.

    Signals:
        key_wanted: something was pressed that has to be paid, and there is no key.
    """

    key_wanted = Signal()

    def __init__(
        self,
        window: QWidget,
        session: ProjectSession,
        editing: Editing,
        scope: TaskScope,
        flush: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._editing = editing
        self._scope = scope
        self._flush = flush
        self._asking: set[str] = set()
        self._page: BatchPage | None = None

    @property
    def page(self) -> BatchPage:
        """The page of batches, made when it is first asked for."""
        if self._page is None:
            self._page = BatchPage(self._window, self._session, self._editing, self._scope)
            self._page.send_requested.connect(self._send)
        return self._page

    @property
    def asking(self) -> bool:
        """Whether a press is being decided; the same shots are not pressed again meanwhile."""
        return bool(self._asking)

    def shots(self, keys: Sequence[str]) -> None:
        """Generate was pressed for these shots; those that run or are asked about are left."""
        film = self._session.document.scenario
        free = [
            key
            for key in dict.fromkeys(keys)
            if film.has_shot(key)
            and key not in self._asking
            and self._session.shot(key).stage not in RUNNING
        ]
        if free:
            self._flush()
            self._asking.update(free)
            self._scope.spawn(self._decide(free))

    def elements(self, names: Sequence[str]) -> None:
        """Generate was pressed for missing reference images; the cost stood on the button."""
        if names:
            self._flush()
            self._scope.spawn(self._draw(tuple(names)))

    async def _draw(self, names: tuple[str, ...]) -> None:
        await self._editing.settled()
        if self._may_pay():
            self._session.generate_elements(names)

    def _may_pay(self) -> bool:
        if self._session.spending.can_pay or self._session.read_only:
            return True
        self.key_wanted.emit()
        return False

    async def _decide(self, keys: list[str]) -> None:
        try:
            await self._editing.settled()
            if not self._may_pay():
                return
            doubtful = [k for k in keys if self._session.shot(k).stage is Stage.NEEDS_YOU]
            sure = [key for key in keys if key not in doubtful]
            if len(sure) > 1:
                self.page.ask(keys)
                return
            for key in sure:
                await self._one(key)
            if doubtful and await questions.lost_answer(self._window, self._session, doubtful):
                self._send(doubtful, Consent(unknown=True))
            # What is sent is in line from the loop's next turn on.
            await asyncio.sleep(0)
        finally:
            self._asking.difference_update(keys)

    async def _one(self, key: str) -> None:
        """One shot goes at once, unless something has to be asked first."""
        consent, session = NO_CONSENT, self._session
        while True:
            quote = await session.spending.batch([key], consent=consent)
            if key in quote.same:
                answer = await questions.same_request(self._window, session, key, quote.same[key])
                if answer == questions.USE:
                    self._use(key, quote.same[key])
                if answer != questions.MAKE:
                    return
                consent = replace(consent, same=True)
            elif key in quote.unpriced and not consent.no_price:
                if not await questions.without_price(self._window, session, key):
                    return
                consent = replace(consent, no_price=True)
            elif key in quote.rest:
                self.page.ask([key], consent)
                return
            else:
                self._send([key], consent)
                return

    def _use(self, key: str, take: int) -> None:
        chosen = self._session.shot(key).chosen
        if chosen is None or chosen.number != take:
            label = self.tr("Choose take {number}").format(number=take)
            self._editing.apply(label, SetField(ShotTarget(key), "take", take))

    def _send(self, keys: Sequence[str], consent: Consent) -> None:
        self._session.generate(keys, consent=consent)
