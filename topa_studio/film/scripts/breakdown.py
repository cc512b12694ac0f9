"""What a script becomes: scenes, shots and elements, so that every line of it is in one of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from topa_studio.base.errors import ProjectError
from topa_studio.film.scripts.beats import TITLE_KEYS, Beat, Scenery, sceneries
from topa_studio.film.scripts.cast import Candidate, Cast, mentioning, name_key
from topa_studio.film.scripts.headings import heading_of, where_said
from topa_studio.film.scripts.script import Kind, Script
from topa_studio.film.scripts.wording import as_name, as_sentence, quoted, words_in
from topa_studio.model.mentions import replace_mentions
from topa_studio.model.scenario import Caption, ElementKind, Line

PARAGRAPH, SENTENCE = "paragraph", "sentence"
MOST_ELEMENTS = 3
"""In one shot, as the usual model takes them."""
MOST_SHOTS = 20_000
_OFTEN = 2
_LEAST_CAPTION = 1.0


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user chooses about a script.

    Attributes:
        each: a shot for each "paragraph" or "sentence".
        characters, places: whether those who are named often become elements.
        plain, made: names that are plain words, or elements, whatever the rule says; as keys.
        captions: whether what is said is shown, too.
    """

    each: str = PARAGRAPH
    characters: bool = True
    places: bool = True
    plain: frozenset[str] = frozenset()
    made: frozenset[str] = frozenset()
    captions: bool = True

    def with_plain(self, name: str) -> Choices:
        """The same with a name as a plain word."""
        key = frozenset((name_key(name),))
        return replace(self, plain=self.plain | key, made=self.made - key)

    def with_made(self, name: str) -> Choices:
        """The same with a name as an element."""
        key = frozenset((name_key(name),))
        return replace(self, plain=self.plain - key, made=self.made | key)


USUAL = Choices()


@dataclass(frozen=True, slots=True)
class PlannedShot:
    """A shot to be, with the lines of the script it is made of.

    `shown`: seconds it lasts in the film, where these are not those that a model can make.
    `plain`: its words without any element, whatever was chosen.
    """

    prompt: str
    elements: tuple[str, ...]
    seconds: int
    lines: tuple[Line, ...]
    captions: tuple[Caption, ...]
    notes: str
    source: tuple[int, int] | None
    title: str = ""
    shown: float | None = None
    plain: str = ""

    @property
    def lasts(self) -> float:
        """Seconds in the film."""
        return self.seconds if self.shown is None else self.shown


@dataclass(frozen=True, slots=True)
class PlannedScene:
    """A scene to be; `heading`: as the script writes it, `first`: its line."""

    heading: str
    title: str
    background: str
    lighting: str
    notes: str
    shots: tuple[PlannedShot, ...]
    first: int


@dataclass(frozen=True, slots=True)
class Breakdown:
    """What a script becomes. `left`: names that stay plain words and could be elements."""

    title: str
    scenes: tuple[PlannedScene, ...]
    elements: tuple[Candidate, ...]
    left: tuple[Candidate, ...]

    def shots(self) -> Iterator[PlannedShot]:
        """All shots in order."""
        for scene in self.scenes:
            yield from scene.shots

    @property
    def count(self) -> int:
        """How many shots there are."""
        return sum(len(scene.shots) for scene in self.scenes)

    @property
    def seconds(self) -> float:
        """How long the film is."""
        return sum(shot.lasts for shot in self.shots())


def broken_down(script: Script, choices: Choices = USUAL) -> Breakdown:
    """What a script becomes with these choices.

    Raises:
        ProjectError: there is nothing in it that could be a shot.
    """
    scenes = sceneries(script, by_sentence=choices.each == SENTENCE)
    count = sum(len(scene.beats) for scene in scenes)
    if not count:
        raise ProjectError("project.script-empty")
    if count > MOST_SHOTS or len(scenes) > MOST_SHOTS:
        raise ProjectError("project.script-many-shots", limit=MOST_SHOTS)
    cast = Cast(scenes)
    chosen = {key: one for key, one in cast.names.items() if _is_element(key, one, choices)}
    names = {key: one.name for key, one in chosen.items()}
    writing = _Writing(cast, names, choices)
    made = tuple(writing.scene(number, scene) for number, scene in enumerate(scenes))
    elements = sorted(chosen.values(), key=lambda one: (_ORDER[one.kind], -one.shots))
    left = [one for key, one in cast.names.items() if key not in chosen and one.shots]
    return Breakdown(
        _title(script), made, tuple(elements), tuple(sorted(left, key=lambda one: -one.shots))
    )


