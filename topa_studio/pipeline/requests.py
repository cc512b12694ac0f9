"""What a take or panel was made with, as far as that is known."""

from __future__ import annotations

from collections.abc import Iterable

from topa_studio.model.request import Request
from topa_studio.model.take import Take
from topa_studio.pipeline.board import Board
from topa_studio.pipeline.job import Job, Kind


def request_of(board: Board, kind: Kind, key: str, take: Take) -> Request | None:
    """None for files of the user's own, and for results of folders that tell of no request."""
    if not take.digest:
        return None
    jobs = list(board.entry(kind, key).jobs.values())
    mine = (job.request for job in jobs if job.digest == take.digest and job.request is not None)
    return next(mine, None) or board.others_requests.get(take.digest)


def know_requests(board: Board, others: Iterable[Job]) -> None:
    """Remember what made the results that are here for another film, by its jobs."""
    here = {take.digest for entry in board.entries() for take in entry.every_take()}
    found = {job.digest: job.request for job in others if job.digest in here}
    board.others_requests |= {digest: made for digest, made in found.items() if made is not None}
