"""A press on Generate: what it needs is planned and set aside as a whole before a flow starts."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol, cast

from topa_studio.app.making.screening import Screening
from topa_studio.app.tasks import Slices
from topa_studio.base.errors import StudioError
from topa_studio.base.regular import holds_bytes
from topa_studio.base.signal import Signal
from topa_studio.model.scenario import Shot
from topa_studio.model.status import Dearer, Quote, Trouble
from topa_studio.model.take import Take
from topa_studio.pipeline.board import Board, Subject
from topa_studio.pipeline.flows.maker import Maker
from topa_studio.pipeline.folder.layout import Layout
from topa_studio.pipeline.folder.pictures import named_pictures
from topa_studio.pipeline.job import Kind
from topa_studio.pipeline.money.admission import check_barred
from topa_studio.pipeline.money.budget import ALL_OVER, CostsMore, OverBudget, Press
from topa_studio.pipeline.money.estimate import Estimate
from topa_studio.pipeline.money.plan import Need, Plan, need_of, views_of
from topa_studio.pipeline.money.purse import Purse


class Film(Protocol):
    """What a press asks of the film it is for."""

    def estimate(self) -> Estimate:
        """Prices of requests as the film is now."""
        ...

    async def look_again(self) -> None:
        """See what the folders hold before anything is paid."""
        ...

    def digest(self, key: str) -> str | None:
        """Of the request a shot would be sent with; None where that cannot be told."""
        ...


@dataclass(slots=True)
class _Outlook:
    """A plan, the prices it was made with, and what is not in it."""

    estimate: Estimate
    plan: Plan
    blocked: dict[str, Trouble] = field(default_factory=dict)
    same: dict[str, int] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)


class Presses:
    """Takes presses for one film: what does not fit a budget sends nothing of itself.

    Signals:
        told: why a press of several shots sent nothing.
        dearer: a press that costs more than was shown with it; whoever listens asks the user.
    """

    def __init__(
        self,
        *,
        film: Film,
        board: Board,
        maker: Maker,
        purse: Purse,
        layout: Layout,
        screening: Screening,
        may_send: Callable[[Path], bool],
    ) -> None:
        self.told: Signal[Trouble] = Signal()
        self.dearer: Signal[Dearer] = Signal()
        self._film = film
        self._board = board
        self._maker = maker
        self._purse = purse
        self._layout = layout
        self._screening = screening
        self._may_send = may_send

    async def make(self, keys: Iterable[str], press: Press) -> None:
        """Run the flows of these shots to their ends, unless a budget does not hold them all."""
        await self._run([(Kind.CLIP, key) for key in dict.fromkeys(keys)], press)

    async def make_elements(self, names: Iterable[str], press: Press) -> None:
        """Run the flows of these elements to their ends, unless a budget does not hold them."""
        await self._run([(Kind.VIEW, name) for name in dict.fromkeys(names)], press)

    async def batch(self, keys: Sequence[str], press: Press) -> Quote:
        """What a press for these shots would make and cost, and what of it budgets hold.

        Raises StudioError: the day's budget cannot be read.
        """
        subjects: list[Subject] = [(Kind.CLIP, key) for key in keys]
        outlook = await self._outlook(subjects, press)
        left = await self._purse.left(press)
        quote = await _quote(outlook)
        unpriced = outlook.plan.unpriced()
        _, fits = outlook.plan.fitting(left.least)
        fits = tuple(key for key in fits if press.consent.no_price or key not in unpriced)
        return replace(
            quote,
            blocked={**quote.blocked, **outlook.blocked},
            left=left.least,
            scope=left.scope,
            fits=fits,
            rest=tuple(key for key in quote.shots if key not in set(fits)),
            same=outlook.same,
            lost=tuple(outlook.lost),
            unpriced=unpriced,
        )

    async def fitting_elements(self, names: Sequence[str], press: Press) -> tuple[str, ...]:
        """Of these elements those whose missing pictures budgets hold, in order."""
        outlook = await self._outlook([(Kind.VIEW, name) for name in names], press)
        left = await self._purse.left(press)
        return outlook.plan.fitting(left.least)[0]

    # Inside

    async def _run(self, subjects: list[Subject], press: Press) -> None:
        running = {s for s in subjects if self._board.waiting_since(s) is not None}
        flows = [flow for s in running if (flow := self._maker.flow(s)) is not None]
        fresh = [subject for subject in subjects if subject not in running]
        # Shown in line at once: whoever presses again meanwhile finds them there.
        for subject in fresh:
            self._board.wait(subject)
        try:
            for kind, key in await self._admitted(fresh, press):
                if self._board.waiting_since((kind, key)) is None:
                    # Cancelled while it was admitted: nothing of it may be paid for.
                    continue
                if kind is Kind.CLIP:
                    flows.append(self._maker.start_shot(key, press))
                else:
                    flows.append(self._maker.start_element(key, press))
            await asyncio.gather(*flows, return_exceptions=True)
        finally:
            await self._purse.release(press)

    async def _admitted(self, subjects: list[Subject], press: Press) -> list[Subject]:
        """What may start now: its credits are set aside. The rest is out of line, with a reason."""
        sound: list[Subject] = []
        try:
            await self._film.look_again()
            outlook = await self._outlook(subjects, press)
            troubles = _troubles(outlook, press)
            sound = [subject for subject in subjects if subject[1] not in troubles]
            needs = tuple(n for n in outlook.plan.needs if n.key not in troubles)
            plan = self._planned(outlook.estimate, outlook.plan.elements, needs)
            await self._purse.reserve(plan.parts(), press)
        except OverBudget as error:
            self._refuse(sound, error)
            sound = []
        except CostsMore as error:
            self._ask(sound, press, error)
            sound = []
        except BaseException:
            for subject in subjects:
                self._board.end_wait(subject)
            raise
        for subject in subjects:
            if subject[1] in troubles:
                self._board.end_wait(subject, troubles[subject[1]])
        return sound

    def _refuse(self, subjects: list[Subject], error: OverBudget) -> None:
        """Nothing of the press is sent: said at the shot itself, or once for several."""
        alone = Trouble(error.code, error.params) if len(subjects) == 1 else None
        for subject in subjects:
            self._board.end_wait(subject, alone)
        if alone is None:
            told = {**error.params, "count": len(subjects)}
            self.told.emit(Trouble(ALL_OVER[error.code], told))

    def _ask(self, subjects: list[Subject], press: Press, error: CostsMore) -> None:
        """Nothing of the press is sent, and it is no trouble of its shots: the user is asked."""
        for subject in subjects:
            self._board.end_wait(subject)
        keys = tuple(key for _kind, key in subjects)
        elements = subjects[0][0] is Kind.VIEW
        self.dearer.emit(Dearer(keys, elements, press.consent, error.cost))

    async def _outlook(self, subjects: Sequence[Subject], press: Press) -> _Outlook:
        """Plan a press; in slices, so that a long film never holds the loop."""
        await self._maker.look_elsewhere()
        estimate, slices, same = self._film.estimate(), Slices(), press.consent.same
        needs: list[Need] = []
        outlook = _Outlook(estimate, Plan((), (), {}))
        for kind, key in subjects:
            await slices.rest()
            if kind is not Kind.CLIP:
                continue
            take = None if same else self._same_take(key)
            if take is not None:
                outlook.same[key] = take
                continue
            try:
                if not estimate.scenario.has_shot(key):
                    raise StudioError("pipeline.removed")
                again = press.consent.unknown
                need = need_of(estimate, self._layout.film, key, again=again, same=same)
                if not same and self._is_lost(key):
                    outlook.lost.append(key)
                    raise StudioError("pipeline.clip-lost")
                is_free = estimate.made_before(key) or self._comes_back(key)
                if is_free and not same:
                    needs.append(Need(key, ()))
                    continue
                self._look_at_pictures(estimate.scenario.shot(key))
                if not press.consent.barred:
                    check_barred(estimate.barred(key, self._film.digest(key)))
                needs.append(need)
            except StudioError as error:
                outlook.blocked[key] = Trouble(error.code, error.params)
                continue
            for trouble in await self._screening.picture_troubles(key) if needs[-1].own else ():
                needs.pop()
                outlook.blocked[key] = trouble
                break
        elements = tuple(key for kind, key in subjects if kind is Kind.VIEW)
        outlook.plan = self._planned(estimate, elements, tuple(needs))
        return outlook

    def _look_at_pictures(self, shot: Shot) -> None:
        """Before anything of the shot is paid. Raises StudioError: one may not be sent."""
        for stored in named_pictures(shot):
            if not self._may_send(self._layout.absolute(stored)):
                raise StudioError("pipeline.picture-elsewhere", path=stored)

    def _same_take(self, key: str) -> int | None:
        """The newest take that the very request of a shot has made, if its file is there."""
        takes = self._board.entry(Kind.CLIP, key).takes
        wanted = self._film.digest(key) if takes else None
        same = [n for n, take in takes.items() if wanted and take.digest == wanted]
        there = [n for n in same if holds_bytes(self._layout.absolute(takes[n].path))]
        return max(there, default=None)

    def _comes_back(self, key: str) -> bool:
        """Whether the shot's clip is gone from the disk, and can be fetched again for nothing."""
        return any(self._board.is_kept(take) for take in self._gone(key))

    def _is_lost(self, key: str) -> bool:
        """Whether it was paid for, is gone, and the service has it no more: only the user pays."""
        return bool(self._gone(key)) and not self._comes_back(key)

    def _gone(self, key: str) -> list[Take]:
        """Clips of the very request of a shot whose files are gone; older ones tell no request."""
        gone = self._board.entry(Kind.CLIP, key).missed()
        return [take for take in gone if take.digest in ("", self._film.digest(key))]

    def _planned(
        self, estimate: Estimate, elements: tuple[str, ...], needs: tuple[Need, ...]
    ) -> Plan:
        """The plan of these, with the missing pictures of elements that nobody makes yet."""
        names = dict.fromkeys((*elements, *(n for need in needs for n in need.elements)))
        views = {
            name: views_of(estimate, name)
            for name in names
            if self._maker.flow((Kind.VIEW, name)) is None
        }
        return Plan(elements, needs, views)


def _troubles(outlook: _Outlook, press: Press) -> dict[str, Trouble]:
    """Why some shots are not made, though others are."""
    same = {
        key: Trouble("pipeline.same-request", {"take": take}) for key, take in outlook.same.items()
    }
    unpriced = () if press.consent.no_price else outlook.plan.unpriced()
    return {**outlook.blocked, **same, **dict.fromkeys(unpriced, Trouble("pipeline.no-price"))}


async def _quote(outlook: _Outlook) -> Quote:
    """What the shots of a plan cost; in slices, so that a long film never holds the loop."""
    slices = Slices()
    steps = outlook.estimate.quote_in_steps(need.key for need in outlook.plan.needs)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return cast(Quote, end.value)
        await slices.rest()
