"""A text on its way through a transaction: each step is loaded again and compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Protocol

from topa_studio.base.errors import DocumentError
from topa_studio.base.yaml_reader import parse
from topa_studio.base.yaml_tree import Alias, Mapping, Node, Sequence, Tree, plain
from topa_studio.document.text.splice import Splice, Splices, apply

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A text and its nodes."""

    text: str
    tree: Tree

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
    intended = plain(draft.tree.root)
    step.intend(intended)
    reason = DocumentError("document.edit-refused")
    for splices in step.ways(draft):
        try:
            text, inverse = apply(draft.text, splices)
            tree = parse(text)
        except DocumentError as error:
            if error.code == "document.unknown-alias":
                reason = DocumentError("document.edit-alias", name=error.params["name"])
            continue
        except ValueError:
            continue
        if same(plain(tree.root), intended, loosely=step.moves_lines):
            return Draft(text, tree), tuple(sorted(splices, key=lambda s: s.start)), inverse
    raise reason


def same(a: object, b: object, *, loosely: bool = False) -> bool:
    """Whether two plain values are equal with their types; the order of keys is free.

    `loosely`: one line end at the end of a text does not count.
    """
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
            data = data[part]
        elif isinstance(data, dict):
            # A name like `1:` is a number in plain data.
            data = next((value for key, value in data.items() if str(key) == str(part)), None)
    return data
