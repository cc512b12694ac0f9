"""HTTP and nothing else: the only module that imports httpx, and no error of httpx leaves it."""

from __future__ import annotations

import asyncio
import logging
import ssl
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Generator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any, Literal
from urllib.parse import urlsplit

import httpx

from topa_studio import __version__
from topa_studio.base.closing import in_order
from topa_studio.base.errors import NotSent
from topa_studio.base.words import say
from topa_studio.model.status import Trouble
from topa_studio.provider.addresses import check_peer, origin
from topa_studio.provider.redact import spellings
from topa_studio.provider.reply import Reply
from topa_studio.provider.secret import Secret
from topa_studio.provider.unpacking import Unreadable, unpacked

log = logging.getLogger(__name__)

# httpcore asks for it at each lock of each request, and where it is missing looks through every
# folder again: nothing is what it finds at once then.
if find_spec("sniffio") is None:
    sys.modules["sniffio"] = None  # type: ignore[assignment]

USER_AGENT = f"TopaStudio/{__version__} (+desktop)"
_BODY_CAP = 1024 * 1024
_CONNECTIONS = {"ask": 64, "create": 64, "download": 128}

Body = bytes | AsyncIterator[bytes]
Use = Literal["ask", "create", "download"]
Sending = Callable[[], Awaitable[None]]


class Lost(Exception):
    """The connection failed; `left` tells whether a byte of the request may have left."""

    def __init__(self, reason: Trouble, *, left: bool) -> None:
        super().__init__(reason.code)
        self.reason = reason
        self.left = left


class _Stopped(Exception):
    """`sending` raised: nothing may leave."""


@dataclass(frozen=True, slots=True)
class Stream:
    """A download that has begun; header names are lower case, pieces come as they arrive."""

    status: int
    headers: Mapping[str, str]
    pieces: AsyncIterator[bytes]


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


class _Reach:
    """Watches one download, so that no byte leaves for a private network, whatever a name says.

    A name is looked up and judged before the connection, and the address that is really
    connected is judged again, since the same name may have another address a moment later.
    A proxy's own address is not judged: it looks names up in its network.
    """

    def __init__(self, host: str) -> None:
        self._host = host
        self._direct = False

    async def trace(self, event: str, info: dict[str, Any]) -> None:
        """httpcore's trace hook; what it raises comes out of the request."""
        if event == "connection.connect_tcp.started":
            self._direct = info["host"] == self._host
            if self._direct:
                await self._look_up()
        elif event == "connection.connect_tcp.complete" and self._direct:
            stream = info["return_value"]
            try:
                check_peer(self._host, str(stream.get_extra_info("server_addr")[0]))
            except BaseException:
                await stream.aclose()
                raise

    async def _look_up(self) -> None:
        try:
            found = await asyncio.get_running_loop().getaddrinfo(self._host, None)
        except OSError:
            return  # connecting tells it in a moment
        for place in found:
            check_peer(self._host, str(place[4][0]))


