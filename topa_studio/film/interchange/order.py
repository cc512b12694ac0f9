"""How a film's scenes and shots come into another order with the fewest moves."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from topa_studio.document.edits import Edit, MoveScene, MoveShot


class Order:
    """The keys of a film's shots, scene by scene, while they are moved.

    `edits` are the moves so far.
    """

    def __init__(self, scenes: Iterable[tuple[str, Sequence[str]]]) -> None:
        self.edits: list[Edit] = []
        self._scenes = [(scene, list(keys)) for scene, keys in scenes]
        self._home = {key: scene for scene, keys in self._scenes for key in keys}
        self._now = {key: each for each in self._scenes for key in each[1]}

    @property
    def scenes(self) -> Sequence[tuple[str, Sequence[str]]]:
        """Each scene with the keys of its shots, as they stand now."""
        return self._scenes

    @property
    def keys(self) -> list[str]:
        """All keys in the film's order."""
        return [key for _scene, keys in self._scenes for key in keys]

    def reorder(self, wanted: Sequence[str], loose: frozenset[str] = frozenset()) -> None:
        """Bring these into this order; what is not among them stays behind what it is behind.

        `loose`: where only these stand elsewhere, no other is moved.
        """
        self._move_scenes(wanted)
        places = {key: place for place, key in enumerate(wanted)}
        now = [key for key in self.keys if key in places]
        others = [places[key] for key in now if key not in loose]
        if others == sorted(others):
            fixed = {key for key in now if key not in loose}
            fixed |= _fitting(now, places, fixed)
        else:
            fixed = {now[at] for at in _longest([places[key] for key in now])}
        after: dict[str, str | None] = {}
        behind: str | None = None
        for key in reversed(wanted):
            after[key] = behind
            behind = key if key in fixed else behind
        for place, key in enumerate(wanted):
            if key not in fixed:
                self._put(key, wanted[place - 1] if place else None, after[key])

    def _move_scenes(self, wanted: Sequence[str]) -> None:
        """Whole scenes first, where each is still together."""
        runs: list[str] = []
        for key in wanted:
            if not runs or runs[-1] != self._home[key]:
                runs.append(self._home[key])
        if len(set(runs)) < len(runs):
            return
        places = {scene: place for place, scene in enumerate(runs)}
        now = [scene for scene, _keys in self._scenes if scene in places]
        fixed = {now[at] for at in _longest([places[scene] for scene in now])}
        for place, scene in enumerate(runs):
            if scene not in fixed:
                self._move_scene(scene, runs[place - 1] if place else None)

    def _move_scene(self, scene: str, before: str | None) -> None:
        found = next(each for each in self._scenes if each[0] == scene)
        self._scenes.remove(found)
        names = [name for name, _keys in self._scenes]
        index = 0 if before is None else names.index(before) + 1
        self._scenes.insert(index, found)
        self.edits.append(MoveScene(scene, index))

    def _put(self, key: str, before: str | None, after: str | None) -> None:
        """Behind `before`, or ahead of `after` where that is in its own scene and the other not."""
        home = self._home[key]
        self._now[key][1].remove(key)
        ahead = after is not None and self._now[after][0] == home
        if before is None or (self._now[before][0] != home and ahead):
            assert after is not None
            scene, keys = self._now[key] = self._now[after]
            index = keys.index(after)
        else:
            scene, keys = self._now[key] = self._now[before]
            index = keys.index(before) + 1
        keys.insert(index, key)
        self.edits.append(MoveShot(key, scene, index))


def _fitting(now: Sequence[str], places: Mapping[str, int], fixed: set[str]) -> set[str]:
    """Those that stand in their order among the fixed ones already."""
    found: set[str] = set()
    highest = -1
    ahead = [places[key] for key in now if key in fixed]
    passed = 0
    for key in now:
        if key in fixed:
            highest, passed = max(highest, places[key]), passed + 1
        elif highest < places[key] and all(places[key] < place for place in ahead[passed:]):
            found.add(key)
            highest = places[key]
    return found


def _longest(numbers: Sequence[int]) -> list[int]:
    """Where the longest rising series in `numbers` stands: what may stay while the rest moves."""
    ends: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for at, number in enumerate(numbers):
        length = bisect_left(ends, number)
        before.append(places[length - 1] if length else -1)
        ends[length : length + 1] = [number]
        places[length : length + 1] = [at]
    found: list[int] = []
    at = places[-1] if places else -1
    while at >= 0:
        found.append(at)
        at = before[at]
    return found[::-1]
