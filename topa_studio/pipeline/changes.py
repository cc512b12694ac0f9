"""Two requests of one shot side by side: which parts of the film make the difference."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from topa_studio.model.change import Change
from topa_studio.model.request import ClipRequest
from topa_studio.model.scenario import Scenario
from topa_studio.model.take import Take
from topa_studio.model.wire_names import wire_names
from topa_studio.pipeline.compose import joined, needed_elements, prompt_parts
from topa_studio.pipeline.freshness import Freshness
from topa_studio.pipeline.job import Kind

_SCENIC = ("Setting: ", "Lighting: ")


def changes_between(
    scenario: Scenario, key: str, before: ClipRequest, now: ClipRequest
) -> tuple[Change, ...]:
    """What of a shot differs between what was sent and what would be sent `now`."""
    elements, pictures = _elements_differ(before, now)
    found = {
        Change.LENGTH: before.duration != now.duration,
        Change.QUALITY: before.mode != now.mode,
        Change.SOUND: before.sound != now.sound,
        Change.MODEL: before.model != now.model,
        Change.FORMAT: before.aspect_ratio != now.aspect_ratio,
        Change.ELEMENTS: elements,
        Change.PICTURES: pictures,
        Change.START: _seen(before, "start") != _seen(now, "start"),
        Change.END: _seen(before, "end") != _seen(now, "end"),
        Change.OPTIONS: before.options != now.options,
        **dict.fromkeys(_prompt_changes(scenario, key, before), True),
    }
    return tuple(change for change in Change if found.get(change))


def changes_of(freshness: Freshness, key: str, take: Take) -> tuple[Change, ...]:
    """Why a take is out of date; nothing where what it was made with is not known any more."""
    job, now = freshness.board.entry(Kind.CLIP, key).made_with(take), freshness.request(key, take)
    if now is None or job is None or not isinstance(job.request, ClipRequest):
        return ()
    return changes_between(freshness.scenario, key, job.request, now)


def _prompt_changes(scenario: Scenario, key: str, before: ClipRequest) -> tuple[Change, ...]:
    """Which of style, scene and words is why the prompt reads otherwise.

    A mention is written otherwise once its element has pictures: that is no change of the words,
    so they are compared as they would have been written then.
    """
    then = {element.name for element in before.elements}
    shot = scenario.shot(key)
    names = wire_names(element.name for element in needed_elements(scenario, shot))
    wire = {name: on_wire for name, on_wire in names.items() if on_wire in then}
    first, *places, last = prompt_parts(scenario, shot, wire)
    style, scene, words = joined((first,)), joined(tuple(places)), joined((last,))
    old, ahead, behind = before.prompt, _row(style, scene), _row(scene, words)
    if old == _row(ahead, words):
        return ()
    middle = _between(old, style, words)
    if middle is not None and (not middle or middle.startswith(_SCENIC)):
        return (Change.SCENE,)
    if (left := _between(old, "", behind)) is not None and not left.startswith(_SCENIC):
        return (Change.STYLE,)
    if (left := _between(old, ahead, "")) is not None and not left.startswith(_SCENIC):
        return (Change.WORDS,)
    if _between(old, "", words) is not None:
        return (Change.SCENE, Change.STYLE)
    if _between(old, style, "") is not None and style:
        return (Change.WORDS, Change.SCENE)
    return (Change.WORDS, Change.STYLE) if scene and scene in old else (Change.WORDS, Change.SCENE)


def _row(*parts: str) -> str:
    return ". ".join(part for part in parts if part)


def _between(text: str, start: str, end: str) -> str | None:
    """What stands in `text` between these parts; None where it does not begin and end so."""
    if text == _row(start, end):
        return ""
    head, tail = (f"{start}. " if start else ""), (f". {end}" if end else "")
    if not (text.startswith(head) and text.endswith(tail)):
        return None
    return text[len(head) : len(text) - len(tail)] if len(text) > len(head) + len(tail) else None


def _elements_differ(before: ClipRequest, now: ClipRequest) -> tuple[bool, bool]:
    """Whether other elements, or others' words, are sent, and whether the same have new images."""
    old, new = _named(before), _named(now)
    others = {name: words for name, (words, _) in old.items()} != {
        name: words for name, (words, _) in new.items()
    }
    both = old.keys() & new.keys()
    return others, any(old[name][1] != new[name][1] for name in both)


def _named(request: ClipRequest) -> Mapping[str, tuple[str, tuple[str, ...]]]:
    return {
        element.name: (element.description, tuple(p.sha256 or p.url for p in element.pictures))
        for element in request.elements
    }


def _seen(request: ClipRequest, frame: str) -> object:
    """A frame as the service sees it: where it lies does not count."""
    picture = request.start if frame == "start" else request.end
    return picture and (replace(picture, path="") if picture.sha256 else picture)
