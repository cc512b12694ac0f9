"""The program as a user types it: a process, its output, its exit code."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path


def topa(
    *arguments: str | Path, environment: Mapping[str, str] | None = None, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run `topa-studio ARGUMENTS` to its end."""
    return subprocess.run(
        command(*arguments),
        env={**os.environ, **(environment or {})},
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=1500,
        check=False,
    )


def command(*arguments: str | Path) -> list[str]:
    """The command line of `topa-studio ARGUMENTS`."""
    return [sys.executable, "-m", "topa_studio", *(str(argument) for argument in arguments)]
