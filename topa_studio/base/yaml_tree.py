"""A YAML text as nodes that know where they stand: offsets count characters of the text parsed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class Scalar:
    """One value. `text` is what the writer meant, `value` what its plain form resolves to.

    `style` is one of `""` (plain), `'`, `"`, `|` and `>`; `start` includes an anchor.
    """

    start: int
    end: int
    text: str
    style: str
    value: object
    anchor: str | None = None


@dataclass(slots=True, eq=False)
class Alias:
    """`*name`: the value of `target`, written somewhere above."""

    start: int
    end: int
    name: str
    target: Node


@dataclass(slots=True, eq=False)
class Sequence:
    """A list; `body` is the offset of its first dash or of its bracket."""

    start: int
    end: int
    body: int
    flow: bool
    children: list[Node] = field(default_factory=list)
    anchor: str | None = None


@dataclass(slots=True, eq=False)
class Mapping:
    """A mapping in the order of the text; merge keys (`<<`) are entries like any other."""

    start: int
    end: int
    body: int
    flow: bool
    entries: list[tuple[Scalar, Node]] = field(default_factory=list)
    anchor: str | None = None

    def entry(self, key: str) -> tuple[Scalar, Node] | None:
        """The key and value nodes written here for `key` (the last one where it stands twice)."""
        for key_node, value in reversed(self.entries):
            if key_node.text == key and key_node.value is not MERGE:
                return key_node, value
        return None

    def get(self, key: str) -> Node | None:
        """The value written here or merged in for `key`, aliases followed."""
        found = self.entry(key)
        if found is not None:
            return resolved(found[1])
        for source in self.merged():
            value = source.get(key)
            if value is not None:
                return value
        return None

    def merged(self) -> Iterator[Mapping]:
        """The mappings that merge keys bring in, the strongest first."""
        for key_node, value in self.entries:
            if key_node.value is not MERGE:
                continue
            node = resolved(value)
            sources = node.children if isinstance(node, Sequence) else [node]
            for source in map(resolved, sources):
                if isinstance(source, Mapping):
                    yield source


@dataclass(frozen=True, slots=True)
class _Merge:
    """What a plain `<<` stands for."""


MERGE = _Merge()
Node = Scalar | Alias | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A key that stands twice in one mapping; offsets of both."""

    key: str
    first: int
    second: int


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed text. `root` is None where nothing but comments stands in it."""

    root: Node | None
    duplicates: tuple[Duplicate, ...] = ()


def resolved(node: Node) -> Node:
    """The node itself, or what an alias stands for."""
    return node.target if isinstance(node, Alias) else node


def walk(root: Node | None) -> Iterator[Node]:
    """All nodes written in a part of the text, in its order; what aliases stand for is not."""
    stack: list[Node] = [root] if root is not None else []
    while stack:
        node = stack.pop()
        yield node
        match node:
            case Sequence():
                stack.extend(reversed(node.children))
            case Mapping():
                stack.extend(value for _key, value in reversed(node.entries))
            case Scalar() | Alias():
                pass


def plain(node: Node | None) -> object:
    """Plain Python values; what an alias stands for is copied, so that no two parts are shared."""
    match node:
        case None:
            return None
        case Alias():
            return plain(node.target)
        case Scalar():
            return node.text if node.value is MERGE else node.value
        case Sequence():
            return [plain(child) for child in node.children]
        case Mapping():
            return _plain_mapping(node)


def _plain_mapping(node: Mapping) -> dict[object, object]:
    values: dict[object, object] = {}
    has_merge = False
    for key, value in node.entries:
        if key.value is MERGE:
            has_merge = True
        else:
            values[key.value] = plain(value)
    if has_merge:
        for source in node.merged():
            for name, inherited in _plain_mapping(source).items():
                values.setdefault(name, inherited)
    return values


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Where an offset stands, both counted from 1."""
    line_start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - line_start + 1
