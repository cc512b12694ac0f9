"""Which entries of a list stay when it is given new ones, and the gaps between them."""

from __future__ import annotations

from typing import NamedTuple


class Gap(NamedTuple):
    """Entries of the old list that do not stay, and those of the new list in place of them."""

    old: slice
    new: slice


def gaps(old: list[object], new: list[object], came: list[int]) -> list[Gap]:
    """What lies between entries that stay, in order; as many of them stay as can.

    Of several that are the same it is told by `came` which one stays: where each new one was,
    behind all where it is new; [] where that is not known.
    Where that would take an entry out and write one anew elsewhere, which may be the same one that
    has moved and changed, only what both lists begin and end with stays.
    """
    staying = _as_told(old, new, came) if came else _staying(old, new)
    found = _between(old, new, staying)
    grow = [len(new[gap.new]) - len(old[gap.old]) for gap in found]
    if min(grow, default=0) < 0 < max(grow, default=0):
        first, last = found[0], found[-1]
        return [Gap(slice(first.old.start, last.old.stop), slice(first.new.start, last.new.stop))]
    return found


def _between(old: list[object], new: list[object], staying: list[tuple[int, int]]) -> list[Gap]:
    found: list[Gap] = []
    above, below = 0, 0
    for left, right in [*staying, (len(old), len(new))]:
        if above < left or below < right:
            found.append(Gap(slice(above, left), slice(below, right)))
        above, below = left + 1, right + 1
    return found


def _as_told(old: list[object], new: list[object], came: list[int]) -> list[tuple[int, int]]:
    pairs = [(left, right) for right, left in enumerate(came) if left < len(old)]
    return [(left, right) for left, right in pairs if _alike(old[left], new[right])]


def _staying(old: list[object], new: list[object]) -> list[tuple[int, int]]:
    """Places in both lists of the longest row of entries that both have."""
    most = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for left in reversed(range(len(old))):
        for right in reversed(range(len(new))):
            most[left][right] = (
                most[left + 1][right + 1] + 1
                if _alike(old[left], new[right])
                else max(most[left + 1][right], most[left][right + 1])
            )
    pairs: list[tuple[int, int]] = []
    left = right = 0
    while left < len(old) and right < len(new):
        if _alike(old[left], new[right]):
            pairs.append((left, right))
            left, right = left + 1, right + 1
        elif most[left + 1][right] >= most[left][right + 1]:
            left += 1
        else:
            right += 1
    return pairs


def _alike(old: object, new: object) -> bool:
    return type(old) is type(new) and old == new
