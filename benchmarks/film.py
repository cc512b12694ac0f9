#!/usr/bin/env python3
"""How fast the film's engine is, without a window, as a Markdown table.

python benchmarks/film.py [--rows open,scale,dissolve,moves,captions,stream,mixer,thumbnails]

The clips are made first: 1080p at 24 frames a second, some grain, a key frame every two seconds.
The stream plays against the clock, as a player does that asks for the frame that is due.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from topa_studio.ui.widgets.no_screen import use_large_screen

use_large_screen()

import av
import numpy as np
from PySide6.QtGui import QGuiApplication

from topa_studio.film.composition import Composition
from topa_studio.film.engine.burning import ANIMATIC, NOTHING
from topa_studio.film.engine.mixer import Mixer
from topa_studio.film.engine.renderer import Renderer
from topa_studio.film.engine.stream import FrameStream
from topa_studio.film.timing import CutList
from topa_studio.media.frames import thumbnail
from topa_studio.media.hearing import RATE
from topa_studio.media.reader import ClipReader
from topa_studio.model.scenario import (
    AudioTrack,
    FilmConfig,
    Scenario,
    Scene,
    Shot,
    Transition,
    Trim,
)
from topa_studio.model.status import ShotStatus
from topa_studio.model.take import Take

FPS, SECONDS = 24, 10
FULL, SHOWN = (1920, 1080), (1280, 720)
_CLIPS = 2
_CUTS = 30
_THUMBNAILS = 100
_WORDS = "Topa opens the box, and a red kite flies out of it."


def make_clip(path: Path, seed: int) -> None:
    """A soft picture that moves under noise, with a tone."""
    random = np.random.default_rng(seed)
    wide, high = FULL
    ground = random.integers(40, 200, (high // 60, wide // 60, 3), np.uint8)
    ground = np.kron(ground, np.ones((60, 60, 1), np.uint8))
    grain = random.integers(0, 8, (high, wide, 1), np.uint8)
    with av.open(str(path), "w") as out:
        stream = out.add_stream("libx264", rate=FPS)
        stream.width, stream.height, stream.pix_fmt = wide, high, "yuv420p"
        stream.options = {"preset": "superfast", "crf": "20", "g": str(FPS * 2)}
        tone = out.add_stream("aac", rate=RATE, layout="stereo")
        at = np.arange(RATE * SECONDS) / RATE
        wave = np.repeat(0.2 * np.sin(at * (300 + 50 * seed) * 2 * np.pi)[None], 2, axis=0)
        for start in range(0, wave.shape[1], 1024):
            block = np.ascontiguousarray(wave[:, start : start + 1024], np.float32)
            sound = av.AudioFrame.from_ndarray(block, "fltp", "stereo")
            sound.sample_rate, sound.pts, sound.time_base = RATE, start, Fraction(1, RATE)
            out.mux(tone.encode(sound))
        out.mux(tone.encode(None))
        for number in range(FPS * SECONDS):
            moved = np.roll(ground, number * 6, axis=1) + np.roll(grain, number * 37, axis=0)
            out.mux(stream.encode(av.VideoFrame.from_ndarray(moved, "rgb24")))
        out.mux(stream.encode(None))


class Bench:
    """The clips, the films made of them, and the rows that were measured."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        for clip in range(_CLIPS):
            # In a process of its own: what an encoder holds is not the engine's memory.
            command = [sys.executable, __file__, "--make", str(folder / f"{clip}.mp4")]
            subprocess.run(command, check=True)
        self.clip = folder / "0.mp4"

    def file(self, path: str) -> Path:
        return self._folder / path

    def film(self, shots: Iterable[Shot], config: FilmConfig | None = None) -> Composition:
        named = tuple(
            replace(shot, key=f"s{place}", id=str(place), title="A red kite", prompt=_WORDS)
            for place, shot in enumerate(shots)
        )
        scenario = Scenario(config or FilmConfig(), scenes=(Scene(id="1", shots=named),))

        def status(key: str) -> ShotStatus:
            return ShotStatus(key, chosen=Take(1, f"{int(key[1:]) % _CLIPS}.mp4"))

        return Composition(scenario, CutList(status).of(scenario))

    def renderer(self, film: Composition, *, words: bool = False) -> Renderer:
        return Renderer(film, self.file, SHOWN, burnt=ANIMATIC if words else NOTHING)


def row(name: str, value: str, goal: str = "") -> None:
    print(f"| {name} | {value} | {goal} |", flush=True)


def rendered(bench: Bench, film: Composition, numbers: range, *, words: bool = False) -> str:
    """Frames a second, and how much of a core that is at the film's rate."""
    renderer = bench.renderer(film, words=words)
    renderer.frame(numbers[0])
    begun, computed = time.perf_counter(), time.process_time()
    for number in numbers:
        renderer.frame(number)
    wall = (time.perf_counter() - begun) / len(numbers)
    cpu = (time.process_time() - computed) / len(numbers)
    renderer.close()
    return f"{1 / wall:.0f} frames/s, {cpu * FPS:.2f} of a core"


def open_(bench: Bench) -> None:
    times = []
    for place in range(20):
        begun = time.perf_counter()
        reader = ClipReader(bench.clip, SHOWN)
        reader.at(place * 0.3)
        times.append((time.perf_counter() - begun) * 1000)
        reader.close()
    told = f"{statistics.median(times):.0f} ms (most {max(times):.0f})"
    row("first frame after opening, anywhere in a 1080p clip", told)


