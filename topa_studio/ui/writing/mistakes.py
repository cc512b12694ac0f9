"""The mistakes of one shot: each told once, with its fixes as buttons, after the typing rests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from topa_studio.document.edits import Edit, SetField, ShotTarget
from topa_studio.document.reading.suggest import near_name
from topa_studio.model.mentions import mentioned_names, replace_mentions
from topa_studio.model.problem import Problem, Severity
from topa_studio.model.scenario import Scenario, Shot
from topa_studio.model.scripts_without_spaces import likely_name
from topa_studio.ui.notices.told import Fix, Told, told_of
from topa_studio.ui.words import seconds_word

translate = QCoreApplication.translate
WORDS, MAKE, INSTEAD, SECONDS = "words", "make", "instead", "seconds"
# What the form says in another way: a shot without words yet.
_TOLD_ELSEWHERE = {"document.K01"}


@dataclass(frozen=True, slots=True)
class Mending:
    """A fix: what is done, and with which names or number."""

    kind: str
    name: str = ""
    instead: str = ""
    seconds: int = 0


class ProblemsOfShots:
    """A long film's problems by shot, sorted once as long as they are the very same."""

    def __init__(self) -> None:
        self._problems: tuple[Problem, ...] = ()
        self._of: dict[str | None, list[Problem]] = {}

    def of(self, problems: tuple[Problem, ...], key: str) -> list[Problem]:
        """Those of one shot, in their order."""
        if problems is not self._problems:
            self._problems, self._of = problems, {}
            for problem in problems:
                self._of.setdefault(problem.shot, []).append(problem)
        return self._of.get(key, [])


def told_problems(film: Scenario, problems: Iterable[Problem]) -> list[Told]:
    """A shot's problems as lines, each once, with their fixes."""
    found: dict[str, Told] = {}
    for problem in problems:
        if problem.code not in _TOLD_ELSEWHERE:
            line = told_of(problem, tuple(fixes_of(film, problem)))
            found.setdefault(line.text, line)
    return list(found.values())


def fixes_of(film: Scenario, problem: Problem) -> Iterable[Fix]:
    """What would mend a mistake, the likeliest first."""
    if problem.severity is not Severity.ERROR:
        return
    params = problem.params
    if problem.code == "document.unknown-element":
        name = str(params["name"])
        near = near_name(name, [element.name for element in film.elements])
        if near is not None:
            words = translate("Fixes", "Replace with @{name}").format(name=near)
            yield Fix(words, Mending(INSTEAD, name, near))
        new = likely_name(name)
        words = translate("Fixes", "Make element @{name}…").format(name=new)
        yield Fix(words, Mending(MAKE, new))
    elif problem.code == "document.duration-range":
        low, high, value = (int(str(params[part])) for part in ("low", "high", "value"))
        best = low if value < low else high
        words = translate("Fixes", "Make it {seconds}").format(seconds=seconds_word(best))
        yield Fix(words, Mending(SECONDS, seconds=best))


def edits_of(shot: Shot, mending: Mending) -> list[Edit]:
    """The edits of a fix that changes the shot alone."""
    target = ShotTarget(shot.key)
    if mending.kind == SECONDS:
        return [SetField(target, "duration", mending.seconds)]
    edits: list[Edit] = []

    def spelt(name: str) -> str:
        return f"@{mending.instead if name == mending.name else name}"

    if mending.name in mentioned_names(shot.prompt):
        edits.append(SetField(target, "prompt", replace_mentions(shot.prompt, spelt)))
    if mending.name in shot.elements:
        names = (mending.instead if name == mending.name else name for name in shot.elements)
        edits.append(SetField(target, "elements_needed", list(dict.fromkeys(names))))
    return edits
