"""The nodes of a text after splices: only the scenes and shots they touch are parsed again."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import abc
from dataclasses import dataclass, replace
from itertools import groupby

from topa_studio.base.errors import DocumentError
from topa_studio.base.yaml_reader import parse
from topa_studio.base.yaml_tree import (
    Base,
    Entries,
    Mapping,
    Node,
    Scalar,
    Sequence,
    Tree,
    end_later,
    moved,
)
from topa_studio.document.text.spans import line_start
from topa_studio.document.text.splice import Splice, apply

# What begins or ends a document wherever it stands in the first column.
_MARKER = re.compile(r"^(?:---|\.\.\.|%)", re.MULTILINE)


def reparse(text: str, tree: Tree, splices: abc.Sequence[Splice]) -> Tree | None:
    """The tree of the text after the splices, equal to that of a whole parse.

    None where that cannot be told from a few entries: other parts of the film are touched, or
    entries stand in brackets, share lines, or stand for each other.
    """
    ordered = sorted(splices, key=lambda splice: splice.start)
    if tree.anchored or tree.duplicates or not ordered:
        return None
    scenes = _list_in(tree.root, "scenes")
    if scenes is None:
        return None
    starts = _starts(scenes)
    runs = [list(run) for _scene, run in groupby(ordered, lambda s: bisect_right(starts, s.start))]
    found: Tree | None = tree
    # The last first, so that the offsets of the others still hold.
    for run in reversed(runs):
        found = found and _after(text, found, run)
        if found is None:
            return None
        text, _inverse = apply(text, run)
    return found


def _after(text: str, tree: Tree, run: list[Splice]) -> Tree | None:
    """The tree after splices that lie in one scene, or in some that follow each other."""
    root = tree.root
    scenes = _list_in(root, "scenes")
    if scenes is None or not isinstance(root, Mapping):
        return None
    area = _Area(text, run, len(text), len(text)).before(_next_key(root, "scenes"))
    part = area.entries(scenes)
    if part is None or (grown := _in_scene(part) or part.parsed(1)) is None:
        return None
    return replace(tree, root=_with(root, "scenes", grown, area.delta))


def _in_scene(part: _Part) -> Sequence | None:
    """The scenes, where only shots of one of them have to be parsed again."""
    scene, delta = part.node.children[part.first], part.area.delta
    shots = _list_in(scene, "shots")
    if part.first != part.last or shots is None or not isinstance(scene, Mapping):
        return None
    area = replace(part.area, stop=part.stop, after=part.after)
    own = area.before(_next_key(scene, "shots")).entries(shots)
    if own is None or (grown := own.parsed(3)) is None:
        return None
    return part.with_entries([_with(scene, "shots", grown, delta)], 0)


@dataclass(frozen=True, slots=True)
class _Area:
    """What is spliced, and where the list ends in which it lies.

    Attributes:
        stop: the start of the line behind the list.
        after: what follows the list on that line: where a parser says that it ends.
    """

    text: str
    splices: list[Splice]
    stop: int
    after: int

    @property
    def delta(self) -> int:
        """How much longer the text becomes."""
        return sum(len(s.text) - (s.end - s.start) for s in self.splices)

    def before(self, key: Scalar | None) -> _Area:
        """The same, where the list ends at this key already."""
        if key is None:
            return self
        return replace(self, stop=line_start(self.text, key.start), after=key.start)

    def entries(self, node: Sequence) -> _Part | None:
        """The entries that hold all the splices; None where they cannot be told apart."""
        if node.flow or not node.bases:
            return None
        starts = _starts(node)
        column = node.body - line_start(self.text, node.body)
        low = self.splices[0].start
        high = max(splice.end for splice in self.splices)
        first, last = (self._entry(starts, column, at) for at in (low, high))
        start = self._dash_line(starts[first], column)
        stop, after = self.stop, self.after
        if last + 1 < len(starts):
            line = self._dash_line(starts[last + 1], column)
            if line is None:
                return None
            stop, after = line, line + column
        if start is None or low < start or high > stop:
            return None
        return _Part(self, node, first, last, start, stop, after, column)

    def _entry(self, starts: list[int], column: int, at: int) -> int:
        """The place of the entry on whose lines an offset lies."""
        place = bisect_right(starts, at)
        if place < len(starts):
            line = self._dash_line(starts[place], column)
            if line is not None and line <= at:
                return place
        return max(place - 1, 0)

    def _dash_line(self, start: int, column: int) -> int | None:
        """The line of an entry that begins behind its dash; None where it stands elsewhere."""
        line = line_start(self.text, start)
        head = self.text[line:start]
        return line if head.rstrip(" ") == " " * column + "-" and len(head) > column + 1 else None


@dataclass(frozen=True, slots=True)
class _Part:
    """Entries `first` to `last` of a list, on the lines from `start` to `stop`."""

    area: _Area
    node: Sequence
    first: int
    last: int
    start: int
    stop: int
    after: int
    column: int

    def parsed(self, depth: int) -> Sequence | None:
        """The list with these entries parsed again; None where their lines alone do not say it."""
        old = self.area.text[self.start : self.stop]
        inside = [
            Splice(s.start - self.start, s.end - self.start, s.text) for s in self.area.splices
        ]
        words, _inverse = apply(old, inside)
        dash = " " * self.column + "- "
        is_whole = words.endswith("\n") or self.stop == len(self.area.text)
        if not words.startswith(dash) or not is_whole or _MARKER.search(words):
            return None
        try:
            tree = parse(words, depth)
        except DocumentError:
            return None
        root = tree.root
        if tree.anchored or tree.duplicates or not isinstance(root, Sequence):
            return None
        if root.flow or root.body != self.column:
            return None
        end_later(root, len(words), self.after - self.stop)
        return self.with_entries(root.children, self.start)

    def with_entries(self, entries: abc.Sequence[Base], start: int) -> Sequence:
        """The list with others in place of these; they count from `start`."""
        delta, node = self.area.delta, self.node
        shifts = [*node.shifts[: self.first], *[start] * len(entries)]
        shifts += [shift + delta for shift in node.shifts[self.last + 1 :]]
        bases = [*node.bases[: self.first], *entries, *node.bases[self.last + 1 :]]
        return replace(node, end=node.end + delta, children=Entries(bases, shifts))


def _list_in(node: Node | None, key: str) -> Sequence | None:
    """The list in block style that stands for a key, once."""
    if not isinstance(node, Mapping) or node.flow:
        return None
    entry = node.entry(key)
    found = entry[1] if entry is not None else None
    return found if isinstance(found, Sequence) and not found.flow else None


def _next_key(node: Mapping, key: str) -> Scalar | None:
    keys = iter(node.entries)
    next(found for found, _value in keys if found.text == key)
    return next((found for found, _value in keys), None)


def _with(node: Mapping, key: str, value: Node, by: int) -> Mapping:
    """The mapping with another value for a key; all behind it has moved."""
    entries: list[tuple[Scalar, Node]] = []
    is_behind = False
    for found, old in node.entries:
        if is_behind:
            entries.append(
                (replace(found, start=found.start + by, end=found.end + by), moved(old, by))
            )
        else:
            is_behind = found.text == key
            entries.append((found, value if is_behind else old))
    return replace(node, end=node.end + by, entries=entries)


def _starts(node: Sequence) -> list[int]:
    return [base.start + shift for base, shift in zip(node.bases, node.shifts, strict=True)]
