"""A file that lines are only ever added to: each is on the disk before the call returns."""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from pathlib import Path

from topa_studio.base.files import sync, sync_folder, write_atomic
from topa_studio.base.regular import read_regular, regular

# Made where it is missing; bytes as they are; never through a link.
OWN_FILE = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)

_MOST_BYTES = 1024**3


class Trail:
    """One file of lines. Blocks; may be used from several threads.

    A line that went wrong half-way is closed by the next one, so it damages no other. After an
    error the file is opened anew: the system may have forgotten what it could not write.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._handle: int | None = None
        self._is_torn = False
        self._lock = threading.Lock()

    @property
    def is_open(self) -> bool:
        """Whether lines can be put there without opening anything."""
        return self._handle is not None

    def open(self) -> None:
        """Open or make the file ahead of the first line. Raises OSError."""
        with self._lock:
            self._opened()

    def add(self, line: bytes, *, durable: bool = True) -> None:
        """Add a line that has its end. Raises OSError: the line may be there in part, or not.

        One that is not `durable` comes to the disk with the next one that is.
        """
        with self._lock:
            handle = self._opened()
            try:
                write_whole(handle, b"\n" + line if self._is_torn else line)
                if durable:
                    sync(handle)
            except OSError:
                self._is_torn = True
                self._close()
                raise
            self._is_torn = False

    def read(self) -> bytes:
        """Everything in it; empty where there is none or it cannot be read."""
        try:
            return read_regular(self.path, _MOST_BYTES)
        except OSError:
            return b""

    def size(self) -> int:
        """Bytes; 0 where there is none."""
        try:
            return self.path.stat().st_size
        except OSError:
            return 0

    def rewrite(self, data: bytes) -> None:
        """Hold these lines instead, whole or not at all. Raises OSError: it is as it was."""
        with self._lock:
            self._close()
            write_atomic(self.path, data)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._close()

    def _opened(self) -> int:
        if self._handle is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            is_new = not self.path.exists()
            flags = (
                os.O_RDWR
                | os.O_APPEND
                | os.O_CREAT
                | getattr(os, "O_BINARY", 0)
                | getattr(os, "O_NOFOLLOW", 0)
            )
            if self.path.exists():
                regular(self.path)
            self._handle = os.open(self.path, flags, 0o600)
            self._is_torn = self._is_torn or _ends_torn(self._handle)
            if is_new:
                sync_folder(self.path.parent)
        return self._handle

    def _close(self) -> None:
        if self._handle is not None:
            handle, self._handle = self._handle, None
            with suppress(OSError):
                os.close(handle)


def write_whole(handle: int, data: bytes) -> None:
    """Write all of `data`: a disk that is nearly full takes a part and says nothing of it."""
    rest = memoryview(data)
    while rest:
        written = os.write(handle, rest)
        rest = rest[written:]


def _ends_torn(handle: int) -> bool:
    size = os.lseek(handle, 0, os.SEEK_END)
    if not size:
        return False
    os.lseek(handle, size - 1, os.SEEK_SET)
    return os.read(handle, 1) != b"\n"
