"""How many shots are in each filter of the timeline, counted by what changed only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from enum import StrEnum

from topa_studio.model.status import RUNNING, ShotStatus, Stage, is_missing


class Filter(StrEnum):
    """Which shots are shown, in the order of the pills; the others are hidden."""

    ALL = "all"
    MISSING = "missing"
    RUNNING = "running"
    OUT_OF_DATE = "out of date"
    FAILED = "failed"
    NEEDS_YOU = "needs you"
    ACCEPTED = "accepted"


_NONE: frozenset[Filter] = frozenset()


def filters_of(status: ShotStatus, *, locked: bool) -> frozenset[Filter]:
    """Which filters a shot is in, `ALL` left out."""
    found = set()
    if status.stage in RUNNING:
        found.add(Filter.RUNNING)
    if is_missing(status, locked=locked):
        found.add(Filter.MISSING)
    if status.stage is Stage.FAILED:
        found.add(Filter.FAILED)
    if status.stage is Stage.NEEDS_YOU:
        found.add(Filter.NEEDS_YOU)
    if status.out_of_date:
        found.add(Filter.OUT_OF_DATE)
    if locked:
        found.add(Filter.ACCEPTED)
    return frozenset(found)


class Tally:
    """Counts of all filters over the shots it was told of, or those of them that a search leaves.

    Attributes:
        within: keys of the shots that are counted; None: all.
        empty: those that do not say yet what happens: in no filter, and not made.
        changes: how often a shot came, went, or was found in other filters.
    """

    def __init__(
        self, status: Callable[[str], ShotStatus], is_locked: Callable[[str], bool]
    ) -> None:
        self._status = status
        self._is_locked = is_locked
        self._of: dict[str, frozenset[Filter]] = {}
        self._counts = dict.fromkeys(Filter, 0)
        self.within: frozenset[str] | None = None
        self.empty: set[str] = set()
        self.changes = 0

    def take_out(self, keys: Iterable[str]) -> None:
        """These shots are not in the film any more."""
        for key in keys:
            self._put(key, None)
            self.empty.discard(key)

    def expect(self, keys: Iterable[str]) -> None:
        """The film has these, which are looked at later."""
        for key in keys:
            self._put(key, frozenset())

    def update(self, keys: Iterable[str]) -> None:
        """These shots have another status, or are new."""
        for key in keys:
            status = self._status(key)
            self._put(key, filters_of(status, locked=self._is_locked(key)))
            is_empty = status.stage is Stage.EMPTY
            if is_empty != (key in self.empty):
                self.changes += 1
                (self.empty.add if is_empty else self.empty.discard)(key)

    def known(self, keys: Iterable[str]) -> list[str]:
        """Those of `keys` that are in the film."""
        return [key for key in keys if key in self._of]

    def narrow(self, within: frozenset[str] | None) -> None:
        """Count only these shots; None: all of them."""
        self.within = within
        known = self._of
        counted = [known[key] for key in known if within is None or key in within]
        self._counts = dict.fromkeys(Filter, 0)
        # Few kinds of shots come again and again.
        for kinds, times in Counter(counted).items():
            self._count(kinds, times)

    def _put(self, key: str, after: frozenset[Filter] | None) -> None:
        before = self._of.pop(key, None)
        self.changes += before != after
        counts = self.within is None or key in self.within
        if before is not None and counts:
            self._count(before, -1)
        if after is not None:
            self._of[key] = after
            if counts:
                self._count(after, 1)

    def _count(self, kinds: frozenset[Filter], step: int) -> None:
        """So many shots more, or fewer, that are in these filters."""
        self._counts[Filter.ALL] += step
        for kind in kinds:
            self._counts[kind] += step

    @property
    def total(self) -> int:
        """How many shots the film has."""
        return len(self._of)

    def count(self, kind: Filter) -> int:
        """How many of the counted shots are in a filter."""
        return self._counts[kind]

    def filters(self, key: str) -> frozenset[Filter]:
        """Which filters a shot is in, as far as it was looked at."""
        return self._of.get(key, _NONE)

    def matches(self, kinds: frozenset[Filter], key: str) -> bool:
        """Whether a shot is in any of these filters; of no filter, every shot is."""
        return not kinds or not kinds.isdisjoint(self.filters(key))
