"""What an export writes: which film, which part of it, how large; worked out, nothing opened."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from topa_studio.base.errors import ProjectError
from topa_studio.film.composition import Composition
from topa_studio.film.engine.burning import Burnt
from topa_studio.film.export.choices import SOUNDS, Choices, What, Words
from topa_studio.film.export.facts import (
    Known,
    estimated_bytes,
    estimated_seconds,
    most_common_size,
    size_of,
)
from topa_studio.film.export.parts import recomposed
from topa_studio.film.export.unread import Unread
from topa_studio.film.ladder import Source
from topa_studio.film.sound import CLIP, Part
from topa_studio.film.span import Span
from topa_studio.model.rate import frame_of, moment_of
from topa_studio.model.scenario import Scenario


@dataclass(frozen=True)
class Plan:
    """One export.

    Attributes:
        film: what is written, composed anew where shots are left out or the rate is another.
        span: which frames of it.
        size: width and height in pixels.
        clips: the size most of its clips have; None: none is known.
        missing: keys of the chosen shots that have no clip, whatever becomes of them.
        unread: the chosen shots whose file cannot be read, and sounds of what is written.
        about_bytes, about_seconds: how large it will be, how long it takes.
    """

    choices: Choices
    film: Composition
    span: Span
    size: tuple[int, int]
    clips: tuple[int, int] | None = None
    missing: tuple[str, ...] = ()
    unread: Unread = field(default_factory=Unread)
    about_bytes: int = 0
    about_seconds: float = 0.0

    @property
    def frames(self) -> int:
        """How many pictures are written."""
        return self.span.frames

    @property
    def seconds(self) -> float:
        """How long the file lasts."""
        return moment_of(self.span.frames, self.film.rate)

    @property
    def burnt(self) -> Burnt:
        """The words that stand in the picture."""
        animatic = self.choices.what is What.ANIMATIC
        captions = self.choices.captions is Words.BURNT and self.has_cues
        named = animatic or self.choices.numbers
        return Burnt(captions=captions, name=named, time=animatic, words=animatic)

    @property
    def has_cues(self) -> bool:
        """Whether there is a caption in what is written."""
        return any(
            cue.first < self.span.last and cue.last > self.span.first for cue in self.film.cues
        )


def plan_of(
    whole: Composition, choices: Choices, known: Known, unread: Unread | None = None
) -> Plan:
    """Work an export of the whole film or a part of it out; `unread` is of the whole film.

    Raises:
        ProjectError: "project.no-scene", or "export.nothing": nothing of the film is chosen.
    """
    scenario = whole.scenario
    wanted = _wanted(scenario, choices)
    unread = unread or Unread()
    broken = {key: code for key, code in unread.shots.items() if key in wanted}
    missing = tuple(
        cut.key
        for cut in whole.cuts
        if cut.key in wanted - set(broken) and cut.source in (Source.PANEL, Source.SLATE)
    )
    film = _part(whole, choices, wanted, {*missing, *broken})
    span = _span(whole, film, choices)
    if not span.frames:
        raise ProjectError("export.nothing")
    clips = most_common_size(film.cuts, known)
    size = size_of(choices.size, film.ratio, clips)
    unheard = {path: unread.sounds[path] for path in _heard_in(film, span) if path in unread.sounds}
    return Plan(
        choices, film, span, size, clips, missing, Unread(broken, unheard),
        estimated_bytes(film, span, size, known), estimated_seconds(span.frames, size),
    )  # fmt: skip


def _heard_in(film: Composition, span: Span) -> Iterable[str]:
    """Files of music, voices and sounds within a span, in the film's order."""
    first, last = (moment_of(frame, film.rate) for frame in (span.first, span.last))

    def ends(part: Part) -> float:
        return last if part.end is None else part.at + part.end - part.begin

    return dict.fromkeys(
        part.path
        for part in film.parts
        if part.kind != CLIP and part.at < last and ends(part) > first
    )


def _wanted(scenario: Scenario, choices: Choices) -> set[str]:
    """Keys of the shots that are chosen."""
    if choices.scene is not None:
        scenes = {scene.id: scene for scene in scenario.scenes}
        if choices.scene not in scenes:
            raise ProjectError("project.no-scene", scene=choices.scene, known=", ".join(scenes))
        return {shot.key for shot in scenes[choices.scene].shots}
    return set(choices.shots) or {shot.key for shot in scenario.shots()}


def _part(whole: Composition, choices: Choices, wanted: set[str], missing: set[str]) -> Composition:
    """The film that is written: a scene stands in its film, chosen shots follow each other."""
    scenario = whole.scenario
    kept = {shot.key for shot in scenario.shots()}
    if choices.shots and choices.scene is None:
        kept &= wanted
    if choices.leave_out:
        kept -= missing
    film = scenario
    if choices.fps is not None:
        film = replace(film, film=replace(film.film, fps=choices.fps))
    if len(kept) < scenario.count():
        film = _only(film, kept)
    if set(choices.sounds) < set(SOUNDS):
        film = _heard(film, choices.sounds)
    if film is scenario:
        return whole
    return recomposed(whole, film)


def _only(scenario: Scenario, kept: Iterable[str]) -> Scenario:
    keys = set(kept)
    scenes = (
        replace(scene, shots=tuple(shot for shot in scene.shots if shot.key in keys))
        for scene in scenario.scenes
    )
    return replace(scenario, scenes=tuple(scenes))


def _heard(scenario: Scenario, sounds: tuple[str, ...]) -> Scenario:
    """The film with only these parts of its sound."""
    tracks = (
        t for t in scenario.film.audio if ("voice" if t.kind == "voice" else "music") in sounds
    )
    film = replace(scenario, film=replace(scenario.film, audio=tuple(tracks)))
    if "clip" in sounds:
        return film
    scenes = (
        replace(scene, shots=tuple(replace(shot, clip_gain_db=None) for shot in scene.shots))
        for scene in film.scenes
    )
    return replace(film, scenes=tuple(scenes))


def _span(whole: Composition, film: Composition, choices: Choices) -> Span:
    if choices.scene is not None:
        keys = {shot.key for shot in film.scenario.scene(choices.scene).shots}
        cuts = [cut for cut in film.cuts if cut.key in keys]
        return Span(cuts[0].first, cuts[-1].last) if cuts else Span(0, 0)
    if choices.span is None or not whole.cuts:
        return Span(0, film.frames)
    first, last = (_moved(whole, film, frame) for frame in choices.span)
    return Span(max(0, first), min(last, film.frames))


def _moved(whole: Composition, film: Composition, frame: int) -> int:
    """Where a frame of the whole film stands in the one that is written, else what follows it."""
    if frame >= whole.frames:
        return film.frames
    index = whole.index_at(frame)
    here = {cut.key: cut for cut in film.cuts}
    inside = frame - whole.cuts[index].first
    for cut in whole.cuts[index:]:
        if (found := here.get(cut.key)) is not None:
            place = frame_of(moment_of(inside, whole.rate), film.rate)
            return found.first + min(place, found.frames)
        inside = 0
    return film.frames
