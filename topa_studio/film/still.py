"""What stands where no picture is: the slate of a shot, as words and names for whoever draws it."""

from __future__ import annotations

from dataclasses import dataclass

from topa_studio.film.timing import Cut
from topa_studio.model.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Slate:
    """What a slate says; `faces` names the elements whose pictures stand on it."""

    number: str
    title: str
    words: tuple[str, ...]
    faces: tuple[str, ...]


def slate_of(scenario: Scenario, cut: Cut) -> Slate:
    """The slate of a shot. Raises KeyError: it is not in the film."""
    shot = scenario.shot(cut.key)
    return Slate(cut.number, shot.title, tuple(shot.prompt.splitlines()), shot.elements)


def shape(scenario: Scenario) -> float:
    """Width to height of the film."""
    width, _, height = scenario.film.aspect_ratio.partition(":")
    try:
        return int(width) / int(height)
    except (ValueError, ZeroDivisionError):
        return 16 / 9


def frame_size(scenario: Scenario, longest: int) -> tuple[int, int]:
    """Width and height of the film's frame whose longer side is this many pixels."""
    ratio = shape(scenario)
    return (longest, round(longest / ratio)) if ratio >= 1 else (round(longest * ratio), longest)
