"""A drawing's own note in the file: whom it shows, so that a later drawing shows the same."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtGui import QImage, QImageReader

from topa_studio.base.regular import ONE_PICTURE
from topa_studio.paint.look import Look, look_of

_KEY = "Topa"


def write_tag(image: QImage, look: Look, seed: int = 0) -> None:
    """Note `look` in `image`; it is kept in PNG and JPEG files.

    No two drawings are one file: `seed` says which of them it is.
    """
    told = {"name": look.name, "words": look.words, "seed": seed}
    image.setText(_KEY, json.dumps(told, ensure_ascii=False))


def write_panel_tag(image: QImage, seed: int) -> None:
    """Note in a scene's still which land it shows, so that its clip plays in the same."""
    image.setText(_KEY, json.dumps({"panel": seed}))


def panel_seed(tag: str) -> int | None:
    """The land a still's note tells; None where the note is none of a still's."""
    try:
        return int(json.loads(tag)["panel"])
    except (ValueError, KeyError, TypeError):
        return None


def read_tag(path: Path) -> str:
    """The note inside a PNG or JPEG file; "" where there is none."""
    with ONE_PICTURE:
        return QImageReader(str(path)).text(_KEY)


def look_from_tag(tag: str, name: str = "") -> Look | None:
    """The look a note tells; `name` is used where the note has none. None: no such note."""
    try:
        noted = json.loads(tag)
        return look_of(str(noted["name"]) or name, str(noted["words"]))
    except (ValueError, KeyError, TypeError):
        return None
