"""The film in time: one cut a shot, as long as the shot says, whatever picture there is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from topa_studio.film.ladder import A_SLATE, Shown, Source, shown_of
from topa_studio.model.scenario import Scenario, Scene
from topa_studio.model.status import ShotStatus


@dataclass(frozen=True, slots=True)
class Cut:
    """One shot in the film.

    Attributes:
        number: its place, "2.3": scene 2, shot 3.
        start, seconds: where it lies in the film, in seconds.
        shown: the file it shows, and which part of it.
    """

    key: str
    number: str
    start: float
    seconds: float
    shown: Shown = A_SLATE

    @property
    def end(self) -> float:
        """Where the next cut begins, in seconds of the film."""
        return self.start + self.seconds

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

    @property
    def moves_for(self) -> float:
        """How long its part of the file lasts at most; behind that its last frame is held."""
        until = self.shown.until
        return self.seconds if until is None else max(0.0, min(self.seconds, until - self.offset))

    def place_in_file(self, seconds: float, fps: float) -> float:
        """Which moment of the file is on screen at a moment of the film."""
        inside = max(0.0, min(seconds - self.start, self.moves_for - 1 / fps))
        until = self.shown.until
        place = self.offset + inside
        return place if until is None else max(0.0, min(place, until - 1 / fps))


class CutList:
    """The cuts of a film, kept by scene: after an edit or a new take only those are asked anew.

    `status` says at least what stands for a shot; `forget` follows where that is another.
    """

    def __init__(self, status: Callable[[str], ShotStatus]) -> None:
        self._status = status
        self._kept: dict[str, tuple[Scene, int, float, tuple[Cut, ...]]] = {}
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
        start = 0.0
        for number, scene in enumerate(scenario.scenes, 1):
            known = before.get(scene.id)
            if known is None or known[:3] != (scene, number, start):
                known = scene, number, start, self._cut(scene, number, start)
            self._kept[scene.id] = known
            cuts += known[-1]
            start += scene.seconds
        return tuple(cuts)

    def _cut(self, scene: Scene, number: int, start: float) -> tuple[Cut, ...]:
        cuts = []
        for place, shot in enumerate(scene.shots, 1):
            shown, seconds = shown_of(shot, self._status(shot.key)), float(shot.duration)
            cuts.append(Cut(shot.key, f"{number}.{place}", start, seconds, shown))
            start += seconds
        return tuple(cuts)
