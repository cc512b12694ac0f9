"""An element's name wherever shots and elements use it: new, or gone, in one step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from topa_studio.base.errors import DocumentError
from topa_studio.base.spelling import composed
from topa_studio.base.yaml_tree import Mapping, Node, Scalar, Sequence, plain, resolved
from topa_studio.document.text.draft import Draft, unfold
from topa_studio.document.text.fields import after_anchor, change
from topa_studio.document.text.render import double_quoted, inline
from topa_studio.document.text.spans import content_end
from topa_studio.document.text.splice import Splice
from topa_studio.model.mentions import Mention, mentions

WORDS = ("prompt", "panel_prompt")
"""Keys of a shot whose words mention elements."""


@dataclass(frozen=True, slots=True)
class Reword:
    """`@Name` becomes `mention` in every prompt and reference prompt.

    In `elements_needed` the name becomes `listed`, or goes where that is None; who says a line is
    then called so too, and stays as it is otherwise. `known` are the names of all elements before.
    """

    moves_lines: ClassVar[bool] = False
    name: str
    mention: str
    listed: str | None
    known: tuple[str, ...]

    def intend(self, data: object) -> None:
        """Make the change in plain data."""
        if not isinstance(data, dict):
            return
        data |= {key: unfold(data[key]) for key in ("scenes", "elements") if key in data}
        for shot in _plain_shots(data.get("scenes")):
            names = shot.get("elements_needed")
            for key in WORDS:
                if isinstance(said := shot.get(key), str):
                    shot[key] = self.reworded(said)
            if isinstance(names, list):
                shot["elements_needed"] = self.relisted(names)
            for line in _plain_lines(shot.get("lines")):
                if self.speaks(line.get("who")):
                    line["who"] = self.listed
        for element in _plain_elements(data.get("elements")):
            lines = element.get("reference_prompts")
            if isinstance(lines, list):
                element["reference_prompts"] = [
                    self.reworded(line) if isinstance(line, str) else line for line in lines
                ]

    def ways(self, draft: Draft) -> Iterator[list[Splice]]:
        """Splices. Raises DocumentError."""
        for is_gentle in (True, False):
            sweep = _Sweep(draft.text, self, is_gentle)
            sweep.film(draft.tree.root)
            yield list(sweep.splices.values())

    def reworded(self, text: str) -> str:
        """A prompt with its mentions replaced; all else stays as it is written."""
        if self.mention == f"@{self.name}":
            return text
        pieces, at = [], 0
        for mention in mentions(text, self.known):
            if mention.name == self.name:
                pieces += [text[at : mention.start], self._instead(text, mention)]
                at = mention.end
        return "".join((*pieces, text[at:]))

    def _instead(self, text: str, old: Mention) -> str:
        """What takes a mention's place, kept apart from words that would become part of a name."""
        following = text[old.end :]
        if not self.mention.startswith("@") or not following[:1].strip():
            return self.mention
        names = (*(name for name in self.known if name != self.name), self.mention[1:])
        found = mentions(f"{self.mention}{following}", names)
        joined = not found or found[0].name != self.mention[1:]
        return f"{self.mention} " if joined else self.mention

    def relisted(self, names: list[object]) -> list[object]:
        """A list of names with this one replaced or gone."""
        if self.listed is None:
            return [name for name in names if not self.is_name(name)]
        return [self.listed if self.is_name(name) else name for name in names]

    def is_name(self, value: object) -> bool:
        """Whether an entry of a list is this element's name."""
        return (
            value is not None
            and not isinstance(value, bool)
            and composed(str(value)) == composed(self.name)
        )

    def speaks(self, who: object) -> bool:
        """Whether who says a line is this element, and gets another name."""
        return self.listed is not None and isinstance(who, str) and self.is_name(who)


