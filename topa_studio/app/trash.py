"""Words of deleted shots, scenes and elements, kept with their time; takes are never touched."""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from topa_studio.app.keeping import Places
from topa_studio.app.notice import Notice
from topa_studio.app.tasks import Tasks
from topa_studio.base.errors import DocumentError, ProjectError
from topa_studio.base.files import write_atomic
from topa_studio.base.signal import Signal
from topa_studio.base.yaml_reader import load
from topa_studio.document.document import Document, DocumentChange
from topa_studio.document.edits import AddElement, Edit, Paste, SceneTarget, ShotTarget
from topa_studio.document.records import records_of
from topa_studio.model.scenario import ElementKind, Scenario
from topa_studio.model.status import Trouble

_HEAD = "# deleted: "
Kind = Literal["shot", "scene", "element"]


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
        return await asyncio.to_thread(_listing, self._folder)

    async def edits(self, trashed: Trashed) -> list[Edit]:
        """The edits that bring it back; what still lies around it decides the place.

        Raises:
            ProjectError: it is not in the trash any more.
        """
        path = self._folder / trashed.file
        try:
            text = await asyncio.to_thread(path.read_text, "utf-8")
        except OSError as error:
            raise ProjectError("project.not-in-trash", name=trashed.name) from error
        return [_edit(trashed, text, self._document.scenario)]

    async def settled(self) -> None:
        """Wait until what was deleted is on the disk."""
        await self._tasks.settled()

    async def aclose(self) -> None:
        """Write what is not written yet."""
        await self.settled()

    def _on_change(self, change: DocumentChange) -> None:
        if change.origin not in ("edit", "outside"):
            return
        gone = _gone(change)
        deed = self._document.history.next_undo
        if gone and deed is not None:
            before = deed.undo(self._document.source.text)
            self._tasks.spawn(self._keep(before, gone))

    async def _keep(self, before: str, gone: Sequence[Trashed]) -> None:
        try:
            await asyncio.to_thread(_write, self._places, self._document.path, before, gone)
        except OSError as error:
            params = {"path": str(self._folder), "reason": str(error)}
            self.told.emit(Notice("warning", "project.no-trash", params))

    def _tell(self, trouble: Trouble) -> None:
        self.told.emit(Notice("error", trouble.code, trouble.params))


def _gone(change: DocumentChange) -> tuple[Trashed, ...]:
    """What is not in the film any more; shots of a deleted scene are in the scene."""
    before, after = change.before, change.after
    now = datetime.now(UTC)
    made = (now.strftime("%Y%m%dT%H%M%S%fZ"), now.isoformat(timespec="seconds"))
    found: list[Trashed] = []
    scenes = {scene.id for scene in after.scenes}
    for place, scene in enumerate(before.scenes):
        lost = [shot for shot in scene.shots if not after.has_shot(shot.key)]
        if scene.id not in scenes and (lost or not scene.shots):
            title = scene.title or scene.id
            found.append(_entry(made, change, "scene", scene.id, title, index=place))
            continue
        for shot in lost:
            index, title = scene.shots.index(shot), shot.title or shot.prompt[:60]
            found.append(_entry(made, change, "shot", shot.key, title, scene=scene.id, index=index))
    names = {element.name for element in after.elements}
    for element in before.elements:
        if element.name not in names and len(before.elements) > len(after.elements):
            title = element.description[:60]
            found.append(_entry(made, change, "element", element.name, title, type=element.kind))
    return tuple(found)


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


def _write(places: Places, film: Path, before: str, gone: Sequence[Trashed]) -> None:
    document = Document(film, before.encode("utf-8"))
    for trashed in gone:
        try:
            words = _words(document, trashed)
        except DocumentError:
            # Words that cannot be lifted alone are kept with all the film around them.
            words = before
        head = _HEAD + json.dumps(asdict(trashed), ensure_ascii=False)
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


def _listing(folder: Path) -> tuple[Trashed, ...]:
    found: list[Trashed] = []
    for path in sorted(folder.glob("*.yaml"), reverse=True) if folder.is_dir() else ():
        head = path.read_text("utf-8").partition("\n")[0]
        try:
            data: dict[str, Any] = json.loads(head.removeprefix(_HEAD))
            found.append(Trashed(**{**data, "file": path.name}))
        except (ValueError, TypeError):
            continue
    return tuple(found)


def _edit(trashed: Trashed, text: str, film: Scenario) -> Edit:
    scenes = [scene.id for scene in film.scenes]
    match trashed.kind:
        case "shot":
            scene = trashed.scene if trashed.scene in scenes else scenes[-1] if scenes else None
            return Paste(text, scene, trashed.index, restore=True)
        case "scene":
            return Paste(text, None, trashed.index, restore=True)
        case "element":
            fields = load(text)
            kind = ElementKind(trashed.type)
            return AddElement(trashed.name, kind, fields if isinstance(fields, dict) else {})
