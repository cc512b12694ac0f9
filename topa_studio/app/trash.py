"""Words of deleted shots, scenes and elements, kept with their time; takes are never touched."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Literal

from topa_studio.app.keeping import Places
from topa_studio.app.notice import Notice
from topa_studio.app.tasks import Tasks
from topa_studio.app.trashed import HEAD, Mentions, Trashed, gone, listing
from topa_studio.base.errors import DocumentError, ProjectError
from topa_studio.base.files import write_atomic
from topa_studio.base.signal import Signal
from topa_studio.base.yaml_reader import load
from topa_studio.document.document import Document, DocumentChange
from topa_studio.document.edits import (
    AddElement,
    DeleteElement,
    Edit,
    Paste,
    SceneTarget,
    ShotTarget,
)
from topa_studio.document.merge import Side, merge
from topa_studio.document.records import records_of
from topa_studio.model.scenario import ElementKind, Scenario
from topa_studio.model.status import Trouble

__all__ = ["Trash", "Trashed"]

_OURS: Side = "ours"


class Trash:
    """Keeps what edits delete.

    Signals:
        told: what could not be kept.
    """

    def __init__(self, document: Document, places: Places) -> None:
        self.told: Signal[Notice] = Signal()
        self._document = document
        self._places = places
        self._folder = places.trash
        self._tasks = Tasks(self._tell)

    def follow(self) -> None:
        """Keep what is deleted from now on."""
        self._document.changed.connect(self._on_change)

    async def listing(self) -> tuple[Trashed, ...]:
        """All that lies in the trash, the newest first. Raises OSError."""
        await self.settled()
        return await asyncio.to_thread(listing, self._folder)

    async def edits(self, trashed: Trashed) -> list[Edit]:
        """The edits that bring it back; what still lies around it decides the place.

        Raises:
            ProjectError: it is not in the trash any more.
        """
        return [_edit(trashed, await self._read(trashed), self._document.scenario)]

    async def text(self, trashed: Trashed) -> str | None:
        """The film's text with an element back, its mentions and comments too.

        What was changed since stays as it is. None where `edits` must do.

        Raises:
            ProjectError: it is not in the trash any more.
        """
        if not trashed.mentions:
            return None
        before = (await self._read(trashed)).partition("\n")[2]
        while True:
            now = self._document.source.text
            found = await asyncio.to_thread(_with, trashed, self._document.path, before, now)
            if self._document.source.text == now:
                return found

    async def _read(self, trashed: Trashed) -> str:
        """The words behind the head."""
        path = self._folder / trashed.file
        try:
            return (await asyncio.to_thread(path.read_text, "utf-8")).partition("\n")[2]
        except (OSError, ValueError) as error:
            raise ProjectError("project.not-in-trash", name=trashed.name) from error

    async def settled(self) -> None:
        """Wait until what was deleted is on the disk."""
        await self._tasks.settled()

    async def aclose(self) -> None:
        """Write what is not written yet."""
        await self.settled()

    def _on_change(self, change: DocumentChange) -> None:
        if change.origin not in ("edit", "outside"):
            return
        lost = gone(change)
        deed = self._document.history.next_undo
        if lost and deed is not None:
            after = self._document.source.text
            self._tasks.spawn(self._keep(deed.undo(after), after, lost))

    async def _keep(self, before: str, after: str, lost: Sequence[Trashed]) -> None:
        film = self._document.path
        try:
            await asyncio.to_thread(_write, self._places, film, before, after, lost)
        except OSError as error:
            params = {"path": str(self._folder), "reason": str(error)}
            self.told.emit(Notice("warning", "project.no-trash", params))

    def _tell(self, trouble: Trouble) -> None:
        self.told.emit(Notice("error", trouble.code, trouble.params))


def _write(places: Places, film: Path, before: str, after: str, lost: Sequence[Trashed]) -> None:
    document = Document(film, before.encode("utf-8"))
    for trashed in lost:
        try:
            words = _words(document, trashed)
            if trashed.kind == "element" and len(lost) == 1:
                trashed = replace(trashed, mentions=_mentions(document, trashed.name, after))
                words += before if trashed.mentions else ""
        except DocumentError:
            # Words that cannot be lifted alone are kept with all the film around them.
            words = before
        head = HEAD + json.dumps(asdict(trashed), ensure_ascii=False)
        write_atomic(places.own(places.trash / trashed.file), f"{head}\n{words}".encode())


def _words(document: Document, trashed: Trashed) -> str:
    match trashed.kind:
        case "shot":
            return document.copy_text([ShotTarget(trashed.name)])
        case "scene":
            return document.copy_text([SceneTarget(trashed.name)])
        case "element":
            records = records_of(document.source.text)
            fields = dict((records.elements.get(trashed.name) if records else None) or {})
            fields.pop("name", None)
            return json.dumps(fields, ensure_ascii=False) + "\n"


def _mentions(document: Document, name: str, after: str) -> Mentions:
    """How the element's deletion, and nothing else, made `after` of the document; "": it did not.

    The document is as it was afterwards.
    """
    found: Mentions = ""
    modes: tuple[Literal["plain", "keep"], ...] = ("plain", "keep")
    for mode in modes:
        try:
            document.apply("Delete", [DeleteElement(name, mode)])
        except DocumentError:
            continue
        found = found or (mode if document.source.text == after else "")
        document.undo()
    return found


def _with(trashed: Trashed, film: Path, before: str, now: str) -> str | None:
    """What the deletion changed is changed back in the film as it is now."""
    document = Document(film, before.encode("utf-8"))
    if trashed.mentions == "" or trashed.name in _names(Document(film, now.encode("utf-8"))):
        return None
    try:
        document.apply("Delete", [DeleteElement(trashed.name, trashed.mentions)])
        sides = (document.source.text, now, before)
        found = merge(*sides)
        newer = {(c.target, c.field): _OURS for c in found.conflicts if c.kept != _OURS}
        return merge(*sides, newer).text if newer else found.text
    except DocumentError:
        return None


def _names(document: Document) -> frozenset[str]:
    return frozenset(element.name for element in document.scenario.elements)


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
