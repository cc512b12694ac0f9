"""The words of `edit` as edits of the film; what is not in the film is told with what is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from topa_studio.base.errors import DocumentError, ProjectError
from topa_studio.base.yaml_reader import load
from topa_studio.base.yaml_tree import Mapping
from topa_studio.document.edits import (
    OPTION,
    AddElement,
    AddScene,
    AddShot,
    DeleteElement,
    DeleteScene,
    DeleteShot,
    DuplicateScene,
    DuplicateShot,
    Edit,
    ElementTarget,
    FilmTarget,
    MergeShots,
    MoveScene,
    MoveShot,
    RenameElement,
    SceneTarget,
    SetField,
    ShotTarget,
    SplitShot,
    Target,
    UnsetField,
    Value,
)
from topa_studio.document.reading.format import (
    GlobalConfig,
    NamedElement,
    ScenePart,
    ShotPart,
    known_keys,
)
from topa_studio.document.reading.suggest import near_key
from topa_studio.model.scenario import ElementKind, Scenario, Scene
from topa_studio.model.status import reason_of

_NOT_TEXT = frozenset(
    {"duration", "elements_needed", "sound", "take", "panel", "trim", "transition", "locked"}
    | {"multi_shot", "budget_credits", "options", "fps", "audio", "reference_prompts", "image_urls"}
)

# What these hold is set, added and deleted by targets of its own.
_PARTS = frozenset({"global_config", "elements", "scenes", "shots"})
_WHERE = frozenset({"--before", "--after", "--into"})


class EditRefused(ProjectError):
    """The words are an edit, but this film does not take it; nothing is changed."""


def edits_of(film: Scenario, verb: str, rest: Sequence[str]) -> list[Edit]:
    """The edits that a command's words mean.

    Raises:
        EditRefused: a target is not in the film, or not of the kind that this is done with.
        ProjectError: the words are not a command.
    """
    match verb, list(rest):
        case "set", [target, field, first, *more]:
            text = " ".join([first, *more])
            given = _value(text) if field in _NOT_TEXT or field.startswith(OPTION) else text
            return [SetField(target_of(film, target), field, given)]  # type: ignore[arg-type]
        case "unset", [target, field]:
            return [UnsetField(target_of(film, target), field)]
        case "move", [target, where, other]:
            return [_move(film, target, where, other)]
        case "add", [kind, *given]:
            return [_add(film, kind, given)]
        case "delete", [target]:
            return [_delete(target_of(film, target), target)]
        case "duplicate", [target]:
            return [_duplicate(target_of(film, target), target)]
        case "split", [target, seconds]:
            return [SplitShot(_shot_key(film, target), _whole(seconds))]
        case "merge", [target, other]:
            return [MergeShots(_shot_key(film, target), _shot_key(film, other))]
        case "rename-element", [old, new]:
            name = _element(film, f"@{old.removeprefix('@')}")
            return [RenameElement(name.name, new.removeprefix("@"))]
        case _:
            raise ProjectError("project.edit-words", words=" ".join([verb, *rest]))


def checked(edits: Sequence[Edit], node_of: Callable[[Target], Mapping | None]) -> None:
    """Tell a field that the format does not have, unless the film has it there already.

    `node_of`: what is written under a name.

    Raises:
        EditRefused: there is no such field.
    """
    for edit in edits:
        if not isinstance(edit, SetField):
            continue
        known, node = _fields_of(edit.target), node_of(edit.target)
        if edit.field.startswith(OPTION) and "options" in known:
            continue
        is_there = node is not None and node.entry(edit.field) is not None
        if edit.field in known or (is_there and edit.field not in _PARTS):
            continue
        meant = near_key(edit.field, known)
        if meant is not None:
            raise EditRefused("project.misspelt-field", field=edit.field, meant=meant)
        raise EditRefused("project.no-field", field=edit.field, known=", ".join(sorted(known)))


def _fields_of(target: Target) -> frozenset[str]:
    match target:
        case FilmTarget():
            return frozenset({"title", *known_keys(GlobalConfig)})
        case SceneTarget():
            return frozenset(known_keys(ScenePart)) - _PARTS
        case ShotTarget():
            return frozenset(known_keys(ShotPart))
        case ElementTarget():
            return frozenset(known_keys(NamedElement)) - {"name"}


def _value(text: str) -> object:
    try:
        return load(text)
    except DocumentError as error:
        raise EditRefused("project.edit-value", value=text, reason=reason_of(error)) from error


def target_of(film: Scenario, word: str) -> Target:
    """`film`, `@Topa`, `2` a scene, `2/3` a shot by ids. Raises ProjectError."""
    if word == "film":
        return FilmTarget()
    if word.startswith("@"):
        return _element(film, word)
    if "/" in word:
        return ShotTarget(_shot_key(film, word))
    return SceneTarget(_scene(film, word).id)


def _element(film: Scenario, word: str) -> ElementTarget:
    if film.element(word.removeprefix("@")) is None:
        known = ", ".join(f"@{element.name}" for element in film.elements)
        raise EditRefused("project.no-target", target=word, known=known)
    return ElementTarget(word.removeprefix("@"))


def _shot_key(film: Scenario, word: str) -> str:
    scene_id, slash, shot_id = word.partition("/")
    if not slash:
        raise EditRefused("project.edit-no-shot", target=word)
    scenes = [scene for scene in film.scenes if scene.id == scene_id]
    for scene in scenes or film.scenes:
        for shot in scene.shots:
            if (scene.id, shot.id) == (scene_id, shot_id):
                return shot.key
    known = [f"{scene.id}/{shot.id}" for scene in scenes for shot in scene.shots]
    words = ", ".join(known or [scene.id for scene in film.scenes])
    raise EditRefused("project.no-target", target=word, known=words)


def _scene(film: Scenario, word: str) -> Scene:
    if "/" in word or word.startswith("@") or word == "film":
        raise EditRefused("project.edit-no-scene", target=word)
    for scene in film.scenes:
        if scene.id == word:
            return scene
    known = ", ".join(scene.id for scene in film.scenes)
    raise EditRefused("project.no-target", target=word, known=known)


def _move(film: Scenario, word: str, where: str, other: str) -> Edit:
    if where not in _WHERE or word == "film" or word.startswith("@"):
        raise ProjectError("project.edit-words", words=f"move {word} {where} {other}")
    target = target_of(film, word)
    if word == other:
        raise EditRefused("project.edit-itself", target=word)
    if isinstance(target, SceneTarget):
        if where == "--into":
            raise EditRefused("project.edit-no-shot", target=word)
        rest = [scene.id for scene in film.scenes if scene.id != target.id]
        place = rest.index(_scene(film, other).id)
        return MoveScene(target.id, place + (where == "--after"))
    key = _shot_key(film, word)
    if where == "--into":
        scene = _scene(film, other)
        return MoveShot(key, scene.id, sum(shot.key != key for shot in scene.shots))
    beside = _shot_key(film, other)
    scene = film.scene_of(beside)
    keys = [shot.key for shot in scene.shots if shot.key != key]
    return MoveShot(key, scene.id, keys.index(beside) + (where == "--after"))


def _add(film: Scenario, kind: str, given: Sequence[str]) -> Edit:
    match kind, list(given):
        case "shot", [scene_word, *prompt]:
            scene = _scene(film, scene_word)
            fields: dict[str, Value] = {"prompt": " ".join(prompt), "duration": 5}
            return AddShot(scene.id, len(scene.shots), fields)
        case "scene", title:
            return AddScene(len(film.scenes), {"title": " ".join(title)})
        case "element", [name, kind_word, *description]:
            if kind_word not in set(ElementKind):
                raise EditRefused("project.element-kind", kind=kind_word)
            told: dict[str, Value] = {"description": " ".join(description)}
            return AddElement(name.removeprefix("@"), ElementKind(kind_word), told)
        case _:
            raise ProjectError("project.edit-words", words=" ".join(["add", kind, *given]))


def _delete(target: Target, word: str) -> Edit:
    match target:
        case ShotTarget(key):
            return DeleteShot(key)
        case SceneTarget(scene_id):
            return DeleteScene(scene_id)
        case ElementTarget(name):
            return DeleteElement(name)
        case _:
            raise ProjectError("project.edit-words", words=f"delete {word}")


def _duplicate(target: Target, word: str) -> Edit:
    match target:
        case ShotTarget(key):
            return DuplicateShot(key)
        case SceneTarget(scene_id):
            return DuplicateScene(scene_id)
        case _:
            raise ProjectError("project.edit-words", words=f"duplicate {word}")


def _whole(word: str) -> int:
    if not word.isdecimal():
        raise EditRefused("project.edit-seconds", word=word)
    return int(word)
