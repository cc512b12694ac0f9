"""Names of the files in an element's folder."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from topa_studio.base.spelling import composed
from topa_studio.pipeline.folder.layout import file_name


def number_in(file: str, name: str) -> int | None:
    """N of a file `<Name>N`; None for a file of another name."""
    match = numbered_as(name).match(composed(PurePosixPath(file).stem))
    return int(match.group(1)) if match else None


def numbered_as(name: str) -> re.Pattern[str]:
    """What a file's name without its ending matches where it is the element's `<Name><N>`."""
    names = "|".join(re.escape(composed(spelt)) for spelt in (name, file_name(name)))
    return re.compile(rf"^(?:{names})(\d{{1,9}})$")
