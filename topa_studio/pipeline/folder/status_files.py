"""elements_status.json and status.json in the older pipeline's shapes; unknown keys are kept."""

from __future__ import annotations

import errno
import json
import os
import re
from collections.abc import Mapping, Set
from pathlib import Path
from typing import Any

from topa_studio.base.files import LinkedError, is_link, set_aside, write_atomic
from topa_studio.base.json_reader import MAX_BYTES, read_json
from topa_studio.base.regular import NotRegularError, read_head
from topa_studio.base.spelling import composed
from topa_studio.base.words import say
from topa_studio.model.scenario import Scenario, Shot
from topa_studio.pipeline.board import Board, Entry
from topa_studio.pipeline.choice import chosen_take
from topa_studio.pipeline.compose import needed_elements
from topa_studio.pipeline.folder.layout import Layout, file_name
from topa_studio.pipeline.job import OPEN, Job, Kind, State

Json = dict[str, Any]
_LOCK_SECONDS = 30.0
_LOOK_EVERY = 0.01
_TRIES = 20
_NO_STATUS = b"\0"
_TASK = re.compile(rb'"task_id"\s*:\s*(?:null|"([^"\\]*)")')


def read_status(path: Path) -> Json:
    """The mapping in a status file; empty where there is none or it is damaged."""
    return _mapping_in(_bytes(path)) or {}


def names_only(path: Path, known: Set[str]) -> bool:
    """Whether a status file names no task but these, for which it is not read as a whole.

    A file that writes letters or names in another way than usual counts as one that does.
    """
    data = _bytes(path) or b""
    tasks = _TASK.findall(data)
    if b"\\u" in data or len(tasks) != data.count(b"task_id"):
        return False
    return known >= {task.decode("utf-8", "replace") for task in tasks if task}


def is_damaged(path: Path) -> bool:
    """Whether there is a file of that name that holds no sound JSON mapping."""
    data = _bytes(path)
    return data is not None and _mapping_in(data) is None


def _bytes(path: Path) -> bytes | None:
    try:
        return read_head(path, MAX_BYTES + 1)
    except NotRegularError:
        return _NO_STATUS
    except OSError:
        return None


def _mapping_in(data: bytes | None) -> Json | None:
    try:
        found = None if data is None else read_json(data)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def mapping(data: object) -> Json:
    """`data` where it is a mapping, else an empty one."""
    return data if isinstance(data, dict) else {}


def merge_into(path: Path, part: str, entries: Mapping[str, Json], layout: Layout) -> None:
    """Put entries into a part of a status file; all others stay. Blocks.

    Films and processes that share the file wait for each other. The older pipeline knows no lock:
    what it wrote while this was working is read again instead of written over.

    Raises:
        OSError: it could not be written.
    """
    from filelock import FileLock, Timeout

    lock = layout.own(layout.status_lock)
    lock.parent.mkdir(parents=True, exist_ok=True)
    if is_link(lock):
        raise LinkedError(lock)
    try:
        with FileLock(lock, timeout=_LOCK_SECONDS, poll_interval=_LOOK_EVERY):
            for _try in range(_TRIES):
                if _merged(layout.own(path), part, entries):
                    return
    except Timeout as error:
        raise TimeoutError(errno.ETIMEDOUT, "another program does not let go", str(lock)) from error


def _merged(path: Path, part: str, entries: Mapping[str, Json]) -> bool:
    """Whether the file holds them now; not where it was written by others meanwhile."""
    data = _bytes(path)
    before = _mapping_in(data)
    if before is None and data:
        set_aside(path, "damaged.json")
        data = None
    before = before or {}
    known = mapping(before.get(part))
    after = dict(before)
    after[part] = {**known, **{key: _merge(known.get(key), new) for key, new in entries.items()}}
    if after == before:
        return True
    text = json.dumps(after, indent=2, ensure_ascii=False)
    return write_atomic(path, f"{text}\n".encode(), may_replace=lambda: _bytes(path) == data)


def _merge(old: object, new: Json) -> Json:
    before = mapping(old)
    merged = {**before, **new}
    if new.get("completed") and new.get("task_id") in (None, before.get("task_id")):
        # The same result as before: what was sent for it then is still so.
        facts = ("task_id", "url", "prompt", "elements")
        merged |= {name: before[name] for name in facts if before.get(name)}
    if "views" in new:
        views = mapping(mapping(old).get("views"))
        merged["views"] = {**views, **{n: _merge(views.get(n), v) for n, v in new["views"].items()}}
    return merged


def shot_entries(scenario: Scenario, board: Board, layout: Layout) -> Mapping[str, Json]:
    """What `status.json` says of each shot of which anything is known."""
    found = {}
    folder = layout.film_folder / "shots"
    clips = {name: f"{layout.relative(folder)}/{name}" for name in map(composed, _in(folder))}
    for shot in scenario.shots():
        entry = board.entry(Kind.CLIP, shot.key)
        if entry.takes or entry.newest_job() is not None:
            clip = clips.get(composed(f"{file_name(shot.key)}.mp4"), "")
            found[shot.key] = _shot_entry(scenario, shot, entry, clip)
    return found


def _in(folder: Path) -> list[str]:
    """Names of a folder behind which something stands; a link may lead to nothing."""
    try:
        with os.scandir(folder) as found:
            return [e.name for e in found if not e.is_symlink() or os.path.exists(e.path)]
    except OSError:
        return []


def _shot_entry(scenario: Scenario, shot: Shot, entry: Entry, clip: str) -> Json:
    take, job = chosen_take(shot, entry), entry.newest_job()
    running = job if job is not None and job.state in OPEN else None
    names = [element.name for element in needed_elements(scenario, shot)]
    if take is not None and running is None:
        return {
            "task_id": take.task_id or None, "status": "completed", "completed": True,
            "url": url_of(entry, take.task_id), "local_path": clip or take.path,
            "prompt": shot.prompt, "elements": names, "error": None,
        }  # fmt: skip
    error = None if job is None or job.trouble is None else job.trouble
    return {
        "task_id": None if job is None else job.task_id or None,
        "status": word_of(job),
        "completed": False,
        "url": None,
        "local_path": None,
        "prompt": shot.prompt,
        "elements": names,
        "error": None if error is None else say(error.code, error.params),
    }


def url_of(entry: Entry, task_id: str) -> str | None:
    """Where the service kept the result of a task."""
    urls = (job.urls for job in list(entry.jobs.values()) if job.task_id == task_id and job.urls)
    return next(urls, (None,))[0]


def word_of(job: Job | None) -> str:
    """The older pipeline's word for how far a job is."""
    if job is None:
        return "pending"
    match job.state:
        case State.SUBMITTED | State.READY:
            return "submitted"
        case State.FAILED:
            return "failed" if job.task_id else "submit_failed"
        case State.DONE:
            return "completed"
        case State.UNKNOWN:
            return "unknown"
        case _:
            return "pending"
