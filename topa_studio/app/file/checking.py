"""What is about to be saved is read anew, in a process beside, and compared with what is shown."""

from __future__ import annotations

import asyncio
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from topa_studio.document.reread import mark_of, question, reread
from topa_studio.model.scenario import Scenario

# Bytes that are read in a moment; for less, starting a process takes longer than reading.
LONG_FILE = 100_000
_IDLE_SECONDS = 60.0
_STUCK_SECONDS = 60.0
_TRIES = 3
_NO_CONSOLE: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Shown:
    """What is about to be written, and the film that the window shows for it.

    `name` and `ratio` hold where the file gives no title or ratio of its own.
    """

    data: bytes
    film: Scenario
    name: str
    ratio: str


class Checker:
    """One process for one film: started by the first long file, used again, ended when idle.

    A process that cannot be started, dies or is stuck is told in the log; then a thread reads.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._failures = 0
        self._idle: asyncio.TimerHandle | None = None
        self._using = threading.Lock()
        self._is_over = False

    async def is_same(self, shown: Shown) -> bool:
        """Whether the bytes, read as a whole, say what the window shows; off the loop."""
        if self._idle is not None:
            self._idle.cancel()
        same = await asyncio.to_thread(self._compare, shown)
        if self._process is not None:
            self._idle = asyncio.get_running_loop().call_later(_IDLE_SECONDS, self._stop)
        return same

    async def aclose(self) -> None:
        """End the process."""
        if self._idle is not None:
            self._idle.cancel()
        await asyncio.to_thread(self._end)

    def _compare(self, shown: Shown) -> bool:
        mark = None
        if len(shown.data) > LONG_FILE and self._failures < _TRIES:
            mark = self._ask(question(shown.data, shown.name, shown.ratio))
        if mark is None:
            mark = reread(shown.data, shown.name, shown.ratio)
        return mark == mark_of(shown.film)

    def _ask(self, words: bytes) -> str | None:
        """The mark that the process gives; None where it gives none."""
        with self._using:
            if self._is_over:
                return None
            try:
                process = self._process = self._process or _started()
                mark = _answer(process, words)
            except OSError as error:
                mark, reason = "", str(error)
            else:
                reason = "it gave no answer"
            if mark:
                self._failures = 0
                return mark
            self._failures += 1
        _log.warning("the process that reads a film before it is saved failed: %s", reason)
        self._stop()
        return None

    def _end(self) -> None:
        """A question that still comes, of somebody who was cancelled, starts no process again."""
        self._is_over = True
        self._stop()

    def _stop(self) -> None:
        with self._using:
            process, self._process = self._process, None
            if process is not None:
                process.kill()
                _let_go(process)


def _started() -> subprocess.Popen[bytes]:
    environment = {k: v for k, v in os.environ.items() if k != "KIE_API_KEY"}
    return subprocess.Popen(
        [sys.executable, "-m", "topa_studio.document.reread"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        creationflags=_NO_CONSOLE,
    )


def _answer(process: subprocess.Popen[bytes], words: bytes) -> str:
    """One question's answer; empty where the process ended. Raises OSError."""
    if process.stdin is None or process.stdout is None:
        return ""
    with _watched(process):
        process.stdin.write(words)
        process.stdin.flush()
        return process.stdout.readline().decode().strip()


@contextmanager
def _watched(process: subprocess.Popen[bytes]) -> Iterator[None]:
    """A process that is stuck is ended, which ends the wait for it."""
    timer = threading.Timer(_STUCK_SECONDS, process.kill)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _let_go(process: subprocess.Popen[bytes]) -> None:
    for pipe in (process.stdin, process.stdout):
        try:
            if pipe is not None:
                pipe.close()
        except OSError as error:
            # What was not written any more is of no use to a process that is ended.
            _log.debug("a pipe of it: %s", error)
    process.wait()
