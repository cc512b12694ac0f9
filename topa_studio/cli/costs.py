"""`costs`: where the credits of a film went, from the state alone; nothing is asked or sent."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from topa_studio.app.opening import Opening
from topa_studio.cli.ending import MADE
from topa_studio.cli.film import opened, run
from topa_studio.cli.printing import tell, tell_json
from topa_studio.cli.work import Common
from topa_studio.model.costs import Costs, DiskUse, Use
from topa_studio.model.currency import DOLLAR

_USES = {
    Use.FILM: "clips in the film",
    Use.PANELS: "panels",
    Use.PICTURES: "reference images",
    Use.UNUSED: "takes not in the film",
    Use.REJECTED: "rejected",
    Use.TRASHED: "in the trash",
    Use.CANDIDATES: "new pictures, not kept",
    Use.FAILED: "charged without a result",
    Use.OPEN: "on the way",
    Use.UNKNOWN: "sent without an answer",
    Use.REMOVED: "no longer in the film",
}


def costs(common: Common, scenario: str, as_json: bool) -> int:
    """Print the table or one JSON object."""
    how = Opening(
        practice=common.practice,
        config=None if common.config is None else Path(common.config),
        what="costs",
        look_only=True,
        unattended=True,
    )

    async def look() -> int:
        async with opened(Path(scenario), how) as session:
            found = session.spending.costs()
            budget = session.film.film.budget_credits
            if as_json:
                disk, dollars = asdict(await session.spending.disk()), DOLLAR.dollars(found.spent)
                more = {"waste": found.waste, "dollars": round(dollars, 2), "disk": disk}
                tell_json({"budget": budget, **asdict(found), **more}, indent=None)
            else:
                _print(found, budget, practice=session.practice)
                _print_disk(await session.spending.disk())
        return MADE

    return run(look)


def _print(found: Costs, budget: float | None, *, practice: bool) -> None:
    for number, scene in enumerate(found.scenes, 1):
        _row(f"{number} {scene.title or scene.key}", scene.credits)
    for element in found.elements:
        _row(f"@{element.key}", element.credits)
    if found.removed.credits:
        _row("shots and elements taken out of the film", found.removed.credits)
    limit = "" if budget is None else f" of {budget:g}"
    _row(f"spent{limit}", found.spent)
    if found.per_second is not None:
        _row(f"each of {found.finished_seconds:g} finished seconds", round(found.per_second, 2))
    for use in found.uses:
        if use.count:
            _row(f"  {_USES[Use(use.key)]}: {use.count}", use.credits)
    if found.without_price:
        tell(f"{found.without_price} results without a known price")
    if found.spent and not practice:
        rate = f"{DOLLAR.credits:g} credits a dollar, {DOLLAR.date}"
        tell(f"spent: about ${DOLLAR.dollars(found.spent):.2f} ({rate})")
    for price in found.learned:
        _row(f"learned from your receipts, {price.date}: {price.what}", price.credits)


def _print_disk(disk: DiskUse) -> None:
    """Megabytes of the film's folder."""
    parts = {"takes": disk.takes, f"trash, {disk.in_trash} results": disk.trash}
    parts |= {"pictures of elements": disk.pictures, "copies and notes": disk.rest}
    for name, size in parts.items():
        tell(f"{f'on the disk: {name}':<60.60} {size / 1_000_000:>10.1f} MB")


def _row(name: str, credits: float) -> None:
    tell(f"{name:<60.60} {credits:>10g} credits")