def scale(bench: Bench) -> None:
    film = bench.film([Shot("", "", duration=SECONDS)] * 2)
    row("1080p to 1280x720", rendered(bench, film, range(1, 2 * FPS * SECONDS)), "0.6")


def dissolve(bench: Bench) -> None:
    joins = [Transition(), Transition("dissolve", 4.5)]
    film = bench.film(Shot("", "", duration=9, transition=join) for join in joins)
    first = film.cuts[1].first
    row("in a dissolve of two 1080p clips", rendered(bench, film, range(first, first + 100)))


def moves(bench: Bench) -> None:
    picture = bench.file("still.png")
    picture.write_bytes(av_png(bench.clip))
    film = bench.film([Shot("", "", duration=SECONDS, still="still.png", move="in")])
    row("a still that slowly moves", rendered(bench, film, range(1, FPS * SECONDS)))


def captions(bench: Bench) -> None:
    film = bench.film([Shot("", "", duration=SECONDS, caption="Can we fly it?")])
    told = rendered(bench, film, range(1, FPS * SECONDS), words=True)
    row("1080p with captions, name, time and words", told)


def stream(bench: Bench) -> None:
    """Play 30 cuts in the middle of clips, and ask at each moment for the frame that is due."""
    shots = [
        Shot("", "", duration=2, trim=Trim(start=round(place * 0.37 % 7, 3)))
        for place in range(_CUTS)
    ]
    film = bench.film(shots)
    come = threading.Event()
    frames = FrameStream(bench.renderer(film), come.set)
    frames.go(0)
    begun = time.perf_counter()
    come.wait()
    row("first frame of the film in the stream", f"{(time.perf_counter() - begun) * 1000:.0f} ms")
    while not frames.is_full:
        time.sleep(0.01)
    late, missed, seen = [], 0, -1
    begun, computed = time.perf_counter(), time.process_time()
    while seen < film.frames - 1:
        now = time.perf_counter() - begun
        taken = frames.take(min(int(now * FPS), film.frames - 1))
        if taken is not None:
            missed += taken.number - seen - 1
            seen = taken.number
            late.append((time.perf_counter() - begun - seen / FPS) * 1000)
        time.sleep(0.002)
    cpu = (time.process_time() - computed) / film.seconds
    frames.close()
    row(f"{_CUTS} cuts: frames missed of {film.frames}", str(missed), "0")
    row("latest frame", f"{max(late):.0f} ms", "42")
    row("computed while playing", f"{cpu:.2f} of a core", "0.6")


def mixer(bench: Bench) -> None:
    joins = [Transition("dissolve", 0.5)] * 24
    tracks = (AudioTrack("0.mp4", 0.0, gain_db=-12, fade_in=2, fade_out=2),)
    film = bench.film(
        (Shot("", "", duration=5, transition=join) for join in joins), FilmConfig(audio=tracks)
    )
    mixing = Mixer(film, bench.file, waits=True)
    begun = time.perf_counter()
    for start in range(0, mixing.samples, RATE):
        mixing.block(start, RATE)
    row("24 clips and music decoded and mixed", f"{time.perf_counter() - begun:.2f} s")
    times = []
    for start in range(0, mixing.samples - 1024, 1024):
        begun = time.perf_counter()
        mixing.block(start, 1024)
        times.append(time.perf_counter() - begun)
    speed = len(times) * 1024 / RATE / sum(times)
    worst = max(times) * 1000
    row("mixed again in blocks of 1,024", f"{speed:.0f} x realtime, worst {worst:.1f} ms")
    mixing.close()


def thumbnails(bench: Bench) -> None:
    begun = time.perf_counter()
    for place in range(_THUMBNAILS):
        thumbnail(bench.file(f"{place % _CLIPS}.mp4"), 5.3, 320)
    ours = (time.perf_counter() - begun) / _THUMBNAILS
    told = f"{ours * 1000:.0f} ms a clip"
    if shutil.which("ffmpeg"):
        begun = time.perf_counter()
        for place in range(10):
            command = f"ffmpeg -v error -ss 5.3 -i {bench.file(f'{place % _CLIPS}.mp4')} -vf"
            command += f" scale=320:-2 -frames:v 1 -y {bench.file('t.jpg')}"
            subprocess.run(command.split(), check=True)
        other = (time.perf_counter() - begun) / 10
        told += f", {ours / other:.2f} of {other * 1000:.0f} ms of ffmpeg"
    row(f"{_THUMBNAILS} thumbnails", told, "0.2 of ffmpeg")


def av_png(clip: Path) -> bytes:
    from topa_studio.media.frames import last_frame

    return last_frame(clip)


_ROWS: dict[str, Callable[[Bench], None]] = {
    "open": open_,
    "scale": scale,
    "dissolve": dissolve,
    "moves": moves,
    "captions": captions,
    "stream": stream,
    "mixer": mixer,
    "thumbnails": thumbnails,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", default=",".join(_ROWS))
    parser.add_argument("--make", type=Path, help="only make this clip")
    given = parser.parse_args()
    if given.make is not None:
        make_clip(given.make, int(given.make.stem))
        return
    rows = given.rows.split(",")
    application = QGuiApplication([])
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        print(f"load {os.getloadavg()[0]:.1f}\n\n| what | measured | goal |\n|---|---|---|")
        for name in rows:
            _ROWS[name](bench)
    row("most memory held", f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    application.quit()


if __name__ == "__main__":
    main()
