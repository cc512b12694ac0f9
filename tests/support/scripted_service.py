"""A real HTTP server on loopback whose answers a test writes down; it keeps what it was asked."""

from __future__ import annotations

import ssl
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from aiohttp import web

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as it arrived; `connection` tells connections apart."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes
    connection: int


class ScriptedService:
    """Answers in the order given for a path; the last one repeats.

    Args:
        tls: speaks HTTPS with these certificates.
        host: the address of this machine to listen at.
    """

    def __init__(self, tls: ssl.SSLContext | None = None, host: str = "127.0.0.1") -> None:
        self._tls = tls
        self._host = host
        self.asked: list[Asked] = []
        self._answers: dict[str, list[Answer]] = {}
        self._connections: list[object] = []

    def on(self, path: str, *answers: Answer) -> None:
        self._answers[path] = list(answers)

    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked]

    async def __aenter__(self) -> Self:
        await self._listen(0)
        host, self.port = self._runner.addresses[0][:2]
        name = f"[{host}]" if ":" in host else host
        self.url = f"{'https' if self._tls else 'http'}://{name}:{self.port}"
        return self

    async def go_away(self) -> None:
        """Nobody listens there any more, and open connections break."""
        await self._runner.cleanup()

    async def come_back(self) -> None:
        """Listen again where it did before."""
        await self._listen(self.port)

    async def _listen(self, port: int) -> None:
        app = web.Application(client_max_size=1 << 26)
        app.router.add_route("*", "/{path:.*}", self._handle)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(
            self._runner, self._host, port, ssl_context=self._tls, reuse_address=True
        )
        await site.start()

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._runner.cleanup()

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        if request.transport not in self._connections:
            self._connections.append(request.transport)
        connection = self._connections.index(request.transport)
        body = await request.read()
        self.asked.append(Asked(request.method, request.path, request.headers, body, connection))
        answers = self._answers.get(request.path, [text("no such path", status=404)])
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        return await answer(request)


def json(payload: Any, status: int = 200, **headers: str) -> Answer:
    async def answer(_request: web.Request) -> web.StreamResponse:
        return web.json_response(payload, status=status, headers=_names(headers))

    return answer


def text(body: str | bytes, status: int = 200, **headers: str) -> Answer:
    async def answer(_request: web.Request) -> web.StreamResponse:
        data = body.encode() if isinstance(body, str) else body
        return web.Response(body=data, status=status, headers=_names(headers))

    return answer


def drop(after: bytes = b"") -> Answer:
    """Take the whole request, send `after` as it stands, and break the connection off."""

    async def answer(request: web.Request) -> web.StreamResponse:
        assert request.transport is not None
        if after:
            request.transport.write(after)
        request.transport.close() if after else request.transport.abort()
        return web.Response()

    return answer


def _names(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}
