"""What both fronts ask of a film: wishes of every kind are priced and pressed the same way."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from topa_studio.app.making.production import Production
from topa_studio.app.making.standing import Standing
from topa_studio.base.errors import ProjectError, StudioError
from topa_studio.document.document import Document
from topa_studio.document.reading.findings import placed
from topa_studio.model.status import Consent, Quote, Run, Trouble
from topa_studio.model.wish import Kind, Wish
from topa_studio.pipeline.money.budget import Press
from topa_studio.pipeline.money.estimate import Estimate
from topa_studio.pipeline.money.sums import Share, Sum

if TYPE_CHECKING:
    from topa_studio.model.spelled import Spelled


class Wishes:
    """Quotes and presses; what is not in the film any more is left out."""

    def __init__(self, production: Production, document: Document, standing: Standing) -> None:
        self._production, self._standing = production, standing
        self._document = document

    def quote(self, wishes: Iterable[Wish]) -> Quote:
        """What a press for these would make and cost; budgets are not looked at."""
        return self._summed(wishes, self._standing.share)

    def once(self, wishes: Iterable[Wish]) -> Quote:
        """What making each of these once costs, whether it is here, on its way or still to come."""
        return self._summed(wishes, partial(self.estimate().share, once=True))

    def _summed(self, wishes: Iterable[Wish], share: Callable[[Wish], Share]) -> Quote:
        known = self._known(wishes)
        mistakes = self._mistakes(known)
        found = Sum()
        for wish in known:
            if wish not in mistakes:
                found.put(wish, share(wish))
        quote = self.estimate().quote_of(found)
        return replace(quote, blocked={**quote.blocked, **mistakes})

    def estimate(self) -> Estimate:
        """The very requests that would be sent, and their prices."""
        return self._production.film.estimate()

    async def batch(self, wishes: Iterable[Wish], consent: Consent, run: Run | None) -> Quote:
        """`quote`, and what of it the budgets hold.

        Raises StudioError: the day's budget cannot be read, so nothing can be sent.
        """
        known = self._known(wishes)
        mistakes = self._mistakes(known)
        sound = [wish for wish in known if wish not in mistakes]
        quote = await self._production.presses.batch(sound, _press_of(consent, run))
        return replace(quote, blocked={**quote.blocked, **mistakes})

    def spelled(self, key: str, *, panel: bool = False) -> Spelled | Trouble:
        """What a press for a shot's clip or panel would send, or why that cannot be told."""
        from topa_studio.pipeline.spelled import spelled_out  # not for the first picture

        try:
            return spelled_out(self._production.film.estimate(), key, panel=panel)
        except StudioError as error:
            return Trouble(error.code, error.params)

    async def make(self, wishes: Iterable[Wish], consent: Consent, run: Run | None) -> None:
        """Press, and wait for the end; how each went is its status. Raises ProjectError."""
        asked, production = tuple(wishes), self._production
        production.must_write()
        if not asked or not all(wish.kind.is_of_element for wish in asked):
            self._must_be_readable()
        wanted = self._known(asked)
        if wanted:
            production.budget.limit()
        sound = production.screening.sound(wanted)
        self._may_send(sound)
        await production.presses.make(sound, _press_of(consent, run))

    async def picture_troubles(self, wishes: Iterable[Wish]) -> Mapping[Wish, tuple[Trouble, ...]]:
        """Why own pictures cannot be sent with these; those whose pictures can are left out."""
        look = self._production.screening.picture_troubles
        found = {wish: await look(wish) for wish in wishes}
        return {wish: troubles for wish, troubles in found.items() if troubles}

    async def upload_elements(self) -> int:
        """Upload every reference image now; how many pictures the service has then.

        Raises:
            ProjectError, ProviderError: it could not be done.
        """
        self._production.must_write()
        self._may_send(self._document.scenario.elements)
        return await self._production.upload_elements()

    def _known(self, wishes: Iterable[Wish]) -> list[Wish]:
        """Without shots that are not in the film, and elements that lack nothing."""
        return [wish for wish in wishes if self._is_known(wish)]

    def _is_known(self, wish: Wish) -> bool:
        film = self._document.scenario
        match wish.kind:
            case Kind.VIEW:
                return bool(self.estimate().views(wish.key))
            case Kind.REDRAW:
                return film.element(wish.element) is not None
            case _:
                return film.has_shot(wish.key)

    def _mistakes(self, wishes: Iterable[Wish]) -> dict[Wish, Trouble]:
        """Shots that cannot be sent as they are written; an element tells when it is pressed."""
        mistake = self._production.film.unsendable.shot
        shots = (wish for wish in wishes if not wish.kind.is_of_element)
        return {wish: why for wish in shots if (why := mistake(wish.key)) is not None}

    def _may_send(self, wishes: Sequence[object]) -> None:
        if wishes and not self._production.can_pay:
            raise ProjectError("project.no-key")

    def _must_be_readable(self) -> None:
        """A film of which no shot can be read says so, instead of having nothing to do."""
        document = self._document
        if document.problems and not document.scenario.shots():
            raise ProjectError("project.no-shots", reason=placed(document.problems[0]))


def _press_of(consent: Consent, run: Run | None) -> Press:
    """One press, with a name of its own unless it is part of a longer run."""
    if run is None:
        return Press(uuid.uuid4().hex, consent)
    return Press(run.id, consent, run.budget)
