"""Chosen takes under their own names and the status files, kept in step with the state."""

from __future__ import annotations

import asyncio
import time

from topa_studio.base.errors import ProjectError
from topa_studio.base.signal import Signal
from topa_studio.model.scenario import Scenario
from topa_studio.model.status import Trouble
from topa_studio.pipeline.board import Board
from topa_studio.pipeline.job import Kind, Wish
from topa_studio.pipeline.layout import Layout
from topa_studio.pipeline.publish import publish
from topa_studio.pipeline.records import Records
from topa_studio.pipeline.status_files import write_status_files
from topa_studio.pipeline.store import Store

_BETWEEN = 1.0


class FilesKeeper:
    """Writes at most once a second, off the loop; a full disk is told and tried again."""

    def __init__(self, board: Board, store: Store, layout: Layout, told: Signal[Trouble]) -> None:
        self._board = board
        self._store = store
        self._layout = layout
        self._told = told
        self._marked: dict[str, None] = {}
        self._last = 0.0
        self._writing = asyncio.Lock()

    def mark(self, key: str) -> None:
        """Something of this shot or element changed."""
        self._marked[key] = None

    def mark_all(self, scenario: Scenario) -> None:
        """See to every shot that has a take, as after a start."""
        for shot in scenario.shots():
            if self._board.entry(Kind.CLIP, shot.key).takes:
                self.mark(shot.key)

    async def keep(self, scenario: Scenario) -> None:
        """Write what is marked, unless it was just done."""
        if self._marked and time.monotonic() - self._last >= _BETWEEN:
            await self.flush(scenario)

    async def flush(self, scenario: Scenario) -> None:
        """Write what is marked now; what has begun is finished even if the caller is cancelled."""
        await asyncio.shield(self._flush(scenario))

    async def _flush(self, scenario: Scenario) -> None:
        async with self._writing:
            if not self._marked:
                return
            keys, self._marked = list(self._marked), {}
            self._last = time.monotonic()
            try:
                for key in keys:
                    if scenario.has_shot(key):
                        await self._publish(scenario, key)
                await asyncio.to_thread(write_status_files, scenario, self._board, self._layout)
            except (OSError, ProjectError) as error:
                self._marked.update(dict.fromkeys(keys))
                self._told.emit(Trouble("pipeline.disk", {"reason": str(error)}))

    async def _publish(self, scenario: Scenario, key: str) -> None:
        entry = self._board.entry(Kind.CLIP, key)
        shot = scenario.shot(key)
        while (moved := await asyncio.to_thread(publish, shot, entry, self._layout)) is not None:
            wish = Wish(Kind.CLIP, key, moved.number, self._layout.film)
            await self._store.call(Records.add_take, wish, moved)
            self._board.add_take(wish, moved)
