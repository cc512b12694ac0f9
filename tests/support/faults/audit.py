"""AUDIT: after any fault, was anything paid twice, lost, torn, leaked or passed over in silence?"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

from tests.support.faults.drive import CANARY
from tests.support.faults.service import result_bytes
from topa_studio.base.yaml_reader import load_file

Json = dict[str, Any]
_TOLD_OF = {"FAILED", "NEEDS_YOU", "IN_LINE", "DRAWING", "DOWNLOADING", "SENDING"}
_OURS = "project.mistake-of-ours"
_KEY_SPELLINGS = (
    CANARY.encode(),
    quote(CANARY, safe="").encode(),
    json.dumps(CANARY)[1:-1].encode(),
)


def audit(
    home: Path, ledger: Json, seen: Json, confirmed: Mapping[str, int], variants: int = 0
) -> list[str]:
    """Every broken promise, each as one line; empty where all is well.

    Args:
        ledger: what the service took, as `drive.control` tells it.
        seen: what the user saw at the end of the last run.
        confirmed: by prompt, how often the user agreed to pay again.
        variants: how many clips of one prompt were wished at once; 0: one.
    """
    found = {
        "twice": _twice(ledger, confirmed, variants),
        "lost": _lost(home, ledger, seen),
        "unparsable": _unparsable(home),
        "partial": _partial(home, ledger),
        "key": _leaks(home),
        "traceback": _tracebacks(seen),
        "repair": _repairs(seen),
    }
    return [f"{name}: {line}" for name, lines in found.items() for line in lines]


def over_budget(ledger: Json, budget: float | None) -> list[str]:
    """Whether more was charged than the user allowed."""
    if budget is None or ledger["charged"] <= budget:
        return []
    return [f"budget: {ledger['charged']} credits charged of {budget}"]


def _twice(ledger: Json, confirmed: Mapping[str, int], variants: int) -> Iterator[str]:
    created = Counter(f"{task['model']}: {task['prompt']}" for task in ledger["tasks"])
    failed = Counter(
        f"{task['model']}: {task['prompt']}" for task in ledger["tasks"] if task["fate"] == "fail"
    )
    clips = {f"{task['model']}: {task['prompt']}" for task in ledger["tasks"] if task["clip"]}
    for wish, count in created.items():
        wished = max(1, variants if wish in clips else 0)
        allowed = wished + failed[wish] + confirmed.get(wish, 0)
        if count > allowed:
            yield f"{count} creates of {wish!r}, {allowed} allowed"


def _lost(home: Path, ledger: Json, seen: Json) -> Iterator[str]:
    """What was paid for is here, whole, or the user is told about it."""
    state = home / "output" / ".topa" / "state.db"
    jobs, takes = _rows(state, "job"), _rows(state, "take")
    for task in ledger["tasks"]:
        if any(take["task_id"] == task["id"] and _is_whole(home, take, task) for take in takes):
            continue
        if task["fate"] == "fail" or _told_of(task, jobs, seen) or _is_in_trash(home, task):
            continue
        yield f"{task['id']} ({task['prompt'][:40]!r}) is neither here nor told of"


def _told_of(task: Json, jobs: list[Json], seen: Json) -> bool:
    """A job of this task, or one of its wish with an open outcome, which the screen shows."""
    for job in jobs:
        same = job["task_id"] == task["id"]
        asked = job["state"] == "unknown" and _prompt(job) in task["prompt"]
        if (same and job["state"] != "done") or asked:
            part = "elements" if job["kind"] in ("view", "redraw") else "shots"
            shown = seen[part].get(job["key"], {})
            if shown.get("stage") in _TOLD_OF and (shown.get("told") or asked):
                return True
    return any(task["id"] in line for line in seen["told"])


def unknowns(home: Path, ledger: Json) -> tuple[int, int]:
    """How many jobs are told as unknown, and how many of those the service really took."""
    jobs = _rows(home / "output" / ".topa" / "state.db", "job")
    asked = [_prompt(job) for job in jobs if job["state"] == "unknown"]
    taken = [task["prompt"] for task in ledger["tasks"]]
    return len(asked), sum(any(words in prompt for prompt in taken) for words in asked)


def done_jobs(home: Path) -> list[str]:
    """The task ids of jobs whose results are here, as the state on the disk says."""
    jobs = _rows(home / "output" / ".topa" / "state.db", "job")
    return [job["task_id"] for job in jobs if job["state"] == "done"]


def _prompt(job: Json) -> str:
    request = json.loads(job["request"] or "{}")
    return str(request.get("prompt", "?"))[:60]


def _is_whole(home: Path, take: Json, task: Json) -> bool:
    path = home / take["path"]
    return path.is_file() and path.read_bytes() == result_bytes(task["id"], task["clip"])


def _is_in_trash(home: Path, task: Json) -> bool:
    """Whether a picture was put away, with its receipt."""
    whole = result_bytes(task["id"], task["clip"])
    paths = (home / "output" / ".topa" / "trash" / "pictures").glob("*/*.png")
    kept = [path for path in paths if path.read_bytes() == whole]
    return any(task["id"] in path.with_suffix(".json").read_text() for path in kept)


def _rows(state: Path, table: str) -> list[Json]:
    if not state.exists():
        return []
    with closing(sqlite3.connect(state)) as db, suppress(sqlite3.DatabaseError):
        db.row_factory = sqlite3.Row
        return [dict(row) for row in db.execute(f"SELECT * FROM {table}")]
    return []  # told as unparsable


def _unparsable(home: Path) -> Iterator[str]:
    for path in sorted(home.rglob("*")):
        if _is_set_aside(path):
            continue
        try:
            if path.suffix == ".json":
                json.loads(path.read_bytes())
            elif path.suffix in (".yaml", ".yml"):
                load_file(path)
            elif path.suffix == ".db":
                with closing(sqlite3.connect(path)) as db:
                    found = db.execute("PRAGMA integrity_check").fetchone()[0]
                if found != "ok":
                    yield f"{path.relative_to(home)}: {found}"
        except Exception as error:  # noqa: BLE001 - whatever a reader raises is the finding
            yield f"{path.relative_to(home)}: {error}"


def _is_set_aside(path: Path) -> bool:
    """Whether a damaged file was kept as a copy, which is no promise to be readable."""
    return any(part.startswith("damaged-") for part in path.parts)


def _partial(home: Path, ledger: Json) -> Iterator[str]:
    """A file under its final name is the whole of what the service gave."""
    whole = {_sha256(result_bytes(task["id"], task["clip"])) for task in ledger["tasks"]}
    for path in sorted((home / "output").rglob("*")):
        media = path.suffix in (".mp4", ".png", ".jpg") and ".topa" not in path.parts
        if media and _sha256(path.read_bytes()) not in whole:
            yield str(path.relative_to(home))


def _leaks(home: Path) -> Iterator[str]:
    for path in sorted(home.parent.rglob("*")):
        if path.is_file() and any(key in path.read_bytes() for key in _KEY_SPELLINGS):
            yield str(path.relative_to(home.parent))


def _tracebacks(seen: Json) -> Iterator[str]:
    shown = [part["told"] for kind in ("shots", "elements") for part in seen[kind].values()]
    for line in [*seen["told"], *shown]:
        if line.startswith(_OURS) or "Traceback" in line:
            yield line


def _repairs(seen: Json) -> Iterator[str]:
    if not seen["opened"]:
        yield f"the film does not open: {seen['told']}"
    for kind in ("shots", "elements"):
        for key, part in seen[kind].items():
            if part["stage"] not in ("MADE", "NEEDS_YOU", "FAILED", "NOT_MADE"):
                yield f"{kind} {key} is still {part['stage']} after its run"


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
