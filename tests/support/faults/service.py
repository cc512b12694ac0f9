"""The service's side of fault runs: a process of its own that serves many small worlds honestly.

What it took is remembered in its own memory, so no fault of the program under test can change it.
"""

from __future__ import annotations

import asyncio
import json
import struct
import sys
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.support.small_kie import clip_bytes
from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.practice.charges import credits_for

Json = dict[str, Any]


@dataclass(slots=True)
class World:
    """One account with its tasks, and what shall go wrong.

    Attributes:
        tasks: everything accepted, in order.
        creates, files: what happens to the next creates and downloads, in order; then all is well.
        limit: credits on the account.
        expired: ids of tasks that are kept no more, with their results.
        waiting: who stands at a barrier.
    """

    tasks: list[Json] = field(default_factory=list)
    creates: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    always: str = "ok"
    limit: float = 1e9
    expired: list[str] = field(default_factory=list)
    uploads: int = 0
    asked: dict[str, int] = field(default_factory=dict)
    polls: dict[str, int] = field(default_factory=dict)
    waiting: set[str] = field(default_factory=set)
    met: asyncio.Event = field(default_factory=asyncio.Event)

    def task(self, task_id: str) -> Json | None:
        """An accepted task."""
        return next((task for task in self.tasks if task["id"] == task_id), None)

    def charged(self) -> float:
        """Credits of everything accepted that did not fail."""
        return sum(task["credits"] for task in self.tasks if task["fate"] != "fail")


def result_bytes(task_id: str, clip: bool) -> bytes:
    """A real clip or picture, different for each task."""
    if clip:
        mark = task_id.encode() * 400
        return clip_bytes() + struct.pack(">I", 8 + len(mark)) + b"free" + mark
    return _picture(640, 360, task_id.encode() * 40)


def _picture(width: int, height: int, words: bytes) -> bytes:
    """A grey PNG with `words` in it, the same bytes in every process."""

    def part(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * 3 * width) * height)
    told = part(b"tEXt", b"mark\0" + words)
    return (
        b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + told + part(b"IDAT", rows) + part(b"IEND", b"")
    )


class Answers:
    """Requests in, replies out; a reply of None breaks the connection off."""

    def __init__(self) -> None:
        self.url = ""
        self._worlds: dict[str, World] = {}
        self._catalogue = Catalogue.bundled()

    async def answer(
        self, method: str, path: str, headers: dict[str, str], body: bytes
    ) -> tuple[int, dict[str, str], bytes, int | None] | None:
        """Status, headers, body, and after how many bytes of the body it breaks off."""
        split = urlsplit(path)
        _, name, *rest = split.path.split("/")
        query = {key: values[0] for key, values in parse_qs(split.query).items()}
        if name == "control":
            return _json(await self._control(rest, method, body, query))
        world = self._worlds.setdefault(name, World())
        match rest:
            case ["api", "v1", "jobs", "createTask"]:
                return await self._create(world, name, body)
            case ["api", "v1", "jobs", "recordInfo"]:
                return _json(self._record(world, name, query.get("taskId", "")))
            case ["api", "v1", "chat", "credit"]:
                return _json({"code": 200, "data": world.limit - world.charged()})
            case ["api", "file-stream-upload"]:
                world.uploads += 1
                url = f"{self.url}/{name}/files/{world.uploads}.png"
                return _json({"code": 200, "data": {"downloadUrl": url}})
            case ["results", file]:
                return self._file(world, file, headers)
        return _json({"code": 404, "msg": "no such path"}, 404)

    async def _control(self, rest: list[str], method: str, body: bytes, query: Json) -> Json:
        world = self._worlds.setdefault(rest[0], World())
        if rest[1:] == ["forget"]:
            del self._worlds[rest[0]]
            return {}
        if rest[1:] == ["meet"]:
            world.waiting.add(query["who"])
            if len(world.waiting) >= int(query["count"]):
                world.met.set()
            with suppress(TimeoutError):
                await asyncio.wait_for(world.met.wait(), 5.0)
            return {}
        if method == "POST":
            for key, value in json.loads(body).items():
                setattr(world, key, value)
        return {"tasks": world.tasks, "charged": world.charged(), "asked": world.asked}

    async def _create(
        self, world: World, name: str, body: bytes
    ) -> tuple[int, dict[str, str], bytes, int | None] | None:
        world.asked["create"] = world.asked.get("create", 0) + 1
        action, _, detail = (world.creates.pop(0) if world.creates else world.always).partition(":")
        wish = json.loads(body)
        match action:
            case "throttle":
                return _json(
                    {"code": 429, "msg": "Too often"}, 429, {"Retry-After": detail or "0.01"}
                )
            case "reset":
                return None
            case "refuse":
                return _json({"code": int(detail), "msg": "No"}, 200)
            case "lost-500":
                return _json({"code": 500, "msg": "Internal Error"}, 500)
        task = self._accept(world, name, wish, "fail" if action == "fail" else "success")
        reply = _json({"code": 200, "msg": "success", "data": {"taskId": task["id"]}})
        match action:
            case "lost":
                return None
            case "500":
                return _json({"code": 500, "msg": "Internal Error"}, 500)
            case "slow":
                await asyncio.sleep(float(detail))
            case "cut":
                return (*reply[:3], int(detail))
        return reply

    def _accept(self, world: World, name: str, wish: Json, fate: str) -> Json:
        task = {
            "id": f"{name}-task-{len(world.tasks) + 1}",
            "time": time.time(),
            "model": wish["model"],
            "prompt": wish["input"].get("prompt", ""),
            "param": json.dumps(wish),
            "clip": "kling" in wish["model"],
            "credits": credits_for(self._catalogue, wish["model"], wish["input"]),
            "fate": fate,
        }
        world.tasks.append(task)
        return task

    def _record(self, world: World, name: str, task_id: str) -> Json:
        task = world.task(task_id)
        if task is None or task_id in world.expired:
            return {"code": 422, "msg": "recordInfo is null"}
        world.polls[task_id] = world.polls.get(task_id, 0) + 1
        state = task["fate"] if world.polls[task_id] > 1 else "generating"
        done = state == "success"
        url = f"{self.url}/{name}/results/{task_id}{'.mp4' if task['clip'] else '.png'}"
        data = {
            "taskId": task_id,
            "model": task["model"],
            "state": state,
            "param": task["param"],
            "createTime": round(task["time"] * 1000),
            "resultJson": json.dumps({"resultUrls": [url]}) if done else "",
            "failMsg": "the picture was not liked" if state == "fail" else "",
            "failCode": "500" if state == "fail" else "",
            "creditsConsumed": task["credits"] if done else 0,
        }
        return {"code": 200, "data": data}

    def _file(
        self, world: World, file: str, headers: dict[str, str]
    ) -> tuple[int, dict[str, str], bytes, int | None]:
        task_id, _, suffix = file.rpartition(".")
        if task_id in world.expired:
            return 404, {}, b"no", None
        data = result_bytes(task_id, suffix == "mp4")
        world.asked["file"] = world.asked.get("file", 0) + 1
        facts = {"Content-Type": "video/mp4", "ETag": f'"{task_id}"'}
        action, _, detail = (world.files.pop(0) if world.files else "ok").partition(":")
        match action:
            case "status":
                return int(detail), {}, b"no", None
            case "cut":
                return 200, facts, data, int(len(data) * float(detail))
        wanted = headers.get("range", "")
        if action == "ok" and wanted.startswith("bytes="):
            start = int(wanted.removeprefix("bytes=").split("-")[0])
            facts["Content-Range"] = f"bytes {start}-{len(data) - 1}/{len(data)}"
            return 206, facts, data[start:], None
        return 200, facts, data, None


