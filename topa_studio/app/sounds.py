"""Music and voice files of the user's own: inside the film's folder they are named, else copied."""

from __future__ import annotations

import asyncio
from pathlib import Path

from topa_studio.app.brought import place_for
from topa_studio.app.session import ProjectSession
from topa_studio.base.errors import ProjectError
from topa_studio.base.files import copy_durable, relative_to_home, sha256_of
from topa_studio.media.hearing import sound_seconds
from topa_studio.pipeline.folder.layout import SOUNDS

SUFFIXES = (".mp3", ".wav", ".ogg", ".oga", ".opus", ".flac", ".m4a", ".aac", ".aif", ".aiff")


async def bring_sound(session: ProjectSession, source: Path) -> str:
    """The file as the film names it, relative to its home; one from elsewhere is copied to `sound`.

    A copy that lies there already is used again, and another file of that name is not written over.

    Raises:
        MediaError: it is missing, damaged, or holds no sound.
        ProjectError: it cannot be copied.
    """
    return await asyncio.to_thread(_bring, session.path(""), source)


def _bring(home: Path, source: Path) -> str:
    sound_seconds(source)
    try:
        # A link in the folder that leads out of it is no file of the folder.
        source, home = source.resolve(), home.resolve()
        if source.is_relative_to(home):
            return relative_to_home(source, home)
        target = place_for(home, SOUNDS, source.name, sha256_of(source))
        if not target.exists():
            target.parent.mkdir(exist_ok=True)
            copy_durable(source, target)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ProjectError("project.sound-not-copied", path=str(source), reason=reason) from error
    return relative_to_home(target, home)
