"""How large a picture says it is, by its first bytes: known before anything is unpacked."""

from __future__ import annotations

from topa_studio.media.sniff import sniff

MOST_PIXELS = 8192 * 8192
"""A larger picture is not opened: unpacked it would fill the memory."""

HEAD_BYTES = 256 * 1024
"""How many first bytes `told_size` wants to see."""

_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def told_size(head: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG, JPEG or WebP that begins with `head`; None: not told."""
    match sniff(head):
        case "png" if head[12:16] == b"IHDR":
            return _big(head[16:20]), _big(head[20:24])
        case "jpeg":
            return _jpeg(head)
        case "webp":
            return _webp(head)
    return None


def _jpeg(head: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(head) and head[at] == 0xFF:
        mark, length = head[at + 1], _big(head[at + 2 : at + 4])
        if mark in _FRAMES:
            return _big(head[at + 7 : at + 9]), _big(head[at + 5 : at + 7])
        at += 2 + length
    return None


def _webp(head: bytes) -> tuple[int, int] | None:
    match head[12:16]:
        case b"VP8X":
            return _little(head[24:27]) + 1, _little(head[27:30]) + 1
        case b"VP8 ":
            return _little(head[26:28]) & 0x3FFF, _little(head[28:30]) & 0x3FFF
        case b"VP8L":
            bits = _little(head[21:25])
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return None


def _big(data: bytes) -> int:
    return int.from_bytes(data, "big")


def _little(data: bytes) -> int:
    return int.from_bytes(data, "little")
