"""In which shot a moment of the film is, among those that are shown."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from topa_studio.ui.film.model import ShotsModel


class Moments:
    """Adds the lengths up when it is asked first after they have changed.

    Cards that only lie elsewhere, as at another zoom, have the lengths they had.
    """

    def __init__(self, shots: ShotsModel) -> None:
        self._shots = shots
        self._starts: list[float] | None = None
        for changed in (
            shots.rowsMoved, shots.rowsRemoved, shots.scenes_changed, shots.modelReset
        ):  # fmt: skip
            changed.connect(self._forget)

    def _forget(self, *_signal: object) -> None:
        self._starts = None

    def at(self, seconds: float) -> tuple[int, float] | None:
        """The row in which it is, and how far in, 0..1; None: its shot is not shown."""
        moment, count = self._shots.moment(seconds), self._shots.rowCount()
        if moment is None or not count:
            return None
        if self._starts is None:
            lengths = (self._shots.shot(row).seconds for row in range(count))
            self._starts = list(accumulate(lengths, initial=0.0))
        row = min(max(bisect_right(self._starts, moment) - 1, 0), len(self._starts) - 2)
        length = self._starts[row + 1] - self._starts[row]
        share = (moment - self._starts[row]) / length if length else 0.0
        return row, min(max(share, 0.0), 1.0)
