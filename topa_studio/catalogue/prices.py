"""What a request costs, from the dated table of its model; never a guess."""

from __future__ import annotations

from topa_studio.catalogue.models import Model
from topa_studio.model.request import ClipRequest, ImageRequest, Request


def price(model: Model, request: Request) -> float | None:
    """What `request` costs on `model` (see `Catalogue.model_for`), in its provider's own money.

    None where it is not known.
    """
    if isinstance(request, ImageRequest):
        return _image_price(model, request)
    return _clip_price(model, request)


def _clip_price(model: Model, request: ClipRequest) -> float | None:
    rate = model.prices.per_second.get(request.mode)
    if rate is None:
        return None
    second = rate.sound if request.sound else rate.silent
    return (second + _added(model, request)) * request.duration


def _image_price(model: Model, request: ImageRequest) -> float | None:
    base = model.prices.per_image.get(model.default_mode)
    if base is None:
        return None
    extra = model.prices.extra_reference * max(0, len(request.references) - 1)
    return base + extra + _added(model, request)


def _added(model: Model, request: Request) -> float:
    """What the options add, to a second or a picture."""
    known = ((model.options.get(name), value) for name, value in request.options)
    return sum(option.added(value) for option, value in known if option is not None)
