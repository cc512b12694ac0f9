"""A film that was read, without the nodes of its scenes: they are parsed again when asked for."""

from __future__ import annotations

from dataclasses import replace

from topa_studio.base.yaml_reader import parse
from topa_studio.base.yaml_tree import Entries, Mapping, Sequence, Unread
from topa_studio.document.portions import portions
from topa_studio.document.prepared import State
from topa_studio.document.reading.checks import CheckedScene
from topa_studio.document.reading.read import Reading
from topa_studio.document.reading.read_scenes import ReadScene, ReadShot
from topa_studio.document.text.draft import Draft


def folded(state: State) -> State:
    """The same state; as it is where its scenes do not stand apart."""
    draft, reading = state.draft, state.reading
    found, root = portions(draft, reading), reading.root
    node = root.get("scenes") if root is not None else None
    if found is None or root is None or not isinstance(node, Sequence):
        return state
    stops = (*found.starts[1:], found.stop)
    bases = tuple(
        Unread(base.start + by, base.end + by, draft.text[at:stop], at, parse)
        for base, by, at, stop in zip(node.bases, node.shifts, found.starts, stops, strict=True)
    )
    scenes = replace(node, children=Entries(bases, (0,) * len(bases)))
    root = with_scenes(root, scenes)
    reads = tuple(map(_on, reading.scenes, bases))
    checked = tuple(
        CheckedScene(read, scene.problems)
        for read, scene in zip(reads, state.checked.scenes, strict=True)
    )
    return State(
        Draft(draft.text, replace(draft.tree, root=root)),
        Reading(reading.scenario, reading.own, root, reading.head, reads),
        replace(state.checked, scenes=checked),
    )


def with_scenes(root: Mapping, scenes: Sequence) -> Mapping:
    """The root with its scenes; all other entries stay the very same."""
    entries = [(key, scenes if key.text == "scenes" else value) for key, value in root.entries]
    return replace(root, entries=entries)


def _on(read: ReadScene, base: Unread) -> ReadScene:
    shots = tuple(
        ReadShot(base, s.place, s.written, s.shot, s.problems, s.line, s.is_sure)
        for s in read.shots
    )
    return replace(read, base=base, shots=shots)
