"""Setting and removing one key of a mapping, with every other byte left alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from topa_studio.base.errors import DocumentError
from topa_studio.base.yaml_tree import Alias, Mapping, Node, Scalar, Sequence, resolved
from topa_studio.document.text.draft import Draft, Path, mapping_at
from topa_studio.document.text.lists import list_ways
from topa_studio.document.text.render import block, block_value, double_quoted, inline
from topa_studio.document.text.spans import (
    body_column,
    column,
    content_end,
    first_line,
    key_lines,
    line_end,
    line_start,
)
from topa_studio.document.text.splice import Splice


@dataclass(frozen=True, slots=True)
class SetAt:
    """Give `key` of the mapping at `path` a value.

    A new key stands behind those of `after`, else ahead of those of `before`, else at the end.
    """

    moves_lines: ClassVar[bool] = False
    path: Path
    key: str
    value: object
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()

    def intend(self, data: object) -> None:
        """Make the change in plain data."""
        mapping_at(data, self.path)[self.key] = self.value

    def ways(self, draft: Draft) -> Iterator[list[Splice]]:
        """Splices, the nicest first. Raises DocumentError."""
        mapping = draft.mapping(self.path)
        entry = mapping.entry(self.key)
        if entry is None:
            yield from self._add(draft.text, mapping)
        else:
            yield from change(draft.text, mapping, entry, self.value)

    def _add(self, text: str, mapping: Mapping) -> Iterator[list[Splice]]:
        if mapping.flow or not mapping.entries:
            pair = f"{inline(self.key, flow=True)}: {inline(self.value, flow=True)}"
            if mapping.entries:
                end = content_end(text, mapping.entries[-1][1])
                yield [Splice(end, end, f", {pair}")]
            else:
                yield [Splice(mapping.body + 1, mapping.end - 1, pair)]
            return
        indent = body_column(text, mapping)
        for words in _fresh_words(self.value, indent):
            space = "" if words.startswith("\n") else " "
            line = f"{inline(self.key)}:{space}{words}"
            at, is_above = self._place(text, mapping)
            pad = " " * indent
            yield [Splice(at, at, f"{pad}{line}\n" if is_above else f"\n{pad}{line}")]

    def _place(self, text: str, mapping: Mapping) -> tuple[int, bool]:
        """Where the new line goes, and whether it stands above that place or below."""
        entries = mapping.entries
        names = [key.text for key, _value in entries]
        behind = [names.index(name) for name in self.after if name in names]
        if behind:
            return line_end(text, content_end(text, entries[max(behind)][1])), False
        ahead = [names.index(name) for name in self.before if name in names]
        if ahead and min(ahead) > 0:
            last = entries[min(ahead) - 1][1]
            return line_end(text, content_end(text, last)), False
        first = entries[0][0].start
        if ahead and not text[line_start(text, first) : first].strip():
            return line_start(text, first), True
        return line_end(text, content_end(text, entries[-1][1])), False


def _fresh_words(value: object, indent: int) -> Iterator[str]:
    """Ways to write a value behind a new key of a block mapping."""
    if isinstance(value, (str, list, dict)):
        yield block_value(value, indent).removeprefix(" ")
    yield inline(value)
    if isinstance(value, str):
        yield double_quoted(value)


def change(
    text: str, mapping: Mapping, entry: tuple[Scalar, Node], value: object
) -> Iterator[list[Splice]]:
    """Ways to give a key of the mapping another value, the nicest first."""
    key, node = entry
    start = after_anchor(text, node)
    end = content_end(text, node)
    lead = " " if text[start - 1 : start] == ":" else ""
    if isinstance(node, Sequence) and isinstance(value, list):
        yield from list_ways(text, mapping, key, node, value)
        return
    if not mapping.flow and _is_empty(node):
        words = block_value(value, column(text, key.start))
        colon = text.index(":", key.end) + 1
        rest = text[max(colon, node.end) : line_end(text, colon)].rstrip()
        if words.startswith("\n"):
            yield [Splice(colon, line_end(text, colon), rest + words)]
    for words in _words(text, mapping, key, node, value):
        if isinstance(node, (Mapping, Sequence)) and not node.flow:
            # The words of a block stand on their own lines; a plain value stands beside its key.
            colon = text.index(":", key.end) + 1
            yield [Splice(colon, end, f" {words}")]
        else:
            yield [Splice(start, end, lead + words)]


def _is_empty(node: Node) -> bool:
    if isinstance(node, Scalar):
        return node.value is None and not node.anchor
    return isinstance(node, Mapping) and not node.entries


def after_anchor(text: str, node: Node) -> int:
    """Where the node's own words begin."""
    if isinstance(node, Alias) or node.anchor is None:
        return node.start
    at = node.start + len(node.anchor) + 1
    while at < node.end and text[at] in " \t":
        at += 1
    return at


def _words(text: str, mapping: Mapping, key: Scalar, node: Node, value: object) -> Iterator[str]:
    style = node.style if isinstance(node, Scalar) else ""
    if not isinstance(value, str):
        yield inline(value, flow=mapping.flow)
        return
    is_block = style in ("|", ">")
    parent = column(text, key.start)
    if not mapping.flow and (is_block or "\n" in value):
        indent = _indent(text, node, parent) if is_block else parent + 2
        for sign in (style, "|") if is_block else ("|",):
            words = block(value, sign, indent, parent)
            if words is not None:
                yield _keep_header(text, node, words) if is_block else words
    if not is_block:
        yield inline(value, style, flow=mapping.flow)
    yield double_quoted(value)


