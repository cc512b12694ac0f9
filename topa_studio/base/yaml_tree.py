"""A YAML text as nodes that know where they stand: offsets count characters of the text parsed."""

from __future__ import annotations

from collections import abc
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import overload


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


class Entries(abc.Sequence["Node"]):
    """Entries of a list that are moved to where they stand only when they are asked for.

    Attributes:
        bases: what was parsed, or is not yet; each stands for its entry while that stays the same.
        shifts: how many characters further down each stands now.
    """

    __slots__ = ("_moved", "bases", "shifts")

    def __init__(self, bases: abc.Sequence[Base], shifts: abc.Sequence[int]) -> None:
        self.bases, self.shifts = bases, shifts
        self._moved: dict[int, Node] = {}

    def __len__(self) -> int:
        return len(self.bases)

    @overload
    def __getitem__(self, place: int) -> Node: ...
    @overload
    def __getitem__(self, place: slice) -> list[Node]: ...
    def __getitem__(self, place: int | slice) -> Node | list[Node]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        base, shift = self.bases[place], self.shifts[place]
        if not shift and not isinstance(base, Unread):
            return base
        place %= len(self)
        found = self._moved.get(place)
        if found is None:
            node = base.node() if isinstance(base, Unread) else base
            found = self._moved[place] = moved(node, shift) if shift else node
        return found


@dataclass(slots=True, eq=False)
class Sequence:
    """A list; `body` is the offset of its first dash or of its bracket."""

    start: int
    end: int
    body: int
    flow: bool
    children: abc.Sequence[Node] = field(default_factory=list)
    anchor: str | None = None

    @property
    def bases(self) -> abc.Sequence[Base]:
        """The entries as they were parsed, wherever they stand now."""
        return self.children.bases if isinstance(self.children, Entries) else self.children

    @property
    def shifts(self) -> abc.Sequence[int]:
        """How far each of `bases` has moved."""
        if isinstance(self.children, Entries):
            return self.children.shifts
        return (0,) * len(self.children)


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


@dataclass(frozen=True, slots=True, eq=False)
class Unread:
    """An entry of a block list that is parsed when it is asked for: `words` are its lines.

    `at` is the offset of these lines; `parse` takes them, and how deep the list lies.
    """

    start: int
    end: int
    words: str
    at: int
    parse: abc.Callable[[str, int], Tree]

    def node(self) -> Node:
        """The entry, where it was written."""
        root = self.parse(self.words, 1).root
        if not isinstance(root, Sequence) or len(root.children) != 1:
            raise AssertionError("these lines were an entry of a list")
        end_later(root, len(self.words), self.end - self.at - len(self.words))
        return moved(root.children[0], self.at)


MERGE = _Merge()
Node = Scalar | Alias | Sequence | Mapping
Base = Node | Unread


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A key that stands twice in one mapping; offsets of both."""

    key: str
    first: int
    second: int


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed text. `root` is None where nothing but comments stands in it.

    `anchored`: whether a part of it may stand for another one.
    """

    root: Node | None
    duplicates: tuple[Duplicate, ...] = ()
    anchored: bool = False


def resolved(node: Node) -> Node:
    """The node itself, or what an alias stands for."""
    return node.target if isinstance(node, Alias) else node


def moved(node: Node, by: int) -> Node:
    """The same node further down in a text; entries of lists follow when they are asked for."""
    start, end = node.start + by, node.end + by
    match node:
        case Sequence():
            shifts = [shift + by for shift in node.shifts]
            children = Entries(node.bases, shifts)
            return replace(node, start=start, end=end, body=node.body + by, children=children)
        case Mapping():
            entries = [(_moved_key(key, by), moved(value, by)) for key, value in node.entries]
            return replace(node, start=start, end=end, body=node.body + by, entries=entries)
        case Scalar() | Alias():
            return replace(node, start=start, end=end)


def end_later(node: Node, end: int, by: int) -> None:
    """A block ends where the next thing begins, which a part of the text does not tell."""
    while isinstance(node, (Mapping, Sequence)) and not node.flow and node.end == end:
        node.end += by
        inside = node.children if isinstance(node, Sequence) else [v for _k, v in node.entries]
        if not inside:
            return
        node = inside[-1]


def _moved_key(key: Scalar, by: int) -> Scalar:
    return replace(key, start=key.start + by, end=key.end + by)


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
