"""What a file is and whether it is all there, told by a few bytes and never by its name."""

from __future__ import annotations

import os
from io import BufferedReader
from pathlib import Path
from typing import Literal

from topa_studio.base.regular import open_regular

FileKind = Literal["mp4", "webm", "png", "jpeg", "webp"]

SNIFF_BYTES = 16
"""How many first bytes `sniff` wants to see."""
_MOST_BOXES = 1000
_HEAD, _LONG_HEAD = 8, 16


def sniff(first_bytes: bytes) -> FileKind | None:
    """The kind of a file that begins with `first_bytes`; None where it is none of ours."""
    if first_bytes.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if first_bytes.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if first_bytes[:4] == b"RIFF" and first_bytes[8:12] == b"WEBP":
        return "webp"
    if first_bytes[4:8] == b"ftyp":
        return "mp4"
    if first_bytes.startswith(b"\x1a\x45\xdf\xa3"):
        return "webm"
    return None


def is_whole(path: Path) -> bool:
    """Whether a clip or picture stands there, and an MP4 is as long as its boxes say.

    Raises OSError: it cannot be read.
    """
    with open_regular(path) as file:
        kind = sniff(file.read(SNIFF_BYTES))
        return kind is not None and (kind != "mp4" or _holds_its_boxes(file))


def _holds_its_boxes(file: BufferedReader) -> bool:
    length, at = os.fstat(file.fileno()).st_size, 0
    for _ in range(_MOST_BOXES):
        if at == length:
            return True
        file.seek(at)
        head = file.read(_LONG_HEAD)
        size, least = int.from_bytes(head[:4], "big"), _HEAD
        if size == 0:
            return True  # the last one, which ends where the file does
        if size == 1:
            size, least = int.from_bytes(head[8:16], "big"), _LONG_HEAD
        if len(head) < least or size < least or at + size > length:
            return False
        at += size
    return True
