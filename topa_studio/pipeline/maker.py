"""Makes what a shot needs, in order: reference images, panel, clip; each wish once at a time."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TypeVar

from topa_studio.base.errors import StudioError
from topa_studio.base.files import write_atomic
from topa_studio.base.words import say
from topa_studio.media.apart import Apart
from topa_studio.model.request import Picture, Request, digest
from topa_studio.model.scenario import Element, Scenario
from topa_studio.model.status import Trouble
from topa_studio.model.take import Take
from topa_studio.pipeline.board import Board, Subject
from topa_studio.pipeline.budget import Press
from topa_studio.pipeline.choice import chosen_panel, chosen_take
from topa_studio.pipeline.compose import (
    Setup,
    clip_request,
    needed_elements,
    needs_panel,
    panel_request,
    view_prompts,
    view_request,
)
from topa_studio.pipeline.job import PAID, Job, Kind, State, Wish
from topa_studio.pipeline.layout import Layout
from topa_studio.pipeline.missing import missing_views
from topa_studio.pipeline.pictures import Pictures
from topa_studio.pipeline.runner import Runner

log = logging.getLogger(__name__)
T = TypeVar("T")


class Maker:
    """The flows of one film. `scenario` and `setup` are asked anew at each step."""

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
    ) -> None:
        self._scenario = scenario
        self._setup = setup
        self._rescan = rescan
        self._board = board
        self._runner = runner
        self._layout = layout
        self._pictures = pictures
        self._flows: dict[Subject, asyncio.Task[None]] = {}
        self._waits: dict[str, tuple[str, asyncio.Future[None]]] = {}

    # Starting and stopping flows

    def start_shot(self, key: str, press: Press) -> asyncio.Task[None]:
        """Make a new take of a shot, unless it is being made already."""
        return self._start((Kind.CLIP, key), lambda: self._shot(key, press))

    def start_element(self, name: str, press: Press) -> asyncio.Task[None]:
        """Make an element's missing reference images, unless they are being made already."""
        return self._start((Kind.VIEW, name), lambda: self._element(name, press))

    def start_collecting(self) -> list[asyncio.Task[None]]:
        """Bring home everything that was paid for before this start."""
        paid: dict[Subject, list[Job]] = {}
        for job in self._board.open_jobs():
            if job.state in PAID:
                paid.setdefault(_subject(job), []).append(job)
        return [self._start(about, partial(self._collect, jobs)) for about, jobs in paid.items()]

    def flow(self, subject: Subject) -> asyncio.Task[None] | None:
        """What runs for a subject; None where nothing does."""
        return self._flows.get(subject)

    def running(self) -> list[asyncio.Task[None]]:
        """All flows that have not ended."""
        return list(self._flows.values())

    def stop(self, subject: Subject) -> bool:
        """Stop the flow of a subject; False where none runs. What was sent is still collected."""
        flow = self._flows.get(subject)
        return flow.cancel() if flow is not None else False

    async def aclose(self) -> None:
        """Stop all flows; requests on the wire are answered and stored first."""
        flows = self.running()
        for flow in flows:
            flow.cancel()
        await asyncio.gather(*flows, return_exceptions=True)
        await self._runner.aclose()

    def _start(self, subject: Subject, flow: Callable[[], Awaitable[object]]) -> asyncio.Task[None]:
        running = self._flows.get(subject)
        if running is None:
            self._board.wait(subject)
            running = asyncio.create_task(self._guard(subject, flow))
            self._flows[subject] = running
        return running

    async def _guard(self, subject: Subject, flow: Callable[[], Awaitable[object]]) -> None:
        """A flow's failure is the subject's trouble; it never travels further."""
        trouble: Trouble | None = None
        try:
            await flow()
        except StudioError as error:
            trouble = Trouble(error.code, error.params)
        except OSError as error:
            trouble = Trouble("pipeline.disk", {"reason": str(error)})
        except Exception as error:
            log.exception("a flow failed")
            reason = {"reason": f"{type(error).__name__}: {error}"}
            trouble = Trouble("project.mistake-of-ours", reason)
        finally:
            self._flows.pop(subject, None)
            self._runner.line.settle(subject[1])
            self._board.end_wait(subject, trouble)

    # Flows

    async def _collect(self, jobs: list[Job]) -> None:
        try:
            await _all(self._runner.collect(job) for job in jobs)
        finally:
            if jobs[0].wish.kind in (Kind.VIEW, Kind.SCENE):
                await self._rescan()

    async def _element(self, name: str, press: Press) -> None:
        element = self._scenario().element(name)
        if element is None:
            return
        numbers = self._missing_views(element)
        if numbers and numbers[0] == 1:
            await self._view(element, 1, press)
            numbers = numbers[1:]
        await _all(self._view(element, number, press) for number in numbers)
        await self._rescan()

    def _missing_views(self, element: Element) -> list[int]:
        pictures = self._setup().pictures.get(element.name, ())
        return missing_views(element, self._board.entry(Kind.VIEW, element.name), pictures)

    async def _view(self, element: Element, number: int, press: Press) -> None:
        wish = Wish(Kind.VIEW, element.name, number)
        if await self._continue(wish, press):
            return
        front = None
        if number > 1:
            front = await asyncio.to_thread(self._front, element.name)

        def compose() -> Request:
            now = self._scenario().element(element.name)
            if now is None or number > len(view_prompts(now)):
                raise StudioError("pipeline.removed")
            return view_request(self._scenario(), now, number, self._setup(), front)

        path = self._layout.relative(self._layout.view(element.name, number))
        await self._runner.make(wish, compose, path, press)

    def _front(self, name: str) -> Picture | None:
        first = self._board.entry(Kind.VIEW, name).takes.get(1)
        path = self._layout.absolute(first.path) if first else self._layout.view(name, 1)
        return self._pictures.picture(path) if path.exists() else None

    async def _shot(self, key: str, press: Press) -> None:
        wish = Wish(Kind.CLIP, key, self._board.next_number(Kind.CLIP, key), self._layout.film)
        if await self._continue(wish, press) or await self._scene_came(key):
            return
        await self._elements_of(key, press)
        start = await self._start_frame(key, press)
        last = self._film_with(key).shot(key).end
        end = None if last is None else await self._own_picture(last)

        def compose() -> Request:
            return clip_request(self._film_with(key), key, self._setup(), start, end)

        path = self._layout.relative(self._layout.take(key, wish.number))
        await self._runner.make(wish, compose, path, press)

    def _film_with(self, key: str) -> Scenario:
        """The film as it is now. Raises StudioError where the shot was taken out of it."""
        scenario = self._scenario()
        if not scenario.has_shot(key):
            raise StudioError("pipeline.removed")
        return scenario

    async def _scene_came(self, key: str) -> bool:
        """Whether a clip of the whole scene, paid for by an older run, brought this shot."""
        scene = self._film_with(key).scene_of(key)
        jobs = [
            job
            for job in self._board.open_jobs()
            if job.wish.kind is Kind.SCENE
            and (job.wish.key == scene.id or job.wish.key.startswith(f"{scene.id}_part"))
        ]
        for job in jobs:
            await self._runner.collect(job)
        if jobs:
            await self._rescan()
        return bool(jobs) and bool(self._board.entry(Kind.CLIP, key).takes)

    async def _elements_of(self, key: str, press: Press) -> None:
        scenario = self._film_with(key)
        for element in needed_elements(scenario, scenario.shot(key)):
            if not self._missing_views(element):
                continue
            wish = Wish(Kind.CLIP, key, 0)
            self._board.because(wish, Trouble("pipeline.waits-element", {"element": element.name}))
            # Not awaited itself: whoever stops the element's flow does not stop the shot's.
            await asyncio.wait([self.start_element(element.name, press)])
            self._board.because(wish, None)
            trouble = self._board.trouble((Kind.VIEW, element.name))
            if trouble is None and self._missing_views(element):
                trouble = Trouble("pipeline.stopped", {})
            if trouble is not None:
                why = say(trouble.code, trouble.params)
                raise StudioError("pipeline.element-not-made", element=element.name, reason=why)

    async def _start_frame(self, key: str, press: Press) -> Picture | None:
        scenario, setup = self._film_with(key), self._setup()
        if needs_panel(scenario, key, setup):
            panel = await self._panel(key, press)
            return await self._own_picture(panel.path)
        match scenario.shot(key).start:
            case None | "none" | "panel":
                return None
            case "previous":
                return await self._previous_frame(key)
            case path:
                return await self._own_picture(path)

    async def _panel(self, key: str, press: Press) -> Take:
        scenario = self._film_with(key)

        def compose() -> Request:
            return panel_request(self._film_with(key), key, self._setup())

        entry = self._board.entry(Kind.PANEL, key)
        panel = chosen_panel(scenario.shot(key), entry)
        fresh = panel is not None and panel.digest in ("", digest(compose()))
        if panel is not None and (fresh or scenario.shot(key).panel is not None):
            return panel
        number = self._board.next_number(Kind.PANEL, key)
        wish = Wish(Kind.PANEL, key, number, self._layout.film)
        if not await self._continue(wish, press):
            path = self._layout.relative(self._layout.panel(key, number))
            return await self._runner.make(wish, compose, path, press)
        return max(self._board.entry(Kind.PANEL, key).takes.values(), key=lambda t: t.number)

    async def _previous_frame(self, key: str) -> Picture | None:
        """The end of the shot before this one as the film is now, once that is made."""
        while True:
            scenario = self._film_with(key)
            shots = scenario.shots()
            place = next(i for i, shot in enumerate(shots) if shot.key == key)
            if place == 0:
                return None
            previous = shots[place - 1]
            running = self._flows.get((Kind.CLIP, previous.key))
            if running is None:
                break
            await self._wait_for(key, previous.key, running)
        take = chosen_take(previous, self._board.entry(Kind.CLIP, previous.key))
        if take is None:
            raise StudioError("pipeline.previous-not-made", shot=scenario.number_of(previous.key))
        return await asyncio.to_thread(self._save_last_frame, take)

    async def _wait_for(self, key: str, previous: str, running: asyncio.Task[None]) -> None:
        """Wait for another shot's flow, or until this one must look again who is before it.

        Where shots were moved meanwhile, waits may lead in a circle: the last in it looks again.
        """
        at = previous
        while at in self._waits:
            at, older = self._waits[at]
            if at == key:
                if not older.done():
                    older.set_result(None)
                break
        look: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waits[key] = previous, look
        shot = self._film_with(key).number_of(previous)
        wish = Wish(Kind.CLIP, key, 0)
        self._board.because(wish, Trouble("pipeline.waits-previous", {"shot": shot}))
        try:
            await asyncio.wait([running, look], return_when=asyncio.FIRST_COMPLETED)
        finally:
            self._waits.pop(key, None)
            self._board.because(wish, None)

    def _save_last_frame(self, take: Take) -> Picture:
        clip = self._layout.absolute(take.path)
        name = take.sha256[:20] or f"{clip.stem}-{clip.stat().st_mtime_ns}"
        target = self._layout.cache / f"last-{name}.png"
        if not target.exists():
            write_atomic(self._layout.own(target), Apart.shared().last_frame(clip))
        return self._pictures.picture(target)

    async def _own_picture(self, stored: str) -> Picture:
        path: Path = self._layout.absolute(stored)
        try:
            return await asyncio.to_thread(self._pictures.picture, path)
        except FileNotFoundError as error:
            raise StudioError("pipeline.picture-missing", path=stored) from error

    async def _continue(self, wish: Wish, press: Press) -> bool:
        """Whether the wish was already paid for and is home now; unknown ones wait for the user."""
        job = self._board.open_job(wish)
        if job is None:
            return False
        if job.state in PAID:
            await self._runner.collect(job)
            return True
        if job.state is State.INTENT or (job.state is State.UNKNOWN and press.consent.unknown):
            await self._runner.drop(job)
            return False
        if job.state is State.UNKNOWN:
            raise StudioError("pipeline.needs-you")
        raise StudioError("pipeline.on-the-wire")


def _subject(job: Job) -> Subject:
    return (job.wish.kind, job.wish.key)


async def _all(works: Iterable[Awaitable[object]]) -> None:
    """Wait for all; then raise the first failure, so that no sibling is torn from its result."""
    done = await asyncio.gather(*works, return_exceptions=True)
    for outcome in done:
        if isinstance(outcome, BaseException):
            raise outcome
