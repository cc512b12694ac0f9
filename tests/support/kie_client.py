"""A client of a scripted service, with a key whose traces a test can look for."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from tests.support.canary import CANARY as CANARY
from tests.support.scripted_service import ScriptedService
from topa_studio.model.request import ClipRequest
from topa_studio.provider.kie.client import KieClient
from topa_studio.provider.secret import Secret

CREATE = "/api/v1/jobs/createTask"
POLL = "/api/v1/jobs/recordInfo"
CREDIT = "/api/v1/chat/credit"
UPLOAD = "/api/file-stream-upload"
FRESH = "/api/v1/common/download-url"

CLIP = ClipRequest("kling-3.0/video", "A pier at dusk, slow push-in.", 5, "16:9", "std", True)


@asynccontextmanager
async def scripted(**settings: Any) -> AsyncIterator[tuple[ScriptedService, KieClient]]:
    """A service and its client; both are closed afterwards."""
    async with ScriptedService() as service:
        given: dict[str, Any] = {"backoff": 0.01, "silence": 5.0}
        client = KieClient(service.url, service.url, Secret(CANARY), **{**given, **settings})
        try:
            yield service, client
        finally:
            await client.aclose()


async def nothing() -> None:
    """A `sending` that lets every request go."""
