"""Which files an export writes, and under which name it replaces none."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from topa_studio.film.export.choices import Words
from topa_studio.film.export.landing import free_name
from topa_studio.film.export.plan import Plan
from topa_studio.film.paper.plan import PaperPlan

if TYPE_CHECKING:
    from topa_studio.app.exporting.handover import Handover

_BESIDE = ".srt"


def targets_of(plan: Plan | PaperPlan | Handover, target: Path) -> tuple[Path, ...]:
    """The files that are written: captions may go beside a film, paper may be several."""
    if isinstance(plan, PaperPlan):
        return plan.targets(target)
    if not isinstance(plan, Plan):
        return plan.targets
    if plan.choices.captions is Words.FILE and plan.has_cues:
        return target, target.with_suffix(_BESIDE)
    return (target,)


def free_target(
    plan: Plan | PaperPlan | Handover, folder: Path, name: str, soon: Iterable[Path]
) -> Path:
    """Where a file of this name replaces nothing: "Film (2)". Blocks.

    What is for an editing program was worked out for the one name it has.

    Args:
        soon: files that will be there.
    """
    if not isinstance(plan, Plan | PaperPlan):
        return plan.out
    taken = set(soon)
    while True:
        target = free_name(folder, name, frozenset(taken))
        beside = targets_of(plan, target)
        if not any(other.exists() or other in taken for other in beside[1:]):
            return target
        taken.add(target)
