"""What is not sent as the film is written: everything that a mistake concerns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from topa_studio.document.document import Document
from topa_studio.model.problem import Problem, Severity
from topa_studio.model.scenario import Scenario
from topa_studio.model.status import EMPTY, Trouble
from topa_studio.pipeline.board import Subject
from topa_studio.pipeline.compose import needed_elements
from topa_studio.pipeline.folder.layout import twins
from topa_studio.pipeline.job import Kind


@dataclass(frozen=True, slots=True)
class Unsendable:
    """The first mistake of each shot and element that is not sent.

    A mistake of the film concerns all of it, one of a scene its shots, one of an element every
    shot that needs it.
    """

    problems: tuple[Problem, ...]
    shots: Mapping[str, Trouble]
    elements: Mapping[str, Trouble]

    @classmethod
    def of(cls, document: Document) -> Unsendable:
        """What is wrong with the film as it is now."""
        film = document.scenario
        shots: dict[str, Trouble] = {}
        elements: dict[str, Trouble] = {}
        for problem in document.problems:
            if problem.severity is Severity.ERROR:
                trouble = _trouble(problem)
                for key in _shots(problem, film):
                    shots.setdefault(key, trouble)
                for name in _elements(problem, film):
                    elements.setdefault(name, trouble)
        for shot in film.shots():
            if shot.is_empty:
                shots.setdefault(shot.key, EMPTY)
        for key, other in twins(shot.key for shot in film.shots()).items():
            shots.setdefault(key, Trouble("pipeline.same-files", {"key": key, "other": other}))
        return cls(document.problems, shots, elements)

    def why(self, subject: Subject) -> Trouble | None:
        """Why nothing of a shot or element is sent; None where it can be."""
        kind, key = subject
        return (self.elements if kind is Kind.VIEW else self.shots).get(key)


def _trouble(problem: Problem) -> Trouble:
    # A terminal names the line, a window tells the mistake alone.
    mistake = Trouble(problem.code, problem.params)
    params: dict[str, object] = {"mistake": mistake, "line": problem.line}
    if problem.shot is not None or problem.scene is not None:
        return Trouble("pipeline.shot-has-mistake", params)
    if problem.element is not None:
        params["element"] = problem.element
        return Trouble("pipeline.element-has-mistake", params)
    return Trouble("pipeline.film-has-mistake", params)


def _shots(problem: Problem, film: Scenario) -> Iterator[str]:
    if problem.scene is not None:
        yield from (
            s.key for scene in film.scenes if scene.id == problem.scene for s in scene.shots
        )
    elif problem.shot is not None:
        yield problem.shot
    elif problem.element is not None:
        for shot in film.shots():
            if any(element.name == problem.element for element in needed_elements(film, shot)):
                yield shot.key
    else:
        yield from (shot.key for shot in film.shots())


def _elements(problem: Problem, film: Scenario) -> Iterator[str]:
    if problem.element is not None:
        yield problem.element
    elif problem.shot is None and problem.scene is None:
        yield from film.names
