"""The film's file with all that guards it: saving, watching, the log, copies and the trash."""

from __future__ import annotations

import asyncio

from topa_studio.app.keeping import Keeping, Places, Recovered
from topa_studio.app.notice import Notice
from topa_studio.app.outside import Outside
from topa_studio.app.saving import Saver
from topa_studio.app.tasks import Tasks
from topa_studio.app.trash import Trash
from topa_studio.app.watching import Watcher
from topa_studio.base.signal import Signal
from topa_studio.document.document import Document
from topa_studio.model.status import Trouble

_LISTENING = 0.3


class FilmFile:
    """Owns what happens between the document and the disk.

    Signals:
        told: sentences for the user.
    """

    def __init__(
        self, document: Document, places: Places, found: Recovered, *, read_only: bool
    ) -> None:
        self.told: Signal[Notice] = Signal()
        self.keeping = Keeping(document, places, found.file)
        self.saver = Saver(document, self.keeping, found.file)
        self.outside = Outside(document, self.saver, self.keeping, read_only=read_only)
        self.trash = Trash(document, places.trash)
        self._document = document
        self._found = found
        self._read_only = read_only
        self._later: asyncio.TimerHandle | None = None
        self._tasks = Tasks(self._tell)
        self.saver.look = self.outside.look_locked
        self.saver.failed.connect(self._tell)
        for teller in (self.outside.told, self.keeping.told, self.trash.told):
            teller.connect(self.told.emit)

    async def start(self, *, watched: bool) -> None:
        """Begin the log; save what was brought back; `watched`: see what other programs write."""
        if not self._read_only:
            await self.keeping.start()
            self.trash.follow()
            if self._found.has_edits:
                self.saver.schedule()
        if watched:
            watcher = Watcher(self._document.path, self.outside.look)
            self._tasks.spawn(watcher.run())
        if self._found.notice is not None:
            # Whoever opens the film listens only a moment later.
            loop = asyncio.get_running_loop()
            self._later = loop.call_later(_LISTENING, self.told.emit, self._found.notice)

    async def aclose(self) -> None:
        """Save, and let go of the file."""
        if self._later is not None:
            self._later.cancel()
        await self._tasks.aclose()
        if not self._read_only:
            await self.saver.aclose()
            await self.trash.aclose()
            await self.keeping.aclose()

    def _tell(self, trouble: Trouble) -> None:
        self.told.emit(Notice("error", trouble.code, trouble.params))
