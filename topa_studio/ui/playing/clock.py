"""Which moment of the film it is while it plays: the sound card's, where there is sound."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from topa_studio.ui.playing.speaker import Speaker

if TYPE_CHECKING:
    from topa_studio.ui.playing.speaker import Blocks

_LONGEST_WAIT_S = 0.3


class Clock:
    """Counts from a moment of the film; it never goes back by itself.

    At another speed than 1, or backwards, there is no sound, and time counts itself.
    """

    def __init__(self, speaker: Speaker, now: Callable[[], float] = time.monotonic) -> None:
        self._speaker = speaker
        self._now = now
        self._base = 0.0
        self._since = 0.0
        self._rate = 0.0
        self._told = 0.0
        self._sounds = self._waits = False

    @property
    def runs(self) -> bool:
        """Whether it counts."""
        return self._rate != 0

    def start(self, seconds: float, rate: float, blocks: Blocks | None) -> None:
        """Count from this moment; `blocks`: the sound of the film, heard at speed 1."""
        self._base = self._told = seconds
        self._since, self._rate = self._now(), rate
        self._sounds = blocks is not None and rate == 1.0
        self._waits = False
        if self._sounds and blocks is not None:
            self._waits = self._speaker.play(blocks, seconds)
        else:
            self._speaker.stop()

    def stop(self) -> None:
        """Count no more, and be silent."""
        self._rate = 0.0
        self._speaker.stop()

    def seconds(self) -> float:
        """The moment of the film."""
        if not self.runs:
            return self._told
        heard = self._speaker.seconds() if self._sounds else None
        now = self._now()
        if heard is not None:
            self._waits = False
            self._base, self._since = heard, now
        elif self._waits and now - self._since < _LONGEST_WAIT_S:
            return self._told  # the card plays what it had; a moment later this is heard
        elif self._waits:
            self._waits, self._since = False, now
        here = self._base + (now - self._since) * self._rate
        self._told = max(self._told, here) if self._rate > 0 else min(self._told, here)
        return self._told
