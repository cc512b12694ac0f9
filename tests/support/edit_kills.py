"""Kill a process that edits a film at a moment, open the film again, and see what is left."""

from __future__ import annotations

import asyncio
import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tests.support.open_film import opened, plain_film
from topa_studio.app.session import ProjectSession
from topa_studio.document.document import Document

_ROOT = Path(__file__).resolve().parents[2]
_TYPIST = Path(__file__).with_name("typist.py")
_SHOTS = 3
# The typist joins at most two edits to the one before them.
_EDITS_A_STEP = 3
FIRST, LAST = 0.0, 2.2
_OPENED = 300.0


@dataclass(frozen=True, slots=True)
class Kill:
    """One kill.

    Attributes:
        after: seconds from the first edit.
        typed: edits that were in the document when it was killed.
        lost: how many of them did not come back, and how old the oldest of these was, in seconds.
        is_valid: whether the file on the disk was a sound film before anything was recovered.
        is_undone: whether undoing all, step by step, gave the first bytes of the file.
        steps: undo steps that came back.
    """

    after: float
    typed: int
    lost: int
    lost_seconds: float
    is_valid: bool
    is_undone: bool
    steps: int

    @property
    def is_clean(self) -> bool:
        """At most a second of edits is lost, the rest can be undone, and the file is sound."""
        has_steps = self.steps >= (self.typed - self.lost) // _EDITS_A_STEP
        return self.lost_seconds <= 1 and self.is_valid and self.is_undone and has_steps


def moments(count: int, seed: int) -> Iterator[float]:
    """Random seconds from the first edit to the end."""
    rng = random.Random(seed)
    return (rng.uniform(FIRST, LAST) for _kill in range(count))


def kill_once(folder: Path, after: float) -> Kill:
    """Edit a new film in `folder` in a process, kill it, and open the film in this one."""
    film = plain_film(folder, _SHOTS)
    original = film.read_bytes()
    told = folder / "told.txt"
    with told.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, str(_TYPIST), str(film)],
            stdout=out,
            env={**os.environ, "PYTHONPATH": str(_ROOT)},
        )
        _until_it_types(told, process)
        with suppress(subprocess.TimeoutExpired):
            process.wait(after)
        end = time.time()
        process.kill()
        process.wait()
    lines = told.read_text().splitlines(keepends=True)
    typed = [line.split() for line in lines if line.endswith("\n")]
    on_disk = Document.open(film)
    is_valid = on_disk.problems == Document(film, original).problems
    newest, steps, is_undone = asyncio.run(_reopened(film, original))
    lost = [float(at) for number, at in typed if int(number) > newest]
    age = end - min(lost) if lost else 0.0
    return Kill(after, len(typed), len(lost), age, is_valid, is_undone, steps)


def _until_it_types(told: Path, process: subprocess.Popen[bytes]) -> None:
    """A busy machine may take long to open the film; the kill is to meet an edit."""
    latest = time.monotonic() + _OPENED
    while not told.stat().st_size and time.monotonic() < latest:
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.02)
            return


async def _reopened(film: Path, original: bytes) -> tuple[int, int, bool]:
    """The newest edit that is there, how many steps there were, and whether undo is whole."""
    async with opened(film) as session:
        notes = re.findall(r"note (\d+)", session.document.text)
        newest = max((int(note) for note in notes), default=-1)
        steps = await _undone(session)
        return newest, steps, session.document.to_bytes() == original


async def _undone(session: ProjectSession) -> int:
    steps = 0
    while session.document.undo_label is not None:
        await session.undo()
        steps += 1
    return steps
