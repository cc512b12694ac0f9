"""The practice service as a provider: started by the first question, waited for by all."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from topa_studio.app.making.practice_process import SPEED, PracticeProcess
from topa_studio.base.closing import in_order
from topa_studio.base.errors import NotSent, ProjectError
from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.model.request import Request
from topa_studio.model.status import Trouble
from topa_studio.provider.api import Progress, Sending, TaskReport
from topa_studio.provider.kie import echo
from topa_studio.provider.kie.limits import RateGate
from topa_studio.provider.rate import Window
from topa_studio.provider.secret import Secret

if TYPE_CHECKING:
    from topa_studio.provider.kie.client import KieClient

_SILENCE = 3600.0
"""Seconds: a service of this computer that ends is noticed at once, and a busy one answers late."""


class PracticeProvider:
    """KIE's client on a practice service of this session; it stands in for every provider.

    Attributes:
        upload_origin: another one each time, since uploads end with their service.
    """

    upload_seconds = 20 * 3600.0

    def __init__(self, ledger: Path) -> None:
        self.upload_origin = f"practice-{secrets.token_hex(8)}"
        self._process = PracticeProcess(ledger)
        self._starting: asyncio.Task[KieClient] | None = None
        self._is_over = False

    async def submit(self, request: Request, urls: Mapping[str, str], sending: Sending) -> str:
        """See `Provider.submit`."""
        return await (await self._client()).submit(request, urls, sending)

    async def report(self, task_id: str) -> TaskReport:
        """See `Provider.report`."""
        return await (await self._client()).report(task_id)

    def matches(self, report: TaskReport, request: Request, urls: Mapping[str, str]) -> bool:
        """See `Provider.matches`."""
        return echo.matches(Catalogue.bundled(), report, request, urls)

    def contradicts(self, report: TaskReport, request: Request, urls: Mapping[str, str]) -> bool:
        """See `Provider.contradicts`."""
        return echo.contradicts(Catalogue.bundled(), report, request, urls)

    async def upload(self, path: Path, name: str) -> str:
        """See `Provider.upload`."""
        return await (await self._client()).upload(path, name)

    async def fetch(self, url: str, target: Path, progress: Progress) -> None:
        """See `Provider.fetch`."""
        await (await self._client()).fetch(url, target, progress)

    async def balance(self) -> float:
        """See `Provider.balance`."""
        return await (await self._client()).balance()

    async def aclose(self) -> None:
        """End the service for good."""
        self._is_over = True
        if self._starting is None:
            return
        if not self._starting.done():
            self._starting.cancel()
        (client,) = await asyncio.gather(self._starting, return_exceptions=True)
        clients = () if isinstance(client, BaseException) else (client,)
        await in_order(*(client.aclose for client in clients), self._process.stop)

    async def _client(self) -> KieClient:
        # Late: a second Python that starts would take its time from the window's first picture.
        if self._is_over:
            raise NotSent("project.practice-not-started", reason=Trouble("project.film-closed"))
        if self._starting is None:
            self._starting = asyncio.create_task(self._start())
        try:
            return await asyncio.shield(self._starting)
        except ProjectError as error:
            raise NotSent(error.code, **error.params) from error

    async def _start(self) -> KieClient:
        # The library is loaded while the service starts; a cancel waits for the service alone.
        loading = asyncio.get_running_loop().run_in_executor(None, _client_class)
        endpoint = await self._process.start()
        make = await loading
        limits = RateGate(Window(20, 10.0 / SPEED), Window(200, 1.0))
        return make(
            endpoint.base_url,
            endpoint.upload_url,
            Secret("practice"),
            rate=limits,
            silence=_SILENCE,
        )


def _client_class() -> type[KieClient]:
    # Late and off the loop: the HTTP library takes longer to load than the window to open.
    from topa_studio.provider.kie.client import KieClient

    return KieClient
