"""The process that writes one film, or paper of one: reads a request, tells how far it is, ends.

Its input is one pickled request behind its length; it stays open, and its end means: stop. Each
line of its output is a JSON object: {"frame": 12}, at last {"done": true, "shots", "sounds"} with
what could not be read, or {"code", "params"}.
"""

from __future__ import annotations

import json
import os
import pickle
import sys
import threading
import time
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

from topa_studio.base.errors import MediaError, StudioError

if TYPE_CHECKING:
    from topa_studio.film.export.request import Asked
    from topa_studio.film.export.unread import Unread

_NICE = 10
_EACH_SECONDS = 0.1


class _Teller:
    """Tells how far it is, some times a second."""

    def __init__(self) -> None:
        self._next = 0.0

    def __call__(self, frame: int) -> None:
        now = time.monotonic()
        if now >= self._next:
            self._next = now + _EACH_SECONDS
            _tell(frame=frame)


def main() -> None:
    """Do what the parent asks for; the exit code is 0 where it was told how it went."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if hasattr(os, "nice"):
        os.nice(_NICE)
    request = _read()
    threading.Thread(target=_stop_with_parent, args=(request,), daemon=True).start()
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    try:
        unread = _write(request)
    except StudioError as error:
        _tell(code=error.code, params={name: str(value) for name, value in error.params.items()})
    else:
        _tell(done=True, shots=unread.shots, sounds=unread.sounds)
    del application
    # What the decoders' threads still hold needs no tidying: the process ends.
    sys.stdout.flush()
    os._exit(0)


def _write(request: Asked) -> Unread:
    import av

    av.logging.set_level(None)
    try:
        written: Unread = import_module(request.writer).write(request, _Teller())
    except MemoryError as error:
        raise MediaError("export.broke-off") from error
    return written


def _read() -> Asked:
    size = int.from_bytes(sys.stdin.buffer.read(8), "big")
    request: Asked = pickle.loads(sys.stdin.buffer.read(size))
    return request


def _stop_with_parent(request: Asked) -> None:
    """Whoever asked is gone: nobody would give the file its name, so nothing of it stays."""
    # Below Python's own buffers: a lock of theirs would be held at the end of the process.
    while os.read(0, 1):
        continue
    for target in request.targets:
        with suppress(OSError):
            target.unlink(missing_ok=True)
    os._exit(1)


def _tell(**facts: object) -> None:
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
