"""KIE over HTTP: free questions are asked again when they fail, a paid create never is."""

from __future__ import annotations

import asyncio
import json
import ssl
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote

from topa_studio.base.errors import (
    NotSent,
    OutcomeUnknown,
    ProviderError,
    Refused,
    Throttled,
)
from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.model.request import Request
from topa_studio.provider.addresses import check_result, check_service, host_of, is_loopback, origin
from topa_studio.provider.api import Progress, Sending, TaskReport, TaskState
from topa_studio.provider.download import LARGEST, USUAL_SPEED, Downloads, Speed
from topa_studio.provider.kie import echo, verdicts
from topa_studio.provider.kie.limits import RateGate
from topa_studio.provider.kie.questions import Questions, good
from topa_studio.provider.kie.task_reader import read_task
from topa_studio.provider.kie.upload import Form
from topa_studio.provider.kie.wire import create_body
from topa_studio.provider.reply import Reply
from topa_studio.provider.secret import Secret
from topa_studio.provider.transport import Lost, Transport
from topa_studio.provider.tries import Passing, Tries

PollForm = Literal["recordInfo", "jobs"]
UPLOAD_SECONDS = 20 * 3600.0
"""KIE deletes uploads after a day or three (its pages disagree): 20 hours is safe."""

_GRACE = 90.0
_CREATE_PAUSE = 10.0
_JSON = {"Content-Type": "application/json"}


