"""`export fountain`: the film as a script again."""

from __future__ import annotations

from pathlib import Path

from topa_studio.app.opening import Opening
from topa_studio.cli.ending import MADE, unfinished
from topa_studio.cli.film import opened, run
from topa_studio.cli.printing import tell
from topa_studio.cli.target import target_of
from topa_studio.cli.work import Common
from topa_studio.film.scripts.fountain_out import fountain_text

_ENDING = ".fountain"


def export_fountain(common: Common, scenario: str, target: str, *, replace: bool) -> int:
    """Write the film's script to `target`."""
    place = target_of(target, _ENDING)

    async def work() -> int:
        how = Opening(what="export", look_only=True, allow_outside=common.allow_outside)
        async with opened(Path(scenario), how) as session:
            words = fountain_text(session.film)
            await session.exports.save_words(place, words, _ENDING, may_replace=replace)
            tell(f"{place}: {len(session.film.scenes)} scenes, {session.film.count()} shots")
        return MADE

    with unfinished():
        return run(work)
