"""Where a node's own words end, and which lines belong to an entry of a list."""

from __future__ import annotations

from dataclasses import dataclass

from topa_studio.base.errors import DocumentError
from topa_studio.base.yaml_tree import Alias, Mapping, Node, Scalar, Sequence


def line_start(text: str, offset: int) -> int:
    """Offset of the first character of the line."""
    return text.rfind("\n", 0, offset) + 1


def line_end(text: str, offset: int) -> int:
    """Offset of the line's \\n, or the end of the text."""
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def column(text: str, offset: int) -> int:
    """Characters before it in its line."""
    return offset - line_start(text, offset)


def content_end(text: str, node: Node) -> int:
    """Just behind the node's last character, before comments and blank lines that follow."""
    match node:
        case Scalar(style="|" | ">"):
            return _block_end(text, node)
        case Mapping(flow=False) if node.entries:
            return content_end(text, node.entries[-1][1])
        case Sequence(flow=False) if node.children:
            return content_end(text, node.children[-1])
        case Scalar() | Alias() | Mapping() | Sequence():
            return node.end


def _block_end(text: str, node: Scalar) -> int:
    header = text[node.start : line_end(text, node.start)].split("#")[0]
    if "+" in header:
        return node.end - 1 if text[node.end - 1 : node.end] == "\n" else node.end
    # A space that does not break stands among the words, however it looks.
    return node.start + len(text[node.start : node.end].rstrip(" \t\r\n\x85\u2028\u2029"))


def body_column(text: str, node: Mapping | Sequence) -> int:
    """Column of a block collection's keys or dashes."""
    return column(text, node.body)


@dataclass(frozen=True, slots=True)
class Lines:
    """Whole lines: `start` is a line's first character, `end` the first of the line behind."""

    start: int
    end: int


def child_lines(text: str, node: Sequence) -> list[Lines]:
    """The lines of each entry of a block list, with the comments directly above it.

    A deeper comment right behind an entry's last line belongs to that entry.

    Raises:
        DocumentError: an entry does not begin on a line of its own.
    """
    dash = body_column(text, node)
    floor = first_line(text, node)
    found: list[Lines] = []
    for child in node.children:
        own = _dash_line(text, child, dash, floor)
        start = _comments_above(text, own, floor)
        end = min(line_end(text, content_end(text, child)) + 1, len(text))
        end = _deeper_comments(text, end, dash)
        found.append(Lines(start, end))
        floor = end
    return found


def key_lines(text: str, node: Mapping, place: int) -> Lines:
    """The lines of one key of a block mapping, with the comments that are its own."""
    indent = body_column(text, node)
    key, value = node.entries[place]
    floor = first_line(text, node)
    if place:
        floor = min(line_end(text, content_end(text, node.entries[place - 1][1])) + 1, len(text))
        floor = _deeper_comments(text, floor, indent)
    start = _comments_above(text, line_start(text, key.start), floor)
    end = min(line_end(text, content_end(text, value)) + 1, len(text))
    return Lines(start, _deeper_comments(text, end, indent))


def first_line(text: str, node: Sequence | Mapping) -> int:
    """The first line that may belong to a block collection: the one behind its key."""
    at = line_start(text, node.body)
    while at > 0:
        above = line_start(text, at - 1)
        stripped = text[above : at - 1].strip()
        if stripped and not stripped.startswith("#"):
            return at
        at = above
    return at


def _dash_line(text: str, child: Node, dash: int, floor: int) -> int:
    at = line_start(text, child.start)
    while at >= floor:
        if text[at : at + dash].strip(" ") == "" and text[at + dash : at + dash + 1] == "-":
            return at
        if at == 0:
            break
        at = line_start(text, at - 1)
    raise DocumentError("document.edit-layout")


def _comments_above(text: str, at: int, floor: int) -> int:
    while at > floor:
        above = line_start(text, at - 1)
        if above < floor or not text[above : at - 1].lstrip().startswith("#"):
            break
        at = above
    return at


def _deeper_comments(text: str, at: int, dash: int) -> int:
    while at < len(text):
        end = line_end(text, at)
        line = text[at:end]
        if not line.lstrip(" ").startswith("#") or len(line) - len(line.lstrip(" ")) <= dash:
            break
        at = min(end + 1, len(text))
    return at


def blank_above(text: str, at: int, floor: int) -> int:
    """The start of the blank lines directly above a line."""
    while at > floor:
        above = line_start(text, at - 1)
        if above < floor or text[above : at - 1].strip():
            break
        at = above
    return at


def blank_below(text: str, at: int) -> int:
    """The end of the blank lines that begin at a line."""
    while at < len(text):
        end = line_end(text, at)
        if text[at:end].strip():
            break
        at = min(end + 1, len(text))
    return at
