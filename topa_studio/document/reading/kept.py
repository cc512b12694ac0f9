"""Keys of the format that nothing acts on yet: they stay as they are, and each is told once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from topa_studio.model.problem import Problem

CODE = "document.kept"
_PATHS = (("multi_shot",),)


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
