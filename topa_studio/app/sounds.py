"""Music and voice files of the user's own: inside the film's folder they are named, else copied."""

from __future__ import annotations

import asyncio
from pathlib import Path

from topa_studio.app.own_sounds import brought
from topa_studio.app.session import ProjectSession

SUFFIXES = (".mp3", ".wav", ".ogg", ".oga", ".opus", ".flac", ".m4a", ".aac", ".aif", ".aiff")


async def bring_sound(session: ProjectSession, source: Path) -> str:
    """The file as the film names it, relative to its home; one from elsewhere is copied to `sound`.

    A copy that lies there already is used again, and another file of that name is not written over.

    Raises:
        MediaError: it is missing, damaged, or holds no sound.
        ProjectError: it cannot be copied.
    """
    return await asyncio.to_thread(brought, session.path(""), source)
