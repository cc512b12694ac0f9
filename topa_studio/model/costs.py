"""What a film's credits went into: values for a page and for the command line."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Share:
    """Credits of one scene or element; `key` is its id or name, `count` how many results."""

    key: str
    title: str
    credits: float
    count: int


@dataclass(frozen=True, slots=True)
class Learned:
    """A price that a receipt taught: what it was for, credits, and the day."""

    what: str
    credits: float
    date: str


@dataclass(frozen=True, slots=True)
class Costs:
    """Where the credits of a film are.

    Attributes:
        spent: all of it, what is open and unknown included.
        scenes: clips and panels by scene, in the film's order.
        elements: reference images by element; all films of the folder share them.
        removed: shots and elements that are not in the film any more.
        unused: takes beside the one that stands in the film.
        unknown: sent without an answer, given up ones included: it may be charged or not.
        finished_seconds: length of the shots that have a clip, cut as in the film.
        per_second: `spent` by finished second; None before there is one.
        learned: prices that receipts of this folder taught.
    """

    spent: float
    scenes: tuple[Share, ...]
    elements: tuple[Share, ...]
    removed: Share
    unused: Share
    unknown: Share
    finished_seconds: float
    per_second: float | None
    learned: tuple[Learned, ...] = ()
