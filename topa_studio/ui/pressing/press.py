"""A press on Generate, from the button to the sending: one wish is one job, whatever the clicks."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from topa_studio.app.session import ProjectSession
from topa_studio.base.errors import StudioError
from topa_studio.model.status import NO_CONSENT, RUNNING, Consent, Stage
from topa_studio.model.wish import Wish, clips, reference_images
from topa_studio.ui.desk import Desk
from topa_studio.ui.elsewhere import pictures_allowed
from topa_studio.ui.in_place import PlaceQuestion, Spot, Where
from topa_studio.ui.offers import images_offer
from topa_studio.ui.pressing import questions
from topa_studio.ui.pressing.batch import look
from topa_studio.ui.pressing.dearer import DearerPresses
from topa_studio.ui.pressing.one_shot import OneShot
from topa_studio.ui.pressing.page import BatchPage
from topa_studio.ui.running.preferences import ASKS

_DEAR = 200


def _nowhere() -> Spot | None:
    return None


class Pressing(QObject):
    """Takes presses of one window; what is still in fields is told before.

    Attributes:
        asks: when a single send is asked about, one of `preferences.ASKS`.
        spot: where a shot (its key) or an element (its name) is asked about that was pressed by a
            key or in a menu.
    Signals:
        key_wanted: something was pressed that has to be paid, and there is no key.
        words_wanted: the key of a shot that cannot be sent as it is written.
    """

    key_wanted = Signal()
    words_wanted = Signal(str)

    def __init__(
        self,
        window: QWidget,
        desk: Desk,
    ) -> None:
        super().__init__(desk)
        self._window = window
        self._desk = desk
        self._session = desk.session
        self._scope = desk.scope
        self.asks = ASKS[0]
        self.spot: Callable[[str], Where] = lambda _key: _nowhere
        self.question = PlaceQuestion(window)
        self._asking: set[str] = set()
        asks = partial(_asks_about, desk.session, lambda: self.asks)
        self._one = OneShot(window, desk, asks, self.sure, self.another, lambda: self.page)
        self._page: BatchPage | None = None
        self._dearer = DearerPresses(window, desk, lambda: self.page)

    @property
    def page(self) -> BatchPage:
        """The page of batches, made when it is first asked for."""
        if self._page is None:
            self._page = BatchPage(self._window, self._desk)
            self._page.send_requested.connect(self._send)
        return self._page

    def ask_when(self, when: str) -> None:
        """Ask about a single send always, when it is dear, or never: one of `preferences.ASKS`."""
        self.asks = when

    @property
    def asking(self) -> bool:
        """Whether a press is being decided; the same shots are not pressed again meanwhile."""
        return bool(self._asking)

    def shots(
        self,
        keys: Sequence[str],
        shown: float | None = None,
        where: Where | None = None,
        *,
        told: bool = False,
    ) -> None:
        """Generate was pressed for these shots; those that run or are asked about are left.

        Of several, those that are accepted are left, too.

        `shown` are the credits on the button; None: what the film costs now is what was shown.
        `where` the button is; None: the shot's own spot. `told`: the button said which and how
        many they are, so that in practice, where nothing is paid, no page asks again.
        """
        free = self._free(keys)
        if free:
            sure = [key for key in free if not _needs_you(self._session, key)]
            if shown is None or sure != list(keys):
                shown = _shown_now(self._session, sure, asks=self.asks)
            self._desk.telling.emit()
            self._asking.update(free)
            self._scope.spawn(self._decide(free, shown, where, told=told))

    def variants(
        self, wishes: Sequence[Wish], shown: float | None = None, where: Where | None = None
    ) -> None:
        """Several takes were pressed for at once (`model.wish.variants`), of one shot or of more.

        All else as in `shots`.
        """
        keys = self._free([wish.key for wish in wishes])
        free = [wish for wish in wishes if wish.key in keys]
        if free:
            if shown is None or len(free) != len(wishes):
                shown = self._session.quote(free).credits
            self._desk.telling.emit()
            self._asking.update(wish.key for wish in free)
            self._scope.spawn(self._decide_variants(free, shown, where))

    def elements(
        self, names: Sequence[str], shown: float | None = None, where: Where | None = None
    ) -> None:
        """Generate was pressed for missing reference images; all else as in `shots`."""
        if shown is None:
            shown = images_offer(self._session, names)[1]
        self.pictures(reference_images(*names), shown, where)

    def pictures(
        self,
        wishes: Sequence[Wish],
        shown: float | None = None,
        where: Where | None = None,
        *,
        same: bool = False,
    ) -> None:
        """Generate was pressed for reference images, or for panels alone.

        `same`: the button said that another one is made of what has one.
        """
        if shown is None:
            shown = self._session.quote(wishes).credits
        wanted = {f"{kind} {key}" for kind, key in (wish.subject for wish in wishes)}
        if wanted and self._asking.isdisjoint(wanted):
            self._desk.telling.emit()
            self._asking.update(wanted)
            consent = Consent(same=same, barred=len(wishes) == 1, shown=shown)
            self._scope.spawn(self._draw(tuple(wishes), wanted, consent, where))

    async def _draw(
        self, wishes: tuple[Wish, ...], asking: set[str], consent: Consent, where: Where | None
    ) -> None:
        try:
            await self._desk.settled()
            if self._may_pay() and await self.sure(wishes[0].key, consent.shown, where):
                self._session.press(wishes, consent=consent)
                await asyncio.sleep(0)
        finally:
            self._asking.difference_update(asking)

    async def sure(self, key: str, cost: float | None, where: Where | None = None) -> bool:
        """Whether a single send of real money is meant; practice is never asked about."""
        if not _asks_about(self._session, lambda: self.asks, cost):
            return True
        answer = await self.question.ask(where or self.spot(key), cost)
        if answer is None:
            return await questions.spend(self._window, cost)
        return answer

    async def another(
        self, key: str, cost: float | None, where: Where | None = None, takes: int = 1
    ) -> bool:
        """Whether so many more takes of an accepted shot are meant; practice is asked, too."""
        spot = where or self.spot(key)
        answer = await self.question.ask(spot, cost, accepted=True, takes=takes)
        if answer is None:
            return await questions.another_take(self._window, cost, takes)
        return answer

    def _may_pay(self) -> bool:
        if self._session.spending.can_pay or self._session.read_only:
            return True
        self.key_wanted.emit()
        return False

    async def _decide(
        self, keys: list[str], shown: float | None, where: Where | None, *, told: bool
    ) -> None:
        try:
            await self._desk.settled()
            if not self._may_pay():
                return
            if not await pictures_allowed(self._window, self._session, keys):
                return
            doubtful = [key for key in keys if _needs_you(self._session, key)]
            sure = [key for key in keys if key not in doubtful]
            if len(sure) > 1:
                if not (told and await self._practised(keys, shown)):
                    self.page.ask(clips(*keys))
                return
            for key in sure:
                if _is_unsendable(self._session, key):
                    self.words_wanted.emit(key)
                else:
                    await self._one.send(clips(key)[0], shown, where)
            cost = self._session.quote(clips(*doubtful)).credits
            if doubtful and await questions.lost_answer(
                self._window, self._session, doubtful, cost
            ):
                self._send(clips(*doubtful), Consent(unknown=True, barred=True, shown=cost))
            # What is sent is in line from the loop's next turn on.
            await asyncio.sleep(0)
        finally:
            self._asking.difference_update(keys)

    async def _decide_variants(
        self, wishes: Sequence[Wish], shown: float | None, where: Where | None
    ) -> None:
        keys = [wish.key for wish in wishes]
        key, wish = keys[0], wishes[0]
        try:
            await self._desk.settled()
            if not self._may_pay() or not await pictures_allowed(self._window, self._session, keys):
                return
            if len(wishes) > 1:
                self.page.ask(wishes)
            elif _is_unsendable(self._session, key):
                self.words_wanted.emit(key)
            elif _needs_you(self._session, key):
                self._desk.tell(self.tr("This shot needs you first: its last answer was lost."))
            else:
                await self._one.send(wish, shown, where)
            await asyncio.sleep(0)
        finally:
            self._asking.difference_update(keys)

    async def _practised(self, keys: list[str], shown: float | None) -> bool:
        """Whether it is practice and all were sent: else the page asks, or tells why not."""
        if not self._session.practice or self._session.read_only:
            return False
        try:
            batch = await look(self._session, clips(*keys), NO_CONSENT)
        except StudioError:
            return False
        if batch.is_whole:
            self._send(batch.whole.wishes, Consent(shown=shown))
            await asyncio.sleep(0)
        return batch.is_whole

    def _free(self, keys: Sequence[str]) -> list[str]:
        """Those that a press may make: not what runs or is asked about, nor, of several, what is
        accepted or has no words yet.
        """
        film, session = self._desk.film, self._session
        stages = {key: session.shot(key).stage for key in keys if film.has_shot(key)}
        many = len(stages) > 1
        left = RUNNING | ({Stage.EMPTY} if many else set())
        return [
            key
            for key, stage in stages.items()
            if stage not in left and key not in self._asking
            if not (many and film.shot(key).locked)
        ]

    def _send(self, wishes: Sequence[Wish], consent: Consent) -> None:
        self._session.press(wishes, consent=consent)


def _shown_now(session: ProjectSession, keys: Sequence[str], *, asks: str) -> float | None:
    """What these cost as they are seen; None: no price, since their words are just typed.

    Where nothing would ask about the price that they get, it is asked about as a higher one.
    """
    quote = session.quote(clips(*keys))
    told_later = session.practice or asks == ASKS[0]
    return None if told_later and not quote.shots else quote.credits


def _asks_about(session: ProjectSession, asks: Callable[[], str], cost: float | None) -> bool:
    """Whether a single send is asked about; practice never is."""
    dear = cost is None or cost > _DEAR
    asked = {"always": cost != 0, "dear": dear}.get(asks(), False)
    return asked and not (session.practice or session.read_only)


def _needs_you(session: ProjectSession, key: str) -> bool:
    return session.shot(key).stage is Stage.NEEDS_YOU


def _is_unsendable(session: ProjectSession, key: str) -> bool:
    status = session.shot(key)
    return status.mistake is not None or status.stage is Stage.EMPTY
