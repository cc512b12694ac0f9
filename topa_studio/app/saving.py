"""The document on the disk: saved soon after an edit, never over somebody else's change."""

from __future__ import annotations

import asyncio
from enum import StrEnum
from pathlib import Path

from topa_studio.app.tasks import Tasks
from topa_studio.base.errors import ProjectError
from topa_studio.base.files import write_atomic
from topa_studio.base.signal import Signal
from topa_studio.document.document import Document
from topa_studio.model.status import Trouble

_DELAY = 0.5


class SaveState(StrEnum):
    """Whether the file holds what the window shows."""

    SAVED = "saved"
    SAVING = "saving"
    UNSAVED = "unsaved"
    FAILED = "failed"
    READ_ONLY = "read only"


class Saver:
    """Writes the document's file half a second after the last edit.

    Signals:
        changed: the state of the file.
        failed: why the last attempt did not succeed.
    """

    def __init__(self, document: Document) -> None:
        self.changed: Signal[SaveState] = Signal()
        self.failed: Signal[Trouble] = Signal()
        self.state = SaveState.SAVED
        self._document = document
        self._on_disk = document.to_bytes()
        self._timer: asyncio.Handle | None = None
        self._tasks = Tasks(self.failed.emit)
        self._writing = asyncio.Lock()

    def schedule(self) -> None:
        """The document changed."""
        self._set(SaveState.UNSAVED if self._document.unsaved else SaveState.SAVED)
        if self._timer is not None:
            self._timer.cancel()
        # A write that has begun is not cancelled: two at once could end in the wrong order.
        self._timer = asyncio.get_running_loop().call_later(_DELAY, self._start)

    async def save(self) -> None:
        """Write the file now, where it differs. Raises ProjectError."""
        async with self._writing:
            data = self._document.to_bytes()
            if data == self._on_disk:
                self._set(SaveState.SAVED)
                return
            self._set(SaveState.SAVING)
            try:
                await asyncio.to_thread(self._write, data)
            except (ProjectError, OSError):
                self._set(SaveState.FAILED)
                raise
            self._on_disk = data
            if data == self._document.to_bytes():
                self._document.mark_saved()
                self._set(SaveState.SAVED)

    async def aclose(self) -> None:
        """Write what is not written yet. Raises ProjectError."""
        if self._timer is not None:
            self._timer.cancel()
        await self._save_or_tell()
        await self._tasks.aclose()

    def _start(self) -> None:
        self._tasks.spawn(self._save_or_tell())

    async def _save_or_tell(self) -> None:
        try:
            await self.save()
        except ProjectError as error:
            self.failed.emit(Trouble(error.code, error.params))
        except OSError as error:
            params = {"path": str(self._document.path), "reason": str(error)}
            self.failed.emit(Trouble("project.not-saved", params))

    def _write(self, data: bytes) -> None:
        path: Path = self._document.path
        if path.exists() and path.read_bytes() != self._on_disk:
            raise ProjectError("project.changed-outside", path=str(path))
        write_atomic(path, data)

    def _set(self, state: SaveState) -> None:
        if state is not self.state:
            self.state = state
            self.changed.emit(state)
