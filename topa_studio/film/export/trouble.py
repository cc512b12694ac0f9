"""Why an export cannot be written, in words a user can act on."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from topa_studio.base.errors import MediaError
from topa_studio.base.words import is_told
from topa_studio.model.status import reason_of

_FULL = {errno.ENOSPC, errno.EDQUOT}


@contextmanager
def as_trouble(path: Path) -> Iterator[None]:
    """What goes wrong while `path` is written becomes a MediaError.

    Raises:
        MediaError: see `trouble_of`.
    """
    import av

    try:
        yield
    except (av.FFmpegError, OSError) as error:
        raise trouble_of(error, path) from error


def trouble_of(error: Exception, path: Path) -> MediaError:
    """The failure of a write into `path`, told.

    "export.name-too-long", "export.folder-gone", "export.too-big", "export.disk-full", else
    "export.not-written".
    """
    number = getattr(error, "errno", None)
    if number == errno.ENAMETOOLONG:
        return MediaError("export.name-too-long", path=str(path))
    if not path.parent.is_dir():
        return MediaError("export.folder-gone", path=str(path.parent))
    if number == errno.EFBIG:
        return MediaError("export.too-big", path=str(path.parent))
    if number in _FULL:
        return MediaError("export.disk-full", path=str(path.parent), free=free_of(path.parent))
    # The system names the part, a file that nobody asked for.
    plain = isinstance(error, OSError) and not is_told(error)
    reason = getattr(error, "strerror", None) if plain else None
    return MediaError("export.not-written", path=str(path), reason=reason or reason_of(error))


def free_of(folder: Path) -> str:
    """How much room is free where `folder` lies, or will lie, as it is told; "?" unknown."""
    room = free_bytes(folder)
    return "?" if room is None else amount(room)


def free_bytes(folder: Path) -> int | None:
    """How many bytes are free where `folder` lies, or will lie; None: nobody knows."""
    for place in (folder, *folder.parents):
        try:
            return shutil.disk_usage(place).free
        except OSError:
            continue
    return None


def amount(size: float) -> str:
    """Bytes as they are told: "148 MB", "1.2 GB"."""
    if size >= 1e9:
        return f"{size / 1e9:.1f} GB"
    return f"{max(1, round(size / 1e6))} MB"
