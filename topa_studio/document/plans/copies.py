"""Copied shots and scenes become new ones, with free ids; what was cut comes back as itself."""

from __future__ import annotations

from collections.abc import Sequence

from topa_studio.base.errors import DocumentError
from topa_studio.base.yaml_tree import Sequence as List
from topa_studio.document.edits import SceneTarget, ShotTarget
from topa_studio.document.reading.names import free_id, is_safe, natural_key
from topa_studio.document.reading.parts import raw_text
from topa_studio.document.text.draft import Path
from topa_studio.document.text.excerpt import Excerpt, lift
from topa_studio.document.text.fields import DropAt, SetAt
from topa_studio.document.text.ground import IDS, Ground, id_field, id_step

# What belongs to one shot alone, and to its takes.
OWN = ("key", "take", "panel", "locked", "comments")


def as_new_shot(
    copy: Excerpt, place: int, ground: Ground, scene_id: str, taken: set[str]
) -> Excerpt:
    """The shot at `place` with an id that is not among `taken`, and nothing of its own."""
    return _new_shot(copy, (place,), ground, scene_id, taken)


def _new_shot(copy: Excerpt, path: Path, ground: Ground, scene_id: str, taken: set[str]) -> Excerpt:
    for key in OWN:
        copy = without(copy, path, key)
    found = ground.free_shot_id(scene_id, _wish(copy, path), taken)
    taken.add(found)
    return _with_id(copy, path, found)


def _wish(copy: Excerpt, path: Path) -> str:
    node = copy.draft.mapping(path)
    text = next((t for t in (raw_text(node.get(name)) for name in IDS) if t is not None), "1")
    return text if is_safe(text) else "1"


def _with_id(copy: Excerpt, path: Path, found: str) -> Excerpt:
    if _wish(copy, path) == found and any(copy.draft.mapping(path).get(name) for name in IDS):
        return copy
    return copy.after(id_step(copy.draft, path, id_field(copy.draft, path) or "id", found))


def without(copy: Excerpt, path: Path, key: str) -> Excerpt:
    """It without a key; one that a merge key brings in is set to nothing."""
    mapping = copy.draft.mapping(path)
    if any(source.get(key) is not None for source in mapping.merged()):
        return copy.after(SetAt(path, key, None))
    return copy if mapping.entry(key) is None else copy.after(DropAt(path, key))


def as_new_scene(copy: Excerpt, place: int, ground: Ground, taken: set[str]) -> Excerpt:
    """The scene at `place` with an id that is not among `taken`, its shots as new ones."""
    copy, scene_id = _new_scene(copy, place, ground, taken)
    ids: set[str] = set()
    for path in _shots(copy, place):
        copy = _new_shot(copy, path, ground, scene_id, ids)
    return copy


def _new_scene(copy: Excerpt, place: int, ground: Ground, taken: set[str]) -> tuple[Excerpt, str]:
    found = ground.free_scene_id(_wish(copy, (place,)), taken)
    taken.add(found)
    return _with_id(copy, (place,), found), found


def _shots(copy: Excerpt, place: int) -> list[Path]:
    shots = copy.node(place).get("shots")
    if not isinstance(shots, List):
        return []
    paths: list[Path] = [(place, "shots", number) for number in range(len(shots.children))]
    for path in paths:
        copy.draft.mapping(path)
    return paths


def pasted_shot(
    copy: Excerpt,
    path: Path,
    ground: Ground,
    scene_id: str,
    taken: set[str],
    back: set[str],
    *,
    restore: bool,
) -> Excerpt:
    """A pasted shot in a scene: one that left this film comes back with its key and takes.

    `taken` are the ids of the scene, `back` the keys that came back by this paste already.
    """
    key = raw_text(copy.draft.mapping(path).get("key"))
    if key is None or key in back or not _comes_back(copy, path, ground, key, restore=restore):
        return _new_shot(copy, path, ground, scene_id, taken)
    back.add(key)
    wish = _wish(copy, path)
    found = free_id(wish, taken)
    while natural_key(scene_id, found) != key and not ground.is_free(natural_key(scene_id, found)):
        taken.add(found)
        found = free_id(wish, taken)
    taken.add(found)
    copy = _with_id(copy, path, found)
    return without(copy, path, "key") if natural_key(scene_id, found) == key else copy


def _comes_back(copy: Excerpt, path: Path, ground: Ground, key: str, *, restore: bool) -> bool:
    if ground.reading.scenario.has_shot(key) or not is_safe(key):
        return False
    if restore:
        return True
    before = ground.memory.shot(key)
    words = raw_text(copy.draft.mapping(path).get("prompt")) or ""
    return before is not None and before.prompt == words


def pasted_scene(
    copy: Excerpt, place: int, ground: Ground, taken: set[str], *, restore: bool
) -> Excerpt:
    """A pasted scene; where its shots come back as themselves, its id does too."""
    wish = _wish(copy, (place,))
    paths = _shots(copy, place)
    keys = [raw_text(copy.draft.mapping(path).get("key")) or "" for path in paths]
    returns = bool(keys) and all(
        _comes_back(copy, path, ground, key, restore=restore)
        for path, key in zip(paths, keys, strict=True)
    )
    if returns and wish not in taken:
        taken.add(wish)
        scene_id = wish
    else:
        copy, scene_id = _new_scene(copy, place, ground, taken)
    ids: set[str] = set()
    back: set[str] = set()
    for path in paths:
        copy = pasted_shot(copy, path, ground, scene_id, ids, back, restore=restore)
    if len(ids) != len(paths):
        raise DocumentError("document.edit-refused")
    return copy


def copied(ground: Ground, targets: Sequence[ShotTarget | SceneTarget]) -> str:
    """Shots or scenes as text for any film; each shot says its key. Raises DocumentError."""
    if len({type(target) for target in targets}) > 1:
        raise DocumentError("document.copy-mixed")
    return "".join(_copied(ground, target) for target in targets)


def _copied(ground: Ground, target: ShotTarget | SceneTarget) -> str:
    path = ground.path(target)
    node = ground.draft.locate(path[:-1])
    if not isinstance(node, List):
        raise DocumentError("document.edit-layout")
    copy = lift(ground.draft, node, int(path[-1]), alone=True)
    if isinstance(target, ShotTarget):
        return _with_key(copy, (0,), target.key).draft.text
    for shot in ground.reading.scenario.scene(target.id).shots:
        place = ground.path(ShotTarget(shot.key))[-1]
        copy = _with_key(copy, (0, "shots", place), shot.key)
    return copy.draft.text


def _with_key(copy: Excerpt, path: Path, key: str) -> Excerpt:
    if raw_text(copy.draft.mapping(path).get("key")) == key:
        return copy
    return copy.after(SetAt(path, "key", key, IDS))
