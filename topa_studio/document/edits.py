"""Edits of the document as values, addressed by permanent names, not by place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from topa_studio.model.scenario import ElementKind


@dataclass(frozen=True, slots=True)
class FilmTarget:
    """The film: `title`, or a key of `global_config`."""


@dataclass(frozen=True, slots=True)
class SceneTarget:
    """A scene by its id."""

    id: str


@dataclass(frozen=True, slots=True)
class ShotTarget:
    """A shot by its permanent key."""

    key: str


@dataclass(frozen=True, slots=True)
class ElementTarget:
    """An element by its name."""

    name: str


Target = FilmTarget | SceneTarget | ShotTarget | ElementTarget
Value = (
    str | int | float | bool | list[str] | list[int] | list[dict[str, "Value"]] | dict[str, "Value"]
)
Fields = Mapping[str, Value]


OPTION = "options."
"""What stands ahead of an option's name where it is a field."""


@dataclass(frozen=True, slots=True)
class SetField:
    """Set `field` (the file's own key name, "options.seed" for one option) of `target`.

    `places`: of a list of entries, which of those that are there each goes on as, None where it is
    new; () where that is not known, and has to be guessed by what they say.
    """

    target: Target
    field: str
    value: Value
    places: tuple[int | None, ...] = ()


@dataclass(frozen=True, slots=True)
class UnsetField:
    """Remove `field` from `target`, so that its default holds again."""

    target: Target
    field: str


@dataclass(frozen=True, slots=True)
class MoveShot:
    """Put a shot at `index` among the shots of `scene_id`, counted without the shot itself."""

    key: str
    scene_id: str
    index: int


@dataclass(frozen=True, slots=True)
class MoveScene:
    """Put a scene at `index` among the scenes, counted without the scene itself."""

    scene_id: str
    index: int


@dataclass(frozen=True, slots=True)
class AddShot:
    """A new shot at `index` of a scene.

    `id` among the fields is a wish: where it, or the key it would give, is or was another
    shot's, the next free one is taken. Without a wish the ids of the scene count on.
    """

    scene_id: str
    index: int
    fields: Fields = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AddScene:
    """A new scene at `index`; `id` among the fields is a wish, as in `AddShot`."""

    index: int
    fields: Fields = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AddElement:
    """A new element in the file's own layout: in its kind's group, or by name in a mapping."""

    name: str
    kind: ElementKind
    fields: Fields = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DeleteShot:
    """Remove a shot with the comments directly above it."""

    key: str


@dataclass(frozen=True, slots=True)
class DeleteScene:
    """Remove a scene with its shots."""

    scene_id: str


@dataclass(frozen=True, slots=True)
class DeleteElement:
    """Remove an element and its name from every `elements_needed`.

    `mentions`: `plain` turns each `@Name` into plain words, `keep` leaves it marked.
    """

    name: str
    mentions: Literal["plain", "keep"] = "plain"


@dataclass(frozen=True, slots=True)
class DuplicateShot:
    """A copy right behind the shot, with a free id and no take, panel, lock or key."""

    key: str


@dataclass(frozen=True, slots=True)
class DuplicateScene:
    """A copy right behind the scene, with a free id; its shots are copied as `DuplicateShot`."""

    scene_id: str


@dataclass(frozen=True, slots=True)
class Paste:
    """YAML text of shots or scenes, as `Document.copy_text` gives it, in this film or another.

    Shots go to `index` of scene `scene_id`; scenes go to `index` among the scenes where
    `scene_id` is None, else right behind that scene. Ids are made free. A shot that was cut from
    this film comes back as itself, any other is a copy; `restore`: every shot whose `key` no
    other has comes back as itself, as from the trash.
    """

    text: str
    scene_id: str | None
    index: int
    restore: bool = False


@dataclass(frozen=True, slots=True)
class SplitShot:
    """Two shots of one: `at_seconds` for the first, which keeps its key, the rest for a new one.

    `prompts` are those of both; None: both keep the words.
    """

    key: str
    at_seconds: int
    prompts: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class MergeShots:
    """One shot, `key`, of it and the one right behind it: words joined, seconds added."""

    key: str
    next_key: str


@dataclass(frozen=True, slots=True)
class RenameElement:
    """A new name for an element, its mentions and every list that needs it."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class RetypeElement:
    """Another kind for an element: it moves to that kind's group, or its `type` is set."""

    name: str
    kind: ElementKind


FieldEdit = SetField | UnsetField
MoveEdit = MoveShot | MoveScene
ListEdit = (
    AddShot
    | AddScene
    | DeleteShot
    | DeleteScene
    | DuplicateShot
    | DuplicateScene
    | Paste
    | SplitShot
    | MergeShots
)
ElementEdit = AddElement | DeleteElement | RenameElement | RetypeElement
Edit = FieldEdit | MoveEdit | ListEdit | ElementEdit
