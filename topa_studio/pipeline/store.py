"""state.db off the loop: one thread owns the connection, calls are queued and awaited."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from topa_studio.base.errors import ProjectError
from topa_studio.base.files import LinkedError, is_link, own_folder
from topa_studio.pipeline.records import Records

P = ParamSpec("P")
T = TypeVar("T")


class Store:
    """The database of what happened; every awaited call is on the disk when it returns."""

    def __init__(self, path: Path, *, root: Path | None = None, read_only: bool = False) -> None:
        """`root` is the folder of all results, in which the file lies or will lie."""
        self._path = path
        self._root = root
        self._read_only = read_only
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="state")
        self._records: Records | None = None

    async def open(self) -> None:
        """Open or create the file; never one that is a link. Raises ProjectError, OSError or
        sqlite3.Error.
        """
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
        if self._records is None:
            raise RuntimeError("the store is not open")
        loop = asyncio.get_running_loop()
        work = partial(method, self._records, *args, **kwargs)
        running = loop.run_in_executor(self._thread, work)
        running.add_done_callback(_read)
        try:
            return await asyncio.shield(running)
        except sqlite3.Error as error:
            reason = str(error)
            raise ProjectError("project.state", path=str(self._path), reason=reason) from error

    async def shut(self) -> None:
        """Close the file, so that it can be opened again."""
        if self._records is not None:
            await self.call(Records.close)
            self._records = None

    async def close(self) -> None:
        """Finish what is queued and close the file for good."""
        await self.shut()
        self._thread.shutdown(wait=True)


def _read(done: asyncio.Future[T]) -> None:
    """Its failure is told to whoever waits; nobody may be left to wait."""
    if not done.cancelled():
        done.exception()
