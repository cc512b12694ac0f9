"""What is kept beside the film: its recovery log with the history, and copies of its file."""

from __future__ import annotations

import asyncio
import hashlib
import os
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from topa_studio.app.notice import Notice
from topa_studio.app.tasks import Tasks
from topa_studio.base.closing import to_the_end
from topa_studio.base.errors import DocumentError
from topa_studio.base.files import append, own_folder, set_aside, write_atomic
from topa_studio.base.regular import open_regular, read_regular
from topa_studio.base.signal import Signal
from topa_studio.base.spelling import as_it_lies
from topa_studio.base.yaml_reader import Source, decode
from topa_studio.document.document import Document, DocumentChange
from topa_studio.document.history import stored_history as log
from topa_studio.document.history.backups import Backup, backups, keep
from topa_studio.document.history.history import History
from topa_studio.model.status import Trouble, reason_of
from topa_studio.pipeline.folder.layout import Layout, file_name

_DELAY = 0.2
_MAX_LOG = 8_000_000


@dataclass(frozen=True, slots=True)
class Places:
    """Where a film's log, copies of its file, deleted words and open questions lie.

    `film` says whose they are: the film's file, as seen from the output folder.
    """

    film: str
    root: Path
    log: Path
    backups: Path
    trash: Path
    questions: Path

    def own(self, path: Path) -> Path:
        """`path`, made sure that it lies in the film's own folders. Raises OSError."""
        return own_folder(path, self.root)

    @classmethod
    def of(cls, layout: Layout, scenario: Path) -> Places:
        """In `.topa` of the output folder, each film apart: also two files of one name."""
        film = _seen_from(layout.output, scenario)
        usual, own = file_name(layout.film), hashlib.sha256(film.encode()).hexdigest()[:8]
        apart = cls._named(layout, film, f"{usual}-{own}")
        places = cls._named(layout, film, usual)
        return apart if apart.log.exists() or _is_of_another(places, scenario) else places

    @classmethod
    def _named(cls, layout: Layout, film: str, name: str) -> Places:
        inside = layout.output / ".topa"
        return cls(
            film,
            layout.output,
            as_it_lies(inside / "recovery" / f"{name}.log"),
            as_it_lies(inside / "backups" / name),
            as_it_lies(inside / "trash" / name),
            as_it_lies(inside / "questions" / f"{name}.json"),
        )


def _seen_from(folder: Path, scenario: Path) -> str:
    """The way from a folder to the film's file: the same after both were moved together."""
    try:
        way = os.path.relpath(scenario.absolute(), folder.absolute())
    except ValueError:
        way = str(scenario.absolute())  # another drive
    return unicodedata.normalize("NFC", way.replace(os.sep, "/"))


def _is_of_another(places: Places, scenario: Path) -> bool:
    """Whether the log is that of another file; an older log tells it only by what it knows."""
    try:
        with open_regular(places.log) as file:
            film = log.film_of(file.readline())
        if film:
            return film != places.film
        twin = _twin(scenario)
        if not twin.is_file():
            return False
        memory = log.replay(read_regular(places.log))
        return memory.knows(read_regular(twin)) and not memory.knows(read_regular(scenario))
    except (OSError, DocumentError, ValueError):
        return False


def _twin(scenario: Path) -> Path:
    """The one other file of this name whose results lie in the same folder."""
    folder = scenario.absolute().parent
    if folder.name == "scenario":
        return folder.parent / scenario.name
    return folder / "scenario" / scenario.name


