"""Smaller copies of clips that this machine cannot decode in time, made once for the player."""

from __future__ import annotations

import contextlib
import hashlib
import secrets
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path

from topa_studio.base.files import replace
from topa_studio.media.stamp import Stamp, stamp_of

MOST_BYTES = 4 * 1024**3
"""What all copies may take; those made first go first."""

_CHILD = "topa_studio.film.engine.proxy_child"
_PATIENCE = 1800.0
_UNSEEN: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_CALM: int = getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)


class Proxies:
    """Knows the copies in a folder of the user's cache, and makes those that are asked for.

    May be asked by any thread; asking never waits. An export never asks.

    Args:
        folder: where the copies lie; made where it is missing.
        made: is called from a thread when the copy of a clip has come.
    """

    def __init__(self, folder: Path, made: Callable[[Path], None]) -> None:
        self._folder, self._made = folder, made
        self._ready: dict[Stamp, Path] = {}
        self._known: set[Stamp] = set()
        self._asked: deque[Path] = deque()
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._child: subprocess.Popen[bytes] | None = None
        self._ended = False

    def path(self, clip: Path) -> Path:
        """The copy of a clip where there is one, else the clip."""
        return self._ready.get(stamp_of(clip), clip) if self._ready else clip

    def want(self, clip: Path) -> None:
        """Have a copy made, once for each version of a clip; one that is there already is used."""
        stamp = stamp_of(clip)
        with self._changed:
            if stamp in self._known or self._ended or self._folder in clip.parents:
                return
            self._known.add(stamp)
            self._asked.append(clip)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="proxies", daemon=True)
                self._thread.start()
            self._changed.notify()

    def close(self) -> None:
        """End what is being made; half a copy does not stay."""
        with self._changed:
            self._ended = True
            if self._child is not None:
                self._child.kill()
            self._changed.notify()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while True:
            with self._changed:
                while not self._asked and not self._ended:
                    self._changed.wait()
                if self._ended:
                    return
                clip = self._asked.popleft()
            stamp = stamp_of(clip)
            target = self._folder / f"{_name(stamp)}.mp4"
            if target.is_file() or self._copied(clip, target):
                self._ready[stamp] = target
                self._made(clip)

    def _copied(self, clip: Path, target: Path) -> bool:
        half = target.with_suffix(f".{secrets.token_hex(4)}.part")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._make_room()
            done = self._ran(clip, half)
            if done:
                replace(half, target)
        except (OSError, subprocess.SubprocessError):
            done = False
        with contextlib.suppress(OSError):
            half.unlink(missing_ok=True)
        return done

    def _ran(self, clip: Path, half: Path) -> bool:
        with self._changed:
            if self._ended:
                return False
            child = self._child = subprocess.Popen(
                [sys.executable, "-P", "-m", _CHILD, str(clip.absolute()), str(half)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                creationflags=_UNSEEN | _CALM,
            )
        try:
            return child.wait(_PATIENCE) == 0
        finally:
            with self._changed:
                self._child = None
            child.kill()
            child.wait()

    def _make_room(self) -> None:
        for left in self._folder.glob("*.part"):
            if time.time() - left.stat().st_mtime > _PATIENCE:
                left.unlink(missing_ok=True)
        found = sorted(
            (
                (path.stat().st_mtime, path.stat().st_size, path)
                for path in self._folder.glob("*.mp4")
            ),
            reverse=True,
        )
        total = 0
        for _, size, path in found:
            total += size
            if total > MOST_BYTES and path not in self._ready.values():
                path.unlink(missing_ok=True)


def _name(stamp: Stamp) -> str:
    return hashlib.sha256(repr(stamp).encode()).hexdigest()[:32]
