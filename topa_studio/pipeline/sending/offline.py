"""No connection is no failure: sending is held, and a free question finds out when it is back."""

from __future__ import annotations

import asyncio
import time

from topa_studio.base.errors import NotSent, ProviderError
from topa_studio.model.status import Trouble
from topa_studio.pipeline.sending.gate import Gate
from topa_studio.provider.service import Providers

NOT_REACHED = "provider.not-reached"

_FIRST_PAUSE = 0.5
_LONGEST_PAUSE = 15.0


class Offline:
    """Holds the gate while the service cannot be reached.

    Args:
        patience: seconds after which a command gives up; None: never.
    """

    def __init__(self, gate: Gate, providers: Providers, patience: float | None) -> None:
        self.was_away = False
        self._gate = gate
        self._providers = providers
        self._patience = patience
        self._probe: asyncio.Task[None] | None = None

    def lost(self, error: ProviderError, provider: str) -> bool:
        """A request found no connection, and nothing of it left; whether waiting will help.

        From now on nothing is sent until that provider answers a free question.
        """
        if not isinstance(error, NotSent) or error.code != NOT_REACHED or self._gate.is_over:
            return False
        self._hold(Trouble("pipeline.offline", error.params), error, provider)
        return True

    def was_away_for(self, error: ProviderError) -> bool:
        """Whether the last look that `error` led to found the service away, and then back."""
        return error.code == NOT_REACHED and self.was_away

    def woke(self) -> None:
        """The computer slept: nothing is sent before a service answers again."""
        error = NotSent(NOT_REACHED, host="", reason="")
        self._hold(Trouble("pipeline.woke"), error, self._providers.first)

    async def over(self) -> None:
        """Wait until the service answers again, or the command gave up."""
        if self._probe is not None:
            await asyncio.shield(self._probe)

    async def aclose(self) -> None:
        """Stop asking."""
        if self._probe is not None:
            self._probe.cancel()
            await asyncio.gather(self._probe, return_exceptions=True)

    def _hold(self, why: Trouble, error: NotSent, provider: str) -> None:
        if self._probe is None or self._probe.done():
            self._gate.hold(why)
            self._probe = asyncio.create_task(self._ask(error, provider))

    async def _ask(self, error: NotSent, provider: str) -> None:
        began, pause = time.monotonic(), _FIRST_PAUSE
        self.was_away = False
        try:
            while not await self._answers(provider):
                self.was_away = True
                if self._patience is not None and time.monotonic() - began > self._patience:
                    self._gate.stop(error)
                    return
                self._gate.tell_hold()
                await asyncio.sleep(pause)
                pause = min(pause * 1.5, _LONGEST_PAUSE)
        finally:
            self._gate.let_go()

    async def _answers(self, provider: str) -> bool:
        """Whether the service is there; what it answers does not matter."""
        try:
            await self._providers.of(provider).balance()
        except NotSent as error:
            return error.code != NOT_REACHED
        except ProviderError:
            return True
        return True
