"""What a press would send of a shot, spelled out from the very request that is composed for it."""

from __future__ import annotations

from dataclasses import replace

from topa_studio.model.mentions import effective_length
from topa_studio.model.request import ClipRequest, ElementInput, Picture, Request
from topa_studio.model.scenario import Element
from topa_studio.model.spelled import Role, SentPicture, Spelled
from topa_studio.model.wish import Kind, Wish
from topa_studio.pipeline.compose import elements_sent
from topa_studio.pipeline.freshness import current_request
from topa_studio.pipeline.money.estimate import Estimate


def request_now(estimate: Estimate, key: str, *, panel: bool) -> Request:
    """The request of a shot's clip or panel, with pictures that are still to be made standing in.

    Raises StudioError: it cannot be composed.
    """
    wish = Wish(Kind.PANEL if panel else Kind.CLIP, key)
    request = estimate.requests(wish, anew=True)[-1]
    if panel:
        return request
    # Where all its pictures are there, they are known by their files.
    known = current_request(estimate.scenario, key, estimate.setup, estimate.board)
    return known if known is not None and _asks_alike(known, request) else request


def spelled_out(estimate: Estimate, key: str, *, panel: bool = False) -> Spelled:
    """Raises StudioError: it cannot be composed."""
    request = request_now(estimate, key, panel=panel)
    film, setup = estimate.scenario, estimate.as_if_drawn(key)
    elements = elements_sent(film, key, setup, panel=panel)
    model = setup.catalogue.model_for(request) or setup.model(request.model)
    wire = [each.name for each in request.elements] if isinstance(request, ClipRequest) else []
    made = Spelled(
        words=request.prompt,
        model=model.title,
        counted=effective_length(request.prompt, model.limits.mention_chars, wire),
        allowed=model.limits.prompt_chars,
        aspect_ratio=request.aspect_ratio,
        options=tuple((name, str(value)) for name, value in request.options),
        first=any(not (picture.path or picture.url) for picture in request.pictures()),
    )
    if not isinstance(request, ClipRequest):
        return replace(made, pictures=tuple(_of_panel(request, elements)))
    return replace(
        made,
        mode=request.mode,
        seconds=request.duration,
        sound=request.sound,
        pictures=tuple(_of_clip(request, elements)),
    )


def _asks_alike(known: ClipRequest, request: Request) -> bool:
    if not isinstance(request, ClipRequest) or known.prompt != request.prompt:
        return False
    return len(known.elements) == len(request.elements)


def _of_clip(request: ClipRequest, elements: tuple[Element, ...]) -> list[SentPicture]:
    frames = ((Role.START, request.start), (Role.END, request.end))
    found = [SentPicture(role, paths=_paths(frame)) for role, frame in frames if frame is not None]
    pairs = zip(elements, request.elements, strict=True)
    return [*found, *(_element(element, sent) for element, sent in pairs)]


def _element(element: Element, sent: ElementInput) -> SentPicture:
    pictures = tuple(dict.fromkeys(sent.pictures))
    return SentPicture(Role.ELEMENT, element.name, sent.name, _paths(*pictures), len(pictures))


def _of_panel(request: Request, elements: tuple[Element, ...]) -> list[SentPicture]:
    pairs = zip(elements, request.pictures(), strict=True)
    return [SentPicture(Role.ELEMENT, one.name, paths=_paths(picture)) for one, picture in pairs]


def _paths(*pictures: Picture) -> tuple[str, ...]:
    return tuple(picture.path for picture in pictures if picture.path)
