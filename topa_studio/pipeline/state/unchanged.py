"""What was read of the state, as long as nobody has written: a start reads all of it often."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any, TypeVar, cast

T = TypeVar("T")


class Unchanged:
    """Of one connection; inside a transaction all is read anew, since that may be taken back.

    `tells_changes`: a file that is only looked at does not tell what others write there.
    """

    def __init__(self, db: sqlite3.Connection, *, tells_changes: bool) -> None:
        self._db = db
        self._tells_changes = tells_changes
        self._kept: dict[object, tuple[object, Any]] = {}

    def read(self, name: object, read: Callable[[], T]) -> T:
        """What `read` gives, or has given under this name."""
        if self._db.in_transaction or not self._tells_changes:
            return read()
        (others,) = self._db.execute("PRAGMA data_version").fetchone()
        moment = (self._db.total_changes, others)
        when, found = self._kept.get(name, (None, None))
        if when != moment:
            found = read()
            self._kept[name] = (moment, found)
        return cast(T, found)

    def forget(self) -> None:
        """Keep nothing of what was read."""
        self._kept.clear()
