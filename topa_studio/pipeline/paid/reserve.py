"""Room set aside on the disk for task ids: what is paid for can be noted when nothing else can."""

from __future__ import annotations

import errno
import os
import threading
from contextlib import suppress
from pathlib import Path

from topa_studio.base.files import sync, sync_folder
from topa_studio.base.regular import read_regular, regular
from topa_studio.pipeline.paid.trail import OWN_FILE, write_whole

SIZE = 64 * 1024


class Reserve:
    """A file of `SIZE` bytes that is written and open before anything is paid. Blocks.

    Lines go over its blanks, so that neither a full disk nor a lack of file handles matters then.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._handle: int | None = None
        self._lock = threading.Lock()

    @property
    def is_open(self) -> bool:
        """Whether lines can be put there without opening anything."""
        return self._handle is not None

    def open(self) -> None:
        """Have the room, really on the disk. Raises OSError."""
        with self._lock:
            if self._handle is not None:
                return
            self.path.parent.mkdir(parents=True, exist_ok=True)
            flags = (
                os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
            )
            if self.path.exists():
                regular(self.path)
            handle = os.open(self.path, flags, 0o600)
            try:
                size = os.lseek(handle, 0, os.SEEK_END)
                if size < SIZE:
                    write_whole(handle, b" " * (SIZE - size))
                    sync(handle)
                    sync_folder(self.path.parent)
            except OSError:
                os.close(handle)
                raise
            self._handle = handle

    def put(self, line: bytes) -> None:
        """Note a line that has its end. Raises OSError: there is no room, or the disk fails."""
        with self._lock:
            if self._handle is None:
                raise OSError(errno.EBADF, "the reserve is not open")
            used = len(self._held().rstrip(b" \0"))
            if used + len(line) + 1 > SIZE:
                raise OSError(errno.ENOSPC, "the reserve is full")
            os.lseek(self._handle, used, os.SEEK_SET)
            write_whole(self._handle, b"\n" + line)
            sync(self._handle)

    def read(self) -> bytes:
        """Everything noted; empty where there is none or it cannot be read."""
        try:
            return read_regular(self.path)
        except OSError:
            return b""

    def clear(self) -> None:
        """What was noted stands in the state now. Raises OSError."""
        with self._lock:
            if not self.read().strip(b" \0\n"):
                return
            handle = os.open(self.path, OWN_FILE) if self._handle is None else self._handle
            try:
                os.lseek(handle, 0, os.SEEK_SET)
                write_whole(handle, b" " * SIZE)
                sync(handle)
            finally:
                if handle is not self._handle:
                    os.close(handle)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._handle is not None:
                handle, self._handle = self._handle, None
                with suppress(OSError):
                    os.close(handle)

    def _held(self) -> bytes:
        assert self._handle is not None
        os.lseek(self._handle, 0, os.SEEK_SET)
        found = b""
        while piece := os.read(self._handle, SIZE):
            found += piece
        return found
