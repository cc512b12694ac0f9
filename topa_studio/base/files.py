"""The one way files are written: whole or not at all, and on the disk before anyone is told."""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
import shutil
import time
from pathlib import Path

_REPLACE_TRIES = 12
_BUSY_WINERRORS = {5, 32, 33}


def write_atomic(path: Path, data: bytes) -> None:
    """Replace `path` by `data`: a crash leaves the old file or the new one, never a torn one.

    Raises:
        OSError: nothing was replaced; no temporary file stays behind.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temp = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        with temp.open("xb") as file:
            file.write(data)
            sync(file.fileno())
        if path.exists():
            shutil.copymode(path, temp)
        replace(temp, path)
    except BaseException:
        temp.unlink(missing_ok=True)
        raise


def replace(source: Path, target: Path) -> None:
    """Rename `source` over `target` and make the rename durable.

    On Windows a virus scanner or an editor may hold the file for a moment, so it is tried for 2 s.
    """
    for attempt in range(_REPLACE_TRIES):
        try:
            source.replace(target)
            break
        except OSError as error:
            busy = getattr(error, "winerror", None) in _BUSY_WINERRORS
            if not busy or attempt == _REPLACE_TRIES - 1:
                raise
            time.sleep(0.03 * (attempt + 1))
    sync_folder(target.parent)


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
        shutil.copyfile(source, temp)
        facts = source.stat()
        os.utime(temp, ns=(facts.st_atime_ns, facts.st_mtime_ns))
        with temp.open("rb+") as file:
            sync(file.fileno())
        replace(temp, target)
    finally:
        temp.unlink(missing_ok=True)


def sha256_of(path: Path) -> str:
    """The file's SHA-256 as 64 hex digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def relative_to_home(path: Path, home: Path) -> str:
    """`path` as it is written into files: relative to the film's home, with forward slashes."""
    try:
        return path.relative_to(home).as_posix()
    except ValueError:
        return path.as_posix()
