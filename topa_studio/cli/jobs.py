"""`jobs`, `retry`, `adopt`, `forget`, `rebuild`: what is open, and what the user decides of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from topa_studio.app.opening import Opening
from topa_studio.app.session import ProjectSession
from topa_studio.base.errors import NotProven, ProjectError
from topa_studio.base.words import say
from topa_studio.cli.edit_words import target_of
from topa_studio.cli.ending import MADE, NOT_ALL
from topa_studio.cli.film import opened, run
from topa_studio.cli.printing import tell, tell_json
from topa_studio.cli.report import Report
from topa_studio.cli.summary import Summary, elements_summary, shots_summary
from topa_studio.cli.work import Common
from topa_studio.document.edits import ElementTarget, ShotTarget
from topa_studio.model.status import Stage
from topa_studio.pipeline.job import Job, State

Work = Callable[[ProjectSession], Awaitable[int]]


def jobs(common: Common, scenario: str, as_json: bool, again: bool = False) -> int:
    """Print every job whose end is not known; 0 where none needs the user.

    `again`: what is paid for and held is asked about first, and comes home where it is there.
    """

    async def look(session: ProjectSession) -> int:
        for key in session.jobs.needs_you() if again else ():
            if session.jobs.held(key):
                await session.jobs.look_again(key)
        found = session.jobs.listing()
        if as_json:
            lines = [_as_json(session, job) for job in found]
            tell_json({"jobs": lines})
        else:
            for job in found:
                tell(_line(session, job))
            need_you = sum(job.stage is Stage.NEEDS_YOU for job in found)
            tell(f"{len(found)} open, {need_you} need you")
        return NOT_ALL if any(job.stage is Stage.NEEDS_YOU for job in found) else MADE

    how = Opening(what="jobs", look_only=not again, must_write=again)
    return _on_film(common, scenario, how, look)


def retry(common: Common, scenario: str, word: str, sure: bool = False) -> int:
    """Fetch what is paid for, or send again what was refused; `sure`: see `Jobs.look_again`."""

    async def work(session: ProjectSession) -> int:
        key = _key(session, word)
        with Report(session) as report:
            if sure and session.jobs.held(key):
                await session.jobs.look_again(key, sure=True)
            else:
                await session.jobs.retry(key)
        return report.end(_summary(session, key))

    return _on_film(common, scenario, Opening(what="retry", must_write=True), work)


def adopt(common: Common, scenario: str, task_id: str, word: str, sure: bool) -> int:
    """The task with this id is the lost one: bring its result home without a charge."""

    async def work(session: ProjectSession) -> int:
        key = _key(session, word)
        with Report(session) as report:
            try:
                job = await session.jobs.adopt(task_id, key, sure=sure)
            except NotProven as doubt:
                raise ProjectError("project.say-sure", doubt=str(doubt)) from doubt
            await session.collect()
        tell(say("pipeline.adopted", {}))
        return report.end(_summary_of(session, session.jobs.now(job)))

    return _on_film(common, scenario, Opening(what="adopt", must_write=True), work)


def forget(common: Common, scenario: str, word: str, not_charged: bool) -> int:
    """Leave what is unknown."""

    async def work(session: ProjectSession) -> int:
        await session.jobs.forget(_key(session, word), charged=not not_charged)
        code = "pipeline.left-free" if not_charged else "pipeline.left"
        tell(say(code, {}))
        return MADE

    return _on_film(common, scenario, Opening(what="forget", must_write=True), work)


def take_over(common: Common, scenario: str, word: str) -> int:
    """Clips of a film that lay in the folder before count for this shot."""

    async def work(session: ProjectSession) -> int:
        key = _key(session, word)
        await session.jobs.take_over([key])
        return Report(session).end(_summary(session, key))

    return _on_film(common, scenario, Opening(what="take-over", must_write=True), work)


def rebuild(common: Common, scenario: str) -> int:
    """Build the record of what was made anew from receipts, notes and older status files."""

    async def work(session: ProjectSession) -> int:
        shots = session.film.shots()
        takes = sum(len(session.shot(shot.key).takes) for shot in shots)
        found = session.jobs.listing()
        need_you = sum(job.stage is Stage.NEEDS_YOU for job in found)
        spent = session.money().spent
        tell(
            f"built anew: {takes} takes, {spent:g} credits spent, {len(found)} open, "
            f"{need_you} need you"
        )
        return MADE

    how = Opening(what="rebuild", must_write=True, anew=True)
    return _on_film(common, scenario, how, work)


def _on_film(common: Common, scenario: str, how: Opening, work: Work) -> int:
    config = None if common.config is None else Path(common.config)
    whole = Opening(
        practice=common.practice,
        config=config,
        what=how.what,
        must_write=how.must_write,
        look_only=how.look_only,
        unattended=True,
        anew=how.anew,
        allow_outside=common.allow_outside,
    )

    async def on_film() -> int:
        async with opened(Path(scenario), whole) as session:
            return await work(session)

    return run(on_film)


def _key(session: ProjectSession, word: str) -> str:
    """The key of a shot named `2/3`, or the name of an element named `@Topa`.

    What was deleted from the film is named as `jobs` prints it.
    """
    deleted = word.removeprefix("@")
    open_there = session.jobs.unknown(deleted) or session.jobs.left(deleted)
    if open_there and not session.jobs.is_in_film(deleted):
        return deleted
    match target_of(session.film, word):
        case ShotTarget(key):
            return key
        case ElementTarget(name):
            return session.jobs.key_of(name)
    raise ProjectError("project.no-job-target", word=word)


def _summary(session: ProjectSession, key: str) -> Summary:
    if session.film.has_shot(key):
        return shots_summary(session, [key])
    return elements_summary(session)


def _summary_of(session: ProjectSession, job: Job) -> Summary:
    """How one job stands: a panel or picture that came is made, whatever its shot still lacks."""
    name, trouble = f"{_name(session, job)} {job.wish.kind} {job.wish.number}", job.trouble
    told = "" if trouble is None else f": {say(trouble.code, trouble.params)}"
    return Summary(
        made=int(job.state is State.DONE),
        failed=int(job.state is State.FAILED),
        need_you=0,
        running=int(job.state not in (State.DONE, State.FAILED)),
        missing=0,
        troubles=() if job.state is State.DONE else (f"{name}: {job.stage}{told}",),
    )


def _name(session: ProjectSession, job: Job) -> str:
    """As it is typed: `2/3` or `@Topa`; the key where it is not in the film any more."""
    if job.wish.kind.is_of_element:
        return f"@{job.wish.element}"
    for scene in session.film.scenes:
        for shot in scene.shots:
            if shot.key == job.wish.key:
                return f"{scene.id}/{shot.id}"
    return job.wish.key


def _line(session: ProjectSession, job: Job) -> str:
    sent = datetime.fromtimestamp(job.sent or job.created).strftime("%Y-%m-%d %H:%M")
    cost = "?" if job.estimate is None else f"{job.estimate:g}"
    what = f"{_name(session, job):<10} {job.wish.kind:<6} {job.stage:<12} {sent}  {cost:>6} cr"
    told = "" if job.trouble is None else f": {say(job.trouble.code, job.trouble.params)}"
    return f"{what}  {job.task_id or '-'}{told}"


def _as_json(session: ProjectSession, job: Job) -> dict[str, Any]:
    return {
        "target": _name(session, job),
        "kind": job.wish.kind,
        "number": job.wish.number,
        "stage": job.stage,
        "task_id": job.task_id or None,
        "sent": job.sent or None,
        "estimate": job.estimate,
        "error": None if job.trouble is None else say(job.trouble.code, job.trouble.params),
    }
