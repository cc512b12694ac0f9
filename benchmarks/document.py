#!/usr/bin/env python3
"""How small edits of a scenario's text are, and how long they take and hold the event loop.

python benchmarks/document.py [SHOTS ...]

First table: lines that change, beside ruamel.yaml in the same run (`pip install ruamel.yaml`, which
only this script needs; without it that half is left out). Second table: load, edit, undo, save, a
change by another program, and the end, of long films through a session. A timer of 1 ms runs beside
each and for 1.5 s after it: what the loop's thread computed at most between two beats, how late a
beat was at most, and how late one was at most in a process that does nothing else meanwhile.
"""

from __future__ import annotations

import asyncio
import gc
import io
import itertools
import multiprocessing
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.support.long_film import STYLES, long_film
from topa_studio.app.opening import Opening, open_film
from topa_studio.app.session import ProjectSession
from topa_studio.base.resources import sample_film
from topa_studio.base.yaml_reader import decode
from topa_studio.document.document import Document
from topa_studio.document.edits import Edit, MoveShot, SetField, ShotTarget

_BEAT = 0.001
_TIMES = 5
_REST = 1.5
_FILM_SHOTS = 150
# The scene and the shot that are edited, by place; in the sample it has a comment above it.
_SCENE, _SHOT = 1, 1
# It knows one indent for all lists: wide has two, and gets that of its scenes.
_RUAMEL_INDENT = {"sample": (4, 2), "wide": (4, 2), "flush": (2, 0), "deep": (6, 4)}
Change = Callable[[Any], None]


def lines_changed(before: str, after: str) -> str:
    """The fewest lines that must be added and removed, as `+n −m`."""
    old, new = before.splitlines(), after.splitlines()
    common = longest_common(old, new)
    return f"+{len(new) - common} −{len(old) - common}"


def longest_common(old: list[str], new: list[str]) -> int:
    """How many lines of both stand in the same order; difflib's guess may be far from the most."""
    row = [0] * (len(new) + 1)
    for line in old:
        diagonal = 0
        for place, other in enumerate(new, 1):
            above = row[place]
            row[place] = diagonal + 1 if line == other else max(above, row[place - 1])
            diagonal = above
    return row[-1]


def comment_travels(after: str, comment: str, title: str) -> str:
    """Whether the comment above a shot still stands right above it."""
    if not comment:
        return "–"
    lines = [line.strip() for line in after.splitlines()]
    at = next((place for place, line in enumerate(lines) if line.startswith(title)), 0)
    near = lines[max(at - 3, 0) : at]
    return "yes" if any(line.startswith(comment) for line in near) else "no"


def ours(text: str, edit: Edit) -> tuple[str, float]:
    document = Document(Path("film.yaml"), text.encode())
    started = time.perf_counter()
    document.apply("Edit", [edit])
    return decode(document.to_bytes()).text, time.perf_counter() - started


def theirs(name: str, text: str, change: Change) -> tuple[str, float]:
    """The same change by loading and dumping with ruamel.yaml, told the film's style beforehand."""
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 100_000
    sequence, offset = _RUAMEL_INDENT[name]
    yaml.indent(mapping=2, sequence=sequence, offset=offset)
    started = time.perf_counter()
    data = yaml.load(text)
    change(data)
    out = io.StringIO()
    yaml.dump(data, out)
    return out.getvalue(), time.perf_counter() - started


def changes(document: Document) -> Iterator[tuple[str, Edit, Change]]:
    """A field set, a move inside a scene, a move to another scene."""
    film = document.scenario
    scene, goal = film.scenes[_SCENE], film.scenes[-1]
    shot = scene.shots[_SHOT]
    last = len(scene.shots) - 1

    def field(data: Any) -> None:  # noqa: ANN401 - ruamel.yaml has no types for it
        data["scenes"][_SCENE]["shots"][_SHOT]["duration"] = 9

    def inside(data: Any) -> None:  # noqa: ANN401 - ruamel.yaml has no types for it
        shots = data["scenes"][_SCENE]["shots"]
        shots.append(shots.pop(_SHOT))

    def across(data: Any) -> None:  # noqa: ANN401 - ruamel.yaml has no types for it
        shot = data["scenes"][_SCENE]["shots"].pop(_SHOT)
        data["scenes"][-1]["shots"].insert(1, shot)

    yield "field", SetField(ShotTarget(shot.key), "duration", 9), field
    yield "move in a scene", MoveShot(shot.key, scene.id, last), inside
    yield "move to another", MoveShot(shot.key, goal.id, 1), across


def shot_lines(text: str, title: str) -> tuple[int, str]:
    """How many lines a shot is with its comment and the blank lines behind; and its comment."""
    lines = text.splitlines()
    at = next(place for place, line in enumerate(lines) if line.strip().startswith(title))
    dash = max(place for place in range(at + 1) if lines[place].lstrip().startswith("- "))
    column = lines[dash].index("-")
    above = lines[dash - 1].strip()
    comment = above if above.startswith("#") else ""
    size = 1
    while is_inside(lines[dash + size], column):
        size += 1
    return size + bool(comment), comment


def is_inside(line: str, column: int) -> bool:
    """Whether a line belongs to the list entry whose dash stands in that column."""
    return not line.strip() or len(line) - len(line.lstrip()) > column


