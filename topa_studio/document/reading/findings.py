"""Collects what is wrong with a scenario while it is read; offsets become lines and columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from topa_studio.base.errors import DocumentError
from topa_studio.base.words import say
from topa_studio.base.yaml_tree import Node
from topa_studio.model.problem import Problem, Severity
from topa_studio.model.status import Trouble


class Findings:
    """Problems in the order they are found; `sorted` gives them in the order of the text.

    `start` and `line`: an offset that is not behind any problem, and its line.
    """

    def __init__(self, text: str, start: int = 0, line: int = 1) -> None:
        self.text = text
        self._start, self._line = start, line
        self._problems: list[Problem] = []

    def line_of(self, offset: int) -> int:
        """The line on which an offset stands, from 1."""
        return self._line + self.text.count("\n", self._start, offset)

    def tell(
        self,
        severity: Severity,
        code: str,
        at: Node | int | None,
        params: Mapping[str, object],
        *,
        shot: str | None = None,
        element: str | None = None,
        scene: str | None = None,
    ) -> None:
        """Tell a problem at a node or an offset (None: the whole file)."""
        line = column = None
        if at is not None:
            offset = at if isinstance(at, int) else at.start
            line = self.line_of(offset)
            column = offset - self.text.rfind("\n", 0, offset)
        problem = Problem(severity, code, params, line, column, shot, element, scene)
        self._problems.append(problem)

    def error(
        self,
        code: str,
        at: Node | int | None,
        *,
        shot: str | None = None,
        element: str | None = None,
        scene: str | None = None,
        **params: object,
    ) -> None:
        """Tell an error."""
        self.tell(Severity.ERROR, code, at, params, shot=shot, element=element, scene=scene)

    def sorted(self) -> tuple[Problem, ...]:
        """All problems by line."""
        return in_order(self._problems)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems in the order of the text; those of the whole file first."""
    return tuple(sorted(problems, key=lambda p: (p.line or 0, p.column or 0)))


def lower(problems: tuple[Problem, ...], lines: int) -> tuple[Problem, ...]:
    """The same problems of words that stand so many lines further down now."""
    if not lines:
        return problems
    return tuple(p if p.line is None else _at_line(p, p.line + lines) for p in problems)


def _at_line(p: Problem, line: int) -> Problem:
    # `replace` takes three times as long, and a long film has thousands.
    return Problem(p.severity, p.code, p.params, line, p.column, p.shot, p.element, p.scene)


def problem_of(error: DocumentError) -> Problem:
    """A file that cannot be read at all, as its one problem."""
    params = {k: v for k, v in error.params.items() if k not in ("line", "column")}
    line, column = error.params.get("line"), error.params.get("column")
    return Problem(
        Severity.ERROR,
        error.code,
        params,
        line if isinstance(line, int) else None,
        column if isinstance(column, int) else None,
    )


def describe(problem: Problem) -> str:
    """The problem in plain words, e.g. "line 42: duration must be 3 to 15 seconds, not 99"."""
    told = placed(problem)
    return say(told.code, told.params)


def placed(problem: Problem) -> Trouble:
    """`describe`, to be told inside another sentence."""
    mistake = Trouble(problem.code, problem.params)
    if problem.line is None:
        return mistake
    return Trouble("document.at-line", {"line": problem.line, "mistake": mistake})


def fresh(before: Iterable[Problem], after: Iterable[Problem]) -> list[Problem]:
    """The problems that were not there before; lines move, so they do not count."""
    known = {_without_line(problem) for problem in before}
    return [problem for problem in after if _without_line(problem) not in known]


def _without_line(problem: Problem) -> str:
    return repr(replace(problem, line=None, column=None))
