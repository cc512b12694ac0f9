"""What a film's credits went into: values for pages and for the command line."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from topa_studio.model.wish import Kind


class Use(StrEnum):
    """What became of what was paid for; each credit that counts as spent is in one of them.

    FILM: clips that stand in the film. PANELS: chosen ones. PICTURES: reference images of elements.
    UNUSED: takes and panels beside the chosen one. CANDIDATES: new pictures nobody kept yet.
    FAILED: charged without a result. OPEN: sent, and on its way. UNKNOWN: sent without an answer.
    REMOVED: of shots, scenes and elements that are not in the film any more.
    """

    FILM = "film"
    PANELS = "panels"
    PICTURES = "pictures"
    UNUSED = "unused"
    REJECTED = "rejected"
    TRASHED = "trashed"
    CANDIDATES = "candidates"
    FAILED = "failed"
    OPEN = "open"
    UNKNOWN = "unknown"
    REMOVED = "removed"


WASTE = frozenset({Use.UNUSED, Use.REJECTED, Use.TRASHED, Use.CANDIDATES, Use.FAILED})
"""What was paid for and is nowhere seen."""


@dataclass(frozen=True, slots=True)
class Share:
    """Credits of a scene, an element or a use; `key` names it, `count` how many results."""

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
class Paid:
    """One result, or one job without one, and what it took.

    Attributes:
        key: the shot's, the element's name, or the scene's key.
        number: of the take, panel or picture.
        credits: None where nobody knows: results of older folders without prices.
        at: when it came or was sent, seconds since 1970.
    """

    kind: Kind
    key: str
    number: int
    use: Use
    credits: float | None
    at: float


@dataclass(frozen=True, slots=True)
class Bill:
    """The money of one shot, scene or element.

    Attributes:
        paid: every result and every job that counts as spent, in the order they came.
        spent: all of them. waste: what of it is nowhere seen.
        waiting: how many stand in line or are on their way.
        estimated: credits of what is missing or in line and not sent yet; None: not known.
        left: what the film's budget still has; None: it has none.
    """

    paid: tuple[Paid, ...] = ()
    spent: float = 0.0
    waste: float = 0.0
    waiting: int = 0
    estimated: float | None = 0.0
    left: float | None = None

    def without_price(self) -> int:
        """How many results nobody knows the price of."""
        return sum(each.credits is None for each in self.paid)


@dataclass(frozen=True, slots=True)
class DiskUse:
    """Bytes on the disk of a film's results.

    Attributes:
        takes: clips and panels outside the trash. trash: those in it; `in_trash` how many.
        pictures: of elements, of all films of the folder.
        rest: copies under the shots' own names, notes, small pictures.
    """

    takes: int
    trash: int
    in_trash: int
    pictures: int
    rest: int


@dataclass(frozen=True, slots=True)
class Costs:
    """Where the credits of a film are.

    Attributes:
        spent: all of it, what is open and unknown included.
        scenes: clips and panels by scene, in the film's order.
        elements: reference images by element; all films of the folder share them.
        removed: shots and elements that are not in the film any more.
        uses: what became of them, by `Use`, each of which is there; together they are `spent`.
        finished_seconds: length of the shots that have a clip, cut as in the film.
        per_second: `spent` by finished second; None before there is one.
        learned: prices that receipts of this folder taught.
        without_price: results of which nobody knows what they took.
    """

    spent: float
    scenes: tuple[Share, ...]
    elements: tuple[Share, ...]
    removed: Share
    uses: tuple[Share, ...]
    finished_seconds: float
    per_second: float | None
    learned: tuple[Learned, ...] = ()
    without_price: int = 0

    def of(self, use: Use) -> Share:
        """What went into one use."""
        return next(share for share in self.uses if share.key == use)

    @property
    def waste(self) -> float:
        """Credits of what is nowhere seen."""
        return round(sum(share.credits for share in self.uses if share.key in WASTE), 3)
