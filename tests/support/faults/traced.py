"""A run's operations as the system saw them: every call of an unchanged program, under strace.

Here SQLite's own journal, log and checkpoints are seen call by call, where the shim only compares.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.support.faults.shim import Op
from tests.support.faults.zygote import ROOT

_CALLS = (
    "openat,write,pwrite64,lseek,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,"
    "ftruncate,close"
)
_LINE = re.compile(r"^(\d+)\s+(\d+\.\d+) (.*)$")
_WHOLE = re.compile(r"^(\w+)\((.*)\)\s+= (-?\d+|\?)(?:<.*>)?(?: .*)?$", re.S)
_BEGUN = re.compile(r"^(\w+)\((.*) <unfinished \.\.\.>$", re.S)
_RESUMED = re.compile(r"^<\.\.\. (\w+) resumed>(.*)\)\s+= (-?\d+|\?)(?:<.*>)?(?: .*)?$", re.S)
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_HANDLE = re.compile(r"^(\d+)<((?:\\x[0-9a-f]{2})*)>")
_LEN = 50_000_000


def can_trace() -> bool:
    """Whether strace is on this machine."""
    return shutil.which("strace") is not None


def trace(plan: dict[str, Any], root: Path, there: Mapping[str, bytes]) -> list[Op]:
    """Run a plan in a new interpreter under strace; what it did below `root`, in order.

    `there` are the files that lay below it before.
    """
    target = root / "strace.txt"
    done = subprocess.run(
        ["strace", "-f", "-ttt", "-y", "-xx", "-s", str(_LEN), "-e", f"trace={_CALLS}",
         "-o", str(target), sys.executable, "-m", "tests.support.faults.zygote", "one"],
        cwd=ROOT, input=json.dumps({**plan, "plain_copies": True}), capture_output=True,
        text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "seen" in json.loads(done.stdout), done.stdout
    with target.open(encoding="latin-1") as lines:
        return list(read_ops(lines, str(root), there))


def read_ops(lines: Iterable[str], root: str, there: Mapping[str, bytes]) -> Iterator[Op]:
    """What strace's lines tell of files below `root`, in order; `there` are those before."""
    return _Reader(root, sizes={path: len(data) for path, data in there.items()}).ops(lines)


# The calls that change a disk, and with which every one of them is made to fail or to kill.
INJECTED = ("pwrite64", "fdatasync", "fsync", "rename", "unlink", "ftruncate")
ENDS = ("error=EIO", "error=ENOSPC", "signal=KILL")


def inject(plan: dict[str, Any], call: str, end: str, at: int, *, lasting: bool) -> dict[str, Any]:
    """Run a plan in a new interpreter whose `at`-th such call of a thread ends so."""
    when = f"{at}+" if lasting else str(at)
    done = subprocess.run(
        ["strace", "-f", "-qq", "-o", os.devnull, "-e", f"trace={call}",
         "-e", f"inject={call}:{end}:when={when}",
         sys.executable, "-m", "tests.support.faults.zygote", "one"],
        cwd=ROOT, input=json.dumps({**plan, "plain_copies": True}), capture_output=True,
        text=True, check=False, timeout=300,
    )  # fmt: skip
    found: dict[str, Any] = json.loads(done.stdout) if done.stdout else {}
    return {**found, "code": done.returncode, "err": done.stderr}


@dataclass(slots=True)
class _Reader:
    """Calls in, operations out."""

    root: str
    begun: dict[str, str] = field(default_factory=dict)
    handles: dict[int, str] = field(default_factory=dict)
    places: dict[int, int] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)

    def ops(self, lines: Iterable[str]) -> Iterator[Op]:
        """Operations below the root, in the order in which the calls ended."""
        for line in lines:
            found = _LINE.match(line.rstrip("\n"))
            if found is None:
                continue
            thread, at, call = found.groups()
            whole = self._whole(thread, call)
            if whole is not None:
                for op in self._op(*whole):
                    op.at = float(at)
                    yield op

    def _whole(self, thread: str, call: str) -> tuple[str, str, int] | None:
        if begun := _BEGUN.match(call):
            self.begun[thread] = begun[2]
            return None
        if resumed := _RESUMED.match(call):
            given = self.begun.pop(thread, "") + resumed[2]
            return resumed[1], given, _number(resumed[3])
        if whole := _WHOLE.match(call):
            return whole[1], whole[2], _number(whole[3])
        return None

    def _op(self, name: str, given: str, result: int) -> Iterator[Op]:
        if result < 0:
            return
        texts = [bytes.fromhex(text.replace("\\x", "")) for text in _TEXT.findall(given)]
        handle = _HANDLE.match(given)
        number = int(handle[1]) if handle else -1
        match name:
            case "openat":
                yield from self._opened(texts[0].decode(), given, result)
            case "close":
                self.handles.pop(number, None)
            case "lseek":
                self.places[number] = result
            case "write" | "pwrite64":
                yield from self._written(name, number, given, texts, result)
            case "fsync" | "fdatasync":
                yield from self._synced(number, handle)
            case "ftruncate":
                yield from self._cut(number, given)
            case "rename" | "renameat" | "renameat2":
                yield from self._renamed(*(text.decode() for text in texts))
            case "unlink" | "unlinkat":
                yield from self._gone(texts[0].decode())

    def _opened(self, path: str, given: str, number: int) -> Iterator[Op]:
        if not path.startswith(self.root) or "O_DIRECTORY" in given:
            return
        self.handles[number] = path
        self.places[number] = self.sizes.get(path, 0) if "O_APPEND" in given else 0
        if "O_CREAT" in given and path not in self.sizes:
            self.sizes[path] = 0
            yield Op("create", path)
        elif "O_TRUNC" in given:
            self.sizes[path] = 0
            yield Op("truncate", path, offset=0)

    def _written(
        self, name: str, number: int, given: str, texts: list[bytes], result: int
    ) -> Iterator[Op]:
        path = self.handles.get(number)
        if path is None:
            return
        if name == "pwrite64":
            start = int(given.rpartition(", ")[2])
        else:
            start = self.places[number]
            self.places[number] = start + result
        self.sizes[path] = max(self.sizes.get(path, 0), start + result)
        yield Op("write", path, offset=start, data=texts[0][:result])

    def _synced(self, number: int, handle: re.Match[str] | None) -> Iterator[Op]:
        if number in self.handles and Path(self.handles[number]).suffix:
            yield Op("fsync", self.handles[number])
        elif handle is not None:
            path = bytes.fromhex(handle[2].replace("\\x", "")).decode()
            if path.startswith(self.root):
                yield Op("fsync" if path in self.sizes else "fsync-folder", path)

    def _cut(self, number: int, given: str) -> Iterator[Op]:
        if number in self.handles:
            size = int(given.rpartition(", ")[2])
            self.sizes[self.handles[number]] = size
            yield Op("truncate", self.handles[number], offset=size)

    def _renamed(self, source: str, target: str) -> Iterator[Op]:
        if target.startswith(self.root):
            self.sizes[target] = self.sizes.pop(source, 0)
            yield Op("replace", source, target)

    def _gone(self, path: str) -> Iterator[Op]:
        if path.startswith(self.root):
            self.sizes.pop(path, None)
            yield Op("unlink", path)


def _number(text: str) -> int:
    return -1 if text == "?" else int(text)
