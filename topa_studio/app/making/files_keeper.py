"""Chosen takes under their own names and the status files, kept in step with the state."""

from __future__ import annotations

import asyncio
import time
from collections import deque

from topa_studio.base.closing import to_the_end
from topa_studio.base.errors import ProjectError
from topa_studio.base.signal import Signal
from topa_studio.model.scenario import Scenario
from topa_studio.model.status import Trouble
from topa_studio.model.take import Take
from topa_studio.pipeline.board import Board
from topa_studio.pipeline.folder.layout import Layout
from topa_studio.pipeline.folder.publish import not_in_place, publish
from topa_studio.pipeline.job import Kind, Wish
from topa_studio.pipeline.takes.marks import keep_marks
from topa_studio.pipeline.till import Till

_BETWEEN = 1.0
_BYTES_A_SECOND = 50_000
_LEFT_ALONE = 0.0005
"""Seconds that a start is left alone, for each shot there is to see to."""


class FilesKeeper:
    """Writes at most once a second, off the loop; a full disk is told and tried again.

    The status files are written whole, so those of a long film are written less often while jobs
    run: so that they cost no more than 50 KB a second.
    """

    def __init__(self, board: Board, till: Till, layout: Layout, told: Signal[Trouble]) -> None:
        self._board = board
        self._kept = till.kept
        self._layout = layout
        self._told = told
        self._marked: dict[str, None] = {}
        self._behind = False
        self._last = self._status_due = 0.0
        self._trouble: str | None = None
        self._writing = asyncio.Lock()

    def mark(self, key: str) -> None:
        """Something of this shot or element changed."""
        self._marked[key] = None

    def mark_all(self, scenario: Scenario) -> None:
        """See to every shot that has a take, as after a start, once the window had its turn."""
        for shot in scenario.shots():
            if self._board.entry(Kind.CLIP, shot.key).takes:
                self.mark(shot.key)
        self._last = time.monotonic() + _LEFT_ALONE * len(self._marked)

    async def keep(self, scenario: Scenario) -> None:
        """Write what is marked and due."""
        now = time.monotonic()
        is_due = now >= self._status_due or not self._board.open_jobs()
        if (self._marked or (self._behind and is_due)) and now - self._last >= _BETWEEN:
            await to_the_end(self._flush(scenario, status=is_due))

    async def flush(self, scenario: Scenario) -> None:
        """Write what is marked now; what has begun is finished even if the caller is cancelled."""
        await to_the_end(self._flush(scenario, status=True))

    async def _flush(self, scenario: Scenario, *, status: bool) -> None:
        async with self._writing:
            if not self._marked and not (self._behind and status):
                return
            keys, self._marked = list(self._marked), {}
            self._behind = True
            self._last = time.monotonic()
            try:
                await self._publish([key for key in keys if scenario.has_shot(key)], scenario)
                if status:
                    await self._write_status(scenario)
                self._trouble = None
            except (OSError, ProjectError) as error:
                self._marked.update(dict.fromkeys(keys))
                # It is tried again every second, and told when it comes.
                before, self._trouble = self._trouble, str(error)
                if self._trouble != before:
                    self._told.emit(Trouble("pipeline.disk", {"reason": self._trouble}))

    async def _write_status(self, scenario: Scenario) -> None:
        self._behind = False
        try:
            size = await asyncio.to_thread(_write_status, scenario, self._board, self._layout)
        except BaseException:
            self._behind = True
            raise
        self._status_due = time.monotonic() + size / _BYTES_A_SECOND

    async def _publish(self, keys: list[str], scenario: Scenario) -> None:
        """All in one go off the loop, but for takes that must be recorded on the way."""
        left = deque(keys)

        def until_moved() -> tuple[str, Take] | None:
            for key in not_in_place(tuple(left), scenario, self._board, self._layout):
                while left[0] != key:
                    left.popleft()
                moved = publish(scenario.shot(key), self._board.entry(Kind.CLIP, key), self._layout)
                if moved is not None:
                    return key, moved
            return None

        while (found := await asyncio.to_thread(until_moved)) is not None:
            key, moved = found
            wish = Wish(Kind.CLIP, key, moved.number, self._layout.film)
            await self._kept.add_take(wish, moved)


def _write_status(scenario: Scenario, board: Board, layout: Layout) -> int:
    """Bytes of the two files."""
    from topa_studio.pipeline.folder.element_status import write_status_files  # a start writes none

    write_status_files(scenario, board, layout)
    keep_marks(board, layout)
    files = (layout.status, layout.elements_status)
    return sum(path.stat().st_size for path in files if path.exists())
