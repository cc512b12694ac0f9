"""Words of deleted shots, scenes and elements, kept with their time; takes are never touched."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

from topa_studio.app.file.keeping import Places
from topa_studio.app.file.trashed import HEAD, Trashed, gone, listing, mentions_left
from topa_studio.app.notice import Notice
from topa_studio.app.tasks import Tasks
from topa_studio.base.errors import DocumentError, ProjectError
from topa_studio.base.files import write_atomic
from topa_studio.base.signal import Signal
from topa_studio.document.document import Document, DocumentChange
from topa_studio.document.edits import Edit, SceneTarget, ShotTarget
from topa_studio.document.merging.records import records_of
from topa_studio.model.scenario import Scenario
from topa_studio.model.status import Trouble, reason_of

__all__ = ["Trash", "Trashed"]


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

    async def brought_back(self, trashed: Trashed) -> str | list[Edit]:
        """The film's text with it, or the edits that bring it back; what was changed since stays.

        What still lies around it decides the place.

        Raises:
            ProjectError: it is not in the trash any more.
        """
        from topa_studio.app.file.restoring import brought_back

        document, folder = self._document, self._folder
        while True:
            now, film = document.source.text, document.scenario
            try:
                found = await asyncio.to_thread(
                    brought_back, trashed, folder, document.path, now, film
                )
            except (OSError, ValueError) as error:
                raise ProjectError("project.not-in-trash", name=trashed.name) from error
            if document.source.text == now:
                return found

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
            before = deed.undo(self._document.source.text)
            self._tasks.spawn(self._keep(before, change.after, lost))

    async def _keep(self, before: str, after: Scenario, lost: Sequence[Trashed]) -> None:
        film = self._document.path
        try:
            await asyncio.to_thread(_write, self._places, film, before, after, lost)
        except OSError as error:
            params = {"path": str(self._folder), "reason": reason_of(error)}
            self.told.emit(Notice("warning", "project.no-trash", params))

    def _tell(self, trouble: Trouble) -> None:
        self.told.emit(Notice("error", trouble.code, trouble.params))


def _write(
    places: Places, film: Path, before: str, after: Scenario, lost: Sequence[Trashed]
) -> None:
    document = Document(film, before.encode("utf-8"))
    for trashed in lost:
        try:
            words = _words(document, trashed)
            if trashed.kind == "element":
                trashed = replace(trashed, mentions=mentions_left(trashed.name, after))
                words += before
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
