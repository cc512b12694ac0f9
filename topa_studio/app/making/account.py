"""What is left on the account: asked for, and kept with the moment, to compare with later."""

from __future__ import annotations

import asyncio
import time

from topa_studio.base.closing import to_the_end
from topa_studio.model.request import DEFAULT_PROVIDER
from topa_studio.pipeline.paid.balance import Balance
from topa_studio.pipeline.paid.safe import Safe
from topa_studio.provider.service import Providers


class Account:
    """Asks for the balance of the first provider: those of others are not kept.

    Attributes:
        told: every balance the service told of, oldest first.
    """

    def __init__(self, providers: Providers, safe: Safe, *, read_only: bool) -> None:
        self.told: list[Balance] = []
        self._providers = providers
        self._safe = safe
        self._read_only = read_only

    async def load(self) -> None:
        """What earlier starts were told."""
        self.told = await asyncio.to_thread(self._safe.balances)

    async def ask(self) -> float:
        """Credits left on the account. Raises ProviderError."""
        told = Balance(await self._providers.of(DEFAULT_PROVIDER).balance(), time.time())
        self.told.append(told)
        if not self._read_only:
            await to_the_end(asyncio.to_thread(self._safe.add_balance, told))
        return told.credits
