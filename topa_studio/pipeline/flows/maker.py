"""Starts and stops the flows of wishes, by their kinds; each runs once at a time."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TypeVar

from topa_studio.base.closing import in_order
from topa_studio.base.errors import StudioError
from topa_studio.model.scenario import Scenario
from topa_studio.model.status import Trouble
from topa_studio.pipeline.board import Board, Subject
from topa_studio.pipeline.compose import Setup
from topa_studio.pipeline.flows.element import ElementFlow
from topa_studio.pipeline.flows.making import Making, all_of
from topa_studio.pipeline.flows.needed import Needed
from topa_studio.pipeline.flows.panel import PanelFlow
from topa_studio.pipeline.flows.previous import Previous
from topa_studio.pipeline.flows.shot import ShotFlow
from topa_studio.pipeline.folder.layout import Layout
from topa_studio.pipeline.folder.pictures import Pictures
from topa_studio.pipeline.job import PAID, Job, Kind, Wish
from topa_studio.pipeline.money.budget import Press
from topa_studio.pipeline.sending.runner import Runner

log = logging.getLogger(__name__)
T = TypeVar("T")


class Maker:
    """The flows of one film. `scenario` and `setup` are asked anew at each step.

    So is `why_not`: what is wrong with a shot or element, of which nothing is sent then.
    """

    def __init__(
        self,
        *,
        scenario: Callable[[], Scenario],
        setup: Callable[[], Setup],
        rescan: Callable[[], Awaitable[None]],
        board: Board,
        runner: Runner,
        layout: Layout,
        pictures: Pictures,
        may_send: Callable[[Path], bool],
        why_not: Callable[[Subject], Trouble | None] = lambda _subject: None,
    ) -> None:
        making = Making(scenario, setup, rescan, board, runner, layout, pictures, why_not, may_send)
        self._making = making
        self._rescan = rescan
        self._layout = layout
        self._board = board
        self._runner = runner
        self._flows: dict[Subject, asyncio.Task[None]] = {}
        needed = Needed(making, self.flow, self.start)
        self._of_kind: Mapping[Kind, Callable[[str, Press], Awaitable[object]]] = {
            Kind.VIEW: ElementFlow(making).make,
            Kind.PANEL: PanelFlow(making, needed).make,
            Kind.CLIP: ShotFlow(making, Previous(making, self.flow), needed).make,
        }

    # Starting and stopping flows

    def start(self, wish: Wish, press: Press) -> asyncio.Task[None]:
        """Make what is wished, unless it is being made already."""
        make = self._of_kind[wish.kind]
        return self._start(wish.subject, lambda: make(wish.key, press))

    def start_collecting(self, only: Iterable[Job] | None = None) -> list[asyncio.Task[None]]:
        """Bring home what was paid for before this start and is gone from the disk, or `only`."""
        paid: dict[Subject, list[Job]] = {}
        for job in self._board.open_jobs() if only is None else only:
            if job.state in PAID:
                paid.setdefault(job.wish.subject, []).append(job)
        for _kind, key in self._board.gone() if only is None else ():
            paid.setdefault((Kind.CLIP, key), [])
        return [
            self._start(about, partial(self._collect, about, jobs)) for about, jobs in paid.items()
        ]

    async def made_elsewhere(self) -> set[str]:
        """Digests of the clips that other films here, or shots of old, have or wait for."""
        return await self._runner.taking_over.known(self._making.is_other)

    async def take_over(self, keys: Mapping[str, str]) -> int:
        """Bring to shots, by key, what their requests (digests) have made elsewhere; how many."""
        return sum([await self._taken_over(key, digest) for key, digest in keys.items()])

    async def _taken_over(self, key: str, digest: str) -> bool:
        film, number = self._layout.film, self._board.next_number(Kind.CLIP, key)
        wish = Wish(Kind.CLIP, key, number, film)
        try:
            return (
                await self._runner.taking_over.take_over(wish, digest, self._making.is_other)
                is not None
            )
        except (StudioError, OSError) as error:
            self._board.end_wait((Kind.CLIP, key), _trouble(error))
            return False

    def flow(self, subject: Subject) -> asyncio.Task[None] | None:
        """What runs for a subject; None where nothing does."""
        return self._flows.get(subject)

    def running(self) -> list[asyncio.Task[None]]:
        """All flows that have not ended."""
        return list(self._flows.values())

    def stop(self, subject: Subject) -> bool:
        """Stop what waits or runs for a subject, and for a clip its panel; False: nothing does.

        What was sent is still collected. What is in line and has no flow yet gets none.
        """
        kind, key = subject
        kinds = (Kind.PANEL, Kind.CLIP) if kind is Kind.CLIP else (kind,)
        stopped = [self._stop((each, key)) for each in kinds]
        return any(stopped)

    def _stop(self, subject: Subject) -> bool:
        flow = self._flows.get(subject)
        if flow is not None:
            return flow.cancel()
        if self._board.waiting_since(subject) is None:
            return False
        self._board.end_wait(subject)
        return True

    async def aclose(self) -> None:
        """Stop all flows; requests on the wire are answered and stored first."""
        await in_order(self._stop_all, self._runner.aclose)

    async def _stop_all(self) -> None:
        flows = self.running()
        for flow in flows:
            flow.cancel()
        await asyncio.gather(*flows, return_exceptions=True)

    def _start(self, subject: Subject, flow: Callable[[], Awaitable[object]]) -> asyncio.Task[None]:
        running = self._flows.get(subject)
        if running is None:
            self._board.wait(subject)
            running = asyncio.create_task(self._guard(subject, flow))
            self._flows[subject] = running
            running.add_done_callback(partial(self._over, subject))
        return running

    def _over(self, subject: Subject, flow: asyncio.Task[None]) -> None:
        """A flow that was stopped before its first step left the line as well."""
        if self._flows.get(subject) is flow:
            del self._flows[subject]
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
            self._flows.pop(subject, None)
            if all(key != subject[1] for _kind, key in self._flows):
                self._runner.line.settle(subject[1])
            self._board.end_wait(subject, trouble)

    # Flows

    async def _collect(self, about: Subject, jobs: list[Job]) -> None:
        kind, key = about
        try:
            await all_of(self._runner.collect(job) for job in jobs)
            if kind is Kind.CLIP:
                for each in (Kind.CLIP, Kind.PANEL):
                    await self._runner.returning.bring(each, key)
        finally:
            if kind in (Kind.VIEW, Kind.SCENE):
                await self._rescan()


def _trouble(error: StudioError | OSError) -> Trouble:
    if isinstance(error, StudioError):
        return Trouble(error.code, error.params)
    return Trouble("pipeline.disk", {"reason": str(error)})
