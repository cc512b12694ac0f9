"""Three-way comparison of sequences: what both sides left, what one changed, what both changed."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Region(Generic[T]):
    """A stretch of the three sequences; the parts lie one behind the other without a gap."""

    base: tuple[T, ...]
    ours: tuple[T, ...]
    theirs: tuple[T, ...]

    @property
    def merged(self) -> tuple[T, ...] | None:
        """What stands here after the merge; None: both sides changed it, differently."""
        if self.ours == self.theirs or self.theirs == self.base:
            return self.ours
        return self.theirs if self.ours == self.base else None


def regions(base: Sequence[T], ours: Sequence[T], theirs: Sequence[T]) -> Iterator[Region[T]]:
    """The three sequences cut into regions, in order."""
    b = o = t = 0
    for start, in_ours, in_theirs, length in _shared(base, ours, theirs):
        yield Region(tuple(base[b:start]), tuple(ours[o:in_ours]), tuple(theirs[t:in_theirs]))
        same = tuple(base[start : start + length])
        yield Region(same, same, same)
        b, o, t = start + length, in_ours + length, in_theirs + length
    yield Region(tuple(base[b:]), tuple(ours[o:]), tuple(theirs[t:]))


def with_marks(base: str, ours: str, theirs: str) -> tuple[str, bool]:
    """The merged lines, with git's marks around what both changed; and whether there were any."""
    parts: list[str] = []
    clashed = False
    for region in regions(*(text.splitlines(keepends=True) for text in (base, ours, theirs))):
        lines = region.merged
        if lines is None:
            clashed = True
            lines = _marked(region.ours, region.theirs)
        parts += lines
    return "".join(parts), clashed


def difference(ours: str, theirs: str) -> str:
    """The lines of two versions, with git's marks around what is not in both."""
    first, second = (text.splitlines(keepends=True) for text in (ours, theirs))
    parts: list[str] = []
    a = b = 0
    for start, in_theirs, length in [*_blocks(first, second), (len(first), len(second), 0)]:
        if start > a or in_theirs > b:
            parts += _marked(tuple(first[a:start]), tuple(second[b:in_theirs]))
        parts += first[start : start + length]
        a, b = start + length, in_theirs + length
    return "".join(parts)


def _marked(ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, ...]:
    head = ("<<<<<<< ours\n", *_ended(ours), "=======\n")
    return (*head, *_ended(theirs), ">>>>>>> theirs\n")


def _ended(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(line if line.endswith("\n") else f"{line}\n" for line in lines)


def _shared(
    base: Sequence[T], ours: Sequence[T], theirs: Sequence[T]
) -> Iterator[tuple[int, int, int, int]]:
    """Stretches of the base that both sides kept: places in the three, and the length."""
    left, right = _blocks(base, ours), _blocks(base, theirs)
    i = j = 0
    while i < len(left) and j < len(right):
        (a, in_ours, length), (b, in_theirs, width) = left[i], right[j]
        start, end = max(a, b), min(a + length, b + width)
        if start < end:
            yield start, in_ours + start - a, in_theirs + start - b, end - start
        if a + length < b + width:
            i += 1
        else:
            j += 1


def _blocks(base: Sequence[T], side: Sequence[T]) -> list[tuple[int, int, int]]:
    """Equal stretches of two sequences; the common ends are not searched."""
    head = 0
    limit = min(len(base), len(side))
    while head < limit and base[head] == side[head]:
        head += 1
    tail = 0
    while tail < limit - head and base[-1 - tail] == side[-1 - tail]:
        tail += 1
    inner = SequenceMatcher(None, base[head : len(base) - tail], side[head : len(side) - tail])
    found = [(0, 0, head)]
    found += [(m.a + head, m.b + head, m.size) for m in inner.get_matching_blocks()]
    found.append((len(base) - tail, len(side) - tail, tail))
    return [block for block in found if block[2]]
