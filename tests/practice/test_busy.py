"""However busy the computer is with drawing, the service answers, and late is not never."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import pytest
from aiohttp import ClientSession, web

from tests.practice.conftest import BANANA, KLING, Service, Start, events
from topa_studio.practice import ledger
from topa_studio.practice.book import Book
from topa_studio.practice.faults import Faults
from topa_studio.practice.files_api import FilesApi
from topa_studio.practice.jobs_api import JobsApi
from topa_studio.practice.ledger import Ledger
from topa_studio.practice.painters import Painters
from topa_studio.practice.server import make_app
from topa_studio.practice.store import Store
from topa_studio.practice.studio import Studio

linux = pytest.mark.skipif(sys.platform != "linux", reason="looks processes up in /proc")
KEY = {"Authorization": "Bearer any"}


def painters_of(service: Service) -> list[int]:
    """The two drawing processes of a service, which begin with its first drawings."""
    pid = service.process.pid
    drawn = [service.task("kling-3.0/video", KLING) for _ in range(2)]
    assert {service.ended(task)["state"] for task in drawn} == {"success"}
    while True:
        told = [path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/children")]
        found = [int(child) for line in told for child in line.split()]
        ours = [child for child in found if "spawn_main" in _command(child)]
        if len(ours) == 2 and all(_is_begun(child) for child in ours):
            return ours
        os.sched_yield()


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8")
    except OSError:
        return ""


def _is_begun(pid: int) -> bool:
    """The thread that waits for the service's end is there: its first acts are done."""
    return len(list(Path(f"/proc/{pid}/task").iterdir())) > 1


@contextmanager
def stopped(pids: list[int]) -> Iterator[None]:
    for pid in pids:
        os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        for pid in pids:
            os.kill(pid, signal.SIGCONT)


@linux
def test_requests_are_taken_and_told_of_while_no_drawing_goes_on(
    start: Start, tmp_path: Path
) -> None:
    service = start(ledger=tmp_path / "ledger.jsonl")
    painters = painters_of(service)
    before = len(events(tmp_path / "ledger.jsonl"))
    with stopped(painters):
        panel = service.task("nano-banana-2", BANANA)
        clips = [service.task("kling-3.0/video", KLING) for _ in range(3)]
        assert service.record(panel)["state"] != "fail"
        assert service.upload("a.png", b"\x89PNG\r\n\x1a\n")["code"] == 200
        assert service.credits() < 10_000
        told = events(tmp_path / "ledger.jsonl")[before:]
        assert [line["event"] for line in told] == ["created"] * 4
    assert {service.ended(task)["state"] for task in [panel, *clips]} == {"success"}


@linux
def test_a_service_that_draws_nothing_holds_no_painters(start: Start) -> None:
    pid = start().process.pid
    told = [path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/children")]
    assert "".join(told).split() == []


@linux
def test_who_draws_lets_the_service_and_the_window_go_first(start: Start) -> None:
    service = start()
    own = os.getpriority(os.PRIO_PROCESS, 0)
    assert os.getpriority(os.PRIO_PROCESS, service.process.pid) == own
    for pid in painters_of(service):
        assert os.getpriority(os.PRIO_PROCESS, pid) == min(19, own + 10)


@asynccontextmanager
async def in_this_process(path: Path) -> AsyncIterator[str]:
    """A service whose disk a test holds in its hand; its address."""
    kept, store, painters = Ledger(path), Store(None, 60.0), Painters()
    book = Book(kept, 100.0, 1000.0)
    studio = Studio(book, store, painters)
    jobs, files = JobsApi(book, store, studio, 1000.0), FilesApi(book, store, studio)
    runner = web.AppRunner(make_app(jobs, files, Faults(), None))
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()
        await studio.close()
        store.remove()
        kept.close()


def test_a_slow_disk_keeps_nobody_else_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, arrived, free = tmp_path / "ledger.jsonl", threading.Event(), threading.Event()
    real = ledger.sync

    def held(file: int) -> None:
        arrived.set()
        assert free.wait(60), "the service stood still while its disk did"
        real(file)

    async def run() -> None:
        body = {"model": "nano-banana-2", "input": BANANA}
        async with in_this_process(path) as url, ClientSession(url, headers=KEY) as client:
            create = asyncio.create_task(client.post("/api/v1/jobs/createTask", json=body))
            await asyncio.to_thread(arrived.wait)
            # The credits are held already, so that no second request has the same ones.
            async with client.get("/api/v1/chat/credit") as answer:
                assert (await answer.json())["data"] < 100
            assert not create.done()
            free.set()
            async with await create as answer:
                assert (await answer.json())["code"] == 200
        assert events(path)[0]["event"] == "created"

    monkeypatch.setattr(ledger, "sync", held)
    asyncio.run(run())
