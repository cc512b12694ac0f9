"""The one way files from anywhere are read: regular files only, their size by count."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Mapping
from io import BufferedReader
from pathlib import Path
from threading import Lock

from topa_studio.base.words import say

MOST_BYTES = 64 * 1024 * 1024
ONE_PICTURE = Lock()
"""Held while Qt reads a picture: two threads that begin it at once may wait for ever."""

# A pipe that nobody writes to would keep its reader for ever; a terminal would take its signals.
_CALMLY = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


class NotRegularError(OSError):
    """A name stands for a folder, a device, a pipe or a socket, not for a file."""

    code = "project.not-regular"

    def __init__(self, path: Path) -> None:
        super().__init__(errno.EINVAL, say(self.code, {}), str(path))
        self.params: Mapping[str, object] = {}


def regular(path: Path) -> Path:
    """`path`, made sure that a regular file stands there; for readers that open it themselves.

    Raises:
        OSError: it is missing, or no regular file.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise NotRegularError(path)
    return path


def holds_bytes(path: str | Path) -> bool:
    """Whether a regular file stands there that is not empty: a crash or a full disk leaves such."""
    try:
        facts = os.stat(path)
    except (OSError, ValueError):
        return False
    return stat.S_ISREG(facts.st_mode) and facts.st_size > 0


def open_regular(path: Path) -> BufferedReader:
    """The file, open for reading.

    Raises:
        OSError: it cannot be opened, or is no regular file.
    """
    # Asked before, as opening a device may be an act; and after, of what was really opened.
    handle = os.open(regular(path), _CALMLY)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise NotRegularError(path)
        return os.fdopen(handle, "rb")
    except BaseException:
        os.close(handle)
        raise


def read_regular(path: Path, most: int = MOST_BYTES) -> bytes:
    """All bytes of the file.

    Raises:
        OSError: it cannot be read, is no regular file, or holds more than `most` bytes.
    """
    data = read_head(path, most + 1)
    if len(data) > most:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
    return data


def read_head(path: Path, count: int) -> bytes:
    """The first `count` bytes of the file. Raises OSError."""
    with open_regular(path) as file:
        return file.read(count)
