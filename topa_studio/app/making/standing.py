"""How the shots of a film stand and what they cost, kept by shot: only what changed is asked again.

Whoever wants a number of the whole film finds it here; none of them goes through all shots.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from topa_studio.app.making.production import Production
from topa_studio.base.signal import Signal
from topa_studio.model.scenario import Shot
from topa_studio.model.status import RUNNING, Quote, ShotStatus, Stage, is_missing
from topa_studio.model.wish import Kind, Wish
from topa_studio.pipeline.board import Subject
from topa_studio.pipeline.money.sums import Share, Sum
from topa_studio.pipeline.money.unsent import unsent_share

_FEW = 100


class Standing:
    """Follows one film.

    Where an act touched a great part of a long film, the numbers from before stand until whoever
    goes through `steps` is done.

    Attributes:
        unsent: what of clips that are missing or in work was not sent yet.
    Signals:
        settled: such numbers are true again.
    """

    def __init__(self, production: Production) -> None:
        self.settled: Signal[None] = Signal()
        self.unsent = Sum()
        self._missing, self._stale = Sum(), Sum()
        self._production, self._film = production, production.film
        self._stages: dict[str, Stage] = {}
        self._alike: dict[Share, Share] = {}
        self._count: Counter[Stage] = Counter()
        self._unsendable = production.film.unsendable
        self._edition = production.board.prices.edition
        self._touched: dict[str, None] = {}
        self._touch(None)
        production.board.changed.connect(self._on_board)
        production.film.changed.connect(self._touch)

    def count(self, stage: Stage) -> int:
        """How many shots are so far."""
        self.catch_up()
        return self._count[stage]

    def missing(self) -> Quote:
        """What a press for all that is missing would make and cost, in no order."""
        return self._quote(self._missing)

    def stale(self) -> Quote:
        """What a press for all that is out of date would make and cost, in no order."""
        return self._quote(self._stale)

    def share(self, wish: Wish) -> Share:
        """What a wish adds to a press, as it is kept where it is."""
        self._look_around()
        known = None if wish.key in self._touched else self._missing.wishes.get(wish)
        return known or self._film.estimate().share(wish)

    def settle(self) -> None:
        """Ask again what was touched, all at once."""
        for _step in self.steps():
            pass

    def steps(self) -> Iterator[None]:
        """Ask again what was touched, a shot a step."""
        self._look_around()
        were_many = len(self._touched) > _FEW
        while self._touched:
            self._ask(self._touched.popitem()[0])
            yield
        if were_many:
            self.settled.emit(None)

    def _quote(self, found: Sum) -> Quote:
        self.catch_up()
        return self._film.estimate().quote_of(found)

    def catch_up(self) -> None:
        """Ask again what was touched, but not if it is a great part of a long film."""
        self._look_around()
        if len(self._touched) <= _FEW or not self._stages:
            self.settle()

    def _on_board(self, subject: Subject) -> None:
        if subject[0] in (Kind.CLIP, Kind.PANEL):
            self._touched[subject[1]] = None

    def _touch(self, keys: Iterable[str] | None) -> None:
        if keys is None:
            keys = (*self._stages, *(shot.key for shot in self._film.scenario.shots()))
        self._touched.update(dict.fromkeys(keys))

    def _look_around(self) -> None:
        """What concerns shots that nobody names: mistakes, and prices that receipts taught."""
        now, edition = self._film.unsendable, self._production.board.prices.edition
        if now is not self._unsendable:
            self._touch(now.differs(self._unsendable))
        if edition != self._edition:
            self._touch(None)
        self._unsendable, self._edition = now, edition

    def _ask(self, key: str) -> None:
        film, wish = self._film.scenario, Wish(Kind.CLIP, key)
        before = self._stages.pop(key, None)
        if before is not None:
            self._count[before] -= 1
        if not film.has_shot(key):
            for each in (self._missing, self._stale, self.unsent):
                each.put(wish, None)
            return
        shot, status = film.shot(key), self._production.shot(key)
        self._stages[key] = status.stage
        self._count[status.stage] += 1
        missing, estimate = is_missing(status, locked=shot.locked), self._film.estimate()
        stale, mistake = is_stale(shot, status), self._film.unsendable.shot(key)
        share = None
        if missing or stale:
            share = Share(blocked=mistake) if mistake else self._one(estimate.share(wish))
        self._missing.put(wish, share if missing else None)
        self._stale.put(wish, share if stale else None)
        wanted = mistake is None and (missing or status.stage in RUNNING)
        self.unsent.put(wish, self._one(unsent_share(estimate, wish)) if wanted else None)

    def _one(self, share: Share | None) -> Share | None:
        """Most shots of a film are alike: they share what they add."""
        if share is None or share.blocked is not None:
            return share
        return self._alike.setdefault(share, share)


def is_stale(shot: Shot, status: ShotStatus) -> bool:
    """Whether a refresh makes a shot again: not what runs, is accepted or needs an answer."""
    at_rest = status.stage not in RUNNING | {Stage.NEEDS_YOU}
    return status.out_of_date and at_rest and not shot.locked
