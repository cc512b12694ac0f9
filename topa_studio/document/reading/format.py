"""The scenario file's keys, kinds and descriptions: reading, checks and JSON Schema use these.

What a kind takes stands in `fitting.py`, what pydantic calls it in `definition.py`.
"""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

# No `annotations` of the future: the kinds are read off the classes, at every start.
Text = Annotated[str, "text"]
Word = Annotated[str, "word"]
Whole = Annotated[int, "whole"]
Duration = Annotated[int, "duration"]
Seconds = Annotated[float, "seconds"]
Credits = Annotated[float, "credits"]
Number = Annotated[float, "number"]
Rate = Annotated[float, "rate"]
OptionValues = Annotated[dict[str, Any], "options"]
YesNo = Annotated[bool, "yes or no"]
Texts = Annotated[list[str], "texts"]
Wholes = Annotated[list[int], "wholes"]
Move = Annotated[Literal["none", "in", "out", "left", "right"], "move"]
MOVES = ("none", "in", "out", "left", "right")
Gain = Annotated[float | Literal["mute"], "gain"]
Ratio = Annotated[Literal["16:9", "9:16", "1:1"], "ratio"]
ElementType = Annotated[Literal["character", "background", "prop"], "element type"]


class Part:
    """A mapping of the file; keys it does not name are kept and ignored."""

    SPELLED: ClassVar[Mapping[str, str]] = {}
    """How the file spells the keys that Python cannot."""
    KINDS: ClassVar[dict[str, tuple[str, Any]]] = {}
    """Each key as the file spells it: its name in Python, and what may stand there."""

    def __init_subclass__(cls) -> None:
        own = {
            cls.SPELLED.get(name, name): (name, kind)
            for name, kind in cls.__annotations__.items()
            if name != "SPELLED"
        }
        cls.KINDS = {**cls.KINDS, **own}

    def __init__(self, values: Mapping[str, Any] | None = None) -> None:
        vars(self).update(values or {})

    @property
    def model_fields_set(self) -> set[str]:
        """The keys that are given, by the name it has where pydantic read them."""
        return set(vars(self))


class TrimPart(Part):
    """The used part of the chosen take."""

    SPELLED = {"start": "in", "end": "out"}  # noqa: RUF012 - never changed
    start: Seconds = 0.0
    """First second that is used."""
    end: Seconds | None = None
    """Second at which the used part ends; absent: the end of the take."""


class TransitionPart(Part):
    """How a shot begins."""

    kind: Literal["cut", "fade", "dissolve"] = "cut"
    """cut, fade (from black) or dissolve (from the shot before)."""
    seconds: Seconds = 0.0
    """Length of the transition in seconds."""


class EndingPart(Part):
    """How the film ends."""

    kind: Literal["cut", "fade"] = "cut"
    """cut, or fade to black."""
    seconds: Seconds = 0.0
    """Length of the fade in seconds."""


class CaptionPart(Part):
    """Words over the picture, in seconds from the shot's start."""

    SPELLED = {"start": "in", "end": "out"}  # noqa: RUF012 - never changed
    text: Text | None = None
    """The words."""
    start: Seconds = 0.0
    """Second of the shot at which they appear."""
    end: Seconds | None = None
    """Second at which they vanish, also behind the shot's end; absent: the shot's end."""


class LinePart(Part):
    """What somebody says in a shot."""

    who: Text | None = None
    """Who says it."""
    text: Text | None = None
    """The words."""
    tone: Text | None = None
    """How they are said."""


class AnswerPart(Part):
    """What somebody answered to a comment."""

    by: Text | None = None
    """Who answered."""
    text: Text | None = None
    """The words."""


class CommentPart(Part):
    """What somebody said of a shot."""

    at: Seconds = 0.0
    """Second of the shot that it is about."""
    by: Text | None = None
    """Who said it."""
    text: Text | None = None
    """The words."""
    done: YesNo | None = None
    """Settled."""
    answers: list[AnswerPart] | None = None
    """What was answered, in order."""


