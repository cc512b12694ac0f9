"""What a quit would leave at the service: sent, and on its way here."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass

from topa_studio.app.session import ProjectSession
from topa_studio.model.status import Stage
from topa_studio.pipeline.job import Job
from topa_studio.pipeline.progress import USUAL_CLIP_SECONDS
from topa_studio.ui.words import deleted_shot_words, shot_title

_LEAST = 5.0


@dataclass(frozen=True, slots=True)
class Sent:
    """One job, as the page tells it: `number` is "" for an element, `picture` a panel's path."""

    id: int
    number: str
    title: str
    stage: Stage
    since: float
    cost: float | None
    is_shot: bool
    picture: str = ""


def sent_jobs(session: ProjectSession) -> tuple[Sent, ...]:
    """All that was sent and is waited for, oldest first."""
    return tuple(_sent(session, job) for job in session.jobs.on_the_way())


def _sent(session: ProjectSession, job: Job) -> Sent:
    film, key = session.film, job.wish.key
    number, title, picture = "", f"@{job.wish.element}", ""
    if film.has_shot(key):
        number, title = film.number_of(key), shot_title(film.shot(key))
        panel = session.shot(key).panel
        picture = "" if panel is None else panel.path
    elif not job.wish.kind.is_of_element:
        title = deleted_shot_words(key)
    cost = job.estimate if job.credits is None else job.credits
    is_shot = not job.wish.kind.is_of_element
    return Sent(job.id, number, title, job.stage, job.sent, cost, is_shot, picture)


def left_to_wait(session: ProjectSession, sent: Iterable[Sent]) -> float | None:
    """Seconds until the last of them is here, by how long clips take; None: nobody knows."""
    usual = session.jobs.usual_seconds()
    if usual is None and session.practice:
        return None
    low, high = usual or (USUAL_CLIP_SECONDS, USUAL_CLIP_SECONDS)
    middle, now = (low + high) / 2, time.time()
    return max((max(_LEAST, middle - (now - one.since)) for one in sent), default=None)
