"""Files from elsewhere are opened in a child process, so that a malicious one cannot end the app.

The child is started at the first question, is asked again and again, and is replaced when it dies.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import IO, Any, TypeVar

from topa_studio.base.errors import MediaError
from topa_studio.media.probe import Probe
from topa_studio.model.status import reason_of

T = TypeVar("T")

SECONDS = 20.0
_CHILD = "topa_studio.media.apart_child"
_KEPT = ("PATH", "SYSTEMROOT", "WINDIR", "TEMP", "TMP", "TMPDIR", "LANG", "LC_ALL", "LC_CTYPE",
         "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "PYTHONPATH", "PYTHONHOME", "HOME",
         "USERPROFILE")  # fmt: skip
_MOST_BYTES = 512 * 1024**2
_START_SECONDS = 30.0
_NONSENSE = (OSError, EOFError, ValueError, TypeError, KeyError, AttributeError, RecursionError)
_NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class Apart:
    """The functions of `media`, called in a child process; blocking, for threads, one at a time.

    The child has memory, file and time limits, an environment without secrets, and writes nothing.

    Args:
        seconds: a question that takes longer ends the child.
        module: what the child runs.
    """

    def __init__(self, seconds: float = SECONDS, module: str = _CHILD) -> None:
        self._seconds = seconds
        self._module = module
        self._child: subprocess.Popen[bytes] | None = None
        self._turn = threading.Lock()

    @classmethod
    def shared(cls) -> Apart:
        """The one of this process."""
        return _shared()

    @property
    def pid(self) -> int | None:
        """The child's, while there is one."""
        return None if self._child is None else self._child.pid

    def examine(self, path: Path) -> Probe:
        """See `media.probe.examine`.

        Raises:
            MediaError: as there; "media.broke-the-reader" where the file killed the child or took
                too long, "media.not-opened" where there can be no child.
        """
        return self._ask(_facts, "examine", path)

    def probe(self, path: Path) -> Probe:
        """See `media.probe.probe`. Raises MediaError (see `examine`)."""
        return self._ask(_facts, "probe", path)

    def look(self, path: Path) -> Probe:
        """See `media.probe.look`. Raises MediaError (see `examine`)."""
        return self._ask(_facts, "look", path)

    def sound_seconds(self, path: Path) -> float:
        """See `media.hearing.sound_seconds`. Raises MediaError (see `examine`)."""
        return self._ask(_seconds, "sound_seconds", path)

    def thumbnail(self, path: Path, at: float, width: int) -> bytes:
        """See `media.frames.thumbnail`. Raises MediaError (see `examine`)."""
        return self._ask(_one, "thumbnail", path, at, width)

    def film_strip(
        self, path: Path, start: float, seconds: float, count: int, width: int
    ) -> list[bytes]:
        """See `media.strip.film_strip`. Raises MediaError (see `examine`)."""
        return self._ask(_all, "film_strip", path, start, seconds, count, width)

    def last_frame(self, path: Path) -> bytes:
        """See `media.frames.last_frame`. Raises MediaError (see `examine`)."""
        return self._ask(_one, "last_frame", path)

    def frame_at(self, path: Path, seconds: float) -> bytes:
        """See `media.frames.frame_at`. Raises MediaError (see `examine`)."""
        return self._ask(_one, "frame_at", path, seconds)

    def cropped(self, source: Path, ratio: str = "", most: int = 0) -> bytes:
        """See `media.crop.cropped`. Raises MediaError (see `examine`)."""
        return self._ask(_one, "cropped", source, ratio, most)

    def part(self, source: Path, box: tuple[float, float, float, float]) -> bytes:
        """See `media.mend.part`. Raises MediaError (see `examine`)."""
        return self._ask(_one, "part", source, *box)

    def mended(self, source: Path, least: int, shape: tuple[float, float], most: int) -> bytes:
        """See `media.mend.mended`. Raises MediaError (see `examine`)."""
        return self._ask(_one, "mended", source, least, *shape, most)

    def close(self) -> None:
        """End the child; the next question starts another."""
        with self._turn:
            self._end()

    def _ask(
        self,
        read: Callable[[dict[str, Any], list[bytes]], T],
        act: str,
        path: Path,
        *given: object,
    ) -> T:
        question = json.dumps([act, str(path.absolute()), *given]).encode() + b"\n"
        with self._turn:
            child = self._started(path)
            try:
                with _ended_after(self._seconds, child):
                    told, pieces = _exchange(child, question)
                trouble = _trouble(told)
                found = None if trouble else read(told, pieces)
            except _NONSENSE:
                self._end()
                raise MediaError("media.broke-the-reader", path=str(path)) from None
        if found is None:
            raise trouble or MediaError("media.broke-the-reader", path=str(path))
        return found

    def _started(self, path: Path) -> subprocess.Popen[bytes]:
        if self._child is not None and self._child.poll() is None:
            return self._child
        self._end()
        environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
        try:
            self._child = subprocess.Popen(
                [sys.executable, "-P", "-m", self._module],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**environment, "MALLOC_ARENA_MAX": "2"},
                creationflags=_NO_WINDOW,
            )
            with _ended_after(_START_SECONDS, self._child):
                _answer(self._child)
        except _NONSENSE as error:
            # No fault of the file, which is not to be thrown away for it.
            self._end()
            raise MediaError("media.not-opened", path=str(path), reason=reason_of(error)) from error
        return self._child

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        child.wait()
        for end in (child.stdin, child.stdout):
            if end is not None:
                _closed(end)


