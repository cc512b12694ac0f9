"""A small KIE on loopback for the jobs' tests: it takes creates, tells states, gives files."""

from __future__ import annotations

import asyncio
import json as jsonlib
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path
from typing import Any

import av
from aiohttp import web

from tests.support.canary import CANARY
from tests.support.scripted_service import Answer, ScriptedService, text
from topa_studio.media.encode import write_clip
from topa_studio.media.pictures import encoded

CREATE = "/api/v1/jobs/createTask"


class SmallKie:
    """What a test sets before it asks.

    Attributes:
        creates: answers to the next creates, in order; after them each is accepted.
        states: the service's word for a task by its id; "success" where nothing is said.
        fails: failMsg of tasks by id, for the state "fail".
        taken: credits of tasks by id; where nothing is said 42 for a clip, 4 for a picture, 0 for
            one that failed.
        files: answers to the next downloads, in order; after them the real file comes.
        clip: the bytes of every clip.
        picture: the bytes of every picture.
        late: tasks that are finished, and have no file yet.
        urls: other addresses than its own file's for a task by its id.
        bodies: what each task echoes; without one it echoes nothing.
        created: when each task was made, seconds since 1970.
        left: credits on the account.
    """

    def __init__(self, service: ScriptedService) -> None:
        self.service = service
        self.creates: list[Answer] = []
        self.states: dict[str, str] = {}
        self.fails: dict[str, str] = {}
        self.taken: dict[str, float] = {}
        self.late: set[str] = set()
        self.urls: dict[str, list[str]] = {}
        self.files: list[Answer] = []
        self.clip = clip_bytes()
        self.picture = picture_bytes()
        self.accepted: list[dict[str, Any]] = []
        self.bodies: dict[str, dict[str, Any]] = {}
        self.created: dict[str, float] = {}
        self.left = 1000.0
        self._suffixes: dict[str, str] = {}
        service.on(CREATE, self._create)
        service.on("/api/v1/jobs/recordInfo", self._record)
        service.on("/api/v1/chat/credit", self._credit)
        service.on("/api/file-stream-upload", self._upload)

    def environment(self) -> dict[str, str]:
        """What the program needs to work with this service."""
        url = self.service.url
        return {"KIE_API_KEY": CANARY, "KIE_BASE_URL": url, "KIE_UPLOAD_URL": url}

    def asked(self, part: str) -> int:
        """How many requests came to paths that hold `part`."""
        return sum(part in path for path in self.service.paths())

    async def until(self, part: str, count: int = 1) -> None:
        """Wait until so many requests came to paths that hold `part`."""
        await until(lambda: self.asked(part) >= count)

    def hold(self, count: int = 20) -> None:
        """The next tasks are drawn until `finish` is called."""
        self.states = {f"task-{number}": "generating" for number in range(1, count + 1)}

    def finish(self) -> None:
        """Every task is done now."""
        self.states.clear()

    def answer_late(self) -> asyncio.Event:
        """The next create is taken at once and answered when the event is set."""
        answered = asyncio.Event()

        async def late(request: web.Request) -> web.StreamResponse:
            reply = await self._create(request)
            await answered.wait()
            return reply

        self.creates = [late]
        return answered

    def lose_answer(self) -> None:
        """The next create is taken, and the connection breaks before the answer."""

        async def lost(request: web.Request) -> web.StreamResponse:
            await self._create(request)
            assert request.transport is not None
            request.transport.abort()
            return web.Response()

        self.creates = [lost]

    def know(self, task_id: str, state: str = "success", suffix: str = ".mp4") -> None:
        """A task that was paid for before this service started."""
        self.states[task_id] = state
        self._give(task_id, suffix)

    def forget_tasks(self) -> None:
        """No task is known any more, as after the service's fourteen days."""
        self._suffixes.clear()

    async def _create(self, request: web.Request) -> web.StreamResponse:
        if self.creates:
            return await self.creates.pop(0)(request)
        body = jsonlib.loads(await request.read())
        self.accepted.append(body)
        task_id = f"task-{len(self.accepted)}"
        self.bodies[task_id], self.created[task_id] = body, time.time()
        self._give(task_id, ".mp4" if "kling" in body["model"] else ".png")
        return web.json_response({"code": 200, "data": {"taskId": task_id}})

    def _give(self, task_id: str, suffix: str) -> None:
        async def file(request: web.Request) -> web.StreamResponse:
            if self.files:
                return await self.files.pop(0)(request)
            return await text(self.clip if suffix == ".mp4" else self.picture)(request)

        self._suffixes[task_id] = suffix
        self.service.on(f"/results/{task_id}{suffix}", file)

    async def _record(self, request: web.Request) -> web.StreamResponse:
        task_id = request.query["taskId"]
        if task_id not in self._suffixes:
            return web.json_response({"code": 422, "msg": "recordInfo is null", "data": None})
        state = self.states.get(task_id, "success")
        urls = [f"{self.service.url}/results/{task_id}{self._suffixes[task_id]}"]
        urls = [] if task_id in self.late else self.urls.get(task_id, urls)
        usual = 42 if self._suffixes[task_id] == ".mp4" else 4
        data = {
            "taskId": task_id,
            "state": state,
            "resultJson": jsonlib.dumps({"resultUrls": urls}) if state == "success" else "",
            "failMsg": self.fails.get(task_id, ""),
            "creditsConsumed": self.taken.get(task_id, 0 if state == "fail" else usual),
        }
        if task_id in self.bodies:
            data["param"] = jsonlib.dumps(self.bodies[task_id])
        if task_id in self.created:
            data["createTime"] = round(self.created[task_id] * 1000)
        return web.json_response({"code": 200, "data": data})

    async def _credit(self, _request: web.Request) -> web.StreamResponse:
        return web.json_response({"code": 200, "data": self.left})

    async def _upload(self, _request: web.Request) -> web.StreamResponse:
        url = f"{self.service.url}/files/{self.asked('upload')}.png"
        return web.json_response({"code": 200, "data": {"downloadUrl": url}})


async def until(there: Callable[[], bool], seconds: float = 300.0) -> None:
    """Look every moment until it is there. Raises TimeoutError."""
    async with asyncio.timeout(seconds):
        while not there():  # noqa: ASYNC110 - what is waited for has no event of its own
            await asyncio.sleep(0.02)


@asynccontextmanager
async def small_kie() -> AsyncIterator[SmallKie]:
    """A running service; it ends afterwards."""
    async with ScriptedService() as service:
        yield SmallKie(service)


@cache
def clip_bytes(seconds: int = 3, size: tuple[int, int] = (1280, 720)) -> bytes:
    """A real clip as kling makes one in `std`: 24 pictures a second, without sound."""
    pixels = bytes((90, 160, 230, 255)) * (32 * 18)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "clip.mp4")
        write_clip(path, [pixels] * (seconds * 8), (32, 18), size, 8, None)
        return path.read_bytes()


@cache
def picture_bytes(width: int = 640, height: int = 360) -> bytes:
    """A real PNG, black: a frame that nobody fills shows what lay in memory."""
    frame = av.VideoFrame(width, height, "rgb24")
    for plane in frame.planes:
        plane.update(bytes(plane.buffer_size))
    return encoded(frame, "png")
