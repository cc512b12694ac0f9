"""A drawing's own note in the file: what it shows, so that a later drawing shows the same."""

from __future__ import annotations

from pathlib import Path

KEY = "Topa"


def read_tag(path: Path) -> str:
    """The note inside a PNG or JPEG file; "" where there is none."""
    from PySide6.QtGui import QImageReader

    return QImageReader(str(path)).text(KEY)
