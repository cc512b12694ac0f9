"""The scenario file's keys, types and descriptions: checks and JSON Schema are made from these."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema


def _text(value: object) -> object:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return value


def _whole(value: object) -> object:
    if isinstance(value, str) and value.strip().isdecimal() and len(value) < 10:
        return int(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def _options(value: dict[str, Any]) -> dict[str, Any]:
    if not all(isinstance(each, bool | int | float | str) for each in value.values()):
        raise ValueError("a value is no word, number or yes and no")
    return value


def _or_empty(kind: str, **more: object) -> WithJsonSchema:
    return WithJsonSchema({"type": [kind, "null"], **more})


Text = Annotated[
    str, BeforeValidator(_text), WithJsonSchema({"type": ["string", "number", "null"]})
]
Word = Annotated[str, BeforeValidator(_text), WithJsonSchema({"type": ["string", "number"]})]
Whole = Annotated[int, BeforeValidator(_whole), _or_empty("integer", minimum=1)]
Seconds = Annotated[float, Field(ge=0), _or_empty("number", minimum=0)]
Credits = Annotated[float, Field(ge=0, allow_inf_nan=False), _or_empty("number", minimum=0)]
Number = Annotated[float, _or_empty("number")]
Positive = Annotated[float, Field(gt=0), _or_empty("number", exclusiveMinimum=0)]
OptionValues = Annotated[
    dict[str, Any],
    AfterValidator(_options),
    _or_empty("object", additionalProperties={"type": ["string", "number", "boolean"]}),
]
YesNo = Annotated[bool, _or_empty("boolean")]
Texts = Annotated[
    list[Word], WithJsonSchema({"type": ["array", "null"], "items": {"type": ["string", "number"]}})
]


class Part(BaseModel):
    """A mapping of the file; keys it does not name are kept and ignored."""

    model_config = ConfigDict(extra="allow", strict=True, use_attribute_docstrings=True)


class TrimPart(Part):
    """The used part of the chosen take."""

    start: Seconds = Field(default=0.0, alias="in")
    """First second that is used."""
    end: Seconds | None = Field(default=None, alias="out")
    """Second at which the used part ends; absent: the end of the take."""


class TransitionPart(Part):
    """How a shot begins."""

    kind: Literal["cut", "fade", "dissolve"] = "cut"
    """cut, fade (from black) or dissolve (from the shot before)."""
    seconds: Seconds = 0.0
    """Length of the transition in seconds."""


class AudioPart(Part):
    """A music or voice file that lies under the film."""

    file: Word | None = None
    """Path of the sound file, relative to the film's folder."""
    start: Seconds = 0.0
    """Second of the film at which it begins."""
    gain_db: Number = 0.0
    """Louder (above 0) or quieter (below 0), in decibels."""
    fade_in: Seconds = 0.0
    """Seconds from silence to full loudness."""
    fade_out: Seconds = 0.0
    """Seconds from full loudness to silence."""
    kind: Literal["music", "voice"] = "music"
    """music or voice."""


class SettingsPart(Part):
    """What film, scene and shot may set; the shot wins over the scene, the scene over the film."""

    model: Text | None = None
    """The model that makes the clips, e.g. kling-3.0/video."""
    mode: Text | None = None
    """Quality: std, pro or 4K."""
    sound: YesNo | None = None
    """Whether clips are made with sound."""
    options: OptionValues | None = None
    """What else the model takes, by the names in its file, e.g. seed."""


class GlobalConfig(SettingsPart):
    """What holds for the whole film."""

    style_prefix: Text | None = None
    """Put before every prompt."""
    negative_prompt: Text | None = None
    """What is not wanted; used where the model has such a field."""
    aspect_ratio: Annotated[
        Literal["16:9", "9:16", "1:1"],
        WithJsonSchema({"enum": ["16:9", "9:16", "1:1", None]}),
    ] = "16:9"
    """The picture's shape: 16:9, 9:16 or 1:1."""
    image_model: Text | None = None
    """The model that makes reference images and panels, e.g. nano-banana-2."""
    budget_credits: Credits | None = None
    """Hard limit for the film in the service's credits."""
    fps: Positive = 24.0
    """Frame rate of exports."""
    audio: list[AudioPart] | None = None
    """Music and voice files under the film."""


