"""Where paid steps are kept besides state.db: a trail, a mirror with the user, a reserve."""

from __future__ import annotations

import asyncio
import errno
import hashlib
import logging
import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from topa_studio.base.closing import to_the_end
from topa_studio.pipeline.folder.layout import Layout
from topa_studio.pipeline.job import Job, State
from topa_studio.pipeline.money.balance import Balance
from topa_studio.pipeline.paid.lines import (
    is_further,
    job_line,
    jobs_in,
    line,
    mark_of,
    read_lines,
    with_request,
)
from topa_studio.pipeline.paid.reserve import Reserve
from topa_studio.pipeline.paid.trail import Trail

log = logging.getLogger(__name__)

LEAST_FREE = 200_000_000
"""Bytes that must be free before anything new is paid for: its result has to lie somewhere."""
_LONG = 1_000_000
_USUAL_LINE = 500
"""Bytes."""
_BALANCES = 50
_ENDED = frozenset({State.DONE, State.FAILED, State.DROPPED})
# Without these lines a result that is paid for is asked about once more, and that is free.
_SAFE_TO_LOSE = frozenset({State.READY, State.DONE})


@dataclass(frozen=True, slots=True)
class Safe:
    """Three places for one output folder; none of them may stop a job that is paid for.

    Attributes:
        trail: every step from the sending on, beside state.db.
        mirror: every task id, in the user's data folder: an output folder may vanish. None where
            nothing is paid.
        reserve: ids that state.db did not take.
    """

    trail: Trail
    mirror: Trail | None
    reserve: Reserve
    output: Path

    @classmethod
    def of(cls, layout: Layout, user_data: Path | None) -> Safe:
        """The places of an output folder.

        Args:
            user_data: this program's folder of the user; None where nothing is paid.
        """
        inside = layout.output / ".topa"
        output = layout.output.absolute()
        name = hashlib.sha256(output.as_posix().encode("utf-8", "replace")).hexdigest()[:16]
        return cls(
            Trail(inside / "paid.log"),
            None if user_data is None else Trail(user_data / "paid" / f"{name}.log"),
            Reserve(inside / "ids.reserve"),
            output,
        )

    async def prepare(self) -> None:
        """Have room for an id before it is paid for.

        Raises:
            OSError: the disk is nearly full, or neither the reserve nor the user's folder can be
                written: send nothing.
        """
        await to_the_end(asyncio.to_thread(self._prepare))

    def _prepare(self) -> None:
        failed: list[OSError] = []
        for place in self._places():
            try:
                place.open()
            except OSError as error:
                log.warning("%s cannot be written: %s", place.path, error)
                failed.append(error)
        ready = [place for place in (self.reserve, self.mirror) if place and place.is_open]
        if not ready:
            raise failed[-1]
        if shutil.disk_usage(self.output).free < LEAST_FREE:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self.output))

    def _places(self) -> tuple[Trail | Reserve, ...]:
        found = (self.trail, self.mirror, self.reserve)
        return tuple(place for place in found if place is not None)

    async def note(self, job: Job) -> None:
        """A step that state.db has taken; where it cannot be noted too, work goes on."""
        await to_the_end(asyncio.to_thread(self._note, job))

    def _note(self, job: Job) -> None:
        whole = job.state is State.SENDING
        durable = job.state not in _SAFE_TO_LOSE
        _try(partial(self.trail.add, durable=durable), job_line(job, whole=whole), self.trail.path)
        kept = job.state is State.SUBMITTED or job.state in _ENDED
        if self.mirror is not None and job.task_id and kept:
            _try(partial(self.mirror.add, durable=durable), self._mirrored(job), self.mirror.path)

    async def rescue(self, job: Job) -> str:
        """Keep the task id of a job that state.db did not take; where it is now, "" for nowhere."""
        return await to_the_end(asyncio.to_thread(self._rescue, job))

    def _rescue(self, job: Job) -> str:
        noted = job_line(job, whole=False)
        kept = [self.reserve.path] if _try(self.reserve.put, noted, self.reserve.path) else []
        if self.mirror is not None and _try(self.mirror.add, self._mirrored(job), self.mirror.path):
            kept.append(self.mirror.path)
        if _try(self.trail.add, noted, self.trail.path):
            kept.append(self.trail.path)
        return str(kept[0]) if kept else ""

    def _mirrored(self, job: Job) -> bytes:
        return job_line(job, whole=job.state is State.SUBMITTED, output=str(self.output))

    def read(self) -> list[Job]:
        """What trail and reserve tell of each job, at its furthest step; blocks."""
        found = {mark_of(job): job for job in jobs_in(read_lines(self.trail.read()))}
        for job in jobs_in(read_lines(self.reserve.read())):
            known = found.get(mark_of(job))
            if known is None or is_further(job, known):
                found[mark_of(job)] = job if known is None else with_request(job, known)
        return list(found.values())

    def read_mirror(self) -> list[Job]:
        """Jobs of this output folder that the user's folder knows of, ended ones too; blocks."""
        return [] if self.mirror is None else jobs_in(read_lines(self.mirror.read()))

    def everywhere(self) -> list[tuple[str, Job]]:
        """Each job of which the user's folder has a task id, with its output folder; blocks."""
        found: list[tuple[str, Job]] = []
        if self.mirror is not None:
            for path in sorted(self.mirror.path.parent.glob("*.log")):
                lines = list(read_lines(Trail(path).read()))
                outputs = [Path(str(facts["output"])) for facts in lines if "output" in facts]
                home = outputs[-1].as_posix() if outputs else ""
                found += [(home, job) for job in jobs_in(lines)]
        return found

    def elsewhere(self, task_id: str) -> str:
        """The other output folder a task id was paid for in; "" for none. Blocks."""
        if self.mirror is None:
            return ""
        for path in self.mirror.path.parent.glob("*.log"):
            for facts in read_lines(Trail(path).read()):
                output = str(facts.get("output", ""))
                if facts.get("task_id") == task_id and output != str(self.output):
                    return output
        return ""

    def add_balance(self, balance: Balance) -> None:
        """What the service said was left; blocks."""
        _try(self.trail.add, line(_balance(balance)), self.trail.path)

    def balances(self) -> list[Balance]:
        """What the service said was left, in the order it said so; blocks."""
        return [
            Balance(facts["balance"], facts["at"])
            for facts in read_lines(self.trail.read())
            if isinstance(facts.get("balance"), float) and isinstance(facts.get("at"), float)
        ]

    def settle(self, noted: Sequence[Job]) -> None:
        """What was read (`noted`) stands in state.db now; blocks.

        A long trail becomes one line a job; only of what is open the request is kept.
        """
        try:
            self.reserve.clear()
            if self._is_long(self.trail, len(noted)):
                kept = [line(_balance(balance)) for balance in self.balances()[-_BALANCES:]]
                kept += [job_line(job, whole=job.state not in _ENDED) for job in noted]
                self.trail.rewrite(b"".join(kept))
            self._shorten_mirror()
        except OSError as error:
            log.warning("notes of %s cannot be put in order: %s", self.output, error)

    def _shorten_mirror(self) -> None:
        if self.mirror is None or self.mirror.size() < _LONG:
            return
        jobs = self.read_mirror()
        if self._is_long(self.mirror, len(jobs)):
            self.mirror.rewrite(b"".join(self._mirrored(job) for job in jobs))

    def _is_long(self, trail: Trail, jobs: int) -> bool:
        return trail.size() > max(_LONG, 2 * _USUAL_LINE * jobs)

    def close(self) -> None:
        """Let go of the files; blocks."""
        for place in self._places():
            place.close()


def _balance(balance: Balance) -> dict[str, float]:
    return {"balance": balance.credits, "at": balance.at}


def _try(put: Callable[[bytes], None], data: bytes, path: Path) -> bool:
    try:
        put(data)
    except OSError as error:
        log.warning("a step is not noted in %s: %s", path, error)
        return False
    return True
