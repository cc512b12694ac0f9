"""Honest progress: the service tells no percent, so the bar follows what usually happens.

How far one job is, and the drawing of one picture, as a card or a tile shows it.
"""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass

from topa_studio.model.status import Stage, Trouble
from topa_studio.pipeline.board import Board, Subject
from topa_studio.pipeline.job import Job, Kind, State

USUAL_CLIP_SECONDS = 150.0
USUAL_IMAGE_SECONDS = 15.0

_SENT = 0.03
_IN_LINE = 0.10
_DRAWN = 0.90
_IMAGES = frozenset({Kind.VIEW, Kind.REDRAW, Kind.PANEL})


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


@dataclass(frozen=True, slots=True)
class Drawing:
    """Stage, share of the way (0..1), since when (seconds since 1970), and what is wrong."""

    stage: Stage = Stage.NOT_MADE
    share: float = 0.0
    since: float = 0.0
    trouble: Trouble | None = None


def share_of(job: Job, board: Board) -> float:
    """Which share of its way a job has made, as far as that can be told."""
    otherwise = USUAL_IMAGE_SECONDS if job.wish.kind in _IMAGES else USUAL_CLIP_SECONDS
    usual = usual_seconds(board.durations[job.wish.kind], otherwise)
    elapsed = time.time() - (job.sent or job.created)
    # Nothing of an intent is sent: it is no further than what is just being sent.
    stage = Stage.SENDING if job.state is State.INTENT else job.stage
    return progress(stage, elapsed, usual, board.fetched_share(job))


def question(job: Job) -> Trouble:
    """What the user is asked about a job; of a lost answer the card says no more than that."""
    held = job.trouble if job.is_held else None
    return held or Trouble("pipeline.needs-you")


def drawing(board: Board, subject: Subject, number: int | None = None) -> Drawing:
    """How far the newest drawing of a picture is; `number`: of this one of an element's views."""
    entry = board.entry(*subject)
    jobs = [job for job in entry.jobs.values() if number in (None, job.wish.number)]
    running = [job for job in jobs if job.id in {each.id for each in entry.open_jobs()}]
    if running:
        job = running[-1]
        if job.needs_user:
            return Drawing(Stage.NEEDS_YOU, 0.0, job.sent, question(job))
        return Drawing(job.stage, share_of(job, board), job.sent or job.created)
    waiting = board.waiting_since(subject)
    if waiting is not None:
        return Drawing(Stage.IN_LINE, 0.0, waiting)
    alive = [job for job in jobs if job.state is not State.DROPPED]
    trouble = board.trouble(subject)
    if trouble is None and alive and alive[-1].state is State.FAILED:
        trouble = alive[-1].trouble
    return Drawing() if trouble is None else Drawing(Stage.FAILED, trouble=trouble)