class Keeping:
    """Writes the log within a moment of each edit, and copies of the file around each save.

    Signals:
        told: what cannot be kept; work goes on without it.
    """

    def __init__(self, document: Document, places: Places, file: bytes) -> None:
        self.told: Signal[Notice] = Signal()
        self.places = places
        self._document = document
        self._file = _source(file)
        self._pending: list[Callable[[], bytes]] = []
        self._depth = len(document.history.done)
        self._needs_head = True
        self._size = 0
        self._has_backup = False
        self._has_told = False
        self._writing = asyncio.Lock()
        self._timer: asyncio.TimerHandle | None = None
        self._tasks = Tasks(self._tell)
        self._disconnect: Callable[[], None] | None = None

    async def start(self) -> None:
        """Begin the log anew, with all that is known now, and follow the document."""
        self._disconnect = self._document.changed.connect(self._on_change)
        await self.flush()

    def saving(self, data: bytes) -> None:
        """The text as it is now is about to be written to the file."""
        self._pending.append(partial(log.saving_line, data))

    async def before_write(self, old: bytes) -> None:
        """The log is on the disk, and so is a copy of what is overwritten for the first time."""
        await self.flush()
        if not self._has_backup:
            self._has_backup = True
            await self.backup(old)

    async def written(self, data: bytes) -> None:
        """The file holds this now."""
        self._file = await asyncio.to_thread(_source, data)
        self._pending.append(partial(log.saved_line, data))
        self._later()
        await self.backup(data)

    def outside(self, data: bytes) -> None:
        """The file holds what another program wrote, and the film has taken it in."""
        self._file = _source(data)
        self._pending.append(partial(log.file_line, self._file, self._document.source))
        self._later()

    async def backup(self, data: bytes) -> None:
        """Keep a copy of a state of the file; a full disk is told, not raised."""
        try:
            await asyncio.to_thread(self._keep, data)
        except OSError as error:
            self._not_kept(error)

    def _keep(self, data: bytes) -> None:
        self.places.own(self.places.backups / "any")
        keep(self.places.backups, data)

    async def backups(self) -> tuple[Backup, ...]:
        """All copies of the file, the newest first. Raises OSError."""
        return await asyncio.to_thread(backups, self.places.backups)

    async def flush(self) -> None:
        """Put on the disk what is not there yet."""
        async with self._writing:
            if self._needs_head or self._size > _MAX_LOG:
                await self._write_head()
            if self._pending and not self._needs_head:
                lines, self._pending = tuple(self._pending), []
                await self._try(append, lines)

    async def aclose(self) -> None:
        """Write what is left; the log of the next start begins with it."""
        await self.let_go()
        await self.flush()

    async def let_go(self) -> None:
        """Follow the document no more, and wait for what is being written."""
        if self._disconnect is not None:
            self._disconnect()
        if self._timer is not None:
            self._timer.cancel()
        await self._tasks.settled()

    async def _write_head(self) -> None:
        self._pending = []
        self._needs_head = False
        self._size = 0
        document = self._document
        if document.is_readable:
            history = History(document.history.done, document.history.undone)
            film = self.places.film
            line = partial(log.head_line, document.source, self._file, history, film)
            await self._try(write_atomic, (line,))

    async def _try(
        self, write: Callable[[Path, bytes], object], lines: Sequence[Callable[[], bytes]]
    ) -> None:
        """Off the loop the lines are made, too: those of a long film take a moment."""
        try:
            # A cancel must not lose lines, nor let the next ones come before them.
            self._size += await to_the_end(asyncio.to_thread(self._write, write, lines))
        except OSError as error:
            # Whatever came to the disk is replaced as a whole the next time.
            self._needs_head = True
            self._not_kept(error)

    def _write(
        self, write: Callable[[Path, bytes], object], lines: Sequence[Callable[[], bytes]]
    ) -> int:
        data = b"".join(line() for line in lines)
        write(self.places.own(self.places.log), data)
        return len(data)

    def _on_change(self, change: DocumentChange) -> None:
        history = self._document.history
        depth, self._depth = self._depth, len(history.done)
        deed = history.next_undo
        if change.origin in ("undo", "redo"):
            self._pending.append(partial(log.step_line, change.origin))
        elif deed is None:
            self._needs_head = True
        else:
            self._pending.append(partial(log.deed_line, deed, joined=self._depth == depth))
        self._later()

    def _later(self) -> None:
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(_DELAY, self._start)

    def _start(self) -> None:
        self._timer = None
        self._tasks.spawn(self.flush())

    def _not_kept(self, error: OSError) -> None:
        # Where the whole folder is away, that is told by who looks after it.
        if not self._has_told and self.places.root.is_dir():
            self._has_told = True
            folder = str(self.places.log.parent.parent)
            params = {"path": folder, "reason": reason_of(error)}
            self.told.emit(Notice("warning", "project.not-kept", params))

    def _tell(self, trouble: Trouble) -> None:
        self.told.emit(Notice("error", trouble.code, trouble.params))


@dataclass(frozen=True, slots=True)
class Recovered:
    """What a start found.

    Attributes:
        file: the bytes the film last saw in its file.
        notice: what to tell.
        has_edits: whether there is something to save.
        is_other: whether another program wrote the file since.
    """

    file: bytes
    notice: Notice | None = None
    has_edits: bool = False
    is_other: bool = False


def recover(document: Document, places: Places, data: bytes, *, unattended: bool) -> Recovered:
    """Bring back what was not saved, and the history; `data` is the file as it was just read.

    A log that cannot be used is moved aside, never deleted.

    Raises:
        OSError: the log cannot be read or moved.
    """
    if not places.log.exists():
        return Recovered(data)
    places.own(places.log)
    if not document.is_readable and unattended:
        set_aside(places.log, "aside")
        return Recovered(data)
    try:
        memory = log.replay(read_regular(places.log))
        document.recall(memory.source, memory.done, memory.undone)
    except (DocumentError, ValueError):
        aside = set_aside(places.log, "aside")
        return Recovered(data, Notice("warning", "project.log-aside", {"path": str(aside)}))
    notice = None
    if not memory.whole:
        aside = set_aside(places.log, "aside")
        notice = Notice("warning", "project.log-aside", {"path": str(aside)})
    has_edits = log.bytes_of(memory.source) != data
    if memory.knows(data):
        if has_edits:
            notice = notice or Notice("info", "project.recovered", {"path": str(document.path)})
        return Recovered(data, notice, has_edits)
    return Recovered(log.bytes_of(memory.file), notice, is_other=True)


def _source(data: bytes) -> Source:
    try:
        return decode(data)
    except DocumentError:
        return Source("")
