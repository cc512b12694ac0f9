"""The process that writes films, or paper of one: reads requests, tells how far it is, ends.

Its input is a pickled `Work` behind its length; it stays open, and its end means: stop. Each line
of its output is a JSON object: {"frame": 12}, at last {"done": true, "shots", "sounds"} with what
could not be read, or {"code", "params"}.
"""

from __future__ import annotations

import json
import os
import pickle
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

from topa_studio.base.errors import MediaError, StudioError

if TYPE_CHECKING:
    from topa_studio.film.export.request import Asked, Work
    from topa_studio.film.export.unread import Unread

_NICE = 10
_EACH_SECONDS = 0.1


class _Teller:
    """Tells how far it is, some times a second."""

    def __init__(self) -> None:
        self.before = 0
        self._next = 0.0

    def __call__(self, frame: int) -> None:
        now = time.monotonic()
        if now >= self._next:
            self._next = now + _EACH_SECONDS
            _tell(frame=self.before + frame)


def main() -> None:
    """Do what the parent asks for; the exit code is 0 where it was told how it went."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if hasattr(os, "nice"):
        os.nice(_NICE)
    work = _read()
    threading.Thread(target=_stop_with_parent, args=(work,), daemon=True).start()
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    try:
        unread = _write(work.requests)
    except StudioError as error:
        _tell(code=error.code, params={name: str(value) for name, value in error.params.items()})
    else:
        _tell(done=True, shots=unread.shots, sounds=unread.sounds)
    del application
    # What the decoders' threads still hold needs no tidying: the process ends.
    sys.stdout.flush()
    os._exit(0)


def _write(requests: Sequence[Asked]) -> Unread:
    import av

    from topa_studio.film.export.unread import Unread

    av.logging.set_level(None)
    teller, unread = _Teller(), Unread()
    for request in requests:
        try:
            found: Unread = import_module(request.writer).write(request, teller)
        except MemoryError as error:
            raise MediaError("export.broke-off") from error
        teller.before += request.frames
        unread = Unread({**unread.shots, **found.shots}, {**unread.sounds, **found.sounds})
    return unread


def _read() -> Work:
    size = int.from_bytes(sys.stdin.buffer.read(8), "big")
    work: Work = pickle.loads(sys.stdin.buffer.read(size))
    return work


def _stop_with_parent(work: Work) -> None:
    """Whoever asked is gone: nobody would give the files their names, so nothing of them stays."""
    # Below Python's own buffers: a lock of theirs would be held at the end of the process.
    while os.read(0, 1):
        continue
    for path in (
        *(target for request in work.requests for target in request.targets),
        *work.beside,
    ):
        with suppress(OSError):
            path.unlink(missing_ok=True)
    for folder in work.folders:
        with suppress(OSError):
            folder.rmdir()
    os._exit(1)


def _tell(**facts: object) -> None:
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
