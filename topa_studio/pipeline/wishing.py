"""What is wished of a shot or element as the film says it: two marks alike are one wish."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass

from topa_studio.base.errors import StudioError
from topa_studio.model.scenario import Element, Scenario
from topa_studio.model.wish import element_of
from topa_studio.pipeline.board import Board, Subject
from topa_studio.pipeline.compose import Setup, needed_elements, prompt_parts


@dataclass(frozen=True, slots=True)
class InLine:
    """A shot or element that stands in line: what was wished (`wish_mark`), since when.

    Attributes:
        variants: how many were wished at once, sent ones too; see `Wish`.
    """

    mark: str
    at: float
    variants: int = 0


def wish_mark(scenario: Scenario, subject: Subject, setup: Setup) -> str | None:
    """A mark of all that the film says of a subject; None where it is not in the film.

    Unlike a digest it is known before the pictures of elements and the panel are made.
    """
    kind, key = subject
    if kind.is_of_element:
        element = scenario.element(element_of(kind, key))
        return None if element is None else _mark(_look(element), scenario.film.style_prefix)
    if not scenario.has_shot(key):
        return None
    shot = scenario.shot(key)
    frames: tuple[object, ...] = (shot.duration, shot.start, shot.end, scenario.film.aspect_ratio)
    if shot.start_at is not None:
        frames = (*frames, shot.start_at)
    if shot.panel_prompt:
        frames = (*frames, shot.panel_prompt)
    try:
        settings = asdict(setup.settings(scenario, key))
    except StudioError:
        settings = asdict(shot.settings)
    # Where nothing is said, as the mark was before scenes and shots could say it.
    drawn_by = settings.pop("image_model")
    return _mark(
        prompt_parts(scenario, shot, {}),
        [_look(element) for element in needed_elements(scenario, shot)],
        frames,
        (drawn_by, settings),
    )


def calm_changed(board: Board, before: Scenario, after: Scenario, setup: Setup) -> None:
    """What kept a wish from being sent does not count any more where the wish is another now."""
    for subject in board.troubled():
        if wish_mark(before, subject, setup) != wish_mark(after, subject, setup):
            board.calm(subject)


def _look(element: Element) -> tuple[object, ...]:
    prompts, urls = element.reference_prompts, element.image_urls
    return element.name, element.kind, element.description, prompts, urls


def _mark(*said: object) -> str:
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, default=str).encode()).hexdigest()
