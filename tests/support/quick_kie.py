"""A KIE of a process of its own that draws nothing: quick, faulty on wish, with a ledger in memory.

python -m tests.support.quick_kie CLIP [NAME=NUMBER ...]   (the names are those of `Manners`)

It prints its address and ends when its standard input closes.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import subprocess
import sys
import threading
import time
import urllib.request
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
_CREDITS = 42


@dataclass(frozen=True, slots=True)
class Manners:
    """How the service behaves.

    Attributes:
        seconds: how long it works on a task, and `spread` how much longer it may take.
        faults: share of requests that meet a fault.
        creates, window: so many creates in so many seconds; more are told to wait (0: any).
        slow: seconds before each answer.
        seed: of the faults.
    """

    seconds: float = 0.0
    spread: float = 0.0
    faults: float = 0.0
    creates: float = 0.0
    window: float = 10.0
    slow: float = 0.0
    seed: float = 1


@dataclass(slots=True)
class Task:
    """One accepted create."""

    prompt: str
    model: str
    at: float
    ready: float


class QuickKie:
    """The service; every accepted create is a charge."""

    def __init__(self, manners: Manners, clip: bytes) -> None:
        self.url = ""
        self._manners = manners
        self._clip = clip
        self._rng = random.Random(int(manners.seed))
        self._tasks: dict[str, Task] = {}
        self._passed: deque[float] = deque()
        self._counts: Counter[str] = Counter()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection until it ends."""
        with suppress(OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                found = head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0].strip()
                body = await reader.readexactly(int(found or b"0"))
                target = head.split(b" ", 2)[1].decode()
                if self._manners.slow:
                    await asyncio.sleep(self._manners.slow)
                if not await self._answer(writer, target, body):
                    break
        writer.close()

    async def _answer(self, writer: asyncio.StreamWriter, target: str, body: bytes) -> bool:
        """Whether the connection goes on."""
        path, _mark, query = target.partition("?")
        self._counts[path.rpartition("/")[2] if "/results/" not in path else "results"] += 1
        faulty = path != "/ledger" and self._rng.random() < self._manners.faults
        fault = self._rng.choice(["before", "after", "500", "429", "cut"]) if faulty else ""
        if fault:
            self._counts[f"fault {fault}"] += 1
        if fault == "before":
            return False
        if fault == "500" and "createTask" not in path:
            return await _send(writer, {"code": 500, "msg": "Server exception", "data": None})
        if fault == "429":
            return await _send(writer, {"code": 429, "msg": "Too many", "data": None}, retry="0.05")
        if path.startswith("/results/"):
            return await self._give(writer, fault)
        told = self._reply(path, query, body)
        if fault == "500":
            told = {"code": 500, "msg": "Server exception", "data": None}
        if fault in ("after", "cut"):
            return False
        return await _send(writer, told)

    def _reply(self, path: str, query: str, body: bytes) -> Any:
        match path.rpartition("/")[2]:
            case "createTask":
                return self._create(json.loads(body))
            case "recordInfo":
                return self._record(query.removeprefix("taskId="))
            case "credit":
                return {"code": 200, "msg": "success", "data": 1e9 - _CREDITS * len(self._tasks)}
            case "file-stream-upload":
                return {"code": 200, "data": {"downloadUrl": f"{self.url}/files/{len(body)}.png"}}
            case "download-url":
                return {"code": 200, "data": json.loads(body)["url"]}
            case "ledger":
                tasks = {task_id: asdict(task) for task_id, task in self._tasks.items()}
                return {"tasks": tasks, "counts": self._counts}
        return {"code": 404, "msg": "no such path", "data": None}

    def _create(self, body: dict[str, Any]) -> Any:
        now = time.monotonic()
        while self._passed and self._passed[0] + self._manners.window <= now:
            self._passed.popleft()
        if self._manners.creates and len(self._passed) >= self._manners.creates:
            self._counts["too many"] += 1
            return {"code": 429, "msg": "Too many requests", "data": None}
        self._passed.append(now)
        task_id = f"{len(self._tasks):08x}{self._rng.getrandbits(96):024x}"
        ready = now + self._manners.seconds + self._rng.random() * self._manners.spread
        self._tasks[task_id] = Task(body["input"]["prompt"], body["model"], now, ready)
        return {"code": 200, "msg": "success", "data": {"taskId": task_id, "recordId": task_id}}

    def _record(self, task_id: str) -> Any:
        task = self._tasks.get(task_id)
        if task is None:
            return {"code": 404, "msg": "Task not found", "data": None}
        is_done = time.monotonic() >= task.ready
        urls = json.dumps({"resultUrls": [f"{self.url}/results/{task_id}.mp4"]})
        data = {
            "taskId": task_id,
            "model": task.model,
            "state": "success" if is_done else "generating",
            "resultJson": urls if is_done else "",
            "creditsConsumed": _CREDITS,
        }
        return {"code": 200, "msg": "success", "data": data}

    async def _give(self, writer: asyncio.StreamWriter, fault: str) -> bool:
        size = len(self._clip)
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n")
        writer.write(b"Content-Length: %d\r\n\r\n" % size)
        writer.write(self._clip[: size // 2] if fault else self._clip)
        await writer.drain()
        return not fault


async def _send(writer: asyncio.StreamWriter, told: Any, retry: str = "") -> bool:
    body = json.dumps(told).encode()
    more = f"Retry-After: {retry}\r\n" if retry else ""
    writer.write(f"HTTP/1.1 200 OK\r\n{more}Content-Length: {len(body)}\r\n\r\n".encode() + body)
    await writer.drain()
    return True


async def _main(clip: bytes, manners: Manners) -> None:
    kie = QuickKie(manners, clip)
    server = await asyncio.start_server(kie.serve, "127.0.0.1", 0, limit=1 << 20, backlog=1000)
    kie.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    print(kie.url, flush=True)  # noqa: T201 - the parent reads it
    ended, loop = asyncio.Event(), asyncio.get_running_loop()

    def wait() -> None:
        os.read(0, 1)
        loop.call_soon_threadsafe(ended.set)

    threading.Thread(target=wait, daemon=True).start()
    await ended.wait()


@dataclass(frozen=True, slots=True)
class Service:
    """A running service."""

    url: str
    pid: int

    def environment(self) -> dict[str, str]:
        """What the program needs to take it for the real one."""
        return {"KIE_API_KEY": "a-key", "KIE_BASE_URL": self.url, "KIE_UPLOAD_URL": self.url}

    def ledger(self) -> dict[str, Any]:
        """`tasks`: every accepted create by its id; `counts`: what was asked, and the faults."""
        with urllib.request.urlopen(f"{self.url}/ledger", timeout=300) as answer:
            found: dict[str, Any] = json.load(answer)
        return found


@contextmanager
def quick_kie(clip: Path, **manners: float) -> Iterator[Service]:
    """Start it with these manners; it is ended afterwards. `clip` is what every task gives."""
    wanted = [f"{name}={value}" for name, value in manners.items()]
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.support.quick_kie", str(clip), *wanted],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    with process.stdout, process.stdin:
        yield Service(process.stdout.readline().strip(), process.pid)
    process.wait(timeout=300)


if __name__ == "__main__":
    given = {name: float(value) for name, _is, value in (a.partition("=") for a in sys.argv[2:])}
    known = {field.name for field in fields(Manners)}
    assert given.keys() <= known, known
    asyncio.run(_main(Path(sys.argv[1]).read_bytes(), Manners(**given)))
