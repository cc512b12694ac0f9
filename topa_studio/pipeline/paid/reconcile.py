"""state.db beside the other records of what was paid: where those know more, it learns it."""

from __future__ import annotations

import time
from collections.abc import Iterable, Set
from dataclasses import replace
from os.path import normpath
from pathlib import Path

from topa_studio.base.spelling import composed
from topa_studio.model.scenario import Scenario
from topa_studio.model.take import Take
from topa_studio.pipeline.board import KEPT_THERE
from topa_studio.pipeline.folder.layout import Layout
from topa_studio.pipeline.folder.receipts import job_of, read_receipt
from topa_studio.pipeline.job import PAID, Job, Kind, State
from topa_studio.pipeline.paid.lines import is_further, mark_of, with_request
from topa_studio.pipeline.state.known_tasks import task_ids
from topa_studio.pipeline.state.records import Records


def contradicts(jobs: Iterable[Job], noted: Iterable[Job]) -> bool:
    """Whether state.db says something else of a task than the notes, which have checksums."""
    marks, ids = {}, {}
    for job in jobs:
        ids[mark_of(job)] = job.task_id
        if job.task_id:
            marks[job.task_id] = mark_of(job)
    return any(
        marks.get(job.task_id, mark_of(job)) != mark_of(job)
        or ids.get(mark_of(job), "") not in ("", job.task_id)
        for job in noted
        if job.task_id
    )


def reconcile(
    records: Records, jobs: Iterable[Job], noted: Iterable[Job], mirrored: Iterable[Job] = ()
) -> list[Job]:
    """Take in what trail and reserve (`noted`) and the user's folder (`mirrored`) know better.

    Of the user's folder only what is still to be fetched counts: the rest belongs to a folder
    that somebody took away. Blocks; doing it again changes nothing.

    Returns:
        `jobs`, which are those of the records, as they stand now, with those that came.
    """
    known = {mark_of(job): job for job in jobs}
    used = {job.task_id for job in known.values() if job.task_id}
    home = records.tasks_at_home()
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
    return list(known.values())


def remember(records: Records, jobs: Iterable[Job], layout: Layout) -> None:
    """Add the finished job of each result that nobody remembers one of, by its receipt. Blocks."""
    known = {job.task_id for job in jobs}
    if records.tasks_at_home() <= known:
        return
    for task_id, (wish, take) in records.takes_by_task().items():
        if task_id not in known:
            job = job_of(wish, take, read_receipt(layout.absolute(take.path)) or {})
            if job is not None:
                records.add_job(job)


def remember_trashed(records: Records, layout: Layout) -> None:
    """Add the finished job of each picture in the trash that nobody remembers one of. Blocks."""
    if not layout.every_trashed_picture.is_dir():
        return
    from topa_studio.pipeline.folder.element_files import trashed_in  # seldom needed

    known = task_ids(records)
    for wish, take, receipt in trashed_in(layout):
        job = job_of(wish, take, receipt) if take.task_id not in known else None
        if job is not None:
            known.add(job.task_id)
            records.add_job(job)


def keep_gone(records: Records, jobs: Iterable[Job]) -> None:
    """Add the result of each finished job that has none here: its task may still be asked. Blocks.

    Pictures of elements are what lies in their folder.
    """
    home = records.tasks_at_home()
    for job in jobs:
        wish = job.wish
        if job.state is not State.DONE or wish.kind not in (Kind.CLIP, Kind.PANEL):
            continue
        if job.task_id and job.task_id not in home:
            known = records.takes(wish.kind, wish.film, wish.key).get(wish.key, [])
            taken = [take.number for take in known]
            number = wish.number if wish.number not in taken else max(taken) + 1
            take = Take(
                number=number,
                path=job.path,
                digest=job.digest,
                task_id=job.task_id,
                credits=job.credits,
                made_at=job.finished,
                provider=job.provider,
            )
            records.add_take(replace(wish, number=number), take)


def share_views(
    records: Records, noted: Iterable[tuple[str, Job]], scenario: Scenario, layout: Layout
) -> None:
    """Take over pictures that another film paid for in the same elements folder. Blocks.

    Args:
        noted: jobs of all films that have a task id, each with its output folder.
    """
    known, since = task_ids(records), time.time() - KEPT_THERE
    for output, job in noted:
        wish = job.wish
        if wish.kind is not Kind.VIEW or job.state not in PAID or job.created <= since:
            continue
        if job.task_id in known or scenario.element(wish.key) is None:
            continue
        view = layout.view(wish.key, wish.number)
        if not view.exists() and _is_at(view, output, job.path):
            # The day counts it for the film that sent it.
            records.add_job(replace(job, path=layout.relative(view), token=""))
            known.add(job.task_id)


def _is_at(view: Path, output: str, stored: str) -> bool:
    """Whether a path that a film with this output has stored, from its home on, is that picture."""
    homes = (Path(output), *Path(output).parents)
    place = composed(normpath(view.absolute()))
    return any(composed(normpath(home / stored)) == place for home in homes)


def _better(job: Job, mine: Job | None, used: Set[str], home: Set[str]) -> Job | None:
    """The job as it should stand in the database; None where that is so already."""
    if mine is None:
        is_home = job.task_id in home and job.state is not State.DONE
        known = job.state is State.INTENT or job.task_id in used or is_home
        return None if known else job
    if job.state is State.DONE and job.task_id not in home:
        return None  # whoever collects it finds it at home, or fetches it again
    if not is_further(job, mine) or (job.task_id and job.task_id in used - {mine.task_id}):
        return None
    return replace(with_request(job, mine), id=mine.id)


def _still_there(mirrored: Iterable[Job]) -> list[Job]:
    since = time.time() - KEPT_THERE
    return [job for job in mirrored if job.state in PAID and job.created > since]