@contextmanager
def _ended_after(seconds: float, child: subprocess.Popen[bytes]) -> Iterator[None]:
    timer = threading.Timer(seconds, child.kill)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


@cache
def _shared() -> Apart:
    made = Apart()
    atexit.register(made.close)
    return made


def _exchange(
    child: subprocess.Popen[bytes], question: bytes
) -> tuple[dict[str, Any], list[bytes]]:
    assert child.stdin is not None
    child.stdin.write(question)
    child.stdin.flush()
    return _answer(child)


def _answer(child: subprocess.Popen[bytes]) -> tuple[dict[str, Any], list[bytes]]:
    """The next answer: its length, facts as JSON with the sizes of the pieces, the pieces.

    Raises one of _NONSENSE where the child died, or is not itself any more.
    """
    assert child.stdout is not None
    length = int.from_bytes(_read(child.stdout, 4), "big")
    told = json.loads(_read(child.stdout, min(length, _MOST_BYTES)))
    sizes = [int(size) for size in told.pop("sizes")]
    if sum(sizes) > _MOST_BYTES or min(sizes, default=0) < 0:
        raise ValueError("too much")
    return dict(told), [_read(child.stdout, size) for size in sizes]


# A child that met a malicious file may say anything: what it says is read strictly.


def _trouble(told: dict[str, Any]) -> MediaError | None:
    if "code" not in told:
        return None
    return MediaError(str(told["code"]), **{str(k): str(v) for k, v in told["params"].items()})


def _facts(told: dict[str, Any], _pieces: list[bytes]) -> Probe:
    made = Probe(
        kind="picture" if told["kind"] == "picture" else "clip",
        seconds=float(told["seconds"]),
        width=int(told["width"]),
        height=int(told["height"]),
        has_sound=bool(told["has_sound"]),
        fps=float(told["fps"]),
    )
    if not (0 <= made.seconds < 1e6 and 0 <= made.fps < 1e6 and made.width * made.height > 0):
        raise ValueError("not the facts of a file")
    return made


def _seconds(told: dict[str, Any], _pieces: list[bytes]) -> float:
    return float(told["seconds"])


def _one(_told: dict[str, Any], pieces: list[bytes]) -> bytes:
    (piece,) = pieces
    return piece


def _all(_told: dict[str, Any], pieces: list[bytes]) -> list[bytes]:
    return pieces


def _read(source: IO[bytes], size: int) -> bytes:
    data = source.read(size)
    if len(data) < size:
        raise EOFError("the child is gone")
    return data


def _closed(end: IO[bytes]) -> None:
    try:
        end.close()
    except OSError:
        return  # what was not written any more has no reader
