"""What there is to see of something: also of what was deleted, whose takes and pictures stay."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from topa_studio.app.file.trash import Trashed
from topa_studio.app.session import ProjectSession
from topa_studio.film.ladder import Source, shown_of
from topa_studio.model.take import Take

_INSIDE = 0.5


@dataclass(frozen=True, slots=True)
class Seen:
    """A file relative to the film's home, and the moment of it that is shown."""

    path: str
    at: float = 0.0


def seen_of_take(take: Take, *, panel: bool = False) -> Seen:
    """A moment inside a clip, or a panel."""
    if panel:
        return Seen(take.path)
    return Seen(take.path, take.start + (min(_INSIDE, take.seconds / 2) if take.seconds else 0.0))


def seen_of_shot(session: ProjectSession, key: str) -> Seen | None:
    """What a shot shows in the film; of one that is not in it, its newest take or panel."""
    if session.film.has_shot(key):
        shot = session.film.shot(key)
        now = shown_of(shot, session.shot(key))
        inside = min(_INSIDE, shot.seconds / 2) if now.source is Source.CLIP else 0.0
        return None if now.source is Source.SLATE else Seen(now.path, now.offset + inside)
    for panel in (False, True):
        if takes := _best(session.takes.of(key, panel=panel)):
            return seen_of_take(takes[-1], panel=panel)
    return None


def _best(takes: Iterable[Take]) -> list[Take]:
    """Those that would be shown; where there are none, all."""
    found = list(takes)
    return [take for take in found if take.marks.is_good] or found


async def seen_of(session: ProjectSession, one: Trashed) -> Seen | None:
    """Of something in the trash: of a scene, what the first of its shots that has it shows."""
    if one.kind == "shot":
        return seen_of_shot(session, one.name)
    if one.kind == "scene":
        keys = (key for key in session.takes.of_scene(one.name) if not session.film.has_shot(key))
        found = (seen_of_shot(session, key) for key in keys)
        return next((seen for seen in found if seen is not None), None)
    try:
        path = await session.elements.left(one.name)
    except OSError:
        return None
    return Seen(path) if path else None
