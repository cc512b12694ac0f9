"""A shot's lines with one of them written otherwise, wherever it stands by then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from topa_studio.model.scenario import Line


@dataclass(frozen=True, slots=True)
class Wording:
    """What one line shall say: `wanted` instead of `before`; None: the line shall not be there.

    `at` of `count` lines is where it stood when it was typed; a new one is put there.
    """

    at: int
    count: int
    before: Line | None
    wanted: Line | None

    def put(self, lines: Sequence[Line]) -> list[Line]:
        """The lines with it; where its own is gone, it is one more: its words are not lost."""
        return [line for _place, line in self.placed(lines)]

    def placed(self, lines: Sequence[Line]) -> list[tuple[int | None, Line]]:
        """The same, each line with the place where it was; None: it is new."""
        place, after = self._place(lines), list[tuple[int | None, Line]](enumerate(lines))
        if place is not None:
            after[place : place + 1] = [] if self.wanted is None else [(place, self.wanted)]
        elif self.wanted is not None:
            after.insert(min(self.at, len(lines)), (None, self.wanted))
        return after

    def _place(self, lines: Sequence[Line]) -> int | None:
        if self.before is None:
            return None
        if self.at < len(lines) and lines[self.at] == self.before:
            return self.at
        same = [place for place, line in enumerate(lines) if line == self.before]
        if same:
            return min(same, key=lambda place: abs(place - self.at))
        # Others wrote it otherwise meanwhile: who typed last is right, as in every field.
        return self.at if len(lines) == self.count and self.wanted is not None else None


def alike(ones: Sequence[Line | None], others: Sequence[Line | None]) -> int:
    """How many lines both begin with."""
    pairs = zip(ones, others, strict=False)
    return next((at for at, (one, other) in enumerate(pairs) if one != other),
                min(len(ones), len(others)))  # fmt: skip
