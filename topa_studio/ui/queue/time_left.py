"""How long the queue still takes, by how long such jobs usually take."""

from __future__ import annotations

from collections.abc import Iterable

from topa_studio.ui.queue.lines import Line, Sort

_LEAST_SHARE = 0.1


def time_left(lines: Iterable[Line], usual: tuple[float, float] | None, now: float) -> float | None:
    """Seconds until all that runs and waits is here; None: nobody knows, or nothing is made.

    What waits follows on as many slots as run now. What takes longer than usual is taken to be
    nearly there.
    """
    if usual is None:
        return None
    whole = sum(usual) / 2
    lines = tuple(lines)
    runs = [line for line in lines if line.sort is Sort.RUNS]
    waits = sum(line.sort is Sort.WAITS for line in lines)
    if not runs:
        return None
    rests = [max(whole - (now - line.since), whole * _LEAST_SHARE) for line in runs]
    return max(max(rests), (sum(rests) + waits * whole) / len(runs))
