"""How something deleted comes back: worked out beside the film, with the mentions that it lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from topa_studio.app.file.trashed import Trashed, listing, mentions_left, words_of
from topa_studio.base.errors import DocumentError
from topa_studio.base.yaml_reader import load
from topa_studio.document.document import Document
from topa_studio.document.edits import (
    AddElement,
    DeleteElement,
    Edit,
    ElementTarget,
    Paste,
    ShotTarget,
    Target,
)
from topa_studio.document.marking import Lost, mark_again
from topa_studio.document.merging.merge import Side, merge
from topa_studio.model.mentions import mentioned_names
from topa_studio.model.scenario import ElementKind, Scenario

_OURS: Side = "ours"


def brought_back(
    trashed: Trashed, folder: Path, film: Path, now: str, scenario: Scenario
) -> str | list[Edit]:
    """The film's text with it, or the edits that bring it back; what was changed since stays.

    `now`, `scenario`: the film as it is, `folder`: the trash.

    Raises:
        OSError, ValueError: it cannot be read.
    """
    words = words_of(folder / trashed.file)
    names = {element.name for element in scenario.elements}
    lost = list(_lost(trashed, folder, names))
    if trashed.mentions and trashed.name not in names:
        before = words.partition("\n")[2]
        document = _with(trashed, film, before, now, scenario)
        if document is not None:
            mark_again(document, Lost(trashed.name, before, trashed.mentions == "keep"))
            for other in (*lost, *_mentioned(trashed.name, film, before, names)):
                mark_again(document, other, {ElementTarget(trashed.name)})
            return document.source.text
    edits = [_edit(trashed, words, scenario)]
    return edits + _marks(edits[0], lost, Document(film, now.encode())) if lost else edits


def _lost(trashed: Trashed, folder: Path, names: set[str]) -> Iterator[Lost]:
    """Elements of the film that it had not when this was deleted: its words have no mentions."""
    known = trashed.elements
    back = set() if known is None else names - {*known, trashed.name}
    for other in listing(folder) if back else ():
        if other.name in back and other.mentions and other.file < trashed.file:
            back.remove(other.name)
            before = words_of(folder / other.file).partition("\n")[2]
            yield Lost(other.name, before, other.mentions == "keep")


def _mentioned(name: str, film: Path, before: str, names: set[str]) -> Iterator[Lost]:
    """What is away, and stays marked in an element's own words, which come back as they were."""
    scenario = Document(film, before.encode()).scenario
    element = scenario.element(name)
    words = "\n".join(element.reference_prompts if element is not None else ())
    for other in mentioned_names(words, (*scenario.names, *names)):
        if other not in names and other != name:
            yield Lost(other, before, only_listed=False)


def _with(
    trashed: Trashed, film: Path, before: str, now: str, scenario: Scenario
) -> Document | None:
    """What the deletion changed is changed back in the film as it is now."""
    document = Document(film, before.encode())
    names = {element.name for element in scenario.elements}
    # What is away too would change the same lines as the one that comes back.
    away = [e.name for e in document.scenario.elements if e.name not in names]
    try:
        theirs = _without(film, before, [n for n in away if n != trashed.name], scenario)
        sides = (_without(film, before, away, scenario, trashed), now, theirs)
        found = merge(*sides)
        newer = {(c.target, c.field): _OURS for c in found.conflicts if c.kept != _OURS}
        return Document(film, (merge(*sides, newer) if newer else found).text.encode())
    except DocumentError:
        return None


def _without(
    film: Path, text: str, names: list[str], now: Scenario, trashed: Trashed | None = None
) -> str:
    """The text with elements deleted, as they are away now. Raises DocumentError."""
    document = Document(film, text.encode())
    for name in names:
        own = trashed.mentions if trashed is not None and trashed.name == name else ""
        document.apply("Delete", [DeleteElement(name, own or mentions_left(name, now))])
    return document.source.text


def _marks(edit: Edit, lost: list[Lost], document: Document) -> list[Edit]:
    """The edits that mark again, in what `edit` brings, what was unmarked before."""
    there = _targets(document.scenario)
    try:
        document.apply("Restore", [edit])
    except DocumentError:
        # It is refused with its reason where it is really tried.
        return []
    came = _targets(document.scenario) - there
    return [made for other in lost for made in mark_again(document, other, came)]


def _targets(film: Scenario) -> set[Target]:
    elements: set[Target] = {ElementTarget(element.name) for element in film.elements}
    return elements.union(ShotTarget(shot.key) for shot in film.shots())


def _edit(trashed: Trashed, text: str, film: Scenario) -> Edit:
    scenes = [scene.id for scene in film.scenes]
    match trashed.kind:
        case "shot":
            scene = trashed.scene if trashed.scene in scenes else scenes[-1] if scenes else None
            return Paste(text, scene, trashed.index, restore=True)
        case "scene":
            return Paste(text, None, trashed.index, restore=True)
        case "element":
            fields = load(text.partition("\n")[0])
            kind = ElementKind(trashed.type)
            return AddElement(trashed.name, kind, fields if isinstance(fields, dict) else {})
