"""Captions out of a subtitle file, as one step; what has no place in the film is told."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path

from topa_studio.app.session import ProjectSession
from topa_studio.base.errors import ProjectError
from topa_studio.base.regular import read_regular
from topa_studio.film.captioning import Placing, placed
from topa_studio.film.subtitles import Subtitles, read_subtitles

SUFFIXES = (".srt", ".vtt")
_MOST_BYTES = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a file; `encoding` is "utf-8" where it is what is usual.

    `unread`: numbers of the file's lines whose times cannot be read; their words did not come.
    """

    placing: Placing
    encoding: str
    unread: tuple[int, ...] = ()


async def take_captions(
    session: ProjectSession, path: Path, label: str, *, replace: bool = False
) -> Taken:
    """Put the lines of an SRT or WebVTT file into the film as one step called `label`.

    `replace`: the captions that the film has go. Without a line that finds a place nothing changes.

    Raises:
        ProjectError: the file cannot be read or holds no line, or the film has no shot.
        DocumentError: the film does not take them; nothing has changed.
    """
    found = await asyncio.to_thread(_read, path)
    film = session.composition()
    if not film.cuts:
        raise ProjectError("project.no-shots-for-captions")
    placing = placed(found.lines, film, replace=replace)
    if placing.edits and (placing.count or placing.there):
        await session.edit(label, placing.edits)
    return Taken(placing, found.encoding, found.unread)


def _read(path: Path) -> Subtitles:
    try:
        found = read_subtitles(read_regular(path, _MOST_BYTES))
    except OSError as error:
        reason = error.strerror or str(error)
        raise ProjectError("project.captions-unread", path=str(path), reason=reason) from error
    if not found.lines:
        raise ProjectError("project.no-captions", path=str(path))
    return found
