"""Which views of an element are drawn: its own prompts, else those of its kind; pure."""

from __future__ import annotations

import re
from collections.abc import Mapping

from topa_studio.model.scenario import Element, ElementKind

_DEFAULT_VIEWS: Mapping[ElementKind, tuple[str, ...]] = {
    ElementKind.CHARACTER: (
        "front view, full body, standing, on a plain white background",
        "side view, full body, on a plain white background",
        "three-quarter view, full body, on a plain white background",
        "in an action pose, full body, on a plain white background",
    ),
    ElementKind.BACKGROUND: ("wide view", "medium view", "detail view"),
    ElementKind.PROP: (
        "front view on a plain white background",
        "three-quarter view on a plain white background",
    ),
}
_MORE_VIEWS: Mapping[ElementKind, tuple[str, ...]] = {
    ElementKind.CHARACTER: (
        "back view, full body, on a plain white background",
        "close view of the face, on a plain white background",
        "sitting, full body, on a plain white background",
    ),
    ElementKind.BACKGROUND: ("view from the other side", "view from above", "view from below"),
    ElementKind.PROP: (
        "side view on a plain white background",
        "back view on a plain white background",
        "view from above on a plain white background",
    ),
}

_ANGLE = re.compile(r"view|angle|pose|profile|close-up|вид\b|ракурс|поза|профиль|план\b", re.I)
_LOOKED_FROM = re.compile(
    r"[\w-]+ (?:view|angle|pose|profile|close-up)|close-up"
    r"|вид \w+ ?\w*|[\w-]+ (?:ракурс|поза|план)",
    re.I,
)
_LONG = 24


def view_prompts(element: Element) -> tuple[str, ...]:
    """One prompt for each reference image an element shall have; empty: it cannot be drawn."""
    if element.reference_prompts:
        return element.reference_prompts
    return _DEFAULT_VIEWS[element.kind] if element.description else ()


def prompt_of_view(element: Element, number: int | None) -> str:
    """What reference image `number` (from 1) shows: beyond the prompts, further angles in turn.

    None, for a picture of another name: the front.
    """
    usual = _DEFAULT_VIEWS[element.kind]
    prompts = element.reference_prompts or usual
    place = max((number or 1) - 1, 0)
    if place < len(prompts):
        return prompts[place]
    further = (*usual[len(prompts) :], *_MORE_VIEWS[element.kind])
    return further[(place - len(prompts)) % len(further)]


def words_of_view(element: Element, number: int | None) -> str:
    """The first words of a view's prompt, "front view"; "" for a picture of another name."""
    return "" if number is None else _first_words(prompt_of_view(element, number))


def _first_words(prompt: str) -> str:
    """The part that says from where one looks, else the first one."""
    parts = [part.strip() for part in prompt.split(",")]
    found = next((part for part in parts if _ANGLE.search(part)), parts[0])
    words = found.removesuffix(" on a plain white background").strip()
    short = _LOOKED_FROM.search(words)
    return words if short is None or len(words) <= _LONG else short[0].strip()
