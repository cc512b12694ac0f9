"""A proxy that breaks the first create off at a chosen byte, in one of several ways."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from tests.support.faults.rules import Cut

_CHUNK = 1 << 16


class ChaosProxy:
    """Stands between the program and the service on loopback.

    Attributes:
        creates: how many creates came from the program.
        sizes: bytes of the first create's request, and of its reply.
    """

    def __init__(self, url: str, cut: Cut) -> None:
        split = urlsplit(url)
        assert split.hostname is not None
        assert split.port is not None
        self._there = (split.hostname, split.port)
        self._path = split.path
        self._cut = cut
        self._held: list[asyncio.StreamWriter] = []
        self.creates = 0
        self.sizes = [0, 0]

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}{self._path}"
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for writer in self._held:
            writer.transport.abort()
        self._server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            await self._pass_on(reader, writer)
        if writer not in self._held:
            writer.close()

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            request = await _message(reader)
            service_reader, service = await asyncio.open_connection(*self._there)
            try:
                is_create = b"createTask" in request.split(b"\r\n", 1)[0]
                self.creates += is_create
                if is_create and self.creates == 1:
                    await self._break(request, service_reader, service, writer)
                    return
                service.write(request)
                writer.write(await _message(service_reader))
                await writer.drain()
            finally:
                service.close()

    async def _break(
        self,
        request: bytes,
        service_reader: asyncio.StreamReader,
        service: asyncio.StreamWriter,
        writer: asyncio.StreamWriter,
    ) -> None:
        self.sizes[0] = len(request)
        if self._cut.way == "request":
            service.write(request[: self._cut.at])
            await service.drain()
            if self._cut.at >= len(request):
                await _message(service_reader)
            if self._cut.how == "half":
                # The service learns that no more comes, and may still say something.
                service.write_eof()
                writer.write(await service_reader.read(_CHUNK))
        else:
            service.write(request)
            reply = await _message(service_reader)
            self.sizes[1] = len(reply)
            writer.write(reply[: self._cut.at])
            await writer.drain()
        await self._end(writer)

    async def _end(self, writer: asyncio.StreamWriter) -> None:
        match self._cut.how:
            case "reset":
                writer.transport.abort()
            case "half":
                writer.write_eof()
                self._held.append(writer)
            case "silence":
                self._held.append(writer)
            case _:
                writer.close()


async def _message(reader: asyncio.StreamReader) -> bytes:
    """One HTTP message with its body. Raises IncompleteReadError at the end."""
    head = await reader.readuntil(b"\r\n\r\n")
    length = 0
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    return head + await reader.readexactly(length)
