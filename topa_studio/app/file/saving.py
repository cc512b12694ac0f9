"""The document on the disk: saved soon after an edit, never over somebody else's change."""

from __future__ import annotations

import asyncio
import errno
import os
from collections.abc import Awaitable, Callable
from enum import StrEnum
from pathlib import Path

from topa_studio.app.file.checking import Checker, Shown
from topa_studio.app.file.keeping import Keeping
from topa_studio.app.tasks import Tasks
from topa_studio.base.closing import in_order, to_the_end
from topa_studio.base.errors import ProjectError
from topa_studio.base.files import own_target, write_atomic
from topa_studio.base.signal import Signal
from topa_studio.base.yaml_reader import film_bytes
from topa_studio.document.document import Document
from topa_studio.document.portions import Portions, portions
from topa_studio.model.scenario import Scenario
from topa_studio.model.status import Trouble, reason_of

_DELAY = 0.5
_TRIES = 20
_AGAIN_SECONDS = 5.0
_REST = 30.0


class SaveState(StrEnum):
    """Whether the file holds what the window shows."""

    SAVED = "saved"
    SAVING = "saving"
    UNSAVED = "unsaved"
    FAILED = "failed"
    READ_ONLY = "read only"


class Saver:
    """Writes the document's file half a second after the last edit, and again where that fails.

    Signals:
        changed: the state of the file.
        failed: why the last attempt did not succeed; once, however often it is tried again.
    """

    def __init__(self, document: Document, keeping: Keeping, on_disk: bytes) -> None:
        self.changed: Signal[SaveState] = Signal()
        self.failed: Signal[Trouble] = Signal()
        self.state = SaveState.SAVED
        self.on_disk = on_disk
        self.writing = asyncio.Lock()
        self.look: Callable[[], Awaitable[object]] | None = None
        self._document = document
        self._keeping = keeping
        self._checker = Checker()
        self._checked = self._portions()
        self._is_whole = document.to_bytes() == on_disk
        self._held: Trouble | None = None
        self._told: Trouble | None = None
        self._timer: asyncio.Handle | None = None
        self._look: asyncio.Handle | None = None
        self._tasks = Tasks(self.failed.emit)

    def hold(self, why: Trouble) -> None:
        """Write nothing until `release`: the file cannot be read now."""
        self._held = why

    def release(self) -> None:
        """Write again, and what was held at once."""
        if self._held is not None:
            self._held = None
            self.schedule()

    def schedule(self) -> None:
        """The document changed."""
        unsaved = SaveState.UNSAVED if self._held is None else SaveState.FAILED
        self._set(unsaved if self._document.to_bytes() != self.on_disk else SaveState.SAVED)
        self._start_in(_DELAY)

    async def save(self) -> None:
        """Write the file now, where it differs; what has begun is finished even if cancelled.

        Raises ProjectError or OSError.
        """
        await to_the_end(self._save())

    async def _save(self) -> None:
        async with self.writing:
            try:
                for _try in range(_TRIES):
                    if await self._save_once():
                        return
                raise ProjectError("project.changed-outside", path=str(self._document.path))
            except (ProjectError, OSError):
                self._set(SaveState.FAILED)
                raise

    async def _save_once(self) -> bool:
        """Whether the file holds what it should; not where another program wrote it meanwhile."""
        data = self._document.to_bytes()
        if data == self.on_disk:
            self._set(SaveState.SAVED)
            return True
        if self.look is not None:
            await self.look()
            data = self._document.to_bytes()
        if self._held is not None:
            raise ProjectError(self._held.code, **self._held.params)
        await self._check(data)
        self._keeping.saving(data)
        self._set(SaveState.SAVING)
        await self._keeping.before_write(self.on_disk)
        if not await asyncio.to_thread(self._write, data):
            return False
        self.on_disk = data
        await self._keeping.written(data)
        if data == self._document.to_bytes():
            self._document.mark_saved()
            self._set(SaveState.SAVED)
        return True

    async def _check(self, data: bytes) -> None:
        """A text that does not say what is shown is kept in the log, and never written.

        Of a film that was read as a whole only what changed since is read again, until it rests.

        Raises:
            ProjectError: it does not.
        """
        if not self._document.is_readable:
            return
        known, now = self._checked, self._portions()
        if known is not None and now is not None:
            text, film = now.others(known)
            await self._must_say(self._document.source.to_bytes(text), film)
            self._is_whole = False
        else:
            await self._must_say(data, self._document.scenario)
            self._is_whole = True
        self._checked = now

    def _portions(self) -> Portions | None:
        state = self._document.state
        return None if state is None else portions(state.draft, state.reading)

    async def _must_say(
        self, data: bytes, film: Scenario, code: str = "project.text-differs"
    ) -> None:
        names = self._document.preparing
        if not await self._checker.is_same(Shown(data, film, names.name, names.ratio)):
            await self._keeping.flush()
            log = str(self._keeping.places.log)
            raise ProjectError(code, path=str(self._document.path), log=log)

    async def _check_whole(self) -> None:
        """What was read in parts is read as a whole, when there is time. Raises ProjectError."""
        data = self._document.to_bytes()
        if self._document.is_readable and not self._is_whole and data == self.on_disk:
            known, self._checked = self._checked, None
            await self._must_say(data, self._document.scenario, "project.file-differs")
            self._checked, self._is_whole = known, data == self.on_disk

    async def aclose(self) -> None:
        """Write what is not written yet. Raises ProjectError."""
        self._forget_timers()
        await in_order(self._save_or_tell, self._look_whole, self.let_go)

    async def let_go(self) -> None:
        """End what runs; nothing more is written."""
        self._forget_timers()
        await in_order(self._tasks.aclose, self._checker.aclose)

    def _forget_timers(self) -> None:
        for timer in (self._timer, self._look):
            if timer is not None:
                timer.cancel()

    def _start_in(self, seconds: float) -> None:
        """Save after a while; a write that has begun goes on, as two could end in a wrong order."""
        self._forget_timers()
        loop = asyncio.get_running_loop()
        self._timer = loop.call_later(seconds, lambda: self._tasks.spawn(self._save_or_tell()))

    def _look_in(self, seconds: float) -> None:
        """Look at the whole file after a while, which keeps no save waiting."""
        if self._look is not None:
            self._look.cancel()
        loop = asyncio.get_running_loop()
        self._look = loop.call_later(seconds, lambda: self._tasks.spawn(self._look_whole()))

    async def _save_or_tell(self) -> None:
        try:
            await self.save()
        except ProjectError as error:
            # Why it is held is told by who holds it.
            if self._held is None:
                self._tell(Trouble(error.code, error.params))
        except OSError as error:
            # The path stands in the sentence already.
            bare = OSError(error.errno, error.strerror) if error.strerror else error
            params = {"path": str(self._document.path), "reason": reason_of(bare)}
            self._tell(Trouble("project.not-saved", params))
            # A full disk gets room, a stick comes back: nobody has to type for that.
            self._start_in(_AGAIN_SECONDS)
        else:
            self._told = None
            if not self._is_whole:
                self._look_in(_REST)

    async def _look_whole(self) -> None:
        """The whole file, some time after the last edit and at the end."""
        try:
            await self._check_whole()
        except ProjectError as error:
            self._tell(Trouble(error.code, error.params))

    def _tell(self, why: Trouble) -> None:
        if why != self._told:
            self._told = why
            self.failed.emit(why)

    def _write(self, data: bytes) -> bool:
        path: Path = self._document.path
        if path.exists() and not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        if not path.parent.is_dir():
            # No new folder is made in its place; the look at the file that is back lets go again.
            self.hold(Trouble("project.folder-away", {"path": str(path.parent)}))
            raise ProjectError("project.folder-away", path=str(path.parent))
        # Asked in the last moment: between it and the renaming nobody has time to save.
        return write_atomic(own_target(path), data, may_replace=lambda: self._is_known(path))

    def _is_known(self, path: Path) -> bool:
        """Whether the file is gone, or holds what it held when it was last looked at."""
        return not path.exists() or film_bytes(path) == self.on_disk

    def _set(self, state: SaveState) -> None:
        if state is not self.state:
            self.state = state
            self.changed.emit(state)
