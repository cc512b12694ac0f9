"""A text on its way through a transaction: each step is loaded again and compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Protocol

from topa_studio.base.errors import DocumentError
from topa_studio.base.yaml_reader import parse
from topa_studio.base.yaml_tree import (
    MERGE,
    Alias,
    Base,
    Mapping,
    Node,
    Scalar,
    Sequence,
    Tree,
    Unread,
    plain,
)
from topa_studio.document.text.reparse import reparse
from topa_studio.document.text.splice import Splice, Splices, apply

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A text and its nodes."""

    text: str
    tree: Tree

    def spliced(self, splices: Splices) -> Draft:
        """The text after splices. Raises DocumentError, or ValueError where they overlap."""
        text, _inverse = apply(self.text, splices)
        return Draft(text, reparse(self.text, self.tree, splices) or parse(text))

    def locate(self, path: Path) -> Node:
        """The node at a path.

        Raises:
            DocumentError: it is not there, or it is borrowed through an alias.
        """
        node = self.tree.root
        for part in path:
            if isinstance(node, Mapping):
                entry = node.entry(str(part))
                node = entry[1] if entry is not None else None
            elif isinstance(node, Sequence) and isinstance(part, int):
                node = node.children[part] if part < len(node.children) else None
            else:
                node = None
            if isinstance(node, Alias):
                raise DocumentError("document.edit-alias", name=node.name)
        if node is None:
            raise DocumentError("document.edit-alias", name="<<")
        return node

    def mapping(self, path: Path) -> Mapping:
        """The mapping at a path. Raises DocumentError."""
        node = self.locate(path)
        if not isinstance(node, Mapping):
            raise DocumentError("document.edit-layout")
        return node


class Step(Protocol):
    """One change of the data, and ways to write it, the nicest first.

    `moves_lines`: a text that was the file's last words may gain or lose its final line end.
    """

    moves_lines: ClassVar[bool]

    def intend(self, data: object) -> None:
        """Make the change in plain data."""
        ...

    def ways(self, draft: Draft) -> Iterator[list[Splice]]:
        """Splices that make it in the text. Raises DocumentError."""
        ...


def perform(draft: Draft, step: Step) -> tuple[Draft, Splices, Splices]:
    """The text with the step made; then the splices of it, and those that take it back.

    Raises:
        DocumentError: no way of writing it gives exactly the intended data.
    """
    intended = outline(draft.tree.root)
    step.intend(intended)
    reason = DocumentError("document.edit-refused")
    for splices in step.ways(draft):
        try:
            after = draft.spliced(tuple(splices))
        except DocumentError as error:
            if error.code == "document.unknown-alias":
                reason = DocumentError("document.edit-alias", name=error.params["name"])
            continue
        except ValueError:
            continue
        if same(outline(after.tree.root), intended, loosely=step.moves_lines):
            _text, inverse = apply(draft.text, splices)
            return after, tuple(sorted(splices, key=lambda s: s.start)), inverse
    raise reason


def outline(node: Node | None) -> object:
    """Plain values in which the entries of lists are nodes still, so that most are never made."""
    match node:
        case Alias():
            return outline(node.target)
        case Sequence():
            return list(node.bases)
        case Mapping() if all(key.value is not MERGE for key, _value in node.entries):
            return {key.value: outline(value) for key, value in node.entries}
        case _:
            return plain(node)


def unfold(data: object) -> object:
    """The plain value of what `outline` left as a node, or a value with all in it made plain."""
    if isinstance(data, _NODES):
        return plain(_node(data))
    if isinstance(data, dict):
        return {key: unfold(value) for key, value in data.items()}
    return [unfold(value) for value in data] if isinstance(data, list) else data


_NODES = (Scalar, Alias, Sequence, Mapping, Unread)


def _node(base: Base) -> Node:
    return base.node() if isinstance(base, Unread) else base


def _opened(data: object) -> object:
    return outline(_node(data)) if isinstance(data, _NODES) else data


def same(a: object, b: object, *, loosely: bool = False) -> bool:
    """Whether two plain values or outlines are equal with their types; the order of keys is free.

    `loosely`: one line end at the end of a text does not count.
    """
    if a is b:
        return True
    a, b = _opened(a), _opened(b)
    if type(a) is not type(b):
        return False
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(
            same(value, b[key], loosely=loosely) for key, value in a.items()
        )
    if isinstance(a, list) and isinstance(b, list):
        pairs = zip(a, b, strict=False)
        return len(a) == len(b) and all(same(x, y, loosely=loosely) for x, y in pairs)
    if loosely and isinstance(a, str) and isinstance(b, str):
        return a.removesuffix("\n") == b.removesuffix("\n")
    return a == b


def mapping_at(data: object, path: Path) -> dict[object, object]:
    """The mapping of plain data at a path. Raises DocumentError."""
    found = _value_at(data, path)
    if not isinstance(found, dict):
        raise DocumentError("document.edit-layout")
    return found


def list_at(data: object, path: Path) -> list[object]:
    """The list of plain data at a path. Raises DocumentError."""
    found = _value_at(data, path)
    if not isinstance(found, list):
        raise DocumentError("document.edit-layout")
    return found


def _value_at(data: object, path: Path) -> object:
    for part in path:
        if isinstance(data, list) and isinstance(part, int):
            data[part] = _opened(data[part])
            data = data[part]
        elif isinstance(data, dict):
            # A name like `1:` is a number in plain data.
            data = next((value for key, value in data.items() if str(key) == str(part)), None)
    return data
