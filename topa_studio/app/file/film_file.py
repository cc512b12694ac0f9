"""The film's file with all that guards it: saving, watching, the log, copies and the trash."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from topa_studio.app.file.keeping import Keeping, Places, Recovered
from topa_studio.app.file.outside import Outside
from topa_studio.app.file.read_before import ReadBefore
from topa_studio.app.file.saving import Saver
from topa_studio.app.file.surroundings import damaged, look_around
from topa_studio.app.file.trash import Trash
from topa_studio.app.file.watching import Watcher
from topa_studio.app.notice import Notice
from topa_studio.app.tasks import Tasks
from topa_studio.base.closing import in_order
from topa_studio.base.signal import Signal
from topa_studio.document.document import Document
from topa_studio.model.status import Trouble
from topa_studio.pipeline.folder.layout import Layout

_LISTENING = 0.3
_STANDING = 4.0
# Seconds for each shot: what only tells leaves a start alone, but not until files are kept.
_LEFT_ALONE = 0.0003


class FilmFile:
    """Owns what happens between the document and the disk.

    `editing` is held by who changes the document, so that long work is seldom done twice.

    Signals:
        told: sentences for the user.
    """

    def __init__(
        self,
        document: Document,
        places: Places,
        found: Recovered,
        before: ReadBefore,
        *,
        read_only: bool,
    ) -> None:
        self.told: Signal[Notice] = Signal()
        self.keeping = Keeping(document, places, found.file)
        self.saver = Saver(document, self.keeping, found.file)
        self.editing = asyncio.Lock()
        self.outside = Outside(
            document, self.saver, self.keeping, self.editing, read_only=read_only
        )
        self.trash = Trash(document, places)
        self._document = document
        self._found = found
        self._before = before
        self._read_only = read_only
        self._early: list[Notice] = []
        self._is_started = self._is_heard = self._is_watched = False
        self._later: asyncio.TimerHandle | None = None
        self._tasks = Tasks(self._tell)
        self.saver.look = self.outside.look_locked
        self.saver.failed.connect(self._tell)
        for teller in (self.outside.told, self.keeping.told, self.trash.told):
            teller.connect(self._pass_on)

    async def start(self, *, watched: bool) -> None:
        """Begin the log; take in what others wrote while the film was closed, before it is shown.

        `watched`: see what other programs write from now on.
        """
        if self._found.notice is not None:
            self._pass_on(self._found.notice)
        if not self._read_only:
            await self.keeping.start()
            await self.outside.recall()
            self.trash.follow()
            if self._found.has_edits:
                self.saver.schedule()
        if self._found.is_other and await self.outside.look():
            await self.outside.look()
        if watched:
            watcher = Watcher(self._document.path, self.outside.look)
            self._tasks.spawn(watcher.run())
            self._is_watched = True
            self._tasks.spawn(self._keep_soon())

    async def _keep_soon(self) -> None:
        await asyncio.sleep(_STANDING)
        await self._keep_read()

    async def _keep_read(self) -> None:
        """What was read of a long film is kept for the next time."""
        state = self._document.state
        if self._is_watched and state is not None:
            await asyncio.to_thread(self._before.keep, state, self.saver.on_disk)

    def tell_soon(self) -> None:
        """All that a start finds is known: whoever opens the film listens only a moment later."""
        self._is_started = True
        self._later = asyncio.get_running_loop().call_later(_LISTENING, self._tell_all)

    def look_around(self, layout: Layout) -> None:
        """Tell, when it is found, what lies around the film and is not used."""
        self._tasks.spawn(self._look_around(layout))

    async def _look_around(self, layout: Layout) -> None:
        film = self._document
        if self._is_watched:
            await asyncio.sleep(_LEFT_ALONE * film.scenario.count())
        self._tell_early(await asyncio.to_thread(damaged, layout))
        self._tell_early(await asyncio.to_thread(look_around, film.path, film.scenario, layout))

    def _tell_early(self, notices: Iterable[Notice]) -> None:
        for notice in notices:
            if self._is_heard:
                self.told.emit(notice)
            else:
                self._early.append(notice)

    async def aclose(self) -> None:
        """Save, and let go of the file."""
        if self._later is not None:
            self._later.cancel()
            self._tell_all()
        if self._read_only:
            await self._tasks.aclose()
            return
        await in_order(
            self._tasks.aclose,
            self.saver.aclose,
            self._keep_read,
            self._keep_open,
            self.trash.aclose,
            self.keeping.aclose,
        )

    async def let_go(self) -> None:
        """End what runs, and write nothing: what is not saved stays in the log."""
        await in_order(self._tasks.aclose, self.saver.let_go, self.keeping.let_go)

    async def _keep_open(self) -> None:
        if self.outside.conflicts or self.outside.doubts:
            await self.outside.keep_open()

    async def bring_in(self, base: str, text: str) -> bool:
        """Edits that another run made on `base` and never saved; whether the film has them now."""
        if not await self.outside.bring_in(base, text):
            return False
        await self.keeping.flush()
        return True

    def _tell_all(self) -> None:
        self._is_heard = True
        for notice in self._early:
            self.told.emit(notice)
        self._early.clear()

    def _pass_on(self, notice: Notice) -> None:
        if self._is_started:
            self.told.emit(notice)
        else:
            self._early.append(notice)

    def _tell(self, trouble: Trouble) -> None:
        self._pass_on(Notice("error", trouble.code, trouble.params))
