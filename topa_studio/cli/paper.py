"""`export pdf|shotlist|contact|review`: what is missing and how large first, then where it is."""

from __future__ import annotations

import asyncio
from pathlib import Path

from topa_studio.app.exporting.free_names import targets_of
from topa_studio.app.opening import Opening
from topa_studio.app.paper import paper_plan
from topa_studio.base.errors import MediaError
from topa_studio.cli.ending import MADE, NOT_ALL, unfinished
from topa_studio.cli.export import tell_missing, tell_since, written
from topa_studio.cli.film import opened, run
from topa_studio.cli.printing import tell
from topa_studio.cli.target import target_of
from topa_studio.cli.work import Common, must_be_readable
from topa_studio.film.export.trouble import amount
from topa_studio.film.paper.choices import USUAL_COLUMNS, Paper, PaperChoices, Sheet
from topa_studio.film.paper.plan import ENDINGS, TABLES, PaperPlan, columns_of


def export_paper(
    common: Common,
    what: str,
    scenario: str,
    target: str,
    *,
    scene: str | None,
    replace: bool,
    paper: str = "a4",
    each: int = 6,
    columns: str | None = None,
) -> int:
    """Put the film on paper; 0 where it is whole under its name.

    1 where a file could not be read any more while it was written.
    """
    kind = Paper(what)
    place = target_of(target, ENDINGS.get(kind, TABLES[0]))
    if kind is Paper.SHOT_LIST and place.suffix.casefold() not in TABLES:
        raise MediaError("paper.table-ending", path=str(place))
    choices = PaperChoices(
        what=kind,
        sheet=Sheet(paper),
        each=each,
        columns=USUAL_COLUMNS if columns is None else columns_of(columns),
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
            plan = await paper_plan(session, choices)
            targets = targets_of(plan, place)
            await asyncio.to_thread(session.exports.check, targets)
            if place.suffix.casefold() != ".csv":
                tell_missing(session, plan)
            if kind is Paper.REVIEW:
                tell(f"about {amount(plan.about_bytes)}", err=True)
            made = await written(session, plan, place, may_replace=replace)
            for each_target in targets:
                tell(f"{each_target}: {_said(plan)}, {_size(each_target)}")
            tell_since(session, made)
            return NOT_ALL if made.unread else MADE

    with unfinished():
        return run(work)


def _said(plan: PaperPlan) -> str:
    count = len(plan.shots)
    return "1 shot" if count == 1 else f"{count} shots"


def _size(path: Path) -> str:
    size = path.stat().st_size
    return amount(size) if size >= 1_000_000 else f"{max(1, round(size / 1000))} kB"
