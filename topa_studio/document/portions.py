"""A film's text in portions: what stands above its scenes, the lines of each, what stands below."""

from __future__ import annotations

from dataclasses import dataclass, replace

from topa_studio.base.yaml_tree import Mapping, Sequence
from topa_studio.document.reading.read import Reading
from topa_studio.document.text.draft import Draft
from topa_studio.document.text.spans import line_start
from topa_studio.model.scenario import Scenario, Scene


@dataclass(frozen=True, slots=True)
class Portions:
    """`starts` are the first lines of the film's scenes; `stop` is the line behind the last one."""

    text: str
    film: Scenario
    starts: tuple[int, ...]
    stop: int

    def others(self, known: Portions) -> tuple[str, Scenario]:
        """A small film of what is not, to the letter, in the other one: text, and what it says."""
        lines = known.by_scene()
        own = [(scene, words) for scene, words in self.scenes() if lines.get(id(scene)) != words]
        above = self.text[: self.starts[0]]
        words = "".join((above, *(words for _scene, words in own), self.text[self.stop :]))
        return words, replace(self.film, scenes=tuple(scene for scene, _words in own))

    def scenes(self) -> list[tuple[Scene, str]]:
        """Each scene with its lines."""
        ends = (*self.starts[1:], self.stop)
        lines = (self.text[start:end] for start, end in zip(self.starts, ends, strict=True))
        return list(zip(self.film.scenes, lines, strict=True))

    def by_scene(self) -> dict[int, str]:
        """The lines of each scene, by which object it is."""
        return {id(scene): words for scene, words in self.scenes()}


def portions(draft: Draft, reading: Reading) -> Portions | None:
    """None where the scenes do not stand apart: in brackets, borrowing, or named alike."""
    root, tree = reading.root, draft.tree
    entry = root.entry("scenes") if root is not None else None
    if tree.anchored or tree.duplicates or entry is None or not reading.scenes:
        return None
    key, node = entry
    if not isinstance(node, Sequence) or node.flow or not all(s.is_sure for s in reading.scenes):
        return None
    text, column = draft.text, node.body - line_start(draft.text, node.body)
    starts = [
        line_start(text, base.start + shift)
        for base, shift in zip(node.bases, node.shifts, strict=True)
    ]
    if not all(text.startswith(" " * column + "-", start) for start in starts):
        return None
    if starts[0] <= line_start(text, key.start):
        return None
    return Portions(text, reading.scenario, tuple(starts), _stop(root, key.text, text))


def _stop(root: Mapping | None, name: str, text: str) -> int:
    keys = [key for key, _value in root.entries] if root is not None else []
    place = next(place for place, key in enumerate(keys) if key.text == name)
    return line_start(text, keys[place + 1].start) if place + 1 < len(keys) else len(text)
