"""Where what may be spent cannot be read nothing is paid for, and one sentence says why."""

from __future__ import annotations

from topa_studio.base.errors import ProjectError
from topa_studio.document.document import Document
from topa_studio.document.reading.findings import describe
from topa_studio.document.reading.money import money_problem
from topa_studio.model.status import Trouble


def budget_mistake(document: Document, settings: Trouble | None) -> Trouble | None:
    """Why nothing may be paid for, by the film's file or its settings; None where nothing is."""
    problem = money_problem(document.problems)
    if problem is not None:
        return Trouble("project.money-key", {"mistake": describe(problem)})
    return settings


def must_be_known(mistake: Trouble | None) -> None:
    """Raises ProjectError where what may be spent cannot be read."""
    if mistake is not None:
        raise ProjectError(mistake.code, **mistake.params)
