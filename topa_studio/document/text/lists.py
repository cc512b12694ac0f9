"""Giving a list of plain values new ones: entries that stay keep their bytes and comments."""

from __future__ import annotations

from collections.abc import Iterator

from topa_studio.base.yaml_tree import Mapping, Scalar, Sequence, plain
from topa_studio.document.text.render import inline
from topa_studio.document.text.spans import body_column, child_lines, content_end
from topa_studio.document.text.splice import Splice


def list_ways(
    text: str, mapping: Mapping, key: Scalar, node: Sequence, values: list[object]
) -> Iterator[list[Splice]]:
    """Splices that make `values` of a list; a block list that becomes empty is `[]`."""
    if node.flow:
        yield [Splice(node.body, node.end, _flow_words(text, node, values))]
        return
    if values:
        yield _block_splices(text, node, values)
    colon = text.index(":", key.end) + 1
    yield [Splice(colon, content_end(text, node), f" {inline(values)}")]


def _flow_words(text: str, node: Sequence, values: list[object]) -> str:
    """The list in brackets; entries that were there before are copied as they were written."""
    written = [(plain(child), text[child.start : child.end]) for child in node.children]
    style = next((c.style for c in node.children if isinstance(c, Scalar)), "")
    words = []
    for value in values:
        old = next((raw for known, raw in written if known == value and _like(known, value)), None)
        words.append(old if old is not None else inline(value, style, flow=True))
    return "[" + ", ".join(words) + "]"


def _like(a: object, b: object) -> bool:
    return type(a) is type(b)


def _block_splices(text: str, node: Sequence, values: list[object]) -> list[Splice]:
    """Only the entries between the common beginning and the common end are written anew."""
    old = [plain(child) for child in node.children]
    lines = child_lines(text, node)
    head = common(old, values)
    tail = common(old[head:][::-1], values[head:][::-1])
    style = next((c.style for c in node.children if isinstance(c, Scalar)), "")
    style = style if style in ("'", '"') else ""
    pad = " " * body_column(text, node)
    fresh = [f"{pad}- {inline(v, style)}\n" for v in values[head : len(values) - tail]]
    gone = lines[head : len(old) - tail]
    if gone:
        start, end = gone[0].start, gone[-1].end
    else:
        start = end = lines[head].start if head < len(lines) else lines[-1].end
    words = "".join(fresh)
    if end == len(text) and not text.endswith("\n"):
        if start == end:
            words = "\n" + words
        words = words[:-1]
        if not words:
            start = max(start - 1, 0)
    return [Splice(start, end, words)]


def common(a: list[object], b: list[object]) -> int:
    """How many entries two lists begin with alike."""
    count = 0
    for left, right in zip(a, b, strict=False):
        if left != right or type(left) is not type(right):
            break
        count += 1
    return count
