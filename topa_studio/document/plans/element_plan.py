"""What adding, deleting, renaming and retyping an element means for the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from topa_studio.base.errors import DocumentError
from topa_studio.base.spelling import composed
from topa_studio.base.yaml_tree import Alias, Mapping, Node, Scalar, Sequence, resolved
from topa_studio.document.edits import (
    AddElement,
    DeleteElement,
    ElementEdit,
    ElementTarget,
    Fields,
    RenameElement,
    RetypeElement,
)
from topa_studio.document.plans.reword import Reword
from topa_studio.document.reading.names import is_safe
from topa_studio.document.reading.read_elements import GROUPS
from topa_studio.document.text.draft import Path, Step
from topa_studio.document.text.entries import InsertAt, RemoveAt, borrowed
from topa_studio.document.text.excerpt import lift
from topa_studio.document.text.fields import DropAt, RenameKey, SetAt
from topa_studio.document.text.ground import Ground
from topa_studio.document.text.moves import MoveAt
from topa_studio.document.text.render import entry_lines
from topa_studio.model.mentions import is_mentionable, mentioned_names
from topa_studio.model.scenario import ElementKind


@dataclass(frozen=True, slots=True)
class ElementPlan:
    """Plans edits of elements on one state of the text."""

    ground: Ground

    def steps(self, edit: ElementEdit) -> Iterator[Step]:
        """The steps of an edit, in order. Raises DocumentError where it is refused."""
        match edit:
            case AddElement():
                self._check(edit.name)
                yield from self._add(edit)
            case DeleteElement():
                yield from self._delete(edit)
            case RenameElement(old, new):
                yield from self._rename(old, new)
            case RetypeElement(name, kind):
                yield from self._retype(name, kind)

    def renamed(self, name: str, wanted: str) -> Step:
        """The step that gives the element itself another name. Raises DocumentError."""
        path = self.ground.path(ElementTarget(name))
        if wanted != name:
            self._check(wanted, but=name)
        if isinstance(path[-1], str):
            return RenameKey(path[:-1], path[-1], wanted)
        return SetAt(path, "name", wanted)

    def _check(self, name: str, but: str = "") -> None:
        if not is_safe(name):
            raise DocumentError("document.unsafe-name", name=name, limit=100)
        others = (other for other in self.ground.reading.scenario.names if other != but)
        if composed(name) in map(composed, others):
            raise DocumentError("document.id-taken", id=name)

    def _add(self, edit: AddElement) -> Iterator[Step]:
        fields = {k: v for k, v in edit.fields.items() if k not in ("name", "type")}
        draft = self.ground.draft
        if not isinstance(draft.tree.root, Mapping):
            raise DocumentError("document.edit-unreadable")
        entry = draft.tree.root.entry("elements")
        holder = entry[1] if entry is not None else None
        if isinstance(holder, Alias):
            raise DocumentError("document.edit-alias", name=holder.name)
        group = _group_of(holder, edit.kind)
        if group is None and _is_flat(holder):
            yield SetAt(("elements",), edit.name, {"type": edit.kind.value, **fields})
            return
        values = {"name": edit.name, **fields}
        if isinstance(holder, Mapping) and holder.flow and holder.entries and group is None:
            yield SetAt(("elements",), f"{edit.kind.value}s", [values])
            return
        if isinstance(holder, Mapping) and holder.entries:
            path: Path = ("elements", group or f"{edit.kind.value}s")
            to = self.ground.count(path)
            words = entry_lines(values, self._styles(path, to))
            yield InsertAt(path, to, (words,), (values,))
            return
        ahead = tuple(key.text for key, _v in draft.tree.root.entries if key.text == "scenes")
        yield SetAt((), "elements", {f"{edit.kind.value}s": [values]}, before=ahead)

    def _styles(self, path: Path, count: int) -> dict[str, str]:
        """The quotes of the element that a new one follows."""
        if not count:
            return {}
        last = self.ground.draft.locate(path)
        node = resolved(last.children[-1]) if isinstance(last, Sequence) else None
        entries = node.entries if isinstance(node, Mapping) else []
        return {k.text: v.style for k, v in entries if isinstance(v, Scalar) and v.style in "'\""}

    def _delete(self, edit: DeleteElement) -> Iterator[Step]:
        path = self.ground.path(ElementTarget(edit.name))
        mark = edit.name if edit.mentions == "plain" else f"@{edit.name}"
        yield Reword(edit.name, mark, None, self.ground.reading.scenario.names)
        if isinstance(path[-1], int):
            yield RemoveAt(path[:-1], path[-1])
            return
        node = self.ground.draft.locate(path[:-1])
        entry = node.entry(path[-1]) if isinstance(node, Mapping) else None
        name = borrowed(self.ground.draft.tree, entry[1]) if entry is not None else None
        if name is not None:
            raise DocumentError("document.edit-anchor", name=name)
        yield DropAt(path[:-1], path[-1], comments=True)

    def _rename(self, old: str, new: str) -> Iterator[Step]:
        step = self.renamed(old, new)
        if old == new:
            return
        if not is_mentionable(new) and self._is_mentioned(old):
            raise DocumentError("document.name-mention", name=new)
        yield Reword(old, f"@{new}", new, self.ground.reading.scenario.names)
        yield from self._renamed_pictures(old, new)
        yield step

    def _renamed_pictures(self, old: str, new: str) -> Iterator[Step]:
        """Its pictures are carried to the new name, and so is their order."""
        element = self.ground.reading.scenario.element(old)
        listed = [] if element is None else list(element.pictures)
        own = re.compile(rf"{re.escape(old)}(\d+\.\w+)")
        named = [f"{new}{found[1]}" if (found := own.fullmatch(n)) else n for n in listed]
        if named != listed:
            yield SetAt(self.ground.path(ElementTarget(old)), "pictures", named)

    def _is_mentioned(self, name: str) -> bool:
        film = self.ground.reading.scenario
        texts = [words for shot in film.shots() for words in (shot.prompt, shot.panel_prompt)]
        texts += [line for element in film.elements for line in element.reference_prompts]
        return any(name in mentioned_names(text, film.names) for text in texts)

    def _retype(self, name: str, kind: ElementKind) -> Iterator[Step]:
        path = self.ground.path(ElementTarget(name))
        element = self.ground.reading.scenario.element(name)
        if element is not None and element.kind is kind:
            return
        node = self.ground.reading.node(ElementTarget(name))
        if node is None:
            fields: Fields = {"type": kind.value}
            yield SetAt(path[:-1], str(path[-1]), dict(fields))
            return
        group = str(path[1]).lower()
        holder = self.ground.draft.locate(("elements",))
        wanted = _group_of(holder, kind) or f"{kind.value}s"
        can_move = isinstance(path[-1], int) and group in GROUPS and _takes_lines(holder, wanted)
        if not can_move or node.get("type") is not None:
            yield SetAt(path, "type", kind.value, ("name",))
        if can_move and GROUPS[group] is not kind:
            target: Path = ("elements", wanted)
            yield from self._to_group(path, target, kind, has_type=node.get("type") is not None)

    def _to_group(
        self, path: Path, target: Path, kind: ElementKind, *, has_type: bool
    ) -> Iterator[Step]:
        draft, place = self.ground.draft, int(path[-1])
        if draft.mapping(("elements",)).entry(str(target[-1])) is not None:
            yield MoveAt(path[:-1], place, target, self.ground.count(target))
            return
        source = draft.locate(path[:-1])
        if not isinstance(source, Sequence):
            raise DocumentError("document.edit-layout")
        copy = lift(draft, source, place, alone=False)
        if has_type:
            copy = copy.after(SetAt((copy.places[0],), "type", kind.value))
        yield InsertAt(target, 0, copy.words(), copy.values())
        yield RemoveAt(path[:-1], place)


def _group_of(holder: Node | None, kind: ElementKind) -> str | None:
    """The group that the file has for a kind, the fullest first; one that stands empty counts."""
    found: list[tuple[int, str]] = []
    for key, raw in holder.entries if isinstance(holder, Mapping) else ():
        value = resolved(raw)
        is_list = isinstance(value, Sequence)
        is_empty = isinstance(value, Scalar) and value.value is None
        if (is_list or is_empty) and GROUPS.get(key.text.lower()) is kind:
            count = len(value.children) if isinstance(value, Sequence) else 0
            found.append((-count, key.text))
    return min(found)[1] if found else None


def _takes_lines(holder: Node, group: str) -> bool:
    """Whether a group can take an element with its lines: brackets cannot."""
    if not isinstance(holder, Mapping) or holder.flow:
        return False
    entry = holder.entry(group)
    node = entry[1] if entry is not None else None
    return not (isinstance(node, Sequence) and node.flow and node.children)


def _is_flat(holder: Node | None) -> bool:
    """Whether elements stand by name in the mapping, not in groups."""
    entries = holder.entries if isinstance(holder, Mapping) else []
    values = [(key, resolved(raw)) for key, raw in entries]
    return any(
        isinstance(value, Mapping)
        or (isinstance(value, Scalar) and value.value is None and key.text.lower() not in GROUPS)
        for key, value in values
    )
