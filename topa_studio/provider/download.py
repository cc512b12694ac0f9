"""A result onto the disk, whole or not at all; a broken download goes on where it stopped."""

from __future__ import annotations

import asyncio
import shutil
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from urllib.parse import urljoin

from topa_studio.base.closing import to_the_end
from topa_studio.base.errors import ProviderError
from topa_studio.provider.addresses import check_result, host_of
from topa_studio.provider.api import Progress
from topa_studio.provider.part import Part
from topa_studio.provider.transport import Lost, Stream, Transport
from topa_studio.provider.tries import Passing, Tries

LARGEST = 2 * 1024**3
_HOPS = 5
_REDIRECTS = {301, 302, 303, 307, 308}
_GONE = {400, 401, 403, 404, 410, 451}
_HOPELESS = {"provider.too-large", "provider.disk-full"}
_BLOCK = 256 * 1024
_ROOM_LEFT = 16 * 1024**2
_FURTHER = 16 * 1024


@dataclass(frozen=True, slots=True)
class Speed:
    """The least a download must bring, by the monotonic clock, so that none is stuck for hours.

    Attributes:
        least: bytes in each stretch of `stretch` seconds.
        longest: seconds of one attempt; the next one goes on from there.
    """

    least: int = 60 * 1024
    stretch: float = 60.0
    longest: float = 7200.0
    clock: Callable[[], float] = time.monotonic


USUAL_SPEED = Speed()


@dataclass(frozen=True, slots=True)
class Downloads:
    """How results are fetched.

    Attributes:
        practice: addresses on this machine are allowed.
        fresh: asks the service for another address of a result; "" where it gives none.
        largest: bytes; a larger file is given up.
    """

    transport: Transport
    tries: Tries
    practice: bool
    fresh: Callable[[str], Awaitable[str]] | None = None
    largest: int = LARGEST
    speed: Speed = USUAL_SPEED

    async def fetch(self, url: str, target: Path, progress: Progress) -> None:
        """See `Provider.fetch`."""
        target.parent.mkdir(parents=True, exist_ok=True)
        part = await asyncio.to_thread(Part.found, target, url)
        failure = await self._tried(url, part, progress)
        if failure is not None:
            fresh = await self.fresh(url) if self.fresh is not None else ""
            failure = await self._tried(fresh, part, progress) if fresh else failure
        if failure is not None:
            raise failure
        await asyncio.to_thread(part.become, target)

    async def _tried(self, url: str, part: Part, progress: Progress) -> ProviderError | None:
        """Try as long as it gets further; the failure, where a signed address may still help."""
        reached = part.size

        def further() -> bool:
            nonlocal reached
            before, reached = reached, max(reached, part.size)
            return reached - before >= _FURTHER

        async def attempt() -> None:
            if not part.whole:
                await self._attempt(url, part, progress)

        try:
            await self.tries.of(attempt, better=further)
        except ProviderError as error:
            if error.code == "provider.too-large":
                await asyncio.to_thread(part.drop)
            if error.code in _HOPELESS:
                raise
            return error
        return None

    async def _attempt(self, url: str, part: Part, progress: Progress) -> None:
        """Fetch what `part` lacks, following up to 5 redirects by hand.

        Raises:
            Passing: try again; `part` keeps what may be used.
            ProviderError: the address is refused, it holds nothing, or the file is too large.
            OSError: the disk.
        """
        for _hop in range(_HOPS + 1):
            check_result(url, practice=self.practice)
            headers = part.request_headers()
            try:
                async with self.transport.stream(url, headers) as stream:
                    if stream.status not in _REDIRECTS:
                        await self._receive(stream, part, progress)
                        return
                    url = urljoin(url, stream.headers.get("location", ""))
            except Lost as lost:
                error = ProviderError("provider.connection", reason=lost.reason)
                raise Passing(error) from None
        raise ProviderError("provider.redirects", host=host_of(url))

    async def _receive(self, stream: Stream, part: Part, progress: Progress) -> None:
        self._judge(stream, part)
        self._check_size(part.total or 0)
        with ExitStack() as held:
            # Opened in a thread that a cancel does not stop: whatever it opens is closed here.
            file = await to_the_end(asyncio.to_thread(lambda: held.enter_context(part.open())))
            await asyncio.to_thread(self._check_room, part)
            try:
                await self._take(stream.pieces, part, file, progress)
            finally:
                await to_the_end(asyncio.to_thread(part.keep, file))
        if part.total is not None and part.size > part.total:
            part.forget()
        if not part.whole and not (part.total is None and part.size):
            size, total = part.size, part.total
            raise Passing(ProviderError("provider.cut-off", size=size, total=total))

    def _judge(self, stream: Stream, part: Part) -> None:
        """By status and headers: go on, begin again, or give up this attempt."""
        match stream.status:
            case 206 if part.continued_by(stream.headers):
                return
            case 200:
                part.begin(stream.headers)
                return
            case 206 | 416:
                part.forget()
        error = ProviderError("provider.http-status", status=stream.status, text="")
        raise error if stream.status in _GONE else Passing(error)

    async def _take(
        self, pieces: AsyncIterator[bytes], part: Part, file: IO[bytes], progress: Progress
    ) -> None:
        """Write what arrives, in blocks; what came before a failure is written too."""
        waiting = bytearray()
        try:
            async for piece in self._fast_enough(pieces):
                waiting += piece
                self._check_size(part.size + len(waiting))
                if len(waiting) >= _BLOCK:
                    await self._write(part, file, waiting)
                progress(part.size + len(waiting), part.total)
        finally:
            await self._write(part, file, waiting)

    async def _write(self, part: Part, file: IO[bytes], waiting: bytearray) -> None:
        kept = part.kept
        data = bytes(waiting)
        waiting.clear()
        await to_the_end(asyncio.to_thread(part.write, file, data))
        if part.kept != kept:
            await asyncio.to_thread(self._check_room, part)

    async def _fast_enough(self, pieces: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
        began = since = self.speed.clock()
        came = 0
        async for piece in pieces:
            came += len(piece)
            now = self.speed.clock()
            slow = now - since >= self.speed.stretch and came < self.speed.least
            if slow or now - began > self.speed.longest:
                raise Passing(ProviderError("provider.too-slow"))
            if now - since >= self.speed.stretch:
                since, came = now, 0
            yield piece

    def _check_size(self, size: int) -> None:
        if size > self.largest:
            raise ProviderError("provider.too-large", limit=self.largest)

    def _check_room(self, part: Part) -> None:
        """Some room is always left, so that what was paid for can still be written down."""
        needed = (part.total or part.size) - part.size + _ROOM_LEFT
        free = shutil.disk_usage(part.path.parent).free
        if needed > free:
            raise ProviderError("provider.disk-full", needed=needed, free=free)
