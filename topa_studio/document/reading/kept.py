"""Keys of the format that nothing acts on yet: they stay as they are, and each is told once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from topa_studio.document.edits import FilmTarget, SceneTarget, ShotTarget, Target
from topa_studio.model.problem import Problem
from topa_studio.model.scenario import Scenario

CODE = "document.kept"
_PATHS = (("trim", "out"), ("transition",), ("audio",), ("multi_shot",))


def kept_path(place: Sequence[object]) -> tuple[str, ...]:
    """The unused key at or above a place in a mapping; () where what stands there is used."""
    return next((path for path in _PATHS if tuple(place[: len(path)]) == path), ())


def kept_keys(film: Scenario) -> Iterator[tuple[tuple[str, ...], Target]]:
    """Each unused key that says something, with the first place where it does."""
    if film.film.audio:
        yield ("global_config", "audio"), FilmTarget()
    several = next((scene for scene in film.scenes if scene.multi_shot), None)
    if several is not None:
        yield ("multi_shot",), SceneTarget(several.id)
    shots = film.shots()
    ends = (shot for shot in shots if shot.trim is not None and shot.trim.end is not None)
    soft = (shot for shot in shots if shot.transition.kind != "cut")
    for path, found in ((("trim", "out"), ends), (("transition",), soft)):
        shot = next(found, None)
        if shot is not None:
            yield path, ShotTarget(shot.key)


def told_once(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems without an unused key that was told before."""
    told: set[object] = set()
    for problem in problems:
        if problem.code != CODE or problem.params["field"] not in told:
            yield problem
        if problem.code == CODE:
            told.add(problem.params["field"])
