"""A frame of a clip as a picture of its own, in the film's folder of exports."""

from __future__ import annotations

from pathlib import Path

from topa_studio.base.files import own_folder, write_atomic
from topa_studio.media.apart import Apart

EXPORTS = "exports"


def save_frame(clip: Path, seconds: float, home: Path, name: str) -> Path:
    """Write the frame at a moment of a clip as PNG; a name that is taken is counted on. Blocks.

    Returns:
        Where it lies.

    Raises:
        MediaError: the clip is missing or damaged.
        OSError: the disk, or a link where the folder should be.
    """
    png = Apart.shared().frame_at(clip, seconds)
    folder = home / EXPORTS
    target = folder / f"{name}.png"
    count = 1
    while target.exists():
        count += 1
        target = folder / f"{name} ({count}).png"
    write_atomic(own_folder(target, home), png)
    return target
