"""Two processes at once on one film, a window and a command, each maybe killed; then the audit."""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import os
import random
import sqlite3
import time
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from tests.support.fast_session import fast_clock, numbered_film
from topa_studio.app.opening import Opening, open_film
from topa_studio.app.session import ProjectSession
from topa_studio.base.errors import ProjectError
from topa_studio.document.document import Document
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.model.status import Stage
from topa_studio.model.wish import Wish, clips, variants

SHOTS = 2
# As shares of what a whole run takes on this machine now: a busy one must still let them meet.
_LATEST_START = 0.2
_LONGEST_LIFE = 1.0
_MEASURED = 1_000_000
_KILLED = 0.7
_PATIENCE = 600.0
_HELD = 3
_VARIANTS = 3
_OPEN = "('intent', 'sending', 'submitted', 'ready')"


@dataclass(slots=True)
class Race:
    """One race and what came of it; `faults` are words of what may never be."""

    number: int
    killed: int = 0
    refused: int = 0
    needs_you: int = 0
    faults: list[str] = field(default_factory=list)


def forking() -> Any:
    """Processes that start warm where the system can fork, else cold."""
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    if "forkserver" in methods:
        context.set_forkserver_preload(
            ["tests.support.race", "topa_studio.provider.kie.client", "av"]
        )
    return context


def film_of(folder: Path, number: int) -> Path:
    """The film of that race, with prompts that no other race has."""
    path = folder / str(number) / "film.yaml"
    if not path.exists():
        made = numbered_film(path.parent, SHOTS)
        text = made.read_text(encoding="utf-8").replace("number ", f"number {number}-")
        made.write_text(text, encoding="utf-8")
    return path


def whole_run(context: Any, folder: Path, environment: Mapping[str, str]) -> float:
    """Seconds that one process takes for such a film alone, here and now."""
    # The first one also waits for the server of forks.
    for number in (_MEASURED, _MEASURED + 1):
        process = _process(context, film_of(folder, number), "last", environment)
        began = time.monotonic()
        process.start()
        process.join(_PATIENCE)
        took = time.monotonic() - began
    return took


def race(
    context: Any,
    folder: Path,
    number: int,
    *,
    seed: int,
    environment: Mapping[str, str],
    whole: float,
) -> Race:
    """Run a window and a command at random times, kill some, and then one command to its end.

    `whole` is what `whole_run` told.
    """
    rng = random.Random(f"race/{seed}/{number}")
    film, found = film_of(folder, number), Race(number)
    runners = []
    for who in rng.sample(["window", "command"], 2):
        process = _process(context, film, who, environment)
        killed = rng.random() < _KILLED
        life = rng.random() * _LONGEST_LIFE * whole if killed else None
        runners.append((rng.random() * _LATEST_START * whole, life, process))
    _run(runners, found)
    make_all(context, film, environment, found)
    return found


def make_all(context: Any, film: Path, environment: Mapping[str, str], found: Race) -> None:
    """Run the last command to its end, and look at what it left."""
    last = _process(context, film, "last", environment)
    last.start()
    last.join(_PATIENCE)
    if _outcome(film) != "0":
        found.faults.append(f"the last command ended with {last.exitcode}: {_outcome(film)!r}")
        last.kill()
    _look(film, found)


def _process(context: Any, film: Path, who: str, environment: Mapping[str, str]) -> BaseProcess:
    process: BaseProcess = context.Process(target=work, args=(film, who, dict(environment)))
    return process


def _run(runners: list[tuple[float, float | None, BaseProcess]], found: Race) -> None:
    began = time.monotonic()
    for start, _life, process in sorted(runners, key=lambda one: one[0]):
        time.sleep(max(0.0, began + start - time.monotonic()))
        process.start()
    ends = [(start + life, process) for start, life, process in runners if life is not None]
    for end, process in sorted(ends, key=lambda one: one[0]):
        process.join(max(0.0, began + end - time.monotonic()))
        if process.exitcode is None:
            process.kill()
            found.killed += 1
    for _start, _life, process in runners:
        process.join(_PATIENCE)
        if process.exitcode is None:
            found.faults.append("a process did not end")
            process.kill()
        found.refused += process.exitcode == _HELD
        if process.exitcode not in (0, _HELD, -9):
            found.faults.append(f"a process ended with {process.exitcode}")


def work(film: Path, who: str, environment: dict[str, str]) -> None:
    """What one process does; it ends with 3 where another one holds the film."""
    with fast_clock():
        code = asyncio.run(_work(film, who, environment))
    (film.parent / f"{who}.outcome").write_text(str(code), encoding="utf-8")
    os._exit(code)


