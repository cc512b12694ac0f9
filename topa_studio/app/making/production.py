"""Everything that generates for one open film, put together; what it says of it, and its acts."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

from topa_studio.app.making.account import Account
from topa_studio.app.making.files_keeper import FilesKeeper
from topa_studio.app.making.film_budget import FilmBudget
from topa_studio.app.making.film_now import FilmNow
from topa_studio.app.making.folder_watch import FolderWatch
from topa_studio.app.making.heartbeat import Heartbeat
from topa_studio.app.making.last_line import LastLine
from topa_studio.app.making.means import LOOKED_AT, Means
from topa_studio.app.making.presses import Presses
from topa_studio.app.making.remade import lacks_pictures
from topa_studio.app.making.screening import Screening
from topa_studio.app.tasks import Tasks
from topa_studio.base.closing import in_order, to_the_end
from topa_studio.base.errors import StudioError
from topa_studio.base.signal import Signal
from topa_studio.document.document import Document, DocumentChange
from topa_studio.model.scenario import Scenario
from topa_studio.model.status import (
    EMPTY,
    IS_STILL,
    ElementStatus,
    JobStatus,
    ShotStatus,
    Stage,
    Trouble,
)
from topa_studio.model.wish import Kind
from topa_studio.pipeline.board import Board
from topa_studio.pipeline.flows.kinds import put_together
from topa_studio.pipeline.flows.maker import Maker
from topa_studio.pipeline.folder.pictures import renamed_elements
from topa_studio.pipeline.sending.arrival import Arrival
from topa_studio.pipeline.sending.film_order import FilmOrder
from topa_studio.pipeline.sending.runner import Runner
from topa_studio.pipeline.sending.uploads import Uploads
from topa_studio.pipeline.status import StatusReader
from topa_studio.pipeline.till import Till
from topa_studio.pipeline.wishing import calm_changed


class Production:
    """The jobs of one film.

    Signals:
        touched, told: see `Heartbeat`.
    """

    def __init__(self, document: Document, means: Means) -> None:
        self.told: Signal[Trouble] = Signal()
        self.layout, self.providers, self.catalogue = means.layout, means.providers, means.catalogue
        self.practice, self.elsewhere = means.practice, means.elsewhere
        self.holder, self.can_pay, self.pace = means.holder, means.can_pay, means.pace
        self.must_write, self.read_only = means.must_write, bool(means.holder)
        self.budget, self.board = FilmBudget(document, means.money_setting), Board()
        self.till = Till(
            means.layout,
            self.board,
            budget=self.budget.limit,
            day_budget=means.day_budget,
            user_data=means.user_data,
            read_only=self.read_only,
            anew=means.anew,
        )
        self.account = Account(means.providers, self.till)
        self.film = FilmNow(document, self.board, self.till, means)
        self.screening = Screening(self.film)
        self.uploads = Uploads(
            self.till, means.providers, means.layout, means.catalogue, self.film.may_send
        )
        self.runner = self._runner(means)
        self.maker = Maker(self.film, self.runner)
        self.before = put_together(self.maker)
        self.presses = Presses(self.film, self.maker, self.before, self.till, self.screening)
        self.last_line = LastLine(self.film, self.till)
        self._status = StatusReader(
            self.board,
            self.film.is_out_of_date,
            lambda: self.runner.gate.waits,
            self.film.is_barred,
            made_before=self.film.was_made_before,
            causes=self.film.causes,
        )
        self._keeper = FilesKeeper(self.board, self.till, means.layout, self.told)
        self._folder = FolderWatch(means.layout.output, self.runner.gate)
        self._beat = self._heartbeat()
        self.touched, self.tell = self._beat.touched, self._beat.tell
        self._tasks = Tasks(self.told.emit)
        self._stop_collecting: Callable[[], None] = lambda: None

    def _runner(self, means: Means) -> Runner:
        return Runner(
            board=self.board,
            till=self.till,
            providers=means.providers,
            uploads=self.uploads,
            arrival=Arrival(means.layout, means.catalogue),
            layout=means.layout,
            catalogue=means.catalogue,
            pace=means.pace,
            order=FilmOrder(lambda: self.scenario).place,
        )

    def _heartbeat(self) -> Heartbeat:
        return Heartbeat(
            self.told,
            film=self.film,
            runner=self.runner,
            till=self.till,
            keeper=self._keeper,
            folder=self._folder,
            last_line=self.last_line,
            read_only=self.read_only,
        )

    @property
    def held_elsewhere(self) -> bool:
        """Whether another program works on the film, so that it is only shown here."""
        return self.holder not in ("", LOOKED_AT)

    @property
    def scenario(self) -> Scenario:
        """The film as it is now."""
        return self.film.scenario

    # Start and end

    async def start(self) -> None:
        """Read the state, take in what lies in the folder, and see what is there.

        Raises:
            ProjectError: the state is of a newer version.
            OSError, sqlite3.Error: it cannot be read.
        """
        try:
            await self._load()
        except BaseException:
            await to_the_end(self.till.close())
            raise
        self._tasks.spawn(self._beat.run())
        if not self.read_only:
            self._tasks.spawn(to_the_end(self.film.whereabouts.note(self.scenario)))
            self._keeper.mark_all(self.scenario)
            if self.board.former and (left := self.film.carrying.unfinished()):
                self.film.carrying.expect(left)
                self._tasks.spawn(self.film.carry(left))

    async def _load(self) -> None:
        jobs, to_confirm = await self.till.open(self.scenario)
        await self.account.load()
        self.board.changed.connect(self._beat.on_board)
        self.runner.gate.stopped.connect(self.told.emit)
        self._stop_collecting = self._folder.back.connect(self._on_back)
        self.presses.told.connect(self.told.emit)
        await self.film.load(jobs)
        self.film.changed.connect(self._on_film)
        self.film.pictured.connect(self._beat.mark)
        await self.before.look()
        await self.last_line.load()
        await self.till.kept.forget()
        if to_confirm is not None:
            self.runner.gate.stop(StudioError(to_confirm.code, **to_confirm.params))

    async def aclose(self) -> None:
        """Stop watching; close the state; let go of connections, whatever fails on the way."""
        self._stop_collecting()  # a folder that is back by now waits for the next start
        flows, beat = (self.maker.aclose, self._tasks.aclose), self._beat.flush
        await in_order(*flows, beat, self.till.close, self.providers.aclose)

    # Questions

    def shot(self, key: str) -> ShotStatus:
        """How far a shot is; one that cannot be sent as it is written says why.

        An unknown key is not made.
        """
        if not self.scenario.has_shot(key):
            return ShotStatus(key)
        status = self._status.shot(self.scenario.shot(key))
        mistake = self.film.unsendable.shot(key)
        if mistake in (None, IS_STILL) or (status.stage is Stage.EMPTY and mistake == EMPTY):
            # A picture of the user's own is what they want: nothing is wrong with the shot.
            return status
        stage = Stage.NOT_MADE if status.stage is Stage.EMPTY else status.stage
        return replace(status, stage=stage, mistake=mistake)

    def stands(self, key: str) -> ShotStatus:
        """Only what stands for a shot in the film."""
        return self._status.stands(self.scenario.shot(key))

    def element(self, name: str) -> ElementStatus:
        """How far an element's reference images are."""
        element = self.scenario.element(name)
        if element is None:
            return ElementStatus(name)
        paths = tuple(p.path for p in self.film.setup.pictures.get(name, ()) if p.path)
        return self._status.element(element, paths)

    def queue(self) -> tuple[JobStatus, ...]:
        """What runs, in the order it was sent, then what waits, in the order it will be sent."""
        jobs = self._status.queue()
        waiting = sorted(
            (job for job in jobs if not job.id), key=lambda job: self.runner.line.rank(job.key)
        )
        return (*(job for job in jobs if job.id), *waiting)

    # Acts

    def resume(self) -> None:
        """Send again; what the user was told of counts as seen."""
        self.runner.gate.resume()
        if not self.read_only:
            self._tasks.spawn(self.till.confirm())

    async def collect(self) -> int:
        """Bring home all that was paid for before, wherever it is, and wait; how many came."""
        before = self.board.paid_and_away()
        await asyncio.gather(*self.maker.start_collecting(), return_exceptions=True)
        return before - self.board.paid_and_away() + await self.before.bring_all()

    async def upload_elements(self) -> int:
        """Upload every reference image, or none where one cannot be sent; how many there are."""
        await self.film.rescan()
        local = [p for found in self.film.setup.pictures.values() for p in found if p.path]
        await self.screening.must_be_whole(local)
        for picture in local:
            await self.uploads.url(picture)
        return len(local)

    def document_changed(self, change: DocumentChange) -> None:
        """The film changed: what is fresh, and which take counts, may be another now."""
        renamed = renamed_elements(change.before, change.after)
        # Before anything is told of the change: what is sent and paid goes by names.
        follows = self.film.renamed(renamed) if renamed and not self.read_only else ()
        self.film.follow(change)
        if lacks_pictures(change, self.film.setup.own):
            self._tasks.spawn(self.film.look_at_pictures())
        self.last_line.film_changed()
        calm_changed(self.board, change.before, change.after, self.film.setup)
        if change.film or change.elements:
            self._beat.on_film((Kind.VIEW, element.name) for element in change.after.elements)
        if follows:
            self._tasks.spawn(self.film.carry(follows))

    def _on_film(self, keys: frozenset[str] | None) -> None:
        self._status.forget(keys)
        every = (shot.key for shot in self.scenario.shots()) if keys is None else keys
        self._beat.on_film((Kind.CLIP, key) for key in every)

    def _on_back(self, _none: None) -> None:
        self.maker.start_collecting()
