"""Names whose accents may be written together (NFC) or apart (NFD, as Macs do) are one name."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path


def composed(name: str) -> str:
    """A name as names are compared: accents that are written apart count as written together."""
    return unicodedata.normalize("NFC", name)


def as_it_lies(path: Path) -> Path:
    """`path` as its names are spelt on the disk; a name that is not there stays as it is.

    A file of the very spelling goes before one whose accents are written otherwise.
    """
    if str(path).isascii() or os.path.lexists(path):
        return path
    found = Path(path.anchor)
    for part in path.relative_to(found).parts:
        found = found / part if part.isascii() else _spelt(found, part)
    return found


def _spelt(folder: Path, name: str) -> Path:
    if os.path.lexists(folder / name):
        return folder / name
    try:
        alike = [other for other in os.listdir(folder) if composed(other) == composed(name)]
    except OSError:
        alike = []
    return folder / min(alike, default=name)
