"""Rules for an element's name and description."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from topa_studio.document.reading.prompt_rules import Found
from topa_studio.document.reading.prompt_words import INVISIBLE
from topa_studio.model.problem import Severity
from topa_studio.model.scenario import Element

_LONGEST_DESCRIPTION = 100


def element_rules(element: Element, wire: Mapping[str, str]) -> Iterator[Found]:
    """K17, K18 and K39 for one element; `wire` holds the wire names of all."""
    yield from _prefix(element, wire)
    yield from _description(element)
    for key, text in (("name", element.name), ("description", element.description)):
        hidden = INVISIBLE.search(text)
        if hidden:
            params = {"character": f"U+{ord(hidden.group()[-1]):04X}"}
            yield Found(Severity.ERROR, "K39", params, hidden.group(), key)


def _prefix(element: Element, wire: Mapping[str, str]) -> Iterator[Found]:
    own = wire[element.name]
    for name, other in wire.items():
        if other != own and other.startswith(own):
            params = {"name": name, "other": element.name}
            yield Found(Severity.WARNING, "K17", params, key="name")
            return


def _description(element: Element) -> Iterator[Found]:
    length = len(element.description)
    if not element.description.strip():
        has_pictures = bool(element.image_urls or element.reference_prompts)
        severity = Severity.WARNING if has_pictures else Severity.ERROR
        yield Found(severity, "K18", {"name": element.name}, key="description")
    elif length > _LONGEST_DESCRIPTION:
        params = {"name": element.name, "length": length, "limit": _LONGEST_DESCRIPTION}
        yield Found(Severity.WARNING, "K18l", params, key="description")
