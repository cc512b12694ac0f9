"""state.db off the loop: one thread owns the connection; steps that meet are one commit."""

from __future__ import annotations

import asyncio
import sqlite3
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

from topa_studio.base.closing import to_the_end
from topa_studio.base.errors import ProjectError
from topa_studio.base.files import LinkedError, is_link, own_folder
from topa_studio.model.status import DISK_FULL, reason_of
from topa_studio.pipeline.state.records import Records

P = ParamSpec("P")
T = TypeVar("T")
_TOGETHER = 64


@dataclass(frozen=True, slots=True)
class _Call(Generic[T]):
    """One call that is queued.

    Attributes:
        joins: it may share its commit with others.
        lasts: it is on the disk when it returns.
    """

    work: Callable[[Records], T]
    joins: bool = False
    lasts: bool = True
    done: Future[T] = field(default_factory=Future)

    def run(self, records: Records) -> None:
        try:
            self.done.set_result(self.work(records))
        except BaseException as error:  # noqa: BLE001 - told to whoever waits for it
            self.done.set_exception(error)


class _Broken(Exception):
    """One call of a commit ended the transaction of all."""


class Store:
    """The database of what happened; every awaited call is on the disk when it returns."""

    def __init__(self, path: Path, *, root: Path | None = None, read_only: bool = False) -> None:
        """`root` is the folder of all results, in which the file lies or will lie."""
        self._path = path
        self._root = root
        self._read_only = read_only
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="state")
        self._records: Records | None = None
        self._queue: deque[_Call[Any]] = deque()

    async def open(self) -> None:
        """Open or create the file; never one that is a link. Raises ProjectError, OSError or
        sqlite3.Error.
        """
        await to_the_end(self._opened())

    async def _opened(self) -> None:
        loop = asyncio.get_running_loop()
        if not self._read_only:
            await loop.run_in_executor(self._thread, self._look)
        make = partial(Records, self._path, read_only=self._read_only)
        self._records = await loop.run_in_executor(self._thread, make)

    def _look(self) -> None:
        for end in ("", "-wal", "-shm", "-journal"):
            path = self._path.with_name(f"{self._path.name}{end}")
            if self._root is not None:
                own_folder(path, self._root)
            if is_link(path):
                raise LinkedError(path)

    async def call(
        self,
        method: Callable[Concatenate[Records, P], T],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Run one method of Records on the store's thread; it finishes even if we are cancelled.

        Raises:
            ProjectError: the database does not take it (disk full, locked, damaged).
        """
        return await self._queued(_Call(lambda r: method(r, *args, **kwargs)))

    async def step(
        self,
        method: Callable[Concatenate[Records, P], T],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """As `call`; steps that are queued at the same moment are one commit.

        Each is on the disk when it returns; one that fails takes back what it wrote, and no more.
        """
        return await self._queued(_Call(lambda r: method(r, *args, **kwargs), joins=True))

    async def hint(
        self,
        method: Callable[Concatenate[Records, P], T],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """As `step`, for what may be told again: power that fails may take it back.

        It comes to the disk with the next call that is no hint, and before that one.
        """
        call = _Call(lambda r: method(r, *args, **kwargs), joins=True, lasts=False)
        return await self._queued(call)

    async def _queued(self, call: _Call[T]) -> T:
        if self._records is None:
            raise RuntimeError("the store is not open")
        self._queue.append(call)
        self._thread.submit(self._work, self._records)
        running = asyncio.wrap_future(call.done)
        running.add_done_callback(_read)
        try:
            return await asyncio.shield(running)
        except sqlite3.Error as error:
            reason = reason_of(error)
            if reason == DISK_FULL:
                raise ProjectError("project.state-full") from error
            raise ProjectError("project.state", path=str(self._path), reason=reason) from error

    # On the thread

    def _work(self, records: Records) -> None:
        """All that is queued; the calls that stand there by then find nothing left to do."""
        while self._queue:
            calls = self._next()
            try:
                _take(records, calls)
            except BaseException as error:  # noqa: BLE001 - told to whoever waits for it
                for call in calls:
                    if not call.done.done():
                        call.done.set_exception(error)

    def _next(self) -> list[_Call[Any]]:
        """The first call, with those behind it that may share its commit."""
        calls = [self._queue.popleft()]
        while calls[-1].joins and self._queue and self._queue[0].joins and len(calls) < _TOGETHER:
            calls.append(self._queue.popleft())
        return calls

    async def shut(self) -> None:
        """Close the file, so that it can be opened again. Raises sqlite3.Error."""
        records, self._records = self._records, None
        if records is not None:
            await to_the_end(self._closed(records))

    async def _closed(self, records: Records) -> None:
        # Behind all that is queued, and also where the disk takes nothing any more.
        await asyncio.get_running_loop().run_in_executor(self._thread, records.close)

    async def close(self) -> None:
        """Finish what is queued and close the file for good."""
        try:
            await self.shut()
        finally:
            self._thread.shutdown(wait=True)


def _take(records: Records, calls: list[_Call[Any]]) -> None:
    lasts = any(call.lasts for call in calls)
    if lasts:
        records.sync()
    with nullcontext() if lasts else records.unsynced():
        if len(calls) == 1:
            calls[0].run(records)
        else:
            _together(records, calls)


def _together(records: Records, calls: list[_Call[Any]]) -> None:
    """All in one commit; where that does not come about, each in one of its own."""
    try:
        with records.transaction():
            ends = [_inside(records, call) for call in calls]
    except BaseException:  # noqa: BLE001 - each tells its own reason
        for call in calls:
            call.run(records)
        return
    for call, (result, error) in zip(calls, ends, strict=True):
        if error is None:
            call.done.set_result(result)
        else:
            call.done.set_exception(error)


def _inside(records: Records, call: _Call[Any]) -> tuple[Any, BaseException | None]:
    """What the call brings, or why it does not, as part of a commit. Raises _Broken."""
    try:
        with records.transaction():
            return call.work(records), None
    except BaseException as error:
        if not records.is_open:
            raise _Broken from error
        return None, error


def _read(done: asyncio.Future[T]) -> None:
    """Its failure is told to whoever waits; nobody may be left to wait."""
    if not done.cancelled():
        done.exception()