def _keep_header(text: str, node: Node, words: str) -> str:
    """The block's new words with the comment that stood on its first line."""
    header = text[node.start : line_end(text, node.start)]
    comment = header.find(" #")
    if comment < 0:
        return words
    head, _newline, lines = words.partition("\n")
    return f"{head}{header[comment:].rstrip()}\n{lines}"


def _indent(text: str, node: Node, parent: int) -> int:
    at = line_end(text, node.start) + 1
    while at < node.end:
        line = text[at : line_end(text, at)]
        if line.strip():
            return max(len(line) - len(line.lstrip(" ")), parent + 1)
        at += len(line) + 1
    return parent + 2


@dataclass(frozen=True, slots=True)
class DropAt:
    """Remove `key` from the mapping at `path`; a mapping that becomes empty stays as `{}`.

    `comments`: those directly above it go with it, as they do from a list.
    """

    moves_lines: ClassVar[bool] = False
    path: Path
    key: str
    comments: bool = False

    def intend(self, data: object) -> None:
        """Make the change in plain data."""
        del mapping_at(data, self.path)[self.key]

    def ways(self, draft: Draft) -> Iterator[list[Splice]]:
        """Splices. Raises DocumentError."""
        mapping = draft.mapping(self.path)
        if mapping.entry(self.key) is None:
            raise DocumentError("document.edit-alias", name="<<")
        names = [key.text for key, _value in mapping.entries]
        place = len(names) - 1 - names[::-1].index(self.key)
        text = draft.text
        if mapping.flow:
            yield _drop_flow(text, mapping, place)
        elif len(names) == 1:
            yield self._drop_last(text, mapping)
        else:
            if self.comments and _begins_line(text, mapping.entries[place][0].start):
                own = key_lines(text, mapping, place)
                yield [Splice(own.start, own.end, "")]
            yield _drop_lines(text, mapping, place)
            # A block of text that becomes the file's last words may need its line end.
            start = line_start(text, mapping.entries[place][0].start)
            yield [Splice(start, line_end(text, content_end(text, mapping.entries[place][1])), "")]

    def _drop_last(self, text: str, mapping: Mapping) -> list[Splice]:
        end = content_end(text, mapping)
        before = text[line_start(text, mapping.body) : mapping.body]
        if before.strip() or not self.path:
            return [Splice(mapping.body, end, "{}")]
        # Comments may stand between the key and its only entry.
        head = text[: first_line(text, mapping)].rstrip()
        start = len(text[: mapping.body].rstrip())
        if self.comments or start == len(head):
            return [Splice(len(head), end, " {}")]
        return [Splice(len(head), len(head), " {}"), Splice(start, end, "")]


def _begins_line(text: str, at: int) -> bool:
    return not text[line_start(text, at) : at].strip()


def _drop_flow(text: str, mapping: Mapping, place: int) -> list[Splice]:
    entries = mapping.entries
    if place + 1 < len(entries):
        return [Splice(entries[place][0].start, entries[place + 1][0].start, "")]
    end = content_end(text, entries[place][1])
    start = content_end(text, entries[place - 1][1]) if place else entries[place][0].start
    return [Splice(start, end, "")]


def _drop_lines(text: str, mapping: Mapping, place: int) -> list[Splice]:
    key, value = mapping.entries[place]
    start = line_start(text, key.start)
    end = line_end(text, content_end(text, value))
    if text[start : key.start].strip():
        following = mapping.entries[place + 1][0].start
        if "#" in text[end:following]:
            return [Splice(len(text[: key.start].rstrip(" ")), end, "")]
        return [Splice(key.start, following, "")]
    if end < len(text):
        return [Splice(start, end + 1, "")]
    return [Splice(max(start - 1, 0), end, "")]


@dataclass(frozen=True, slots=True)
class RenameKey:
    """Call a key of the mapping at `path` by another name."""

    moves_lines: ClassVar[bool] = False
    path: Path
    key: str
    name: str

    def intend(self, data: object) -> None:
        """Make the change in plain data."""
        mapping = mapping_at(data, self.path)
        # A name like `1:` is a number in plain data; `<<` is no name at all.
        key = next((key for key in mapping if str(key) == self.key), None)
        if key is None:
            raise DocumentError("document.edit-alias", name="<<")
        mapping[self.name] = mapping.pop(key)

    def ways(self, draft: Draft) -> Iterator[list[Splice]]:
        """Splices, the nicest first. Raises DocumentError."""
        mapping = draft.mapping(self.path)
        entry = mapping.entry(self.key)
        if entry is None:
            raise DocumentError("document.edit-alias", name="<<")
        key = entry[0]
        for words in (inline(self.name, key.style, flow=mapping.flow), double_quoted(self.name)):
            yield [Splice(key.start, key.end, words)]


def is_mapping_here(draft: Draft, path: Path, key: str) -> bool:
    """Whether the key's own value is a mapping that can be changed key by key."""
    entry = draft.mapping(path).entry(key)
    return entry is not None and isinstance(resolved(entry[1]), Mapping)
