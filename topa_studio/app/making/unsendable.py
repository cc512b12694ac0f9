"""What is not sent as the film is written: everything that a mistake concerns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from topa_studio.document.document import Document
from topa_studio.document.reading.kept import is_never_sent
from topa_studio.model.problem import Problem, Severity
from topa_studio.model.scenario import Scenario
from topa_studio.model.status import EMPTY, IS_STILL, Trouble
from topa_studio.model.wish import element_of
from topa_studio.pipeline.board import Subject
from topa_studio.pipeline.compose import needed_elements

Found = tuple[int, Trouble]
"""A mistake and its place among all of them: the first one is told."""


@dataclass(frozen=True, slots=True)
class Unsendable:
    """The first mistake of each shot and element that is not sent.

    A mistake of the film concerns all of it, one of a scene its shots, one of an element every
    shot that needs it (`needed`). `twins` are shots whose files would be named as another's.
    """

    film: Scenario
    problems: tuple[Problem, ...]
    twins: Mapping[str, str]
    whole: list[Found] = field(default_factory=list)
    scenes: dict[str, Found] = field(default_factory=dict)
    shots: dict[str, Found] = field(default_factory=dict)
    elements: dict[str, Found] = field(default_factory=dict)
    needed: dict[str, Found] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document, twins: Mapping[str, str]) -> Unsendable:
        """What is wrong with the film as it is now."""
        made = cls(document.scenario, document.problems, twins)
        for place, problem in enumerate(document.problems):
            if problem.severity is Severity.ERROR and not is_never_sent(problem):
                found = place, _trouble(problem)
                if problem.scene is not None:
                    made.scenes.setdefault(problem.scene, found)
                elif problem.shot is not None:
                    made.shots.setdefault(problem.shot, found)
                elif problem.element is not None:
                    made.needed.setdefault(problem.element, found)
                else:
                    made.whole.append(found)
                if problem.element is not None:
                    made.elements.setdefault(problem.element, found)
        return made

    def is_of(self, document: Document) -> bool:
        """Whether nothing has changed since."""
        return self.film is document.scenario and self.problems is document.problems

    def why(self, subject: Subject) -> Trouble | None:
        """Why nothing of a shot or element is sent; None where it can be."""
        kind, key = subject
        return self._element(element_of(kind, key)) if kind.is_of_element else self.shot(key)

    def shot(self, key: str) -> Trouble | None:
        """Why a shot is not sent; None where it can be."""
        found = [self.shots[key]] if key in self.shots else []
        if not self.film.has_shot(key):
            return found[0][1] if found else None
        shot = self.film.shot(key)
        found += self.whole[:1]
        if self.scenes and (scene := self.scenes.get(self.film.scene_of(key).id)) is not None:
            found.append(scene)
        if self.needed:
            names = (element.name for element in needed_elements(self.film, shot))
            found += [self.needed[name] for name in names if name in self.needed]
        if found:
            return min(found, key=lambda one: one[0])[1]
        if shot.still:
            return IS_STILL
        if shot.is_empty:
            return EMPTY
        other = self.twins.get(key)
        told = {"key": key, "other": other}
        return None if other is None else Trouble("pipeline.same-files", told)

    def differs(self, before: Unsendable) -> frozenset[str] | None:
        """Shots, by their keys, of which another mistake may be told now; None: any of them."""
        if self._wide() != before._wide():
            return None
        now, then = _mistakes(self.shots), _mistakes(before.shots)
        changed = {key for key in now.keys() | then.keys() if now.get(key) != then.get(key)}
        twins, earlier = self.twins, before.twins
        both = twins.keys() | earlier.keys() if twins is not earlier else ()
        return frozenset(changed | {key for key in both if twins.get(key) != earlier.get(key)})

    def _wide(self) -> object:
        whole = [trouble.params["mistake"] for _, trouble in self.whole]
        return whole, _mistakes(self.scenes), _mistakes(self.needed)

    def _element(self, name: str) -> Trouble | None:
        found = [self.elements[name]] if name in self.elements else []
        if name in self.film.names:
            found += self.whole[:1]
        return min(found, key=lambda one: one[0])[1] if found else None


def _mistakes(found: Mapping[str, Found]) -> dict[str, object]:
    """Without their lines, which each edit above them moves."""
    return {name: trouble.params["mistake"] for name, (_, trouble) in found.items()}


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
