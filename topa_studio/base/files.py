"""The one way files are written: whole or not at all, on the disk, and never through a link."""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
import shutil
import stat
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, Literal

from topa_studio.base.regular import open_regular, regular
from topa_studio.base.words import say

# A virus scanner, a cloud folder or an editor holds a file for a moment: 2.5 s in all.
_WAITS = (0.05, 0.05, 0.1, 0.1, 0.2, 0.2, 0.3, 0.5, 1.0)
_BUSY_WINERRORS = {5, 32, 33}
_JUNCTION = 0xA0000003


class LinkedError(OSError):
    """A name in the film's folders is a link to another place, where nothing is written."""

    code = "project.link"

    def __init__(self, path: Path) -> None:
        super().__init__(errno.ELOOP, "a link", str(path))
        self.params: Mapping[str, object] = {"path": self.filename}

    def __str__(self) -> str:
        return say(self.code, self.params)


def is_link(path: str | Path) -> bool:
    """Whether the name itself is a symbolic link or, on Windows, a junction."""
    try:
        facts = os.lstat(path)
    except (OSError, ValueError):
        return False
    return stat.S_ISLNK(facts.st_mode) or getattr(facts, "st_reparse_tag", 0) == _JUNCTION


def first_link(path: Path, root: Path) -> Path | None:
    """The first name that is a link on the way from `root` down to `path`; None: there is none.

    `root` itself may be one: where it lies is the user's choice.
    """
    below = root
    for part in path.relative_to(root).parts:
        below = below / part
        if is_link(below):
            return below
    return None


def own_folder(path: Path, root: Path) -> Path:
    """`path`, made sure that its folder is really inside `root`; look before each writing.

    Raises:
        LinkedError: a folder on the way from `root` down is a link.
        FileNotFoundError: `root` is not there (any more); nothing may be made in its place.
    """
    if not root.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(root))
    link = first_link(path.parent, root) if path != root else None
    if link is not None:
        raise LinkedError(link)
    return path


def own_target(path: Path) -> Path:
    """The file itself where the user keeps a link to it: a link that they made stays one."""
    return path.resolve() if is_link(path) else path


def write_atomic(path: Path, data: bytes, *, may_replace: Callable[[], bool] | None = None) -> bool:
    """Replace `path` by `data`: a crash leaves the old file or the new one, never a torn one.

    A link of that name is replaced itself; what it leads to stays. `may_replace` is asked in the
    last moment, when all is on the disk under another name.

    Returns:
        Whether it was replaced: always, unless `may_replace` said no.

    Raises:
        OSError: nothing was replaced; no temporary file stays behind.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temp = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        with temp.open("xb") as file:
            file.write(data)
            file.flush()
            sync(file.fileno())
        if path.exists() and not is_link(path):
            shutil.copymode(path, temp)
        if may_replace is not None and not may_replace():
            temp.unlink(missing_ok=True)
            return False
        replace(temp, path)
    except BaseException:
        temp.unlink(missing_ok=True)
        raise
    return True


def write_private(path: Path, data: bytes) -> None:
    """Replace `path` by `data` as a file that only the user can read, from its first byte on.

    On Windows a file has the rights of its folder.

    Raises:
        OSError: nothing was replaced.
    """
    temp = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        with open(temp, "xb", opener=_private) as file:
            file.write(data)
            sync(file.fileno())
        replace(temp, path)
    except BaseException:
        temp.unlink(missing_ok=True)
        raise


def _private(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0), 0o600)


def replace(source: Path, target: Path) -> None:
    """Rename `source` over `target` and make the rename durable.

    On Windows a virus scanner or an editor may hold the file for a moment: it is tried for 2.5 s.
    """
    for wait in (*_WAITS, None):
        try:
            source.replace(target)
            break
        except OSError as error:
            if wait is None or getattr(error, "winerror", None) not in _BUSY_WINERRORS:
                raise
            time.sleep(wait)
    sync_folder(target.parent)


def delete(path: Path) -> int:
    """Take a file away for good, and what it holds with its last name; how many bytes it held.

    A link goes itself; what it leads to stays. One that is not there is no failure.

    Raises:
        OSError: it stays.
    """
    try:
        size = path.lstat().st_size
        path.unlink()
    except FileNotFoundError:
        return 0
    sync_folder(path.parent)
    return size


def set_aside(path: Path, mark: str) -> Path:
    """Rename a file that is not used, so that nothing of it is lost; its new place.

    Raises:
        OSError: it stays where it is.
    """
    time_of = time.strftime("%Y%m%dT%H%M%S", time.gmtime())
    target = path.with_name(f"{path.stem}.{time_of}-{secrets.token_hex(2)}.{mark}")
    replace(path, target)
    return target


def opened(path: Path, mode: Literal["ab", "wb", "r+b"]) -> IO[bytes]:
    """A file to write into piece by piece; a link of that name is taken away, not followed.

    Raises:
        OSError: it cannot be opened.
    """
    if is_link(path):
        path.unlink()
    if path.exists():
        regular(path)
    return open(path, mode, opener=_no_link)


def _no_link(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0), 0o666)


def append(path: Path, data: bytes) -> None:
    """Add `data` to the end of a file, on the disk when this returns. Raises OSError."""
    with opened(path, "ab") as file:
        file.write(data)
        file.flush()
        sync(file.fileno())


def sync(handle: int) -> None:
    """Push a file's bytes to the disk itself; macOS needs its own call for that."""
    full_sync = getattr(__import__("fcntl"), "F_FULLFSYNC", None) if os.name == "posix" else None
    if full_sync is not None:
        import fcntl

        try:
            fcntl.fcntl(handle, full_sync)
        except OSError as error:
            # Network and memory-stick file systems do not know it.
            if error.errno not in (errno.ENOTSUP, errno.EINVAL, errno.ENOTTY):
                raise
        else:
            return
    os.fsync(handle)


def sync_folder(folder: Path) -> None:
    """Make names in `folder` durable; Windows does that by itself and cannot open folders."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        # Some network file systems cannot; the rename itself is done.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EBADF):
            raise
    finally:
        os.close(handle)


def copy_durable(source: Path, target: Path) -> None:
    """Copy `source` to `target`, its date too, whole or not at all.

    Never a hard link: whoever writes into one name of a file would write into the other.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    temp = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    try:
        shutil.copyfile(regular(source), temp)
        facts = source.stat()
        os.utime(temp, ns=(facts.st_atime_ns, facts.st_mtime_ns))
        with temp.open("rb+") as file:
            sync(file.fileno())
        replace(temp, target)
    finally:
        temp.unlink(missing_ok=True)


def sha256_of(path: Path) -> str:
    """The file's SHA-256 as 64 hex digits."""
    with open_regular(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def relative_to_home(path: Path, home: Path) -> str:
    """`path` as it is written into files: relative to the film's home, with forward slashes."""
    try:
        return path.relative_to(home).as_posix()
    except ValueError:
        return path.as_posix()
