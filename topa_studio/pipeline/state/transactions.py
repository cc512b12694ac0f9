"""Transactions of one connection, one inside the other: what hangs on a commit waits for it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Act = Callable[[], None]


class Transactions:
    """All or nothing, at every depth; used from one thread only."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._after: list[Act] = []
        self._undo: list[Act] = []

    @property
    def is_open(self) -> bool:
        """Whether something is written that is not on the disk yet."""
        return self._db.in_transaction

    @contextmanager
    def whole(self) -> Iterator[None]:
        """All that is written inside, or nothing; inside another one it ends with that one.

        Raises:
            sqlite3.Error: it does not come to the disk; nothing of it was written.
        """
        with self._inner() if self.is_open else self._outer():
            yield

    def afterwards(self, act: Act) -> None:
        """Do this once what was written is on the disk; at once where it is."""
        if self.is_open:
            self._after.append(act)
        else:
            act()

    def otherwise(self, act: Act) -> None:
        """Do this if what was written does not come to the disk after all."""
        if self.is_open:
            self._undo.append(act)

    @contextmanager
    def _outer(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._db.execute("COMMIT")
        except BaseException:
            # Some errors end the whole transaction by themselves.
            if self.is_open:
                self._db.execute("ROLLBACK")
            self._after.clear()
            undo, self._undo = self._undo, []
            _all(undo)
            raise
        self._undo.clear()
        after, self._after = self._after, []
        _all(after)

    @contextmanager
    def _inner(self) -> Iterator[None]:
        after, undo = len(self._after), len(self._undo)
        self._db.execute("SAVEPOINT step")
        try:
            yield
        except BaseException:
            if self.is_open:
                self._db.execute("ROLLBACK TO step")
                self._db.execute("RELEASE step")
                del self._after[after:]
                undone = self._undo[undo:]
                del self._undo[undo:]
                _all(undone)
            raise
        self._db.execute("RELEASE step")


def _all(acts: list[Act]) -> None:
    for act in acts:
        act()
