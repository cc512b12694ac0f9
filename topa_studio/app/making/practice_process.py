"""The practice service as a child process: started for one film, ended with its session."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from topa_studio.base.closing import to_the_end
from topa_studio.base.errors import ProjectError
from topa_studio.model.status import Trouble, reason_of

SPEED = 40.0
HASTE = "TOPA_PRACTICE_SPEED"
"""Set in the environment by tests that watch no work: the speed in place of that."""
_START_SECONDS = 600.0
"""For one that hangs: its death is told at once, and a busy computer may take minutes."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a running practice service answers."""

    base_url: str
    upload_url: str


class PracticeProcess:
    """Ends by itself when this process dies, since it watches its standard input."""

    def __init__(self, ledger: Path, speed: float | None = None) -> None:
        self._ledger = ledger
        self._speed = speed or float(os.environ.get(HASTE, SPEED))
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> Endpoint:
        """Start it and wait until it answers. Raises ProjectError."""
        try:
            return await self._started()
        except BaseException as error:
            await to_the_end(self.stop())
            if isinstance(error, TimeoutError | OSError | ValueError | KeyError):
                reason = reason_of(error)
                raise ProjectError("project.practice-not-started", reason=reason) from error
            raise

    async def _started(self) -> Endpoint:
        self._ledger.parent.mkdir(parents=True, exist_ok=True)
        environment = {k: v for k, v in os.environ.items() if k != "KIE_API_KEY"}
        self._process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "topa_studio", "practice-service"),
            *("--ledger", str(self._ledger), "--speed", str(self._speed)),
            "--until-stdin-closes",
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env=environment,
        )
        stdout = self._process.stdout
        if stdout is None:
            silent = Trouble("project.practice-silent")
            raise ProjectError("project.practice-not-started", reason=silent)
        line = await asyncio.wait_for(stdout.readline(), _START_SECONDS)
        told = json.loads(line)
        return Endpoint(told["base_url"], told["upload_url"])

    async def stop(self) -> None:
        """End it and wait for its end."""
        process = self._process
        if process is None or process.returncode is not None:
            return
        if process.stdin is not None:
            process.stdin.close()
        try:
            await asyncio.wait_for(process.wait(), 5.0)
        except TimeoutError:
            process.kill()
            await process.wait()
