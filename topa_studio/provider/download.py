"""A result onto the disk, whole or not at all; a broken download goes on where it stopped."""

from __future__ import annotations

import asyncio
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from urllib.parse import urljoin, urlsplit

from topa_studio.base import files
from topa_studio.base.errors import ProviderError
from topa_studio.provider.addresses import check_result, is_loopback, is_private
from topa_studio.provider.api import Progress
from topa_studio.provider.transport import Lost, Stream, Transport

LARGEST = 2 * 1024**3
_HOPS = 5
_REDIRECTS = {301, 302, 303, 307, 308}
_GONE = {400, 401, 403, 404, 410, 451}
_RANGE = re.compile(r"^\s*bytes\s+(\d+)-(\d+)/(\d+|\*)\s*$", re.I)


class Broken(Exception):
    """This attempt gave nothing whole, and another one may."""

    def __init__(self, error: ProviderError) -> None:
        super().__init__(error.code)
        self.error = error


@dataclass(slots=True)
class Part:
    """The bytes so far: in `<target>.part`, `size` of `total` (None: not told).

    `validator` is the strong ETag, or else the Last-Modified date, that all bytes came under.
    """

    path: Path
    size: int = 0
    total: int | None = None
    validator: str = ""

    def forget(self) -> None:
        """Begin again from nothing."""
        self.size, self.total, self.validator = 0, None, ""

    def request_headers(self) -> dict[str, str]:
        """What asks for the rest only, if the file is still the same one."""
        if not self.size or not self.validator:
            self.forget()
            return {}
        return {"Range": f"bytes={self.size}-", "If-Range": self.validator}


@dataclass(frozen=True, slots=True)
class Download:
    """How one file is fetched; `practice` allows addresses on this machine."""

    transport: Transport
    practice: bool
    largest: int

    async def attempt(self, url: str, part: Part, progress: Progress) -> None:
        """Fetch what `part` lacks.

        Raises:
            Broken: try again; `part` keeps what may be used.
            ProviderError: the address is refused, it holds nothing, or the file is too large.
            OSError: the disk.
        """
        for _hop in range(_HOPS + 1):
            await self._check(url)
            try:
                async with self.transport.stream(url, part.request_headers()) as stream:
                    if stream.status not in _REDIRECTS:
                        await self._receive(stream, part, progress)
                        return
                    url = urljoin(url, stream.headers.get("location", ""))
            except Lost as lost:
                raise Broken(ProviderError("provider.connection", reason=lost.reason)) from None
        raise ProviderError("provider.redirects", host=urlsplit(url).hostname or "")

    async def _check(self, url: str) -> None:
        check_result(url, practice=self.practice)
        host = urlsplit(url).hostname or ""
        if is_loopback(url):
            return
        loop = asyncio.get_running_loop()
        try:
            found = await loop.getaddrinfo(host, None)
        except OSError:
            return  # behind a proxy names need not resolve here; without one, connecting tells
        if any(is_private(str(address[4][0])) for address in found):
            raise ProviderError("provider.private-address", host=host)

    async def _receive(self, stream: Stream, part: Part, progress: Progress) -> None:
        self._begin(stream, part)
        if part.total is not None:
            self._check_room(part)
        mode = "r+b" if part.size else "wb"
        with await asyncio.to_thread(part.path.open, mode) as file:
            file.seek(part.size)
            file.truncate()
            async for chunk in stream.chunks:
                await asyncio.to_thread(file.write, chunk)
                part.size += len(chunk)
                if part.size > self.largest:
                    raise ProviderError("provider.too-large", limit=self.largest)
                progress(part.size, part.total)
            await asyncio.to_thread(_settle, file)
        if part.size == 0 or part.size != (part.total if part.total is not None else part.size):
            raise Broken(ProviderError("provider.cut-off", size=part.size, total=part.total))

    def _begin(self, stream: Stream, part: Part) -> None:
        """Judge status and headers: go on, begin again, or give up this attempt."""
        match stream.status:
            case 206 if _continues(stream.headers, part):
                return
            case 200:
                part.forget()
                part.total = _whole_length(stream.headers)
                part.validator = _validator(stream.headers)
            case status:
                part.forget()
                error = ProviderError("provider.http-status", status=status, text="")
                raise Broken(error) if status not in _GONE else error

    def _check_room(self, part: Part) -> None:
        total = part.total or 0
        if total > self.largest:
            raise ProviderError("provider.too-large", limit=self.largest)
        free = shutil.disk_usage(part.path.parent).free
        if total - part.size > free:
            raise ProviderError("provider.disk-full", needed=total - part.size, free=free)


def _settle(file: IO[bytes]) -> None:
    file.flush()
    files.sync(file.fileno())


def _continues(headers: Mapping[str, str], part: Part) -> bool:
    """Whether a 206 starts exactly where `part` ends and is of the same file."""
    found = _RANGE.match(headers.get("content-range", ""))
    if found is None or not part.size:
        return False
    total = None if found[3] == "*" else int(found[3])
    return int(found[1]) == part.size and total == part.total and _same_file(headers, part)


def _same_file(headers: Mapping[str, str], part: Part) -> bool:
    return bool(part.validator) and _validator(headers) == part.validator


def _validator(headers: Mapping[str, str]) -> str:
    etag = headers.get("etag", "")
    if etag.startswith('"'):
        return etag
    return headers.get("last-modified", "")


def _whole_length(headers: Mapping[str, str]) -> int | None:
    length = headers.get("content-length", "")
    if "content-encoding" in headers or not length.isdecimal():
        return None
    return int(length)
