"""Moving an entry of a list within it or to another list, with its comments and its blank lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from topa_studio.base.errors import DocumentError
from topa_studio.base.yaml_reader import parse
from topa_studio.base.yaml_tree import Alias, Mapping, Node, Scalar, Sequence, plain, walk
from topa_studio.document.text.draft import Draft, Path, list_at, mapping_at
from topa_studio.document.text.render import inline
from topa_studio.document.text.spans import (
    Lines,
    blank_above,
    blank_below,
    body_column,
    child_lines,
    column,
    content_end,
    line_end,
)
from topa_studio.document.text.splice import Splice

_STEP = 2
_ROW = re.compile(r"- \{[^\n]*\}\s*")


@dataclass(frozen=True, slots=True)
class MoveAt:
    """Take entry `place` of the list at `path` and make it entry `to` of the list at `target`.

    `to` counts without the entry itself. `target` may be a list, `[]`, or not there yet.
    """

    moves_lines: ClassVar[bool] = True
    path: Path
    place: int
    target: Path
    to: int

    def intend(self, data: object) -> None:
        """Make the change in plain data."""
        moved = list_at(data, self.path).pop(self.place)
        holder = mapping_at(data, self.target[:-1])
        if holder.get(self.target[-1]) is None:
            holder[self.target[-1]] = []
        list_at(data, self.target).insert(self.to, moved)

    def ways(self, draft: Draft) -> Iterator[list[Splice]]:
        """Splices. Raises DocumentError."""
        source = draft.locate(self.path)
        if not isinstance(source, Sequence):
            raise DocumentError("document.edit-layout")
        if self.path == self.target:
            yield (
                self._within_flow(draft.text, source)
                if source.flow
                else self._within(draft.text, source)
            )
            return
        cut, block = cut_block(draft, self.path, source, self.place)
        shift = _offset(draft, self.path, source)
        yield [*cut, paste_block(draft, self.target, self.to, block, shift)]

    def _within_flow(self, text: str, node: Sequence) -> list[Splice]:
        spans = [(child.start, content_end(text, child)) for child in node.children]
        words = [text[start:end] for start, end in spans]
        words.insert(self.to, words.pop(self.place))
        return [Splice(s, e, w) for (s, e), w in zip(spans, words, strict=True)]

    def _within(self, text: str, node: Sequence) -> list[Splice]:
        """Only the lines between the old and the new place change hands."""
        lines = child_lines(text, node)
        order = list(range(len(lines)))
        order.insert(self.to, order.pop(self.place))
        low, high = sorted((self.place, self.to))
        gaps = [text[a.end : b.start] for a, b in pairwise(lines)]
        region = Splice(lines[low].start, lines[high].end, "")
        return [_rebuild(text, lines, order[low : high + 1], gaps[low:high], region)]


def paste_block(draft: Draft, target: Path, to: int, block: Block, offset: int) -> Splice:
    """The splice that puts lines at `to` of a list, `[]`, or a list that is not there yet.

    `offset`: how far dashes stand to the right of their key, where the list has none yet.
    """
    text = draft.text
    holder = draft.mapping(target[:-1])
    entry = holder.entry(str(target[-1]))
    if entry is None:
        return _paste_new(text, holder, str(target[-1]), block)
    key, node = entry
    if isinstance(node, Alias):
        raise DocumentError("document.edit-alias", name=node.name)
    if isinstance(node, Sequence) and node.children:
        if node.flow:
            return _insert_flow(text, node, to, block)
        return _insert(text, node, to, block)
    if isinstance(node, Sequence) and holder.flow:
        return _insert_flow(text, node, to, block)
    if holder.flow:
        raise DocumentError("document.edit-flow-list")
    if not isinstance(node, (Sequence, Scalar)):
        raise DocumentError("document.edit-layout")
    colon = text.index(":", key.end) + 1
    rest = text[max(colon, node.end) : line_end(text, colon)].rstrip()
    indent = column(text, key.start) + offset
    end = line_end(text, colon)
    return Splice(colon, end, f"{rest}\n" + block.at(indent).rstrip("\n"))


def _insert_flow(text: str, node: Sequence, to: int, block: Block) -> Splice:
    words = ", ".join(_flow_words(block.at(0)))
    if not node.children:
        return Splice(node.body + 1, node.end - 1, words)
    if to < len(node.children):
        at = node.children[to].start
        return Splice(at, at, f"{words}, ")
    at = content_end(text, node.children[-1])
    return Splice(at, at, f", {words}")


def _flow_words(text: str) -> Iterator[str]:
    """Entries as they stand in brackets. Raises DocumentError where comments would go."""
    if _ROW.fullmatch(text) and " #" not in text:
        yield text[2:].strip()
        return
    root = _parsed_apart(text)
    children = root.children if isinstance(root, Sequence) else []
    if not children or _has_comments(text, root):
        raise DocumentError("document.edit-flow-list")
    for child in children:
        own = text[child.start : content_end(text, child)]
        is_row = isinstance(child, Mapping) and child.flow and "\n" not in own
        yield own if is_row else inline(plain(child), flow=True)


def _has_comments(text: str, root: Node | None) -> bool:
    """Whether a `#` stands outside of keys and values."""
    outside, at = "", 0
    for node in _scalars(root):
        # A comment may follow the sign of a block of text.
        start = line_end(text, node.start) if node.style in ("|", ">") else node.start
        outside, at = outside + text[at:start], node.end
    return " #" in f" {outside}{text[at:]}".replace("\n", " ")


def _scalars(root: Node | None) -> list[Scalar]:
    nodes = list(walk(root))
    keys = [key for node in nodes if isinstance(node, Mapping) for key, _value in node.entries]
    found = [*keys, *(node for node in nodes if isinstance(node, Scalar))]
    return sorted(found, key=lambda node: node.start)


def _parsed_apart(text: str) -> Node | None:
    """Entries read without the rest of the file, where what they borrow stands."""
    try:
        return parse(text).root
    except DocumentError as error:
        if error.code != "document.unknown-alias":
            raise
        raise DocumentError("document.edit-flow-alias", name=error.params["name"]) from error


def _paste_new(text: str, holder: Mapping, key: str, block: Block) -> Splice:
    if holder.flow or not holder.entries:
        raise DocumentError("document.edit-flow-list")
    indent = body_column(text, holder)
    at = line_end(text, content_end(text, holder))
    words = block.at(indent + _STEP).rstrip("\n")
    return Splice(at, at, f"\n{' ' * indent}{key}:\n{words}")


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of entries outside of their list; `gap` are the blank lines that go with them."""

    text: str
    indent: int
    gap: str

    def at(self, indent: int) -> str:
        """The lines moved to another column of dashes. Raises DocumentError."""
        shift = indent - self.indent
        return "".join(_shifted(line, shift) for line in self.text.splitlines(keepends=True))


