"""What a file is, told by its first bytes and never by its name."""

from __future__ import annotations

from typing import Literal

FileKind = Literal["mp4", "webm", "png", "jpeg", "webp"]

SNIFF_BYTES = 16
"""How many first bytes `sniff` wants to see."""


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
