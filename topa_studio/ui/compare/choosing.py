"""Which take stands on which side, and which side keys speak to: values, no widget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

TWO, FOUR = 2, 4


@dataclass(frozen=True, slots=True)
class Sides:
    """Takes by their numbers, from left to right and from above to below.

    Attributes:
        lit: the side that keys speak to. heard: the side that sounds.
    """

    takes: tuple[int, ...]
    lit: int = 0
    heard: int = 0

    @property
    def here(self) -> int:
        """The take on the side that keys speak to."""
        return self.takes[self.lit]

    def put(self, take: int) -> Sides:
        """Another take on the side that keys speak to; one that is on another side changes places.

        The sides always show different takes.
        """
        takes = list(self.takes)
        if take in takes:
            takes[takes.index(take)] = self.here
        takes[self.lit] = take
        return replace(self, takes=tuple(takes))

    def light(self, side: int) -> Sides:
        """Keys speak to this side; around the ends."""
        return replace(self, lit=side % len(self.takes))

    def sound(self, side: int) -> Sides:
        """This side sounds; around the ends."""
        return replace(self, heard=side % len(self.takes))


def first_sides(takes: Sequence[int], chosen: int | None, count: int) -> Sides:
    """The sides as the page opens: the chosen take, and the newest of the others.

    `takes` are in the order of their numbers. Two: the chosen one is on the left; more: all are
    in their order. Keys speak to the newest that is not in the film.
    """
    newest = [take for take in reversed(takes) if take != chosen]
    picked = ([chosen] if chosen in takes and chosen is not None else []) + newest
    shown = picked[:count]
    if count > TWO:
        shown.sort()
    lit = shown.index(newest[0]) if newest and newest[0] in shown else 0
    return Sides(tuple(shown), lit, lit)


def more_or_fewer(sides: Sides, takes: Sequence[int], chosen: int | None, count: int) -> Sides:
    """The same with another number of sides: the take that keys speak to stays."""
    wanted = first_sides(takes, chosen, count)
    if sides.here in wanted.takes:
        place = wanted.takes.index(sides.here)
        return replace(wanted, lit=place, heard=place)
    return wanted.put(sides.here)
