"""HTTP and nothing else: the only module that imports httpx, and no error of httpx leaves it."""

from __future__ import annotations

import asyncio
import logging
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Literal

import httpx

from topa_studio import __version__
from topa_studio.base.errors import NotSent
from topa_studio.provider.redact import spellings
from topa_studio.provider.secret import Secret
from topa_studio.provider.verdicts import Reply

USER_AGENT = f"TopaStudio/{__version__} (+desktop)"
_BODY_CAP = 1024 * 1024
_CHUNK = 128 * 1024

Body = bytes | AsyncIterator[bytes]
Sending = Callable[[], Awaitable[None]]


class Lost(Exception):
    """The connection failed; `left` tells whether a byte of the request may have left."""

    def __init__(self, reason: str, *, left: bool) -> None:
        super().__init__(reason)
        self.reason = reason
        self.left = left


class _Stopped(Exception):
    """`sending` raised: nothing may leave."""


@dataclass(frozen=True, slots=True)
class Stream:
    """A download that has begun; header names are lower case."""

    status: int
    headers: Mapping[str, str]
    chunks: AsyncIterator[bytes]


class _Bearer(httpx.Auth):
    """Adds the key as the request leaves, so that no variable of ours ever holds the header."""

    def __init__(self, secret: Secret) -> None:
        self._secret = secret

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        request.headers["Authorization"] = f"Bearer {self._secret.reveal()}"
        yield request


class _Departure:
    """Watches one request, so that `sending` is awaited before its first byte."""

    def __init__(self, sending: Sending | None) -> None:
        self.left = False
        self.fault: BaseException | None = None
        self._sending = sending

    async def trace(self, event: str, info: dict[str, Any]) -> None:
        """httpcore's trace hook; a proxy's CONNECT is not the request itself."""
        if self.left or not event.endswith(".send_request_headers.started"):
            return
        if getattr(info.get("request"), "method", b"") == b"CONNECT":
            return
        if self._sending is not None:
            try:
                await self._sending()
            except BaseException as error:  # noqa: BLE001 - `send` raises it again
                self.fault = error
                raise _Stopped from None
        self.left = True


class Transport:
    """Two connection pools, made at first use: a shared one, and one without reuse for creates.

    A reused connection may have been closed by the other side a moment ago, and then nobody
    knows whether a paid request arrived.

    Args:
        secret: sent as Bearer where a request says so.
        practice: the service is on this machine, so proxies of the environment are left aside.
        silence: seconds without a byte before a request counts as lost; a create has twice that.
    """

    def __init__(self, secret: Secret, *, practice: bool, silence: float = 60.0) -> None:
        self._secret = secret
        self._practice = practice
        self._silence = silence
        self._tls: ssl.SSLContext | None = None
        self._pools: dict[bool, httpx.AsyncClient] = {}
        self._opening = asyncio.Lock()
        for name in ("httpx", "httpcore"):
            logging.getLogger(name).setLevel(logging.WARNING)

    async def send(
        self,
        method: Literal["GET", "POST"],
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        body: Body | None = None,
        keyed: bool = True,
        fresh: bool = False,
        sending: Sending | None = None,
    ) -> Reply:
        """One request and its whole answer, at most 1 MB.

        Args:
            keyed: send the key.
            fresh: use a connection of its own.
            sending: awaited before the first byte leaves; what it raises comes out as it is.

        Raises:
            Lost: no whole answer came.
            NotSent: the environment's proxy settings cannot be used.
        """
        pool = await self._pool(fresh=fresh)
        departure = _Departure(sending)
        lost: Lost
        try:
            async with pool.stream(
                method,
                url,
                headers=headers,
                content=body,
                auth=_Bearer(self._secret) if keyed and self._secret else None,
                extensions={"trace": departure.trace},
            ) as response:
                return await self._reply(response)
        except _Stopped:
            lost = Lost("stopped", left=False)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            lost = Lost(_in_words(error), left=departure.left)
        # Raised here, outside: httpx's error holds the request, and that holds the key.
        raise departure.fault or lost

    @asynccontextmanager
    async def stream(self, url: str, headers: Mapping[str, str]) -> AsyncIterator[Stream]:
        """Begin a download, without the key and without following redirects.

        Raises:
            Lost: also from `chunks`, when the connection breaks off.
            NotSent: the environment's proxy settings cannot be used.
        """
        pool = await self._pool(fresh=False)
        lost: Lost
        try:
            async with pool.stream("GET", url, headers=headers) as response:
                names = {name.lower(): value for name, value in response.headers.items()}
                yield Stream(response.status_code, names, response.aiter_bytes(_CHUNK))
                return
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            lost = Lost(_in_words(error), left=True)
        raise lost

    async def aclose(self) -> None:
        """Close all connections; a later request opens new ones."""
        pools, self._pools = self._pools, {}
        for pool in pools.values():
            await pool.aclose()

    async def _reply(self, response: httpx.Response) -> Reply:
        body = bytearray()
        async for chunk in response.aiter_bytes():
            body += chunk
            if len(body) > _BODY_CAP:
                raise httpx.ReadError("the answer is larger than 1 MB")
        clean = bytes(body)
        for spelling in spellings(self._secret):
            clean = clean.replace(spelling.encode(), b"***")
        return Reply(response.status_code, clean, response.headers.get("retry-after"))

    async def _pool(self, *, fresh: bool) -> httpx.AsyncClient:
        async with self._opening:
            if self._tls is None:
                # 20 to 46 ms of reading certificates: off the loop, once.
                self._tls = await asyncio.to_thread(httpx.create_ssl_context)
            if fresh not in self._pools:
                self._pools[fresh] = self._new_pool(self._tls, fresh=fresh)
            return self._pools[fresh]

    def _new_pool(self, tls: ssl.SSLContext, *, fresh: bool) -> httpx.AsyncClient:
        silence = self._silence * (2 if fresh else 1)
        try:
            return httpx.AsyncClient(
                headers={"User-Agent": USER_AGENT, "Accept-Encoding": "identity"},
                timeout=httpx.Timeout(silence, connect=15.0),
                limits=httpx.Limits(
                    max_connections=64, max_keepalive_connections=0 if fresh else 16
                ),
                verify=tls,
                follow_redirects=False,
                trust_env=not self._practice,
            )
        except (ImportError, ValueError) as error:
            raise NotSent("provider.proxy", reason=str(error)) from None


def _in_words(error: Exception) -> str:
    """What broke, for a person; the text of the error itself may hold addresses."""
    match error:
        case httpx.TimeoutException():
            return "no answer in time"
        case httpx.ProxyError():
            return "the proxy refused"
        case httpx.ConnectError() if "CERTIFICATE" in str(error):
            return "its certificate is not valid"
        case httpx.ConnectError():
            return "no connection"
    return "the connection broke off"
