"""state.db beside the other records of what was paid: where those know more, it learns it."""

from __future__ import annotations

import time
from collections.abc import Iterable, Set
from dataclasses import replace

from topa_studio.pipeline.job import PAID, Job, State
from topa_studio.pipeline.lines import is_further, mark_of, with_request
from topa_studio.pipeline.records import Records
from topa_studio.pipeline.safe import Safe

_KEPT_THERE = 14 * 86400.0
"""Seconds the service keeps results."""


def learn(records: Records, safe: Safe) -> None:
    """Bring state.db up to what was paid, as every record of it tells. Blocks."""
    reconcile(records, safe.read(), safe.read_mirror())
    safe.settle()


def reconcile(records: Records, noted: Iterable[Job], mirrored: Iterable[Job] = ()) -> int:
    """Take in what trail and reserve (`noted`) and the user's folder (`mirrored`) know better.

    Of the user's folder only what is still to be fetched counts: the rest belongs to a folder
    that somebody took away. Blocks; how many jobs changed. Doing it again changes nothing.
    """
    known = {mark_of(job): job for job in records.jobs()}
    used = {job.task_id for job in known.values() if job.task_id}
    home = records.task_ids_of_takes()
    changed = 0
    for job in (*noted, *_still_there(mirrored)):
        mine = known.get(mark_of(job))
        better = _better(job, mine, used, home)
        if better is None:
            continue
        if mine is None:
            better = records.add_job(better)
        else:
            records.update_job(better)
        known[mark_of(job)] = better
        used |= {job.task_id} - {""}
        changed += 1
    return changed


def _better(job: Job, mine: Job | None, used: Set[str], home: Set[str]) -> Job | None:
    """The job as it should stand in the database; None where that is so already."""
    if mine is None:
        is_home = job.task_id in home and job.state is not State.DONE
        known = job.state is State.INTENT or job.task_id in used or is_home
        return None if known else job
    if job.task_id and mine.task_id and job.task_id != mine.task_id:
        # A line has its checksum; a cell of the database has none.
        return None if job.task_id in used else replace(mine, task_id=job.task_id)
    if job.state is State.DONE and job.task_id not in home:
        return None  # whoever collects it finds it at home, or fetches it again
    if not is_further(job, mine) or (job.task_id and job.task_id in used - {mine.task_id}):
        return None
    return replace(with_request(job, mine), id=mine.id)


def _still_there(mirrored: Iterable[Job]) -> list[Job]:
    since = time.time() - _KEPT_THERE
    return [job for job in mirrored if job.state in PAID and job.created > since]
