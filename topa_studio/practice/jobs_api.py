"""Creating and asking: createTask, recordInfo, the older form of asking, credit, download-url."""

from __future__ import annotations

import asyncio
import json
import time
from collections import deque
from collections.abc import Mapping
from typing import Any

from aiohttp import web

from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.practice import rules
from topa_studio.practice.book import Book, Task
from topa_studio.practice.charges import credits_for
from topa_studio.practice.pictures import check_pictures, tags_of
from topa_studio.practice.store import Store
from topa_studio.practice.studio import Studio
from topa_studio.practice.wire import NotAccepted, body_of, reply

_SIGNED_SECONDS = 20 * 60
_OLD_WORDS = {
    "waiting": "pending",
    "queuing": "pending",
    "generating": "processing",
    "success": "completed",
    "fail": "failed",
}


class RateGate:
    """Says no to more than `most` requests within `seconds`."""

    def __init__(self, most: int, seconds: float) -> None:
        self._most = most
        self._seconds = seconds
        self._times: deque[float] = deque()

    def enter(self) -> None:
        """Count one request. Raises NotAccepted (429) where there were too many."""
        now = time.monotonic()
        while self._times and now - self._times[0] >= self._seconds:
            self._times.popleft()
        if len(self._times) >= self._most:
            raise NotAccepted(429, "Your call frequency is too high. Please try again later.")
        self._times.append(now)


class JobsApi:
    """The handlers; `base_url` is known once the server listens."""

    def __init__(self, book: Book, store: Store, studio: Studio, speed: float) -> None:
        self._book = book
        self._store = store
        self._studio = studio
        self._catalogue = Catalogue.bundled()
        # A little under the documented seconds: requests bunch up on their way.
        # Like working times, they pass faster here with `speed`.
        self._creates = RateGate(20, 9.8 / speed)
        self._polls = RateGate(10, 0.9 / speed)
        self.base_url = ""

    def routes(self) -> list[web.RouteDef]:
        """What this room answers."""
        return [
            web.post("/api/v1/jobs/createTask", self.create),
            web.get("/api/v1/jobs/recordInfo", self.record_info),
            web.get("/api/v1/jobs/{task_id}", self.old_form),
            web.get("/api/v1/chat/credit", self.credit),
            web.post("/api/v1/common/download-url", self.download_url),
        ]

    async def create(self, request: web.Request) -> web.Response:
        """Take a request, or refuse it in the real service's words; both are in the ledger."""
        model: object = None
        try:
            body = await body_of(request)
            model = body.get("model")
            self._creates.enter()
            task = await self._accept(model, body.get("input"), request.get("fault"))
        except NotAccepted as no:
            await self._book.refuse(model, no.code, no.text)
            raise
        self._studio.begin(task)
        return reply({"taskId": task.id, "recordId": task.id})

    async def _accept(self, model: object, given: Any, fault: Any) -> Task:  # noqa: ANN401 - JSON
        rules.check(model, given)
        assert isinstance(model, str)
        urls = rules.picture_urls(model, given)
        files = {url: self._studio.local_file(url) for url in urls}
        await asyncio.to_thread(check_pictures, files, rules.is_clip(model))
        tags = await asyncio.to_thread(tags_of, files)
        credits = credits_for(self._catalogue, model, given)
        if credits > self._book.left:
            raise NotAccepted(402, "Credits insufficient")
        fails = None
        if fault is not None and fault.action == "fail":
            fails = (str(fault.code), fault.message)
        return await self._book.create(model, given, credits, tags, fails)

    async def record_info(self, request: web.Request) -> web.Response:
        """A task as the documented endpoint tells it."""
        self._polls.enter()
        task_id = request.query.get("taskId", "")
        if not task_id:
            raise NotAccepted(400, "taskId parameter is required")
        task = self._book.get(task_id)
        if task is None:
            raise NotAccepted(422, "recordInfo is null")
        fault = request.get("fault")
        without = {"resultJson": ""} if fault is not None and fault.action == "no_file" else {}
        return reply({**self._record(task), **without})

    async def old_form(self, request: web.Request) -> web.Response:
        """A task as the older pipeline asked for it: flat, with other words."""
        self._polls.enter()
        task = self._book.get(request.match_info["task_id"])
        if task is None:
            return web.json_response({"code": 404, "message": "Task not found"}, status=404)
        state = self._book.state(task)
        answer: dict[str, Any] = {"task_id": task.id, "status": _OLD_WORDS[state]}
        if state == "success":
            answer["resultUrls"] = [self._url(task)]
        if task.failed and task.fails:
            answer["error"] = task.fails[1]
        return web.json_response(answer)

    async def credit(self, _request: web.Request) -> web.Response:
        """The account's credits."""
        return reply(self._book.left)

    async def download_url(self, request: web.Request) -> web.Response:
        """A signed address for a result, valid for 20 minutes also when the plain one is not."""
        url = str((await body_of(request)).get("url", ""))
        task = self._book.get(url.rpartition("/")[2].partition(".")[0])
        if task is None or not url.startswith(f"{self.base_url}/results/"):
            raise NotAccepted(422, "The url is not a file generated by this service")
        until = int(time.time() + _SIGNED_SECONDS)
        mark = self._store.sign(task.id, until)
        return reply(f"{self._url(task)}?until={until}&signature={mark}")

    def _record(self, task: Task) -> Mapping[str, Any]:
        state = self._book.state(task)
        code, text = task.fails if task.failed and task.fails else ("", "")
        done = state == "success"
        ended = round(task.ended * 1000)
        return {
            "taskId": task.id,
            "model": task.model,
            "state": state,
            "param": json.dumps({"model": task.model, "input": task.given}, ensure_ascii=False),
            "resultJson": json.dumps({"resultUrls": [self._url(task)]}) if done else "",
            "failCode": code,
            "failMsg": text,
            "costTime": round((task.ended - task.created) * 1000) if task.ended else 0,
            "completeTime": ended,
            "createTime": round(task.created * 1000),
            "updateTime": ended or round(time.time() * 1000),
            "creditsConsumed": task.credits if done else 0,
        }

    def _url(self, task: Task) -> str:
        return f"{self.base_url}/results/{task.id}{self._studio.suffix(task)}"
