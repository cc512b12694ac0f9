"""Which shot of a script goes on as which in a newer one: alike, changed, moved, new or gone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from topa_studio.film.scripts.breakdown import Breakdown, PlannedShot

_ALIKE, _SURELY = 0.5, 0.75
_MOST_COMPARED = 4_000
_LONGEST_COMPARED = 1_200
_MOST_ALIKE = 2_000


@dataclass(frozen=True, slots=True)
class Placed:
    """A planned shot and where it is: the numbers of its scene and its own, from 0."""

    shot: PlannedShot
    scene: int
    place: int


@dataclass(frozen=True, slots=True)
class Matching:
    """How two breakdowns go together.

    Attributes:
        old, new: their shots in order.
        pairs: number of a new shot -> of the old one that it was.
        scenes: number of a new scene -> of the old one that it was.
    """

    old: tuple[Placed, ...]
    new: tuple[Placed, ...]
    pairs: Mapping[int, int]
    scenes: Mapping[int, int]


def matched(before: Breakdown, after: Breakdown) -> Matching:
    """Compare two breakdowns that were made with the same choices."""
    old, new = tuple(_placed(before)), tuple(_placed(after))
    pairs = dict(_in_order(old, new))
    pairs.update(_moved(old, new, pairs))
    return Matching(old, new, pairs, _scenes(before, after, old, new, pairs))


def _placed(film: Breakdown) -> Iterator[Placed]:
    for number, scene in enumerate(film.scenes):
        for place, shot in enumerate(scene.shots):
            yield Placed(shot, number, place)


def words(shot: PlannedShot) -> str:
    """What a shot says, whatever elements it has: its words without marks."""
    said = " ".join(f"{line.who} {line.text}" for line in shot.lines)
    return shot.plain or said


def _in_order(old: Sequence[Placed], new: Sequence[Placed]) -> Iterator[tuple[int, int]]:
    """New and old shots that follow each other alike in both."""
    ours, theirs = ([words(each.shot) for each in side] for side in (old, new))
    first = _shared(ours, theirs)
    last = min(_shared(ours[::-1], theirs[::-1]), min(len(ours), len(theirs)) - first)
    yield from ((at, at) for at in range(first))
    yield from ((len(theirs) - at, len(ours) - at) for at in range(last, 0, -1))
    left, right = ours[first : len(ours) - last], theirs[first : len(theirs) - last]
    # Where the same words stand a thousand times, each of them would be compared with each.
    often = max(len(left), len(right)) > _MOST_ALIKE
    for code, *span in SequenceMatcher(None, left, right, autojunk=often).get_opcodes():
        a, b, c, d = (place + first for place in span)
        if code == "equal":
            yield from zip(range(c, d), range(a, b), strict=True)
        elif code == "replace":
            yield from _changed(ours, theirs, range(a, b), range(c, d))


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many are the same from the beginning on."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _changed(
    ours: Sequence[str], theirs: Sequence[str], old: range, new: range
) -> Iterator[tuple[int, int]]:
    """Where other words stand at one place: those of them that are alike, in order."""
    if len(old) == len(new) == 1:
        if _likeness(ours[old[0]], theirs[new[0]]) >= _ALIKE / 2:
            yield new[0], old[0]
        return
    if len(old) * len(new) > _MOST_COMPARED:
        return
    best: list[list[float]] = [[0.0] * (len(new) + 1) for _row in range(len(old) + 1)]
    like: dict[tuple[int, int], float] = {}
    for a in range(len(old) - 1, -1, -1):
        for b in range(len(new) - 1, -1, -1):
            found = _likeness(ours[old[a]], theirs[new[b]])
            like[a, b] = found
            with_it = found + best[a + 1][b + 1] if found >= _ALIKE else 0.0
            best[a][b] = max(best[a + 1][b], best[a][b + 1], with_it)
    a = b = 0
    while a < len(old) and b < len(new):
        found = like[a, b]
        if found >= _ALIKE and best[a][b] == found + best[a + 1][b + 1]:
            yield new[b], old[a]
            a, b = a + 1, b + 1
        elif best[a][b] == best[a + 1][b]:
            a += 1
        else:
            b += 1


def _likeness(one: str, other: str) -> float:
    """How alike two texts are, by their words."""
    if one == other:
        return 1.0
    left, right = (text[:_LONGEST_COMPARED].casefold().split() for text in (one, other))
    if not left or not right:
        return 0.0
    shared = (Counter(left) & Counter(right)).total()
    most = 2 * shared / (len(left) + len(right))
    return most if most < _ALIKE / 2 else (
        most + SequenceMatcher(None, left, right, autojunk=False).ratio()
    ) / 2  # fmt: skip


def _moved(
    old: Sequence[Placed], new: Sequence[Placed], pairs: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """Shots that stand at another place now, with the same words or nearly these."""
    known = set(pairs.values())
    gone = [at for at in range(len(old)) if at not in known]
    come = [at for at in range(len(new)) if at not in pairs]
    by_words: dict[str, list[int]] = defaultdict(list)
    for at in gone:
        by_words[words(old[at].shot)].append(at)
    rest, taken = [], set()
    for at in come:
        same = by_words.get(words(new[at].shot))
        if same:
            taken.add(same[0])
            yield at, same.pop(0)
        else:
            rest.append(at)
    left = [at for at in gone if at not in taken]
    if len(left) * len(rest) > _MOST_COMPARED:
        return
    for at in rest:
        text = words(new[at].shot)
        likely = max(left, key=lambda n: _likeness(words(old[n].shot), text), default=None)
        if likely is not None and _likeness(words(old[likely].shot), text) >= _SURELY:
            left.remove(likely)
            yield at, likely


def _scenes(
    before: Breakdown,
    after: Breakdown,
    old: Sequence[Placed],
    new: Sequence[Placed],
    pairs: Mapping[int, int],
) -> dict[int, int]:
    """Scenes go together with which they share most shots, else by their headings."""
    shared = Counter((new[now].scene, old[then].scene) for now, then in pairs.items())
    same_head = {
        (now, then)
        for now, then in shared
        if after.scenes[now].heading == before.scenes[then].heading
    }
    found: dict[int, int] = {}
    # One whose heading is the same goes before one that shares as many shots.
    ranked = sorted(shared, key=lambda p: (-shared[p], p not in same_head, abs(p[0] - p[1])))
    for now, then in ranked:
        if now not in found and then not in found.values():
            found[now] = then
    heads: dict[str, list[int]] = defaultdict(list)
    used = set(found.values())
    for then, scene in enumerate(before.scenes):
        if then not in used:
            heads[scene.heading].append(then)
    for now, scene in enumerate(after.scenes):
        if now not in found and heads.get(scene.heading):
            found[now] = heads[scene.heading].pop(0)
    return found


def longest_rise(numbers: Sequence[int]) -> set[int]:
    """Places of a longest run of rising numbers: all others have changed their place."""
    from bisect import bisect_left

    ends: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        where = bisect_left(ends, number)
        before.append(at[where - 1] if where else -1)
        if where == len(ends):
            ends.append(number)
            at.append(place)
        else:
            ends[where], at[where] = number, place
    found: set[int] = set()
    place = at[-1] if at else -1
    while place >= 0:
        found.add(place)
        place = before[place]
    return found
