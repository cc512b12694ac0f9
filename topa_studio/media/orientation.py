"""How a picture or clip is to be turned to stand upright: by its EXIF tag or its matrix."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast

from topa_studio.base.regular import open_regular
from topa_studio.media.sniff import SNIFF_BYTES, sniff

if TYPE_CHECKING:
    import numpy as np
    from av.video.frame import VideoFrame
    from numpy.typing import NDArray

UPRIGHT = 1
_TAG = 0x0112
_MOST_EXIF = 1 << 20
_MOST_PIECES = 10_000
_ONE = 1 << 16
# What EXIF calls each way of turning, by the signs of a display matrix.
_BY_MATRIX = {
    (1, 0, 0, 1): 1, (-1, 0, 0, 1): 2, (-1, 0, 0, -1): 3, (1, 0, 0, -1): 4,
    (0, 1, 1, 0): 5, (0, 1, -1, 0): 6, (0, -1, -1, 0): 7, (0, -1, 1, 0): 8,
}  # fmt: skip
_BY_QUARTERS = (1, 8, 3, 6)


def told_orientation(path: Path) -> int:
    """What a PNG, JPEG or WebP says of itself, as EXIF counts: 1 (upright) to 8.

    Raises OSError.
    """
    with open_regular(path) as file:
        kind = sniff(file.read(SNIFF_BYTES))
        try:
            match kind:
                case "jpeg":
                    exif = _in_jpeg(file)
                case "png":
                    exif = _in_png(file)
                case "webp":
                    exif = _in_webp(file)
                case _:
                    return UPRIGHT
            return _tag(exif.removeprefix(b"Exif\0\0"))
        except (struct.error, ValueError):
            return UPRIGHT


def orientation_of(frame: VideoFrame) -> int:
    """What the matrix of a clip says, as EXIF counts; a slanted one is taken as upright."""
    try:
        matrix = frame.side_data.get("DISPLAYMATRIX")
    except (ValueError, KeyError):
        # Kinds of side data that PyAV does not know hide the matrix; the angle is told apart.
        return _BY_QUARTERS[round(frame.rotation / 90) % 4]
    if matrix is None:
        return UPRIGHT
    a, b, _, c, d = struct.unpack_from("=5i", bytes(cast("Any", matrix)))
    signs = tuple(round(number / _ONE) for number in (a, b, c, d))
    return _BY_MATRIX.get(signs, UPRIGHT)


def orientation_in(path: Path, frame: VideoFrame) -> int:
    """How the picture or clip at `path` lies, of which `frame` is one. Raises OSError."""
    with open_regular(path) as file:
        is_picture = sniff(file.read(SNIFF_BYTES)) in ("png", "jpeg", "webp")
    return told_orientation(path) if is_picture else orientation_of(frame)


def is_on_its_side(orientation: int) -> bool:
    """Whether width and height change places when it is turned upright."""
    return orientation >= 5


def has_alpha(frame: VideoFrame) -> bool:
    """Whether the picture has transparency."""
    return any(component.is_alpha for component in frame.format.components)


def turned(frame: VideoFrame, orientation: int) -> VideoFrame:
    """The picture upright; transparency stays."""
    import av
    import numpy as np

    if orientation == UPRIGHT:
        return frame
    pixels = "rgba" if has_alpha(frame) else "rgb24"
    lying: NDArray[np.uint8] = frame.to_ndarray(format=pixels).astype(np.uint8, copy=False)
    return av.VideoFrame.from_ndarray(
        np.ascontiguousarray(upright(lying, orientation)), format=pixels
    )


def upright(lying: NDArray[np.uint8], orientation: int) -> NDArray[np.uint8]:
    """The same pixels (height, width, channels) seen upright; nothing is copied."""
    if is_on_its_side(orientation):
        lying = lying.swapaxes(0, 1)
    if orientation in (2, 3, 6, 7):
        lying = lying[:, ::-1]
    if orientation in (3, 4, 7, 8):
        lying = lying[::-1]
    return lying


def _in_jpeg(file: IO[bytes]) -> bytes:
    """The first Exif segment before the picture itself."""
    file.seek(2)
    for _ in range(_MOST_PIECES):
        mark, length = struct.unpack(">HH", file.read(4))
        if mark >> 8 != 0xFF or mark in (0xFFDA, 0xFFD9):
            break
        if mark == 0xFFE1:
            data = file.read(length - 2)
            if data.startswith(b"Exif\0\0"):
                return data
        else:
            file.seek(length - 2, 1)
    return b""


def _in_png(file: IO[bytes]) -> bytes:
    file.seek(8)
    for _ in range(_MOST_PIECES):
        size, name = struct.unpack(">I4s", file.read(8))
        if name == b"eXIf":
            return file.read(min(size, _MOST_EXIF))
        file.seek(size + 4, 1)  # a checksum follows
    return b""


def _in_webp(file: IO[bytes]) -> bytes:
    file.seek(12)
    for _ in range(_MOST_PIECES):
        name, size = struct.unpack("<4sI", file.read(8))
        if name == b"EXIF":
            return file.read(min(size, _MOST_EXIF))
        file.seek(size + size % 2, 1)
    return b""


def _tag(exif: bytes) -> int:
    """The orientation in a TIFF block; 1 where none stands there."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None:
        return UPRIGHT
    (at,) = struct.unpack_from(f"{order}I", exif, 4)
    (count,) = struct.unpack_from(f"{order}H", exif, at)
    for entry in range(count):
        tag, kind, _, value = struct.unpack_from(f"{order}HHIH", exif, at + 2 + entry * 12)
        if tag == _TAG and kind == 3:
            return value if 1 <= value <= 8 else UPRIGHT
    return UPRIGHT
