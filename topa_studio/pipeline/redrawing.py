"""What is sent for a picture of an element that is drawn once more, or anew; pure."""

from __future__ import annotations

from pathlib import PurePosixPath

from topa_studio.base.errors import StudioError
from topa_studio.model.request import ImageRequest, Picture
from topa_studio.model.scenario import Scenario
from topa_studio.model.wish import Redrawing
from topa_studio.pipeline.compose import Setup, picture_request
from topa_studio.pipeline.folder.layout import number_in
from topa_studio.pipeline.views import prompt_of_view


def redraw_request(
    scenario: Scenario, wish: Redrawing, setup: Setup, front: Picture | None
) -> ImageRequest:
    """A picture of an element once more, or a new one; it keeps the look of `front`.

    Raises:
        StudioError: the element is not in the film, or nothing says how it looks.
    """
    element = scenario.element(wish.element)
    if element is None:
        raise StudioError("pipeline.removed")
    if front is None and not element.description and not element.reference_prompts:
        raise StudioError("pipeline.not-described", element=element.name)
    prompt = wish.words or prompt_of_view(element, number_in(wish.file, element.name))
    return picture_request(scenario, element, prompt, setup, front)


def front_of(wish: Redrawing, setup: Setup) -> Picture | None:
    """The picture whose look another one keeps; None for the frontal one itself."""
    pictures = setup.pictures.get(wish.element, ())
    is_it = not pictures or PurePosixPath(pictures[0].path).name == wish.file
    return None if is_it else pictures[0]
