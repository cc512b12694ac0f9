"""What a take or panel was made with, as far as that is known."""

from __future__ import annotations

from topa_studio.model.request import Request
from topa_studio.model.take import Take
from topa_studio.pipeline.board import Board
from topa_studio.pipeline.job import Kind


def request_of(board: Board, kind: Kind, key: str, take: Take) -> Request | None:
    """None for files of the user's own, and for results of folders that tell of no request."""
    if not take.digest:
        return None
    jobs = list(board.entry(kind, key).jobs.values())
    mine = (job.request for job in jobs if job.digest == take.digest and job.request is not None)
    return next(mine, None) or board.others_requests.get(take.digest)
