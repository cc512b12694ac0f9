"""The open film as it is at this moment: its words, its pictures, what was made, what it costs."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from topa_studio.app.making.means import Means
from topa_studio.app.making.remade import following, naming, needing, remade
from topa_studio.app.making.unsendable import Unsendable
from topa_studio.app.making.whereabouts import Whereabouts
from topa_studio.base.errors import ProjectError
from topa_studio.base.signal import Signal
from topa_studio.document.document import Document, DocumentChange
from topa_studio.model.change import Cause
from topa_studio.model.request import ClipRequest
from topa_studio.model.scenario import NEXT, Scenario
from topa_studio.model.status import Trouble, reason_of
from topa_studio.model.take import Take
from topa_studio.model.wire_names import wire_name
from topa_studio.model.wish import Kind, Wish, element_of
from topa_studio.pipeline.below import Below
from topa_studio.pipeline.board import Board, Subject
from topa_studio.pipeline.compose import Setup
from topa_studio.pipeline.folder.layout import Layout, twins
from topa_studio.pipeline.folder.pictures import Pictures
from topa_studio.pipeline.former_names import Renamed
from topa_studio.pipeline.freshness import Freshness, current_digest
from topa_studio.pipeline.job import Job
from topa_studio.pipeline.money.estimate import Estimate
from topa_studio.pipeline.requests import know_requests, request_of
from topa_studio.pipeline.shown_end import ShownEnd, shown_end
from topa_studio.pipeline.till import Till

if TYPE_CHECKING:
    from topa_studio.app.making.carrying import Carrying


class FilmNow:
    """Whoever makes something of the film asks here, anew at each step.

    Signals:
        changed: keys of shots whose request may be another now; None: any of them.
        pictured: the elements whose pictures are others.

    Attributes:
        setup: what composing needs beside the scenario; another one after each change of pictures.
        whereabouts: where results lie, and whose they are.
        moving: held by whoever moves pictures of elements on the disk.
    """

    def __init__(self, document: Document, board: Board, till: Till, means: Means) -> None:
        self.changed: Signal[frozenset[str] | None] = Signal()
        self.pictured: Signal[frozenset[Subject]] = Signal()
        self.board, self.layout = board, means.layout
        self.pictures = Pictures(means.layout)
        self.moving = asyncio.Lock()
        self._carrying: Carrying | None = None
        self.setup = Setup(means.catalogue, means.defaults, {})
        self.whereabouts = Whereabouts(board, means.layout, means.owner, self.digest)
        self._document, self._till, self._means = document, till, means
        self._held: tuple[Below, ...] = ()
        self._twins = _twins(document.scenario)
        self._unsendable = Unsendable.of(document, self._twins)
        self._digests: dict[str, str | None] = {}
        self._estimate: Estimate | None = None
        self._wire: tuple[tuple[str, ...], frozenset[str]] | None = None
        self._followers: tuple[Scenario, Mapping[str, str]] | None = None
        self._ends: dict[str, ShownEnd | None] = {}
        board.changed.connect(self._on_board)

    # What it says

    @property
    def scenario(self) -> Scenario:
        """The film as it is now."""
        return self._document.scenario

    @property
    def unsendable(self) -> Unsendable:
        """What is not sent as the film is written now."""
        if not self._unsendable.is_of(self._document):
            self._unsendable = Unsendable.of(self._document, self._twins)
        return self._unsendable

    def why_not(self, subject: Subject) -> Trouble | None:
        """Why nothing of a shot or element is sent as it is written; None where it can be."""
        return self.unsendable.why(subject)

    def why_waits(self, subject: Subject) -> Trouble | None:
        """Why no picture of an element is drawn at this moment; None where it can be."""
        return None if self._carrying is None else self._carrying.why_not(element_of(*subject))

    @property
    def carrying(self) -> Carrying:
        """Brings pictures of elements to their new names; made once one was renamed."""
        if self._carrying is None:
            from topa_studio.app.making.carrying import Carrying  # seldom needed

            told = self.pictured.emit
            self._carrying = Carrying(self.board, self.layout, self._till, self.moving, told)
        return self._carrying

    def may_send(self, path: Path) -> bool:
        """Whether a picture may be uploaded."""
        return self._means.elsewhere.may_send(path)

    # What would be sent

    def digest(self, key: str) -> str | None:
        """Of the request a shot would be sent with; None where that cannot be told."""
        if key not in self._digests:
            self._digests[key] = current_digest(self.scenario, key, self.setup, self.board)
        return self._digests[key]

    def freshness(self, scenario: Scenario | None = None, setup: Setup | None = None) -> Freshness:
        """Compares takes with the film as it is now, or as it would be."""
        film, pictured = scenario or self.scenario, setup or self.setup
        return Freshness(film, pictured, self.board, self._held)

    def is_out_of_date(self, key: str, take: Take) -> bool:
        """Whether the shot would be made otherwise now; most are told by the digest of now."""
        now = self.digest(key)
        if not take.digest or now in (take.digest, take.marks.fits):
            return False
        told = now is not None and len(self._held) < 2 and not self.board.former
        if told and self._knows_names(key, take):
            return True
        return self.freshness().is_out_of_date(key, take)

    def _knows_names(self, key: str, take: Take) -> bool:
        """Whether elements are called as they were in a take's request."""
        names = self.scenario.names
        if self._wire is None or self._wire[0] != names:
            self._wire = names, frozenset(map(wire_name, names))
        sent = request_of(self.board, Kind.CLIP, key, take)
        return not isinstance(sent, ClipRequest) or all(
            element.name in self._wire[1] for element in sent.elements
        )

    def causes(self, key: str, take: Take) -> tuple[Cause, ...]:
        """Why a take is out of date; nothing where what it was made with is not known any more."""
        # Most films open with nothing out of date.
        from topa_studio.pipeline.changes import causes_of

        return causes_of(self.freshness(), key, take)

    def estimate(self) -> Estimate:
        """Prices requests against what is there now; the same one until something changes."""
        known = self._estimate
        if known is None or known.scenario is not self.scenario or known.setup is not self.setup:
            known = self._estimate = Estimate(self.scenario, self.setup, self.board, self.digest)
        return known

    def is_barred(self, key: str) -> bool:
        """Whether a batch leaves a shot, as its very request would only cost again."""
        return self.estimate().barred(Wish(Kind.CLIP, key), self.digest(key)) is not None

    def was_made_before(self, key: str) -> bool:
        """Whether a shot's clip lies here already, and is taken over for nothing."""
        return self.estimate().made_before(Wish(Kind.CLIP, key))

    def follow(self, change: DocumentChange) -> None:
        """The film changed: what some shots would be made with may be another now."""
        self.board.former.names = change.after.names
        self._put_in_order(change)
        came_or_went = bool(change.added or change.removed)
        if came_or_went:
            self._twins = _twins(change.after)
        # What lies here of a shot that went counts for others with the same words.
        is_any = came_or_went and bool(self.board.made_before)
        self.forget(None if is_any else remade(change))

    def renamed(self, renamed: Mapping[str, str]) -> tuple[Renamed, ...]:
        """Elements have other names: until they are carried, their pictures are the old ones."""
        found, before = self.carrying.begin(renamed), self.setup
        known = {new: before.pictures.get(old, ()) for old, new in renamed.items()}
        self.setup = replace(before, pictures={**before.pictures, **known})
        return found

    def _put_in_order(self, change: DocumentChange) -> None:
        """Pictures of elements as the film names them now."""
        before, pictures = self.setup, dict(self.setup.pictures)
        for name in change.elements:
            old, new = change.before.element(name), change.after.element(name)
            if old is not None and new is not None and old.pictures != new.pictures:
                pictures[new.name] = self.pictures.in_order(new, pictures.get(new.name, ()))
        if pictures != before.pictures:
            self.setup = Setup(before.catalogue, before.defaults, pictures)

    def forget(self, keys: frozenset[str] | None = None) -> None:
        """What these shots would be made with may be another now; None: any of them."""
        if keys is None:
            self._digests.clear()
        else:
            for key in keys:
                self._digests.pop(key, None)
        self.changed.emit(keys)

    def _on_board(self, subject: Subject) -> None:
        kind, key = subject
        if kind is Kind.PANEL:
            self._digests.pop(key, None)
            before = self.scenario.shot_before(key) if self.scenario.has_shot(key) else None
            if before is not None and before.end == NEXT:
                self.forget(frozenset({before.key}))
        elif kind is Kind.CLIP and (follower := self._follower(key)) is not None:
            now = shown_end(self.scenario, follower, self.board)
            if self._ends.get(follower) != now:
                self._ends[follower] = now
                self.changed.emit(frozenset({follower}))

    def _follower(self, key: str) -> str | None:
        """The shot that starts from the end of this one."""
        if self._followers is None or self._followers[0] is not self.scenario:
            pairs = following(self.scenario).items()
            self._followers = self.scenario, {before: key for key, before in pairs}
        return self._followers[1].get(key)

    # What lies in its folders

    async def load(self, jobs: Iterable[Job]) -> None:
        """Fill the board with these jobs and all results, and see what is there."""
        every = tuple(jobs)
        mine = [job for job in every if job.wish.film in ("", self.layout.film)]
        now = Below(self.setup.defaults, self._document.preparing.ratio, time.time())
        self._held = await self._till.kept.below(
            self.layout.film, now, read_only=bool(self._means.holder)
        )
        takes = await self._till.kept.takes(self.layout.film)
        self.board.former.names = self.scenario.names
        if self.layout.names.exists():
            await self.carrying.load()
        self.board.load(mine, takes, await self.whereabouts.gone(takes))
        know_requests(self.board, (job for job in every if job.wish.film != self.layout.film))
        # A shot made anew never takes the key, and so the takes, of one that was deleted.
        self._document.reserve(
            {*takes[Kind.CLIP], *takes[Kind.PANEL], *(job.wish.key for job in mine)}
        )
        await self.look_at_pictures(is_first=True)
        await self.whereabouts.tell_apart(self.scenario, takes, mine)

    async def look_again(self) -> None:
        """See what the folders hold before anything is paid. Raises ProjectError."""
        await asyncio.to_thread(_look_at_folders, self.layout)
        await self.rescan()

    async def rescan(self) -> None:
        """Look at the folders again: pictures, and clips of whole scenes that came."""
        if self.board.former and not self._means.holder:
            await self.carrying.late()
        await self._till.take_in(self.scenario)
        takes = await self._till.kept.takes(self.layout.film)
        self.board.set_takes(takes, await self.whereabouts.gone(takes))
        await self.look_at_pictures()

    async def carry(self, renamed: Iterable[Renamed]) -> None:
        """An element keeps its pictures under its new name. Raises ProjectError."""
        try:
            await self.carrying.carry(renamed)
        finally:
            await self.rescan()

    async def carried(self) -> None:
        """Wait until renamed elements have their pictures."""
        if self._carrying is not None and self._carrying.names:
            await self._carrying.settled()
            await self.look_at_pictures()

    async def look_at_pictures(self, *, is_first: bool = False) -> None:
        """See what pictures elements and shots have now."""
        film = self.scenario
        pictures = await asyncio.to_thread(self.pictures.scan, film.elements)
        own = await asyncio.to_thread(self.pictures.own, film.shots(), self.may_send)
        before = self.setup
        # Half of them lie there: those of the old name stand for them.
        on_the_way = () if self._carrying is None else self._carrying.names
        known = ((name, before.pictures.get(name)) for name in on_the_way)
        pictures = {**pictures, **{name: found for name, found in known if found}}
        names = _differing(before.pictures, pictures)
        stored = _differing(before.own, own)
        if names or stored:
            self.setup = replace(before, pictures=pictures, own=own)
        if names or stored or is_first:
            touched = needing(self.scenario, names) | naming(self.scenario, stored)
            self.forget(None if is_first else touched)
            self.pictured.emit(frozenset((Kind.VIEW, name) for name in names))


def _differing(before: Mapping[str, object], now: Mapping[str, object]) -> frozenset[str]:
    names = now.keys() | before.keys()
    return frozenset(name for name in names if now.get(name) != before.get(name))


def _twins(film: Scenario) -> Mapping[str, str]:
    return twins(shot.key for shot in film.shots())


def _look_at_folders(layout: Layout) -> None:
    """What is paid for must have a place to come to."""
    try:
        layout.look_for_links()
    except OSError as error:
        path = str(layout.output)
        raise ProjectError("project.not-writable", path=path, reason=reason_of(error)) from error
