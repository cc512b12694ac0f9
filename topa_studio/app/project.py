"""The film's folder: its home, its output, and the lock that lets one process write."""

from __future__ import annotations

import json
import os
import socket
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from topa_studio.app.config import Config
from topa_studio.base.files import LinkedError, is_link, own_folder, write_atomic
from topa_studio.base.json_reader import read_json
from topa_studio.base.regular import read_regular
from topa_studio.base.spelling import as_it_lies, composed
from topa_studio.pipeline.folder.layout import Layout


def home_of(scenario: Path) -> Path:
    """The folder of the scenario file, or its parent where that folder is called `scenario`."""
    folder = scenario.absolute().parent
    return folder.parent if folder.name == "scenario" else folder


def layout_of(scenario: Path, config: Config, *, practice: bool) -> Layout:
    """Where the film's results lie; practice results lie apart, laid out alike."""
    home = home_of(scenario)
    output, elements = as_it_lies(home / config.output), as_it_lies(home / config.elements)
    if practice:
        apart = output.with_name(f"{output.name}-practice")
        inside = elements.relative_to(output) if elements.is_relative_to(output) else "elements"
        output, elements = apart, apart / inside
    return Layout(home=home, output=output, elements=elements, film=composed(scenario.stem))


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds the lock, as it said of itself."""

    what: str
    pid: int
    host: str


class OutputLock:
    """One writer for an output folder; the system lets go of it when its process dies."""

    def __init__(self, path: Path) -> None:
        self._path = path
        # Taken and let go of on different threads, so it must not belong to one.
        self._lock = FileLock(path, thread_local=False)

    def take(self, what: str) -> bool:
        """Try to become the writer; `what` says who this is ("the window", "run-all").

        Raises:
            OSError: the folder cannot be written, or is a link to another place.
        """
        output = self._path.parent.parent
        output.mkdir(parents=True, exist_ok=True)
        for path in (self._path, self._note):
            if is_link(own_folder(path, output)):
                raise LinkedError(path)
        self._path.parent.mkdir(exist_ok=True)
        try:
            self._lock.acquire(blocking=False)
        except Timeout:
            return False
        note = {"what": what, "pid": os.getpid(), "host": socket.gethostname()}
        try:
            write_atomic(self._note, json.dumps(note).encode())
        except OSError:
            self._lock.release()
            raise
        return True

    def holder(self) -> Holder:
        """Who wrote the note beside the lock; unknown parts are empty."""
        try:
            note = read_json(read_regular(self._note))
        except (OSError, ValueError):
            note = None
        match note:
            case {"what": str(what), "pid": int(pid), "host": str(host)}:
                return Holder(what, pid, host)
            case _:
                return Holder("another program", 0, "")

    def release(self) -> None:
        """Let others write."""
        if self._lock.is_locked:
            # The folder may be gone, with the disk it was on.
            with suppress(OSError):
                own_folder(self._note, self._path.parent.parent).unlink()
            self._lock.release()

    @property
    def _note(self) -> Path:
        return self._path.with_name("lock.json")
