"""What a Linux library says it needs, read from its own bytes; other files need nothing."""

from __future__ import annotations

import struct
from pathlib import Path

_LOAD, _DYNAMIC = 1, 2
_NEEDED, _STRINGS = 1, 5


def needed(path: Path) -> tuple[str, ...]:
    """Names such as `libGL.so.1`, as they stand in a 64-bit little-endian ELF file."""
    data = path.read_bytes()
    if data[:6] != b"\x7fELF\x02\x01":
        return ()
    parts = _parts(data)
    dynamic = next((part for kind, *part in parts if kind == _DYNAMIC), None)
    if dynamic is None:
        return ()
    offset, _address, size = dynamic
    pairs = list(struct.iter_unpack("<qQ", data[offset : offset + size - size % 16]))
    strings = next(value for tag, value in pairs if tag == _STRINGS)
    base = next(
        o + strings - a for kind, o, a, s in parts if kind == _LOAD and a <= strings < a + s
    )
    starts = [base + value for tag, value in pairs if tag == _NEEDED]
    return tuple(data[start : data.index(b"\0", start)].decode() for start in starts)


def _parts(data: bytes) -> list[tuple[int, int, int, int]]:
    """Each program header: its kind, and its offset, address and size."""
    (table,) = struct.unpack_from("<Q", data, 32)
    size, count = struct.unpack_from("<HH", data, 54)
    found = []
    for at in range(table, table + size * count, size):
        kind, _flags, offset, address, _physical, length = struct.unpack_from("<IIQQQQ", data, at)
        found.append((kind, offset, address, length))
    return found
