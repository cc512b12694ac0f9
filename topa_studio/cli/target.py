"""The file that `-o` names."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from topa_studio.base.errors import MediaError


def target_of(given: str, ending: str) -> Path:
    """Where an export is written; a name without an ending gets `ending`.

    Raises:
        MediaError: it is no name of a file, or names a folder or a device.
    """
    name = os.path.basename(given)
    if not name.strip() or name in (os.curdir, os.pardir) or "\0" in given:
        path = given.strip() or '""'
        raise MediaError("export.file-needed", path=path, example=f"film{ending}")
    place = Path(given).absolute()
    try:
        mode = os.stat(place).st_mode
    except OSError:
        mode = stat.S_IFREG  # none is there, or that is told when it is written
    if stat.S_ISDIR(mode):
        raise MediaError("export.is-folder", path=str(place))
    if not stat.S_ISREG(mode):
        raise MediaError("export.not-a-file", path=str(place))
    return place if place.suffix else place.with_name(place.name + ending)
