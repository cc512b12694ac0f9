"""One open film: document, jobs and money behind one surface that both fronts use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from topa_studio.base.signal import Signal
from topa_studio.document.document import Document
from topa_studio.document.edits import Edit
from topa_studio.film.cutlist import Cut
from topa_studio.model.status import ElementStatus, JobStatus, Money, Quote, ShotStatus


class SaveState(StrEnum):
    """Whether the file holds what the window shows."""

    SAVED = "saved"
    SAVING = "saving"
    UNSAVED = "unsaved"
    FAILED = "failed"
    READ_ONLY = "read only"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the user should read once; `level` is info, warning or error."""

    level: str
    code: str
    params: Mapping[str, object] = field(default_factory=dict)


class ProjectSession:
    """The open film.

    Signals (all on the loop's thread):
        shots_changed: permanent keys of shots whose status changed (progress included).
        elements_changed: names of elements whose status changed.
        queue_changed: the queue as it is now.
        money_changed: estimated, spent, left.
        saving_changed: the state of the file.
        notices: something to tell once.
    The document's own `document.changed` tells of edits.
    """

    document: Document
    practice: bool
    read_only: bool
    paused: bool

    def __init__(self) -> None:
        self.shots_changed: Signal[frozenset[str]] = Signal()
        self.elements_changed: Signal[frozenset[str]] = Signal()
        self.queue_changed: Signal[tuple[JobStatus, ...]] = Signal()
        self.money_changed: Signal[Money] = Signal()
        self.saving_changed: Signal[SaveState] = Signal()
        self.notices: Signal[Notice] = Signal()

    # Questions: in memory, cheap.

    def shot(self, key: str) -> ShotStatus:
        """How far a shot is."""
        raise NotImplementedError

    def element(self, name: str) -> ElementStatus:
        """How far an element's reference images are."""
        raise NotImplementedError

    def queue(self) -> tuple[JobStatus, ...]:
        """What runs and what waits, in order."""
        raise NotImplementedError

    def money(self) -> Money:
        """Estimated, spent, left."""
        raise NotImplementedError

    @property
    def saving(self) -> SaveState:
        """The state of the file."""
        raise NotImplementedError

    def missing(self, scene_id: str | None = None) -> tuple[str, ...]:
        """Keys of shots that have no clip and no running job, in the film's order."""
        raise NotImplementedError

    def quote(self, keys: Iterable[str]) -> Quote:
        """What a press on Generate for these shots would make and cost, needed pictures included.

        `images` counts panels and reference images that are made on the way; `seconds` the clips.
        Shots in `blocked` cannot be sent, with the reason.
        """
        raise NotImplementedError

    def usual_seconds(self) -> tuple[float, float] | None:
        """How long a clip usually takes (low, high) by this film's receipts; None: not known."""
        raise NotImplementedError

    def cuts(self, keys: Iterable[str] | None = None) -> tuple[Cut, ...]:
        """The cut list of the film, or of some shots."""
        raise NotImplementedError

    def path(self, relative: str) -> Path:
        """The absolute path of a file named relative to the film's home."""
        raise NotImplementedError

    # Intents.

    async def edit(self, label: str, edits: Sequence[Edit], *, coalesce: str | None = None) -> None:
        """One transaction on the document; the file is saved soon after by itself.

        Raises:
            DocumentError: refused; nothing has changed.
        """
        raise NotImplementedError

    async def undo(self) -> None:
        """Take back the last transaction."""
        raise NotImplementedError

    async def redo(self) -> None:
        """Do the last undone transaction again."""
        raise NotImplementedError

    async def save(self) -> None:
        """Write the file now (it is also written by itself half a second after an edit)."""
        raise NotImplementedError

    async def save_copy(self, target: Path) -> None:
        """Write the scenario's text to another file. Raises OSError."""
        raise NotImplementedError

    def generate(self, keys: Iterable[str], *, even_if_unknown: bool = False) -> None:
        """Make (or make again) a clip of each of these shots, with what it needs on the way.

        A shot that is already running is left alone. A shot that "needs you" is sent again only
        with `even_if_unknown`, after the user has confirmed that it may cost twice.
        """
        raise NotImplementedError

    def generate_elements(self, names: Iterable[str]) -> None:
        """Make the missing reference images of these elements."""
        raise NotImplementedError

    def cancel(self, job_id: int) -> None:
        """Stop waiting for a job; one already sent may still finish and is then collected."""
        raise NotImplementedError

    def pause(self) -> None:
        """Send nothing new; what runs goes on."""
        raise NotImplementedError

    def resume(self) -> None:
        """Send again."""
        raise NotImplementedError

    async def aclose(self) -> None:
        """Save, stop the jobs' watching (they resume at the next start), let go of the lock."""
        raise NotImplementedError
