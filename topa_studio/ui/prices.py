"""What an element's missing reference images would cost, by the catalogue's own prices."""

from __future__ import annotations

from collections.abc import Iterable

from topa_studio.catalogue.catalogue import DEFAULT_IMAGE_MODEL, Catalogue
from topa_studio.catalogue.prices import price
from topa_studio.model.request import ImageRequest, Picture
from topa_studio.model.scenario import FilmConfig
from topa_studio.model.status import RUNNING, ElementStatus


def missing_images(status: ElementStatus) -> int:
    """How many images a press on Generate would make; none while they are being made."""
    return 0 if status.stage in RUNNING else max(0, status.wanted - len(status.pictures))


def images_cost(film: FilmConfig, statuses: Iterable[ElementStatus]) -> float | None:
    """Credits for all missing images; None where a price is not known."""
    whole = 0.0
    for status in statuses:
        for place in range(len(status.pictures), len(status.pictures) + missing_images(status)):
            one = _one_image(film, place)
            if one is None:
                return None
            whole += one
    return whole


def _one_image(film: FilmConfig, place: int) -> float | None:
    # The first view has no reference; each further angle keeps the look of the ones before.
    references = (Picture(path="first"),) if place else ()
    request = ImageRequest(
        film.image_model or DEFAULT_IMAGE_MODEL, "", film.aspect_ratio, references
    )
    model = Catalogue.bundled().model_for(request)
    return None if model is None else price(model, request)
