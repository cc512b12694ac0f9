"""`export film` and `export animatic`: what is missing first, then how far it is, then where."""

from __future__ import annotations

import asyncio
import sys
from collections import defaultdict
from pathlib import Path

from topa_studio.app.exporting.export import Export, Stage
from topa_studio.app.exporting.free_names import targets_of
from topa_studio.app.opening import Opening
from topa_studio.app.session import ProjectSession
from topa_studio.base.errors import MediaError
from topa_studio.base.words import say
from topa_studio.cli.bars import Bars
from topa_studio.cli.ending import MADE, NOT_ALL, unfinished
from topa_studio.cli.film import opened, run
from topa_studio.cli.printing import tell
from topa_studio.cli.target import target_of
from topa_studio.cli.work import Common, must_be_readable
from topa_studio.film.export.choices import Choices, What, Words
from topa_studio.film.export.plan import Plan
from topa_studio.film.export.trouble import amount
from topa_studio.film.export.unread import OUTSIDE
from topa_studio.film.paper.plan import PaperPlan
from topa_studio.film.span import time_code

_WHY = defaultdict(str, {"media.missing": "-missing", OUTSIDE: "-outside"})


def export(
    common: Common,
    what: str,
    scenario: str,
    target: str,
    *,
    scene: str | None,
    size: str,
    fps: float | None,
    captions: str | None,
    numbers: bool,
    loudness: bool,
    leave_out: bool,
    replace: bool,
) -> int:
    """Write the film; 0 where it is whole under its name.

    1 where a file could not be read any more while it was written.
    """
    place = target_of(target, ".mp4")
    usual = Words.BURNT if what == What.ANIMATIC else Words.NONE
    choices = Choices(
        what=What(what),
        size=size,
        fps=fps,
        captions=Words(captions) if captions else usual,
        numbers=numbers,
        even=loudness,
        leave_out=leave_out,
        scene=scene,
    )
    how = Opening(
        practice=common.practice,
        config=None if common.config is None else Path(common.config),
        what="export",
        look_only=True,
        unattended=True,
        allow_outside=common.allow_outside,
    )

    async def work() -> int:
        async with opened(Path(scenario), how) as session:
            must_be_readable(session)
            plan = await session.exports.plan(choices)
            await asyncio.to_thread(session.exports.check, targets_of(plan, place))
            tell_missing(session, plan, leave_out=leave_out)
            return await _write(session, plan, place, may_replace=replace)

    with unfinished():
        return run(work)


def tell_missing(
    session: ProjectSession, plan: Plan | PaperPlan, *, leave_out: bool = False
) -> None:
    """Say which shots have no clip, and what cannot be read."""
    film = session.film
    for key in plan.missing:
        panel = session.shot(key).panel is not None
        code = "export.left-out" if leave_out else "export.no-clip"
        shown = "panel" if panel else "slate"
        title = film.shot(key).title
        tell(say(code, {"number": film.number_of(key), "title": title, "shown": shown}), err=True)
    for key, why in plan.unread.shots.items():
        code = "export.unread-left-out" if leave_out else f"export.unread{_WHY[why]}"
        _tell_unread(session, code, key)
    for path, why in plan.unread.sounds.items():
        tell(say(f"export.sound{_WHY[why]}", {"path": path}), err=True)


def _tell_unread(session: ProjectSession, code: str, key: str) -> None:
    """Say that the file of a shot cannot be read."""
    cut = next(cut for cut in session.composition().cuts if cut.key == key)
    tell(say(code, {"number": cut.number, "what": cut.source.value}), err=True)


def tell_since(session: ProjectSession, made: Export) -> None:
    """Say what could not be read any more while it was written."""
    for key in made.unread.shots:
        _tell_unread(session, "export.unread-since", key)
    for path in made.unread.sounds:
        tell(say("export.sound-since", {"path": path}), err=True)


async def _write(session: ProjectSession, plan: Plan, target: Path, *, may_replace: bool) -> int:
    made = await written(session, plan, target, may_replace=may_replace)
    length = time_code(plan.frames, plan.film.rate)
    width, height = plan.size
    tell(f"{target}: {length}, {width} x {height}, {amount(made.size)}")
    tell_since(session, made)
    return NOT_ALL if made.unread else MADE


async def written(
    session: ProjectSession, plan: Plan | PaperPlan, target: Path, *, may_replace: bool
) -> Export:
    """Write it and show how far it is. Raises MediaError."""
    exports = session.exports
    bars = Bars() if sys.stdout.isatty() else None
    name = target.name

    def show(all_of_them: tuple[Export, ...]) -> None:
        for one in all_of_them:
            share = one.done / max(1, plan.frames)
            left = "" if one.left is None else f"{one.left:.0f} s left"
            if bars is not None:
                bars.show(name, name, left, share, running=one.stage is Stage.RUNNING)

    disconnect = exports.changed.connect(show)
    if bars is not None:
        bars.start()
    try:
        made = await exports.ended(exports.start(plan, target, may_replace=may_replace).id)
    finally:
        disconnect()
        if bars is not None:
            bars.stop()
    if made.trouble is not None:
        raise MediaError(made.trouble.code, **made.trouble.params)
    return made
