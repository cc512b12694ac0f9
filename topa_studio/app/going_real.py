"""What "Go real" needs of one film: the user's key, the hosts it goes to, and what it would cost.

Nothing here is paid: a key is tried by the free question for the balance, and prices are looked up.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from topa_studio.app.config import Config, read_config
from topa_studio.app.keys import Keys, Where
from topa_studio.app.opening import Opening, open_film
from topa_studio.app.project import home_of
from topa_studio.base.errors import ProjectError
from topa_studio.model.status import Quote
from topa_studio.model.wish import clips
from topa_studio.provider.addresses import host_of
from topa_studio.provider.secret import Secret

Keeping = Literal[Where.KEYRING, Where.FILE]


@dataclass(frozen=True, slots=True)
class RealPrices:
    """What the real service would take for what is missing, as the film's file is now."""

    scene: Quote
    film: Quote


class GoingReal:
    """The key and the prices for the film of `scenario`; `config` is the settings file named."""

    def __init__(
        self, scenario: Path, config: Path | None = None, keys: Keys | None = None
    ) -> None:
        self._scenario = scenario
        self._named = config
        self.keys = keys if keys is not None else Keys.of()

    async def hosts(self) -> tuple[str, ...]:
        """Names of the hosts that the key is sent to. Raises ProjectError."""
        config = await self._config()
        return tuple(dict.fromkeys((host_of(config.base_url), host_of(config.upload_url))))

    async def test(self, pasted: str) -> float:
        """Credits on the account; `pasted` "" tries the key that is kept.

        Raises:
            StudioError: there is no key, it is not taken, or nobody answered.
        """
        config = await self._config()
        key = Secret.pasted(pasted) if pasted else (await self.keys.find(config)).key
        if not key:
            raise ProjectError("key.none-pasted")
        return await self.keys.test(key, config)

    async def keep(self, pasted: str, where: Keeping) -> None:
        """Keep the key from now on. Raises StudioError: it is not kept."""
        await self.keys.keep(Secret.pasted(pasted), where)

    async def prices(self) -> RealPrices:
        """What the first scene and the whole film would cost, less what is real already.

        Raises StudioError: the film or its settings cannot be read.
        """
        how = Opening(config=self._named, what="prices", look_only=True)
        session = await open_film(self._scenario, how)
        try:
            scenes = session.document.scenario.scenes
            first = session.missing(scenes[0].id) if scenes else ()
            whole = clips(*session.missing())
            return RealPrices(session.quote(clips(*first)), session.quote(whole))
        finally:
            await session.aclose()

    async def _config(self) -> Config:
        home = home_of(self._scenario)
        return await asyncio.to_thread(read_config, home, self._named, self.keys.environment)
