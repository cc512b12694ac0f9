#!/usr/bin/env python3
"""The player's own engine, clock and surface on a long film, in a view of 1280x720.

python benchmarks/film_playing.py [CUTS [play,react,single,swap,step]]

With a sound server (PULSE_SERVER) the sound that it plays is recorded from the monitor of its
default sink by `parec`. What is due is what the clock that leads says when a picture is painted.
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from film_clips import FPS, make_clip, make_music

from topa_studio.ui.widgets.no_screen import use_large_screen

use_large_screen()
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from topa_studio.film.composition import Composition
from topa_studio.film.timing import CutList
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
from topa_studio.ui.playing.playback import Playback
from topa_studio.ui.playing.speaker import Speaker
from topa_studio.ui.playing.surface import Surface

CLIPS = 5
CUT_SECONDS = 1.25


class Painted(Surface):
    """Remembers when which frame was painted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.set_around(4)
        self.seen: list[tuple[float, int, bool]] = []
        self.arrived = 0
        self.playback: Playback | None = None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's
        """Paint, and note it."""
        super().paintEvent(event)
        picture = self.picture
        if picture is None or self.playback is None:
            return
        light = picture.pixelColor(picture.width() // 2, picture.height() // 2).lightness()
        self.arrived = self.playback.frames.arrived
        self.seen.append((time.monotonic(), self.playback.frame, light > 240))


class Bench:
    """A player in a window of its own."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self.app, self.folder = app, folder
        self.window = QWidget()
        self.window.resize(1288, 728)
        self.speaker = Speaker(self.window)
        self.playback = Playback(lambda path: folder / path, self.speaker, self.window)
        self.surface = Painted(self.window)
        self.surface.resize(1288, 728)
        self.surface.playback = self.playback
        self.surface.resized.connect(self.playback.resize)
        self.playback.frame_shown.connect(self.surface.show_picture)
        self.window.show()
        self.playback.resize(self.surface.picture_rect().size().toSize())

    def until(self, ready: Callable[[], bool], seconds: float = 300) -> None:
        """Run Qt's loop until something holds."""
        loop, end = QEventLoop(), time.monotonic() + seconds
        timer = QTimer()
        timer.setInterval(1)

        def look() -> None:
            if ready() or time.monotonic() > end:
                loop.quit()

        timer.timeout.connect(look)
        timer.start()
        loop.exec()

    def rest(self, seconds: float) -> None:
        """Let time go by."""
        end = time.monotonic() + seconds
        self.until(lambda: time.monotonic() >= end)

    def is_beyond(self, frame: int) -> bool:
        """Whether a later frame is painted."""
        return self.playback.frame > frame and self.surface.seen[-1][1] > frame

    def has_more(self, count: int) -> bool:
        """Whether more exact pictures are painted."""
        return self.surface.arrived > count and bool(self.surface.seen)

    def close(self) -> None:
        """Let go of all files."""
        self.playback.close()
        self.speaker.close()


def film_of(cuts: int, seconds: float, *, join: float = 0.4, music: bool = True) -> Composition:
    """Shots in the middle of clips, with dissolves between them and music under them."""
    shots = tuple(
        Shot(
            f"1__{n}",
            str(n),
            trim=Trim((n * 0.37) % 2.0, (n * 0.37) % 2.0 + seconds),
            transition=Transition("dissolve", join) if n % 2 and join else Transition(),
        )
        for n in range(cuts)
    )
    tracks = (AudioTrack("music.wav"),) if music else ()
    scenario = Scenario(FilmConfig(audio=tracks), scenes=(Scene("1", shots=shots),))

    def status(key: str) -> ShotStatus:
        return ShotStatus(key, chosen=Take(1, f"clip{int(key[3:]) % CLIPS}.mp4"))

    return Composition(scenario, CutList(status).of(scenario))


def one_clip(path: str, seconds: int) -> Composition:
    """One long clip, whole."""
    shot = Shot("1__0", "0", trim=Trim(0, seconds))
    scenario = Scenario(scenes=(Scene("1", shots=(shot,)),))
    take = ShotStatus("1__0", chosen=Take(1, path))
    return Composition(scenario, CutList(lambda _key: take).of(scenario))


def play_film(bench: Bench, cuts: int) -> None:
    """Frames shown of frames due, gaps, CPU and memory."""
    film = film_of(cuts, CUT_SECONDS)
    bench.playback.show(film, {})
    bench.until(lambda: bench.surface.picture is not None)
    bench.speaker.wake()
    bench.rest(3)
    before = _megabytes()
    bench.surface.seen.clear()
    cpu, began = time.process_time(), time.monotonic()
    bench.playback.play()
    bench.until(lambda: not bench.playback.playing, film.seconds + 60)
    wall, cpu = time.monotonic() - began, time.process_time() - cpu
    seen = _each_once(bench.surface.seen)
    starts = {cut.first for cut in film.cuts}
    gaps = [(b[0] - a[0], b[1] in starts) for a, b in pairwise(seen)]
    at_cuts = max(gap for gap, cut in gaps if cut) * 1000
    long = sum(gap > 3.0 / FPS for gap, _ in gaps)
    missed = film.frames - len(seen)
    print(
        f"frames shown            {len(seen)} of {film.frames} ({missed / film.frames:.2%} missed)"
    )
    print(f"longest gap at a cut    {at_cuts:.1f} ms; gaps over 3 frames: {long}")
    print(f"CPU while playing       {cpu / wall:.2f} of a core")
    print(f"                        wall {wall:.1f} s of {film.seconds:.1f}")
    print(f"memory above paused     {_megabytes() - before:+.0f} MB")


def react(bench: Bench) -> None:
    """From a press to the picture."""
    film = film_of(40, 3.0)
    bench.playback.show(film, {})
    bench.playback.seek(0)
    bench.rest(2)
    starts = []
    for _ in range(20):
        bench.playback.pause()
        bench.rest(0.4)
        frame, pressed = bench.playback.frame, time.monotonic()
        bench.playback.play()
        bench.until(partial(bench.is_beyond, frame))
        starts.append(bench.surface.seen[-1][0] - pressed)
        bench.rest(0.3)
    bench.playback.pause()
    print(f"Space to moving frame   median {_ms(starts)} ms, p95 {_ms(starts, 0.95)} ms")
    _seek_about(bench, film, "seek")


def single_key_frame(bench: Bench) -> None:
    """Seeks about a clip of 60 s whose only key frame is its first frame."""
    clip = bench.folder / "single.mp4"
    if not clip.exists():
        make_clip(clip, 60, 60, key_every=100_000, flash=False)
    film = one_clip("single.mp4", 60)
    bench.playback.show(film, {})
    bench.playback.seek(0)
    bench.rest(2)
    _seek_about(bench, film, "single key frame: seek")


def _seek_about(bench: Bench, film: Composition, name: str) -> None:
    random, first, exact = 1, [], []
    for _ in range(50):
        random = (random * 1103515245 + 12345) % (1 << 31)
        frame, pressed = random % film.frames, time.monotonic()
        bench.surface.seen.clear()
        count = bench.playback.frames.arrived
        bench.playback.seek(frame)
        bench.until(partial(bench.has_more, count))
        first.append(bench.surface.seen[0][0] - pressed)
        exact.append(bench.surface.seen[-1][0] - pressed)
    print(f"{name} to a picture       median {_ms(first)} ms, p95 {_ms(first, 0.95)} ms")
    print(f"{name} to exact picture   median {_ms(exact)} ms, p95 {_ms(exact, 0.95)} ms")


def swap(bench: Bench) -> None:
    """Another take under the playhead while it plays."""
    film = film_of(6, 3.0, join=0)
    other = film.cuts[1].shown
    bench.playback.show(film, {})
    bench.playback.seek(0)
    bench.rest(1)
    bench.playback.play()
    waits, gaps = [], []
    for turn in range(10):
        bench.rest(0.5)
        cut = bench.playback.cut
        assert cut is not None
        place = film.place_of(cut.key)
        assert place is not None
        shown = replace(other, path=f"clip{(turn + 3) % CLIPS}.mp4", offset=cut.shown.offset)
        cuts = (*film.cuts[:place], replace(cut, shown=shown), *film.cuts[place + 1 :])
        bench.surface.seen.clear()
        asked, count = time.monotonic(), bench.playback.frames.arrived
        bench.playback.show(Composition(film.scenario, cuts), {})
        bench.until(partial(bench.has_more, count + 2))
        seen = _each_once(bench.surface.seen)
        waits.append(seen[0][0] - asked)
        gaps += [b[0] - a[0] for a, b in pairwise(seen)]
    bench.playback.pause()
    print(f"take swap               first new frame after at most {_ms(waits, 1.0)} ms")
    print(f"                        longest gap {_ms(gaps, 1.0)} ms")


def in_step(bench: Bench, seconds: int) -> None:
    """Flashes that are painted against clicks that are recorded, played on and after 50 seeks."""
    if shutil.which("parec") is None or not os.environ.get("PULSE_SERVER"):
        print("picture and sound       not measured: no sound server")
        return
    film = one_clip("flash.mp4", seconds)
    bench.playback.show(film, {})
    bench.speaker.wake()
    bench.rest(3)
    with Recorder() as recorder:
        bench.surface.seen.clear()
        bench.playback.seek(0)
        bench.rest(0.5)
        bench.playback.play()
        bench.until(lambda: not bench.playback.playing, seconds + 30)
        bench.rest(0.5)
        _tell_step("picture and sound, on ", bench, recorder)
        for turn in range(50):
            bench.playback.seek((turn * 37) % (seconds - 12) * FPS + 12)
            bench.playback.play()
            bench.rest(0.15)
        bench.surface.seen.clear()
        recorder.clicks.clear()
        bench.until(lambda: not bench.playback.playing, 10)
        bench.playback.pause()
        bench.rest(0.5)
        _tell_step("... after 50 seeks     ", bench, recorder)


def _tell_step(name: str, bench: Bench, recorder: Recorder) -> None:
    flashes = [at for at, _, white in bench.surface.seen if white]
    found = [
        min((click - flash for click in recorder.clicks), key=abs, default=9.0) for flash in flashes
    ]
    found = [late for late in found if abs(late) < 0.4]
    if not found:
        print(f"{name} nothing recorded")
        return
    last = found[-10:]
    print(
        f"{name} sound after picture: {statistics.median(found) * 1000:+.1f} ms, last ten "
        f"{min(last) * 1000:+.1f} to {max(last) * 1000:+.1f} ms, "
        f"{len(found)} of {len(flashes)} flashes"
    )


class Recorder:
    """Records the default sink's monitor, and notes when clicks come."""

    def __enter__(self) -> Recorder:
        command = [
            "parec", "-d", "@DEFAULT_MONITOR@", "--rate=48000", "--channels=2", "--format=s16le",
            "--latency-msec=10", "--process-time-msec=5", "--raw",
        ]  # fmt: skip
        self.clicks: list[float] = []
        self._child = subprocess.Popen(command, stdout=subprocess.PIPE)
        threading.Thread(target=self._read, daemon=True).start()
        return self

    def _read(self) -> None:
        import numpy as np

        assert self._child.stdout is not None
        while data := os.read(self._child.stdout.fileno(), 4096):
            now = time.monotonic()
            samples = np.frombuffer(data[: len(data) // 2 * 2], "<i2").astype(np.int32)
            loud = np.nonzero(np.abs(samples) > 9000)[0]
            if len(loud) and (not self.clicks or now - self.clicks[-1] > 0.1):
                self.clicks.append(now - (len(samples) - loud[0]) / 2 / 48_000)

    def __exit__(self, *_why: object) -> None:
        self._child.terminate()
        self._child.wait()


def _each_once(seen: list[tuple[float, int, bool]]) -> list[tuple[float, int, bool]]:
    found: list[tuple[float, int, bool]] = []
    for each in seen:
        if not found or found[-1][1] != each[1]:
            found.append(each)
    return found


def _ms(seconds: list[float], share: float = 0.5) -> str:
    ordered = sorted(seconds)
    return f"{ordered[min(len(ordered) - 1, int(len(ordered) * share))] * 1000:.0f}"


def _megabytes() -> float:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(cuts: int, rows: str) -> None:
    """These rows, one after another."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as named:
        folder = Path(os.environ.get("TOPA_BENCHMARK_CLIPS") or named)
        folder.mkdir(exist_ok=True)
        for number in range(CLIPS):
            if not (folder / f"clip{number}.mp4").exists():
                make_clip(folder / f"clip{number}.mp4", 6, 40 + 30 * number, flash=False)
        if not (folder / "flash.mp4").exists():
            make_clip(folder / "flash.mp4", 130, 60)
        make_music(folder / "music.wav", round(cuts * CUT_SECONDS))
        bench = Bench(app, folder)
        try:
            if "play" in rows:
                play_film(bench, cuts)
            if "react" in rows:
                react(bench)
            if "single" in rows:
                single_key_frame(bench)
            if "swap" in rows:
                swap(bench)
            if "step" in rows:
                in_step(bench, 125)
        finally:
            bench.close()


if __name__ == "__main__":
    given = sys.argv[1:]
    main(
        int(given[0]) if given else 100,
        given[1] if len(given) > 1 else "play,react,single,swap,step",
    )
