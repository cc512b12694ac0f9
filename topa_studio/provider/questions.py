"""Free questions to the service: asked again where that may help, and never a paid create."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from topa_studio.base.errors import NotSent, ProviderError, Throttled
from topa_studio.provider import verdicts
from topa_studio.provider.addresses import host_of
from topa_studio.provider.rate import Window
from topa_studio.provider.transport import Lost, Transport
from topa_studio.provider.verdicts import Envelope, Reply

T = TypeVar("T")

log = logging.getLogger(__name__)

TRIES = 4
_POLL_PAUSE = 2.0


class Passing(Exception):
    """One try failed in a way that may pass; `wait` seconds are asked for, where told."""

    def __init__(self, error: ProviderError, wait: float | None = None) -> None:
        super().__init__(error.code)
        self.error = error
        self.wait = wait


@dataclass(frozen=True, slots=True)
class Questions:
    """Asks over `transport`; `backoff` seconds before the first repetition, doubled each time."""

    transport: Transport
    backoff: float

    async def ask(
        self,
        method: Literal["GET", "POST"],
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        body: Callable[[], Any] | bytes | None = None,
    ) -> Reply:
        """One free request; 5xx, 429 and lost connections become Passing.

        Raises:
            Passing: it may go better in a moment.
            ProviderError: the network answered itself, with a page that wants a login.
        """
        content = body() if callable(body) else body
        try:
            reply = await self.transport.send(method, url, headers=headers, body=content)
        except Lost as lost:
            kind = ProviderError if lost.left else NotSent
            error = kind("provider.not-reached", host=host_of(url), reason=lost.reason)
            raise Passing(error) from None
        finally:
            if isinstance(content, AsyncGenerator):
                # One that was broken off holds the file it reads until it is closed.
                await content.aclose()
        if verdicts.is_login_page(reply):
            raise ProviderError("provider.login-page", host=host_of(url))
        envelope = verdicts.open_envelope(reply)
        try:
            verdicts.raise_throttled(envelope, reply)
        except Throttled as error:
            raise Passing(error, error.retry_after) from None
        if verdicts.is_passing(envelope):
            raise Passing(verdicts.told(envelope))
        return reply

    async def retried(
        self,
        act: Callable[[], Awaitable[T]],
        gate: Window | None = None,
        better: Callable[[], bool] = lambda: False,
    ) -> T:
        """The outcome of `act`, tried again on Passing.

        Args:
            gate: closed for all while the service asks to wait.
            better: tells whether the last try got further; such a one does not count.

        Raises:
            ProviderError: of the last try.
        """
        tried = 0
        while True:
            try:
                return await act()
            except Passing as passing:
                error, wait = passing.error, passing.wait
            if isinstance(error, Throttled) and gate is not None:
                gate.close_for(_POLL_PAUSE if wait is None else wait)
            tried = 0 if better() else tried + 1
            if tried == TRIES:
                raise error
            pause = self.backoff * 2 ** max(0, tried - 1) * random.uniform(0.75, 1.25)
            pause = pause if wait is None else wait
            log.debug("wait: %.1f s, then the question is asked again: %s", pause, error)
            await asyncio.sleep(pause)


def good(reply: Reply, *, refusable: bool) -> Envelope:
    """The envelope of a reply that says 200.

    Raises:
        Refused: a definite no, where `refusable`.
        ProviderError: any other answer.
    """
    envelope = verdicts.open_envelope(reply)
    if envelope.code == 200:
        return envelope
    if refusable:
        verdicts.raise_refused(envelope)
    raise verdicts.told(envelope)
