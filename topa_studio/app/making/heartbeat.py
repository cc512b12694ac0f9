"""What goes on by itself while a film is open: what changed is told, and its files are kept."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from functools import partial

from topa_studio.app.making.files_keeper import FilesKeeper
from topa_studio.app.making.film_now import FilmNow
from topa_studio.app.making.folder_watch import FolderWatch
from topa_studio.app.making.last_line import LastLine
from topa_studio.base.closing import in_order
from topa_studio.base.signal import Signal
from topa_studio.model.status import RUNNING, Trouble
from topa_studio.pipeline.board import Subject
from topa_studio.pipeline.sending.nap import Naps
from topa_studio.pipeline.sending.runner import Runner
from topa_studio.pipeline.till import Till

_TICK = 0.2


class Heartbeat:
    """Whoever only looks on is told, and writes nothing.

    Signals:
        touched: elements and shots whose status changed, merged, some times a second.
        told: a trouble of the whole production (no credits, disk full).
    """

    def __init__(
        self,
        told: Signal[Trouble],
        *,
        film: FilmNow,
        runner: Runner,
        till: Till,
        keeper: FilesKeeper,
        folder: FolderWatch,
        last_line: LastLine,
        read_only: bool,
    ) -> None:
        self.touched: Signal[frozenset[Subject]] = Signal()
        self.told = told
        self._film = film
        self._runner = runner
        self._budgets = till.budgets
        self._keeper = keeper
        self._folder = folder
        self._last_line = last_line
        self._read_only = read_only
        self._dirty: set[Subject] = set()

    def mark(self, subjects: Iterable[Subject]) -> None:
        """These are told with the next beat."""
        self._dirty.update(subjects)

    def on_board(self, subject: Subject) -> None:
        """What is known of a subject changed: it is told, and its files are kept."""
        self._dirty.add(subject)
        self._keeper.mark(subject[1])

    def on_film(self, subjects: Iterable[Subject]) -> None:
        """The film changed there: it is told, and of what is made another may count."""
        for kind, key in subjects:
            self._dirty.add((kind, key))
            if self._film.board.is_known((kind, key)):
                self._keeper.mark(key)

    def tell(self) -> None:
        """Tell what was touched since the last time, and what went wrong with the day's count."""
        for trouble in self._budgets.untold():
            self.told.emit(trouble)
        if self._dirty:
            touched, self._dirty = frozenset(self._dirty), set()
            self.touched.emit(touched)

    async def flush(self) -> None:
        """Bring the files beside the state up to date now."""
        if not self._read_only:
            await self._folder.look(at_once=True)
        if not self._read_only and not self._folder.is_away:
            scenario = self._film.scenario
            await in_order(
                partial(self._keeper.flush, scenario),
                partial(self._film.whereabouts.note, scenario),
            )

    async def run(self) -> None:
        """Beat until it is cancelled."""
        gate = self._runner.gate
        if gate.why is not None:
            # Told now that somebody listens; the gate was closed before anything could be sent.
            await asyncio.sleep(_TICK)
            self.told.emit(gate.why)
        self._film.whereabouts.tell(self.told)
        naps = Naps()
        while True:
            await asyncio.sleep(_TICK)
            slept, stood_still = naps.look()
            if slept:
                self._runner.woke(stood_still)
            jobs = self._film.board.open_jobs()
            self.mark(job.wish.subject for job in jobs if job.stage in RUNNING)
            self.tell()
            if not self._read_only:
                await self._keep()

    async def _keep(self) -> None:
        await self._folder.look()
        if not self._folder.is_away:
            await self._film.whereabouts.look()
            await self._last_line.keep()
            await self._keeper.keep(self._film.scenario)
