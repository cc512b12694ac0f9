"""Entries of a list as a small text of their own: it is edited apart, then put into a film."""

from __future__ import annotations

from collections.abc import Sequence as Row
from dataclasses import dataclass

from topa_studio.base.errors import DocumentError
from topa_studio.base.yaml_reader import decode, parse
from topa_studio.base.yaml_tree import Alias, Mapping, Node, Scalar, Sequence, Tree, plain, walk
from topa_studio.document.text.draft import Draft, Step, perform, same
from topa_studio.document.text.moves import Block
from topa_studio.document.text.render import inline
from topa_studio.document.text.spans import (
    body_column,
    child_lines,
    column,
    content_end,
    line_start,
)
from topa_studio.document.text.splice import Splice, apply


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Entries as lines with their dashes in column 0, parsed.

    The first `lent` entries are not its own: they give names to what the aliases stand for.
    """

    draft: Draft
    lent: int = 0

    @property
    def places(self) -> range:
        """The places of its own entries."""
        return range(self.lent, len(self._list().children))

    def values(self) -> tuple[object, ...]:
        """What its own entries mean."""
        return tuple(plain(child) for child in self._list().children[self.lent :])

    def words(self) -> tuple[str, ...]:
        """The lines of each of its own entries, with the comments above."""
        text = self.draft.text
        lines = child_lines(text, self._list())[self.lent :]
        found = (text[part.start : part.end] for part in lines)
        return tuple(words if words.endswith("\n") else f"{words}\n" for words in found)

    def node(self, place: int) -> Mapping:
        """An entry. Raises DocumentError where it is no mapping."""
        return self.draft.mapping((place,))

    def after(self, step: Step) -> Excerpt:
        """It with a step made. Raises DocumentError."""
        draft, _there, _back = perform(self.draft, step)
        return Excerpt(draft, self.lent)

    def _list(self) -> Sequence:
        root = self.draft.tree.root
        if not isinstance(root, Sequence) or root.flow:
            raise DocumentError("document.edit-layout")
        return root


def lift(
    draft: Draft, node: Sequence, place: int, *, alone: bool, comments: bool = True
) -> Excerpt:
    """A copy of one entry; anchors stay with the original.

    `alone`: aliases are written out, so that the copy can stand in any film.

    Raises:
        DocumentError: it cannot be copied with exactly the same meaning.
    """
    child = node.children[place]
    if isinstance(child, Alias):
        raise DocumentError("document.edit-alias", name=child.name)
    start, end = _bounds(draft.text, node, place, comments=comments)
    head, changes = _names(child, alone=alone)
    raw = draft.text[start:end]
    moved = [
        Splice(s.start - start, s.end - start, s.text)
        for s in [*changes, *_anchors(draft.text, child)]
    ]
    words, _inverse = apply(raw, moved)
    words = words if words.endswith("\n") else f"{words}\n"
    indent = 0 if node.flow else body_column(draft.text, node)
    words = f"- {words}" if node.flow else Block(words, indent, "").at(0)
    text = "".join(head) + words
    found = Excerpt(Draft(text, parse(text)), len(head))
    if not same(list(found.values()), [plain(child)], loosely=True):
        raise DocumentError("document.edit-refused")
    return found


def _bounds(text: str, node: Sequence, place: int, *, comments: bool) -> tuple[int, int]:
    child = node.children[place]
    if node.flow:
        return child.start, content_end(text, child)
    own = child_lines(text, node)[place]
    start = own.start if comments else line_start(text, _dash(text, child, own.start))
    return start, own.end


def _dash(text: str, child: Node, floor: int) -> int:
    at = line_start(text, child.start)
    while at > floor and not text[at:].lstrip(" ").startswith("-"):
        at = line_start(text, at - 1)
    return at


def _names(child: Node, *, alone: bool) -> tuple[list[str], list[Splice]]:
    """Entries that name what the aliases stand for, or splices that write it out."""
    targets: dict[str, Node] = {}
    changes: list[Splice] = []
    for node in walk(child):
        if isinstance(node, Alias):
            if targets.setdefault(node.name, node.target) is not node.target:
                raise DocumentError("document.edit-alias", name=node.name)
            words = inline(plain(node.target), flow=True)
            changes.append(Splice(node.start, node.end, words))
    if alone:
        return [], changes
    head = [f"- &{n} {inline(plain(t), flow=True)}\n" for n, t in targets.items()]
    return head, []


def _anchors(text: str, child: Node) -> list[Splice]:
    found: list[Splice] = []
    for node in walk(child):
        if isinstance(node, Alias) or node.anchor is None:
            continue
        end = node.start + len(node.anchor) + 1
        while text[end : end + 1] == " ":
            end += 1
        if isinstance(node, Mapping) and not text[end : node.body].strip():
            # Keys that stand right below the anchor take its place.
            is_below = column(text, node.body) == column(text, node.start)
            end = node.body if is_below else end
        found.append(Splice(node.start, end, ""))
    return found


def from_text(text: str) -> Excerpt:
    """Shots or scenes as someone copied them: a list, or one of them alone.

    Raises:
        DocumentError: it is not that.
    """
    try:
        source = decode(text.encode("utf-8")).text
        tree = parse(source)
    except (DocumentError, UnicodeEncodeError) as error:
        raise DocumentError("document.paste-unreadable") from error
    root = tree.root
    if isinstance(root, Mapping):
        root, source, tree = _from_mapping(root, source, tree)
    if not isinstance(root, Sequence) or not root.children:
        raise DocumentError("document.paste-unreadable")
    if any(not isinstance(child, Mapping) for child in root.children):
        raise DocumentError("document.paste-unreadable")
    draft = Draft(source, tree)
    return joined([lift(draft, root, n, alone=True) for n in range(len(root.children))])


def _from_mapping(root: Mapping, text: str, tree: Tree) -> tuple[Node, str, Tree]:
    """The list of a whole film's scenes, or one shot or scene as a list of itself."""
    scenes = root.get("scenes")
    if isinstance(scenes, Sequence):
        return scenes, text, tree
    if root.flow:
        text = f"- {text[root.start : root.end]}\n"
    else:
        at = line_start(text, root.body)
        body = text[at:].replace("\n", "\n  ")
        text = f"{text[:at]}- {body}".rstrip(" ")
    tree = parse(text)
    if not isinstance(tree.root, Sequence):
        raise DocumentError("document.paste-unreadable")
    return tree.root, text, tree


def joined(parts: Row[Excerpt], gap: str = "") -> Excerpt:
    """Several excerpts without lent entries as one."""
    text = gap.join(words for part in parts for words in part.words())
    return Excerpt(Draft(text, parse(text)))


def written(node: Mapping, key: str) -> Scalar | None:
    """The scalar that stands for `key` in the mapping itself, or None."""
    entry = node.entry(key)
    return entry[1] if entry is not None and isinstance(entry[1], Scalar) else None
