"""One export from its request to its name: whole, or nothing of it is left."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from topa_studio.app.exporting.encoder import Told, encode
from topa_studio.app.exporting.free_names import targets_of
from topa_studio.base.closing import to_the_end
from topa_studio.base.errors import MediaError
from topa_studio.base.files import LinkedError, own_folder
from topa_studio.film.export.captions import subtitles_of
from topa_studio.film.export.landing import Landing, part_of
from topa_studio.film.export.plan import Plan
from topa_studio.film.export.request import Request
from topa_studio.film.export.trouble import amount, free_bytes, free_of, trouble_of
from topa_studio.film.export.unread import Unread
from topa_studio.film.paper.plan import PaperPlan
from topa_studio.film.paper.request import PaperRequest

Check = Callable[[tuple[Path, ...]], None]
"""Raises MediaError: one of these files may never be written."""

_MOVIE, _BESIDE = ".mp4", ".srt"


async def write(
    request: Callable[[Path], Request | PaperRequest],
    target: Path,
    told: Told,
    *,
    may_replace: bool,
    check: Check,
    inside: Path | None,
) -> Unread:
    """Write what `request` says for the file it is given; a cancel leaves nothing.

    What could not be read meanwhile is given back.

    Args:
        inside: the film's home, where the target lies in it: no link leads out of there then.

    Raises:
        MediaError: it could not be written.
    """
    asked = await asyncio.to_thread(request, part_of(target))
    plan = asked.plan
    targets = targets_of(plan, target)
    landings = [
        Landing(path, may_replace=may_replace, ending=ending)
        for path, ending in zip(targets, _endings(plan, target), strict=False)
    ]
    try:
        await asyncio.to_thread(check, targets)
        await to_the_end(asyncio.to_thread(_begin, plan, landings, inside))
        try:
            unread = await encode(asked, told)
        except MediaError as error:
            raise _with_need(_of(target, error), plan, target) from error
        await to_the_end(asyncio.to_thread(_land, plan, landings))
    finally:
        await to_the_end(asyncio.to_thread(_discard, landings))
    return unread


def _endings(plan: Plan | PaperPlan, target: Path) -> tuple[str, ...]:
    if isinstance(plan, PaperPlan):
        return (plan.ending(target),) * len(plan.targets(target))
    return _MOVIE, _BESIDE


def write_words(target: Path, words: bytes, ending: str, *, may_replace: bool) -> None:
    """Write captions as a file: whole, or nothing of it is left. Blocks. Raises MediaError."""
    landing = Landing(target, may_replace=may_replace, ending=ending)
    try:
        landing.begin()
        try:
            landing.part.write_bytes(words)
        except OSError as error:
            raise trouble_of(error, target) from error
        landing.land()
    finally:
        landing.discard()


def _begin(plan: Plan | PaperPlan, landings: list[Landing], inside: Path | None) -> None:
    target = landings[0].target
    free = free_bytes(target.parent)
    if free is not None and free < plan.about_bytes:
        raise _with_need(MediaError("export.disk-full", path=str(target.parent)), plan, target)
    if inside is not None:
        own(target, inside)
    for landing in landings:
        landing.begin()


def own(target: Path, home: Path) -> None:
    """Make sure that a target in the film's home really lies there. Raises MediaError."""
    try:
        own_folder(target, home)
    except LinkedError as error:
        raise MediaError(error.code, **error.params) from error
    except OSError as error:
        raise trouble_of(error, target) from error


def _land(plan: Plan | PaperPlan, landings: list[Landing]) -> None:
    if isinstance(plan, PaperPlan):
        _land_all(landings)
        return
    movie, *beside = landings
    for landing in beside:
        try:
            landing.part.write_bytes(subtitles_of(plan))
        except OSError as error:
            raise trouble_of(error, landing.target) from error
    movie.land()
    for landing in beside:
        landing.land()


def _land_all(landings: list[Landing]) -> None:
    """All or none: where one cannot get its name, those before it that were not there go again."""
    fresh = [landing.target for landing in landings if not landing.target.exists()]
    for at, landing in enumerate(landings):
        try:
            landing.land()
        except MediaError:
            for landed in landings[:at]:
                if landed.target in fresh:
                    landed.target.unlink(missing_ok=True)
            raise


def _discard(landings: list[Landing]) -> None:
    for landing in landings:
        landing.discard()


def _of(target: Path, error: MediaError) -> MediaError:
    """It is told by the name that the user knows."""
    part = str(part_of(target))
    named = {
        name: value.replace(part, str(target)) if isinstance(value, str) else value
        for name, value in error.params.items()
    }
    return MediaError(error.code, **named)


def _with_need(error: MediaError, plan: Plan | PaperPlan, target: Path) -> MediaError:
    """A full disk says how much is needed, too."""
    if error.code != "export.disk-full":
        return error
    params = {**error.params, "needed": amount(plan.about_bytes), "free": free_of(target.parent)}
    return MediaError(error.code, **params)
