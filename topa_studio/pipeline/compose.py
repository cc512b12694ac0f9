"""Scenario to request: what the service will be asked, word for word; pure functions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from topa_studio.base.errors import StudioError
from topa_studio.catalogue.catalogue import DEFAULT_IMAGE_MODEL, Catalogue
from topa_studio.catalogue.models import Model
from topa_studio.catalogue.options import options_sent
from topa_studio.model.mentions import mentioned_names
from topa_studio.model.repeated_words import unsaid_in
from topa_studio.model.request import ClipRequest, ElementInput, ImageRequest, Picture, digest
from topa_studio.model.scenario import Element, ElementKind, Scenario, Settings, Shot
from topa_studio.model.settings import in_force
from topa_studio.model.still_words import still_words
from topa_studio.model.wire_names import wire_names, with_wire_names
from topa_studio.pipeline.views import view_prompts


@dataclass(frozen=True, slots=True)
class Setup:
    """What composing needs beside the scenario: models, the settings below the film's, pictures.

    `pictures` holds each element's reference images, in the order they are sent; `own` what is
    known of pictures that shots start from, end with or are, by how the film names them.
    """

    catalogue: Catalogue
    defaults: Settings
    pictures: Mapping[str, tuple[Picture, ...]]
    own: Mapping[str, Picture] = field(default_factory=dict)

    def settings(self, scenario: Scenario, key: str) -> Settings:
        """Model, mode and sound of a shot; nothing is left open."""
        return self.catalogue.whole(in_force(scenario, key, self.defaults))

    def model(self, model_id: str) -> Model:
        """A model of the catalogue. Raises StudioError where nobody knows it."""
        model = self.catalogue.get(model_id)
        if model is None:
            raise StudioError("pipeline.unknown-model", model=model_id)
        return model


def view_request(
    scenario: Scenario, element: Element, number: int, setup: Setup, front: Picture | None
) -> ImageRequest:
    """Reference image `number` (from 1); all but the first keep the look of `front`."""
    return picture_request(scenario, element, view_prompts(element)[number - 1], setup, front)


def picture_request(
    scenario: Scenario, element: Element, prompt: str, setup: Setup, front: Picture | None
) -> ImageRequest:
    """A picture of an element that shows what `prompt` says, with the look of `front`."""
    same = f"The same {element.kind} as in the reference picture" if front else ""
    unsaid = unsaid_in(prompt, element.description)
    told = (unsaid, prompt) if unsaid == element.description else (prompt, unsaid)
    words = (same, *told, scenario.film.style_prefix)
    scenic = element.kind is ElementKind.BACKGROUND
    request = ImageRequest(
        model=scenario.film.image_model or DEFAULT_IMAGE_MODEL,
        prompt=joined(words),
        aspect_ratio=scenario.film.aspect_ratio if scenic else "1:1",
        references=(front,) if front else (),
    )
    return _with_options(request, scenario, setup)


def _with_options(request: ImageRequest, scenario: Scenario, setup: Setup) -> ImageRequest:
    """Pictures have the film's options: those of a shot are its clip's."""
    taker = setup.catalogue.model_for(request)
    options = () if taker is None else options_sent(taker.options, scenario.film.settings.options)
    return replace(request, options=options)


def needed_elements(scenario: Scenario, shot: Shot) -> tuple[Element, ...]:
    """Elements a shot needs or mentions, each once, in the order they are named."""
    if not scenario.elements:
        return ()
    names = dict.fromkeys((*shot.elements, *mentioned_names(shot.prompt, scenario.names)))
    found = (scenario.element(name) for name in names)
    return tuple(element for element in found if element is not None)


def prompt_parts(
    scenario: Scenario, shot: Shot, wire: Mapping[str, str]
) -> tuple[str, str, str, str]:
    """Style, setting, lighting and words of a shot, as `shot_prompt` joins them."""
    scene = scenario.scene_of(shot.key)
    setting = f"Setting: {scene.background}" if scene.background else ""
    lighting = f"Lighting: {scene.lighting}" if scene.lighting else ""
    words = with_wire_names(_on_one_line(shot), wire, scenario.names)
    return scenario.film.style_prefix, setting, lighting, words


def shot_prompt(scenario: Scenario, shot: Shot, wire: Mapping[str, str]) -> str:
    """Style, setting, lighting and the shot's words; mentions as the service reads them.

    An element without a wire name, as it has no pictures or the model knows no mentions, is
    plain text.
    """
    return joined(prompt_parts(scenario, shot, wire))


def _on_one_line(shot: Shot) -> str:
    return " ".join(shot.prompt.split())


def needs_panel(scenario: Scenario, key: str, setup: Setup) -> bool:
    """Whether the shot starts from its panel: because it says so, or the model needs a frame."""
    shot = scenario.shot(key)
    if shot.start is not None:
        return shot.start == "panel"
    model = setup.model(setup.settings(scenario, key).model or "")
    return model.elements_need_frame and any(
        setup.pictures.get(e.name) or view_prompts(e) for e in needed_elements(scenario, shot)
    )


def panel_request(scenario: Scenario, key: str, setup: Setup) -> ImageRequest:
    """The still picture of a shot: what of its words can be seen in one, and the first picture of
    each of its elements.
    """
    words = still_words(_on_one_line(scenario.shot(key)))
    return _panel_request(scenario, key, setup, words)


def panel_digests(scenario: Scenario, key: str, setup: Setup) -> tuple[str, ...]:
    """What a panel that shows the shot as it is was asked with: now, and by earlier versions.

    Those sent the words about sound and camera too; what they made is not made again.
    """
    earlier = _panel_request(scenario, key, setup, _on_one_line(scenario.shot(key)))
    asked = (panel_request(scenario, key, setup), earlier)
    return tuple(dict.fromkeys(digest(request) for request in asked))


def _panel_request(scenario: Scenario, key: str, setup: Setup, told: str) -> ImageRequest:
    shot = scenario.shot(key)
    model_id = scenario.film.image_model or DEFAULT_IMAGE_MODEL
    limit = setup.model(model_id).limits.references
    pictured = [e for e in needed_elements(scenario, shot) if setup.pictures.get(e.name)][:limit]
    names = ", ".join(element.name for element in pictured)
    order = f"Reference pictures in this order: {names}" if names else ""
    words = shot_prompt(scenario, replace(shot, prompt=told), {})
    request = ImageRequest(
        model=model_id,
        prompt=joined((words, "One still frame, the first moment of the shot", order)),
        aspect_ratio=scenario.film.aspect_ratio,
        references=tuple(setup.pictures[element.name][0] for element in pictured),
    )
    return _with_options(request, scenario, setup)


def clip_request(
    scenario: Scenario,
    key: str,
    setup: Setup,
    start: Picture | None = None,
    end: Picture | None = None,
) -> ClipRequest:
    """The clip of a shot.

    Raises:
        StudioError: the model cannot make it; the words say what to change.
    """
    shot = scenario.shot(key)
    settings = setup.settings(scenario, key)
    model = setup.model(settings.model or "")
    sent = _sent_elements(scenario, shot, setup, model)
    wire = wire_names(element.name for element in sent)
    request = ClipRequest(
        model=model.id,
        prompt=shot_prompt(scenario, shot, wire),
        duration=shot.duration,
        aspect_ratio=scenario.film.aspect_ratio,
        mode=settings.mode or "",
        sound=bool(settings.sound) and model.has_sound,
        start=start,
        end=end,
        elements=tuple(_element_input(element, setup, model, wire) for element in sent),
    )
    taker = setup.catalogue.model_for(request) or model
    _check(request, taker)
    return replace(request, options=options_sent(taker.options, settings.options))


def _sent_elements(
    scenario: Scenario, shot: Shot, setup: Setup, model: Model
) -> tuple[Element, ...]:
    """Those whose pictures go with the request."""
    needed = needed_elements(scenario, shot) if model.limits.elements else ()
    most = model.limits.element_pictures[1]
    return tuple(element for element in needed if setup.pictures.get(element.name, ())[:most])


def _element_input(
    element: Element, setup: Setup, model: Model, wire: Mapping[str, str]
) -> ElementInput:
    least, most = model.limits.element_pictures
    pictures = setup.pictures[element.name][:most]
    # Who wants several takes the same one twice.
    doubled = (pictures * least)[: max(least, len(pictures))]
    description = (element.description or element.name)[: model.limits.element_description_chars]
    return ElementInput(wire[element.name], description, doubled)


def _check(request: ClipRequest, model: Model) -> None:
    limits = model.limits
    if request.mode not in model.modes:
        raise StudioError(
            "pipeline.unknown-mode",
            mode=request.mode,
            model=model.title,
            modes=", ".join(model.modes),
        )
    if request.aspect_ratio not in limits.ratios:
        raise StudioError(
            "pipeline.unknown-ratio",
            ratio=request.aspect_ratio,
            model=model.title,
            ratios=", ".join(limits.ratios),
        )
    if not limits.min_seconds <= request.duration <= limits.max_seconds:
        raise StudioError(
            "pipeline.duration",
            seconds=request.duration,
            least=limits.min_seconds,
            most=limits.max_seconds,
        )
    if len(request.elements) > limits.elements:
        raise StudioError(
            "pipeline.too-many-elements",
            count=len(request.elements),
            most=limits.elements,
            model=model.title,
        )
    if request.elements and request.start is None and model.elements_need_frame:
        raise StudioError("pipeline.needs-start", model=model.title)
    if request.end is not None and request.start is None:
        raise StudioError("pipeline.end-without-start")


def joined(parts: tuple[str, ...]) -> str:
    """Parts of a prompt one after the other, each closed by one full stop."""
    return ". ".join(cut for part in parts if (cut := part.strip().rstrip(".").rstrip()))
