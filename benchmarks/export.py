#!/usr/bin/env python3
"""How fast a film is written, against ffmpeg making the same film, as a Markdown table.

python benchmarks/export.py [--rows sample,encode,copy] [--seconds N] [--gigabytes 1.1] [--times N]

ffmpeg gets the same encoder, preset, quality, threads and trims; for the copy it joins the same
clips by its concat demuxer. Each is run in turn, and the best of its times counts. The clips are
made first: 1080p at 24 frames a second, a key frame every two seconds, with a tone. `sample` is the
film of this project as it stands in scenario/, each of its shots a part of such a clip.
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
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from topa_studio.app.exporting.encoder import encode
from topa_studio.document.document import Document
from topa_studio.film.composition import Composition, files_of
from topa_studio.film.export.choices import Choices
from topa_studio.film.export.encoding import CRF, PRESET, SOUND_BITS
from topa_studio.film.export.plan import plan_of
from topa_studio.film.export.request import Request
from topa_studio.film.timing import CutList
from topa_studio.model.scenario import FilmConfig, Scenario, Scene, Shot, Trim
from topa_studio.model.status import ShotStatus
from topa_studio.model.take import Take

FPS, CLIP, SHOT, CLIPS = 24, 6, 5, 4
SAMPLE, SAMPLE_CLIP = ROOT / "scenario" / "scenario.yaml", 15
_KEYS = 2 * FPS
_BEGIN = 0.5


def make_clips(folder: Path, bits: str, seconds: int = CLIP) -> list[Path]:
    """Clips that move, with a tone: `bits` a second, "" as x264 likes."""
    made = []
    for number in range(1, CLIPS + 1):
        path = folder / f"{number}{bits}.mp4"
        picture = f"testsrc2=size=1920x1080:rate={FPS}"
        sound = f"sine=frequency={220 * number}:sample_rate=48000"
        rate = ["-preset", "superfast", "-crf", "20"]
        if bits:
            # Filled up to its rate, as a copy does not care what the bytes are.
            limits = ("-b:v", bits, "-minrate", bits, "-maxrate", bits, "-bufsize", bits)
            rate = ["-preset", "ultrafast", *limits, "-x264-params", "nal-hrd=cbr"]
        _ffmpeg(
            *("-f", "lavfi", "-ss", str(number), "-i", picture, "-f", "lavfi", "-i", sound),
            *("-t", str(seconds), "-c:v", "libx264", *rate, "-g", str(_KEYS)),
            *("-pix_fmt", "yuv420p", "-c:a", "aac", "-ac", "2", str(path)),
        )
        made.append(path)
    return made


def film_of(clips: list[Path], shots: int, trim: Trim | None, seconds: int) -> Composition:
    """A film of so many shots, each the same part of one of the clips."""
    made = tuple(Shot(f"s{n}", str(n), duration=seconds, trim=trim) for n in range(shots))
    scenario = Scenario(FilmConfig(fps=FPS), scenes=(Scene(id="1", shots=made),))

    def status(key: str) -> ShotStatus:
        return ShotStatus(key, chosen=Take(1, str(clips[int(key[1:]) % len(clips)])))

    return Composition(scenario, CutList(status).of(scenario))


def sample_of(clips: list[Path]) -> Composition:
    """The sample film, each of its shots from the beginning of one of the clips."""
    scenario = Document.open(SAMPLE).scenario
    keys = [shot.key for shot in scenario.shots()]

    def status(key: str) -> ShotStatus:
        return ShotStatus(key, chosen=Take(1, str(clips[keys.index(key) % len(clips)])))

    return Composition(scenario, CutList(status).of(scenario))


def write(film: Composition, target: Path) -> Callable[[], None]:
    """Write the film as the program does: in a process of its own."""
    plan = plan_of(film, Choices(size="1080p"), {})
    request = Request(plan, target, {path: Path(path) for path in files_of(film)})

    def act() -> None:
        asyncio.run(encode(request, lambda _frame: None))

    return act


def encoded_by_ffmpeg(film: Composition, target: Path) -> Callable[[], None]:
    """The same film by filters: each clip trimmed, all joined, encoded alike."""
    inputs, chains, joined = [], [], ""
    for place, cut in enumerate(film.cuts):
        inputs += ["-i", cut.path]
        begin, end = cut.offset, cut.offset + cut.seconds
        span = f"start={begin}:end={end}"
        chains.append(f"[{place}:v]trim={span},setpts=PTS-STARTPTS[v{place}]")
        chains.append(f"[{place}:a]atrim={span},asetpts=PTS-STARTPTS[a{place}]")
        joined += f"[v{place}][a{place}]"
    chains.append(f"{joined}concat=n={len(film.cuts)}:v=1:a=1[v][a]")
    command = (
        *inputs, "-filter_complex", ";".join(chains), "-map", "[v]", "-map", "[a]",
        "-c:v", "libx264", "-preset", PRESET, "-crf", str(CRF), "-g", str(_KEYS),
        "-c:a", "aac", "-b:a", str(SOUND_BITS), "-movflags", "+faststart", str(target),
    )  # fmt: skip
    return lambda: _ffmpeg(*command)


def copied_by_ffmpeg(film: Composition, listing: Path, target: Path) -> Callable[[], None]:
    """The same clips joined without encoding."""
    listing.write_text("".join(f"file '{cut.path}'\n" for cut in film.cuts), encoding="utf-8")
    joined = ("-f", "concat", "-safe", "0", "-i", str(listing))
    return lambda: _ffmpeg(*joined, "-c", "copy", "-movflags", "+faststart", str(target))


def _ffmpeg(*words: str) -> None:
    subprocess.run(["ffmpeg", "-v", "error", "-nostdin", "-y", *words], check=True)


def measured(ours: Callable[[], None], theirs: Callable[[], None], times: int) -> list[float]:
    """The best wall time of each, and the processor time that went with it, in turn."""
    found: list[list[tuple[float, float]]] = [[], []]
    for _ in range(times):
        for place, run in enumerate((ours, theirs)):
            before, began = _processor(), time.perf_counter()
            run()
            found[place].append((time.perf_counter() - began, _processor() - before))
    return [figure for one in found for figure in min(one)]


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Print the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rows", default="sample,encode,copy")
    asked.add_argument("--seconds", type=int, default=120)
    asked.add_argument("--gigabytes", type=float, default=1.1)
    asked.add_argument("--times", type=int, default=2)
    given = asked.parse_args()
    if shutil.which("ffmpeg") is None:
        sys.exit("ffmpeg is needed, to compare with")
    with tempfile.TemporaryDirectory() as name:
        _print_rows(Path(name), given)


def _print_rows(folder: Path, given: argparse.Namespace) -> None:
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n")
    print("| what | ours, s (processor) | ffmpeg, s (processor) | share |")
    print("|---|---|---|---|")
    ours, theirs = folder / "ours.mp4", folder / "theirs.mp4"
    rows = given.rows.split(",")
    if "sample" in rows:
        film = sample_of(make_clips(folder, "", SAMPLE_CLIP))
        runs = write(film, ours), encoded_by_ffmpeg(film, theirs)
        what = f"the sample film: {len(film.cuts)} shots, {film.seconds:g} s of 1080p"
        _print_row(what, measured(*runs, given.times))
    if "encode" in rows:
        trim = Trim(_BEGIN, _BEGIN + SHOT)
        film = film_of(make_clips(folder, ""), given.seconds // SHOT, trim, SHOT)
        runs = write(film, ours), encoded_by_ffmpeg(film, theirs)
        _print_row(f"{film.seconds:g} s of 1080p", measured(*runs, given.times))
    if "copy" in rows:
        clips = make_clips(folder, "60M")
        size = sum(clip.stat().st_size for clip in clips) / len(clips)
        film = film_of(clips, round(given.gigabytes * 1e9 / size), None, CLIP)
        runs = write(film, ours), copied_by_ffmpeg(film, folder / "list.txt", theirs)
        figures = measured(*runs, given.times)
        _print_row(f"copy of {ours.stat().st_size / 1e9:.2f} GB", figures)


def _print_row(what: str, figures: list[float]) -> None:
    ours, used, theirs, also = figures
    share = f"{ours / theirs:.2f} ({used / also:.2f})"
    print(f"| {what} | {ours:.1f} ({used:.1f}) | {theirs:.1f} ({also:.1f}) | {share} |", flush=True)


if __name__ == "__main__":
    main()
