"""Puts a shim between a process and its disk, and counts the steps of its loop."""

from __future__ import annotations

import asyncio
import builtins
import errno
import io
import os
from collections.abc import Callable
from typing import Any, BinaryIO

from tests.support.faults.shim import KILLED, REAL_EXIT, Shim
from tests.support.faults.shim_sql import install_statements

_WRITES = ("w", "a", "x", "+")


class _Raw(io.FileIO):
    """An open file whose writes are counted, torn and refused."""

    def __init__(self, shim: Shim, path: str, mode: str, opener: Any = None) -> None:
        super().__init__(path, mode, opener=opener)
        self._shim = shim
        self._path = path
        shim.handles[self.fileno()] = path

    def write(self, data: Any) -> int:  # type: ignore[override]
        trouble = self._shim.pass_by("file", "write", self._path)
        view = memoryview(data).cast("B")
        with self._shim.lock:
            offset = self.tell()
            if trouble in ("half", "short"):
                part = view[: max(1, len(view) // 2)]
                done = super().write(part) or 0
                if trouble == "half":
                    REAL_EXIT(KILLED)
            elif trouble:
                number = getattr(errno, trouble)
                raise OSError(number, os.strerror(number), self._path)
            else:
                done = super().write(view) or 0
            self._shim.note("write", self._path, offset=offset, data=bytes(view[:done]))
        return done

    def truncate(self, size: int | None = None) -> int:
        done = super().truncate(size)
        self._shim.note("truncate", self._path, offset=done)
        return done


_REAL_OPEN = io.open


def install(shim: Shim) -> None:
    """From now on the process's operations go through `shim`."""
    _install_open(shim)
    _install_calls(shim)
    _install_handles(shim)
    install_statements(shim)
    _install_steps(shim)


def _install_open(shim: Shim) -> None:
    def opened(file: Any, mode: str = "r", buffering: int = -1, *more: Any, **named: Any) -> Any:
        if not shim.mine(file):
            return _REAL_OPEN(file, mode, buffering, *more, **named)
        path = os.fspath(file)
        if named.get("opener") is not None:
            # It asks os.open below, which is counted there.
            raw = _Raw(shim, path, mode.replace("b", ""), named.pop("opener"))
            return _buffered(raw, mode, buffering, *more, **named)
        changes = any(letter in mode for letter in _WRITES)
        new = changes and not os.path.exists(path)
        shim.gate("create" if new else "open", path)
        if not changes:
            return _REAL_OPEN(file, mode, buffering, *more, **named)
        raw = _Raw(shim, path, mode.replace("b", "").replace("t", ""))
        if new:
            shim.note("create", path)
        elif "w" in mode:
            shim.note("truncate", path, offset=0)
        return _buffered(raw, mode, buffering, *more, **named)

    io.open = builtins.open = opened  # type: ignore[assignment]


def _buffered(raw: _Raw, mode: str, buffering: int, *more: Any, **named: Any) -> BinaryIO | Any:
    if buffering == 0:
        return raw
    binary = io.BufferedRandom(raw) if "+" in mode else io.BufferedWriter(raw)
    return binary if "b" in mode else io.TextIOWrapper(binary, *more, **named)


def _install_calls(shim: Shim) -> None:
    for name in ("replace", "rename"):
        _wrap_two(shim, name)
    for name, told in (("unlink", "unlink"), ("remove", "unlink"), ("mkdir", "mkdir")):
        _wrap_one(shim, name, told)


def _wrap_two(shim: Shim, name: str) -> None:
    real = getattr(os, name)

    def call(source: Any, target: Any, **named: Any) -> None:
        if not shim.mine(target):
            real(source, target, **named)
            return
        shim.gate("replace", target)
        with shim.lock:
            real(source, target, **named)
            shim.note("replace", source, target)

    setattr(os, name, call)


def _wrap_one(shim: Shim, name: str, told: str) -> None:
    real = getattr(os, name)

    def call(path: Any, *more: Any, **named: Any) -> None:
        if not shim.mine(path):
            real(path, *more, **named)
            return
        shim.gate(told, path)
        with shim.lock:
            real(path, *more, **named)
            shim.note(told, path)

    setattr(os, name, call)


def _install_handles(shim: Shim) -> None:
    os.open, os.fsync, os.write = _opening(shim), _syncing(shim), _writing(shim)

    def copied(target: int, source: int, *more: Any, **named: Any) -> int:
        # Without this short cut of the system, copies pass through the files above.
        raise OSError(errno.ENOTSOCK, "no short cut")

    if hasattr(os, "sendfile"):
        os.sendfile = copied


def _opening(shim: Shim) -> Callable[..., int]:
    real = os.open

    def opened(path: Any, flags: int, *more: Any, **named: Any) -> int:
        if not shim.mine(path):
            return real(path, flags, *more, **named)
        new = bool(flags & os.O_CREAT) and not os.path.exists(path)
        shim.gate("create" if new else "open", path)
        handle = real(path, flags, *more, **named)
        shim.handles[handle] = os.fspath(path)
        if new:
            shim.note("create", path)
        elif flags & os.O_TRUNC:
            shim.note("truncate", path, offset=0)
        return handle

    return opened


def _syncing(shim: Shim) -> Callable[..., None]:
    real = os.fsync

    def synced(handle: Any) -> None:
        number = handle if isinstance(handle, int) else handle.fileno()
        path = shim.handles.get(number, "")
        if path:
            shim.gate("fsync", path)
        with shim.lock:
            real(handle)
            if path:
                shim.note("fsync-folder" if os.path.isdir(path) else "fsync", path)

    return synced


def _writing(shim: Shim) -> Callable[..., int]:
    real = os.write

    def written(handle: int, data: bytes) -> int:
        path = shim.handles.get(handle, "")
        if not path:
            return real(handle, data)
        trouble = shim.pass_by("file", "write", path)
        if trouble == "half":
            real(handle, data[: len(data) // 2])
            REAL_EXIT(KILLED)
        if trouble and trouble != "short":
            number = getattr(errno, trouble)
            raise OSError(number, os.strerror(number), path)
        part = data[: max(1, len(data) // 2)] if trouble else data
        with shim.lock:
            start = os.lseek(handle, 0, os.SEEK_CUR)
            done = real(handle, part)
            shim.note("write", path, offset=start, data=bytes(part[:done]))
        return done

    return written


def _install_steps(shim: Shim) -> None:
    real: Callable[[asyncio.Handle], None] = asyncio.Handle._run  # type: ignore[attr-defined]

    def run(handle: asyncio.Handle) -> None:
        shim.pass_by("step", "step", "")
        real(handle)

    asyncio.Handle._run = run  # type: ignore[attr-defined]
