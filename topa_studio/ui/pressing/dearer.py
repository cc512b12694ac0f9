"""A press that came to more than its button said: nothing of it was sent, so it is asked again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from topa_studio.model.status import Dearer
from topa_studio.model.wish import Kind
from topa_studio.ui.desk import Desk
from topa_studio.ui.pressing import questions
from topa_studio.ui.pressing.page import BatchPage
from topa_studio.ui.queue.lines import title_of
from topa_studio.ui.running.binding import bind

_NAMED = 3


class DearerPresses(QObject):
    """Asks about those of one window; `page` is that of batches."""

    def __init__(self, window: QWidget, desk: Desk, page: Callable[[], BatchPage]) -> None:
        super().__init__(desk)
        self._window, self._desk, self._page = window, desk, page
        self._session = desk.session
        bind(self, self._session.dearer, self._on_dearer)

    def _on_dearer(self, press: Dearer) -> None:
        self._desk.scope.spawn(self._ask(press))

    async def _ask(self, press: Dearer) -> None:
        consent, before = replace(press.consent, shown=press.cost), press.consent.shown or 0.0
        if press.wishes[0].kind is not Kind.CLIP:
            named = (title_of(self._session, *wish.subject) for wish in press.wishes[:_NAMED])
            what = ", ".join([*named, *(["…"] if len(press.wishes) > _NAMED else [])])
            if await self._costs_more(what, press.cost, before):
                self._session.press(press.wishes, consent=consent)
        elif len(press.wishes) > 1:
            self._page().ask(press.wishes, press.consent, before)
        elif await self._still_wanted(press.wishes[0].key, press.cost, before):
            self._session.press(press.wishes, consent=consent)

    async def _still_wanted(self, key: str, cost: float, before: float) -> bool:
        film = self._desk.film
        if not film.has_shot(key):
            return False
        words = QCoreApplication.translate("Pressing", "Shot {number}")
        return await self._costs_more(words.format(number=film.number_of(key)), cost, before)

    async def _costs_more(self, what: str, cost: float, before: float) -> bool:
        real = not self._session.practice
        return await questions.costs_more(self._window, what, cost, before, real=real)
