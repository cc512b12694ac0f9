"""Why a report's word about a task is not taken yet: no file, or it is another request's; pure."""

from __future__ import annotations

from dataclasses import dataclass

from topa_studio.model.status import Trouble
from topa_studio.pipeline.job import NO_FILE, OTHERS_RESULT, SURE, Job
from topa_studio.provider.api import Provider, TaskReport, TaskState


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is told of a job while it is asked about again, and what once that has lasted."""

    asking: Trouble
    held: Trouble


def doubt_of(job: Job, report: TaskReport, provider: Provider) -> Doubt | None:
    """What speaks against taking the report as the job's end; None where nothing does.

    A failure of another request's task is none of this one either.
    """
    params = {"task_id": job.task_id}
    sure = SURE in job.consent.split()
    if not sure and (report.other or _is_others(job, report, provider)):
        return Doubt(Trouble("pipeline.others-report", params), Trouble(OTHERS_RESULT, params))
    if report.state is TaskState.DONE and not report.urls:
        return Doubt(Trouble("pipeline.file-late", params), Trouble(NO_FILE, params))
    return None


def _is_others(job: Job, report: TaskReport, provider: Provider) -> bool:
    return job.request is not None and provider.contradicts(report, job.request, job.sent_with)
