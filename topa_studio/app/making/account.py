"""What is left on the account: asked for, and kept with the moment, to compare with later."""

from __future__ import annotations

import asyncio
import time

from topa_studio.base.closing import to_the_end
from topa_studio.pipeline.paid.balance import Balance
from topa_studio.pipeline.paid.safe import Safe
from topa_studio.provider.api import Provider


class Account:
    """Asks for the balance.

    Attributes:
        told: every balance the service told of, oldest first.
    """

    def __init__(self, provider: Provider, safe: Safe, *, read_only: bool) -> None:
        self.told: list[Balance] = []
        self._provider = provider
        self._safe = safe
        self._read_only = read_only

    async def load(self) -> None:
        """What earlier starts were told."""
        self.told = await asyncio.to_thread(self._safe.balances)

    async def ask(self) -> float:
        """Credits left on the account. Raises ProviderError."""
        told = Balance(await self._provider.balance(), time.time())
        self.told.append(told)
        if not self._read_only:
            await to_the_end(asyncio.to_thread(self._safe.add_balance, told))
        return told.credits
