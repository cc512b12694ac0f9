"""The key that the whole suite works with, and the search for its traces in all that was written.

Wherever a test needs a key it is this one. At the end of the suite every byte under the suite's
folders is searched for it, and all that was printed, logged or given to a child is too.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

CANARY = 'kie-CANARY/5f2c+"7=='
_TESTS = str(Path(__file__).resolve().parent.parent)
_PROGRAM = str(Path(_TESTS).parent / "topa_studio")


def _in_base64(value: bytes) -> Iterator[bytes]:
    """Wherever the key stands in a longer text that is packed: three alignments."""
    for before in range(3):
        packed = base64.b64encode(b"x" * before + value)
        yield packed[(before * 8 + 5) // 6 : -4]


SPELLINGS = tuple(
    {
        CANARY.encode(),
        quote(CANARY, safe="").encode(),
        quote(CANARY).encode(),
        json.dumps(CANARY)[1:-1].encode(),
        json.dumps(json.dumps(CANARY))[3:-3].encode(),
        *_in_base64(CANARY.encode()),
    }
)


_BEGINNING = CANARY[:10].encode()
_PLAIN = tuple(spelling for spelling in SPELLINGS if spelling.startswith(_BEGINNING))
_PACKED = tuple(spelling for spelling in SPELLINGS if spelling not in _PLAIN)


def is_in(data: bytes) -> bool:
    """Whether the key stands in `data`, however it is written; what begins alike is met once."""
    if _BEGINNING in data and any(spelling in data for spelling in _PLAIN):
        return True
    return any(spelling in data for spelling in _PACKED)


def traces(folders: Iterable[Path]) -> list[str]:
    """Every file below that holds the key; links are not followed, what has gone is passed over."""
    found = []
    waiting = [str(folder) for folder in folders]
    while waiting:
        with suppress(OSError), os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                elif entry.is_file(follow_symlinks=False) and is_in(_bytes(entry.path)):
                    found.append(entry.path)
    return found


class Watch:
    """What tests print and which processes are started, where the key stands in it.

    Attributes:
        leaks: one line for each.
    """

    def __init__(self) -> None:
        self.leaks: list[str] = []

    def printed(self, where: str, text: str) -> None:
        """A test that passed has printed or logged `text`."""
        if is_in(text.encode(errors="replace")):
            self.leaks.append(f"{where} printed or logged the key")

    def watch_processes(self) -> None:
        """From now on look at each child before it starts, whoever starts it."""
        real = subprocess.Popen.__init__

        def started(process: Any, args: Any, *rest: Any, **named: Any) -> None:
            self._started(args, named.get("env"))
            real(process, args, *rest, **named)

        subprocess.Popen.__init__ = started  # type: ignore[method-assign]

    def _started(self, args: Any, environment: Mapping[Any, Any] | None) -> None:
        words = [args] if isinstance(args, str | bytes | os.PathLike) else list(args)
        given = b"\0".join(os.fsencode(word) for word in words)
        if is_in(given):
            self.leaks.append(f"the key is an argument of {words[:4]}")
        inherited = os.environ if environment is None else environment
        values = b"\0".join(os.fsencode(value) for value in inherited.values())
        # A test may give the key to the program; the program gives it to nobody.
        if _by_the_program() and is_in(values):
            self.leaks.append(f"the key is in the environment of {words[:4]}")


def _by_the_program() -> bool:
    frame = sys._getframe(2)
    while frame is not None:
        file = frame.f_code.co_filename
        if file.startswith((_PROGRAM, _TESTS)) and file != __file__:
            return file.startswith(_PROGRAM)
        frame = frame.f_back  # type: ignore[assignment]
    return False


def _bytes(path: str) -> bytes:
    with suppress(OSError), open(path, "rb", buffering=0) as file:
        return file.read()
    return b""
