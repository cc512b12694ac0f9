"""All tasks the service ever took: their states follow the clock, their money the ledger."""

from __future__ import annotations

import hashlib
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from topa_studio.practice.ledger import Ledger
from topa_studio.practice.rules import is_clip

_CLIP_SECONDS = (40.0, 90.0)
_PICTURE_SECONDS = (8.0, 15.0)
_WAITING, _QUEUING = 0.06, 0.18


@dataclass(slots=True)
class Task:
    """One accepted request. Times are seconds since 1970; `work` is how long it takes.

    Attributes:
        tags: what earlier drawings said about the pictures this request refers to, by URL.
        fails: code and message it will end with, where a fault rule wants that.
        ended: when it was completed or failed; 0 while it works.
    """

    id: str
    model: str
    given: Mapping[str, Any]
    credits: float
    created: float
    tags: Mapping[str, str] = field(default_factory=dict)
    fails: tuple[str, str] | None = None
    ended: float = 0.0
    failed: bool = False

    @property
    def work(self) -> float:
        """Seconds of work at speed 1: the same whenever the same task is asked."""
        low, high = _CLIP_SECONDS if is_clip(self.model) else _PICTURE_SECONDS
        return low + (high - low) * (self.seed % 1000) / 999

    @property
    def seed(self) -> int:
        """A number that makes a drawing of this task the same each time."""
        return int.from_bytes(hashlib.sha256(self.id.encode()).digest()[:4])


class Book:
    """The tasks and the account, both read back from the ledger."""

    def __init__(self, ledger: Ledger, credits: float, speed: float) -> None:
        self._ledger = ledger
        self._speed = speed
        self._left = credits
        self._tasks: dict[str, Task] = {}
        for event in ledger.events():
            self._replay(event)

    @property
    def left(self) -> float:
        """Credits on the account; those of running tasks are held."""
        return round(self._left, 2)

    def get(self, task_id: str) -> Task | None:
        """The task with this id."""
        return self._tasks.get(task_id)

    def unfinished(self) -> tuple[Task, ...]:
        """Tasks that neither completed nor failed, oldest first."""
        return tuple(task for task in self._tasks.values() if not task.ended)

    async def create(
        self,
        model: str,
        given: Mapping[str, Any],
        credits: float,
        tags: Mapping[str, str],
        fails: tuple[str, str] | None,
    ) -> Task:
        """Take a request and hold its credits; it is in the ledger when this returns."""
        task = Task(secrets.token_hex(16), model, given, credits, time.time(), tags, fails)
        self._left -= credits  # before the wait, so that no two requests have the same credits
        extra: dict[str, Any] = {"tags": dict(tags)} if tags else {}
        if fails:
            extra["fails"] = list(fails)
        try:
            await self._ledger.write(
                "created", task_id=task.id, model=model, credits=credits, input=dict(given), **extra
            )
        except OSError:
            self._left += credits
            raise
        self._tasks[task.id] = task
        return task

    async def refuse(self, model: object, code: int, text: str) -> None:
        """Note a request that was refused and not charged."""
        await self._ledger.write("refused", model=model, code=code, msg=text, credits=0)

    async def complete(self, task: Task) -> None:
        """The task's file is there and its time is over."""
        await self._ledger.write("completed", task_id=task.id, credits=task.credits)
        task.ended = time.time()

    async def fail(self, task: Task, code: str, text: str) -> None:
        """The task ends without a result; its credits come back."""
        await self._ledger.write("failed", task_id=task.id, credits=0, code=code, msg=text)
        self._end_failed(task, code, text, time.time())

    def state(self, task: Task) -> str:
        """KIE's word for where the task stands."""
        if task.ended:
            return "fail" if task.failed else "success"
        share = (time.time() - task.created) * self._speed / task.work
        if share < _WAITING:
            return "waiting"
        return "queuing" if share < _QUEUING else "generating"

    def seconds_left(self, task: Task) -> float:
        """Real seconds until the task's time is over; at least 0."""
        return max(0.0, task.created + task.work / self._speed - time.time())

    def _end_failed(self, task: Task, code: str, text: str, ended: float) -> None:
        task.ended, task.failed, task.fails = ended, True, (code, text)
        self._left += task.credits

    def _replay(self, event: Mapping[str, Any]) -> None:
        if event.get("event") == "created":
            fails = event.get("fails")
            task = Task(
                event["task_id"],
                event["model"],
                event["input"],
                event["credits"],
                event["time"],
                event.get("tags", {}),
                (fails[0], fails[1]) if fails else None,
            )
            self._tasks[task.id] = task
            self._left -= task.credits
            return
        ended = self._tasks.get(event.get("task_id", ""))
        if ended is None:
            return
        if event["event"] == "completed":
            ended.ended = event["time"]
        elif event["event"] == "failed":
            self._end_failed(ended, event["code"], event["msg"], event["time"])
