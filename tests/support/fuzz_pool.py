"""Workers that may die: a file that kills or stalls one is counted, and the next one goes on."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_SLOW = 2.0
_STUCK = 20.0
_START = 300.0
_TOLD = 5


@dataclass(slots=True)
class Tally:
    """What came of a run; lists name files by number.

    Attributes:
        kinds: how many files were sound, with problems, unreadable.
        faults: files with the traceback each gave.
        signals: files at which a worker died, with its exit code.
        slow: files that took over 2 s, with their seconds.
        stuck: files that took so long that the worker was ended.
        longest: seconds of the slowest file that was answered, and its number.
    """

    kinds: Counter[str] = field(default_factory=Counter)
    faults: dict[int, str] = field(default_factory=dict)
    signals: dict[int, int] = field(default_factory=dict)
    slow: dict[int, float] = field(default_factory=dict)
    stuck: list[int] = field(default_factory=list)
    longest: tuple[float, int] = (0.0, 0)
    files: int = 0

    @property
    def is_clean(self) -> bool:
        """Whether no file did any harm."""
        return not (self.faults or self.signals or self.slow or self.stuck)

    def told(self, seed: int, seconds: float) -> str:
        """The run in lines of words."""
        kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(self.kinds.items()))
        longest, at = self.longest
        return "\n".join(
            [
                f"seed {seed}: {self.files} in {seconds:.0f} s: {kinds}",
                f"{len(self.faults)} tracebacks, {len(self.signals)} signals, "
                f"{len(self.stuck)} stuck, {len(self.slow)} over 2 s, "
                f"the longest {longest:.2f} s (number {at})",
                *(f"{n}:\n{words}" for n, words in list(self.faults.items())[:_TOLD]),
                *(f"{n}: the worker ended with {c}" for n, c in list(self.signals.items())[:_TOLD]),
                *(f"{n}: {s:.1f} s" for n, s in list(self.slow.items())[:_TOLD]),
                *(f"{n}: no answer" for n in self.stuck[:_TOLD]),
            ]
        )

    def take(self, line: bytes) -> None:
        """Count a worker's answer."""
        answer = json.loads(line)
        number, seconds = answer["number"], answer["seconds"]
        self.longest = max(self.longest, (seconds, number))
        if answer["fault"]:
            self.faults[number] = answer["fault"]
        else:
            self.kinds[answer["kind"]] += 1
        if seconds > _SLOW:
            self.slow[number] = seconds


async def fuzz(count: int, seed: int, workers: int, worker: Path | None = None) -> Tally:
    """Read `count` broken films in that many processes at once."""
    tally = Tally()
    numbers = iter(range(count))
    script = worker or Path(__file__).with_name("fuzz_worker.py")
    async with asyncio.TaskGroup() as group:
        for _worker in range(workers):
            group.create_task(_work(numbers, seed, script, tally))
    return tally


async def _work(numbers: Iterator[int], seed: int, script: Path, tally: Tally) -> None:
    process: Process | None = None
    patience = _START
    for number in numbers:
        if process is None:
            process, patience = await _started(seed, script), _START
        tally.files += 1
        line = await _answer(process, number, patience)
        patience = _STUCK
        if line:
            tally.take(line)
            continue
        if line is None:
            process.kill()
            tally.stuck.append(number)
        code = await process.wait()
        if line is not None:
            tally.signals[number] = code
        process = None
    if process is not None and process.stdin is not None:
        process.stdin.close()
        await process.wait()


async def _started(seed: int, script: Path) -> Process:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return await asyncio.create_subprocess_exec(
        sys.executable, str(script), str(seed), stdin=PIPE, stdout=PIPE, env=environment
    )


async def _answer(process: Process, number: int, patience: float) -> bytes | None:
    """The line for that file; empty where the worker died, None where it does not answer."""
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(b"%d\n" % number)
        await process.stdin.drain()
        return await asyncio.wait_for(process.stdout.readline(), patience)
    except (BrokenPipeError, ConnectionResetError):
        return b""
    except TimeoutError:
        return None
