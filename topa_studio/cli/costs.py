"""`costs`: where the credits of a film went, from the state alone; nothing is asked or sent."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from topa_studio.app.opening import Opening
from topa_studio.cli.ending import MADE
from topa_studio.cli.film import opened, run
from topa_studio.cli.printing import tell, tell_json
from topa_studio.cli.work import Common
from topa_studio.model.costs import Costs


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
                tell_json({"budget": budget, **asdict(found)}, indent=None)
            else:
                _print(found, budget)
        return MADE

    return run(look)


def _print(found: Costs, budget: float | None) -> None:
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
    if found.unused.count:
        _row(f"takes not in the film: {found.unused.count}", found.unused.credits)
    if found.unknown.count:
        _row(f"sent without an answer: {found.unknown.count}", found.unknown.credits)
    for price in found.learned:
        _row(f"learned from your receipts, {price.date}: {price.what}", price.credits)


def _row(name: str, credits: float) -> None:
    tell(f"{name:<60.60} {credits:>10g} credits")
