"""A press on Generate: what it needs is planned and set aside as a whole before a flow starts."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import cast

from topa_studio.app.making.film_now import FilmNow
from topa_studio.app.making.screening import Screening
from topa_studio.app.tasks import Slices
from topa_studio.base.errors import StudioError
from topa_studio.base.regular import holds_bytes
from topa_studio.base.signal import Signal
from topa_studio.model.scenario import Shot
from topa_studio.model.status import Dearer, Quote, Trouble
from topa_studio.model.take import Take
from topa_studio.model.wish import Kind, Wish
from topa_studio.pipeline.board import Subject
from topa_studio.pipeline.choice import chosen_take
from topa_studio.pipeline.flows.before import Before
from topa_studio.pipeline.flows.maker import Maker
from topa_studio.pipeline.freshness import digests_before
from topa_studio.pipeline.money.budget import (
    ALL_OVER,
    CostsMore,
    OverBudget,
    Press,
    check_barred,
)
from topa_studio.pipeline.money.estimate import Estimate
from topa_studio.pipeline.money.plan import Need, Plan, need_of, views_of
from topa_studio.pipeline.till import Till


@dataclass(slots=True)
class _Outlook:
    """A plan, the prices it was made with, and what is not in it."""

    estimate: Estimate
    plan: Plan
    wished: Set[Subject]
    blocked: dict[Wish, Trouble] = field(default_factory=dict)
    same: dict[Wish, int] = field(default_factory=dict)
    lost: list[Wish] = field(default_factory=list)


class Presses:
    """Takes presses for one film: what does not fit a budget sends nothing of itself.

    Signals:
        told: why a press of several sent nothing.
        dearer: a press that costs more than was shown with it; whoever listens asks the user.
    """

    def __init__(
        self, film: FilmNow, maker: Maker, before: Before, till: Till, screening: Screening
    ) -> None:
        self.told: Signal[Trouble] = Signal()
        self.dearer: Signal[Dearer] = Signal()
        self._film = film
        self._board, self._layout = film.board, film.layout
        self._maker, self._before = maker, before
        self._budgets = till.budgets
        self._screening = screening

    async def make(self, wishes: Iterable[Wish], press: Press) -> None:
        """Run the flows of these to their ends, unless a budget does not hold them all."""
        every = tuple({wish.subject: wish for wish in wishes}.values())
        flows = [flow for w in every if (flow := self._maker.flow(w.subject)) is not None]
        fresh = [wish for wish in every if self._board.waiting_since(wish.subject) is None]
        # Shown in line at once: whoever presses again meanwhile finds them there.
        for wish in fresh:
            self._board.wait(wish.subject, wish.variants)
        try:
            admitted = await self._admitted(fresh, press)
            # What was cancelled while it was admitted may not be paid for.
            still = [w for w in admitted if self._board.waiting_since(w.subject) is not None]
            flows += [self._maker.start(wish, press) for wish in still]
            await asyncio.gather(*flows, return_exceptions=True)
        finally:
            await self._budgets.release(press)

    async def batch(self, wishes: Iterable[Wish], press: Press) -> Quote:
        """What a press for these would make and cost, and what of it budgets hold.

        Raises StudioError: the day's budget cannot be read.
        """
        outlook = await self._outlook(wishes, press)
        left = await self._budgets.left(press)
        quote = await _quote(outlook)
        unpriced = outlook.plan.unpriced()
        held = set() if press.consent.no_price else set(unpriced)
        fits = tuple(wish for wish in outlook.plan.fitting(left.least) if wish not in held)
        return replace(
            quote,
            blocked={**quote.blocked, **outlook.blocked},
            left=left.least,
            scope=left.scope,
            fits=fits,
            rest=tuple(wish for wish in quote.wishes if wish not in set(fits)),
            same=outlook.same,
            lost=tuple(outlook.lost),
            unpriced=unpriced,
        )

    # Inside

    async def _admitted(self, wishes: list[Wish], press: Press) -> list[Wish]:
        """What may start now: its credits are set aside. The rest is out of line, with a reason."""
        sound: list[Wish] = []
        try:
            await self._film.look_again()
            outlook = await self._outlook(wishes, press)
            troubles = _troubles(outlook, press)
            sound = [wish for wish in wishes if wish not in troubles]
            needs = [need for need in outlook.plan.needs if need.wish not in troubles]
            await self._budgets.reserve(self._planned(outlook.estimate, needs).parts(), press)
        except OverBudget as error:
            self._refuse(sound, error)
            sound = []
        except CostsMore as error:
            self._ask(sound, press, error)
            sound = []
        except BaseException:
            for wish in wishes:
                self._board.end_wait(wish.subject)
            raise
        for wish in wishes:
            if wish in troubles:
                self._board.end_wait(wish.subject, troubles[wish])
        return sound

    def _refuse(self, wishes: list[Wish], error: OverBudget) -> None:
        """Nothing of the press is sent: said at the one that was wished, or once for several."""
        alone = Trouble(error.code, error.params) if len(wishes) == 1 else None
        for wish in wishes:
            self._board.end_wait(wish.subject, alone)
        if alone is None:
            told = {**error.params, "count": len(wishes)}
            self.told.emit(Trouble(ALL_OVER[error.code], told))

    def _ask(self, wishes: list[Wish], press: Press, error: CostsMore) -> None:
        """Nothing of the press is sent, and that is no trouble of its own: the user is asked."""
        for wish in wishes:
            self._board.end_wait(wish.subject)
        self.dearer.emit(Dearer(tuple(wishes), press.consent, error.cost))

    async def _outlook(self, wishes: Iterable[Wish], press: Press) -> _Outlook:
        """Plan a press; in slices, so that a long film never holds the loop."""
        await self._before.look()
        estimate, slices = self._film.estimate(), Slices()
        needs: list[Need] = []
        wishes = tuple(wishes)
        outlook = _Outlook(estimate, Plan((), {}), {wish.subject for wish in wishes})
        for wish in wishes:
            await slices.rest()
            try:
                if not wish.kind.is_of_element and not estimate.scenario.has_shot(wish.key):
                    raise StudioError("pipeline.removed")
                same = press.consent.same or wish.variants > 0
                take = None if same else self._same_take(wish)
                if take is not None:
                    outlook.same[wish] = take
                    continue
                need = self._need(wish, outlook, press)
            except StudioError as error:
                outlook.blocked[wish] = Trouble(error.code, error.params)
                continue
            troubles = await self._screening.picture_troubles(wish) if need.own else ()
            if troubles:
                outlook.blocked[wish] = troubles[0]
            else:
                needs.append(need)
        outlook.plan = self._planned(estimate, needs)
        return outlook

    def _need(self, wish: Wish, outlook: _Outlook, press: Press) -> Need:
        """What it takes. Raises StudioError: nothing of it is sent."""
        estimate, same = outlook.estimate, press.consent.same or wish.variants > 0
        again, film = press.consent.unknown, self._layout.film
        need = need_of(estimate, film, wish, again=again, same=same)
        if not same and self._is_lost(wish):
            outlook.lost.append(wish)
            raise StudioError("pipeline.clip-lost")
        if not same and (estimate.made_before(wish) or self._comes_back(wish)):
            return Need(wish)
        if wish.kind is Kind.CLIP:
            self._look_at_pictures(estimate.scenario.shot(wish.key))
            self._look_at_previous(wish, outlook)
            self._look_at_next(wish, estimate)
        if not press.consent.barred and not wish.kind.is_of_element:
            check_barred(estimate.barred(wish, *self._digests(wish)[:1]))
        return need

    def _look_at_pictures(self, shot: Shot) -> None:
        """Before anything of the shot is paid. Raises StudioError: one may not be sent."""
        for _, stored in shot.own_frames:
            if not self._film.may_send(self._layout.absolute(stored)):
                raise StudioError("pipeline.picture-elsewhere", path=stored)

    def _look_at_previous(self, wish: Wish, outlook: _Outlook) -> None:
        """The shot before, whose end it starts from, is made or comes. Raises StudioError."""
        scenario = outlook.estimate.scenario
        before = scenario.shot_before(wish.key)
        if scenario.shot(wish.key).start != "previous" or before is None or before.still:
            return
        subject = (Kind.CLIP, before.key)
        entry = self._board.entry(*subject)
        if subject in outlook.wished:
            comes = all(other.subject != subject for other in outlook.blocked)
        else:
            begun = self._maker.flow(subject), self._board.waiting_since(subject)
            comes = begun != (None, None) or any(job.is_coming for job in entry.open_jobs())
        if not comes and chosen_take(before, entry) is None:
            raise StudioError("pipeline.previous-not-made", shot=scenario.number_of(before.key))

    def _look_at_next(self, wish: Wish, estimate: Estimate) -> None:
        """A panel that the clip ends with can be drawn. Raises StudioError: it cannot."""
        ahead = estimate.ahead(wish)
        why = None if ahead is None else self._film.why_not((Kind.PANEL, ahead[0]))
        if ahead is not None and why is not None:
            number = estimate.scenario.number_of(ahead[0])
            raise StudioError("pipeline.next-not-made", shot=number, reason=why)

    def _digests(self, wish: Wish) -> tuple[str, ...]:
        """Of the request it would be sent with, now and by earlier versions; none: not known."""
        match wish.kind:
            case Kind.CLIP:
                found = self._film.digest(wish.key)
                return () if found is None else (found, *self._under_old_names(wish.key))
            case Kind.PANEL:
                return self._film.estimate().panels(wish.key)
            case _:
                return ()

    def _under_old_names(self, key: str) -> tuple[str, ...]:
        """As it would be sent with the names that elements had before: nobody sees a name."""
        film = self._film
        return digests_before(film.scenario, key, film.setup, film.board)

    def _same_take(self, wish: Wish) -> int | None:
        """The newest take that the very request of a wish has made, if its file is there."""
        takes = self._board.entry(*wish.subject).takes
        wanted = self._digests(wish) if takes else ()
        same = [n for n, take in takes.items() if take.digest and take.digest in wanted]
        there = [n for n in same if holds_bytes(self._layout.absolute(takes[n].path))]
        return max(there, default=None)

    def _comes_back(self, wish: Wish) -> bool:
        """Whether its result is gone from the disk, and can be fetched again for nothing."""
        return any(self._board.is_kept(take) for take in self._gone(wish))

    def _is_lost(self, wish: Wish) -> bool:
        """Whether it was paid for, is gone, and the service has it no more: only the user pays."""
        return bool(self._gone(wish)) and not self._comes_back(wish)

    def _gone(self, wish: Wish) -> list[Take]:
        """Results of its very request whose files are gone; older ones tell no request."""
        gone = self._board.entry(*wish.subject).missed()
        return [take for take in gone if take.digest in ("", *self._digests(wish))]

    def _planned(self, estimate: Estimate, needs: Sequence[Need]) -> Plan:
        """The plan of these, with the missing pictures of elements that nobody makes yet."""
        names = dict.fromkeys(name for need in needs for name in need.elements)
        views = {
            name: views_of(estimate, name)
            for name in names
            if self._maker.flow((Kind.VIEW, name)) is None
        }
        return Plan(tuple(needs), views)


def _troubles(outlook: _Outlook, press: Press) -> dict[Wish, Trouble]:
    """Why some are not made, though others are."""
    same = {
        wish: Trouble("pipeline.same-request", {"take": take})
        for wish, take in outlook.same.items()
    }
    unpriced = () if press.consent.no_price else outlook.plan.unpriced()
    return {**outlook.blocked, **same, **dict.fromkeys(unpriced, Trouble("pipeline.no-price"))}


async def _quote(outlook: _Outlook) -> Quote:
    """What a plan costs; in slices, so that a long film never holds the loop."""
    slices = Slices()
    steps = outlook.estimate.quote_in_steps(need.wish for need in outlook.plan.needs)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return cast(Quote, end.value)
        await slices.rest()
