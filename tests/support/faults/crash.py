"""Crash states: what a disk may hold when the power goes, made from a list of operations.

A write that was not synced may be there, be torn at a sector, or be missing, whatever came after
it. A rename or removal is sure only when its folder was synced; a new file's name is, when the file
or its folder was. Folders are sure when something in them is.
"""

from __future__ import annotations

import hashlib
import os
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.faults.shim import Op

SECTORS = (512, 4096)


@dataclass(slots=True)
class Change:
    """One write or truncation of a file that is not synced yet; `data` None: a truncation."""

    offset: int
    data: bytes | None


@dataclass(slots=True)
class Content:
    """One file's bytes: those that are sure, and what came after."""

    sure: bytes = b""
    pending: list[Change] = field(default_factory=list)

    def synced(self) -> None:
        """Everything so far is sure."""
        for change in self.pending:
            self.sure = _changed(self.sure, change)
        self.pending = []

    def copy(self) -> Content:
        """Apart from this one from now on."""
        return Content(self.sure, list(self.pending))


@dataclass(slots=True)
class Naming:
    """A change of names that is not sure yet: `file` None is a removal."""

    path: str
    file: int | None
    gone: str = ""

    def folders(self) -> set[str]:
        """Syncing one of these makes it sure."""
        return {os.path.dirname(self.path)}


@dataclass(slots=True)
class Disk:
    """A disk with what is sure and what is not."""

    files: dict[int, Content] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    sure: dict[str, int] = field(default_factory=dict)
    pending: list[Naming] = field(default_factory=list)

    def apply(self, op: Op) -> None:
        """One more operation happened."""
        match op.name:
            case "create":
                self._create(op.path)
            case "write":
                self._content(op.path).pending.append(Change(op.offset, op.data))
            case "truncate":
                self._content(op.path).pending.append(Change(op.offset, None))
            case "exchange":
                self._content(op.path).sure = op.data
                self._synced(op.path)
            case "fsync":
                self._synced(op.path)
            case "fsync-folder":
                self._settle(lambda naming: op.path in naming.folders())
            case "replace":
                number = self.names.pop(op.path)
                self.names[op.other] = number
                self.pending.append(Naming(op.other, number, op.path))
            case "unlink":
                if self.names.pop(op.path, None) is not None:
                    self.pending.append(Naming(op.path, None))

    def _create(self, path: str) -> None:
        number = len(self.files)
        self.files[number] = Content()
        self.names[path] = number
        self.pending.append(Naming(path, number))

    def _content(self, path: str) -> Content:
        if path not in self.names:
            self._create(path)
        return self.files[self.names[path]]

    def _synced(self, path: str) -> None:
        number = self.names.get(path)
        if number is None:
            return
        self.files[number].synced()
        self._settle(lambda naming: naming.file == number and not naming.gone)

    def _settle(self, sure: object) -> None:
        assert callable(sure)
        kept = []
        for naming in self.pending:
            if sure(naming):
                _rename(self.sure, naming)
            else:
                kept.append(naming)
        self.pending = kept

    def states(self, count: int, dice: random.Random) -> Iterator[dict[str, bytes]]:
        """Everything lost, everything kept, and `count` mixtures: bytes by path."""
        yield self._state(lambda: False, lambda change: None)
        yield self._state(lambda: True, lambda change: change)
        for _ in range(count):
            yield self._state(lambda: dice.random() < 0.5, lambda change: _fate(change, dice))

    def _state(self, keeps: object, fate: object) -> dict[str, bytes]:
        assert callable(keeps)
        assert callable(fate)
        names = dict(self.sure)
        for naming in self.pending:
            if keeps():
                _rename(names, naming)
        found = {}
        for path, number in names.items():
            data = self.files[number].sure
            for change in self.files[number].pending:
                left = fate(change)
                data = data if left is None else _changed(data, left)
            found[path] = data
        return found


def _rename(names: dict[str, int], naming: Naming) -> None:
    if naming.file is None:
        names.pop(naming.path, None)
        return
    names[naming.path] = naming.file
    if naming.gone:
        names.pop(naming.gone, None)


def _fate(change: Change, dice: random.Random) -> Change | None:
    """There, missing, or torn at a sector."""
    luck = dice.random()
    if luck < 0.4:
        return change
    if luck < 0.7 or change.data is None:
        return None
    sector = dice.choice(SECTORS)
    sectors = range(0, len(change.data), sector)
    if len(sectors) < 2:
        return None
    kept = dice.randrange(1, len(sectors)) * sector
    if dice.random() < 0.5:
        return Change(change.offset, change.data[:kept])
    return Change(change.offset + kept, change.data[kept:])


def _changed(data: bytes, change: Change) -> bytes:
    if change.data is None:
        return data[: change.offset].ljust(change.offset, b"\0")
    end = change.offset + len(change.data)
    return data[: change.offset].ljust(change.offset, b"\0") + change.data + data[end:]


@dataclass(frozen=True, slots=True)
class State:
    """One crash state: after operation `at`, of files by path; `before` is the next one's time.

    What the service took until then is in its memory, whatever the disk holds.
    """

    at: int
    files: dict[str, bytes]
    before: float

    def mark(self, known: int) -> str:
        """The same for states that hold the same, with so many tasks known to the service."""
        summed = hashlib.sha256(str(known).encode())
        for path, data in sorted(self.files.items()):
            summed.update(f"{path}\0{len(data)}\0".encode() + data)
        return summed.hexdigest()


def crash_states(
    ops: list[Op], there: dict[str, bytes], count: int, dice: random.Random
) -> Iterator[State]:
    """States after each operation; `there` is what was on the disk before the first."""
    disk = Disk()
    for path, data in there.items():
        disk.files[len(disk.files)] = Content(data)
        disk.names[path] = disk.sure[path] = len(disk.files) - 1
    for at, op in enumerate(ops):
        disk.apply(op)
        before = ops[at + 1].at if at + 1 < len(ops) else float("inf")
        for files in disk.states(count, dice):
            yield State(at, files, before)


def lay_out(files: dict[str, bytes], old: Path, new: Path) -> None:
    """Write a state's files below `new` as they lay below `old`."""
    for path, data in files.items():
        target = new / Path(path).relative_to(old)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