class AudioPart(Part):
    """A music or voice file that lies under the film."""

    SPELLED = {"begin": "in", "end": "out"}  # noqa: RUF012 - never changed
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
    kind: Literal["music", "voice", "sound"] = "music"
    """music, voice or sound."""
    begin: Seconds = 0.0
    """First second of the file that is heard."""
    end: Seconds | None = None
    """Second of the file at which the heard part ends; absent: the file's end."""
    shot: Text | None = None
    """Key of the shot from whose start `start` counts; absent: the film's."""
    mute: YesNo | None = None
    """Kept, and not heard."""
    name: Text | None = None
    """A name for it; absent: the file's."""


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
    image_model: Text | None = None
    """The model that makes panels (in the film: and reference images), e.g. nano-banana-2-1."""


class GlobalConfig(SettingsPart):
    """What holds for the whole film."""

    style_prefix: Text | None = None
    """Put before every prompt."""
    negative_prompt: Text | None = None
    """What is not wanted; used where the model has such a field."""
    aspect_ratio: Ratio = "16:9"
    """The picture's shape: 16:9, 9:16 or 1:1."""
    budget_credits: Credits | None = None
    """Hard limit for the film in the service's credits."""
    fps: Rate = 24.0
    """Frames of the film a second, 1 to 240."""
    audio: list[AudioPart] | None = None
    """Music and voice files under the film."""
    move: Move | None = None
    """A slow move of panels, stills and slates: none, in, out, left or right."""
    ending: EndingPart | None = None
    """How the film ends."""
    script: Text | None = None
    """Path of the script as it was imported, relative to the film's folder."""


class ElementPart(Part):
    """A character, background or prop that keeps its look over the film."""

    type: ElementType | None = None
    """character, background or prop; in grouped lists the group's name says it."""
    description: Text | None = None
    """How it looks, in a sentence or two."""
    reference_prompts: Texts | None = None
    """One line for each reference image; absent: default views are made."""
    image_urls: Texts | None = None
    """Ready-made pictures: addresses, or paths relative to the film's folder."""
    pictures: Texts | None = None
    """Names of its picture files in their order, the frontal one first; others follow by name."""
    voice: Text | None = None
    """Path of a voice sample, 5 to 30 seconds."""


class NamedElement(ElementPart):
    """An element in a grouped list."""

    name: Word | None = None
    """The name that prompts mention as @Name."""


class ShotPart(SettingsPart):
    """The smallest thing that is generated."""

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
    duration: Duration = 5
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
    """Words shown over the whole shot."""
    captions: list[CaptionPart] | None = None
    """Words shown over parts of the shot."""
    start: Text | None = None
    """First frame: panel, previous, none, or the path of a picture."""
    start_at: Seconds | None = None
    """Second of the clip before at which previous begins; absent: its last frame that is shown."""
    end: Text | None = None
    """Last frame: the path of a picture, or next: the next shot's panel."""
    panel_prompt: Text | None = None
    """What its panel shows; absent: its prompt without sound and camera moves."""
    still: Word | None = None
    """Path of a picture that is the shot: nothing is generated for it."""
    take: Whole | None = None
    """Number of the chosen take; absent: the newest good one."""
    panel: Whole | None = None
    """Number of the chosen panel; absent: the newest good one."""
    trim: TrimPart | None = None
    """The used part of the chosen take."""
    transition: TransitionPart | None = None
    """How the shot begins."""
    move: Move | None = None
    """A slow move of its panel, still or slate; absent: the film's."""
    clip_gain_db: Gain | None = None
    """Louder (above 0) or quieter (below 0) sound of its clip, in decibels, or mute."""
    locked: YesNo | None = None
    """Accepted: left out when many shots are generated at once."""
    lines: list[LinePart] | None = None
    """What is said in the shot, in order."""
    comments: list[CommentPart] | None = None
    """What others said of the shot; never sent."""
    source: Wholes | None = None
    """First and last line of the film's script that the shot was made of."""


class ScenePart(SettingsPart):
    """Shots that share a place and a light."""

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


def known_keys(part: type[Part]) -> tuple[str, ...]:
    """The keys of a mapping as the file spells them."""
    return tuple(part.KINDS)
