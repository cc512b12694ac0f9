"""Which shot and scene of a film was made of which in its script."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from topa_studio.film.scripts.breakdown import Breakdown, PlannedShot
from topa_studio.model.scenario import Scenario, Shot


@dataclass(frozen=True, slots=True)
class Links:
    """Numbers count the script's shots and scenes from 0.

    Attributes:
        shots: number of a shot in the script -> the film's key.
        scenes: number of a scene in the script -> the film's id.
        joined: keys of shots that stand for several of the script.
    """

    shots: Mapping[int, str]
    scenes: Mapping[int, str]
    joined: frozenset[str]


def linked(film: Scenario, script: Breakdown) -> Links:
    """Compare by the lines that each shot carries, then by words."""
    planned = list(script.shots())
    by_lines: dict[tuple[int, int], list[Shot]] = defaultdict(list)
    for shot in film.shots():
        if shot.source is not None:
            by_lines[shot.source].append(shot)
    shots: dict[int, str] = {}
    groups: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, each in enumerate(planned):
        if each.source is not None:
            groups[each.source].append(number)
    for lines, numbers in groups.items():
        shots.update(_pairs(planned, numbers, by_lines.get(lines, [])))
    known = set(shots.values())
    joined: set[str] = set()
    wide = [
        (source, shot)
        for source, found in by_lines.items()
        for shot in found
        if shot.key not in known
    ]
    for number, each in enumerate(planned):
        if number in shots or each.source is None or not wide:
            continue
        first, last = each.source
        home = next((s for (a, b), s in wide if a <= first and last <= b), None)
        if home is not None:
            shots[number] = home.key
            joined.add(home.key)
    return Links(shots, _scenes(film, script, shots), frozenset(joined))


def _pairs(planned: list[PlannedShot], numbers: list[int], found: list[Shot]) -> dict[int, str]:
    """Several shots of one line of the script: those with the same words first, then in order."""
    pairs: dict[int, str] = {}
    left = list(found)
    for number in numbers:
        same = next((shot for shot in left if shot.prompt == planned[number].prompt), None)
        if same is not None:
            pairs[number] = same.key
            left.remove(same)
    rest = [number for number in numbers if number not in pairs]
    pairs.update(zip(rest, (shot.key for shot in left), strict=False))
    return pairs


def _scenes(film: Scenario, script: Breakdown, shots: Mapping[int, str]) -> dict[int, str]:
    """A scene is the one that has most of its shots, else the one of its title."""
    number, votes = 0, Counter[tuple[int, str]]()
    for at, scene in enumerate(script.scenes):
        for _shot in scene.shots:
            if number in shots:
                votes[at, film.scene_of(shots[number]).id] += 1
            number += 1
    found: dict[int, str] = {}
    for (at, name), _count in votes.most_common():
        if at not in found and name not in found.values():
            found[at] = name
    used = set(found.values())
    for at, scene in enumerate(script.scenes):
        if at in found:
            continue
        same = (s for s in film.scenes if s.title == scene.title and s.id not in used)
        home = next(same, None)
        if home is not None:
            found[at] = home.id
            used.add(home.id)
    return found
