"""Edits of the document as values, addressed by permanent names, not by place."""

from __future__ import annotations

from dataclasses import dataclass


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
Value = str | int | float | bool | list[str] | dict[str, "Value"]


@dataclass(frozen=True, slots=True)
class SetField:
    """Set `field` (the file's own key name) of `target` to `value`."""

    target: Target
    field: str
    value: Value


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


Edit = SetField | UnsetField | MoveShot | MoveScene
