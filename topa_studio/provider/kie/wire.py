"""KIE's request bodies, from the model's data; what a model's file does not name is not sent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from topa_studio.base.errors import Refused
from topa_studio.catalogue.models import Model
from topa_studio.model.request import ClipRequest, ElementInput, ImageRequest, Picture, Request

Urls = Mapping[str, str]


def create_body(model: Model, request: Request, urls: Urls) -> dict[str, Any]:
    """The body of createTask for `request` on `model` (see `Catalogue.model_for`).

    Args:
        urls: sha256 of each local picture -> its uploaded URL; a picture's own url goes first.

    Raises:
        Refused: the model cannot take this request, or a picture has no URL; nothing was sent.
    """
    if isinstance(request, ImageRequest):
        given = _image_input(model, request, urls)
    else:
        given = _clip_input(model, request, urls)
    return {
        "model": model.id,
        "input": {**given, **model.wire.constant, **_options(model, request)},
    }


def _options(model: Model, request: Request) -> dict[str, Any]:
    """They stand above what is sent with every request: that may only be what is usual."""
    known = ((model.options.get(name), value) for name, value in request.options)
    return {option.wire: value for option, value in known if option is not None}


def _clip_input(model: Model, request: ClipRequest, urls: Urls) -> dict[str, Any]:
    wire = model.wire
    seconds = str(request.duration) if wire.duration_as_text else request.duration
    elements = [_element(model, element, urls) for element in request.elements]
    parts = (
        (wire.prompt, request.prompt),
        (wire.duration, seconds),
        (wire.aspect_ratio, request.aspect_ratio),
        (wire.mode, wire.modes.get(request.mode, request.mode)),
        (wire.sound, request.sound),
        (wire.frames, _frames(model, request, urls)),
        (wire.elements, elements),
    )
    if elements and wire.elements is None:
        raise Refused("provider.no-elements", model=model.title)
    return {name: value for name, value in parts if name is not None and value != []}


def _frames(model: Model, request: ClipRequest, urls: Urls) -> list[str]:
    if request.start is None:
        if request.end is not None:
            raise Refused("provider.end-without-start", model=model.title)
        return []
    if model.wire.frames is None:
        raise Refused("provider.no-frames", model=model.title)
    frames = (request.start, request.end)
    return [_url(frame, urls) for frame in frames if frame is not None]


def _element(model: Model, element: ElementInput, urls: Urls) -> dict[str, Any]:
    """An element with too few pictures repeats its last one; the service wants two or more."""
    fewest, most = model.limits.element_pictures
    pictures = [_url(picture, urls) for picture in element.pictures][:most]
    if not pictures:
        raise Refused("provider.element-without-picture", element=element.name)
    pictures += pictures[-1:] * (fewest - len(pictures))
    return {
        "name": element.name,
        "description": element.description or element.name,
        "element_input_urls": pictures,
    }


def _image_input(model: Model, request: ImageRequest, urls: Urls) -> dict[str, Any]:
    wire = model.wire
    references = [_url(picture, urls) for picture in request.references]
    if references and wire.references is None:
        raise Refused("provider.no-references", model=model.title)
    mode = model.default_mode
    parts = (
        (wire.prompt, request.prompt),
        (wire.aspect_ratio, request.aspect_ratio),
        (wire.mode, wire.modes.get(mode, mode)),
        (wire.references, references),
    )
    return {name: value for name, value in parts if name is not None and value != []}


def _url(picture: Picture, urls: Urls) -> str:
    url = picture.url or urls.get(picture.sha256, "")
    if not url:
        raise Refused("provider.picture-without-url", path=picture.path)
    return url
