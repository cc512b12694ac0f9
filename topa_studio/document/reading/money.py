"""Keys about money: whatever is wrong with one, no budget can be read from the film."""

from __future__ import annotations

import re
from collections.abc import Iterable

from topa_studio.model.problem import Problem, Severity

BUDGET = "budget_credits"

_MONEY = re.compile(
    r"budget|(?:max|limit|spend|cost|price)\w*credit|credit\w*(?:max|limit|budget)", re.IGNORECASE
)
_HOLDERS = frozenset({BUDGET, "global_config"})
"""The key itself, and the mapping that it stands in."""


def is_about_money(key: str) -> bool:
    """Whether somebody meant to set a limit with this key."""
    return _MONEY.search(key) is not None


def money_problem(problems: Iterable[Problem]) -> Problem | None:
    """The first mistake that hides what the film may spend; None where there is none."""
    found = (each for each in problems if each.severity is Severity.ERROR and _hides(each))
    return next(found, None)


def _hides(problem: Problem) -> bool:
    if problem.code in ("document.money-key", "document.not-a-mapping"):
        return True
    named = {problem.params.get(name) for name in ("field", "key", "meant")}
    return bool(named & _HOLDERS)
