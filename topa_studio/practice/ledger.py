"""What was asked, charged and made: one line per event, on the disk before anyone is told."""

from __future__ import annotations

import asyncio
import json
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from topa_studio.base.files import is_link, sync
from topa_studio.base.regular import read_regular, regular
from topa_studio.practice.options import PracticeError

_LOCK_SECONDS = 5.0

_MOST_BYTES = 1024**3


class Ledger:
    """An append-only file of JSON lines; one service at a time may hold it."""

    def __init__(self, path: Path | None) -> None:
        """Take the ledger's lock. Raises PracticeError where another service holds it."""
        self._path = path
        self._lock: FileLock | None = None
        self._writing = threading.Lock()
        self._file: int | None = None
        if path is None:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        self._lock = FileLock(f"{path}.lock")
        try:
            self._lock.acquire(timeout=_LOCK_SECONDS)
        except Timeout as error:
            raise PracticeError(f"Another practice service writes {path}.") from error
        self._file = _open_for_append(path)

    def events(self) -> Iterator[dict[str, Any]]:
        """Every whole line so far, oldest first; a line torn by a crash is left out."""
        if self._path is None:
            return
        for line in read_regular(self._path, _MOST_BYTES).splitlines():
            try:
                event = json.loads(line)
            except ValueError:
                continue
            if isinstance(event, dict):
                yield event

    async def write(self, event: str, **facts: Any) -> None:  # noqa: ANN401 - JSON values
        """Append one event; it is on the disk when this returns, and others are answered meanwhile.

        A disk that takes the clips being drawn may need seconds for a line.
        """
        record = {"event": event, "time": round(time.time(), 3), **facts}
        line = json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"
        await asyncio.to_thread(self._append, line.encode())

    def close(self) -> None:
        """Let go of the file and its lock, once the last line is whole."""
        with self._writing:
            file, self._file = self._file, None
            if file is not None:
                os.close(file)
        if self._lock is not None:
            self._lock.release()

    def _append(self, line: bytes) -> None:
        with self._writing:
            if self._file is not None:
                os.write(self._file, line)
                sync(self._file)


def _open_for_append(path: Path) -> int:
    """Open the file; a last line without its end is closed first, so that new lines stay whole."""
    if is_link(path):
        raise PracticeError(f"{path} is a link to another place; nothing is written there.")
    if path.exists():
        try:
            regular(path)
        except OSError as error:
            raise PracticeError(f"{path} cannot be written: {error.strerror}.") from error
    flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
    flags |= getattr(os, "O_NOFOLLOW", 0)
    handle = os.open(path, flags, 0o644)
    size = os.lseek(handle, 0, os.SEEK_END)
    if size:
        os.lseek(handle, size - 1, os.SEEK_SET)
        if os.read(handle, 1) != b"\n":
            os.write(handle, b"\n")
    return handle
