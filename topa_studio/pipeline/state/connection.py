"""How state.db is reached: whoever only looks on leaves nothing beside it, and makes no file."""

from __future__ import annotations

import secrets
import sqlite3
from contextlib import closing
from pathlib import Path

from topa_studio.base.files import replace
from topa_studio.base.regular import regular


def connection(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """A connection to the database at `path`; an empty one in memory where a reader finds none.

    Raises:
        OSError, sqlite3.Error: it cannot be opened, or is no regular file.
    """
    if path.exists():
        regular(path)
    if not read_only:
        path.parent.mkdir(parents=True, exist_ok=True)
        return sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    if not path.exists():
        return sqlite3.connect(":memory:", isolation_level=None)
    # Without a writer nothing may be put beside the file, as a plain look would do.
    still = not path.with_name(f"{path.name}-wal").exists()
    uri = f"{path.absolute().as_uri()}?mode=ro{'&immutable=1' if still else ''}"
    return sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)


def copy_in_memory(file: sqlite3.Connection) -> sqlite3.Connection:
    """The same in memory: whoever only looks at an older file may not change it."""
    memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    with closing(file):
        file.backup(memory)
    return memory


def keep_copy(file: sqlite3.Connection, path: Path, version: int) -> None:
    """The file of an older version as it is, under a name of its own, before it is changed.

    Raises:
        OSError, sqlite3.Error: it cannot be kept; nothing has changed.
    """
    target = path.with_name(f"{path.stem}-{version}{path.suffix}")
    temp = path.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    try:
        with closing(sqlite3.connect(temp)) as copy:
            file.backup(copy)
        replace(temp, target)
    finally:
        temp.unlink(missing_ok=True)
