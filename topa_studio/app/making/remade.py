"""Which shots an edit gives another request: what else stays in the film is not asked again."""

from __future__ import annotations

from collections.abc import Container, Mapping, Set
from dataclasses import replace
from itertools import pairwise

from topa_studio.document.document import DocumentChange
from topa_studio.model.scenario import NEXT, FilmConfig, Scenario, Scene
from topa_studio.pipeline.compose import needed_elements
from topa_studio.pipeline.folder.pictures import pictures_of


def remade(change: DocumentChange) -> frozenset[str] | None:
    """Keys of shots that may be made with something else now; None: any of them."""
    before, after = change.before, change.after
    if change.film and _sent(before.film) != _sent(after.film):
        return None
    if change.elements and before.names != after.names:
        # Words may mention an element that was none before.
        return None
    keys = change.shots | needing(after, change.elements) | _after_others(change)
    scenes = (scene for scene in after.scenes if scene.id in change.scenes)
    return keys | {
        shot.key
        for scene in scenes
        for shot in scene.shots
        if before.has_shot(shot.key) and _place(before.scene_of(shot.key)) != _place(scene)
    }


def needing(film: Scenario, names: Set[str]) -> frozenset[str]:
    """Keys of shots that need or mention one of these elements."""
    if not names:
        return frozenset()
    return frozenset(
        shot.key
        for shot in film.shots()
        if any(element.name in names for element in needed_elements(film, shot))
    )


def naming(film: Scenario, stored: Set[str]) -> frozenset[str]:
    """Keys of shots that one of these pictures of the user's own goes with."""
    if not stored:
        return frozenset()
    named = {shot.key for shot in film.shots() if not stored.isdisjoint(pictures_of(shot))}
    return frozenset(named | {key for key, before in following(film).items() if before in named})


def lacks_pictures(change: DocumentChange, known: Container[str]) -> bool:
    """Whether a shot names a picture of the user's own that is not among those looked at."""
    shots = (change.after.shot(key) for key in change.shots if change.after.has_shot(key))
    return any(name not in known for shot in shots for name in pictures_of(shot))


def following(film: Scenario) -> Mapping[str, str]:
    """Keys of the shots that start from the end of the one before, each with that one's key."""
    pairs = pairwise(film.shots())
    return {shot.key: before.key for before, shot in pairs if shot.start == "previous"}


def _after_others(change: DocumentChange) -> frozenset[str]:
    """Keys of shots whose start or end is that of a neighbour, which is another now."""
    before, after = change.before, change.after
    paced = before.film.fps != after.film.fps
    same = (0, 0) if paced else _same_scenes(before, after)
    now, then = _neighbours(after, *same), _neighbours(before, *same)
    return frozenset(
        place[0]
        for place in now.keys() | then.keys()
        if paced or now.get(place) != then.get(place) or now.get(place) in change.shots
    )


def _same_scenes(film: Scenario, other: Scenario) -> tuple[int, int]:
    """How many scenes both begin and end with: an edit leaves most of a long film as they are."""
    most = min(len(film.scenes), len(other.scenes))
    pairs = zip(film.scenes, other.scenes, strict=False)
    head = next((at for at, (one, two) in enumerate(pairs) if one is not two), most)
    pairs = zip(reversed(film.scenes), reversed(other.scenes), strict=False)
    tail = next((at for at, (one, two) in enumerate(pairs) if one is not two), most)
    return head, min(tail, most - head)


def _neighbours(film: Scenario, head: int, tail: int) -> Mapping[tuple[str, str], str]:
    """Which shot gives another its start or end, but in so many scenes at both ends."""
    scenes, last = film.scenes, len(film.scenes) - tail
    before = next((scene.shots[-1:] for scene in reversed(scenes[:head]) if scene.shots), ())
    inside = (shot for scene in scenes[head:last] for shot in scene.shots)
    behind = next((scene.shots[:1] for scene in scenes[last:] if scene.shots), ())
    found = {}
    for first, second in pairwise((*before, *inside, *behind)):
        if second.start == "previous":
            found[second.key, "start"] = first.key
        if first.end == NEXT:
            found[first.key, "end"] = second.key
    return found


def _sent(film: FilmConfig) -> FilmConfig:
    """Without what no request says."""
    return replace(film, title="", budget_credits=None, fps=24, audio=())


def _place(scene: Scene) -> Scene:
    return replace(scene, title="", time="", notes="", shots=())
