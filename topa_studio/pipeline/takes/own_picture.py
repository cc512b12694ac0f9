"""A picture of the user's own as the bytes it is kept with: upright, PNG or JPEG, not too heavy."""

from __future__ import annotations

from pathlib import Path

from topa_studio.base.errors import MediaError, StudioError
from topa_studio.base.regular import read_head, read_regular, regular
from topa_studio.media.apart import Apart
from topa_studio.media.orientation import UPRIGHT, told_orientation
from topa_studio.media.sniff import SNIFF_BYTES, sniff

_MOST_BYTES = 256 * 1024**2
_HEIC = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif"})
_KINDS = ("png", "jpeg", "webp")


def own_picture(source: Path, most: int) -> tuple[bytes, str]:
    """The bytes, and how the name of their file ends. Blocks; looks at it as a stranger's file.

    A PNG or JPEG that stands upright stays byte for byte; what has more than `most` bytes (0:
    nothing is too much) becomes lighter.

    Raises:
        StudioError: it cannot be read, is no picture that can be used here, or too large.
    """
    head = _head(source)
    kind = sniff(head)
    is_heic = head[4:8] == b"ftyp" and head[8:12] in _HEIC
    if not is_heic and kind not in _KINDS:
        raise StudioError("pipeline.own-no-picture", path=str(source))
    try:
        if is_heic:
            data = _of_heic(source)
        else:
            Apart.shared().look(source)
            data = _upright(source, kind, most)
    except MediaError as error:
        raise StudioError(error.code, **{**error.params, "path": str(source)}) from error
    except OSError as error:
        raise _unread(source, error) from error
    return data, ".png" if sniff(data[:SNIFF_BYTES]) == "png" else ".jpg"


def _head(source: Path) -> bytes:
    try:
        size, head = regular(source).stat().st_size, read_head(source, SNIFF_BYTES)
    except OSError as error:
        raise _unread(source, error) from error
    if size > _MOST_BYTES:
        limit = _MOST_BYTES // 1024**2
        raise StudioError("pipeline.own-picture-large", path=str(source), limit=limit)
    return head


def _unread(source: Path, error: OSError) -> StudioError:
    reason = error.strerror or str(error)
    return StudioError("pipeline.own-no-file", path=str(source), reason=reason)


def _upright(source: Path, kind: str | None, most: int) -> bytes:
    data = read_regular(source, _MOST_BYTES)
    goes = kind in ("png", "jpeg") and told_orientation(source) == UPRIGHT
    if goes and (not most or len(data) <= most):
        return data
    return Apart.shared().cropped(source, "", most)


def _of_heic(source: Path) -> bytes:
    try:
        return Apart.shared().last_frame(source)
    except MediaError as error:
        raise StudioError("pipeline.heic", path=str(source)) from error