_ORDER = {ElementKind.CHARACTER: 0, ElementKind.BACKGROUND: 1, ElementKind.PROP: 2}


def _is_element(key: str, one: Candidate, choices: Choices) -> bool:
    if key in choices.plain:
        return False
    if key in choices.made:
        return True
    wanted = choices.places if one.kind is ElementKind.BACKGROUND else choices.characters
    return wanted and one.shots >= _OFTEN


def _title(script: Script) -> str:
    titles = [part for part in script.parts if part.kind is Kind.TITLE]
    named = next((p for p in titles if p.mark.lower() in TITLE_KEYS), None)
    found = named or (titles[0] if titles and not titles[0].mark else None)
    return " ".join(found.text.split()) if found is not None else ""


@dataclass(frozen=True, slots=True)
class _Writing:
    """Writes scenes and shots with the elements that were chosen."""

    cast: Cast
    names: Mapping[str, str]
    choices: Choices

    def scene(self, number: int, scene: Scenery) -> PlannedScene:
        place = self.names.get(self.cast.places.get(number, ""), "")
        beats = scene.beats
        shots = tuple(self.shot(beat, place) for beat in beats)
        notes = "\n".join(scene.notes)
        if scene.heading is None:
            first = beats[0].first if beats else 1
            return PlannedScene("", "", "", "", notes, shots, first)
        words = scene.heading.text
        said = heading_of(words)
        if not (said.where or said.time):
            return PlannedScene(words, as_sentence(words), "", "", notes, shots,
                                scene.heading.first)  # fmt: skip
        spot = self.cast.with_names(as_sentence(said.place)) or as_sentence(said.prefix)
        title = ", ".join(filter(None, (spot, said.time.lower() if said.time.isupper()
                                        else said.time)))  # fmt: skip
        background = unmentioned(", ".join(filter(None, (spot, where_said(said)))))
        first = scene.heading.first
        return PlannedScene(words, title, background, as_sentence(said.time), notes, shots, first)

    def shot(self, beat: Beat, place: str) -> PlannedShot:
        """The shot of a beat; more elements than a model takes stay plain words."""
        used: list[str] = []

        def may(key: str) -> bool:
            name = self.names[key]
            if name not in used and len(used) < MOST_ELEMENTS:
                used.append(name)
            return name in used

        said = []
        for speech in beat.said:
            key = self.cast.key_of(speech.who)
            who = self.names.get(key) or as_name(speech.who)
            mark = "@" if key in self.names and may(key) else ""
            said.append((Line(who, speech.text, speech.tone), mark))
        seen = mentioning(beat.seen, self.cast, self.names, may)
        words = [spoken(line, mark) for line, mark in said]
        prompt = " ".join(filter(None, (*words, seen)))
        if place and place not in used and len(used) < MOST_ELEMENTS:
            used.append(place)
            prompt = f"@{place}. {prompt}"
        prompt = unmentioned(prompt, used)
        lines = tuple(line for line, _mark in said)
        captions = tuple(_captions(lines, beat.seconds)) if self.choices.captions else ()
        notes = "\n".join(beat.notes)
        source = beat.first, beat.last
        plain = " ".join((*(f"{each.who}: {each.text}" for each in beat.said), beat.seen))
        return PlannedShot(
            prompt, tuple(used), beat.seconds, lines, captions, notes, source, plain=plain
        )


def unmentioned(text: str, known: Collection[str] = ()) -> str:
    """A text without the @ of names that are no element of the shot."""
    return replace_mentions(text, lambda name: f"@{name}" if name in known else name, known)


def spoken(line: Line, mark: str = "") -> str:
    """What is said as the words of a shot tell it."""
    tone = f" ({line.tone})" if line.tone else ""
    who = f"{mark}{line.who}{tone}: " if line.who else ""
    return f"{who}{quoted(line.text)}"


def _captions(lines: Iterable[Line], seconds: int) -> Iterator[Caption]:
    """What is said, one behind the other, as long as its words last."""
    said = list(lines)
    counts = [max(1, words_in(line.text)) for line in said]
    wanted = [max(_LEAST_CAPTION, count / 2.5 + 0.5) for count in counts]
    pace = min(1.0, seconds / sum(wanted)) if wanted else 1.0
    at = 0.0
    for line, length in zip(said, wanted, strict=True):
        end = round(at + length * pace, 1)
        yield Caption(line.text, at, end)
        at = end