class ElementPart(Part):
    """A character, background or prop that keeps its look over the film."""

    type: (
        Annotated[
            Literal["character", "background", "prop"],
            WithJsonSchema({"enum": ["character", "background", "prop", None]}),
        ]
        | None
    ) = None
    """character, background or prop; in grouped lists the group's name says it."""
    description: Text | None = None
    """How it looks, in a sentence or two."""
    reference_prompts: Texts | None = None
    """One line for each reference image; absent: default views are made."""
    image_urls: Texts | None = None
    """Ready-made pictures: addresses, or paths relative to the film's folder."""
    voice: Text | None = None
    """Path of a voice sample, 5 to 30 seconds."""


class NamedElement(ElementPart):
    """An element in a grouped list."""

    model_config = ConfigDict(json_schema_extra={"required": ["name"]})
    name: Word | None = None
    """The name that prompts mention as @Name."""


class ShotPart(SettingsPart):
    """The smallest thing that is generated."""

    model_config = ConfigDict(
        json_schema_extra={"anyOf": [{"required": ["id"]}, {"required": ["shot_id"]}]}
    )
    id: Word | None = None
    """The shot's name within its scene, a number or a word."""
    shot_id: Word | None = None
    """Another spelling of id, as older files have it."""
    key: Text | None = None
    """Permanent name that takes hang on; absent: <scene id>__<shot id>."""
    prompt: Text | None = None
    """What happens in the shot; elements are mentioned as @Name."""
    elements_needed: Texts | None = None
    """Names of the elements whose pictures are sent along."""
    duration: Annotated[
        int, BeforeValidator(_whole), _or_empty("integer", minimum=1, maximum=15)
    ] = 5
    """Seconds, a whole number: 3 to 15 for most models."""
    negative_prompt: Text | None = None
    """What is not wanted; used where the model has such a field."""
    time: Text | None = None
    """Where the shot stands in the film, free text."""
    title: Text | None = None
    """A short name that the timeline shows."""
    notes: Text | None = None
    """Notes for the people who make the film; never sent."""
    caption: Text | None = None
    """Words shown over the shot."""
    start: Text | None = None
    """First frame: panel, previous, none, or the path of a picture."""
    end: Text | None = None
    """Last frame: the path of a picture."""
    take: Whole | None = None
    """Number of the chosen take; absent: the newest good one."""
    panel: Whole | None = None
    """Number of the chosen panel; absent: the newest good one."""
    trim: TrimPart | None = None
    """The used part of the chosen take."""
    transition: TransitionPart | None = None
    """How the shot begins."""
    locked: YesNo | None = None
    """Accepted: left out when many shots are generated at once."""


class ScenePart(SettingsPart):
    """Shots that share a place and a light."""

    model_config = ConfigDict(json_schema_extra={"required": ["id"]})
    id: Word | None = None
    """The scene's name, a number or a word."""
    title: Text | None = None
    """A short name that the timeline shows."""
    time: Text | None = None
    """Where the scene stands in the film, free text."""
    background: Text | None = None
    """Joined to each prompt as "Setting: ..."."""
    lighting: Text | None = None
    """Joined to each prompt as "Lighting: ..."."""
    notes: Text | None = None
    """Notes for the people who make the film; never sent."""
    multi_shot: YesNo | None = None
    """Make the scene as one request."""
    shots: list[ShotPart] | None = None
    """The scene's shots in order."""


class ScenarioPart(Part):
    """A film: what holds for all of it, its elements, and its scenes with their shots."""

    title: Text | None = None
    """The film's title; absent: the file's name."""
    global_config: GlobalConfig | None = None
    """What holds for the whole film."""
    elements: dict[str, list[NamedElement] | ElementPart | None] | None = None
    """Groups (characters, backgrounds, props) with lists, or a mapping from name to element."""
    scenes: list[ScenePart] | None = None
    """The film's scenes in order."""


@cache
def known_keys(part: type[Part]) -> tuple[str, ...]:
    """The keys of a mapping as the file spells them."""
    return tuple(field.alias or name for name, field in part.model_fields.items())


def json_schema() -> dict[str, Any]:
    """The file format as JSON Schema, for text editors."""
    schema = ScenarioPart.model_json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": "Made by scripts/make_schema.py from topa_studio/document/reading/format.py.",
        **schema,
        "title": "Topa Studio scenario",
    }
