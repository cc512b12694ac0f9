"""Free questions to KIE: what may go better in a moment is told from what will not."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from topa_studio.base.errors import NotSent, ProviderError, Throttled
from topa_studio.provider.addresses import host_of
from topa_studio.provider.kie import verdicts
from topa_studio.provider.kie.verdicts import Envelope
from topa_studio.provider.reply import Reply
from topa_studio.provider.transport import Lost, Transport
from topa_studio.provider.tries import Passing


@dataclass(frozen=True, slots=True)
class Questions:
    """Asks over `transport`."""

    transport: Transport

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
