"""A provider beside KIE, as somebody would add one: another way to ask, and another money.

It takes an order and gives a ticket; a ticket is looked at until its film is ready. It is paid in
coins. Its folder and the model files in it are all that is added to the program.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from topa_studio.base.errors import NotSent, OutcomeUnknown, ProviderError, Refused, Throttled
from topa_studio.catalogue.models import Model
from topa_studio.model.currency import Currency
from topa_studio.model.request import Picture, Request
from topa_studio.provider.addresses import check_service, host_of, is_loopback, origin
from topa_studio.provider.api import Progress, Provider, Sending, TaskReport, TaskState
from topa_studio.provider.service import Access, Service

_AHEAD = "coins:"
_STAGES = {
    "queued": TaskState.WAITING,
    "busy": TaskState.DRAWING,
    "ready": TaskState.DONE,
    "spoilt": TaskState.FAILED,
}
MONEY = Currency("coins", credits=2.0)


def order(model: Model, request: Request, urls: Mapping[str, str]) -> dict[str, Any]:
    """What is ordered for a request."""
    wire = model.wire
    told: dict[str, Any] = {"film": model.id, wire.prompt: request.prompt}
    told["pictures"] = [_place(picture, urls) for picture in request.pictures()]
    if request.kind == "clip":
        told |= {"length": request.duration, "look": request.mode}
    for name, value in request.options:
        told[model.options[name].wire] = value
    return told


def _place(picture: Picture, urls: Mapping[str, str]) -> str:
    return picture.url or urls[picture.sha256]


class Coins:
    """The service at one address."""

    upload_seconds = 600.0

    def __init__(self, access: Access) -> None:
        # Late, as the HTTP library takes its time to load.
        from topa_studio.provider.download import Downloads
        from topa_studio.provider.transport import Transport
        from topa_studio.provider.tries import Tries

        self._base = check_service(access.base_url)
        self.upload_origin = origin(self._base)
        here, self._tries = is_loopback(self._base), Tries(access.backoff)
        self._transport = Transport(access.key, {self.upload_origin}, practice=here)
        self._downloads = Downloads(self._transport, self._tries, here)

    async def submit(self, request: Request, urls: Mapping[str, str], sending: Sending) -> str:
        """Order once; never again by itself."""
        from topa_studio.catalogue.catalogue import Catalogue

        model = Catalogue.bundled().model_for(request)
        assert model is not None
        reply = await self._asked("POST", "/orders", order(model, request, urls), sending)
        match reply:
            case 201, {"ticket": int(ticket)}:
                return f"{_AHEAD}{ticket}"
            case 429, _:
                raise Throttled("provider.throttled", retry_after=0.1)
            case (status, told) if 400 <= status < 500:
                raise Refused("provider.invalid", status=status, text=str(told.get("why", "")))
        raise OutcomeUnknown("provider.outcome-unknown", reason=str(reply[0]))

    async def report(self, task_id: str) -> TaskReport:
        """Look at a ticket."""
        ticket = task_id.removeprefix(_AHEAD)
        status, told = await self._asked("GET", f"/tickets/{ticket}")
        if status != 200:
            raise ProviderError("provider.http-status", status=status, text=str(told))
        film, coins = told.get("film"), told.get("coins")
        return TaskReport(
            task_id=f"{_AHEAD}{ticket}",
            state=_STAGES.get(told["stage"], TaskState.DRAWING),
            word=told["stage"],
            urls=(film,) if film else (),
            credits=None if coins is None else coins * MONEY.credits,
            fail_text=told.get("why", ""),
            echo=told.get("order", {}),
        )

    def matches(self, report: TaskReport, request: Request, urls: Mapping[str, str]) -> bool:
        """By the words of the order."""
        return bool(report.echo) and report.echo.get("words") == request.prompt

    def contradicts(self, report: TaskReport, request: Request, urls: Mapping[str, str]) -> bool:
        """By the words of the order."""
        return bool(report.echo) and not self.matches(report, request, urls)

    async def upload(self, path: Path, name: str) -> str:
        """Put a picture on the shelf."""
        data = await asyncio.to_thread(path.read_bytes)
        told = (await self._asked("POST", f"/shelf?name={name}", data))[1]
        return str(told["at"])

    async def fetch(self, url: str, target: Path, progress: Progress) -> None:
        """Bring a film home."""
        await self._downloads.fetch(url, target, progress)

    async def balance(self) -> float:
        """What is left in the purse, in credits."""
        coins: float = (await self._asked("GET", "/purse"))[1]["coins"]
        return coins * MONEY.credits

    async def aclose(self) -> None:
        """Let go of connections."""
        await self._transport.aclose()

    async def _asked(
        self, method: Any, path: str, body: object = None, sending: Sending | None = None
    ) -> tuple[int, dict[str, Any]]:
        from topa_studio.provider.transport import Lost

        data = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
        paid = sending is not None
        try:
            url = f"{self._base}{path}"
            reply = await self._transport.send(method, url, body=data, fresh=paid, sending=sending)
        except Lost as lost:
            error = lost
        else:
            return reply.status, json.loads(reply.body)
        if paid and error.left:
            raise OutcomeUnknown("provider.outcome-unknown", reason=error.reason)
        raise NotSent("provider.not-reached", host=host_of(self._base), reason=error.reason)


def _connect(access: Access) -> Provider:
    return Coins(access)


SERVICE = Service(
    title="Coins & Films",
    connect=_connect,
    body=order,
    currency=MONEY,
    logs_page="https://coins.example/tickets",
    media_days=3,
    log_days=3,
)