class KieClient:
    """The service at `base_url`, real or practice: only the address differs.

    Connections are made at first use, so an unused client costs nothing.

    Args:
        poll_form: "jobs" asks `GET /api/v1/jobs/{task_id}`, as older scripts do.
        rate: shared by all clients of one key.
        catalogue: the bundled one by default.
        backoff: seconds before the first repetition of a free request; doubles each time.
        silence: seconds without a byte before a connection counts as lost.
        largest: bytes; a larger download is given up.
        speed: the least a download must bring.
        tls: whose certificates are believed; the bundled and the system's by default.

    Raises:
        ProviderError: an address is neither https nor on this machine.
    """

    upload_seconds = UPLOAD_SECONDS

    def __init__(
        self,
        base_url: str,
        upload_url: str,
        key: Secret,
        *,
        poll_form: PollForm = "recordInfo",
        rate: RateGate | None = None,
        catalogue: Catalogue | None = None,
        backoff: float = 1.0,
        silence: float = 60.0,
        largest: int = LARGEST,
        speed: Speed = USUAL_SPEED,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.upload_origin = origin(upload_url)
        self._base = check_service(base_url)
        self._upload = check_service(upload_url)
        self._practice = is_loopback(base_url)
        self._key = key
        self._poll_form = poll_form
        self._rate = rate or RateGate()
        self._catalogue = catalogue
        self._transport = Transport(
            key,
            {origin(base_url), self.upload_origin},
            practice=self._practice,
            silence=silence,
            tls=tls,
        )
        self._questions = Questions(self._transport)
        self._tries = Tries(backoff)
        self._downloads = Downloads(
            self._transport, self._tries, self._practice, self._fresh_url, largest, speed
        )
        self._created: dict[str, float] = {}

    async def submit(self, request: Request, urls: Mapping[str, str], sending: Sending) -> str:
        """Send `request` once; see `Provider.submit`."""
        body = self._body(request, urls)
        if not self._key and not self._practice:
            raise Refused("provider.no-key", stops_queue=True)
        await self._rate.creates.enter()
        reply = await self._create(json.dumps(body).encode(), sending)
        try:
            task_id = verdicts.read_created(reply)
        except Throttled as error:
            wait = error.retry_after
            self._rate.creates.close_for(_CREATE_PAUSE if wait is None else wait)
            raise
        self._created[task_id] = time.monotonic()
        return task_id

    async def report(self, task_id: str) -> TaskReport:
        """Ask about a task; see `Provider.report`."""

        async def ask() -> TaskReport:
            await self._rate.polls.enter()
            reply = await self._questions.ask("GET", self._poll_url(task_id))
            return self._read_report(reply, task_id)

        return await self._tries.of(ask, self._rate.polls)

    def matches(self, report: TaskReport, request: Request, urls: Mapping[str, str]) -> bool:
        """Whether a task is the one `request` made; see `Provider.matches`."""
        return echo.matches(self._catalogue or Catalogue.bundled(), report, request, urls)

    def contradicts(self, report: TaskReport, request: Request, urls: Mapping[str, str]) -> bool:
        """Whether the echo is another request's; see `Provider.contradicts`."""
        return echo.contradicts(self._catalogue or Catalogue.bundled(), report, request, urls)

    async def upload(self, path: Path, name: str) -> str:
        """Upload a local file; see `Provider.upload`.

        Raises:
            Refused, NotSent, Throttled, ProviderError: it is not there.
            OSError: the file cannot be read.
        """
        form = await asyncio.to_thread(Form.of, path, name)

        async def send() -> str:
            url = f"{self._upload}/api/file-stream-upload"
            reply = await self._questions.ask("POST", url, headers=form.headers(), body=form.pieces)
            found = verdicts.read_uploaded(good(reply, refusable=True))
            check_result(found, practice=self._practice)
            return found

        return await self._tries.of(send)

    async def fetch(self, url: str, target: Path, progress: Progress) -> None:
        """Download a result; where its address fails, a signed one is asked for.

        `<target>.part` holds the bytes meanwhile; after a failure, and after the end of this
        program, the next fetch goes on from there.

        Raises:
            ProviderError: it could not be fetched.
            OSError: the disk.
        """
        await self._downloads.fetch(url, target, progress)

    async def balance(self) -> float:
        """Credits left on the account; free.

        Raises:
            Refused: the key is not taken.
            NotSent, Throttled, ProviderError: nobody answered usefully.
        """

        async def ask() -> float:
            reply = await self._questions.ask("GET", f"{self._base}/api/v1/chat/credit")
            return verdicts.read_balance(good(reply, refusable=True))

        return await self._tries.of(ask)

    async def aclose(self) -> None:
        """Let go of connections."""
        await self._transport.aclose()

    async def _fresh_url(self, url: str) -> str:
        """A signed URL for a result; "" where the service gives none."""
        body = json.dumps({"url": url}).encode()
        place = f"{self._base}/api/v1/common/download-url"
        try:
            reply = await self._questions.ask("POST", place, headers=_JSON, body=body)
            return verdicts.read_fresh_url(good(reply, refusable=False))
        except (Passing, ProviderError):
            return ""

    def _body(self, request: Request, urls: Mapping[str, str]) -> dict[str, Any]:
        model = (self._catalogue or Catalogue.bundled()).model_for(request)
        if model is None:
            raise Refused("provider.unknown-model", model=request.model)
        return create_body(model, request, urls)

    async def _create(self, body: bytes, sending: Sending) -> Reply:
        lost: Lost
        try:
            return await self._transport.send(
                "POST",
                f"{self._base}/api/v1/jobs/createTask",
                headers=_JSON,
                body=body,
                fresh=True,
                sending=sending,
            )
        except Lost as error:
            lost = error
        if lost.left:
            raise OutcomeUnknown("provider.outcome-unknown", reason=lost.reason)
        raise NotSent("provider.not-reached", host=host_of(self._base), reason=lost.reason)

    def _poll_url(self, task_id: str) -> str:
        name = quote(task_id, safe="")
        if self._poll_form == "jobs":
            return f"{self._base}/api/v1/jobs/{name}"
        return f"{self._base}/api/v1/jobs/recordInfo?taskId={name}"

    def _read_report(self, reply: Reply, task_id: str) -> TaskReport:
        """A state counts whatever the code; a task created a moment ago may not be known yet."""
        envelope = verdicts.open_envelope(reply)
        report = read_task(envelope, task_id)
        if report is not None:
            self._created.pop(task_id, None)
            return report
        age = time.monotonic() - self._created.get(task_id, float("-inf"))
        if envelope.code == 422 and age < _GRACE:
            return TaskReport(task_id, TaskState.WAITING)
        if envelope.code in (401, 403):
            verdicts.raise_refused(envelope)
        raise verdicts.told(envelope)
