"""One open film: document, jobs and money behind one surface that both fronts use."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from topa_studio.app.file.film_file import FilmFile
from topa_studio.app.file.outside import OutsideChange
from topa_studio.app.file.past import Past
from topa_studio.app.file.saving import SaveState
from topa_studio.app.in_time import FilmInTime
from topa_studio.app.making.jobs import Jobs
from topa_studio.app.making.money_line import MoneyLine
from topa_studio.app.making.production import Production
from topa_studio.app.making.wishes import Wishes
from topa_studio.app.notice import Notice
from topa_studio.app.steps import Beside, Steps
from topa_studio.app.takes import Takes
from topa_studio.app.tasks import Tasks
from topa_studio.base.closing import in_order, to_the_end
from topa_studio.base.files import write_atomic
from topa_studio.base.signal import Signal
from topa_studio.document.document import Document, DocumentChange
from topa_studio.document.edits import Edit
from topa_studio.model.problem import Problem
from topa_studio.model.scenario import Scenario
from topa_studio.model.status import (
    NO_CONSENT,
    Consent,
    Dearer,
    JobStatus,
    Money,
    Quote,
    Run,
    ShotStatus,
    Trouble,
    is_missing,
)
from topa_studio.model.wish import Kind, Wish, element_of
from topa_studio.pipeline.board import Subject
from topa_studio.pipeline.takes.marks import Marker

if TYPE_CHECKING:
    from topa_studio.app.elements import Elements
    from topa_studio.app.exporting.exports import Exports
    from topa_studio.app.impact import Impacts
    from topa_studio.app.making.spending import Spending

__all__ = ["DocumentChange", "Notice", "ProjectSession", "SaveState"]


class ProjectSession:
    """The open film.

    Signals (all on the loop's thread):
        shots_changed: permanent keys of shots whose status changed (progress included).
        elements_changed: names of elements whose status changed.
        queue_changed: the queue as it is now.
        money_changed: estimated, spent, left. saving_changed: the state of the file.
        outside_changed: another program changed the file, and the film has it (see `outside`).
        notices: something to tell once. dearer: a press costs more than was shown; ask.
        changed: an edit or a change by another program is in the film.
    Attributes:
        element: how far an element's reference images are. queue: what runs, what waits, in order.
        cuts, composition: the film in time; `faces` are pictures of its elements, for slates.
        file: the film's file. copy_text: shots and scenes as text to paste into any film.
        undo, redo: take back the last step, an edit or what was done with takes; do it again.
        outlook: what edits would change, without making them.
        cache_folder: where thumbnails may be kept. output_folder: where results lie.
    """

    def __init__(
        self,
        document: Document,
        file: FilmFile,
        production: Production,
        money: MoneyLine,
        let_go: Callable[[], Awaitable[None]],
    ) -> None:
        self.shots_changed: Signal[frozenset[str]] = Signal()
        self.elements_changed: Signal[frozenset[str]] = Signal()
        self.queue_changed: Signal[tuple[JobStatus, ...]] = Signal()
        self.money_changed: Signal[Money] = money.changed
        self.saving_changed: Signal[SaveState] = file.saver.changed
        self.outside_changed: Signal[OutsideChange] = file.outside.changed
        self.notices: Signal[Notice] = Signal()
        self.dearer: Signal[Dearer] = production.presses.dearer
        self.document, self.changed = document, document.changed
        self.file, self.copy_text = document.path, document.copy_text
        self.settings, self.inherited = document.settings, document.inherited
        layout = production.layout
        self.cache_folder, self.output_folder = layout.cache, layout.output
        self.practice, self.elsewhere = production.practice, production.elsewhere
        self.outside, self.last_line = file.outside, production.last_line
        self.element, self.queue = production.element, production.queue
        self.read_only, self.held_elsewhere = production.read_only, production.held_elsewhere
        marker = Marker(production.till.kept, production.board, layout.film)
        self._steps = Steps(document, file.editing, Beside(production, marker, self.notices.emit))
        self.undo, self.redo, self.outlook = self._steps.undo, self._steps.redo, self._steps.outlook
        self.takes = Takes(production, marker, self._steps, production.must_write)
        self.past = Past(document, file, self.edit, self._steps.text)
        self.jobs = Jobs(production, self.make)
        self.wishes = Wishes(production, document, money.standing)
        self._file, self._saver, told = file, file.saver, self.notices.emit
        self._in_time = in_time = FilmInTime(production, lambda: self.film, told, self.file)
        self.cuts, self.composition, self.faces = in_time.cuts, in_time.composition, in_time.faces
        self._production, self._tasks = production, Tasks(self._tell)
        self._money, self._let_go, self.standing = money, let_go, money.standing
        self._listen()

    def _listen(self) -> None:
        self.document.changed.connect(self._on_document)
        self._production.touched.connect(self._on_production)
        self._production.told.connect(self._tell)
        for teller in (self._file.told, self.takes.told):
            teller.connect(self.notices.emit)

    # Questions: in memory, cheap.

    @property
    def film(self) -> Scenario:
        """The film as it is now."""
        return self.document.scenario

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong in the film's file, or worth knowing."""
        return self.document.problems

    @property
    def is_readable(self) -> bool:
        """Whether there is a film in the file's text."""
        return self.document.is_readable

    @property
    def steps(self) -> tuple[str | None, str | None]:
        """What `undo` would take back and `redo` would do again."""
        return self.document.undo_label, self.document.redo_label

    @property
    def paused(self) -> bool:
        """Whether nothing new is sent."""
        return self._production.runner.gate.paused

    @property
    def saving(self) -> SaveState:
        """The state of the file."""
        return SaveState.READ_ONLY if self.held_elsewhere else self._saver.state

    def shot(self, key: str) -> ShotStatus:
        """How far a shot is; one that cannot be sent as it is written says why."""
        return self._production.shot(key)

    @property
    def is_counted(self) -> bool:
        """Whether it is known yet what the film will cost; `money_changed` tells."""
        return self._money.is_counted

    def money(self) -> Money:
        """Estimated, spent, left."""
        return self._money.now()

    def missing(self, scene_id: str | None = None) -> tuple[str, ...]:
        """Keys of shots without a clip that a press would make, in the film's order.

        What runs is left out, and what is locked or needs the user's answer.
        """
        scenes = [each for each in self.film.scenes if scene_id in (None, each.id)]
        return tuple(
            shot.key
            for scene in scenes
            for shot in scene.shots
            if is_missing(self.shot(shot.key), locked=shot.locked)
        )

    def quote(self, wishes: Iterable[Wish]) -> Quote:
        """What a press for these would make and cost, needed pictures included."""
        return self.wishes.quote(wishes)

    @cached_property
    def spending(self) -> Spending:
        """Money as a page shows it."""
        from topa_studio.app.making.spending import Spending  # not for the first picture

        return Spending(self._production, self._money.day_changed)

    @cached_property
    def impact(self) -> Impacts:
        """What a change makes out of date."""
        from topa_studio.app.impact import Impacts  # not for the first picture

        return Impacts(self._production, self._steps, self._money)

    @cached_property
    def elements(self) -> Elements:
        """Pictures and voices of elements."""
        from topa_studio.app.elements import Elements  # not for the first picture

        return Elements.of(self._production, self._steps, self._tasks, self.elements_changed.emit)

    @property
    def exports(self) -> Exports:
        """The film as files to give away."""
        return self._in_time.exports

    def path(self, relative: str) -> Path:
        """The absolute path of a file named relative to the film's home."""
        return self._production.layout.absolute(relative)

    # Edits

    async def edit(
        self, label: str, edits: Sequence[Edit], *, coalesce: str | None = None
    ) -> DocumentChange | None:
        """One transaction on the document; the file is saved soon after by itself.

        Raises DocumentError: refused; nothing has changed.
        """
        return await self._steps.edit(label, edits, coalesce=coalesce)

    async def save(self) -> None:
        """Write the file now. Raises ProjectError or OSError."""
        if not self.read_only:
            await self._saver.save()

    async def save_copy(self, target: Path) -> None:
        """Write the scenario's text to another file. Raises OSError."""
        await asyncio.to_thread(write_atomic, target, self.document.to_bytes())

    # Generating

    def press(self, wishes: Iterable[Wish], *, consent: Consent = NO_CONSENT) -> None:
        """Make (or make again) each of these, with what it needs on the way.

        All of them, or none where a budget does not hold all: `batch` tells what fits. What runs is
        left alone. What "needs you", has a take from the very same request, or no known price is
        sent only with `consent`; with `consent.shown` nothing dearer is sent: `dearer` tells of it.
        """
        self._tasks.spawn(self.make(wishes, consent=consent))

    async def make(
        self, wishes: Iterable[Wish], *, consent: Consent = NO_CONSENT, run: Run | None = None
    ) -> None:
        """`press`, and wait for the end; how each went is its status. Raises ProjectError."""
        await self.wishes.make(wishes, consent, run)

    async def batch(
        self, wishes: Iterable[Wish], *, consent: Consent = NO_CONSENT, run: Run | None = None
    ) -> Quote:
        """`quote` with what the budgets hold of it and what was made already: ask before paying.

        Raises StudioError: the day's budget cannot be read, so nothing can be sent.
        """
        return await self.wishes.batch(wishes, consent, run)

    async def collect(self) -> int:
        """Bring home what was paid for before, and wait for it; how many results came."""
        self._production.must_write()
        return await self._production.collect()

    def tell_now(self) -> None:
        """Tell what changed since the last moment, without waiting for the next."""
        self._production.tell()

    def pause(self) -> None:
        """Send nothing new; what runs goes on."""
        self._production.runner.gate.pause()
        self.queue_changed.emit(self.queue())

    def resume(self) -> None:
        """Send again."""
        self._production.resume()
        self.queue_changed.emit(self.queue())

    async def aclose(self) -> None:
        """Save, stop watching jobs (the next start goes on), let go of the lock."""
        line = () if self.read_only else (self.last_line.end,)
        parts = self._in_time.aclose, self._file.aclose, *line, self._tasks.aclose
        await to_the_end(
            in_order(*parts, self._money.aclose, self._production.aclose, self._let_go)
        )

    # Inside

    def _tell(self, trouble: Trouble) -> None:
        self.notices.emit(Notice("error", trouble.code, trouble.params))

    def _on_document(self, change: DocumentChange) -> None:
        if not self.read_only:
            self._saver.schedule()
        self._production.document_changed(change)
        self._money.refresh()

    def _on_production(self, subjects: frozenset[Subject]) -> None:
        shots = frozenset(key for kind, key in subjects if kind in (Kind.CLIP, Kind.PANEL))
        elements = frozenset(element_of(*each) for each in subjects if each[0].is_of_element)
        for changed, names in ((self.shots_changed, shots), (self.elements_changed, elements)):
            if names:
                changed.emit(names)
        self.queue_changed.emit(self.queue())
        self._money.refresh()
