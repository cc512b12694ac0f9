"""The answers of the user to lost answers, as acts on the session; each is told what came of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from topa_studio.base.errors import NotProven, StudioError
from topa_studio.ui.binding import Merged, bind
from topa_studio.ui.desk import Desk
from topa_studio.ui.in_place import Where, spot_of
from topa_studio.ui.needs_you.answers import (
    AGAIN,
    CHECK,
    LEAVE,
    LEAVE_CHARGED,
    LEAVE_FREE,
    LOOK,
    TAKE,
)
from topa_studio.ui.needs_you.page import CheckPage
from topa_studio.ui.needs_you.words import again_cost, looked_words, menu_answers
from topa_studio.ui.words import sentence


class NeedsYou(QObject):
    """Answers for one window; `sure` asks whether so many credits are meant to be spent on a key.

    Signals:
        changed: what waits for the user may be different now.
    """

    changed = Signal()

    def __init__(
        self,
        window: QWidget,
        desk: Desk,
        sure: Callable[[str, float | None, Where | None], Awaitable[bool]],
    ) -> None:
        super().__init__(desk)
        self._sure = sure
        self._window = window
        self._desk = desk
        self._session = session = desk.session
        self._selection = desk.selection
        self._scope = desk.scope
        desk.commands.join({"needs_you": self.step})
        self._page: CheckPage | None = None
        merged = Merged(self, lambda _names: self._refresh())
        bind(self, session.shots_changed, merged.poke)
        bind(self, session.elements_changed, merged.poke)

    @property
    def page(self) -> CheckPage:
        """The page "Check now", made when it is first asked for."""
        if self._page is None:
            self._page = CheckPage(self._window, self._session)
            self._page.looked.connect(lambda key: self._scope.spawn(self._look(key)))
            self._page.pasted.connect(
                lambda text, key, sure: self._scope.spawn(self._adopt(text, key, sure=sure))
            )
            self._page.answered.connect(self.answer)
        return self._page

    @property
    def checked(self) -> str:
        """The shot or element on the page "Check now"; "" where it is not open."""
        page = self._page
        return page.key if page is not None and page.isVisible() else ""

    def answer(self, what: str, key: str) -> None:
        """Do what the user chose for a shot or element."""
        jobs = self._session.jobs
        if not jobs.unknown(key) and not (what == CHECK and jobs.left(key)):
            self.changed.emit()
        elif what == AGAIN:
            self._scope.spawn(self._done(lambda: self._again(key)))
        elif what in (LEAVE_CHARGED, LEAVE_FREE):
            charged = what == LEAVE_CHARGED
            self._scope.spawn(self._done(lambda: jobs.forget(key, charged=charged)))
        elif what in (LOOK, TAKE):
            sure = what == TAKE
            self._scope.spawn(self._done(lambda: jobs.look_again(key, sure=sure)))
        elif what in (CHECK, LEAVE):
            self.page.open_for(key)
            if what == LEAVE:
                self.page.answers.ask_leave()

    def add_answers(self, menu: QMenu, key: str) -> None:
        """Put what can be answered for a shot or element into its menu."""
        key = self._session.jobs.key_of(key)
        answers = menu_answers(self._session, key)
        if not answers:
            return
        menu.addSeparator()
        for what, words in answers:
            menu.addAction(words, partial(self.answer, what, key))
        menu.addSeparator()

    def add_answers_of(self, menu: QMenu, keys: list[str]) -> None:
        """`add_answers` into the menu of shots, where it is one alone."""
        if len(keys) == 1:
            self.add_answers(menu, keys[0])

    def step(self) -> None:
        """Select the next shot or element that waits for the user, from the selected one on.

        One that was deleted from the film is shown on the page that asks about it.
        """
        keys = self._session.jobs.needs_you()
        if not keys:
            return
        now = self._selection.shot or self._selection.element
        now = now and self._session.jobs.key_of(now)
        if self._page is not None and self._page.isVisible() and self._page.key in keys:
            now = self._page.key
        key = keys[(keys.index(now) + 1) % len(keys)] if now in keys else keys[0]
        element = self._session.jobs.element_of(key)
        if self._session.jobs.is_in_film(key):
            self._desk.show(key)
        elif element is not None:
            self._selection.select_element(element)
        else:
            self.page.open_for(key)

    async def _again(self, key: str) -> None:
        shown, page = again_cost(self._session, key), self._page
        pressed = page.answers.buttons.get(AGAIN) if page is not None and page.isVisible() else None
        if await self._sure(key, shown, None if pressed is None else spot_of(pressed)):
            await self._session.jobs.again(key, shown=shown)

    async def _done(self, work: Callable[[], Awaitable[None]]) -> None:
        try:
            await work()
        finally:
            self._refresh()

    async def _look(self, key: str) -> None:
        jobs = self._session.jobs
        try:
            if jobs.held(key):
                await jobs.look_again(key)
                self.page.show_trouble(key, looked_words(self._session, key))
                self._refresh()
            if not jobs.lost(key) and not jobs.left(key):
                return
            check = await jobs.check(key)
        except StudioError as error:
            self.page.show_trouble(key, sentence(error.code, error.params))
        else:
            self.page.show_check(key, check)

    async def _adopt(self, text: str, key: str, *, sure: bool) -> None:
        page = self.page
        try:
            await self._session.jobs.adopt(text, key, sure=sure)
        except NotProven as doubt:
            page.tell("warn", sentence(doubt.code, doubt.params), ask=True)
        except StudioError as error:
            page.tell("bad", sentence(error.code, error.params))
        else:
            page.field.clear()
            page.tell("ok", self.tr("It is yours: being collected, nothing charged again."))
        self._refresh()

    def _refresh(self) -> None:
        if self._page is not None and self._page.isVisible():
            self._page.refresh()
        self.changed.emit()
