"""Sounds of the user's own in the film's home: what lies elsewhere is copied there, once."""

from __future__ import annotations

from pathlib import Path

from topa_studio.app.brought import place_for
from topa_studio.base.errors import ProjectError
from topa_studio.base.files import copy_durable, relative_to_home, sha256_of
from topa_studio.media.hearing import sound_seconds
from topa_studio.pipeline.folder.layout import SOUNDS


def brought(home: Path, source: Path) -> str:
    """The file as the film names it, relative to its home, copied there where it lies elsewhere.

    Blocks.

    Raises:
        MediaError: it is missing, damaged, or holds no sound.
        ProjectError: it cannot be copied.
    """
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
