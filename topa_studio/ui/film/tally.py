"""How many shots are in each filter of the timeline, counted by what changed only."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum

from topa_studio.model.status import RUNNING, ShotStatus, Stage, is_missing


class Filter(StrEnum):
    """Which shots are shown; the others are hidden."""

    ALL = "all"
    MISSING = "missing"
    QUEUE = "queue"
    FAILED = "failed"
    NEEDS_YOU = "needs you"
    OUT_OF_DATE = "out of date"


_NONE: frozenset[Filter] = frozenset()


def filters_of(status: ShotStatus, *, locked: bool) -> frozenset[Filter]:
    """Which filters a shot is in, `ALL` left out."""
    found = set()
    if status.stage in RUNNING:
        found.add(Filter.QUEUE)
    if is_missing(status, locked=locked):
        found.add(Filter.MISSING)
    if status.stage is Stage.FAILED:
        found.add(Filter.FAILED)
    if status.stage is Stage.NEEDS_YOU:
        found.add(Filter.NEEDS_YOU)
    if status.out_of_date:
        found.add(Filter.OUT_OF_DATE)
    return frozenset(found)


class Tally:
    """Counts of all filters over the shots it was told of."""

    def __init__(
        self, status: Callable[[str], ShotStatus], is_locked: Callable[[str], bool]
    ) -> None:
        self._status = status
        self._is_locked = is_locked
        self._of: dict[str, frozenset[Filter]] = {}
        self._counts = dict.fromkeys(Filter, 0)

    def take_out(self, keys: Iterable[str]) -> None:
        """These shots are not in the film any more."""
        for key in keys:
            self._put(key, None)

    def expect(self, keys: Iterable[str]) -> None:
        """The film has these, which are looked at later."""
        for key in keys:
            self._put(key, frozenset())

    def update(self, keys: Iterable[str]) -> None:
        """These shots have another status, or are new."""
        for key in keys:
            self._put(key, filters_of(self._status(key), locked=self._is_locked(key)))

    def known(self, keys: Iterable[str]) -> list[str]:
        """Those of `keys` that are in the film."""
        return [key for key in keys if key in self._of]

    def _put(self, key: str, after: frozenset[Filter] | None) -> None:
        before = self._of.pop(key, None)
        for kind in before or ():
            self._counts[kind] -= 1
        for kind in after or ():
            self._counts[kind] += 1
        self._counts[Filter.ALL] += (after is not None) - (before is not None)
        if after is not None:
            self._of[key] = after

    def count(self, kind: Filter) -> int:
        """How many shots are in a filter."""
        return self._counts[kind]

    def filters(self, key: str) -> frozenset[Filter]:
        """Which filters a shot is in, as far as it was looked at."""
        return self._of.get(key, _NONE)

    def matches(self, kind: Filter, key: str) -> bool:
        """Whether a shot is in a filter."""
        return kind is Filter.ALL or kind in self.filters(key)
