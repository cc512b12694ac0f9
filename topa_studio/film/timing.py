"""The film in time: one cut a shot, as long as the shot says, whatever picture there is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from topa_studio.film.ladder import A_SLATE, Shown, Source, shown_of
from topa_studio.model.scenario import Scenario
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


def cut_list(
    scenario: Scenario,
    status: Callable[[str], ShotStatus],
    keys: Iterable[str] | None = None,
) -> tuple[Cut, ...]:
    """The cuts of the whole film, or of the shots named by `keys`, in the film's order."""
    wanted = None if keys is None else frozenset(keys)
    cuts: list[Cut] = []
    start = 0.0
    for scene_number, scene in enumerate(scenario.scenes, 1):
        for shot_number, shot in enumerate(scene.shots, 1):
            if wanted is not None and shot.key not in wanted:
                continue
            number, seconds = f"{scene_number}.{shot_number}", float(shot.duration)
            cuts.append(Cut(shot.key, number, start, seconds, shown_of(shot, status(shot.key))))
            start += seconds
    return tuple(cuts)
