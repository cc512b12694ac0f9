"""Honest progress: the service tells no percent, so the bar follows what usually happens."""

from __future__ import annotations

import math
from collections.abc import Sequence

from topa_studio.model.status import Stage

USUAL_CLIP_SECONDS = 150.0
USUAL_IMAGE_SECONDS = 15.0

_SENT = 0.03
_IN_LINE = 0.10
_DRAWN = 0.90


def progress(stage: Stage, elapsed: float, usual: float, fetched: float = 0.0) -> float:
    """Share of the way, 0..1.

    Fixed shares for sent and in line; drawing eases towards its end by `usual` seconds and never
    reaches it by itself; `fetched` is the real share of bytes while downloading.
    """
    match stage:
        case Stage.SENDING:
            return _SENT
        case Stage.IN_LINE:
            return _IN_LINE
        case Stage.DRAWING:
            eased = 1 - math.exp(-1.6 * max(elapsed, 0.0) / max(usual, 0.1))
            return _IN_LINE + (_DRAWN - _IN_LINE) * eased
        case Stage.DOWNLOADING:
            return _DRAWN + (1 - _DRAWN) * min(max(fetched, 0.0), 1.0)
        case Stage.MADE:
            return 1.0
        case _:
            return 0.0


def usual_seconds(durations: Sequence[float], otherwise: float) -> float:
    """The median of what jobs took so far; `otherwise` before there were any."""
    from statistics import median

    return median(durations) if durations else otherwise


def usual_range(durations: Sequence[float]) -> tuple[float, float] | None:
    """The middle half of what jobs took so far; None before there were four."""
    if len(durations) < 4:
        return None
    ordered = sorted(durations)
    return ordered[len(ordered) // 4], ordered[(3 * len(ordered)) // 4]
