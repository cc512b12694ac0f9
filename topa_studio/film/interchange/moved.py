"""Behind which shot or scene something will stand that a cut moves, as people are told."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence

from topa_studio.document.edits import Edit, MoveScene, MoveShot
from topa_studio.film.interchange.laid import Change, numbered
from topa_studio.model.scenario import Scenario, Scene


def moves_told(
    edits: Iterable[Edit],
    scenes: Sequence[tuple[str, Sequence[str]]],
    film: Scenario,
    gone: Container[str],
) -> list[Change]:
    """A change for each move of a scene or of a shot that the film has.

    Shots are called by the numbers they have now, which is what people see.

    Args:
        scenes: their ids and the keys of their shots, as all of it stands in the end.
        gone: keys of shots that will not be there then.
    """
    named = numbered(film)
    before = _before(scenes, {key for key in named if key not in gone})
    numbers = {scene.id: number for number, scene in enumerate(film.scenes, 1)}
    home = {key: scene for scene, keys in scenes for key in keys}
    order = [scene for scene, _keys in scenes]
    told = []
    for edit in edits:
        if isinstance(edit, MoveScene):
            told.append(_scene(film, order, edit.scene_id))
        elif isinstance(edit, MoveShot) and edit.key in named:
            where: Mapping[str, object] = {"scene": numbers[home[edit.key]]}
            code = "conform.moved-first"
            if (behind := before[edit.key]) is not None:
                code, where = "conform.moved", {"after": named[behind]["shot"]}
            told.append(Change(edit.key, code, {**named[edit.key], **where}))
    return told


def doubles_told(
    copies: Mapping[str, str],
    scenes: Iterable[tuple[str, Sequence[str]]],
    film: Scenario,
    gone: Container[str],
) -> list[Change]:
    """A change for each new shot, by its key in `copies`, over the take of the shot there.

    A cut shows that shot before the new one, so there is always one that it stands behind.
    """
    named = numbered(film)
    told, last = [], ""
    for key in (key for _scene, keys in scenes for key in keys):
        if key in copies:
            origin = named[copies[key]]
            after = named.get(last, origin)["shot"]
            told.append(
                Change(copies[key], "conform.doubled", {**origin, "after": after, "as": key})
            )
        elif key in named and key not in gone:
            last = key
    return told


def _before(
    scenes: Iterable[tuple[str, Sequence[str]]], staying: Container[str]
) -> dict[str, str | None]:
    """The last shot that stays before each in its scene; None: it is the first."""
    found = dict[str, str | None]()
    for _scene_id, keys in scenes:
        last: str | None = None
        for key in keys:
            found[key] = last
            last = key if key in staying else last
    return found


def _scene(film: Scenario, order: Sequence[str], moved: str) -> Change:
    scene, place = film.scene(moved), order.index(moved)
    key = scene.shots[0].key
    if not place:
        return Change(key, "conform.scene-first", {"scene": _name(scene)})
    after = _name(film.scene(order[place - 1]))
    return Change(key, "conform.scene-moved", {"scene": _name(scene), "after": after})


def _name(scene: Scene) -> str:
    return scene.title or scene.id
