"""One export of a film, as it is told: what it writes, how far it is, why it failed."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from topa_studio.app.exporting.free_names import targets_of
from topa_studio.film.export.plan import Plan
from topa_studio.film.export.unread import Unread
from topa_studio.film.paper.plan import PaperPlan
from topa_studio.model.status import Trouble

if TYPE_CHECKING:
    from topa_studio.app.exporting.handover import Handover


class Stage(StrEnum):
    """How far an export is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


ENDED = (Stage.DONE, Stage.FAILED, Stage.CANCELLED)


@dataclass(frozen=True)
class Export:
    """One export.

    Attributes:
        done: how many pictures are written, of `plan.frames`.
        left: seconds until its end; None: nobody knows yet.
        size: bytes of the whole file, 0 before.
        ended: when it ended, in seconds since 1970; 0 before.
        trouble: why it failed.
        unread: what could be read before, and turned into a slate or silence while it was written.
    """

    id: int
    plan: Plan | PaperPlan | Handover
    target: Path
    may_replace: bool = False
    stage: Stage = Stage.WAITING
    done: int = 0
    left: float | None = None
    size: int = 0
    ended: float = 0.0
    trouble: Trouble | None = None
    unread: Unread = field(default_factory=Unread)

    @property
    def what(self) -> str:
        """What it writes: a `What`, a `Paper`, or one of the formats of editing programs."""
        plan = self.plan
        return plan.choices.what if isinstance(plan, Plan | PaperPlan) else plan.kind

    @property
    def targets(self) -> tuple[Path, ...]:
        """All files that it writes."""
        return targets_of(self.plan, self.target)

    @property
    def unread_files(self) -> tuple[str, ...]:
        """The paths of `unread`, each once."""
        paths = (cut.path for cut in self.plan.film.cuts if cut.key in self.unread.shots)
        return tuple(dict.fromkeys([*paths, *self.unread.sounds]))
