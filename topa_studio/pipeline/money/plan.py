"""What a press needs, job by job with prices, and how much of it a budget holds; pure."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from topa_studio.base.errors import StudioError
from topa_studio.model.wish import Variant
from topa_studio.pipeline.job import Kind, Wish
from topa_studio.pipeline.money.budget import Part, limit_units, part_of, price_of
from topa_studio.pipeline.money.estimate import Estimate

Place = tuple[Kind, str, str]


@dataclass(frozen=True, slots=True)
class Need:
    """What one wish takes: its own parts, and those of elements, which wishes share."""

    wish: Wish
    own: tuple[Part, ...] = ()
    elements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole press, in the order it is made.

    `views` holds the missing pictures of each element that is wished or needed, once.
    """

    needs: tuple[Need, ...]
    views: Mapping[str, tuple[Part, ...]]

    def parts(self) -> tuple[Part, ...]:
        """Everything the press needs, each part once."""
        own = self._once(part for need in self.needs for part in need.own)
        return (*(part for found in self.views.values() for part in found), *own)

    def _once(self, parts: Iterable[Part], drawn: Container[Place] = ()) -> list[Part]:
        """A panel that two shots need, one to start from and one to end with, is one part."""
        found: list[Part] = []
        panels: set[Place] = set()
        for part in parts:
            if part.kind is not Kind.PANEL:
                found.append(part)
            elif part.place not in panels and part.place not in drawn:
                panels.add(part.place)
                found.append(part)
        return found

    def unpriced(self) -> tuple[Wish, ...]:
        """Wishes of which some price is not known."""
        return tuple(
            need.wish
            for need in self.needs
            if any(part.credits is None for part in self._of(need, need.elements))
        )

    def fitting(self, left: float | None) -> tuple[Wish, ...]:
        """What `left` credits hold, in order; what is too dear is passed over.

        None: nothing limits it.
        """
        room = None if left is None else limit_units(left)
        drawn: set[str] = set()
        panels: set[Place] = set()
        found = []
        for need in self.needs:
            new = tuple(name for name in need.elements if name not in drawn)
            room, fits = _take(room, self._once(self._of(need, new), panels))
            if fits:
                drawn.update(new)
                panels.update(part.place for part in need.own)
                found.append(need.wish)
        return tuple(found)

    def _of(self, need: Need, names: Iterable[str]) -> list[Part]:
        return [*need.own, *(part for name in names for part in self.views.get(name, ()))]


def _take(room: int | None, parts: Iterable[Part]) -> tuple[int | None, bool]:
    if room is None:
        return None, True
    cost = price_of(parts)
    return (room - cost, True) if cost <= room else (room, False)


def need_of(estimate: Estimate, film: str, wish: Wish, *, again: bool, same: bool = False) -> Need:
    """What a wish takes; nothing where it is paid for, unless the `same` is wished once more.

    Raises StudioError where it cannot be sent, or waits for the user and not `again`.
    """
    if wish.kind is Kind.VIEW:
        return Need(wish, (), (wish.key,))
    kinds = (Kind.CLIP, Kind.PANEL) if wish.kind is Kind.CLIP else (wish.kind,)
    jobs = [job for kind in kinds for job in estimate.board.entry(kind, wish.key).open_jobs()]
    if not again and any(job.needs_user for job in jobs):
        raise StudioError("pipeline.needs-you")
    if any(job.wish.kind is wish.kind and job.is_coming for job in jobs):
        return Need(wish)
    own = []
    for request in estimate.requests(wish, anew=same):
        is_panel = wish.kind is Kind.CLIP and request.kind == "image"
        kind = Kind.PANEL if is_panel else wish.kind
        part = Wish(kind, wish.key, 0, "" if kind.is_of_element else film)
        credits = estimate.price(request).credits
        own += [part_of(part, credits, each) for each in _variants(wish, kind)]
    ahead = estimate.ahead(wish) if wish.kind is Kind.CLIP and own else None
    if ahead is not None:
        key, request = ahead
        own.append(part_of(Wish(Kind.PANEL, key, 0, film), estimate.price(request).credits))
    return Need(wish, tuple(own), estimate.elements_of([wish]))


def _variants(wish: Wish, kind: Kind) -> Sequence[Variant | None]:
    """Of what a wish takes its panel is made once, its clip as often as it is wished."""
    count = wish.variants if kind is wish.kind else 0
    return [Variant(place, count) for place in range(1, count + 1)] or [None]


def views_of(estimate: Estimate, name: str) -> tuple[Part, ...]:
    """The missing pictures of an element."""
    return tuple(
        part_of(Wish(Kind.VIEW, name, number), estimate.price(request).credits)
        for number, request in estimate.numbered_views(name).items()
    )
