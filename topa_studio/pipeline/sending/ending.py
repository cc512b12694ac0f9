"""How jobs end without a result: a definite no, an open outcome, or the user leaves them."""

from __future__ import annotations

import time

from topa_studio.base.errors import StudioError
from topa_studio.model.status import Trouble
from topa_studio.pipeline.job import LEFT, LEFT_FREE, Job, State
from topa_studio.pipeline.money.budget import charge
from topa_studio.pipeline.till import Till


class JobStopped(StudioError):
    """A job did not bring a result; its state tells how it stands and what may be done."""


async def failed(till: Till, job: Job, error: StudioError) -> JobStopped:
    """A definite no."""
    return await ended(till, job, State.FAILED, error)


async def ended(till: Till, job: Job, state: State, error: StudioError) -> JobStopped:
    """The job is over without a result, or only the user may decide about it."""
    trouble = Trouble(error.code, error.params)
    await till.settled(job.to(state, trouble=trouble, finished=time.time()))
    return JobStopped(error.code, **error.params)


async def leave(till: Till, job: Job, *, charged: bool) -> None:
    """The user no longer waits for an unknown outcome; `charged`: it counts as spent.

    Raises ProjectError: the disk does not take it, so it still waits.
    """
    now, note = time.time(), Trouble(LEFT if charged else LEFT_FREE)
    if job.is_held:
        cost = charge(job) if charged else 0.0
        await till.step(job.to(State.FAILED, credits=cost, trouble=note, finished=now))
    else:
        await till.step(job.to(State.DROPPED, trouble=note, finished=now))
