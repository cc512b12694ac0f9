"""Voice samples of elements."""

from __future__ import annotations

from pathlib import Path

from topa_studio.app.own_sounds import brought
from topa_studio.base.errors import StudioError
from topa_studio.media.apart import Apart

LEAST_SECONDS, MOST_SECONDS = 5, 30


def voice_of(home: Path, source: Path) -> str:
    """The file as the film names it, copied into its home where it lies elsewhere. Blocks.

    Raises:
        MediaError: it is missing, damaged, or holds no sound.
        StudioError: it is too short or too long, or cannot be copied.
    """
    seconds = Apart.shared().sound_seconds(source)
    if not LEAST_SECONDS <= round(seconds, 1) <= MOST_SECONDS:
        raise StudioError(
            "pipeline.voice-length",
            path=source.name,
            seconds=round(seconds, 1),
            least=LEAST_SECONDS,
            most=MOST_SECONDS,
        )
    return brought(home, source)
