"""A breakdown as the text of a film, and as the values that edits of a film set."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from topa_studio.document.edits import Value
from topa_studio.document.text.render import key_lines
from topa_studio.document.written import captions_written, lines_written, short
from topa_studio.film.scripts.breakdown import Breakdown, PlannedScene, PlannedShot
from topa_studio.film.scripts.cast import Candidate
from topa_studio.model.scenario import ElementKind

_GROUPS = {
    ElementKind.CHARACTER: "characters",
    ElementKind.BACKGROUND: "backgrounds",
    ElementKind.PROP: "props",
}


def film_text(found: Breakdown, title: str, ratio: str, script: str) -> str:
    """The film's file. `script`: where the script lies, from the film's folder."""
    head = [
        f"title: {json.dumps(title, ensure_ascii=False)}\n",
        "global_config:\n",
        '  style_prefix: ""\n',
        f'  aspect_ratio: "{ratio}"\n',
        *([key_lines("script", script, 2)] if script else ()),
        "\nelements:\n",
        *_elements(found),
        "\nscenes:\n",
    ]
    scenes = (_scene(number, scene) for number, scene in enumerate(found.scenes, 1))
    return "".join((*head, *scenes))


def _elements(found: Breakdown) -> Iterator[str]:
    for kind, group in _GROUPS.items():
        inside = [one for one in found.elements if one.kind is kind]
        yield f"  {group}:\n" if inside else f"  {group}: []\n"
        for one in inside:
            yield _entry({"name": one.name, **element_fields(one)}, 4)


def element_fields(one: Candidate) -> Mapping[str, Value]:
    """What an element says of itself."""
    return {"description": one.description}


def scene_fields(scene: PlannedScene) -> dict[str, Value]:
    """What a scene says of itself, without its shots; nothing is left out where it says nothing."""
    fields: dict[str, Value] = {
        "title": scene.title,
        "background": scene.background,
        "lighting": scene.lighting,
    }
    if scene.notes:
        fields["notes"] = scene.notes
    return fields


def shot_fields(shot: PlannedShot) -> dict[str, Value]:
    """What a shot says of itself."""
    fields: dict[str, Value] = {
        "title": shot.title,
        "prompt": shot.prompt,
        "elements_needed": list(shot.elements),
        "duration": shot.seconds,
        "lines": lines_written(shot.lines),
        "captions": captions_written(shot.captions),
        "notes": shot.notes,
        "source": list(shot.source or ()),
        "trim": {} if shot.shown is None else {"in": 0, "out": short(shot.shown)},
    }
    kept = ("prompt", "elements_needed", "duration")
    return {key: value for key, value in fields.items() if value or key in kept}


def _scene(number: int, scene: PlannedScene) -> str:
    words = [_entry({"id": number, **scene_fields(scene)}, 2)]
    words.append("    shots:\n" if scene.shots else "    shots: []\n")
    words += (_entry({"id": at, **shot_fields(shot)}, 6) for at, shot in enumerate(scene.shots, 1))
    return "".join(words)


def _entry(fields: Mapping[str, Value], indent: int) -> str:
    """An entry of a list, its dash at `indent`."""
    lines = "".join(key_lines(key, value, indent + 2) for key, value in fields.items())
    return f"{' ' * indent}- {lines[indent + 2 :]}"