def small_edits() -> None:
    sample = decode((sample_film() / "scenario.yaml").read_bytes()).text
    films = {"sample": sample} | {style: long_film(_FILM_SHOTS, style) for style in STYLES}
    has_ruamel = find_spec("ruamel") is not None
    print("| film | edit | n | lines | comment travels | ms | ruamel.yaml | comment | ms |")
    print("|---|---|---|---|---|---|---|---|---|")
    for name, text in films.items():
        document = Document(Path("film.yaml"), text.encode())
        title = f'title: "{document.scenario.scenes[_SCENE].shots[_SHOT].title}"'
        size, comment = shot_lines(text, title)

        def cells(after: str, seconds: float, text: str = text) -> list[str]:
            travels = comment_travels(after, comment, title)  # noqa: B023 - used at once
            return [lines_changed(text, after), travels, f"{seconds * 1000:.0f}"]

        for words, edit, change in changes(document):
            row = [name, words, str(size), *cells(*ours(text, edit))]
            row += cells(*theirs(name, text, change)) if has_ruamel else ["", "", ""]
            print(f"| {' | '.join(row)} |", flush=True)


class Hold:
    """Beats each millisecond; the longest of all, in seconds.

    Attributes:
        computed: what the loop's thread computed between two beats.
        late: how late a beat was; a busy machine makes every timer late.
    """

    def __init__(self) -> None:
        self.computed = self.late = 0.0

    async def beat(self) -> None:
        while True:
            began, computed = time.perf_counter(), time.thread_time()
            await asyncio.sleep(_BEAT)
            self.computed = max(self.computed, time.thread_time() - computed)
            self.late = max(self.late, time.perf_counter() - began - _BEAT)


def beat_beside(late: Any) -> None:  # noqa: ANN401 - a value that two processes share has no name
    """The same beat in a process of its own: what the machine alone makes late."""
    while True:
        began = time.perf_counter()
        time.sleep(_BEAT)
        late.value = max(late.value, time.perf_counter() - began - _BEAT)


@contextmanager
def control() -> Iterator[Any]:
    context = multiprocessing.get_context("spawn")
    late = context.Value("d", 0.0)
    process = context.Process(target=beat_beside, args=(late,), daemon=True)
    process.start()
    try:
        yield late
    finally:
        process.terminate()
        process.join()


@dataclass(frozen=True, slots=True)
class Timed:
    """How long an act took, and how it held the loop; in seconds."""

    name: str
    seconds: float
    computed: float
    late: float
    control: float


class Clock:
    """Times acts of one film."""

    def __init__(self, beside: Any) -> None:  # noqa: ANN401 - as above
        self._beside = beside
        self.found: list[Timed] = []

    async def time(
        self, name: str, act: Callable[[], Awaitable[Any]], rest: float = _REST, times: int = 1
    ) -> None:
        """The median time and the longest holds of some runs, each with what it leaves to do."""
        hold, seconds = Hold(), []
        heart = asyncio.create_task(hold.beat())
        self._beside.value = 0.0
        for _time in range(times):
            started = time.perf_counter()
            await act()
            seconds.append(time.perf_counter() - started)
            await asyncio.sleep(rest)
        heart.cancel()
        middle = sorted(seconds)[len(seconds) // 2]
        self.found.append(Timed(name, middle, hold.computed, hold.late, self._beside.value))


async def warm_up() -> None:
    """A start loads what all films need; that is no matter of their length."""
    with tempfile.TemporaryDirectory() as folder:
        film = Path(folder) / "film.yaml"
        await asyncio.to_thread(film.write_text, long_film(10), "utf-8")
        session = await open_film(film, Opening(), {})
        await session.aclose()


async def long_edits(shots: int) -> None:
    with tempfile.TemporaryDirectory() as folder, control() as beside:
        film = Path(folder) / "film.yaml"
        film.write_text(long_film(shots), encoding="utf-8")
        clock, opened, numbers = Clock(beside), list[ProjectSession](), itertools.count()

        async def load() -> None:
            opened.append(await open_film(film, Opening(), {}))

        async def edit() -> None:
            title = SetField(ShotTarget("s3__4"), "title", f"Title {next(numbers)}")
            await opened[0].edit("Title", [title])

        async def by_another() -> None:
            text = film.read_text(encoding="utf-8").replace("notes: 'x'", "notes: 'y'", 2)
            await asyncio.to_thread(film.write_text, text, "utf-8")
            await opened[0].outside.look()

        await clock.time("load", load)
        await clock.time("edit", edit, times=_TIMES)
        await clock.time("undo", opened[0].undo, times=_TIMES)
        await opened[0].save()
        await edit()
        await clock.time("first save", opened[0].save, 0)
        await edit()
        await clock.time("save", opened[0].save)
        await edit()
        await clock.time("change by another program", by_another)
        await edit()
        await clock.time("end with an unsaved edit", opened[0].aclose, 0)
        size = f"{film.stat().st_size / 1e6:.2f} MB"
    for one in clock.found:
        holds = (f"{value * 1000:.0f}" for value in (one.computed, one.late, one.control))
        row = (f"{shots:,}", size, one.name, f"{one.seconds:.2f}", *holds)
        print(f"| {' | '.join(row)} |", flush=True)


def main() -> None:
    small_edits()
    # The window, too, switches Python's own collector off and collects when it is idle.
    gc.disable()
    print("\n| shots | file | act | seconds | computed, ms | late, ms | late beside, ms |")
    print("|---|---|---|---|---|---|---|")
    asyncio.run(warm_up())
    for shots in [int(given) for given in sys.argv[1:]] or [150, 1_000, 10_000]:
        asyncio.run(long_edits(shots))


if __name__ == "__main__":
    main()