def _shifted(line: str, shift: int) -> str:
    spaces = len(line) - len(line.lstrip(" "))
    is_blank = not line.strip()
    # Spaces of a blank line may be words of a text block, so they move like words.
    if is_blank and not spaces:
        return line
    if shift >= 0:
        return " " * shift + line
    if spaces < -shift and not is_blank and not line.lstrip().startswith("#"):
        raise DocumentError("document.edit-layout")
    return line[min(-shift, spaces) :]


def _rebuild(
    text: str, lines: list[Lines], order: list[int], gaps: list[str], region: Splice
) -> Splice:
    """The entries in their new order, with the same gaps between them as before."""
    parts: list[str] = []
    for number, place in enumerate(order):
        words = text[lines[place].start : lines[place].end]
        if not words.endswith("\n"):
            words += "\n"
        parts += [gaps[number - 1] if number else "", words]
    joined = "".join(parts)
    if not text[region.start : region.end].endswith("\n"):
        joined = joined[:-1]
    return Splice(region.start, region.end, joined)


def cut_block(draft: Draft, path: Path, node: Sequence, place: int) -> tuple[list[Splice], Block]:
    """The splice that takes an entry out, and its lines."""
    text = draft.text
    if node.flow:
        return _cut_flow(text, node, place)
    lines = child_lines(text, node)
    own = lines[place]
    words = text[own.start : own.end]
    if not words.endswith("\n"):
        words += "\n"
    indent = body_column(text, node)
    if len(lines) == 1:
        return [_empty(draft, path, own)], Block(words, indent, "")
    start, end = own.start, own.end
    if place:
        start = blank_above(text, own.start, lines[place - 1].end)
        gap = text[start : own.start]
    else:
        end = min(blank_below(text, own.end), lines[1].start)
        gap = text[own.end : end]
    if end == len(text) and not text.endswith("\n"):
        start -= 1
    return [Splice(start, end, "")], Block(words, indent, gap)


def _empty(draft: Draft, path: Path, own: Lines) -> Splice:
    """The last entry leaves: the key keeps an empty list."""
    text = draft.text
    entry = draft.mapping(path[:-1]).entry(str(path[-1]))
    if entry is None:
        raise DocumentError("document.edit-layout")
    colon = text.index(":", entry[0].end) + 1
    head = text[colon : own.start]
    end = own.end
    if end == len(text) and not text.endswith("\n"):
        head = head.rstrip("\n")
    return Splice(colon, end, f" []{head}")


def _cut_flow(text: str, node: Sequence, place: int) -> tuple[list[Splice], Block]:
    child = node.children[place]
    words = text[child.start : child.end]
    if "\n" in words:
        raise DocumentError("document.edit-flow-list")
    block = Block(f"- {words}\n", 0, "")
    if place + 1 < len(node.children):
        return [Splice(child.start, node.children[place + 1].start, "")], block
    start = node.children[place - 1].end if place else child.start
    return [Splice(start, child.end, "")], block


def _insert(text: str, node: Sequence, to: int, block: Block) -> Splice:
    lines = child_lines(text, node)
    words = block.at(body_column(text, node))
    gap = block.gap
    if to < len(lines):
        at = lines[to].start
        return Splice(at, at, words + gap)
    at = lines[-1].end
    if text[at - 1 : at] != "\n":
        return Splice(at, at, "\n" + gap + words.rstrip("\n"))
    return Splice(at, at, gap + words)


def _offset(draft: Draft, path: Path, source: Sequence) -> int:
    """How far this file puts dashes to the right of their key."""
    if source.flow:
        return _STEP
    entry = draft.mapping(path[:-1]).entry(str(path[-1]))
    at = entry[0].start if entry is not None else source.body
    return max(body_column(draft.text, source) - column(draft.text, at), 0)
