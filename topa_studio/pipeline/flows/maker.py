"""Makes what is wished: each kind by its own flow, each subject once at a time."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from topa_studio.base.closing import in_order
from topa_studio.base.errors import StudioError
from topa_studio.model.request import Picture, Request
from topa_studio.model.scenario import Element, Scenario
from topa_studio.model.status import Trouble, reason_of
from topa_studio.model.take import Take
from topa_studio.model.wish import Kind, Wish
from topa_studio.pipeline.board import Subject
from topa_studio.pipeline.flows.film import Film
from topa_studio.pipeline.job import PAID, Job, State
from topa_studio.pipeline.missing import still_missing
from topa_studio.pipeline.money.budget import Press
from topa_studio.pipeline.sending.runner import Runner

log = logging.getLogger(__name__)
Flow = Callable[[Wish, Press], Awaitable[object]]
"""Makes what is wished, or brings home what was paid for. Raises StudioError."""


class Maker:
    """Runs the flows of one film.

    Attributes:
        flows: by which of them each kind is made; set once they are put together.
    """

    def __init__(self, film: Film, runner: Runner) -> None:
        self.film = film
        self.runner = runner
        self.flows: Mapping[Kind, Flow] = {}
        self._board = film.board
        self._running: dict[Subject, asyncio.Task[None]] = {}
        self._parts: dict[Subject, asyncio.Future[None]] = {}

    # Starting and stopping flows

    def start(self, wish: Wish, press: Press) -> asyncio.Task[None]:
        """Make what is wished, unless it is being made already."""
        make = self.flows[wish.kind]
        return self.begin(wish.subject, lambda: make(wish, press), wish.variants)

    async def within(self, wish: Wish, press: Press) -> None:
        """Make it at once, as a part of the flow that asks: who stops one of them stops both.

        A flow of its own would stand in line behind what began in the same moment.
        """
        asking, subject = asyncio.current_task(), wish.subject
        assert asking is not None
        self._board.wait(subject)
        self._running[subject] = asking
        part = self._parts[subject] = asyncio.get_running_loop().create_future()
        try:
            await self._guard(subject, partial(self.flows[wish.kind], wish, press))
        except asyncio.CancelledError:
            part.cancel()
            raise
        finally:
            del self._parts[subject]
            if not part.done():
                part.set_result(None)

    def start_collecting(self, only: Iterable[Job] | None = None) -> list[asyncio.Task[None]]:
        """Bring home what was paid for before this start and is gone from the disk, or `only`."""
        paid: dict[Subject, list[Job]] = {}
        for job in self._board.open_jobs() if only is None else only:
            if job.state in PAID:
                paid.setdefault(job.wish.subject, []).append(job)
        for kind, key in self._board.gone() if only is None else ():
            paid.setdefault((kind if kind is Kind.REDRAW else Kind.CLIP, key), [])
        return [
            self.begin(about, partial(self._collect, about, jobs)) for about, jobs in paid.items()
        ]

    def flow(self, subject: Subject) -> asyncio.Future[None] | None:
        """What runs for a subject, to be waited for; None where nothing does."""
        return self._parts.get(subject) or self._running.get(subject)

    def stop(self, subject: Subject) -> bool:
        """Stop what waits or runs for a subject, and for a clip its panel; False: nothing does.

        What was sent is still collected. What is in line and has no flow yet gets none.
        """
        kind, key = subject
        about = [(k, key) for k in ((Kind.PANEL, Kind.CLIP) if kind is Kind.CLIP else (kind,))]
        flows = {self._running[each] for each in about if each in self._running}
        for flow in flows:
            flow.cancel()
        in_line = [each for each in about if self._board.waiting_since(each) is not None]
        for each in in_line:
            if each not in self._running:
                self._board.end_wait(each)
        return bool(flows or in_line)

    async def aclose(self) -> None:
        """Stop all flows; requests on the wire are answered and stored first."""
        await in_order(self._stop_all, self.runner.aclose)

    async def _stop_all(self) -> None:
        flows = set(self._running.values())
        for flow in flows:
            flow.cancel()
        await asyncio.gather(*flows, return_exceptions=True)

    def begin(
        self, subject: Subject, flow: Callable[[], Awaitable[object]], variants: int = 0
    ) -> asyncio.Task[None]:
        """Run a flow for a subject, unless one runs."""
        running = self._running.get(subject)
        if running is None:
            self._board.wait(subject, variants)
            running = asyncio.create_task(self._guard(subject, flow))
            self._running[subject] = running
            running.add_done_callback(partial(self._over, subject))
        return running

    def _over(self, subject: Subject, flow: asyncio.Task[None]) -> None:
        """A flow that was stopped before its first step left the line as well."""
        if self._running.get(subject) is flow:
            del self._running[subject]
            self._board.end_wait(subject)

    async def _guard(self, subject: Subject, flow: Callable[[], Awaitable[object]]) -> None:
        """A flow's failure is the subject's trouble; it never travels further."""
        trouble: Trouble | None = None
        try:
            await flow()
        except (StudioError, OSError) as error:
            trouble = _trouble(error)
        except Exception as error:
            log.exception("a flow failed")
            reason = {"reason": f"{type(error).__name__}: {error}"}
            trouble = Trouble("project.mistake-of-ours", reason)
        finally:
            self._running.pop(subject, None)
            if all(key != subject[1] for _kind, key in self._running):
                self.runner.line.settle(subject[1])
            self._board.end_wait(subject, trouble)

    # What every flow asks first

    def film_with(self, key: str) -> Scenario:
        """The film as it is now. Raises StudioError where the shot was taken out of it."""
        scenario = self.film.scenario
        if not scenario.has_shot(key):
            raise StudioError("pipeline.removed")
        return scenario

    def must_be_sound(self, kind: Kind, key: str) -> None:
        """Raises StudioError where a mistake came into what is to be sent."""
        why = self.film.why_not((kind, key))
        if why is not None:
            raise StudioError(why.code, **why.params)

    def missing_views(self, element: Element) -> list[int]:
        """Numbers of the reference images that an element still lacks."""
        pictures = self.film.setup.pictures.get(element.name, ())
        return still_missing(element, self._board, pictures)

    async def own_picture(self, stored: str) -> Picture:
        """A picture of the user's own. Raises StudioError: it is not there, or may not be sent."""
        path: Path = self.film.layout.absolute(stored)
        if not await asyncio.to_thread(self.film.may_send, path):
            raise StudioError("pipeline.picture-elsewhere", path=stored)
        try:
            return await asyncio.to_thread(self.film.pictures.picture, path)
        except FileNotFoundError as error:
            raise StudioError("pipeline.picture-missing", path=stored) from error

    def is_other(self, wish: Wish) -> bool:
        """Whether something was made for another film, or for a shot that this one has no more."""
        return wish.film != self.film.layout.film or not self.film.scenario.has_shot(wish.key)

    @contextmanager
    def new(self, kind: Kind, key: str) -> Iterator[Wish]:
        """One more of a shot or picture, with a number that is its own while it is worked on."""
        with self._board.number(kind, key) as number:
            yield Wish(kind, key, number, "" if kind.is_of_element else self.film.layout.film)

    @contextmanager
    def several(self, kind: Kind, key: str, count: int) -> Iterator[list[Wish]]:
        """So many more of a shot, each with a number of its own until all have come to an end."""
        with ExitStack() as numbers:
            yield [numbers.enter_context(self.new(kind, key)) for _ in range(count)]

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
        entry, returning = self._board.entry(wish.kind, wish.key), self.runner.returning
        if any(take.digest in ("", *wanted) for take in entry.missed()):
            if await returning.bring(wish.kind, wish.key):
                return entry.takes[max(entry.takes)]
            raise StudioError("pipeline.clip-lost")
        if any(take.digest in wanted for take in entry.takes.values()):
            return None  # the gate of money says so, with the take's number
        # One question for all of them: a shot that asked longer would lose its place in line.
        taking_over = self.runner.taking_over
        asked = await taking_over.asked_before(wish.kind, wanted)
        for each in (digest for digest in wanted if digest in asked):
            found = await taking_over.take_over(wish, each, self.is_other)
            if found is not None:
                return found
        return None

    async def carry_on(self, wish: Wish, press: Press) -> bool:
        """Whether the wish was already paid for and is home now; unknown ones wait for the user."""
        job = self._board.open_job(wish)
        if job is None:
            return False
        if job.is_coming:
            await self.runner.collect(job)
            return True
        if job.state is State.INTENT:
            await self.runner.drop(job)
            return False
        if job.needs_user and press.consent.unknown:
            # Of several the one that the user was asked about first.
            await self.runner.drop(self._board.first_question(wish) or job)
            return False
        if job.needs_user:
            raise StudioError("pipeline.needs-you")
        raise StudioError("pipeline.on-the-wire")

    async def _collect(self, about: Subject, jobs: list[Job]) -> None:
        kind, key = about
        try:
            await all_of(self.runner.collect(job) for job in jobs)
            lost = (Kind.CLIP, Kind.PANEL) if kind is Kind.CLIP else (kind,)
            for each in lost if kind in (Kind.CLIP, Kind.REDRAW) else ():
                await self.runner.returning.bring(each, key)
        finally:
            if kind in (Kind.VIEW, Kind.SCENE):
                await self.film.rescan()


def _trouble(error: StudioError | OSError) -> Trouble:
    if isinstance(error, StudioError):
        return Trouble(error.code, error.params)
    return Trouble("pipeline.disk", {"reason": reason_of(error)})


async def all_of(works: Iterable[Awaitable[object]]) -> None:
    """Wait for all; then raise the first failure, so that no sibling is torn from its result."""
    done = await asyncio.gather(*works, return_exceptions=True)
    for outcome in done:
        if isinstance(outcome, BaseException):
            raise outcome
