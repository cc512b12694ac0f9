"""What a film's results take of the disk; looked at file by file, so never on the loop."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from stat import S_ISREG

from topa_studio.model.costs import DiskUse
from topa_studio.pipeline.board import Board
from topa_studio.pipeline.folder.layout import Layout
from topa_studio.pipeline.job import Kind


def disk_use(layout: Layout, board: Board) -> DiskUse:
    """Bytes by what they are; links are not followed, and each file counts once. Blocks."""
    takes, trash = _places(layout, board)
    pictures, own = layout.elements.absolute(), layout.output.absolute() / ".topa"
    found: Counter[str] = Counter()
    seen, thrown = set(), layout.every_trashed_picture.absolute()
    for path, size in _files(layout.film_folder.absolute(), pictures, own):
        if path in seen:
            continue
        seen.add(path)
        if path in trash or path.is_relative_to(thrown):
            found["trash"] += size
            found["in trash"] += path.suffix != ".json"
        elif path in takes:
            found["takes"] += size
        elif path.is_relative_to(pictures) or path.is_relative_to(own / "candidates"):
            found["pictures"] += size
        else:
            found["rest"] += size
    takes_and_trash = found["takes"], found["trash"], found["in trash"]
    return DiskUse(*takes_and_trash, found["pictures"], found["rest"])


def _places(layout: Layout, board: Board) -> tuple[set[Path], set[Path]]:
    """Where takes and panels lie, and those in the trash."""
    takes: set[Path] = set()
    trash: set[Path] = set()
    for (kind, _key), entry in board.subjects():
        for take in list(entry.takes.values()) if kind in (Kind.CLIP, Kind.PANEL) else ():
            place = layout.absolute(take.path).absolute()
            (trash if take.marks.trashed else takes).add(place)
    return takes, trash - takes


def _files(*folders: Path) -> Iterator[tuple[Path, int]]:
    for folder in folders:
        for home, _folders, names in os.walk(folder):
            for name in names:
                path = Path(home, name)
                try:
                    facts = path.lstat()
                except OSError:
                    continue
                if S_ISREG(facts.st_mode):
                    yield path, facts.st_size
