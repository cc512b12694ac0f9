#!/usr/bin/env python3
"""A long film made in compressed time with faults and kills: memory, files, bytes written, ledger.

python benchmarks/soak.py [SHOTS] [KILLS] [SEED] [--jobs N] [--faults SHARE] [--profile FILE]

The program makes the film against a service of its own, is killed at random in the first half, and
started again each time; what nobody knows stays "needs you" and is never sent again. Goals: after
warm-up at most 50 MB more memory, at most 1 GB written, no charge twice, no paid result lost.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from topa_studio.model.wish import clips

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.support.fast_session import fast_clock, numbered_film, tiny_clip
from tests.support.quick_kie import Service, quick_kie
from topa_studio.app.opening import Opening, open_film

_MEGABYTE = 1 << 20
_LOOK = 0.2


class Life:
    """One process that makes the film, watched from outside."""

    def __init__(self, film: Path, service: Service, jobs: int, profile: str) -> None:
        command = [sys.executable, __file__, "--make", str(film), "--jobs", str(jobs)]
        if profile:
            command += ["--profile", profile]
        # The user's own ledger of the day is no part of this.
        own = {"XDG_DATA_HOME": str(film.parent / "user"), "PYTHONPATH": str(ROOT)}
        environment = {**os.environ, **service.environment(), **own}
        self.process = subprocess.Popen(command, env=environment)
        self.memory: list[tuple[int, float]] = []
        self.files = 0
        self.written = self.asked_to_write = 0

    def look(self, made: int) -> bool:
        """Note what it takes now; False once it has ended."""
        if self.process.poll() is not None:
            return False
        folder = Path("/proc", str(self.process.pid))
        try:
            status = dict(
                line.split(":", 1) for line in (folder / "status").read_text().splitlines()
            )
            counts = dict(line.split(": ") for line in (folder / "io").read_text().splitlines())
            self.files = max(self.files, len(list((folder / "fd").iterdir())))
            self.memory.append((made, int(status["VmRSS"].split()[0]) / 1024))
        except (OSError, KeyError):
            return self.process.poll() is None
        self.written = int(counts["write_bytes"])
        self.asked_to_write = int(counts["wchar"])
        return True


def soak(shots: int, kills: int, seed: int, jobs: int, faults: float, profile: str) -> bool:
    """Run; whether nothing was charged twice and nothing paid was lost."""
    rng = random.Random(seed)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        film = numbered_film(Path(folder, "film"), shots)
        clip = tiny_clip(Path(folder, "clip.mp4"))
        with quick_kie(clip, faults=faults, seconds=0.05, spread=0.1, seed=seed) as service:
            at = sorted(rng.randrange(shots // 2) for _kill in range(kills))
            lives = [_lived(film, service, jobs, kill, profile) for kill in [*at, None]]
            while _unfinished(film) and len(lives) < kills + 10:
                lives.append(_lived(film, service, jobs, None, profile))
            ledger = service.ledger()
        _tell(lives, time.monotonic() - began, shots)
        print(f"the service: {ledger['counts']}")
        return _audit(film, ledger, shots)


def _lived(film: Path, service: Service, jobs: int, kill: int | None, profile: str) -> Life:
    """One life until its end, or until `kill` results were given in all."""
    life = Life(film, service, jobs, profile)
    while True:
        made = service.ledger()["counts"].get("results", 0)
        if not life.look(made):
            return life
        if kill is not None and made >= kill:
            life.process.kill()
            life.process.wait()
            return life
        time.sleep(_LOOK)


def _unfinished(film: Path) -> bool:
    with sqlite3.connect(film.parent / "output" / ".topa" / "state.db") as db:
        rows = db.execute(
            "SELECT count(*) FROM job WHERE state IN ('intent', 'sending', 'submitted', 'ready')"
        )
        return bool(rows.fetchone()[0])


def _tell(lives: list[Life], seconds: float, shots: int) -> None:
    written = sum(life.written for life in lives) / _MEGABYTE
    asked = sum(life.asked_to_write for life in lives) / _MEGABYTE
    print(f"{shots} shots, {len(lives)} lives, {seconds:.0f} s")
    print(f"written {written:.0f} MB to the disk ({asked:.0f} MB by calls); goal 1024 MB")
    print(f"most open files: {max(life.files for life in lives)}")
    longest = max(lives, key=lambda life: len(life.memory))
    memory = longest.memory
    first = memory[0][0]
    warm = [used for made, used in memory if made >= first + 300] or [memory[-1][1]]
    print(
        f"memory after warm-up {warm[0]:.0f} MB, at the end {warm[-1]:.0f} MB, at most "
        f"{max(warm):.0f} MB: {max(warm) - warm[0]:+.0f} MB over {memory[-1][0] - first} results "
        f"(goal: at most +50)"
    )


def _audit(film: Path, ledger: dict[str, dict[str, dict[str, str]]], shots: int) -> bool:
    """Every charge once, and each a take here or told as open or "needs you"."""
    with sqlite3.connect(film.parent / "output" / ".topa" / "state.db") as db:
        takes = {row[0]: row[1] for row in db.execute("SELECT task_id, path FROM take")}
        jobs = list(db.execute("SELECT task_id, state, request, key FROM job"))
    states = Counter(state for _id, state, _request, _key in jobs)
    asked = Counter(task["prompt"] for task in ledger["tasks"].values())
    unknown = [request for _id, state, request, _key in jobs if state == "unknown"]
    open_ids = {task_id for task_id, state, _r, _k in jobs if state in ("submitted", "ready")}
    double = [prompt for prompt, count in asked.items() if count > 1]
    lost = []
    text = "\n".join(unknown)
    for task_id, task in ledger["tasks"].items():
        here = task_id in takes and (film.parent / takes[task_id]).is_file()
        if not here and task_id not in open_ids and task["prompt"] not in text:
            lost.append(task["prompt"])
    keys = {key for _id, state, _request, key in jobs if state in ("done", "unknown")}
    print(f"jobs: {dict(states)}; {len(ledger['tasks'])} charges, {len(takes)} takes")
    print(f"{len(double)} charged twice, {len(lost)} lost, {shots - len(keys)} shots left behind")
    return not double and not lost


async def _make(film: Path, jobs: int) -> None:
    with fast_clock():
        session = await open_film(film, Opening(unattended=True, slots=jobs, must_write=True))
        try:
            await session.collect()
            await session.make(clips(*session.missing()))
        finally:
            await session.aclose()


def _profiled(film: Path, jobs: int, target: str) -> None:
    if not target:
        asyncio.run(_make(film, jobs))
        return
    from pyinstrument import Profiler

    with Profiler(async_mode="disabled", interval=0.002) as profiler:
        asyncio.run(_make(film, jobs))
    Path(target).write_text(profiler.output_text(), encoding="utf-8")


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("shots", type=int, nargs="?", default=10_000)
    asked.add_argument("kills", type=int, nargs="?", default=20)
    asked.add_argument("seed", type=int, nargs="?", default=1)
    asked.add_argument("--jobs", type=int, default=64)
    asked.add_argument("--faults", type=float, default=0.05)
    asked.add_argument("--profile", default="")
    asked.add_argument("--make", type=Path)
    given = asked.parse_args()
    if given.make:
        _profiled(given.make, given.jobs, given.profile)
        sys.exit(0)
    fine = soak(given.shots, given.kills, given.seed, given.jobs, given.faults, given.profile)
    sys.exit(0 if fine else 1)
