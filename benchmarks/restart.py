#!/usr/bin/env python3
"""Start the window on a film of 10,000 made shots of which 64 are still on their way.

python benchmarks/restart.py [SHOTS] [ROUNDS]

From the start of the process: until the timeline is painted, until ten turns of the loop in a row
computed less than 50 ms (the window is usable), and until the service is first asked about a task.
Beside the seconds stands what the process computed until then, which a busy machine does not
change much. Goals: usable within 1.5 s, first question within 5 s.
"""

from __future__ import annotations

import asyncio
import json
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from topa_studio.ui.widgets.no_screen import use_large_screen

use_large_screen()

if "--window" not in sys.argv:  # the window loads nothing that the program does not
    from tests.support.fast_session import numbered_film, tiny_clip
    from tests.support.given_numbers import numbers
    from tests.support.quick_kie import Service, quick_kie

_OPEN = 64
_TURN = 0.05


def make_state(film: Path, shots: int) -> None:
    """A folder as it is after a run: every shot made, the last ones sent and not collected."""
    from topa_studio.catalogue.catalogue import USUAL, Catalogue
    from topa_studio.document.document import Document
    from topa_studio.model.request import digest
    from topa_studio.model.take import Take
    from topa_studio.pipeline.compose import Setup, clip_request
    from topa_studio.pipeline.folder.layout import Layout
    from topa_studio.pipeline.folder.receipts import write_receipt
    from topa_studio.pipeline.job import Job, Kind, State, Wish
    from topa_studio.pipeline.state.records import Records

    os.fsync = lambda fd: None  # the state is only scenery
    home = film.parent
    layout = Layout(home, home / "output", home / "output" / "elements", film.stem)
    clip = tiny_clip(home / "clip.mp4").read_bytes()
    records = Records(layout.state)
    records._db.execute("PRAGMA synchronous=OFF")  # noqa: SLF001
    scenario = Document.open(film, Catalogue.bundled()).scenario
    setup = Setup(Catalogue.bundled(), USUAL, {})
    for number, shot in enumerate(scenario.shots()):
        target = layout.take(shot.key, 1)
        request = clip_request(scenario, shot.key, setup)
        job = Job(
            id=0,
            wish=Wish(Kind.CLIP, shot.key, 1, film.stem),
            state=State.SUBMITTED,
            request=request,
            digest=digest(request),
            path=layout.relative(target),
            estimate=42.0,
            created=time.time() - 3600,
            sent=time.time() - 3600,
            task_id=f"{number:032x}",
        )
        job = records.add_job(job)
        if number >= shots - _OPEN:
            continue
        target.parent.mkdir(parents=True)
        target.write_bytes(clip)
        take = Take(
            number=1, path=job.path, digest=job.digest, task_id=job.task_id, credits=42.0,
            sha256="0" * 64, made_at=time.time() - 3000,
        )  # fmt: skip
        write_receipt(target, job, take)
        published = layout.clip(shot.key)
        published.parent.mkdir(parents=True, exist_ok=True)
        published.write_bytes(clip)
        os.utime(published, ns=(target.stat().st_atime_ns, target.stat().st_mtime_ns))
        ready = job.to(State.READY)
        records.add_take(job.wish, take, ready.to(State.DONE, finished=take.made_at))
    records.close()


def measure(film: Path, home: Path, service: Service) -> dict[str, float]:
    before = service.ledger()["counts"].get("recordInfo", 0)
    started = time.time()
    environment = {
        **os.environ,
        **service.environment(),
        "PYTHONPATH": str(ROOT),
        "TOPA_BENCHMARK_START": repr(started),
        "PYTHONPYCACHEPREFIX": str(home / "bytecode"),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    process = subprocess.Popen(
        [sys.executable, __file__, "--window", str(film)], env=environment, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    asked = 0.0
    while not asked and process.poll() is None and time.time() - started < 120:
        if service.ledger()["counts"].get("recordInfo", 0) > before:
            asked = time.time() - started
        time.sleep(0.02)
    told = json.loads(process.stdout.readline())
    process.terminate()
    process.communicate()
    return {**told, "first question": asked}


def show(film: Path) -> None:
    """The window; it tells when it was painted and when it answered, and waits for its end."""
    from painted import megabytes
    from PySide6.QtCore import QEvent, QObject

    from topa_studio.app.session import ProjectSession
    from topa_studio.ui.main_window import MainWindow
    from topa_studio.ui.run import make_application
    from topa_studio.ui.running.loop import run_on_loop
    from topa_studio.ui.running.preferences import PreferenceStore
    from topa_studio.ui.studio import Studio, Wish

    began = float(os.environ["TOPA_BENCHMARK_START"])
    app = make_application()

    class Watch(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() is QEvent.Type.Paint and not told:
                told["painted"] = time.time() - began
                told["painted (CPU)"] = time.process_time()
                asyncio.get_running_loop().create_task(usable())
            return False

    async def usable() -> None:
        fast = 0
        while fast < 10:
            before = time.thread_time()
            await asyncio.sleep(0.01)
            fast = fast + 1 if time.thread_time() - before < _TURN else 0
        told["usable"] = time.time() - began
        told["usable (CPU)"] = time.process_time()
        told["megabytes"] = megabytes()
        print(json.dumps(told), flush=True)

    class WatchedStudio(Studio):
        def _show(self, session: ProjectSession) -> MainWindow:
            made = super()._show(session)
            if self.window is not None:
                self.watch = Watch()
                self.window.timeline.view.viewport().installEventFilter(self.watch)
            return made

    told: dict[str, float] = {}

    async def main() -> None:
        await WatchedStudio(app, Wish(film), PreferenceStore()).run()

    run_on_loop(app, main)


def rounds_of(shots: int, rounds: int) -> list[dict[str, float]]:
    """What so many starts told, after one that is not counted."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        for name in ("CONFIG", "DATA", "STATE", "CACHE"):
            os.environ[f"XDG_{name}_HOME"] = str(home / name.lower())
        film = numbered_film(home / "film", shots)
        subprocess.run([sys.executable, __file__, "--state", str(film), str(shots)], check=True)
        with quick_kie(home / "film" / "clip.mp4") as service:
            runs = [measure(film, home, service) for _round in range(rounds + 1)][1:]
        with closing(sqlite3.connect(home / "film" / "output" / ".topa" / "state.db")) as db:
            jobs = dict(db.execute("SELECT state, count(*) FROM job GROUP BY state"))
            print("jobs:", jobs, file=sys.stderr)
    return runs


def main(shots: int, rounds: int) -> None:
    runs = rounds_of(shots, rounds)
    for name in runs[0]:
        values = sorted(run[name] for run in runs)
        print(f"{name:<16} median {statistics.median(values):.2f} (at most {values[-1]:.2f})")


if __name__ == "__main__":
    if "--window" in sys.argv:
        show(Path(sys.argv[2]))
    elif "--state" in sys.argv:
        sys.path.insert(0, str(ROOT))
        make_state(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        main(*numbers(__doc__, shots=10_000, rounds=3))
