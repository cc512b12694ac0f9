"""The name under which an export appears: only once it is whole, and never over another file."""

from __future__ import annotations

import os
import re
import stat
import time
from pathlib import Path

from topa_studio.base.errors import MediaError
from topa_studio.base.files import is_link, opened, replace, sync
from topa_studio.film.export.trouble import trouble_of

_PART = ".topa-part"
_BUSY_SECONDS = 60.0
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_LONGEST = 120
_OPENED = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


def part_of(target: Path) -> Path:
    """The file beside a target that is written first: a name that only exports give."""
    return target.with_name(f".{target.name}{_PART}")


def target_of_part(part: Path) -> Path:
    """What `part_of` was given."""
    return part.with_name(part.name[1:].removesuffix(_PART))


def fill_part(part: Path, data: bytes) -> None:
    """Write a part that is there, held by whoever made it. Raises OSError."""
    with opened(part, "wb") as file:
        file.write(data)


class Landing:
    """One target and the file beside it that is written first, and held against others.

    Args:
        may_replace: an ordinary file that is there is replaced at the end if its name ends as the
            export's does; else `land` refuses.
        ending: how the export's name ends.
    """

    def __init__(
        self, target: Path, *, may_replace: bool = False, ending: str | None = None
    ) -> None:
        self.target = target
        self.part = part_of(target)
        self._may_replace = may_replace
        self._ending = (target.suffix if ending is None else ending).casefold()
        self._begun = False
        self._held: int | None = None

    def begin(self) -> None:
        """Make the folder, and the part as an empty file.

        Raises:
            MediaError: "export.busy", what `_look` says of the target, or `trouble_of` of the part.
        """
        try:
            self._look()
            self.target.parent.mkdir(parents=True, exist_ok=True)
            self._hold()
        except OSError as error:
            raise trouble_of(error, self.target) from error
        self._begun = True

    def land(self) -> None:
        """Give the whole file its name. Raises MediaError; then the part is gone."""
        try:
            with self.part.open("rb+") as file:
                sync(file.fileno())
            self._look()
            if self._may_replace:
                replace(self.part, self.target)
            else:
                name_free(self.part, self.target)
        except OSError as error:
            self.discard()
            raise trouble_of(error, self.target) from error
        except MediaError:
            self.discard()
            raise
        self._begun = False
        self._let_go()

    def discard(self) -> None:
        """Leave nothing of what was written; what another program writes stays."""
        if not self._begun:
            return
        self._begun = False
        try:
            self.part.unlink(missing_ok=True)
        except OSError:
            return  # its folder is gone, and it with it
        finally:
            self._let_go()

    def _look(self) -> None:
        """Raises MediaError: what is there is not replaced. OSError: nobody knows what is there."""
        path = str(self.target)
        try:
            facts = os.lstat(self.target)
        except (FileNotFoundError, NotADirectoryError):
            return
        if stat.S_ISDIR(facts.st_mode):
            raise MediaError("export.is-folder", path=path)
        if is_link(self.target) or not stat.S_ISREG(facts.st_mode):
            raise MediaError("export.not-a-file", path=path)
        if not self._may_replace:
            raise MediaError("export.exists", path=path)
        if self.target.suffix.casefold() != self._ending:
            raise MediaError("export.other-kind", path=path, ending=self._ending)

    def _hold(self) -> None:
        """Have the part, empty; whoever else wants it is told so until it is let go.

        Raises:
            MediaError: "export.busy": another program has it.
            OSError: it cannot be written.
        """
        if os.name == "nt":
            # What is open there can be neither renamed nor taken away: so nothing is held.
            self._clear(self._is_young())
            self.part.touch(exist_ok=False)
            return
        while True:
            handle = os.open(self.part, _OPENED, 0o666)
            try:
                if not _is_free(handle):
                    raise MediaError("export.busy", path=str(self.target))
                facts = os.fstat(handle)
                if not stat.S_ISREG(facts.st_mode):
                    raise MediaError("export.not-a-file", path=str(self.part))
                if _is_still(self.part, facts):
                    os.ftruncate(handle, 0)
                    self._held, handle = handle, -1
                    return
            finally:
                if handle >= 0:
                    os.close(handle)

    def _is_young(self) -> bool:
        return self.part.exists() and time.time() - self.part.stat().st_mtime < _BUSY_SECONDS

    def _clear(self, busy: bool) -> None:
        try:
            if not busy:
                self.part.unlink(missing_ok=True)
                return
        except PermissionError as error:
            raise MediaError("export.busy", path=str(self.target)) from error
        raise MediaError("export.busy", path=str(self.target))

    def _let_go(self) -> None:
        held, self._held = self._held, None
        if held is not None:
            os.close(held)


def _is_free(handle: int) -> bool:
    """Lock an open file; False: another one has it. A disk without locks has it from nobody."""
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        # Then its age tells: whoever writes a film writes often.
        facts = os.fstat(handle)
        return not facts.st_size or time.time() - facts.st_mtime >= _BUSY_SECONDS
    return True


def _is_still(path: Path, facts: os.stat_result) -> bool:
    """Whether the file of this name is the one that was opened."""
    try:
        now = os.lstat(path)
    except FileNotFoundError:
        return False
    return (now.st_dev, now.st_ino) == (facts.st_dev, facts.st_ino)


def name_free(part: Path, target: Path) -> None:
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
