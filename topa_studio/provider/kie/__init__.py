"""KIE: its addresses, request bodies, answers and rules; nothing else in the program knows them."""

from __future__ import annotations

from topa_studio.provider.api import Provider
from topa_studio.provider.kie.wire import create_body
from topa_studio.provider.service import Access, Service

URL = "https://api.kie.ai"
UPLOAD_URL = "https://kieai.redpandaai.co"


def _connect(access: Access) -> Provider:
    # Late: the HTTP library takes longer to load than the window to open.
    from topa_studio.provider.kie.client import KieClient

    return KieClient(
        access.base_url or URL,
        access.upload_url or UPLOAD_URL,
        access.key,
        poll_form="jobs" if access.form == "jobs" else "recordInfo",
        backoff=access.backoff,
    )


SERVICE = Service(
    title="KIE",
    connect=_connect,
    body=create_body,
    logs_page="https://kie.ai/logs",
    media_days=14,
    log_days=60,
)
