"""A coroutine that is cancelled at the await of our choice, and what must be gone afterwards."""

from __future__ import annotations

import asyncio
import subprocess
import threading
from collections.abc import Coroutine, Generator
from pathlib import Path
from types import coroutine
from typing import Any, TypeVar

import pytest

from topa_studio.app.project import OutputLock

T = TypeVar("T")


@coroutine
def cut(work: Coroutine[Any, Any, T], at: int) -> Generator[Any, Any, T]:
    """Run `work`; where it waits for the `at`-th time, counted from 1, its task is cancelled."""
    resume, given, count = work.send, None, 0
    while True:
        try:
            waited = resume(given)  # type: ignore[arg-type]
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]
        count += 1
        if count == at:
            task = asyncio.current_task()
            assert task is not None
            task.cancel()
        try:
            given = yield waited
            resume = work.send
        except BaseException as error:  # noqa: BLE001 - it is the work's to handle
            given, resume = error, work.throw  # type: ignore[assignment]


async def is_cut(work: Coroutine[Any, Any, object], at: int) -> bool:
    """Whether `work` has an `at`-th await, at which it was cancelled; else it went to its end."""
    try:
        await asyncio.create_task(_plain(work, at))
    except asyncio.CancelledError:
        return True
    return False


async def _plain(work: Coroutine[Any, Any, object], at: int) -> None:
    await cut(work, at)


class Remains:
    """What was there before the work began, to tell what is left of it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._threads = set(threading.enumerate())
        self._children: list[subprocess.Popen[bytes]] = []
        children = self._children

        class Popen(subprocess.Popen[bytes]):
            def __init__(self, *given: Any, **named: Any) -> None:
                super().__init__(*given, **named)
                children.append(self)

        monkeypatch.setattr(subprocess, "Popen", Popen)

    def of(self, folder: Path) -> list[str]:
        """Threads of the state, tasks, children and locks of films in `folder` that are left."""
        left = [t.name for t in set(threading.enumerate()) - self._threads if "state" in t.name]
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        left += [str(task.get_coro()) for task in tasks]
        left += [f"child {child.pid}" for child in self._children if child.poll() is None]
        for output in folder.glob("output*"):
            lock = OutputLock(output / ".topa" / "lock")
            if not lock.take("the test"):
                left.append(output.name)
            lock.release()
        return left
