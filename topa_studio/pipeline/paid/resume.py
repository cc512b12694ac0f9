"""What a job that a dead process left behind becomes; pure, one table."""

from __future__ import annotations

from collections.abc import Iterable

from topa_studio.model.status import Trouble
from topa_studio.pipeline.job import Job, State

UNKNOWN = Trouble("pipeline.needs-you")


def after_restart(job: Job, now: float) -> Job | None:
    """The job as it stands now that its process is gone; None where nothing changes.

    An intent was never sent. A request whose answer nobody heard may have been accepted.
    """
    match job.state:
        case State.INTENT:
            return job.to(State.DROPPED, finished=now)
        case State.SENDING:
            return job.to(State.UNKNOWN, trouble=UNKNOWN, finished=now)
        case _:
            return None


def changed_after_restart(jobs: Iterable[Job], now: float) -> list[Job]:
    """Every job that changes by a restart, as it stands afterwards."""
    return [after for job in jobs if (after := after_restart(job, now)) is not None]
