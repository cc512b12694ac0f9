"""Which version of a file is meant: path, time of change and size."""

from __future__ import annotations

from pathlib import Path

from topa_studio.base.regular import regular

Stamp = tuple[str, int, int]


def stamp_of(path: Path) -> Stamp:
    """What tells one version of a file from another; zeros where there is no file."""
    try:
        facts = regular(path).stat()
    except OSError:
        return (str(path), 0, 0)
    return (str(path), facts.st_mtime_ns, facts.st_size)
