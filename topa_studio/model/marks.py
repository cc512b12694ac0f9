"""What a step changes beside the text: marks of takes, and which pictures of elements lie where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace


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


@dataclass(frozen=True, slots=True)
class Swap:
    """What lies under the name of one picture of an element before and after a step.

    Attributes:
        path: relative to the film's home.
        before, after: SHA-256 of the picture; "": there is none.
    """

    element: str
    path: str
    before: str
    after: str


Aside = Marking | Swap
"""One thing that a step changes beside the text."""


def taken_back(asides: Iterable[Aside]) -> tuple[Aside, ...]:
    """What undoes these, in their turn."""
    return tuple(
        replace(each, before=each.after, after=each.before)  # type: ignore[arg-type]
        for each in reversed(tuple(asides))
    )


def joined(first: Iterable[Aside], then: Iterable[Aside]) -> tuple[Aside, ...]:
    """Two steps as one: each take or place once, as it was before both and is after both."""
    found: dict[object, Aside] = {}
    for each in (*first, *then):
        about: object = each.take if isinstance(each, Marking) else each.path
        known = found.get(about, each)
        found[about] = replace(each, before=known.before)  # type: ignore[arg-type]
    return tuple(found.values())
