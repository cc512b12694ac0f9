"""The film as frozen values: what the user intends, read from the scenario's text."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from topa_studio.base.spelling import composed
from topa_studio.model.options import Options

DEFAULT_DURATION = 5
NEXT = "next"
"""What a shot says that ends with the next shot's panel."""

_STARTS = ("none", "panel", "previous")


class ElementKind(StrEnum):
    """What an element is; the old layout's group names say it too."""

    CHARACTER = "character"
    BACKGROUND = "background"
    PROP = "prop"


@dataclass(frozen=True, slots=True)
class Trim:
    """The used part of the chosen take, in seconds from its start; `end` None: to its end."""

    start: float = 0.0
    end: float | None = None


@dataclass(frozen=True, slots=True)
class Transition:
    """How a shot begins: `cut`, `fade` or `dissolve`, and for how many seconds."""

    kind: str = "cut"
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Ending:
    """How the film ends: `cut`, or `fade` to black for so many seconds."""

    kind: str = "cut"
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Caption:
    """Words over the picture; seconds count from the shot's start, `end` may pass its cut."""

    text: str
    start: float = 0.0
    end: float | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """What somebody says in a shot; `tone`: how, as a script puts it in brackets."""

    who: str
    text: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody answered to a comment."""

    text: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody said of a shot, `at` seconds from its start; `done`: it is settled."""

    text: str
    at: float = 0.0
    by: str = ""
    done: bool = False
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class AudioTrack:
    """A music, voice or sound file that lies under the film; seconds and decibels.

    Attributes:
        start: where it begins, from the film's start, or from that of the shot with the key `shot`.
        begin, end: the part of the file that is heard; `end` None: to the file's end.
        mute: it is kept, and not heard.
    """

    file: str
    start: float = 0.0
    gain_db: float = 0.0
    fade_in: float = 0.0
    fade_out: float = 0.0
    kind: str = "music"
    begin: float = 0.0
    end: float | None = None
    shot: str | None = None
    mute: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a film, scene or shot may set; None means "not set here" (`model.settings`).

    `image_model` makes panels, and the reference images of a film's elements.
    """

    model: str | None = None
    mode: str | None = None
    sound: bool | None = None
    options: Options = ()
    image_model: str | None = None


@dataclass(frozen=True, slots=True)
class Shot:
    """The smallest thing generated. `key` is its permanent name, `id` is what the file says.

    Attributes:
        duration: seconds that are asked of the model; `seconds` is how long it lasts in the film.
        start_at: second of the clip before at which `start: previous` begins; None: its last frame.
        end: the picture it ends with: a path, or `NEXT`.
        panel_prompt: words of its panel; "": those of its prompt that a still picture can show.
        still: a picture of the user's own that is the shot; it is never generated.
        source: first and last line of the film's script that it was made of.
        clip_gain_db: how much louder its clip sounds; None: not at all.
    """

    key: str
    id: str
    prompt: str = ""
    elements: tuple[str, ...] = ()
    duration: int = DEFAULT_DURATION
    title: str = ""
    time: str = ""
    negative_prompt: str = ""
    notes: str = ""
    caption: str = ""
    settings: Settings = Settings()
    start: str | None = None
    start_at: float | None = None
    end: str | None = None
    panel_prompt: str = ""
    still: str | None = None
    take: int | None = None
    panel: int | None = None
    trim: Trim | None = None
    transition: Transition = Transition()
    move: str | None = None
    captions: tuple[Caption, ...] = ()
    clip_gain_db: float | None = 0.0
    locked: bool = False
    lines: tuple[Line, ...] = ()
    comments: tuple[Comment, ...] = ()
    source: tuple[int, int] | None = None

    @property
    def is_empty(self) -> bool:
        """Whether it does not say yet what happens, so that there is nothing to make."""
        return not self.prompt.strip() and not self.still

    @property
    def own_frames(self) -> tuple[tuple[str, str], ...]:
        """The user's own pictures it starts from ("start") and ends with ("end"), as written."""
        given = (("start", self.start, _STARTS), ("end", self.end, (NEXT,)))
        return tuple((name, said) for name, said, words in given if said and said not in words)

    @property
    def trim_start(self) -> float:
        """The second of its take with which it begins."""
        return self.trim.start if self.trim is not None else 0.0

    @property
    def seconds(self) -> float:
        """How long it lasts in the film: as long as its trim, else as is asked of the model."""
        trim = self.trim
        if trim is None or trim.end is None or trim.end <= trim.start:
            return self.duration
        return round(trim.end - trim.start, 3)


