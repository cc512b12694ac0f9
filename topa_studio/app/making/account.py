"""What is left on the account: asked for, and kept with the moment, to compare with later."""

from __future__ import annotations

import time

from topa_studio.model.request import DEFAULT_PROVIDER
from topa_studio.pipeline.money.balance import Balance
from topa_studio.pipeline.till import Till
from topa_studio.provider.service import Providers


class Account:
    """Asks for the balance of the first provider: those of others are not kept.

    Attributes:
        told: every balance the service told of, oldest first.
    """

    def __init__(self, providers: Providers, till: Till) -> None:
        self.told: list[Balance] = []
        self._providers = providers
        self._till = till

    async def load(self) -> None:
        """What earlier starts were told."""
        self.told = await self._till.balances()

    async def ask(self) -> float:
        """Credits left on the account. Raises ProviderError."""
        told = Balance(await self._providers.of(DEFAULT_PROVIDER).balance(), time.time())
        self.told.append(told)
        await self._till.add_balance(told)
        return told.credits
