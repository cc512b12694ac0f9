"""A job as one line of text with its checksum: what is damaged is left out, never guessed."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from typing import Any

from topa_studio.base.spelling import composed
from topa_studio.model.request import from_json, to_json
from topa_studio.model.status import Trouble
from topa_studio.pipeline.job import Job, Kind, State, Wish

_APART = frozenset({"id", "wish", "state", "request", "trouble", "urls"})
_PLAIN = tuple(field.name for field in fields(Job) if field.name not in _APART)
_MUST = frozenset({"digest", "path", "estimate", "created"})

_ORDER = {
    State.INTENT: 0,
    State.SENDING: 1,
    State.UNKNOWN: 2,
    State.DROPPED: 3,  # never with a task id: what was left and has one now was adopted
    State.SUBMITTED: 4,
    State.READY: 5,
    State.DONE: 6,
    State.FAILED: 6,
}

Mark = tuple[Kind, str, str, int, float]
"""What tells a job from every other one where its number in the database is not known."""


def mark_of(job: Job) -> Mark:
    """Kind, film, key, number and the moment it was made."""
    wish = job.wish
    return wish.kind, wish.film, wish.key, wish.number, job.created


def is_further(job: Job, other: Job) -> bool:
    """Whether `job` is told of at a later step than `other`."""
    return _ORDER[job.state] > _ORDER[other.state]


def job_line(job: Job, *, whole: bool, **facts: object) -> bytes:
    """One line with its end; `whole` takes the request in, `facts` are for a person to read."""
    request = None if job.request is None or not whole else to_json(job.request)
    trouble = None if job.trouble is None else job.trouble.plain()
    wish = job.wish
    told = {
        "task_id": job.task_id,
        "state": job.state,
        "wish": [wish.kind, wish.film, wish.key, wish.number],
        **{name: _plain(getattr(job, name)) for name in _PLAIN},
        "trouble": trouble,
        "request": request,
        **facts,
    }
    return line(told)


def line(facts: Mapping[str, object]) -> bytes:
    """Any facts as a line with its checksum."""
    text = json.dumps(facts, ensure_ascii=False, separators=(",", ":"), default=str)
    data = text.encode("utf-8", "replace")
    return b"%08x %s\n" % (zlib.crc32(data), data)


def read_lines(data: bytes) -> Iterator[dict[str, Any]]:
    """The facts of every whole line, oldest first; torn and damaged ones are left out."""
    for raw in data.split(b"\n"):
        checksum, _, text = raw.strip(b" \0\r").partition(b" ")
        try:
            if int(checksum, 16) != zlib.crc32(text):
                continue
            facts = json.loads(text)
        except (ValueError, RecursionError):
            continue
        if isinstance(facts, dict):
            yield facts


def jobs_in(lines: Iterable[Mapping[str, Any]]) -> list[Job]:
    """The last that is told of each job, in the order they first came; ids are 0."""
    found: dict[Mark, Job] = {}
    for facts in lines:
        job = _job(facts)
        if job is None:
            continue
        before = found.get(mark_of(job))
        if before is not None:
            job = with_request(job, before)
        found[mark_of(job)] = job
    return list(found.values())


def with_request(job: Job, other: Job) -> Job:
    """`job` with what another record of it holds too: most lines leave the request out."""
    return replace(
        job, request=job.request or other.request, sent_with=job.sent_with or other.sent_with
    )


def _plain(value: object) -> object:
    return dict(value) if isinstance(value, Mapping) else value


def _job(facts: Mapping[str, Any]) -> Job | None:
    """The job of a line; None where the line is about something else or of another making."""
    try:
        kind, film, key, number = facts["wish"]
        given = {name: facts[name] for name in _PLAIN if name in facts}
        if not given.keys() >= _MUST:
            return None
        request, trouble = facts.get("request"), facts.get("trouble")
        return Job(
            id=0,
            wish=Wish(Kind(kind), key, number, composed(film)),
            state=State(facts["state"]),
            request=None if request is None else from_json(request),
            trouble=None if trouble is None else Trouble.from_plain(*trouble),
            **given,
        )
    except (KeyError, TypeError, ValueError):
        return None
