"""The name under which an export appears: only once it is whole, and never over another file."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

from topa_studio.base.errors import MediaError
from topa_studio.base.files import is_link, replace, sync
from topa_studio.film.export.trouble import trouble_of

_PART = ".part"
_BUSY_SECONDS = 60.0
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_LONGEST = 120


class Landing:
    """One target and the file beside it that is written first.

    Args:
        may_replace: a file that is there is replaced at the end; else `land` refuses.
    """

    def __init__(self, target: Path, *, may_replace: bool = False) -> None:
        self.target = target
        self.part = target.with_name(target.name + _PART)
        self._may_replace = may_replace
        self._begun = False

    def begin(self) -> None:
        """Make the folder, and the part as an empty file.

        Raises:
            MediaError: "export.exists", "export.busy", or what `trouble` says of the folder.
        """
        self._look()
        try:
            self.target.parent.mkdir(parents=True, exist_ok=True)
            if self.part.exists() and time.time() - self.part.stat().st_mtime < _BUSY_SECONDS:
                raise MediaError("export.busy", path=str(self.target))
            self.part.unlink(missing_ok=True)
            with self.part.open("xb"):
                self._begun = True
        except OSError as error:
            raise trouble_of(error, self.part) from error

    def land(self) -> None:
        """Give the whole file its name. Raises MediaError; then the part is gone."""
        try:
            with self.part.open("rb+") as file:
                sync(file.fileno())
            if self._may_replace:
                self._look()
                replace(self.part, self.target)
            else:
                _name_free(self.part, self.target)
        except OSError as error:
            self.discard()
            raise trouble_of(error, self.target) from error
        except MediaError:
            self.discard()
            raise

    def discard(self) -> None:
        """Leave nothing of what was written; what another program writes stays."""
        if not self._begun:
            return
        try:
            self.part.unlink(missing_ok=True)
        except OSError:
            return  # its folder is gone, and it with it

    def _look(self) -> None:
        found = is_link(self.target) or self.target.exists()
        if found and not (self._may_replace and self.target.is_file()):
            raise MediaError("export.exists", path=str(self.target))


def _name_free(part: Path, target: Path) -> None:
    """Rename where no file of that name is, also if one appears in this moment.

    Raises:
        MediaError: "export.exists".
    """
    try:
        os.link(part, target)
    except FileExistsError as error:
        raise MediaError("export.exists", path=str(target)) from error
    except OSError as error:
        # Some disks know no second names; a moment between look and rename is left there.
        if not part.exists() or target.exists():
            raise MediaError("export.exists", path=str(target)) from error
        replace(part, target)
        return
    part.unlink()


def free_name(folder: Path, name: str, taken: frozenset[Path] = frozenset()) -> Path:
    """A target in `folder` that is not there and not in `taken`: "Film.mp4", "Film (2).mp4", ..."""
    stem, dot, kind = name.rpartition(".")
    stem = stem if dot else name
    ending = f".{kind}" if dot else ""
    number = 1
    while True:
        mark = "" if number == 1 else f" ({number})"
        target = folder / f"{stem}{mark}{ending}"
        if not (is_link(target) or target.exists() or target in taken):
            return target
        number += 1


def file_title(title: str) -> str:
    """A film's title as a file name that every system takes; "" where nothing is left of it."""
    words = _UNSAFE.sub(" -", title.replace(": ", " - ")).strip(" .")
    words = " ".join(words.split())
    return words.encode()[:_LONGEST].decode(errors="ignore").strip(" .")
