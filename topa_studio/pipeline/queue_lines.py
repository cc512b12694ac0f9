"""The lines of the queue: what runs, then what stands in line and why; computed when asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from topa_studio.model.status import JobStatus, Stage, Trouble
from topa_studio.model.wish import Variant
from topa_studio.pipeline.board import Board, Subject
from topa_studio.pipeline.job import Job, Kind, State
from topa_studio.pipeline.progress import share_of

_WAITS_FOR_OTHERS = {"pipeline.waits-element", "pipeline.waits-previous", "pipeline.waits-panel"}


class QueueLines:
    """Reads the board; `held` tells why nothing at all is sent at this moment."""

    def __init__(self, board: Board, held: Callable[[], Trouble | None]) -> None:
        self._board, self._held = board, held

    def all(self) -> tuple[JobStatus, ...]:
        """What runs, in the order it was sent, then what stands in line."""
        lines = [self._line(job) for job in self._board.open_jobs()]
        busy = {(line.kind, line.key) for line in lines} | {
            (Kind.CLIP, line.key) for line in lines if line.kind == Kind.PANEL
        }
        for subject in self._board.waiting():
            if self._board.variants(subject):
                lines += self._variants_in_line(subject, lines)
            elif subject not in busy:
                lines.append(self._in_line(subject))
        return tuple(lines)

    def _variants_in_line(self, subject: Subject, lines: Iterable[JobStatus]) -> list[JobStatus]:
        """Those of several that have no line of their own yet; none while their panel is drawn."""
        kind, key = subject
        mine = [line for line in lines if line.key == key]
        if any(line.kind != kind for line in mine):
            return []
        known = {line.variant for line in mine}
        rest = (each for each in self._board.unsent(subject) if each not in known)
        return [self._in_line(subject, each) for each in rest]

    def _in_line(self, subject: Subject, variant: Variant | None = None) -> JobStatus:
        since, why = self._board.waiting_since(subject) or 0.0, self._waits(subject)
        return JobStatus(0, *subject, Stage.IN_LINE, 0.0, since, waits=why, variant=variant)

    def _line(self, job: Job) -> JobStatus:
        since = job.sent or job.created
        kind, key = job.wish.subject
        sent = job.state is not State.INTENT
        why = None if sent else self._waits(job.wish.subject)
        share = share_of(job, self._board)
        told = job.trouble, why, sent, job.variant
        return JobStatus(job.id, kind, key, job.stage, share, since, *told)

    def _waits(self, flow: Subject) -> Trouble | None:
        """What a flow waits for: others of its own film first, for they go on all the same."""
        mine = self._board.waits_for(flow)
        if mine is None and flow[0] is Kind.CLIP:
            mine = self._board.waits_for((Kind.PANEL, flow[1]))
        if mine is not None and mine.code in _WAITS_FOR_OTHERS:
            return mine
        return self._held() or mine
