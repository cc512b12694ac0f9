"""A pasted task id becomes the job whose answer was lost, once the service's own word proves it."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from topa_studio.base.errors import NotProven, ProjectError, ProviderError, Refused
from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.model.status import Trouble
from topa_studio.model.take import Take
from topa_studio.pipeline.job import Job, State, Wish
from topa_studio.pipeline.till import Till
from topa_studio.provider.api import Provider, TaskReport

log = logging.getLogger(__name__)

PAUSES = (1.0, 2.0, 3.0, 4.0)
"""Seconds before each further question about a task that the service does not know."""
_MARGIN = 15 * 60.0
"""Seconds a clock may be wrong: the service's, or this machine's."""
_SHOWN = 80
_NAMED = re.compile(r"task_?id\W{1,4}([\w-]{6,200})", re.IGNORECASE)
_HEX = re.compile(r"(?<![\w-])[0-9a-f]{32}(?![\w-])", re.IGNORECASE)
_TASK = re.compile(r"(?<![\w-])task[_-][\w-]{1,195}")
_ALONE = re.compile(r"[!-~]{1,200}")


def task_id_in(pasted: str) -> str:
    """The task id in what was pasted: alone, in an address, or in a line of the log; "" if none."""
    for pattern in (_NAMED, _HEX, _TASK):
        found = pattern.search(pasted)
        if found is not None:
            return found[found.lastindex or 0]
    alone = pasted.strip().strip("\"'<>,;")
    return alone if _ALONE.fullmatch(alone) and "/" not in alone else ""


@dataclass(frozen=True, slots=True)
class Adoption:
    """Proves and adopts.

    Attributes:
        page: where the provider lists all tasks of the account.
        owner: what a task id already belongs to, in words; "" for nothing.
        pauses: seconds before each further question about a task that is not known.
    """

    till: Till
    provider: Provider
    catalogue: Catalogue
    page: str
    owner: Callable[[str], str]
    pauses: Sequence[float] = PAUSES

    async def adopt(
        self, pasted: str, open_jobs: Sequence[Job], left: Sequence[Job] = (), *, sure: bool
    ) -> Job:
        """The job among these whose task that is, with its id written down.

        Args:
            open_jobs: jobs of one shot or element whose outcome is unknown.
            left: those that the user left; the request that the service echoes must prove one.
            sure: the user has confirmed what cannot be proven.

        Raises:
            NotProven: it may be the one; ask, and call again with `sure`.
            ProjectError: it is not, or nobody knows that id; nothing has changed.
            ProviderError: the service could not be asked.
        """
        task_id = task_id_in(pasted)
        if not task_id:
            raise ProjectError("pipeline.no-task-id", page=self.page)
        where = self.owner(task_id) or self.till.elsewhere(task_id)
        if where:
            raise ProjectError("pipeline.task-known", task_id=task_id, where=where)
        if not open_jobs and not left:
            raise ProjectError("pipeline.nothing-unknown")
        report = await self._ask(task_id)
        job = self._job_of(report, open_jobs, left)
        doubt = _doubt(report, job)
        if doubt is not None and not sure:
            raise NotProven(doubt.code, **doubt.params)
        # From here on it counts as any job does: once, at what the service says it took.
        waits = job.recalled() if job.was_left else job
        found = waits.to(State.SUBMITTED, task_id=task_id, trouble=None, finished=0.0)
        return await self.till.step(found)

    async def _ask(self, task_id: str) -> TaskReport:
        """A task of a moment ago may not be known yet, so a no counts once it has lasted."""
        pauses = iter(self.pauses)
        while True:
            try:
                report = await self.provider.report(task_id)
            except Refused:
                raise
            except ProviderError as error:
                if error.params.get("status") not in (404, 422):
                    raise
                pause = next(pauses, None)
                if pause is None:
                    raise ProjectError("pipeline.no-such-task", task_id=task_id) from error
                log.info("task %s is not known yet; asking again in %.1f s", task_id, pause)
                await asyncio.sleep(pause)
                continue
            if report.other:
                raise ProjectError("pipeline.told-other", task_id=task_id, other=report.other)
            return report

    def _job_of(self, report: TaskReport, open_jobs: Sequence[Job], left: Sequence[Job]) -> Job:
        """The job that the task proves to be; without any echo the first, for the user to say.

        Of several from the same request it is the one that was sent nearest to the task's making.
        """
        if not report.echo:
            if not open_jobs:
                raise ProjectError("pipeline.left-not-proven")
            return open_jobs[0]
        same = [
            job
            for job in (*open_jobs, *left)
            if job.request is not None and self.provider.matches(report, job.request, job.sent_with)
        ]
        if not same:
            raise self._other(report, (*open_jobs, *left))
        made = report.created
        return same[0] if made is None else min(same, key=lambda job: abs(made - job.sent))

    def _other(self, report: TaskReport, open_jobs: Sequence[Job]) -> ProjectError:
        """Why it is none of them, in plain words."""
        model = self.catalogue.get(str(report.echo.get("model", "")))
        kinds = {job.request.kind for job in open_jobs if job.request is not None}
        if model is not None and model.kind not in kinds:
            return ProjectError(f"pipeline.task-is-{model.kind}")
        prompt = _prompt(report)
        wanted = {" ".join(job.request.prompt.split()) for job in open_jobs if job.request}
        if prompt in wanted:
            return ProjectError("pipeline.task-has-other-settings")
        return ProjectError("pipeline.other-task", prompt=_shortened(prompt))


def owner_in(
    jobs: Sequence[Job], takes: Mapping[str, tuple[Wish, Take]], name: Callable[[Wish], str]
) -> Callable[[str], str]:
    """What a task id belongs to by the state, in words of `name`."""
    known = {task_id: wish for task_id, (wish, _take) in takes.items()}
    known |= {job.task_id: job.wish for job in jobs if job.task_id}

    def owner(task_id: str) -> str:
        wish = known.get(task_id)
        return "" if wish is None else name(wish)

    return owner


def _doubt(report: TaskReport, job: Job) -> Trouble | None:
    """What cannot be proven of a task that seems to be the job's."""
    if not report.echo:
        return Trouble("pipeline.proof-no-words")
    if report.created is None or not job.sent:
        return Trouble("pipeline.proof-no-time")
    minutes = (report.created - job.sent) / 60
    if abs(minutes) * 60 > _MARGIN:
        code = "pipeline.proof-later" if minutes > 0 else "pipeline.proof-earlier"
        return Trouble(code, {"minutes": round(abs(minutes))})
    pictures = [] if job.request is None else job.request.pictures()
    if any(picture.sha256 and picture.sha256 not in job.sent_with for picture in pictures):
        return Trouble("pipeline.proof-no-pictures")
    return None


def _prompt(report: TaskReport) -> str:
    given = report.echo.get("input")
    prompt = given.get("prompt") if isinstance(given, Mapping) else report.echo.get("prompt")
    return " ".join(str(prompt or "").split())


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"
