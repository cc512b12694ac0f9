#!/usr/bin/env python3
"""How fast a film is put on paper, as a Markdown table.

python benchmarks/paper.py [--shots 150] [--times 3] [--rows 6]

Each shot begins with the first picture of one of four clips of 1080p, which is opened anew for
each, or shows one of four pictures of 1080p, and says some sentences. Each is written as the
program does it, in a process of its own; the best of its times, with the processor's.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from export import make_clips

from topa_studio.app.exporting.encoder import encode
from topa_studio.film.composition import Composition, files_of
from topa_studio.film.export.landing import part_of
from topa_studio.film.export.request import Request
from topa_studio.film.paper.choices import Paper, PaperChoices, PaperShot
from topa_studio.film.paper.plan import paper_plan_of
from topa_studio.film.paper.request import PaperRequest
from topa_studio.film.timing import CutList
from topa_studio.model.scenario import FilmConfig, Line, Scenario, Scene, Shot
from topa_studio.model.status import ShotStatus
from topa_studio.model.take import Take

WORDS = (
    "Wide shot, tracking from the side. Topa and Pusha run through tall grass with the kite above "
    "their heads like a red fish, then stop together at a small pond. Sound: laughter, wind."
)
NOTES = "Заметка: проверить цвет неба и свет в траве."
ROWS = (
    (Paper.PDF, ".pdf", 6), (Paper.PDF, ".pdf", 1), (Paper.PDF, ".pdf", 12),
    (Paper.SHOT_LIST, ".xlsx", 6), (Paper.SHOT_LIST, ".csv", 6), (Paper.CONTACT, ".png", 6),
)  # fmt: skip


def film_of(files: list[Path], shots: int, *, stills: bool) -> Composition:
    """A film of so many shots, each of one of the files."""

    def shot(number: int) -> Shot:
        made = Shot(
            f"s{number}", str(number), prompt=WORDS, title=f"Shot {number}", notes=NOTES,
            duration=3, lines=(Line("Topa", "Доброе утро!"),),
        )  # fmt: skip
        return replace(made, still=str(files[number % len(files)])) if stills else made

    scenario = Scenario(
        FilmConfig(title="Paper"), scenes=(Scene(id="1", shots=tuple(map(shot, range(shots)))),)
    )

    def status(key: str) -> ShotStatus:
        chosen = None if stills else Take(1, str(files[int(key[1:]) % len(files)]))
        return ShotStatus(key, chosen=chosen)

    return Composition(scenario, CutList(status).of(scenario))


def written(film: Composition, choices: PaperChoices, target: Path) -> tuple[float, float, int]:
    """Write it; how many seconds that took, of which the processor's, and how large it is."""
    shots = [
        PaperShot(
            shot.key, cut.number, shot.title, shot.prompt, cut.seconds, cut.start,
            notes=shot.notes, lines=shot.lines,
        )
        for shot, cut in zip(film.scenario.shots(), film.cuts, strict=True)
    ]  # fmt: skip
    plan = paper_plan_of(film, choices, shots, {}, name="paper")
    files = {path: Path(path) for path in files_of(film)}
    request = PaperRequest(plan, Request(plan.pictures, part_of(target), files), "paper")
    used, began = _processor(), time.perf_counter()
    unread = asyncio.run(encode(request, lambda _done: None))
    took, used = time.perf_counter() - began, _processor() - used
    assert not unread
    size = sum(part.stat().st_size for part in request.targets)
    for part in request.targets:
        part.unlink()
    return took, used, size


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Print the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--shots", type=int, default=150)
    asked.add_argument("--times", type=int, default=3)
    asked.add_argument("--rows", type=int, default=len(ROWS), help="the first so many")
    given = asked.parse_args()
    if shutil.which("ffmpeg") is None:
        sys.exit("ffmpeg is needed, to make the clips")
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, {given.shots} shots\n")
    print("| what | of clips of 1080p | of pictures |")
    print("|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        clips = make_clips(folder, "")
        pictures = [clip.with_suffix(".png") for clip in clips]
        for clip, picture in zip(clips, pictures, strict=True):
            command = ["ffmpeg", "-v", "error", "-y", "-i", str(clip), "-frames:v", "1"]
            subprocess.run([*command, str(picture)], check=True)
        films = [
            film_of(files, given.shots, stills=files is pictures) for files in (clips, pictures)
        ]
        for what, ending, each in ROWS[: given.rows]:
            cells = []
            for film in films:
                runs = [
                    written(film, PaperChoices(what, each=each), folder / f"paper{ending}")
                    for _ in range(given.times)
                ]
                took, used, size = min(runs)
                cells.append(f"{took:.2f} s ({used:.2f}), {size / 1e6:.2f} MB")
            pages = f", {each} a page" if what is Paper.PDF else ""
            print(f"| {what}{ending}{pages} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
