"""Scenario to request: what the service will be asked, word for word; pure functions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from topa_studio.base.errors import StudioError
from topa_studio.catalogue.catalogue import DEFAULT_IMAGE_MODEL, Catalogue
from topa_studio.catalogue.models import Model
from topa_studio.catalogue.options import options_sent
from topa_studio.model.mentions import mentioned_names
from topa_studio.model.repeated_words import unsaid_in
from topa_studio.model.request import ClipRequest, ElementInput, ImageRequest, Picture, digest
from topa_studio.model.scenario import Element, ElementKind, Scenario, Settings, Shot
from topa_studio.model.settings import in_force, over
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
        model=over(scenario.film.settings, setup.defaults).image_model or DEFAULT_IMAGE_MODEL,
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
    """Elements a shot or its panel needs or mentions, each once, in the order they are named."""
    found = clip_elements(scenario, shot)
    if not shot.panel_prompt:
        return found
    return tuple(dict.fromkeys((*found, *_panel_elements(scenario, shot))))


def clip_elements(scenario: Scenario, shot: Shot) -> tuple[Element, ...]:
    """Elements that a shot's clip needs or mentions."""
    return _named_in(scenario, shot, shot.prompt)


def _panel_elements(scenario: Scenario, shot: Shot) -> tuple[Element, ...]:
    return _named_in(scenario, shot, shot.panel_prompt or shot.prompt)


def _named_in(scenario: Scenario, shot: Shot, words: str) -> tuple[Element, ...]:
    if not scenario.elements:
        return ()
    names = dict.fromkeys((*shot.elements, *mentioned_names(words, scenario.names)))
    found = (scenario.element(name) for name in names)
    return tuple(element for element in found if element is not None)


def prompt_parts(
    scenario: Scenario, shot: Shot, wire: Mapping[str, str]
) -> tuple[str, str, str, str]:
    """Style, setting, lighting and words of a shot, as `shot_prompt` joins them."""
    scene = scenario.scene_of(shot.key)
    setting = f"Setting: {scene.background}" if scene.background else ""
    lighting = f"Lighting: {scene.lighting}" if scene.lighting else ""
    words = with_wire_names(_on_one_line(shot.prompt), wire, scenario.names)
    return scenario.film.style_prefix, setting, lighting, words


def shot_prompt(scenario: Scenario, shot: Shot, wire: Mapping[str, str]) -> str:
    """Style, setting, lighting and the shot's words; mentions as the service reads them.

    An element without a wire name, as it has no pictures or the model knows no mentions, is
    plain text.
    """
    return joined(prompt_parts(scenario, shot, wire))


def _on_one_line(words: str) -> str:
    return " ".join(words.split())


def needs_panel(scenario: Scenario, key: str, setup: Setup) -> bool:
    """Whether the shot starts from its panel: because it says so, or the model needs a frame."""
    shot = scenario.shot(key)
    if shot.start is not None:
        return shot.start == "panel"
    model = setup.model(setup.settings(scenario, key).model or "")
    return model.elements_need_frame and any(
        setup.pictures.get(e.name) or view_prompts(e) for e in clip_elements(scenario, shot)
    )


def panel_request(scenario: Scenario, key: str, setup: Setup) -> ImageRequest:
    """The still picture of a shot: its own words for it, else what of its prompt can be seen in
    one, and the first picture of each of its elements.
    """
    return _panel_request(scenario, key, setup, _panel_model(scenario, key, setup))


def panel_digests(scenario: Scenario, key: str, setup: Setup) -> tuple[str, ...]:
    """What a panel that shows the shot as it is was asked with, the first as it is asked now.

    Earlier versions sent the words about sound and camera too, and where no model is named they
    had another one: what was made so is compared under its own, and not made again.
    """
    return tuple(dict.fromkeys(_panel_digests(scenario, key, setup)))


def panel_fits(scenario: Scenario, key: str, setup: Setup, made_with: str) -> bool:
    """Whether a panel with this digest shows the shot as it is; "": nobody knows otherwise."""
    return not made_with or made_with in _panel_digests(scenario, key, setup)


def _panel_digests(scenario: Scenario, key: str, setup: Setup) -> Iterator[str]:
    """One after the other: most often the first is the one that is looked for."""
    shot = scenario.shot(key)
    whole = ("",) if shot.panel_prompt else ("", _on_one_line(shot.prompt))
    for model in _panel_makers(scenario, key, setup):
        for told in whole:
            yield digest(_panel_request(scenario, key, setup, model, told))


def _panel_model(scenario: Scenario, key: str, setup: Setup) -> str:
    return in_force(scenario, key, setup.defaults).image_model or DEFAULT_IMAGE_MODEL


def _panel_makers(scenario: Scenario, key: str, setup: Setup) -> tuple[str, ...]:
    """Models whose panels fit a shot: the one that is named, else each, the usual one first."""
    named = in_force(scenario, key, setup.defaults).image_model
    every = setup.catalogue.ids("image")
    return (named,) if named else tuple(dict.fromkeys((DEFAULT_IMAGE_MODEL, *every)))


def _panel_request(
    scenario: Scenario, key: str, setup: Setup, model_id: str, told: str = ""
) -> ImageRequest:
    """What is asked of a model for the shot's panel; `told`: other words than its own."""
    shot = scenario.shot(key)
    own = _on_one_line(shot.panel_prompt) or still_words(_on_one_line(shot.prompt))
    pictured = _pictured(scenario, shot, setup, model_id)
    names = ", ".join(element.name for element in pictured)
    order = f"Reference pictures in this order: {names}" if names else ""
    words = shot_prompt(scenario, replace(shot, prompt=told or own), {})
    request = ImageRequest(
        model=model_id,
        prompt=joined((words, "One still frame, the first moment of the shot", order)),
        aspect_ratio=scenario.film.aspect_ratio,
        references=tuple(setup.pictures[element.name][0] for element in pictured),
    )
    return _with_options(request, scenario, setup)


def _pictured(scenario: Scenario, shot: Shot, setup: Setup, model_id: str) -> tuple[Element, ...]:
    limit = setup.model(model_id).limits.references
    shown = _panel_elements(scenario, shot)
    return tuple(element for element in shown if setup.pictures.get(element.name))[:limit]


def elements_sent(
    scenario: Scenario, key: str, setup: Setup, *, panel: bool = False
) -> tuple[Element, ...]:
    """The elements whose pictures go with a shot's clip or panel, in the order they are sent."""
    shot = scenario.shot(key)
    if panel:
        return _pictured(scenario, shot, setup, _panel_model(scenario, key, setup))
    model = setup.model(setup.settings(scenario, key).model or "")
    return _sent_elements(scenario, shot, setup, model)


def next_shot(scenario: Scenario, key: str) -> Shot:
    """The shot whose panel this one ends with. Raises StudioError: there is none."""
    following = scenario.shot_after(key)
    if following is None:
        raise StudioError("pipeline.no-next")
    return following


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
    needed = clip_elements(scenario, shot) if model.limits.elements else ()
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
