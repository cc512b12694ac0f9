"""What was deleted, as it is noted: when, from where; damaged notes are left out."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from topa_studio.base.json_reader import read_json
from topa_studio.base.regular import open_regular, read_regular
from topa_studio.document.document import DocumentChange
from topa_studio.model.mentions import mentioned_names
from topa_studio.model.scenario import ElementKind, Scenario

HEAD = "# deleted: "
_FILE = re.compile(r"\d{8}T\d{12}Z-(?:shot|scene|element)-[0-9a-f]{8}\.yaml")
_LONGEST = 1_000_000
Kind = Literal["shot", "scene", "element"]
Mentions = Literal["plain", "keep", ""]


@dataclass(frozen=True, slots=True)
class Trashed:
    """Something that was deleted.

    Attributes:
        file: its file's name in the trash.
        kind, name: a shot's key, a scene's id, an element's name.
        title: its title, or the beginning of its words.
        label: the edit that deleted it.
        time: when, in UTC, ISO 8601.
        scene, index: where a shot stood; a scene has an index only.
        type: an element's kind.
        mentions: what became of an element's mentions; where it is said, the film as it was then
            stands behind the words. "": only the element itself comes back.
        elements: names of the elements that the film had then; None: not noted.
    """

    file: str
    kind: Kind
    name: str
    title: str
    label: str
    time: str
    scene: str | None = None
    index: int = 0
    type: str = ""
    mentions: Mentions = ""
    elements: tuple[str, ...] | None = None


def gone(change: DocumentChange) -> tuple[Trashed, ...]:
    """What is not in the film any more; shots of a deleted scene are in the scene."""
    before, after = change.before, change.after
    now = datetime.now(UTC)
    made = (now.strftime("%Y%m%dT%H%M%S%fZ"), now.isoformat(timespec="seconds"))
    found: list[Trashed] = []
    scenes = {scene.id for scene in after.scenes}
    touched = change.scenes | {before.scene_of(key).id for key in change.removed}
    for place, scene in enumerate(before.scenes):
        if scene.id not in touched:
            continue
        lost = [shot for shot in scene.shots if not after.has_shot(shot.key)]
        if scene.id not in scenes and (lost or not scene.shots):
            title = scene.title or scene.id
            found.append(_entry(made, change, "scene", scene.id, title, index=place))
            continue
        for shot in lost:
            index, title = scene.shots.index(shot), shot.title or shot.prompt[:60]
            found.append(_entry(made, change, "shot", shot.key, title, scene=scene.id, index=index))
    names = {element.name for element in after.elements}
    known = tuple(element.name for element in before.elements)
    for element in before.elements:
        if element.name not in names and len(before.elements) > len(after.elements):
            title = element.description[:60]
            found.append(_entry(made, change, "element", element.name, title, type=element.kind))
    return tuple(replace(trashed, elements=known) for trashed in found)


def _entry(
    made: tuple[str, str],
    change: DocumentChange,
    kind: Kind,
    name: str,
    title: str,
    scene: str | None = None,
    index: int = 0,
    type: str = "",
) -> Trashed:
    stamp, time = made
    file = f"{stamp}-{kind}-{secrets.token_hex(4)}.yaml"
    return Trashed(file, kind, name, title, change.label, time, scene, index, type)


def listing(folder: Path) -> tuple[Trashed, ...]:
    """All that lies in a trash, the newest first. Raises OSError."""
    names = [path.name for path in folder.iterdir()] if folder.is_dir() else []
    found = (_trashed(folder / name) for name in names if _FILE.fullmatch(name))
    kept = [trashed for trashed in found if trashed is not None]
    return tuple(sorted(kept, key=lambda trashed: trashed.file, reverse=True))


def _trashed(path: Path) -> Trashed | None:
    """What a file's head says; None where it says nothing of ours."""
    with open_regular(path) as file:
        head = file.readline(_LONGEST).removeprefix(HEAD.encode())
    try:
        data = read_json(head)
    except ValueError:
        return None
    if not isinstance(data, dict):
        return None
    match {"mentions": "", "elements": None, **data}:
        case {
            "kind": "shot" | "scene" | "element" as kind,
            "mentions": "" | "plain" | "keep" as mentions,
            "name": str(name),
            "title": str(title),
            "label": str(label),
            "time": str(time),
            "scene": str() | None as scene,
            "index": int(index),
            "type": str(type),
            "elements": list() | None as elements,
        } if kind != "element" or type in set(ElementKind):
            known = None if elements is None else tuple(str(element) for element in elements)
            found = Trashed(path.name, kind, name, title, label, time, scene, index, type)
            return replace(found, mentions=mentions, elements=known)
        case _:
            return None


def words_of(path: Path) -> str:
    """The words behind the head. Raises OSError or ValueError."""
    return read_regular(path).decode("utf-8").partition("\n")[2]


def mentions_left(name: str, after: Scenario) -> Literal["plain", "keep"]:
    """What became of a deleted element's mentions in the film that is left."""
    known = (*after.names, name)
    texts = [words for shot in after.shots() for words in (shot.prompt, shot.panel_prompt)]
    texts += [line for element in after.elements for line in element.reference_prompts]
    return "keep" if any(name in mentioned_names(text, known) for text in texts) else "plain"
