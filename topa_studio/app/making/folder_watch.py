"""Sees that the folder of results is away (moved, unplugged): nothing is sent until it is back."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

from topa_studio.base.errors import ProjectError
from topa_studio.base.signal import Signal
from topa_studio.pipeline.sending.gate import Gate

_BETWEEN = 0.5


class FolderWatch:
    """Closes the gate while the folder is away, and opens it again unless the user had closed it.

    Signals:
        back: the folder is there again.
    """

    def __init__(self, folder: Path, gate: Gate) -> None:
        self.back: Signal[None] = Signal()
        self.is_away = False
        self._folder = folder
        self._gate = gate
        self._was_paused = False
        self._looked = 0.0

    async def look(self, *, at_once: bool = False) -> None:
        """Look whether the folder is there, at most twice a second unless `at_once`."""
        if not at_once and time.monotonic() - self._looked < _BETWEEN:
            return
        self._looked = time.monotonic()
        # A folder of that name that somebody made anew holds none of our records.
        is_away = not await asyncio.to_thread(_is_there, self._folder / ".topa")
        if is_away and not self.is_away:
            self._was_paused = self._gate.paused
        if is_away and not (self.is_away and self._gate.is_held):
            self.is_away = True
            self._gate.stop(ProjectError("project.folder-away", path=str(self._folder)))
        elif not is_away and self.is_away:
            self.is_away = False
            if not self._was_paused:
                self._gate.resume()
            self.back.emit(None)


def _is_there(folder: Path) -> bool:
    """A disk that fails, or is not allowed any more, is away too."""
    try:
        return folder.is_dir()
    except OSError:
        return False
