"""`export otio|fcpxml|fcp7|edl` and `conform`: the cut list to editing programs, and back."""

from __future__ import annotations

import sys
from pathlib import Path

from topa_studio.app.conforming import CameBack, look_at
from topa_studio.app.conforming import conform as take_in
from topa_studio.app.exporting.handover import Handover
from topa_studio.app.opening import Opening
from topa_studio.app.session import ProjectSession
from topa_studio.base.errors import DocumentError
from topa_studio.base.words import say
from topa_studio.cli.bars import Bars
from topa_studio.cli.ending import MADE, NOT_ALL, unfinished
from topa_studio.cli.film import opened, run
from topa_studio.cli.printing import tell
from topa_studio.cli.target import target_of
from topa_studio.cli.work import Common, must_be_readable
from topa_studio.film.export.unread import Unread
from topa_studio.film.interchange.losses import ENDINGS
from topa_studio.film.span import time_code
from topa_studio.model.status import Trouble


def hand_over(
    common: Common, kind: str, scenario: str, out: str, collect: str | None, *, update: bool
) -> int:
    """Write the cut list; 0 where it is whole, 1 where a file could not be read meanwhile."""
    place = target_of(out, ENDINGS[kind])
    how = Opening(
        practice=common.practice,
        config=None if common.config is None else Path(common.config),
        what="export",
        look_only=True,
        unattended=True,
        allow_outside=common.allow_outside,
    )
    folder = None if collect is None else Path(collect)

    async def work() -> int:
        async with opened(Path(scenario), how) as session:
            must_be_readable(session)
            made = await session.exports.interchange.plan(
                kind, place, collect=folder, update=update
            )
            _tell_before(session, made)
            unread = await _write(session, made)
            return _tell_written(made, unread)

    with unfinished():
        return run(work)


def _tell_before(session: ProjectSession, made: Handover) -> None:
    film = session.film
    for key in made.missing:
        shown = "slate" if session.shot(key).panel is None else "panel"
        told = {"number": film.number_of(key), "title": film.shot(key).title, "shown": shown}
        tell(say("export.no-clip", told), err=True)
    _tell_unread(made, made.unread)
    for loss in made.losses:
        _tell(loss.trouble)


def _tell_unread(made: Handover, unread: Unread) -> None:
    for cut in made.film.cuts:
        if cut.key in unread.shots:
            told = {"number": cut.number, "what": cut.source.value}
            tell(say("export.unread", told), err=True)
    for path in unread.sounds:
        tell(say("export.sound", {"path": path}), err=True)


async def _write(session: ProjectSession, made: Handover) -> Unread:
    bars = Bars() if sys.stdout.isatty() and made.frames else None
    name = made.out.name

    def told(done: int) -> None:
        if bars is not None:
            bars.show(name, name, "", done / made.frames, running=True)

    if bars is not None:
        bars.start()
    try:
        return await session.exports.interchange.write(made, told)
    finally:
        if bars is not None:
            bars.stop()


def _tell_written(made: Handover, unread: Unread) -> int:
    sequence = made.sequence
    length = time_code(sequence.frames, sequence.rate)
    files = f", {_count(len(made.media), 'media file')} in {made.folder}" if made.media else ""
    tell(f"{made.out}: {_count(len(sequence.items), 'shot')}, {length}{files}")
    _tell_unread(made, unread)
    return NOT_ALL if unread else MADE


def conform(common: Common, file: str, scenario: str, *, dry_run: bool) -> int:
    """Bring a cut back into the film; 1 where a clip of it is none of the film's."""

    async def work() -> int:
        how = Opening(
            practice=common.practice,
            what="conform",
            must_write=not dry_run,
            look_only=dry_run,
            allow_outside=common.allow_outside,
        )
        async with opened(Path(scenario), how) as session:
            must_be_readable(session)
            try:
                back = await look_at(session, Path(file))
                _tell_changes(back)
                if not dry_run and back.changes:
                    await take_in(session, back, f"Cut from {Path(file).name}")
                    await session.save()
            except DocumentError as error:
                tell(f"Error: {error}", err=True)
                return NOT_ALL
        return NOT_ALL if back.unmatched else MADE

    return run(work)


def _tell_changes(back: CameBack) -> None:
    for change in back.changes:
        tell(say(change.code, change.params))
    if not back.changes:
        tell("nothing changed")
    for trouble in back.left:
        _tell(trouble)
    for name in back.unmatched:
        _tell(Trouble("interchange.unknown-clip", {"name": name}))


def _tell(trouble: Trouble) -> None:
    tell(say(trouble.code, trouble.params), err=True)


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
