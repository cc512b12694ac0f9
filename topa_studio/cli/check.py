"""`check`: every mistake of a scenario, with its line."""

from __future__ import annotations

import os
from pathlib import Path

from topa_studio.app.config import readable_config
from topa_studio.app.media_problems import media_problems
from topa_studio.app.picture_problems import picture_problems
from topa_studio.app.project import home_of
from topa_studio.base.errors import ProjectError
from topa_studio.base.words import say
from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.cli.ending import MADE, NOT_ALL
from topa_studio.cli.printing import tell, tell_json
from topa_studio.cli.work import Common
from topa_studio.document.document import Document
from topa_studio.document.reading.findings import describe
from topa_studio.model.problem import Problem, Severity


def check(common: Common, scenario: str, as_json: bool) -> int:
    """Print all problems; 1 where there are errors."""
    path = Path(scenario)
    named = None if common.config is None else Path(common.config)
    settings = readable_config(home_of(path), named, os.environ)
    try:
        document = Document.open(path, Catalogue.bundled(), settings.ratio, settings.defaults)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ProjectError("project.unreadable", path=scenario, reason=reason) from error
    pictures = picture_problems(document, settings, practice=common.practice)
    media = media_problems(document, settings, practice=common.practice)
    problems = _each_once((*document.problems, *pictures, *media))
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    if as_json:
        told = {**_as_json(problems), "pictures": len(pictures)}
        tell_json(told)
    else:
        _print(path, document, problems, errors, len(pictures))
    return NOT_ALL if errors else MADE


def _each_once(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """A mistake of a scene concerns each of its shots, but is one mistake in the file."""
    told = {(p.severity, p.line, p.column, say(p.code, p.params)): p for p in reversed(problems)}
    return tuple(sorted(told.values(), key=lambda p: (p.line or 0, p.column or 0)))


def _print(
    path: Path, document: Document, problems: tuple[Problem, ...], errors: int, pictures: int
) -> None:
    for problem in problems:
        colour = {"error": "red", "warning": "yellow"}.get(problem.severity)
        tell(describe(problem), head=problem.severity, colour=colour)
    film = document.scenario
    count = f"{_count(len(film.scenes), 'scene')}, {_count(len(film.shots()), 'shot')}"
    others = _count(len(problems) - errors, "warning or hint", "warnings and hints")
    told = f"{_count(errors, 'error')}, {others}"
    if pictures:
        told += f"; {_count(pictures, 'picture')} cannot be sent"
    tell(f"{path.name}: {count}, {film.seconds():g} s; {told}")


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or f'{one}s'}"


def _as_json(problems: tuple[Problem, ...]) -> dict[str, object]:
    return {
        "errors": sum(problem.severity is Severity.ERROR for problem in problems),
        "problems": [
            {
                "severity": problem.severity,
                "code": problem.code,
                "line": problem.line,
                "column": problem.column,
                "shot": problem.shot,
                "element": problem.element,
                "message": say(problem.code, problem.params),
            }
            for problem in problems
        ],
    }
