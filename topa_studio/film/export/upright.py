"""Whether an MP4 stands upright, told by its head: no picture has to be unpacked for it."""

from __future__ import annotations

import struct
from pathlib import Path

from topa_studio.base.regular import open_regular

_IDENTITY = struct.pack(">9i", 1 << 16, 0, 0, 0, 1 << 16, 0, 0, 0, 1 << 30)
_NONE = bytes(36)
_MOST_HEAD = 64 << 20
_MATRIX_AT = {0: 40, 1: 52}


def is_upright(path: Path) -> bool | None:
    """Whether no track of an MP4 is turned; None: it does not say. Raises OSError."""
    head = _head(path)
    if head is None:
        return None
    at = head.find(b"tkhd")
    while at >= 0:
        box = at + 4
        start = box + _MATRIX_AT.get(head[box] if box < len(head) else 0, 40)
        if head[start : start + 36] not in (_IDENTITY, _NONE):
            return False
        at = head.find(b"tkhd", box)
    return True


def _head(path: Path) -> bytes | None:
    """The box "moov", which describes the tracks; None: there is none that could be read."""
    with open_regular(path) as file:
        while len(start := file.read(8)) == 8:
            size, kind = struct.unpack(">I4s", start)
            rest = size - 8
            if size == 1:
                (size,) = struct.unpack(">Q", file.read(8).rjust(8, b"\0"))
                rest = size - 16
            if kind == b"moov":
                return file.read(rest) if 0 < rest <= _MOST_HEAD else None
            if rest < 0 or size == 0:
                return None
            file.seek(rest, 1)
    return None
