"""Elements in either layout: grouped lists, where the group says the type, or a flat mapping."""

from __future__ import annotations

from topa_studio.base.spelling import composed
from topa_studio.base.yaml_tree import Mapping, Node, Scalar, Sequence, resolved
from topa_studio.document.edits import ElementTarget, Target
from topa_studio.document.reading.findings import Findings
from topa_studio.document.reading.format import ElementPart, NamedElement
from topa_studio.document.reading.names import MAX_BYTES, is_safe
from topa_studio.document.reading.parts import Owner, raw_text, shown, take
from topa_studio.document.reading.suggest import near_word
from topa_studio.model.scenario import Element, ElementKind

# The names of groups, and what stands in them.
GROUPS = {
    "character": ElementKind.CHARACTER,
    "characters": ElementKind.CHARACTER,
    "background": ElementKind.BACKGROUND,
    "backgrounds": ElementKind.BACKGROUND,
    "location": ElementKind.BACKGROUND,
    "locations": ElementKind.BACKGROUND,
    "prop": ElementKind.PROP,
    "props": ElementKind.PROP,
}


class ElementReader:
    """Reads the `elements` of a film; results stand in its public lists."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self.elements: list[Element] = []
        self.paths: dict[Target, tuple[str | int, ...]] = {}
        self.nodes: dict[Target, Mapping] = {}
        self.spelling: dict[str, str] = {}
        """Each name as it is written, by what it is when its accents are written together."""

    def read(self, node: Node | None) -> None:
        """Read all groups and all single elements."""
        if node is None or (isinstance(node, Scalar) and node.value is None):
            return
        if not isinstance(node, Mapping):
            self._findings.error("document.want-mapping", node, field="elements", value=shown(node))
            return
        for key, raw in node.entries:
            value = resolved(raw)
            if isinstance(value, Sequence):
                self._group(key, value)
            elif isinstance(value, Mapping):
                self._flat(key, value)
            elif not isinstance(value, Scalar) or value.value is not None:
                self._findings.error("document.element-shape", key, name=key.text)
            elif key.text not in GROUPS:
                self._flat(key, None)
        self._report_twins()

    def _group(self, key: Scalar, group: Sequence) -> None:
        kind = GROUPS.get(key.text.lower())
        if kind is None:
            self._report_group(key)
        for place, raw in enumerate(group.children):
            node = resolved(raw)
            path = ("elements", key.text, place)
            if isinstance(node, Mapping):
                name_node = node.get("name")
                name = raw_text(name_node)
                if name is None:
                    take(node, NamedElement, self._findings, Owner())
                    self._findings.error("document.no-name", node, group=key.text)
                else:
                    self._add(name, name_node or node, node, kind, path)
            else:
                self._findings.error("document.element-shape", node, name=f"{key.text} {place + 1}")

    def _report_group(self, key: Scalar) -> None:
        meant = near_word(key.text, ("characters", "backgrounds", "props"))
        if meant is not None:
            self._findings.error("document.near-key", key, key=key.text, meant=meant)

    def _flat(self, key: Scalar, node: Mapping | None) -> None:
        self._add(key.text, key, node, None, ("elements", key.text))

    def _add(
        self,
        name: str,
        at: Node,
        node: Mapping | None,
        kind: ElementKind | None,
        path: tuple[str | int, ...],
    ) -> None:
        if not is_safe(name):
            self._findings.error(
                "document.unsafe-name", at, element=name, name=name, limit=MAX_BYTES
            )
        grouped = isinstance(path[-1], int)
        part: ElementPart = ElementPart()
        if node is not None:
            definition = NamedElement if grouped else ElementPart
            part = take(node, definition, self._findings, Owner(element=name))
        if part.type is not None:
            kind = ElementKind(part.type)
        element = Element(
            name=name,
            kind=kind or ElementKind.PROP,
            description=part.description or "",
            reference_prompts=tuple(part.reference_prompts or ()),
            image_urls=tuple(part.image_urls or ()),
            pictures=tuple(part.pictures or ()),
            voice=part.voice or None,
        )
        target = ElementTarget(name)
        if self.spelling.setdefault(composed(name), name) != name or target in self.paths:
            self._findings.error("document.twin-element", at, element=name, name=name)
            return
        self.elements.append(element)
        self.paths[target] = path
        if node is not None:
            self.nodes[target] = node

    def _report_twins(self) -> None:
        first: dict[str, str] = {}
        for element in self.elements:
            other = first.setdefault(composed(element.name).casefold(), element.name)
            if other != element.name:
                self._findings.error(
                    "document.twin-folder",
                    self.nodes.get(ElementTarget(element.name)),
                    element=element.name,
                    name=element.name,
                    other=other,
                )
