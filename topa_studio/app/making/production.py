"""Everything that generates for one open film: board, runner, maker, and the files they keep."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from functools import partial

from topa_studio.app.making.account import Account
from topa_studio.app.making.files_keeper import FilesKeeper
from topa_studio.app.making.film_budget import FilmBudget
from topa_studio.app.making.folder_watch import FolderWatch
from topa_studio.app.making.last_line import LastLine
from topa_studio.app.making.means import LOOKED_AT, Means
from topa_studio.app.making.presses import Presses
from topa_studio.app.making.screening import Screening
from topa_studio.app.making.whereabouts import Whereabouts
from topa_studio.app.tasks import Tasks
from topa_studio.base.closing import in_order, to_the_end
from topa_studio.base.errors import ProjectError, StudioError
from topa_studio.base.signal import Signal
from topa_studio.document.document import Document, DocumentChange
from topa_studio.model.scenario import Scenario
from topa_studio.model.status import (
    RUNNING,
    ElementStatus,
    JobStatus,
    ShotStatus,
    Trouble,
    reason_of,
)
from topa_studio.model.take import Take
from topa_studio.pipeline.board import Board, Subject
from topa_studio.pipeline.compose import Setup
from topa_studio.pipeline.flows.maker import Maker
from topa_studio.pipeline.folder.intake import take_in
from topa_studio.pipeline.folder.layout import Layout
from topa_studio.pipeline.folder.pictures import Pictures, carry_pictures, renamed_elements
from topa_studio.pipeline.freshness import Freshness
from topa_studio.pipeline.job import Kind
from topa_studio.pipeline.money.estimate import Estimate
from topa_studio.pipeline.money.purse import Purse
from topa_studio.pipeline.paid.safe import Safe
from topa_studio.pipeline.paid.waking import Waking
from topa_studio.pipeline.sending.arrival import Arrival
from topa_studio.pipeline.sending.film_order import FilmOrder
from topa_studio.pipeline.sending.nap import Naps
from topa_studio.pipeline.sending.runner import Runner
from topa_studio.pipeline.sending.uploads import Uploads
from topa_studio.pipeline.state.records import Records
from topa_studio.pipeline.state.store import Store
from topa_studio.pipeline.status import StatusReader
from topa_studio.pipeline.wishing import calm_changed

_TICK = 0.2


class Production:
    """The jobs of one film.

    Signals:
        touched: elements and shots whose status changed, merged, some times a second.
        told: a trouble of the whole production (no credits, disk full).
    """

    def __init__(self, document: Document, means: Means) -> None:
        self.touched: Signal[frozenset[Subject]] = Signal()
        self.told: Signal[Trouble] = Signal()
        self.layout, self.providers, self.catalogue = means.layout, means.providers, means.catalogue
        self.practice, self.elsewhere = means.practice, means.elsewhere
        self.holder, self.can_pay, self.pace = means.holder, means.can_pay, means.pace
        self.budget, self.board = FilmBudget(document, means.money_setting), Board()
        self._document, self._means = document, means
        self._pictures = Pictures(means.layout)
        self._setup = Setup(means.catalogue, means.defaults, {})
        self.store = Store(means.layout.state, root=means.layout.output, read_only=self.read_only)
        self.safe = Safe.of(means.layout, means.user_data)
        self.account = Account(means.providers, self.safe, read_only=self.read_only)
        self._waking = Waking(self.store, self.safe, means.layout, self.read_only, means.anew)
        may_send = means.elsewhere.may_send
        self.uploads = Uploads(self.store, means.providers, means.layout, means.catalogue, may_send)
        self.screening = Screening(document, self.board, means.layout, lambda: self._setup)
        self.purse = Purse(self.store, means.layout, self.budget.limit, means.day_ledger(self.safe))
        self.runner = _runner(self, means)
        self.maker = Maker(
            scenario=lambda: self.scenario,
            setup=lambda: self._setup,
            rescan=self.rescan,
            board=self.board,
            runner=self.runner,
            layout=means.layout,
            pictures=self._pictures,
            why_not=self.screening.why_not,
            may_send=may_send,
        )
        self.presses = Presses(
            film=self,
            board=self.board,
            maker=self.maker,
            purse=self.purse,
            layout=means.layout,
            screening=self.screening,
            may_send=may_send,
        )
        self._fresh = Freshness(lambda: self.scenario, lambda: self._setup, self.board)
        self._status = StatusReader(
            self.board,
            self.digest,
            lambda: self.runner.gate.waits,
            self._is_barred,
            made_before=lambda key: self.estimate().made_before(key),
            changes=self._fresh.changes,
        )
        self._estimate: Estimate | None = None
        self.whereabouts = Whereabouts(self.board, means.layout, means.owner, self.digest)
        self.last_line = LastLine(
            self.board, self.store, means.layout.film, lambda: self.scenario, lambda: self._setup
        )
        self._keeper = FilesKeeper(self.board, self.store, means.layout, self.told)
        self._folder = FolderWatch(means.layout.output, self.runner.gate)
        self._dirty: set[Subject] = set()
        self._tasks = Tasks(self.told.emit)
        self._stop_collecting: Callable[[], None] = lambda: None

    @property
    def read_only(self) -> bool:
        """Whether another process is the one that writes."""
        return bool(self.holder)

    @property
    def held_elsewhere(self) -> bool:
        """Whether another program works on the film, so that it is only shown here."""
        return self.holder not in ("", LOOKED_AT)

    @property
    def scenario(self) -> Scenario:
        """The film as it is now."""
        return self._document.scenario

    async def start(self) -> None:
        """Read the state, take in what lies in the folder, and see what is there.

        Raises:
            ProjectError: the state is of a newer version.
            OSError, sqlite3.Error: it cannot be read.
        """
        try:
            await self._load()
        except BaseException:
            await to_the_end(self._let_go())
            raise
        self._tasks.spawn(self._tick())
        if not self.read_only:
            self._keeper.mark_all(self.scenario)

    async def _load(self) -> None:
        to_confirm = await self._waking.wake(self.scenario)
        await self.account.load()
        jobs = await self.store.call(Records.jobs)
        if not self.read_only:
            await self.purse.open(jobs)
        mine = [job for job in jobs if job.wish.film in ("", self.layout.film)]
        takes = await self.store.call(_takes_of, self.layout.film)
        self.board.load(mine, takes, await self.whereabouts.gone(takes))
        # A shot made anew never takes the key, and so the takes, of one that was deleted.
        self._document.reserve(
            {*takes[Kind.CLIP], *takes[Kind.PANEL], *(job.wish.key for job in mine)}
        )
        self.board.changed.connect(self._on_board)
        self.runner.gate.stopped.connect(self.told.emit)
        self._stop_collecting = self._folder.back.connect(self._on_back)
        self.presses.told.connect(self.told.emit)
        await self._scan()
        await self.whereabouts.tell_apart(self.scenario, takes, mine)
        await self.maker.look_elsewhere()
        if not self.read_only:
            await to_the_end(self.whereabouts.note(self.scenario))
        await self.last_line.load()
        if to_confirm is not None:
            self.runner.gate.stop(StudioError(to_confirm.code, **to_confirm.params))

    # Questions

    def shot(self, key: str) -> ShotStatus:
        """How far a shot is; an unknown key is not made."""
        if not self.scenario.has_shot(key):
            return ShotStatus(key)
        return self._status.shot(self.scenario.shot(key))

    def element(self, name: str) -> ElementStatus:
        """How far an element's reference images are."""
        element = self.scenario.element(name)
        if element is None:
            return ElementStatus(name)
        paths = tuple(p.path for p in self._setup.pictures.get(name, ()) if p.path)
        return self._status.element(element, paths)

    def queue(self) -> tuple[JobStatus, ...]:
        """What runs, in the order it was sent, then what waits, in the order it will be sent."""
        return _in_order(self._status.queue(), self.runner.line.rank)

    def _is_barred(self, key: str) -> bool:
        return self.estimate().barred(key, self.digest(key)) is not None

    def estimate(self) -> Estimate:
        """Prices requests against what is there now; the same one until something changes."""
        known = self._estimate
        if known is None or known.scenario is not self.scenario or known.setup is not self._setup:
            known = self._estimate = Estimate(self.scenario, self._setup, self.board, self.digest)
        return known

    # Acts

    def resume(self) -> None:
        """Send again; what the user was told of counts as seen."""
        self.runner.gate.resume()
        if not self.read_only:
            self._tasks.spawn(asyncio.to_thread(self._waking.confirm))

    async def collect(self) -> int:
        """Bring home all that was paid for before, wherever it is, and wait; how many came."""
        before = self.board.paid_and_away()
        await asyncio.gather(*self.maker.start_collecting(), return_exceptions=True)
        return before - self.board.paid_and_away() + await self.maker.take_over()

    async def upload_elements(self) -> int:
        """Upload every reference image, or none where one cannot be sent; how many there are."""
        await self.rescan()
        local = [p for found in self._setup.pictures.values() for p in found if p.path]
        await self.screening.must_be_whole(local)
        for picture in local:
            await self.uploads.url(picture)
        return len(local)

    async def look_again(self) -> None:
        """See what the folders hold before anything is paid. Raises ProjectError."""
        await asyncio.to_thread(_look_at_folders, self.layout)
        await self.rescan()

    async def rescan(self) -> None:
        """Look at the folders again: pictures, and clips of whole scenes that came."""
        await self._take_in()
        takes = await self.store.call(_takes_of, self.layout.film)
        self.board.set_takes(takes, await self.whereabouts.gone(takes))
        await self._scan()

    def document_changed(self, change: DocumentChange) -> None:
        """The film changed: what is fresh, and which take counts, may be another now."""
        self._forget_digests()
        self.last_line.film_changed()
        calm_changed(self.board, change.before, change.after, self._setup)
        touched = {(Kind.CLIP, key) for key in change.shots}
        if change.film or change.elements or change.scenes:
            touched |= {(Kind.CLIP, shot.key) for shot in change.after.shots()}
            touched |= {(Kind.VIEW, element.name) for element in change.after.elements}
        self._dirty |= touched
        for kind, key in touched:
            if kind is Kind.CLIP:
                self._keeper.mark(key)
        renamed = renamed_elements(change.before, change.after)
        if renamed and not self.read_only:
            self._tasks.spawn(self._carry(renamed))

    async def _carry(self, renamed: Mapping[str, str]) -> None:
        """An element keeps its pictures under its new name."""
        for old, new in renamed.items():
            await asyncio.to_thread(carry_pictures, old, new, self.layout)
        await self.rescan()

    async def flush(self) -> None:
        """Bring the files beside the state up to date now."""
        if not self.read_only:
            await self._folder.look(at_once=True)
        if not self.read_only and not self._folder.is_away:
            await in_order(
                partial(self._keeper.flush, self.scenario),
                partial(self.whereabouts.note, self.scenario),
            )

    async def aclose(self) -> None:
        """Stop watching; close the state; let go of connections, whatever fails on the way."""
        self._stop_collecting()  # a folder that is back by now waits for the next start
        await in_order(
            self.maker.aclose, self._tasks.aclose, self.flush, self._let_go, self.providers.aclose
        )

    async def _let_go(self) -> None:
        """Close the files of the state, and of what is paid for."""
        close_safe = partial(asyncio.to_thread, self.safe.close)
        await in_order(self.store.close, self.purse.aclose, close_safe)

    def tell(self) -> None:
        """Tell what was touched since the last time, and what went wrong with the day's count."""
        for trouble in self.purse.untold():
            self.told.emit(trouble)
        if self._dirty:
            touched, self._dirty = frozenset(self._dirty), set()
            self.touched.emit(touched)

    # Inside

    def _on_back(self, _none: None) -> None:
        self.maker.start_collecting()

    async def _take_in(self) -> None:
        """Whoever only looks on has no database of his own to add to, unless there is none."""
        if not self.read_only or not self.layout.state.exists():
            await self.store.call(take_in, self.scenario, self.layout)

    async def _scan(self) -> None:
        pictures = await asyncio.to_thread(self._pictures.scan, self.scenario.elements)
        before = self._setup
        if pictures != before.pictures:
            self._setup = Setup(self._means.catalogue, self._means.defaults, pictures)
        self._forget_digests()
        changed = {n for n in pictures if pictures[n] != before.pictures.get(n)}
        self._dirty |= {(Kind.VIEW, name) for name in changed}

    def digest(self, key: str) -> str | None:
        """Of the request a shot would be sent with; None where that cannot be told."""
        return self._fresh.digest(key)

    def _forget_digests(self) -> None:
        self._fresh.forget()
        self._status.forget()

    def _on_board(self, subject: Subject) -> None:
        kind, key = subject
        self._dirty.add(subject)
        if kind is Kind.PANEL:
            self._fresh.forget(key)
        self._keeper.mark(key)

    async def _tick(self) -> None:
        if self.runner.gate.why is not None:
            # Told now that somebody listens; the gate was closed before anything could be sent.
            await asyncio.sleep(_TICK)
            self.told.emit(self.runner.gate.why)
        self.whereabouts.tell(self.told)
        naps = Naps()
        while True:
            await asyncio.sleep(_TICK)
            slept, stood_still = naps.look()
            if slept:
                self.runner.woke(stood_still)
            self._dirty |= {
                (job.wish.kind, job.wish.key)
                for job in self.board.open_jobs()
                if job.stage in RUNNING
            }
            self.tell()
            if not self.read_only:
                await self._folder.look()
            if not self.read_only and not self._folder.is_away:
                await self.whereabouts.look()
                await self.last_line.keep()
                await self._keeper.keep(self.scenario)