@dataclass(slots=True)
class _Sweep:
    """Goes over everything written and collects splices by the offset of what they change."""

    text: str
    step: Reword
    is_gentle: bool
    splices: dict[int, Splice] = field(default_factory=dict)

    def film(self, root: Node | None) -> None:
        """Scenes, shots and elements; what an alias stands for is changed where it is written."""
        if not isinstance(root, Mapping):
            return
        for shot in _shots(root.get("scenes")):
            for key in WORDS:
                self._value(shot, key, self._prompt)
            self._value(shot, "elements_needed", self._names)
            self._value(shot, "lines", self._speakers)
        for element in _elements(root.get("elements")):
            self._value(element, "reference_prompts", self._lines)

    def _value(
        self, mapping: Mapping, key: str, act: Callable[[Mapping, Scalar, Node], None]
    ) -> None:
        for source in (mapping, *mapping.merged()):
            entry = source.entry(key)
            if entry is not None:
                act(source, entry[0], resolved(entry[1]))
                return

    def _prompt(self, mapping: Mapping, key: Scalar, node: Node) -> None:
        if isinstance(node, Scalar) and self._changes(node):
            start = after_anchor(self.text, node)
            gentle = self._in_place(node, start)
            ways = [] if mapping.flow else change(self.text, mapping, (key, node), self._new(node))
            is_here = key.end <= node.start
            nice = next(iter(ways), None) if is_here and self.is_gentle else None
            words = Splice(start, content_end(self.text, node), double_quoted(self._new(node)))
            self.splices[node.start] = gentle or (nice[0] if nice else words)

    def _lines(self, mapping: Mapping, key: Scalar, node: Node) -> None:
        for child in map(resolved, node.children if isinstance(node, Sequence) else ()):
            if isinstance(child, Scalar) and self._changes(child):
                start = after_anchor(self.text, child)
                words = double_quoted(self._new(child))
                plain_way = Splice(start, content_end(self.text, child), words)
                self.splices[child.start] = self._in_place(child, start) or plain_way

    def _names(self, mapping: Mapping, key: Scalar, node: Node) -> None:
        if not isinstance(node, Sequence):
            return
        old = plain(node)
        names = self.step.relisted(old) if isinstance(old, list) else []
        if names == old:
            return
        if self.step.listed is None:
            if key.end > node.start:
                raise DocumentError("document.edit-anchor", name=str(node.anchor))
            ways = change(self.text, mapping, (key, node), names)
            self.splices[node.start] = next(iter(ways))[0]
            return
        for child in map(resolved, node.children):
            if isinstance(child, Scalar) and self.step.is_name(child.value):
                start = after_anchor(self.text, child)
                words = inline(self.step.listed, child.style, flow=node.flow)
                self.splices[child.start] = Splice(start, content_end(self.text, child), words)

    def _speakers(self, _mapping: Mapping, _key: Scalar, node: Node) -> None:
        for line in _mappings(node):
            self._value(line, "who", self._speaker)

    def _speaker(self, mapping: Mapping, _key: Scalar, node: Node) -> None:
        if isinstance(node, Scalar) and self.step.speaks(node.value):
            start = after_anchor(self.text, node)
            words = inline(str(self.step.listed), node.style, flow=mapping.flow)
            self.splices[node.start] = Splice(start, content_end(self.text, node), words)

    def _new(self, node: Scalar) -> str:
        return self.step.reworded(str(node.value))

    def _changes(self, node: Scalar) -> bool:
        return isinstance(node.value, str) and self._new(node) != node.value

    def _in_place(self, node: Scalar, start: int) -> Splice | None:
        """The same words as they are written, where every mention can be seen in them."""
        raw = self.text[start : node.end]
        if not self.is_gentle or self._count(raw) != self._count(str(node.value)):
            return None
        return Splice(start, node.end, self.step.reworded(raw))

    def _count(self, text: str) -> int:
        return sum(m.name == self.step.name for m in mentions(text, self.step.known))


def _shots(scenes: Node | None) -> Iterator[Mapping]:
    for scene in _mappings(scenes):
        yield from _mappings(scene.get("shots"))


def _mappings(node: Node | None) -> Iterator[Mapping]:
    for child in map(resolved, node.children if isinstance(node, Sequence) else ()):
        if isinstance(child, Mapping):
            yield child


def _elements(node: Node | None) -> Iterator[Mapping]:
    for _key, raw in node.entries if isinstance(node, Mapping) else ():
        value = resolved(raw)
        if isinstance(value, Mapping):
            yield value
        else:
            yield from _mappings(value)


def _plain_shots(scenes: object) -> Iterator[dict[object, object]]:
    for scene in scenes if isinstance(scenes, list) else ():
        shots = scene.get("shots") if isinstance(scene, dict) else None
        for shot in shots if isinstance(shots, list) else ():
            if isinstance(shot, dict):
                yield shot


def _plain_lines(lines: object) -> Iterator[dict[object, object]]:
    for line in lines if isinstance(lines, list) else ():
        if isinstance(line, dict):
            yield line


def _plain_elements(elements: object) -> Iterator[dict[object, object]]:
    for value in elements.values() if isinstance(elements, dict) else ():
        for part in value if isinstance(value, list) else (value,):
            if isinstance(part, dict):
                yield part
