"""One shot's press, from the price to the sending: what has to be asked of it first."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.model.status import Consent, Quote
from topa_studio.model.wish import Wish
from topa_studio.ui.desk import Desk
from topa_studio.ui.in_place import Where
from topa_studio.ui.pressing import questions
from topa_studio.ui.pressing.facts import over_words
from topa_studio.ui.pressing.page import BatchPage

Asks = Callable[[float | None], bool]
Sure = Callable[[str, float | None, Where | None], Awaitable[bool]]
Another = Callable[[str, float | None, Where | None, int], Awaitable[bool]]
translate = QCoreApplication.translate


class OneShot:
    """Sends one take, or several of the very same request, once nothing is to be asked any more."""

    def __init__(
        self,
        window: QWidget,
        desk: Desk,
        asks: Asks,
        sure: Sure,
        another: Another,
        page: Callable[[], BatchPage],
    ) -> None:
        """`asks`: whether `sure` asks if a price is meant.

        `another` asks whether more of an accepted one are meant; `page` is the page of batches.
        """
        self._window, self._desk, self._session = window, desk, desk.session
        self._asks, self._sure, self._another, self._page = asks, sure, another, page
        # Who once chose another take of the same words knows what it means.
        self._repeats = False

    async def send(self, wish: Wish, shown: float | None, where: Where | None) -> None:
        """One shot goes as soon as it is sure that it is meant, and nothing else is to be asked."""
        consent, told = Consent(barred=True, shown=shown), False
        film = self._desk.film
        if film.has_shot(wish.key) and film.shot(wish.key).locked:
            # Whoever wants another take of what is accepted wants one from the same words, too.
            consent, told = replace(consent, same=True), True
            quote = await self._session.batch([wish], consent=consent)
            takes = max(1, wish.variants)
            if not await self._another(wish.key, quote.credits, where, takes):
                return
            consent = _agreed(consent, quote)
        while True:
            quote = await self._session.batch([wish], consent=consent)
            if wish in quote.same and self._repeats:
                consent = replace(consent, same=True)
                continue
            allowed = await self._allowed(wish, quote, consent)
            if allowed is None:
                return
            if allowed == consent:
                break
            consent, told = allowed, True
        # Who was told its price in another question is not asked again.
        if not told and self._asks(quote.credits):
            if not await self._sure(wish.key, quote.credits, where):
                return
            consent = _agreed(consent, quote)
        self._session.press((wish,), consent=consent)

    async def _allowed(self, wish: Wish, quote: Quote, consent: Consent) -> Consent | None:
        """`consent` with what has to be asked first and was allowed; None: nothing is sent."""
        window, session, key = self._window, self._session, wish.key
        if wish in quote.same:
            again = await self._another_quote(wish, consent)
            answer = await questions.same_request(window, session, key, quote.same[wish], again)
            if answer == questions.USE:
                self._use(key, quote.same[wish])
            self._repeats = answer == questions.MAKE
            return _agreed(replace(consent, same=True), again) if self._repeats else None
        if wish in quote.lost:
            again = await self._another_quote(wish, consent)
            wanted = await questions.lost_clip(window, session, key, again)
            return _agreed(replace(consent, same=True), again) if wanted else None
        if wish in quote.unpriced and not consent.no_price:
            sends = await questions.without_price(window, session, key)
            return replace(consent, no_price=True) if sends else None
        if wish in quote.rest and wish.variants:
            self._desk.tell(over_words(quote))
            return None
        if wish in quote.rest:
            self._page().ask([wish], consent)
            return None
        return consent

    async def _another_quote(self, wish: Wish, consent: Consent) -> Quote:
        return await self._session.batch([wish], consent=replace(consent, same=True))

    def _use(self, key: str, take: int) -> None:
        chosen = self._session.shot(key).chosen
        if chosen is None or chosen.number != take:
            label = translate("Pressing", "Choose take {number}").format(number=take)
            self._desk.apply(label, SetField(ShotTarget(key), "take", take))


def _agreed(consent: Consent, quote: Quote) -> Consent:
    """`consent` to the price that was just told in a question, whatever the button said."""
    return consent if quote.credits is None else replace(consent, shown=quote.credits)
