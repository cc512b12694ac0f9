"""New entries in a list, and entries that leave it; a list in brackets stays in brackets."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from topa_studio.base.errors import DocumentError
from topa_studio.base.yaml_tree import Alias, Mapping, Node, Sequence, walk
from topa_studio.document.text.draft import Draft, Path, list_at, mapping_at
from topa_studio.document.text.moves import Block, cut_block, paste_block
from topa_studio.document.text.spans import body_column, child_lines, content_end, line_end
from topa_studio.document.text.splice import Splice


@dataclass(frozen=True, slots=True)
class InsertAt:
    """Put entries at `to` of the list at `path`, which may be a list, `[]`, or not there yet.

    `words` are the entries' lines with their dashes in column 0; `values` what they mean.
    """

    moves_lines: ClassVar[bool] = True
    path: Path
    to: int
    words: tuple[str, ...]
    values: tuple[object, ...]

    def intend(self, data: object) -> None:
        """Make the change in plain data."""
        holder = mapping_at(data, self.path[:-1])
        if holder.get(self.path[-1]) is None:
            holder[self.path[-1]] = []
        list_at(data, self.path)[self.to : self.to] = copy.deepcopy(list(self.values))

    def ways(self, draft: Draft) -> Iterator[list[Splice]]:
        """Splices. Raises DocumentError."""
        holder = draft.mapping(self.path[:-1])
        entry = holder.entry(str(self.path[-1]))
        gap = list_gap(draft.text, entry[1] if entry is not None else None, self.to)
        block = Block(gap.join(self.words), 0, gap)
        yield [paste_block(draft, self.path, self.to, block, offset(draft, self.path))]


def list_gap(text: str, node: Node | None, to: int) -> str:
    """The blank lines that this list puts between its entries around a place."""
    if not isinstance(node, Sequence) or node.flow or len(node.children) < 2:
        return ""
    lines = child_lines(text, node)
    place = min(max(to - 1, 0), len(lines) - 2)
    gap = text[lines[place].end : lines[place + 1].start]
    return gap if not gap.strip() else "\n"


def offset(draft: Draft, path: Path) -> int:
    """How far dashes stand to the right of their key in the lists of this file like this one."""
    for other in (path, *_sisters(draft, path)):
        holder = draft.tree.root
        for part in other[:-1]:
            holder = _inner(holder, part)
        entry = holder.entry(str(other[-1])) if isinstance(holder, Mapping) else None
        node = entry[1] if entry is not None else None
        if entry is not None and isinstance(node, Sequence) and node.children and not node.flow:
            text = draft.text
            own = node.body - (text.rfind("\n", 0, node.body) + 1)
            key = entry[0].start - (text.rfind("\n", 0, entry[0].start) + 1)
            return max(own - key, 0)
    return 2


def _inner(node: Node | None, part: str | int) -> Node | None:
    if isinstance(node, Mapping):
        return node.get(str(part))
    if isinstance(node, Sequence) and isinstance(part, int) and part < len(node.children):
        return node.children[part]
    return None


def _sisters(draft: Draft, path: Path) -> Iterator[Path]:
    """Lists that stand in the same place of other scenes or other groups."""
    outer = draft.tree.root
    if len(path) == 3 and isinstance(outer, Mapping):
        scenes = outer.get(str(path[0]))
        count = len(scenes.children) if isinstance(scenes, Sequence) else 0
        yield from ((path[0], place, *path[2:]) for place in range(count))
    if path[0] == "elements" and isinstance(outer, Mapping):
        groups = outer.get("elements")
        entries = groups.entries if isinstance(groups, Mapping) else []
        yield from (("elements", key.text) for key, _value in entries)
    yield ("scenes",)


@dataclass(frozen=True, slots=True)
class RemoveAt:
    """Take entry `place` out of the list at `path`; the last one leaves `[]`."""

    moves_lines: ClassVar[bool] = True
    path: Path
    place: int

    def intend(self, data: object) -> None:
        """Make the change in plain data."""
        list_at(data, self.path).pop(self.place)

    def ways(self, draft: Draft) -> Iterator[list[Splice]]:
        """Splices. Raises DocumentError where another place of the file repeats the entry."""
        node = draft.locate(self.path)
        if not isinstance(node, Sequence):
            raise DocumentError("document.edit-layout")
        child = node.children[self.place]
        name = borrowed(draft.tree.root, child)
        if name is not None:
            raise DocumentError("document.edit-anchor", name=name)
        if node.flow:
            yield [_cut_flow(draft.text, node, self.place)]
        else:
            yield cut_block(draft, self.path, node, self.place)[0]


def _cut_flow(text: str, node: Sequence, place: int) -> Splice:
    child = node.children[place]
    if len(node.children) == 1:
        return Splice(node.body + 1, node.end - 1, "")
    if place + 1 < len(node.children):
        return Splice(child.start, node.children[place + 1].start, "")
    return Splice(content_end(text, node.children[place - 1]), content_end(text, child), "")


@dataclass(frozen=True, slots=True)
class CommentsTo:
    """The comments above and below entry `source` of a list stand under entry `place` too."""

    moves_lines: ClassVar[bool] = True
    path: Path
    source: int
    place: int

    def intend(self, data: object) -> None:
        """Comments are no data."""

    def ways(self, draft: Draft) -> Iterator[list[Splice]]:
        """Splices; nothing where the list stands in brackets. Raises DocumentError."""
        node, text = draft.locate(self.path), draft.text
        target = node.children[self.place] if isinstance(node, Sequence) else None
        if not isinstance(node, Sequence) or not isinstance(target, Mapping) or target.flow:
            yield []
            return
        own, child = child_lines(text, node)[self.source], node.children[self.source]
        outer = text[own.start : child.start] + text[content_end(text, child) : own.end]
        lines = [line.strip() for line in outer.split("\n")]
        pad = "\n" + " " * body_column(text, target)
        words = "".join(pad + line for line in lines if line.startswith("#"))
        at = line_end(text, content_end(text, target))
        yield [Splice(at, at, words)] if words else []
        yield []


def borrowed(root: Node | None, part: Node) -> str | None:
    """The name of an anchor inside of `part` that is used outside of it, or None."""
    inside = {id(node) for node in walk(part)}
    for node in walk(root):
        if isinstance(node, Alias) and id(node) not in inside and id(node.target) in inside:
            return node.name
    return None
