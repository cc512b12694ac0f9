"""Where a copy of a file of the user's own lies in the film's folder."""

from __future__ import annotations

import itertools
from pathlib import Path

from topa_studio.base.files import own_folder, sha256_of


def place_for(home: Path, folder: str, name: str, sha256: str) -> Path:
    """The first of a file's names that is free, or where this very content lies already. Blocks.

    Raises:
        OSError: the disk, or a link where the folder should be.
    """
    plain = Path(name)
    others = (f"{plain.stem} ({number}){plain.suffix}" for number in itertools.count(2))
    targets = (own_folder(home / folder / each, home) for each in itertools.chain([name], others))
    return next(at for at in targets if not at.exists() or sha256_of(at) == sha256)
