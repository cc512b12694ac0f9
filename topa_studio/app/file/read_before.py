"""Long films that were read before open without being parsed: kept in the user's own cache folder.

Never in the film's folder: a film from elsewhere could bring one that says other things.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from topa_studio import __version__
from topa_studio.app.config import Config
from topa_studio.app.user_folder import user_cache
from topa_studio.base.files import write_private
from topa_studio.base.regular import read_head
from topa_studio.base.resources import resource
from topa_studio.base.yaml_reader import decode
from topa_studio.document.prepared import State
from topa_studio.document.stored import stored

# Bytes that are read in a moment.
LONG_FILE = 100_000
_MOST_BYTES = 32_000_000
_FILMS = 12
_PACKAGE = Path(__file__).resolve().parent.parent.parent
_READERS = ("base", "model", "catalogue", "document")
_log = logging.getLogger(__name__)


class ReadBefore:
    """What is kept for films that are read with these settings."""

    def __init__(self, config: Config) -> None:
        self._folder = user_cache() / "films"
        self._with = repr((__version__, _written(), config.ratio, config.defaults)).encode()

    def words(self, data: bytes) -> str | None:
        """What was kept of a file of these bytes; None where nothing is as it was. Blocks."""
        if len(data) < LONG_FILE:
            return None
        with suppress(OSError, UnicodeDecodeError):
            kept = read_head(self._place(data), _MOST_BYTES)
            seal, _line, words = kept.partition(b"\n")
            if seal == _seal(words):
                return words.decode("utf-8")
        return None

    def keep(self, state: State, data: bytes) -> None:
        """Keep what was read of a file of these bytes. Blocks."""
        place = self._place(data)
        if len(data) < LONG_FILE or decode(data).text != state.draft.text:
            return
        try:
            if self.words(data) is None and (words := stored(state)) is not None:
                body = words.encode("utf-8")
                place.parent.mkdir(parents=True, exist_ok=True)
                write_private(place, _seal(body) + b"\n" + body)
                self._leave_few()
        except OSError as error:
            _log.info("a film that was read is not kept for the next start: %s", error)

    def _place(self, data: bytes) -> Path:
        digest = hashlib.sha256(self._with + b"\0" + data).hexdigest()
        return self._folder / f"{digest}.json"

    def _leave_few(self) -> None:
        """The films that were kept last stay."""
        found = sorted(self._folder.glob("*.json"), key=lambda path: path.stat().st_mtime_ns)
        for path in found[:-_FILMS]:
            path.unlink(missing_ok=True)


def _seal(words: bytes) -> bytes:
    return hashlib.sha256(words).hexdigest().encode()


def _written() -> int:
    """When the newest part of the program was written that has a say in what a film says."""
    return max(path.stat().st_mtime_ns for path in _parts())


def _parts() -> Iterator[Path]:
    yield from resource("models").glob("*.yaml")
    for name in _READERS:
        yield from (_PACKAGE / name).glob("**/*.py")
