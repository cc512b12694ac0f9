"""The service of the `coins` provider on loopback: orders, tickets, a shelf and a purse."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from shutil import copy
from typing import Any

from aiohttp import web

import topa_studio.provider
from tests.support.models import model_files
from tests.support.scripted_service import ScriptedService, text
from tests.support.small_kie import clip_bytes, picture_bytes
from topa_studio.provider.service import service

COINS_KEY = "coins-key-of-the-suite-5d1c7"
_FOLDER = Path(__file__).parent / "providers"


class CoinService:
    """What a test sets before it asks.

    Attributes:
        orders: every order that was taken; its place is its ticket.
        stages: the stage of a ticket; "ready" where nothing is said.
        purse: coins that are left.
    """

    def __init__(self, shop: ScriptedService) -> None:
        self.shop = shop
        self.orders: list[dict[str, Any]] = []
        self.stages: dict[int, str] = {}
        self.purse = 50.0
        self._loses = False
        shop.on("/orders", self._order)
        shop.on("/purse", self._tell_purse)
        shop.on("/shelf", self._shelf)

    async def _order(self, request: web.Request) -> web.StreamResponse:
        order = json.loads(await request.read())
        self.orders.append(order)
        ticket = len(self.orders)
        self.shop.on(f"/tickets/{ticket}", self._ticket)
        data = clip_bytes() if "length" in order else picture_bytes()
        self.shop.on(f"/films/{ticket}", text(data))
        self.purse -= self._cost(order)
        for name in order["pictures"]:
            assert name.startswith(self.shop.url), name
        if self._loses:
            self._loses = False
            assert request.transport is not None
            request.transport.abort()
        return web.json_response({"ticket": ticket}, status=201)

    async def _ticket(self, request: web.Request) -> web.StreamResponse:
        ticket = int(request.path.rpartition("/")[2])
        order, stage = self.orders[ticket - 1], self.stages.get(ticket, "ready")
        told = {"stage": stage, "order": order}
        if stage == "ready":
            told |= {"film": f"{self.shop.url}/films/{ticket}", "coins": self._cost(order)}
        return web.json_response(told)

    async def _shelf(self, request: web.Request) -> web.StreamResponse:
        return web.json_response({"at": f"{self.shop.url}/shelf/{request.query['name']}"})

    async def _tell_purse(self, _request: web.Request) -> web.StreamResponse:
        return web.json_response({"coins": self.purse})

    def lose_answer(self) -> None:
        """The next order is taken, and the connection breaks before the answer."""
        self._loses = True

    @staticmethod
    def _cost(order: dict[str, Any]) -> float:
        return float(3 * order.get("length", 0) or 2)


@asynccontextmanager
async def coin_service() -> AsyncIterator[CoinService]:
    """A running service; it ends afterwards."""
    async with ScriptedService() as shop:
        yield CoinService(shop)


@contextmanager
def coins_added(folder: Path) -> Iterator[None]:
    """Inside, the program has the folder `coins` beside `kie`, and its model files."""
    path = topa_studio.provider.__path__

    def add(models: Path) -> None:
        for file in (_FOLDER / "coins" / "models").iterdir():
            copy(file, models)

    path.append(str(_FOLDER))
    service.cache_clear()
    try:
        with model_files(folder / "models", add):
            yield
    finally:
        path.remove(str(_FOLDER))
        service.cache_clear()
