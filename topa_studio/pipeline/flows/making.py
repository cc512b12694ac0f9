"""What every flow of a film works with, and what they all ask first."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from topa_studio.base.errors import StudioError
from topa_studio.model.request import Picture, Request
from topa_studio.model.scenario import Element, Scenario
from topa_studio.model.status import Trouble
from topa_studio.model.take import Take
from topa_studio.pipeline.board import Board, Subject
from topa_studio.pipeline.compose import Setup
from topa_studio.pipeline.folder.layout import Layout
from topa_studio.pipeline.folder.pictures import Pictures
from topa_studio.pipeline.job import Kind, State, Wish
from topa_studio.pipeline.missing import missing_views
from topa_studio.pipeline.money.budget import Press
from topa_studio.pipeline.sending.runner import Runner


@dataclass(frozen=True, slots=True)
class Making:
    """One film and its means. `scenario`, `setup` and `why_not` are asked anew at each step."""

    scenario: Callable[[], Scenario]
    setup: Callable[[], Setup]
    rescan: Callable[[], Awaitable[None]]
    board: Board
    runner: Runner
    layout: Layout
    pictures: Pictures
    why_not: Callable[[Subject], Trouble | None]
    may_send: Callable[[Path], bool]

    def film_with(self, key: str) -> Scenario:
        """The film as it is now. Raises StudioError where the shot was taken out of it."""
        scenario = self.scenario()
        if not scenario.has_shot(key):
            raise StudioError("pipeline.removed")
        return scenario

    def must_be_sound(self, kind: Kind, key: str) -> None:
        """Raises StudioError where a mistake came into what is to be sent."""
        why = self.why_not((kind, key))
        if why is not None:
            raise StudioError(why.code, **why.params)

    def missing_views(self, element: Element) -> list[int]:
        """Numbers of the reference images that an element still lacks."""
        pictures = self.setup().pictures.get(element.name, ())
        return missing_views(element, self.board.entry(Kind.VIEW, element.name), pictures)

    async def own_picture(self, stored: str) -> Picture:
        """A picture of the user's own. Raises StudioError: it is not there, or may not be sent."""
        path: Path = self.layout.absolute(stored)
        if not await asyncio.to_thread(self.may_send, path):
            raise StudioError("pipeline.picture-elsewhere", path=stored)
        try:
            return await asyncio.to_thread(self.pictures.picture, path)
        except FileNotFoundError as error:
            raise StudioError("pipeline.picture-missing", path=stored) from error

    def is_other(self, wish: Wish) -> bool:
        """Whether something was made for another film, or for a shot that this one has no more."""
        return wish.film != self.layout.film or not self.scenario().has_shot(wish.key)

    def new(self, kind: Kind, key: str) -> Wish:
        """One more of a shot, with a number of its own."""
        return Wish(kind, key, self.board.next_number(kind, key), self.layout.film)

    async def make(
        self,
        wish: Wish,
        compose: Callable[[], Request],
        wanted: tuple[str, ...],
        path: str,
        press: Press,
    ) -> Take:
        """Send it, unless the very same request (one of these digests) has made it already."""
        found = await self._free_result(wish, wanted, press)
        return found or await self.runner.make(wish, compose, path, press)

    async def _free_result(self, wish: Wish, wanted: tuple[str, ...], press: Press) -> Take | None:
        """What the very request of a wish has made already, brought here; None: it must be made.

        Args:
            wanted: digests that count as this very request, the first as it is sent now.

        Raises:
            StudioError: it was paid for and cannot be had now, or not any more.
        """
        if press.consent.same:
            return None
        entry, returning = self.board.entry(wish.kind, wish.key), self.runner.returning
        if any(take.digest in ("", *wanted) for take in entry.gone.values()):
            if await returning.bring(wish.kind, wish.key):
                return entry.takes[max(entry.takes)]
            raise StudioError("pipeline.clip-lost")
        if any(take.digest in wanted for take in entry.takes.values()):
            return None  # the gate of money says so, with the take's number
        for each in wanted:
            found = await self.runner.taking_over.take_over(wish, each, self.is_other)
            if found is not None:
                return found
        return None

    async def carry_on(self, wish: Wish, press: Press) -> bool:
        """Whether the wish was already paid for and is home now; unknown ones wait for the user."""
        job = self.board.open_job(wish)
        if job is None:
            return False
        if job.is_coming:
            await self.runner.collect(job)
            return True
        if job.state is State.INTENT or (job.needs_user and press.consent.unknown):
            await self.runner.drop(job)
            return False
        if job.needs_user:
            raise StudioError("pipeline.needs-you")
        raise StudioError("pipeline.on-the-wire")


async def all_of(works: Iterable[Awaitable[object]]) -> None:
    """Wait for all; then raise the first failure, so that no sibling is torn from its result."""
    done = await asyncio.gather(*works, return_exceptions=True)
    for outcome in done:
        if isinstance(outcome, BaseException):
            raise outcome