def _outcome(film: Path) -> str:
    """What the last command says of its end; a server of forks may lose the code of one."""
    path = film.parent / "last.outcome"
    return path.read_text(encoding="utf-8") if path.exists() else "no word"


async def _work(film: Path, who: str, environment: dict[str, str]) -> int:
    is_window = who == "window"
    how = Opening(what=who, must_write=not is_window, unattended=not is_window)
    try:
        session = await open_film(film, how, environment)
    except ProjectError as error:
        return _HELD if error.code == "project.held" else 1
    try:
        if session.read_only:
            return _HELD
        if who != "last":
            key = session.document.scenario.shots()[0 if is_window else 1].key
            title = f"{who} {time.time_ns()}"
            await session.edit("Title", [SetField(ShotTarget(key), "title", title)])
            await session.save()
            _note(film, key, title)
        await session.collect()
        if has_variants(film) and who != "command":
            await session.make(_several(session))
        await session.make(clips(*session.missing()))
    finally:
        await session.aclose()
    return 0


def has_variants(film: Path) -> bool:
    """Whether the window of this race wishes several clips of the first shot at one press."""
    return int(film.parent.name) % 4 == 3


def _several(session: ProjectSession) -> tuple[Wish, ...]:
    """What was in line at the last end; where nothing was tried, all of them."""
    key = session.document.scenario.shots()[0].key
    offered = session.last_line.offered()
    is_new = session.shot(key).stage is Stage.NOT_MADE and not session.shot(key).takes
    return offered or (variants(key, _VARIANTS) if is_new else ())


def _note(film: Path, key: str, title: str) -> None:
    """What this process was told to be saved."""
    with (film.parent / f"saved-{os.getpid()}.json").open("a", encoding="utf-8") as file:
        file.write(json.dumps([time.time_ns(), key, title]) + "\n")


def _look(film: Path, found: Race) -> None:
    """Nothing open, nothing lost of what was said to be saved, every shot made or told."""
    saved: dict[str, tuple[int, str]] = {}
    for path in film.parent.glob("saved-*.json"):
        for line in path.read_text(encoding="utf-8").splitlines():
            at, key, title = json.loads(line)
            saved[key] = max(saved.get(key, (0, "")), (at, title))
    scenario = Document.open(film).scenario
    for key, (_at, title) in saved.items():
        if scenario.shot(key).title != title:
            found.faults.append(f"the title of {key} is lost: {scenario.shot(key).title!r}")
    with closing(sqlite3.connect(film.parent / "output" / ".topa" / "state.db")) as db:
        left = db.execute(f"SELECT count(*) FROM job WHERE state IN {_OPEN}").fetchone()[0]
        unknown = db.execute("SELECT count(*) FROM job WHERE state = 'unknown'").fetchone()[0]
        takes = [row[0] for row in db.execute("SELECT path FROM take")]
    found.needs_you = unknown
    if left:
        found.faults.append(f"{left} jobs are open")
    most = SHOTS + (_VARIANTS - 1 if has_variants(film) else 0)
    if not SHOTS <= len(takes) + unknown <= most:
        found.faults.append(f"{len(takes)} takes and {unknown} unknown of {SHOTS} shots")
    missing = [path for path in takes if not (film.parent / path).is_file()]
    if missing:
        found.faults.append(f"no file at {missing}")


def audit(folder: Path, races: list[Race], ledger: Mapping[str, Any]) -> None:
    """Add to each race what the service's ledger says of it: charged twice, or paid and lost."""
    charged = Counter(task["prompt"] for task in ledger["tasks"].values())
    by_race: dict[int, list[str]] = {}
    for task_id, task in ledger["tasks"].items():
        number = int(task["prompt"].rpartition("number ")[2].partition("-")[0])
        by_race.setdefault(number, []).append(task_id)
    for one in races:
        film = film_of(folder, one.number)
        with closing(sqlite3.connect(film.parent / "output" / ".topa" / "state.db")) as db:
            taken = {row[0] for row in db.execute("SELECT task_id FROM take")}
            told = [row[0] for row in db.execute("SELECT request FROM job WHERE state='unknown'")]
        for task_id in by_race.get(one.number, []):
            prompt = ledger["tasks"][task_id]["prompt"]
            is_first = f"number {one.number}-0" in prompt
            if charged[prompt] > (_VARIANTS if has_variants(film) and is_first else 1):
                one.faults.append(f"charged {charged[prompt]} times: {prompt}")
            if task_id not in taken and not any(prompt in request for request in told):
                one.faults.append(f"paid and lost: {prompt}")