def _takes_of(records: Records, film: str) -> dict[Kind, dict[str, list[Take]]]:
    films = {Kind.CLIP: film, Kind.PANEL: film, Kind.VIEW: ""}
    return {kind: records.takes(kind, of) for kind, of in films.items()}


def _look_at_folders(layout: Layout) -> None:
    """What is paid for must have a place to come to."""
    try:
        layout.look_for_links()
    except OSError as error:
        path = str(layout.output)
        raise ProjectError("project.not-writable", path=path, reason=reason_of(error)) from error


def _runner(film: Production, means: Means) -> Runner:
    return Runner(
        board=film.board,
        store=film.store,
        safe=film.safe,
        providers=means.providers,
        uploads=film.uploads,
        arrival=Arrival(means.layout, means.catalogue),
        layout=means.layout,
        catalogue=means.catalogue,
        pace=means.pace,
        purse=film.purse,
        order=FilmOrder(lambda: film.scenario).place,
    )


def _in_order(
    jobs: tuple[JobStatus, ...], rank: Callable[[str], tuple[int, int]]
) -> tuple[JobStatus, ...]:
    """What was sent as it is, what waits by its rank."""
    waiting = sorted((job for job in jobs if not job.id), key=lambda job: rank(job.key))
    return (*(job for job in jobs if job.id), *waiting)
