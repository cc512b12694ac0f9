"""Keys that no request is made of: those that only cut the film, and those nothing acts on yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from topa_studio.model.problem import Problem

CODE = "document.kept"
_PATHS = (("multi_shot",),)
OF_THE_CUT = frozenset(
    {"trim", "transition", "move", "caption", "captions", "clip_gain_db", "audio", "ending", "fps"}
)
"""What says how the film is cut: a mistake in it is told, and stops nothing from being made."""


def is_of_the_cut(problem: Problem) -> bool:
    """Whether a mistake concerns only how the film is cut."""
    said = str(problem.params.get("field") or problem.params.get("meant") or "")
    return said.partition(" ")[0] in OF_THE_CUT


def kept_path(place: Sequence[object]) -> tuple[str, ...]:
    """The unused key at or above a place in a mapping; () where what stands there is used."""
    return next((path for path in _PATHS if tuple(place[: len(path)]) == path), ())


def told_once(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems without an unused key that was told before."""
    told: set[object] = set()
    for problem in problems:
        if problem.code != CODE or problem.params["field"] not in told:
            yield problem
        if problem.code == CODE:
            told.add(problem.params["field"])
