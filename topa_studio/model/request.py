"""A request is self-contained: stored, hashed, priced, shown and sent without a scenario."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal

from topa_studio.model.options import Options, options_of

DEFAULT_PROVIDER = "kie"
"""Who makes what names nobody: what was made before there was more than one."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A local file by `path` (relative to the film's home) and `sha256`, or a ready-made `url`."""

    path: str = ""
    sha256: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class ElementInput:
    """An element as a clip's request carries it; `name` is the wire name, without @."""

    name: str
    description: str
    pictures: tuple[Picture, ...]


@dataclass(frozen=True, slots=True)
class ClipRequest:
    """One clip. `duration` in seconds; `start` and `end` are frame pictures."""

    model: str
    prompt: str
    duration: int
    aspect_ratio: str
    mode: str
    sound: bool
    start: Picture | None = None
    end: Picture | None = None
    elements: tuple[ElementInput, ...] = ()
    kind: Literal["clip"] = "clip"
    options: Options = ()

    def pictures(self) -> tuple[Picture, ...]:
        """Every picture that must be reachable for the service before the request is sent."""
        frames = tuple(frame for frame in (self.start, self.end) if frame is not None)
        return frames + tuple(p for element in self.elements for p in element.pictures)


@dataclass(frozen=True, slots=True)
class ImageRequest:
    """One still picture; `references` are pictures whose look it keeps."""

    model: str
    prompt: str
    aspect_ratio: str
    references: tuple[Picture, ...] = ()
    kind: Literal["image"] = "image"
    options: Options = ()

    def pictures(self) -> tuple[Picture, ...]:
        """Every picture that must be reachable for the service before the request is sent."""
        return self.references


Request = ClipRequest | ImageRequest
_NAMES = {
    kind: tuple(field.name for field in fields(cls) if field.name != "options")
    for kind, cls in (("clip", ClipRequest), ("image", ImageRequest))
}


def to_json(request: Request) -> dict[str, Any]:
    """The request as plain JSON values; `from_json` reads it back.

    Without options it is what it was before there were any, and so is its digest.
    """
    data = {name: _plain(getattr(request, name)) for name in _NAMES[request.kind]}
    return {**data, "options": dict(request.options)} if request.options else data


def _plain(value: Any) -> Any:  # noqa: ANN401 - any part of a request
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Picture):
        return {"path": value.path, "sha256": value.sha256, "url": value.url}
    if isinstance(value, ElementInput):
        pictures = _plain(value.pictures)
        return {"name": value.name, "description": value.description, "pictures": pictures}
    return value


def from_json(data: Mapping[str, Any]) -> Request:
    """A stored request. Raises KeyError, TypeError or ValueError where it is damaged."""
    values = dict(data)
    del values["kind"]
    values["options"] = options_of(dict(values["options"])) if "options" in values else ()
    if data["kind"] == "image":
        return ImageRequest(**{**values, "references": _pictures(values.get("references", ()))})
    if data["kind"] != "clip":
        raise ValueError(data["kind"])
    for frame in ("start", "end"):
        values[frame] = Picture(**values[frame]) if values.get(frame) else None
    values["elements"] = tuple(
        ElementInput(e["name"], e["description"], _pictures(e["pictures"]))
        for e in values.get("elements", ())
    )
    return ClipRequest(**values)


def digest(request: Request) -> str:
    """SHA-256 over what the service would see: a picture's bytes count, not where it lies."""
    seen = to_json(request)
    for picture in _nested_pictures(seen):
        if picture["sha256"]:
            picture["path"] = ""
    text = json.dumps(seen, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _pictures(values: Any) -> tuple[Picture, ...]:  # noqa: ANN401 - parsed JSON
    return tuple(Picture(**value) for value in values)


def _nested_pictures(request: dict[str, Any]) -> list[dict[str, str]]:
    found = [request[name] for name in ("start", "end") if request.get(name)]
    found += request.get("references", [])
    for element in request.get("elements", []):
        found += element["pictures"]
    return found
