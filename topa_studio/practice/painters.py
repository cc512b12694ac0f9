"""Two drawing processes beside the server, so that it answers while they draw.

Drawing clips takes whole cores, which a service far away would not take from the window, nor from
what answers here: these processes, and they alone, let every other go first. They end with the
service, also when it is killed: each waits for the other end of a pipe to close.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import subprocess
import sys
import threading
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing.connection import Connection

from topa_studio.practice.drawing import ROUGH, DrawJob, draw

_PROCESSES = 2
_NICENESS = 10


class Painters:
    """Draws jobs; a process that dies is replaced and its job drawn again once.

    The processes start with the first job: until then they would hold 35 MB for nothing.
    """

    def __init__(self) -> None:
        self._context = multiprocessing.get_context("spawn")
        self._alive, self._hold = self._context.Pipe(duplex=False)
        self._pool: ProcessPoolExecutor | None = None

    async def draw(self, job: DrawJob) -> None:
        """Draw one job; its file is whole when this returns.

        Raises:
            MediaError, OSError: it could not be written.
            BrokenProcessPool: the drawing process died twice.
        """
        loop = asyncio.get_running_loop()
        pool = self._pool = self._pool or self._new_pool()
        try:
            await loop.run_in_executor(pool, draw, job)
        except BrokenProcessPool:
            if pool is self._pool:
                self._pool = self._new_pool()
            await loop.run_in_executor(self._pool, draw, job)

    def close(self) -> None:
        """End the processes at once; unfinished drawings are thrown away."""
        self._hold.close()
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)

    def _new_pool(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            _PROCESSES, mp_context=self._context, initializer=_begin, initargs=(self._alive,)
        )


def _begin(alive: Connection) -> None:
    """First act of a drawing process: no screen, and an end when the service ends."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if not os.environ.get(ROUGH):
        _let_others_go_first()
    threading.Thread(target=_end_with, args=(alive,), daemon=True).start()


def _let_others_go_first() -> None:
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), subprocess.BELOW_NORMAL_PRIORITY_CLASS)
    else:
        with suppress(OSError):
            os.nice(_NICENESS)


def _end_with(alive: Connection) -> None:
    try:
        alive.recv()
    except (EOFError, OSError):
        os._exit(0)
