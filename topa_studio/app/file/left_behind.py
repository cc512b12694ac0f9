"""Edits that a crash in the other mode left in its log come along, whichever mode is next."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path

from topa_studio.app.file.film_file import FilmFile
from topa_studio.app.file.keeping import Places
from topa_studio.app.project import OutputLock
from topa_studio.base.closing import to_the_end
from topa_studio.base.errors import DocumentError
from topa_studio.base.files import append
from topa_studio.base.regular import read_regular
from topa_studio.base.yaml_reader import film_bytes
from topa_studio.document.history import stored_history as log
from topa_studio.pipeline.folder.layout import Layout


@dataclass(frozen=True, slots=True)
class Left:
    """What a log holds that never came into the file.

    Attributes:
        base: the file's text that it was edited from.
        text: the text with the edits.
        data: the bytes of that text.
    """

    base: str
    text: str
    data: bytes


async def bring_over(file: FilmFile, scenario: Path, other: Layout) -> None:
    """Take over what the other mode left, as one step; its log then counts as saved.

    Where the other mode is open now, or its edits fit no more, its log is left as it is.
    """
    places = await asyncio.to_thread(Places.of, other, scenario)
    lock = OutputLock(other.lock)
    try:
        if not await to_the_end(asyncio.to_thread(_taken, lock, places)):
            return
        left = await asyncio.to_thread(_left, places, scenario)
        if left is not None and await file.bring_in(left.base, left.text):
            await asyncio.to_thread(_mark_saved, places, left.data)
    finally:
        await to_the_end(asyncio.to_thread(lock.release))


def _taken(lock: OutputLock, places: Places) -> bool:
    """Whether there is a log, and nobody else writes it from now on."""
    try:
        return places.log.exists() and lock.take("the other mode")
    except OSError:
        return False


def _left(places: Places, scenario: Path) -> Left | None:
    try:
        memory = log.replay(read_regular(places.log))
        now = film_bytes(scenario)
    except (OSError, DocumentError, ValueError):
        return None
    data = log.bytes_of(memory.source)
    written = memory.states.get(log.sha_of(now), memory.file)
    if data in (now, log.bytes_of(written)):
        return None
    return Left(written.text, memory.source.text, data)


def _mark_saved(places: Places, data: bytes) -> None:
    try:
        append(places.own(places.log), log.saving_line(data) + log.saved_line(data))
    except OSError:
        # It is brought over once more then, which changes nothing.
        return
