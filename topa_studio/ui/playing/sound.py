"""The sound of a composition, asked for by the sound card's thread and changed by the window's."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from topa_studio.film.composition import Composition
from topa_studio.ui.playing.speaker import RATE

if TYPE_CHECKING:
    from topa_studio.film.engine.mixer import Mixer
    from topa_studio.media.hearing import Samples


class Sound:
    """A mixer that two threads may use; there is none until something may be heard."""

    def __init__(self, composition: Composition, files: Callable[[str], Path]) -> None:
        self._composition, self._files = composition, files
        self._mixer: Mixer | None = None
        self._turn = threading.Lock()

    def take(self, composition: Composition) -> None:
        """The sound is of this film as soon as it is read."""
        with self._turn:
            self._composition = composition
            if self._mixer is not None:
                self._mixer.take(composition)

    def prepare(self, seconds: float) -> None:
        """Have what is heard from this moment on read."""
        with self._turn:
            if self._mixer is not None or self._composition.parts:
                self._made().prepare(round(seconds * RATE))

    def block(self, start: int, count: int) -> Samples:
        """What the sound card is given."""
        with self._turn:
            return self._made().block(start, count)

    def close(self) -> None:
        """Let go of all files."""
        if self._mixer is not None:
            self._mixer.close()

    def _made(self) -> Mixer:
        if self._mixer is None:
            from topa_studio.film.engine.mixer import Mixer

            self._mixer = Mixer(self._composition, self._files)
        return self._mixer
