"""What a change makes out of date, before it is kept: which shots, and what refreshing them costs.

Accepted shots are left as they are, and shots without a clip are not counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from topa_studio.app.making.money_line import MoneyLine
from topa_studio.app.making.production import Production
from topa_studio.app.making.remade import needing, remade
from topa_studio.app.making.standing import is_stale
from topa_studio.app.steps import Steps
from topa_studio.app.tasks import Slices
from topa_studio.document.document import DocumentChange
from topa_studio.document.edits import Edit
from topa_studio.model.change import Change
from topa_studio.model.marks import Marking
from topa_studio.model.request import Picture
from topa_studio.model.scenario import Scenario
from topa_studio.model.status import Quote
from topa_studio.model.wish import Kind, Wish
from topa_studio.pipeline.changes import causes_of
from topa_studio.pipeline.compose import Setup
from topa_studio.pipeline.folder.pictures import renamed_elements
from topa_studio.pipeline.freshness import Freshness
from topa_studio.pipeline.money.estimate import Estimate
from topa_studio.pipeline.money.sums import Sum, total

Pictures = Mapping[str, tuple[Picture, ...]]
_NOTHING = Quote((), 0, 0, 0.0)


@dataclass(frozen=True, slots=True)
class Impact:
    """Shots that are out of date with a change, and were not without it.

    Attributes:
        keys: in the film's order.
        causes: what of their requests the change makes another.
        quote: what a press that refreshes all would make and cost; what is `left`, of which
            `scope`.
        prices: credits of each shot alone; None: not known.
    """

    keys: tuple[str, ...] = ()
    causes: tuple[Change, ...] = ()
    quote: Quote = _NOTHING
    prices: Mapping[str, float | None] = field(default_factory=dict)

    def cost(self, keys: Iterable[str]) -> float | None:
        """Credits to refresh these of them; None where one price is not known."""
        found = frozenset(keys)
        if found == frozenset(self.keys):
            return self.quote.credits
        known = [price for key in found if (price := self.prices.get(key)) is not None]
        return sum(known) if len(known) == len(found) else None


@dataclass(frozen=True, slots=True)
class Standing:
    """The film before a change of it or of its pictures, to compare with.

    Attributes:
        pictures: of each element. steps: how many steps could be taken back.
    """

    film: Scenario
    pictures: Pictures
    steps: int


class Impacts:
    """Works it out for the open film; nothing is written, asked or sent by it."""

    def __init__(self, production: Production, steps: Steps, money: MoneyLine) -> None:
        self._production, self._steps, self._money = production, steps, money

    @property
    def steps_done(self) -> int:
        """How many steps undo could take back: a change is put back by those that came with it."""
        return self._steps.done

    @property
    def standing(self) -> Standing:
        """The film and its pictures as they are now."""
        return Standing(
            self._production.scenario, self._production.film.setup.pictures, self.steps_done
        )

    async def of(self, edits: Sequence[Edit]) -> Impact:
        """Of edits that are not made. Raises DocumentError: they would be refused."""
        change = await self._steps.outlook(edits)
        if change is None:
            return Impact()
        setup = _carried(self._production.film.setup, change)
        return await self._of(change.after, setup, remade(change))

    async def of_pictures(self, name: str, pictures: Mapping[str, str]) -> Impact:
        """Of other pictures of an element: the SHA-256 of what would lie at each path.

        A path that it has no picture at yet is one more.
        """
        after = self._pictured(name, pictures)
        return await self._of(self._production.scenario, after, needing(self._film, {name}))

    async def spared(
        self, name: str, pictures: Mapping[str, str], keys: Iterable[str]
    ) -> tuple[Marking, ...]:
        """Marks for takes of these shots that are good as they are with other pictures of an
        element, to be set with the same step.
        """
        from topa_studio.app.sparing import spared  # not for the first picture

        freshness = self._production.film.freshness(setup=self._pictured(name, pictures))
        return await spared(self._production, freshness, keys)

    @property
    def _film(self) -> Scenario:
        return self._production.scenario

    def _pictured(self, name: str, pictures: Mapping[str, str]) -> Setup:
        setup = self._production.film.setup
        now = {picture.path: picture for picture in setup.pictures.get(name, ()) if picture.path}
        urls = tuple(picture for picture in setup.pictures.get(name, ()) if not picture.path)
        now |= {path: Picture(path, sha256) for path, sha256 in pictures.items()}
        return replace(setup, pictures={**setup.pictures, name: (*now.values(), *urls)})

    async def since(
        self, before: Scenario, but: Set[str] = frozenset(), pictured: Pictures | None = None
    ) -> Impact:
        """Of all that was edited since the film was so; `but`: keys that are left out.

        `pictured`: elements that have other pictures now, with those that they had then.
        """
        production, found = self._production, []
        film, slices, other = production.scenario, Slices(), pictured or {}
        change = DocumentChange.between("", "edit", before, film)
        keys = remade(change)
        keys = None if keys is None else keys | needing(film, other.keys())
        setup = production.film.setup
        setup = replace(setup, pictures={**setup.pictures, **other})
        then = production.film.freshness(before, _carried(setup, change, back=True))
        for key in _in_order(film, keys):
            await slices.rest()
            if key in but or not (film.has_shot(key) and before.has_shot(key)):
                continue
            status = production.shot(key)
            take = status.chosen if is_stale(film.shot(key), status) else None
            if take is not None and not then.is_out_of_date(key, take):
                found.append(key)
        return await self._told(found, production.film.freshness(film))

    async def _of(self, film: Scenario, setup: Setup, keys: frozenset[str] | None) -> Impact:
        production, found, slices = self._production, [], Slices()
        after = production.film.freshness(film, setup)
        for key in _in_order(film, keys):
            await slices.rest()
            if not production.scenario.has_shot(key):
                continue
            status = production.shot(key)
            would = replace(status, out_of_date=not status.out_of_date)
            take = status.chosen if is_stale(film.shot(key), would) else None
            if take is not None and after.is_out_of_date(key, take):
                found.append(key)
        return await self._told(found, after)

    async def _told(self, keys: Sequence[str], freshness: Freshness) -> Impact:
        """What refreshing these costs, and why they are out of date."""
        estimate = Estimate(freshness.scenario, freshness.setup, freshness.board)
        whole, slices, causes = Sum(), Slices(), set[Change]()
        prices: dict[str, float | None] = {}
        for key in keys:
            await slices.rest()
            wish = Wish(Kind.CLIP, key)
            share = estimate.share(wish)
            whole.put(wish, share)
            prices[key] = None if share.blocked else total(Counter(share.prices))
            take = self._production.stands(key).chosen
            told = () if take is None else causes_of(freshness, key, take)
            causes.update(cause.change for cause in told)
        money = self._money.left()
        quote = replace(estimate.quote_of(whole), left=money.left, scope=money.scope)
        named = tuple(change for change in Change if change in causes)
        return Impact(tuple(keys), named, quote, prices)


def _in_order(film: Scenario, keys: frozenset[str] | None) -> list[str]:
    """In the film's order; None: all of them."""
    return [shot.key for shot in film.shots() if keys is None or shot.key in keys]


def _carried(setup: Setup, change: DocumentChange, *, back: bool = False) -> Setup:
    """With the pictures of renamed elements, which go with them."""
    renamed = renamed_elements(change.before, change.after)
    names = {new: old for old, new in renamed.items()} if not back else renamed
    found = {to: setup.pictures[of] for to, of in names.items() if of in setup.pictures}
    known = {name: got for name, got in found.items() if name not in setup.pictures}
    return replace(setup, pictures={**setup.pictures, **known}) if known else setup
