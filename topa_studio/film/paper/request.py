"""What the process that writes paper is told: all it needs, so that it opens nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from topa_studio.base.words import TEMPLATES, fill
from topa_studio.film.export.landing import part_of, target_of_part
from topa_studio.film.export.request import Request
from topa_studio.film.paper.choices import POINT, short_number
from topa_studio.film.paper.plan import PaperPlan


@dataclass(frozen=True)
class PaperRequest:
    """One piece of paper, worked out.

    Attributes:
        pictures: the film as whoever makes its pictures is told of it, with the first target.
        name: of the film's file, without its ending.
    """

    plan: PaperPlan
    pictures: Request
    name: str = ""
    words: Mapping[str, str] = field(default_factory=dict)

    @property
    def target(self) -> Path:
        """The first file that is written; another name than it has in the end."""
        return self.pictures.target

    @property
    def targets(self) -> tuple[Path, ...]:
        """All files that are written."""
        return tuple(map(part_of, self.plan.targets(target_of_part(self.target))))

    @property
    def kind(self) -> str:
        """How the file's name ends, by which a table is known."""
        return self.plan.ending(target_of_part(self.target))

    @property
    def frames(self) -> int:
        """How far it is told to be at its end."""
        return self.plan.frames

    @property
    def writer(self) -> str:
        """See `Asked` of film exports."""
        return "topa_studio.film.paper.writing"

    def say(self, code: str, **params: object) -> str:
        """Words of the paper itself, in the user's language; fractions as it writes them."""
        template = self.words.get(code) or TEMPLATES.get(code)
        shown = {k: self._number(v) if isinstance(v, float) else v for k, v in params.items()}
        return fill(template, code, shown, lambda code, _params: code)

    @property
    def point(self) -> str:
        """What stands before the tenths in the user's language."""
        return self.words.get(POINT, ".")

    def _number(self, value: float) -> str:
        return short_number(value).replace(".", self.point)
