"""The way play goes through a film: on or back, by how much, and round and round."""

from __future__ import annotations

from dataclasses import dataclass

from topa_studio.film.composition import Composition

_AHEAD = 1.5


@dataclass(frozen=True, slots=True)
class Course:
    """From one frame to the next it is `step` frames, below 0 backwards.

    `loop` is from its first to before its last frame, again and again.
    """

    step: int = 1
    loop: tuple[int, int] | None = None

    def is_later(self, one: int, other: int) -> bool:
        """Whether a frame comes behind another in the direction of play, loops apart."""
        return (one - other) * self.step > 0

    def missed(self, due: int, number: int) -> int:
        """How many frames behind the due one a frame is; below 0: before it."""
        return due - number if self.step > 0 else number - due

    def after(self, number: int) -> int:
        """The number behind this one; in a loop its first behind its last."""
        after = number + self.step
        if self.loop is None:
            return after
        first, last = self.loop
        if self.step > 0:
            return first if number < last <= after else after
        return last - 1 if after < first <= number else after

    def coming(self, composition: Composition, number: int) -> int | None:
        """The first frame that is shown of the next cut; None: none comes soon."""
        if not composition.cuts:
            return None
        cut = composition.cuts[composition.index_at(number)]
        coming = cut.last if self.step > 0 else cut.first - 1
        distance = abs(coming - number)
        if self.loop is not None and not self.loop[0] <= coming < self.loop[1]:
            first, last = self.loop
            coming = first if self.step > 0 else last - 1
            distance = abs((last if self.step > 0 else first) - number)
        reach = _AHEAD * float(composition.rate) * abs(self.step)
        return coming if distance <= reach and 0 <= coming < composition.frames else None
