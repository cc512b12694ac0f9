"""What a person says of a take: liked, rejected, in the trash, a note; and a change of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one take.

    Attributes:
        star: liked.
        rejected: kept, and never shown in the film unless it is chosen by its number.
        trashed: since when it is in the trash (seconds since 1970); 0: it is not. Its file stays.
        note: one line about it.
        fits: the digest of a request that it was said to be good for, though it was made with
            another; "": only the one it was made with.
    """

    star: bool = False
    rejected: bool = False
    trashed: float = 0.0
    note: str = ""
    fits: str = ""

    @property
    def is_good(self) -> bool:
        """Whether the film may show it without being told to."""
        return not (self.rejected or self.trashed)


NO_MARKS = Marks()


@dataclass(frozen=True, slots=True)
class TakeRef:
    """A take of a shot by its number; `panel`: one of its panels."""

    key: str
    number: int
    panel: bool = False


@dataclass(frozen=True, slots=True)
class Marking:
    """One take's marks before and after a step."""

    take: TakeRef
    before: Marks
    after: Marks


def taken_back(markings: Iterable[Marking]) -> tuple[Marking, ...]:
    """What undoes these, in their turn."""
    return tuple(Marking(m.take, m.after, m.before) for m in reversed(tuple(markings)))


def joined(first: Iterable[Marking], then: Iterable[Marking]) -> tuple[Marking, ...]:
    """Two steps as one: each take once, as it was before both and is after both."""
    found: dict[TakeRef, Marking] = {}
    for marking in (*first, *then):
        before = found.get(marking.take, marking).before
        found[marking.take] = Marking(marking.take, before, marking.after)
    return tuple(found.values())