@dataclass(frozen=True, slots=True)
class Scene:
    """Shots that share a place and a light."""

    id: str
    title: str = ""
    time: str = ""
    background: str = ""
    lighting: str = ""
    notes: str = ""
    shots: tuple[Shot, ...] = ()
    settings: Settings = Settings()
    multi_shot: bool = False
    seconds: float = field(init=False, repr=False, compare=False, default=0)

    def __post_init__(self) -> None:
        # Its length as its shots say it; counted once, since films share the scenes they have.
        object.__setattr__(self, "seconds", sum(shot.seconds for shot in self.shots))

    def with_shots(self, shots: tuple[Shot, ...]) -> Scene:
        """The scene with other shots; a search makes a thousand, so each field is named here."""
        return Scene(
            self.id, self.title, self.time, self.background, self.lighting, self.notes,
            shots, self.settings, self.multi_shot,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Element:
    """A character, background or prop that keeps its look over the film.

    Attributes:
        pictures: names of files in its folder in the order they are sent, the frontal one first;
            others follow by name.
        voice: path of a voice sample.
    """

    name: str
    kind: ElementKind = ElementKind.PROP
    description: str = ""
    reference_prompts: tuple[str, ...] = ()
    image_urls: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    voice: str | None = None


@dataclass(frozen=True, slots=True)
class FilmConfig:
    """`global_config` and the film's title."""

    title: str = ""
    style_prefix: str = ""
    negative_prompt: str = ""
    aspect_ratio: str = "16:9"
    settings: Settings = Settings()
    budget_credits: float | None = None
    fps: float = 24
    audio: tuple[AudioTrack, ...] = ()
    move: str | None = None
    ending: Ending = Ending()
    script: str = ""


@dataclass(frozen=True, slots=True)
class Scenario:
    """The whole document."""

    film: FilmConfig = FilmConfig()
    elements: tuple[Element, ...] = ()
    scenes: tuple[Scene, ...] = ()
    _shots: dict[str, tuple[Scene, Shot]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    _elements: dict[str, Element] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        for element in self.elements:
            self._elements.setdefault(composed(element.name), element)
        for scene in self.scenes:
            for shot in scene.shots:
                self._shots.setdefault(shot.key, (scene, shot))

    def shot(self, key: str) -> Shot:
        """The shot with this permanent key. Raises KeyError."""
        return self._shots[key][1]

    def scene_of(self, key: str) -> Scene:
        """The scene that holds the shot with this key. Raises KeyError."""
        return self._shots[key][0]

    def has_shot(self, key: str) -> bool:
        """Whether a shot with this key is in the film."""
        return key in self._shots

    def shots(self) -> tuple[Shot, ...]:
        """All shots in the film's order."""
        return tuple(shot for scene in self.scenes for shot in scene.shots)

    def shot_before(self, key: str) -> Shot | None:
        """The shot before one in the film's order; None: it is the first. Raises KeyError."""
        home = self.scene_of(key)
        place = next(at for at, each in enumerate(home.shots) if each.key == key)
        if place:
            return home.shots[place - 1]
        scene = next(at for at, each in enumerate(self.scenes) if each is home)
        before = (each for each in reversed(self.scenes[:scene]) if each.shots)
        return next((each.shots[-1] for each in before), None)

    def shot_after(self, key: str) -> Shot | None:
        """The shot after one in the film's order; None: it is the last. Raises KeyError."""
        home = self.scene_of(key)
        place = next(at for at, each in enumerate(home.shots) if each.key == key)
        if place + 1 < len(home.shots):
            return home.shots[place + 1]
        scene = next(at for at, each in enumerate(self.scenes) if each is home)
        return next((each.shots[0] for each in self.scenes[scene + 1 :] if each.shots), None)

    def count(self) -> int:
        """How many shots there are."""
        return len(self._shots)

    def scene(self, scene_id: str) -> Scene:
        """The scene with this id. Raises KeyError."""
        for scene in self.scenes:
            if scene.id == scene_id:
                return scene
        raise KeyError(scene_id)

    def element(self, name: str) -> Element | None:
        """The element of this name, however its accents are written, or None."""
        return self._elements.get(composed(name))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all elements."""
        return tuple(element.name for element in self.elements)

    def number_of(self, key: str) -> str:
        """The shot's number by position, "2.3": scene 2, shot 3. Raises KeyError."""
        home = self.scene_of(key)
        scene = next(at for at, each in enumerate(self.scenes, 1) if each is home)
        shot = next(at for at, each in enumerate(home.shots, 1) if each.key == key)
        return f"{scene}.{shot}"

    def seconds(self) -> float:
        """The film's length as its shots say it."""
        return sum(scene.seconds for scene in self.scenes)
