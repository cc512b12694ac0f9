"""What waits for a slot and is sent; the database is told before each act it records."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from functools import partial

from topa_studio.base.closing import in_order
from topa_studio.base.errors import NotSent, StudioError
from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.model.request import Request, digest
from topa_studio.model.status import Trouble
from topa_studio.model.take import Take
from topa_studio.pipeline.board import Board
from topa_studio.pipeline.folder.layout import Layout
from topa_studio.pipeline.job import Job, State, Wish
from topa_studio.pipeline.money.budget import Press, day_of
from topa_studio.pipeline.sending.arrival import Arrival
from topa_studio.pipeline.sending.collector import Collector, Pace
from topa_studio.pipeline.sending.ending import JobStopped, leave
from topa_studio.pipeline.sending.gate import Gate
from topa_studio.pipeline.sending.line import Line
from topa_studio.pipeline.sending.offline import Offline
from topa_studio.pipeline.sending.returning import Returning
from topa_studio.pipeline.sending.sender import Outdated, Sender
from topa_studio.pipeline.sending.taking_over import TakingOver
from topa_studio.pipeline.sending.uploads import Uploads
from topa_studio.pipeline.till import Till
from topa_studio.provider.service import Providers

_UNREACHABLE = "provider.picture-unreachable"
_SETTLE_SECONDS = 30.0
_UPLOAD_TRIES = 20


class Runner:
    """Sends, watches and collects jobs; who calls it decides what is wished.

    Attributes:
        gate: whether anything new may be sent.
        line: who gets the next slot.
        returning: fetches again what was paid for and is gone from the disk.
        taking_over: finds what the very same request has made already.
    """

    def __init__(
        self,
        *,
        board: Board,
        till: Till,
        providers: Providers,
        uploads: Uploads,
        arrival: Arrival,
        layout: Layout,
        catalogue: Catalogue,
        pace: Pace,
        order: Callable[[str], int],
    ) -> None:
        self.gate = Gate(unattended=pace.unattended)
        self.line = Line(pace.slots, order)
        self._offline = Offline(self.gate, providers, pace.offline_patience)
        self._sender = Sender(till, providers, self.gate, self._offline, board)
        self._board = board
        self._uploads = uploads
        self._catalogue = catalogue
        self._pace = pace
        self._till = till
        self._posts: set[asyncio.Task[Job]] = set()
        self._collector = Collector(
            board=board,
            till=till,
            providers=providers,
            arrival=arrival,
            gate=self.gate,
            offline=self._offline,
            pace=pace,
        )
        self.returning = Returning(board, till, providers, arrival, layout, pace)
        self.taking_over = TakingOver(till, board, layout, self._collector, self.returning)

    # Jobs

    async def make(
        self, wish: Wish, compose: Callable[[], Request], path: str, press: Press
    ) -> Take:
        """Send a new job and bring its result home to `path` (relative to home).

        `compose` is asked when the job's turn has come, so that the film as it is then is sent.

        Raises:
            JobStopped: no result; the job's state and trouble say why.
            StudioError: it was not sent, as `compose` or an upload did not succeed, or a guard
                of money held it back.
        """
        if self.line.is_full:
            self._board.because(wish, Trouble("pipeline.waits-turn", {"slots": self.line.slots}))
        async with self.line.place(wish.key):
            self._board.because(wish, None)
            job = await self._sent(wish, compose, path, press)
            watch = self._collector.watch(job)
            await watch.there.wait()
        # The next one is sent while this one comes home.
        return await asyncio.shield(watch.home)

    async def _sent(
        self, wish: Wish, compose: Callable[[], Request], path: str, press: Press
    ) -> Job:
        """The job with its task id; where the film changes before it leaves, it is asked anew."""
        while True:
            request, urls = await self._with_pictures(compose)
            new = self._new(wish, request, path)
            given_up = asyncio.Event()
            post = asyncio.create_task(self._post(new, compose, urls, press, given_up))
            self._posts.add(post)
            post.add_done_callback(self._posts.discard)
            try:
                # A paid request is never torn by a cancel: its answer is awaited and stored.
                return await asyncio.shield(post)
            except Outdated:
                continue
            except JobStopped as stop:
                if stop.code == _UNREACHABLE:
                    await self._uploads.forget(request)
                raise
            except asyncio.CancelledError:
                given_up.set()
                post.add_done_callback(self._collect_all_the_same)
                raise

    async def _post(
        self,
        job: Job,
        compose: Callable[[], Request],
        urls: Mapping[str, str],
        press: Press,
        given_up: asyncio.Event,
    ) -> Job:
        """Admit a job and send it, in one: an intent that is written is sent or dropped."""
        admitted = await self._till.admit(job, press)
        assert admitted.request is not None
        wanted = partial(_is_wanted, admitted, compose)
        return await self._sender.send(admitted, admitted.request, urls, given_up, wanted)

    async def _with_pictures(
        self, compose: Callable[[], Request]
    ) -> tuple[Request, Mapping[str, str]]:
        """The request as the film is now, and where its pictures are; waits for a connection."""
        for _ in range(_UPLOAD_TRIES):
            await self.gate.opened()
            request = compose()
            try:
                return request, await self._uploads.urls(request)
            except NotSent as error:
                if not self._offline.lost(error, self._catalogue.provider_of(request)):
                    raise
                last = error
        raise last

    def woke(self, stood_still: float) -> None:
        """The computer slept: time in which nobody could ask does not count as waiting.

        Args:
            stood_still: seconds the steady clock went on meanwhile.
        """
        self._collector.woke(stood_still)
        self._offline.woke()

    async def collect(self, job: Job) -> Take:
        """Bring home what was sent before; see `Collector.collect`."""
        return await self._collector.collect(job)

    def _collect_all_the_same(self, post: asyncio.Task[Job]) -> None:
        """Nobody waits for this answer any more; where it is a yes, it is paid for."""
        if not post.cancelled() and post.exception() is None:
            self._collector.watch(post.result())

    async def aclose(self) -> None:
        """Wait for answers of requests on the wire, then stop watching; the next start goes on."""
        # The collector goes before what it asks for a connection.
        await in_order(
            self._settle_posts, self._uploads.aclose, self._collector.aclose, self._offline.aclose
        )

    async def _settle_posts(self) -> None:
        """Wait for the answers; the next start finds one that is still out as an open outcome."""
        if self._posts:
            _, late = await asyncio.wait(set(self._posts), timeout=_SETTLE_SECONDS)
            for post in late:
                post.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def drop(self, job: Job) -> None:
        """Leave a job that was never sent, or whose outcome the user no longer waits for."""
        if job.needs_user:
            await leave(self._till, job, charged=True)
        else:
            await self._till.step(job.dropped())

    def _new(self, wish: Wish, request: Request, path: str) -> Job:
        return Job(
            id=0,
            wish=wish,
            state=State.INTENT,
            request=request,
            digest=digest(request),
            path=path,
            estimate=self._board.prices.of(self._catalogue, request).credits,
            created=time.time(),
            provider=self._catalogue.provider_of(request),
        )


def _is_wanted(job: Job, compose: Callable[[], Request]) -> bool:
    """Whether the film still asks for the very request, on the day that it was admitted."""
    try:
        same = digest(compose()) == job.digest
    except StudioError:
        return False
    return same and day_of(time.time()) == day_of(job.created)
