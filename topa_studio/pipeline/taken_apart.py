"""A request taken apart again into what the film said when it was sent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from topa_studio.model.options import Options
from topa_studio.model.request import ImageRequest, Picture, Request
from topa_studio.model.scenario import Scenario, Shot
from topa_studio.model.still_words import still_words
from topa_studio.model.wire_names import wire_name, wire_names
from topa_studio.pipeline.compose import joined, needed_elements, prompt_parts

_PLACE = re.compile(r"(?:^|\. )(?=(?:Setting|Lighting): )")
_PLACES = re.compile(
    r"(?:Setting: (?:.*?\. (?=Lighting: )|.*?(?:\. |$)))?(?:Lighting: .*?(?:\. |$))?"
)
_STILL = re.compile(
    r"(?:^|\. )One still frame, the first moment of the shot"
    r"(?:\. Reference pictures in this order: (?P<names>.*))?$"
)


@dataclass(frozen=True, slots=True)
class Sent:
    """The parts of a request.

    Attributes:
        style, place, words: its prompt; put together again they are all of it.
        settings: length in seconds, quality, sound; model and format.
        elements: description and pictures by the element's name.
        names: elements by their names on the wire.
        start, end: pictures as the service sees them: where they lie does not count.
    """

    style: str
    place: str
    words: str
    model: str
    ratio: str
    seconds: int | None = None
    mode: str | None = None
    sound: bool | None = None
    elements: Mapping[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    start: Picture | None = None
    end: Picture | None = None
    options: Options = ()

    @property
    def plain_words(self) -> str:
        """The words with each mention as plain letters, as they are sent without pictures."""
        words = self.words
        for wire, name in self.names.items():
            words = re.sub(rf"@{wire}\b", name.replace("\\", r"\\"), words)
        return words


def taken_apart(request: Request, scenario: Scenario, key: str) -> Sent:
    """The parts of a request of a shot, by what the film says now where only that can tell."""
    if isinstance(request, ImageRequest):
        return _picture(request, scenario, key)
    named = _named(scenario, key)
    names = {each.name: named.get(each.name, each.name) for each in request.elements}
    style, place, words = _prompt(request.prompt, scenario, scenario.shot(key), names)
    return Sent(
        style,
        place,
        words,
        request.model,
        request.aspect_ratio,
        request.duration,
        request.mode,
        request.sound,
        {names[e.name]: (e.description, _marks(e.pictures)) for e in request.elements},
        names,
        request.start,
        request.end,
        request.options,
    )


def _picture(request: ImageRequest, scenario: Scenario, key: str) -> Sent:
    found = _STILL.search(request.prompt)
    prompt = request.prompt if found is None else request.prompt[: found.start()]
    listed = (found["names"] or "").split(", ") if found is not None else []
    elements = {
        name: ("", (mark,)) for name, mark in zip(listed, _marks(request.references), strict=False)
    }
    shot = scenario.shot(key)
    asked = replace(shot, prompt=still_words(" ".join(shot.prompt.split())))
    style, place, words = _prompt(prompt, scenario, asked, {})
    return Sent(
        style,
        place,
        words,
        request.model,
        request.aspect_ratio,
        elements=elements,
        options=request.options,
    )


def _named(scenario: Scenario, key: str) -> Mapping[str, str]:
    """The film's elements by the names they may have had on the wire."""
    shot = scenario.shot(key)
    needed = [element.name for element in needed_elements(scenario, shot)]
    found = {wire: name for name, wire in wire_names(needed).items()}
    for name, wire in wire_names(scenario.names).items():
        found.setdefault(wire, name)
    for name in scenario.names:
        found.setdefault(wire_name(name), name)
    return found


def _prompt(
    prompt: str, scenario: Scenario, shot: Shot, names: Mapping[str, str]
) -> tuple[str, str, str]:
    """Style, place with its light, and words. What joins them is left out.

    Where nothing tells them apart the words are all of it.
    """
    wire = {name: on_wire for on_wire, name in names.items()}
    first, *places, last = prompt_parts(scenario, shot, wire)
    style, place, words = joined((first,)), joined(tuple(places)), joined((last,))
    found, rest = _style(prompt, style, words)
    if not rest.startswith(("Setting: ", "Lighting: ")):
        return found, "", rest
    if rest == words or (words and rest.endswith(f". {words}")):
        return found, rest.removesuffix(words).removesuffix(". "), words
    if place and (rest == place or rest.startswith(f"{place}. ")):
        return found, place, rest.removeprefix(place).removeprefix(". ")
    guessed = _PLACES.match(rest)
    end = 0 if guessed is None else guessed.end()
    return found, rest[:end].removesuffix(". "), rest[end:]


def _style(prompt: str, style: str, words: str) -> tuple[str, str]:
    """The film's style at the head of a prompt, and the rest."""
    if style and (prompt == style or prompt.startswith(f"{style}. ")):
        return style, prompt.removeprefix(style).removeprefix(". ")
    begin = _PLACE.search(prompt)
    if begin is not None:
        return prompt[: begin.start()], prompt[begin.end() :]
    if words and prompt.endswith(f". {words}"):
        return prompt.removesuffix(f". {words}"), words
    return "", prompt


def _marks(pictures: tuple[Picture, ...]) -> tuple[str, ...]:
    return tuple(map(mark_of, pictures))


def mark_of(picture: Picture | None) -> str:
    """What tells a picture from others: its content, else where it lies."""
    if picture is None:
        return ""
    return picture.sha256 or picture.url or picture.path
