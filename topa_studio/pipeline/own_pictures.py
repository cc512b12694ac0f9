"""Pictures of the user's own that go to the service with a shot; pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from topa_studio.catalogue.models import Limits, Model
from topa_studio.model.scenario import Element, Scenario
from topa_studio.pipeline.compose import Setup, needed_elements, needs_panel


@dataclass(frozen=True, slots=True)
class OwnPicture:
    """One picture: where it is stored, what the service asks of it, and what names it.

    Attributes:
        ratio: what it is cut to; "": it goes as it is.
        field: "start" or "end" of a shot; "": it shows `element`.
    """

    path: str
    limits: Limits
    ratio: str = ""
    field: str = ""
    element: str = ""


def own_pictures(scenario: Scenario, key: str, setup: Setup) -> Iterator[OwnPicture]:
    """All that a shot sends. Raises StudioError where nobody knows its model."""
    shot = scenario.shot(key)
    model, framed = _models(scenario, key, setup)
    ratio = scenario.film.aspect_ratio
    for field, stored in shot.own_frames:
        yield OwnPicture(stored, framed.limits, ratio, field)
    used = framed if shot.start not in (None, "none") else model
    if used.limits.elements or needs_panel(scenario, key, setup):
        for element in needed_elements(scenario, shot):
            yield from element_pictures(element, setup, used)


def _models(scenario: Scenario, key: str, setup: Setup) -> tuple[Model, Model]:
    """The model of a shot, and the one that takes frames for it."""
    model = setup.model(setup.settings(scenario, key).model or "")
    return model, setup.model(model.frame_model) if model.frame_model else model


def element_pictures(element: Element, setup: Setup, model: Model) -> Iterator[OwnPicture]:
    """The files that show an element to a clip model."""
    most = model.limits.element_pictures[1] if model.limits.elements else 1
    for picture in setup.pictures.get(element.name, ())[:most]:
        if picture.path:
            yield OwnPicture(picture.path, model.limits, element=element.name)