class Transport:
    """Connection pools, made at first use: for questions, creates and downloads.

    Slow downloads never keep a question waiting. A create has a connection of its own: a reused
    one may have been closed by the other side a moment ago, and then nobody knows whether a paid
    request arrived.

    Args:
        secret: sent as Bearer, to `origins` alone, where a request says so.
        origins: of the service and of its uploads, as `addresses.origin` tells them.
        practice: the service is on this machine, so proxies of the environment are left aside.
        silence: seconds without a byte before a request counts as lost; a create has twice that,
            a connection a quarter, and 15 at least.
        tls: whose certificates are believed; made at first use by default.
    """

    def __init__(
        self,
        secret: Secret,
        origins: Collection[str],
        *,
        practice: bool,
        silence: float = 60.0,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._secret = secret
        self._origins = frozenset(origins)
        self._practice = practice
        self._silence = silence
        self._tls = tls
        self._pools: dict[Use, httpx.AsyncClient] = {}
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
            keyed: send the key, if the address is the service's own.
            fresh: use a connection of its own.
            sending: awaited before the first byte leaves; what it raises comes out as it is.

        Raises:
            Lost: no whole answer came.
            NotSent: the environment's proxy settings cannot be used.
        """
        pool = await self._pool("create" if fresh else "ask")
        keyed = keyed and bool(self._secret) and origin(url) in self._origins
        departure = _Departure(sending)
        name = self._name(url)
        log.debug("request: %s %s", method, name)
        lost: Lost
        try:
            async with pool.stream(
                method,
                url,
                headers=headers,
                content=body,
                auth=_Bearer(self._secret) if keyed else None,
                extensions={"trace": departure.trace},
            ) as response:
                reply = await self._reply(response)
                log.debug("answer: %d, %d bytes, of %s", reply.status, len(reply.body), name)
                return reply
        except _Stopped:
            lost = Lost(Trouble("provider.broke-off"), left=False)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            lost = Lost(Trouble(_why(error)), left=departure.left)
        log.debug("no answer of %s: %s", name, say(lost.reason.code, lost.reason.params))
        # Raised here, outside: httpx's error holds the request, and that holds the key.
        raise departure.fault or lost

    @asynccontextmanager
    async def stream(self, url: str, headers: Mapping[str, str]) -> AsyncIterator[Stream]:
        """Begin a download, without the key and without following redirects.

        Raises:
            Lost: also from `pieces`, when the connection breaks off.
            NotSent: the environment's proxy settings cannot be used.
            ProviderError: it leads into a private network; no byte was sent there.
        """
        pool = await self._pool("download")
        lost: Lost
        try:
            log.debug("download: %s", self._name(url))
            reach = _Reach(httpx.URL(url).raw_host.decode("ascii"))
            async with pool.stream(
                "GET", url, headers=headers, extensions={"trace": reach.trace}
            ) as response:
                log.debug("answer: %d, of %s", response.status_code, self._name(url))
                names = {name.lower(): value for name, value in response.headers.items()}
                # Raw: a result is kept as it is, and its bytes are those that were counted.
                yield Stream(response.status_code, names, response.aiter_raw())
                return
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            lost = Lost(Trouble(_why(error)), left=True)
        raise lost

    async def aclose(self) -> None:
        """Close all connections; a later request opens new ones."""
        pools, self._pools = self._pools, {}
        await in_order(*(pool.aclose for pool in pools.values()))

    def _name(self, url: str) -> str:
        """An address for the log; of one that is not the service's own no more than its host."""
        parts = urlsplit(url)
        if origin(url) not in self._origins:
            return parts.hostname or "?"
        return f"{parts.netloc}{parts.path}{'?' if parts.query else ''}{parts.query}"

    async def _reply(self, response: httpx.Response) -> Reply:
        body = bytearray()
        async for chunk in response.aiter_raw():
            body += chunk
            if len(body) > _BODY_CAP:
                raise httpx.ReadError("the answer is larger than 1 MB")
        try:
            # Not httpx's own way: that takes a cut answer for a whole one, and unpacks any size.
            encoding = response.headers.get("content-encoding", "")
            clean = unpacked(bytes(body), encoding, _BODY_CAP)
        except Unreadable:
            raise httpx.ReadError("the answer is damaged or too large") from None
        for spelling in spellings(self._secret):
            clean = clean.replace(spelling.encode(), b"***")
        return Reply(response.status_code, clean, response.headers.get("retry-after"))

    async def _pool(self, use: Use) -> httpx.AsyncClient:
        async with self._opening:
            if self._tls is None:
                # 20 to 46 ms of reading certificates: off the loop, once.
                self._tls = await asyncio.to_thread(_certificates)
            if use not in self._pools:
                self._pools[use] = self._new_pool(self._tls, use)
            return self._pools[use]

    def _new_pool(self, tls: ssl.SSLContext, use: Use) -> httpx.AsyncClient:
        silence = self._silence * (2 if use == "create" else 1)
        kept = 0 if use == "create" else 16
        try:
            return httpx.AsyncClient(
                headers={"User-Agent": USER_AGENT, "Accept-Encoding": "identity"},
                timeout=httpx.Timeout(silence, connect=max(15.0, self._silence / 4)),
                limits=httpx.Limits(
                    max_connections=_CONNECTIONS[use], max_keepalive_connections=kept
                ),
                verify=tls,
                follow_redirects=False,
                trust_env=not self._practice,
            )
        except ImportError:
            raise NotSent("provider.proxy", reason=Trouble("provider.proxy-socks")) from None
        except ValueError:
            unreadable = Trouble("provider.proxy-unreadable")
            raise NotSent("provider.proxy", reason=unreadable) from None


def _certificates() -> ssl.SSLContext:
    """Believes the bundled authorities and those of the system, from TLS 1.2 on."""
    context = httpx.create_ssl_context()
    # Loads what the first connection needs: 50 ms that are better off the loop too.
    httpx.AsyncHTTPTransport(verify=context)
    context.load_default_certs()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def _why(error: Exception) -> str:
    """What broke, as a code; the text of the error itself may hold addresses."""
    match error:
        case httpx.TimeoutException():
            return "provider.no-answer"
        case httpx.ProxyError() if "407" in str(error):
            return "provider.proxy-password"
        case httpx.ProxyError():
            return "provider.proxy-refused"
        case httpx.ConnectError() if "CERTIFICATE" in str(error):
            return _why_not_believed(str(error))
        case httpx.ConnectError() if "SSL" in str(error):
            return "provider.not-secure"
        case httpx.ConnectError():
            return "provider.no-connection"
    return "provider.broke-off"


def _why_not_believed(told: str) -> str:
    if "expired" in told or "not yet valid" in told:
        return "provider.certificate-expired"
    if "mismatch" in told or "not valid for" in told:
        return "provider.certificate-elsewhere"
    return "provider.certificate-invalid"
