"""A packed answer, unpacked as far as the cap allows; a cut one is no answer at all."""

from __future__ import annotations

import zlib

_PLAIN = {"", "identity"}
_PACKED = {"gzip", "x-gzip", "deflate"}


class Unreadable(Exception):
    """The bytes are damaged, cut off, too many, or packed in a way that was never asked for."""


def unpacked(data: bytes, encoding: str, cap: int) -> bytes:
    """The bytes behind `data`, which came with that Content-Encoding; never more than `cap`.

    Raises:
        Unreadable: there is no whole answer in it.
    """
    name = encoding.strip().lower()
    if name in _PLAIN:
        return data
    if name not in _PACKED:
        raise Unreadable
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
    try:
        found = unpacker.decompress(data, cap + 1)
    except zlib.error:
        raise Unreadable from None
    if len(found) > cap or not unpacker.eof:
        raise Unreadable
    return found
