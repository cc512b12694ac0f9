"""What the queue shows, line by line: what runs and waits, what needs the user, what failed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from topa_studio.app.making.jobs import Failure
from topa_studio.app.session import ProjectSession
from topa_studio.model.status import RUNNING, JobStatus, Stage
from topa_studio.model.wish import Kind, Redrawing, Wish
from topa_studio.pipeline.job import HELD
from topa_studio.ui.words import credits_word, deleted_shot_words, shot_title, trouble_words

translate = QCoreApplication.translate
CONTENT = "pipeline.content-refused"


class Sort(StrEnum):
    """What can be done with a line depends on this alone."""

    RUNS = "runs"
    WAITS = "waits"
    NEEDS_YOU = "needs you"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the queue.

    Attributes:
        id: the job's number; 0 where it has none yet.
        why: why it waits, failed or needs the user; "" where it just goes on.
        act, words: what Enter does, "check", "retry" or "edit", and its button; "" for nothing.
        paid: it only has to be fetched again.
        variant: which of several that were wished at once it is; 0: it was wished alone.
    """

    sort: Sort
    id: int
    kind: str
    key: str
    title: str
    stage: Stage
    progress: float = 0.0
    since: float = 0.0
    why: str = ""
    act: str = ""
    words: str = ""
    paid: bool = False
    variant: int = 0


def title_of(session: ProjectSession, kind: str, key: str) -> str:
    """What a line makes: "1.2 A red kite", "1.2 A red kite: panel", "@Topa", "@Topa: Topa2.png"."""
    scenario = session.film
    if kind == Kind.REDRAW:
        wish = Redrawing.of(key)
        words = translate("QueuePane", "@{name}: {file}")
        return words.format(name=wish.element, file=wish.words or wish.file)
    if not scenario.has_shot(key):
        return f"@{key}" if kind == "view" else deleted_shot_words(key)
    title = f"{scenario.number_of(key)} {shot_title(scenario.shot(key))}"
    if kind != "panel":
        return title
    return translate("QueuePane", "{shot}: panel").format(shot=title)


def line_of(session: ProjectSession, job: JobStatus) -> Line:
    """A job, or a shot or element that stands in line."""
    line = _line_of(session, job)
    return line if job.variant is None else replace(line, variant=job.variant.place)


def _title_of(session: ProjectSession, job: JobStatus) -> str:
    """Which variant it is comes first: the end of a line may be cut."""
    title, which, film = title_of(session, job.kind, job.key), job.variant, session.film
    if which is None or not film.has_shot(job.key):
        return title
    words = translate("QueuePane", "{number} variant {place} of {count}: {title}")
    told = {"number": film.number_of(job.key), "title": shot_title(film.shot(job.key))}
    return words.format(place=which.place, count=which.count, **told)


def _line_of(session: ProjectSession, job: JobStatus) -> Line:
    title = _title_of(session, job)
    made = (job.id, job.kind, job.key, title, job.stage, job.progress, job.since)
    if job.stage is Stage.NEEDS_YOU:
        if job.trouble is not None and job.trouble.code in HELD:
            why, act = trouble_words(job.trouble), translate("QueuePane", "Look again")
            return Line(Sort.NEEDS_YOU, *made, why, "check", act)
        why = translate("QueuePane", "Sent, and the answer was lost. It may be charged.")
        return Line(Sort.NEEDS_YOU, *made, why, "check", translate("QueuePane", "Check now"))
    trouble = job.waits or job.trouble
    why = "" if trouble is None else trouble_words(trouble)
    return Line(Sort.RUNS if job.sent and job.stage in RUNNING else Sort.WAITS, *made, why)


def failed_line(session: ProjectSession, failure: Failure) -> Line:
    """A failure with its reason, and what can be done about it."""
    act, words = "retry", _retry_words(session, failure)
    if failure.trouble.code == CONTENT:
        act, words = "edit", translate("QueuePane", "Edit the words")
    return Line(
        sort=Sort.FAILED,
        id=0,
        kind=failure.kind,
        key=failure.key,
        title=title_of(session, failure.kind, failure.key),
        stage=Stage.FAILED,
        why=trouble_words(failure.trouble),
        act=act,
        words=words,
        paid=failure.paid,
    )


def _retry_words(session: ProjectSession, failure: Failure) -> str:
    if failure.paid:
        return translate("QueuePane", "Download again · free")
    cost = session.quote([Wish(failure.kind, failure.key)]).credits
    return translate("QueuePane", "Generate again · {cost}").format(cost=credits_word(cost))
