"""Reads what a film is to be made of, off the loop, and tells what it becomes."""

from __future__ import annotations

import asyncio
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from topa_studio.app.scripts.sources import (
    USUAL_READING,
    FilmSource,
    Reading,
    ScriptSource,
    Source,
    pasted,
    source_at,
)
from topa_studio.base.errors import StudioError
from topa_studio.film.scripts.breakdown import USUAL, Choices
from topa_studio.ui.new_film.asked import Found
from topa_studio.ui.running.tasks import TaskScope
from topa_studio.ui.words import sentence

_WAIT_MS = 150


class Preview(QObject):
    """One reading at a time; what was asked for meanwhile is read next.

    Signals:
        found: a `Found`, or None where there is nothing.
        failed: why it cannot be read, in words, and whether what was read before still counts.
    """

    found = Signal(object)
    failed = Signal(str, bool)

    def __init__(self, scope: TaskScope, parent: QObject) -> None:
        super().__init__(parent)
        self._scope = scope
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._begin)
        self._wanted: tuple[str, str] | Path | Source | None = None
        self._choices = USUAL
        self._reading = USUAL_READING
        self._asked = self._done = 0
        self._works = False

    @property
    def choices(self) -> Choices:
        """As they are now."""
        return self._choices

    @property
    def is_settled(self) -> bool:
        """Whether what was told last is what was asked for last."""
        return self._asked == self._done

    def read_text(self, text: str, name: str) -> None:
        """Read what was typed or pasted, a moment after the last letter."""
        self._wanted = (text, name) if text.strip() else None
        self._reading = Reading(self._reading.form) if text.strip() else USUAL_READING
        self._asked += 1
        self._timer.start()

    def read_path(self, path: Path) -> None:
        """Read a file or a folder."""
        self._wanted = path
        self._reading = USUAL_READING
        self._asked += 1
        self._begin()

    def stay_with(self, source: Source) -> None:
        """What was read before is still what it begins with; it is shown already."""
        self._hold(source)

    def take(self, source: Source | None) -> None:
        """Go on with what was read before."""
        self._hold(source)
        self._asked += 1
        self._begin()

    def read_as(self, reading: Reading) -> None:
        """Read the same script in another way."""
        if reading != self._reading:
            self._reading = reading
            self._asked += 1
            self._begin()

    def _hold(self, source: Source | None) -> None:
        self._wanted = source
        self._reading = source.reading if isinstance(source, ScriptSource) else USUAL_READING

    def choose(self, choices: Choices) -> None:
        """Other choices about the same."""
        if choices != self._choices:
            self._choices = choices
            self._asked += 1
            self._begin()

    def _begin(self) -> None:
        self._timer.stop()
        if not self._works:
            self._works = True
            self._scope.spawn(self._work())

    async def _work(self) -> None:
        try:
            while self._done != self._asked and not self._timer.isActive():
                asked, wanted, choices = self._asked, self._wanted, self._choices
                told, why, reading = None, "", self._reading
                try:
                    told = await asyncio.to_thread(_read, wanted, choices, reading)
                except StudioError as error:
                    why = sentence(error.code, error.params)
                if asked == self._asked:
                    self._done = asked
                    if told is not None and self._wanted is wanted:
                        # Other choices need no other reading.
                        self._wanted = told.source
                    if why:
                        self.failed.emit(why, isinstance(wanted, Path | ScriptSource))
                    else:
                        self.found.emit(told)
        finally:
            self._works = False


def _read(
    wanted: tuple[str, str] | Path | Source | None, choices: Choices, reading: Reading
) -> Found | None:
    match wanted:
        case None:
            return None
        case (text, name):
            source: Source = pasted(text, name, reading.form)
        case Path():
            source = source_at(wanted)
        case ScriptSource():
            source = wanted if wanted.reading == reading else wanted.read_as(reading)
        case _:
            source = wanted
    if isinstance(source, FilmSource):
        return Found(source, None)
    return Found(source, source.film(choices))
