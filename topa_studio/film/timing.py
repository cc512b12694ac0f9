"""The film in time: one cut a shot, as many whole frames as the shot lasts, whatever it shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from topa_studio.film.ladder import A_SLATE, Shown, Source, shown_of
from topa_studio.model.rate import frame_of, frames_of, moment_of, rate_of
from topa_studio.model.scenario import FilmConfig, Scenario, Scene
from topa_studio.model.status import ShotStatus

_USUAL = Fraction(24)
NO_MOVE = "none"


@dataclass(frozen=True, slots=True)
class Join:
    """How a cut begins, and over how many frames: `cut`, `fade` or `dissolve`."""

    kind: str = "cut"
    frames: int = 0


HARD = Join()


@dataclass(frozen=True, slots=True)
class Cut:
    """One shot in the film.

    Attributes:
        number: its place, "2.3": scene 2, shot 3.
        first, frames: where it lies in the film and how long, in frames.
        shown: the file it shows, and which part of it.
        rate: frames of the film a second.
        join: the transition into it, never longer than half of the shorter neighbour.
        gain_db: how much louder its clip sounds; None: not at all.
        move: the slow move of a panel, still or slate.
    """

    key: str
    number: str
    first: int
    frames: int
    shown: Shown = A_SLATE
    rate: Fraction = _USUAL
    join: Join = HARD
    gain_db: float | None = 0.0
    move: str = NO_MOVE

    @property
    def last(self) -> int:
        """The frame behind its own, with which the next cut begins."""
        return self.first + self.frames

    @property
    def start(self) -> float:
        """Where it begins, in seconds of the film."""
        return moment_of(self.first, self.rate)

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return moment_of(self.frames, self.rate)

    @property
    def end(self) -> float:
        """Where the next cut begins, in seconds of the film."""
        return moment_of(self.last, self.rate)

    @property
    def scene(self) -> str:
        """The part of its number that is its scene's."""
        return self.number.partition(".")[0]

    @property
    def source(self) -> Source:
        """What is shown."""
        return self.shown.source

    @property
    def path(self) -> str:
        """The file that is shown (relative to the film's home); "" for a slate."""
        return self.shown.path

    @property
    def offset(self) -> float:
        """Where in the file the shot begins, in seconds."""
        return self.shown.offset

    def place_in_file(self, inside: int) -> float:
        """Which moment of the file is on screen so many frames behind the cut's first.

        `inside` may lie behind its last frame, while a dissolve lets it run on. Where the file's
        part ends its last frame is meant.
        """
        place = self.offset + moment_of(inside, self.rate)
        until = self.shown.until
        return place if until is None else max(0.0, min(place, until - moment_of(1, self.rate)))


def joined(wanted: Join, before: int | None, frames: int) -> Join:
    """A transition as it can be: at most half of the shorter neighbour; `before` None: the first.

    A dissolve into the first shot has nothing to come from, so it comes from black like a fade.
    """
    shorter = frames if before is None else min(before, frames)
    most = frames if before is None else shorter // 2
    length = min(wanted.frames, most)
    if wanted.kind == "cut" or length < 1:
        return HARD
    return Join("fade" if before is None else wanted.kind, length)


class CutList:
    """The cuts of a film, kept by scene: after an edit or a new take only those are asked anew.

    `status` says at least what stands for a shot; `forget` follows where that is another.
    """

    def __init__(self, status: Callable[[str], ShotStatus]) -> None:
        self._status = status
        self._kept: dict[str, _Kept] = {}
        self._other: set[str] = set()

    def forget(self, key: str) -> None:
        """Another take or panel may stand for this shot."""
        self._other.add(key)

    def of(self, scenario: Scenario) -> tuple[Cut, ...]:
        """The cuts of the whole film, in its order."""
        for key in self._other:
            if scenario.has_shot(key):
                self._kept.pop(scenario.scene_of(key).id, None)
        self._other.clear()
        before, self._kept = self._kept, {}
        cuts: list[Cut] = []
        config, previous = scenario.film, None
        for number, scene in enumerate(scenario.scenes, 1):
            first = cuts[-1].last if cuts else 0
            kept = before.get(scene.id)
            made_of = (number, first, previous, rate_of(config.fps), config.move)
            if kept is None or kept.scene is not scene or kept.made_of != made_of:
                kept = _Kept(scene, made_of, self._cuts(config, scene, number, first, previous))
            self._kept[scene.id] = kept
            cuts += kept.cuts
            previous = cuts[-1].frames if cuts else None
        return tuple(cuts)

    def _cuts(
        self, film: FilmConfig, scene: Scene, number: int, first: int, before: int | None
    ) -> tuple[Cut, ...]:
        cuts = []
        rate = rate_of(film.fps)
        for place, shot in enumerate(scene.shots, 1):
            shown, frames = shown_of(shot, self._status(shot.key)), frames_of(shot, rate)
            join = HARD
            if shot.transition.kind != "cut":
                wanted = Join(shot.transition.kind, frame_of(shot.transition.seconds, rate))
                join = joined(wanted, before, frames)
            move = shot.move or film.move or NO_MOVE
            gain = shot.clip_gain_db
            number_of = f"{number}.{place}"
            cuts.append(Cut(shot.key, number_of, first, frames, shown, rate, join, gain, move))
            first += frames
            before = frames
        return tuple(cuts)


@dataclass(frozen=True, slots=True)
class _Kept:
    """The cuts of a scene, and what they were made of."""

    scene: Scene
    made_of: tuple[object, ...]
    cuts: tuple[Cut, ...]


def with_take(cut: Cut, shown: Shown) -> Cut:
    """The same cut showing something else, as when takes are compared."""
    return replace(cut, shown=shown)