def _json(
    value: object, status: int = 200, headers: dict[str, str] | None = None
) -> tuple[int, dict[str, str], bytes, int | None]:
    return (
        status,
        {"Content-Type": "application/json", **(headers or {})},
        json.dumps(value).encode(),
        None,
    )


async def read_request(
    reader: asyncio.StreamReader,
) -> tuple[str, str, dict[str, str], bytes] | None:
    """Method, path, headers and body of the next request; None where there is none."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, ConnectionError):
        return None
    first, *lines = head.decode("latin-1").split("\r\n")
    method, path, _ = first.split(" ")
    headers = {
        name.strip().lower(): value.strip()
        for name, _, value in (line.partition(":") for line in lines if line)
    }
    try:
        body = await reader.readexactly(int(headers.get("content-length", "0")))
    except (asyncio.IncompleteReadError, ConnectionError):
        return None
    return method, path, headers, body


async def _serve_one(
    answers: Answers, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    while (asked := await read_request(reader)) is not None:
        reply = await answers.answer(*asked)
        if reply is None:
            writer.transport.abort()
            return
        status, headers, body, cut = reply
        told = {**headers, "Content-Length": str(len(body))}
        head = "".join(f"{name}: {value}\r\n" for name, value in told.items())
        writer.write(f"HTTP/1.1 {status} OK\r\n{head}\r\n".encode() + body[:cut])
        if cut is not None or asked[2].get("connection") == "close":
            await _closed(writer)
            return
        with suppress(ConnectionError):
            await writer.drain()


async def _closed(writer: asyncio.StreamWriter) -> None:
    writer.close()
    with suppress(ConnectionError):
        await writer.wait_closed()


def handler(
    answers: Answers,
) -> Callable[[asyncio.StreamReader, asyncio.StreamWriter], Any]:
    """What asyncio.start_server calls; a client that died is nobody's fault."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await _serve_one(answers, reader, writer)
        except ConnectionError:
            pass
        finally:
            writer.close()

    return serve


async def _main() -> None:
    answers = Answers()
    result_bytes("warm", clip=True)
    server = await asyncio.start_server(handler(answers), "127.0.0.1", 0, backlog=1000)
    answers.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    sys.stdout.write(f"{answers.url}\n")
    sys.stdout.flush()
    # It ends with whoever started it.
    await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    if Path.cwd() not in map(Path, sys.path):
        sys.path.insert(0, str(Path.cwd()))
    asyncio.run(_main())
