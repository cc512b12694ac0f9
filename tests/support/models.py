"""Model files as a user would add or change them: the program then has other models."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from topa_studio.base.resources import resource
from topa_studio.catalogue import catalogue
from topa_studio.catalogue.catalogue import Catalogue


@contextmanager
def model_files(folder: Path, change: Callable[[Path], None]) -> Iterator[None]:
    """Inside, the program's models are those of `folder`: a copy of its own, then changed."""
    shutil.copytree(resource("models"), folder)
    change(folder)
    changed, before = Catalogue.read(folder), catalogue._bundled
    catalogue._bundled = lambda: changed  # type: ignore[assignment]
    try:
        yield
    finally:
        catalogue._bundled = before
