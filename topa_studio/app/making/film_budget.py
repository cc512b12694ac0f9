"""What a film may spend: where that cannot be read nothing is paid for, and a sentence says why."""

from __future__ import annotations

from dataclasses import dataclass

from topa_studio.base.errors import ProjectError
from topa_studio.document.document import Document
from topa_studio.document.reading.findings import placed
from topa_studio.document.reading.money import money_problem
from topa_studio.model.status import Trouble


@dataclass(frozen=True, slots=True)
class FilmBudget:
    """The budget as the film's file says it now.

    Attributes:
        setting: a key about money among the settings, that nobody reads; None: there is none.
    """

    document: Document
    setting: Trouble | None = None

    @property
    def credits(self) -> float | None:
        """What the film may spend, for whoever shows it; None: nothing limits it, or a mistake."""
        return self.document.scenario.film.budget_credits

    @property
    def mistake(self) -> Trouble | None:
        """Why nothing may be paid for; None where all that is meant can be read."""
        problem = money_problem(self.document.problems)
        if problem is not None:
            return Trouble("project.money-key", {"mistake": placed(problem)})
        return self.setting

    def limit(self) -> float | None:
        """`credits`, for whoever spends. Raises ProjectError where they cannot be read."""
        if (mistake := self.mistake) is not None:
            raise ProjectError(mistake.code, **mistake.params)
        return self.credits
