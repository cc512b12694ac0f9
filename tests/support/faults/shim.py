"""What happens to a run: its operations are counted, written down, and broken on purpose.

Only what lies below the run's own folders counts; what the libraries read for themselves does not.
"""

from __future__ import annotations

import errno
import os
import threading
import time
from dataclasses import dataclass, field
from typing import Any

REAL_EXIT = os._exit
KILLED = 137
# What each trouble of a disk can befall.
_BEFALLS = {
    "ENOSPC": {"create", "write", "mkdir", "replace", "fsync", "sql"},
    "EIO": {"create", "open", "write", "fsync", "replace", "unlink", "mkdir", "sql"},
    "EACCES": {"create", "open", "mkdir", "replace", "unlink", "sql"},
    "EROFS": {"create", "mkdir", "replace", "unlink", "sql"},
    "EMFILE": {"create", "open", "sql"},
    "short": {"write"},
}


KINDS = ("step", "file", "write", "sql", "stored", "named")


@dataclass(frozen=True, slots=True)
class Fault:
    """What shall happen, and when.

    Attributes:
        kind: what is counted: "step" of the loop, "file" operation, "write" (those of them that
            write bytes), "sql" statement, or "stored": the statements that store a job's state
            named by `what`; it is killed after that one; or "named": file operations with `what`
            in their path; it is killed before that one.
        at: the number, from 1.
        what: "kill", "half" (a write is torn, then killed), a trouble's name as ENOSPC, or "short".
        lasting: every later operation meets the same trouble.
    """

    kind: str
    at: int
    what: str = "kill"
    lasting: bool = False


@dataclass(slots=True)
class Op:
    """One change of the disk, in the order they happened; `at` is seconds since 1970."""

    name: str
    path: str
    other: str = ""
    offset: int = 0
    data: bytes = b""
    at: float = 0.0


@dataclass(slots=True)
class Shim:
    """Stands between the program and the disk of one process."""

    root: str
    fault: Fault | None = None
    record: list[Op] | None = None
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(KINDS, 0))
    struck: int = 0
    handles: dict[int, str] = field(default_factory=dict)
    lock: threading.RLock = field(default_factory=threading.RLock)
    databases: dict[str, bytes] = field(default_factory=dict)

    def mine(self, path: object) -> bool:
        """Whether a path lies below the run's folders."""
        return isinstance(path, (str, os.PathLike)) and os.fspath(path).startswith(self.root)

    def pass_by(self, kind: str, name: str, path: str) -> str:
        """Count one operation; what shall befall it, or "" for nothing. May not return."""
        with self.lock:
            self.counts[kind] += 1
            if name == "write":
                self.counts["write"] += 1
            fault = self.fault
            if fault is None or fault.kind == "stored":
                return ""
            if fault.kind == "named":
                self.counts["named"] += fault.what in path
                if fault.what in path and self.counts["named"] == fault.at:
                    REAL_EXIT(KILLED)
                return ""
            counted = fault.kind == kind or (fault.kind == name == "write")
            now = counted and self.counts[fault.kind] == fault.at
            if now and fault.what == "kill":
                REAL_EXIT(KILLED)
            if fault.what in ("kill", "half"):
                return "half" if now and name == "write" else ""
            later = fault.lasting and self.struck > 0
            if (now or later) and name in _BEFALLS[fault.what]:
                self.struck += 1
                return fault.what
            return ""

    def gate(self, name: str, path: object, other: object = "") -> None:
        """An operation of the file system is about to happen. Raises OSError where it shall."""
        trouble = self.pass_by("file", name, str(path))
        if trouble and trouble != "half":
            number = getattr(errno, trouble)
            raise OSError(number, os.strerror(number), str(path))

    def note(self, name: str, path: object, other: object = "", **more: Any) -> None:
        """The operation happened."""
        if self.record is not None:
            told = {"other": os.fspath(other) if other else "", **more}  # type: ignore[call-overload]
            self.record.append(Op(name, os.fspath(path), at=time.time(), **told))  # type: ignore[call-overload]
