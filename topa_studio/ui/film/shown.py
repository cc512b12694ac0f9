"""The part of a film that a filter shows: its scenes, and where they are in the whole."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from topa_studio.model.scenario import Scenario, Scene, Shot


class Shown:
    """Scenes of whose shots `left` leaves none are left out.

    Attributes:
        scene_numbers: the number in the film, from 1, of each scene that is left.
    """

    def __init__(self, left: Callable[[Sequence[Shot]], list[Shot]]) -> None:
        self.left = left
        self.scene_numbers: list[int] = []
        self._film = Scenario()
        self._numbers: dict[int, int] = {}
        self._parts: dict[str, tuple[Scene, Scene]] = {}
        self._taken: tuple[Scene, ...] = ()
        self._moments: tuple[list[float], list[float]] | None = None

    def take(self, film: Scenario) -> tuple[Scene, ...]:
        """The scenes that are left of this film."""
        self.scene_numbers, self._moments = [], None
        self._film, self._numbers = film, {}
        taken = list[Scene]()
        for number, scene in enumerate(film.scenes, 1):
            shots = self.left(scene.shots)
            if shots:
                taken.append(self._part(scene, tuple(shots)))
                self.scene_numbers.append(number)
                self._numbers[id(scene)] = number
        self._taken = tuple(taken)
        return self._taken

    def number(self, key: str) -> str:
        """The number of a shot that is left, "2.3"; told when asked, as few of them are seen."""
        scene = self._film.scene_of(key)
        place = next(at for at, each in enumerate(scene.shots, 1) if each.key == key)
        return f"{self._numbers[id(scene)]}.{place}"

    def _part(self, scene: Scene, shots: tuple[Shot, ...]) -> Scene:
        """A scene with these of its shots; the very same one as long as nothing of it changes."""
        if len(shots) == len(scene.shots):
            return scene
        known = self._parts.get(scene.id)
        if known is None or known[0] is not scene or known[1].shots != shots:
            known = self._parts[scene.id] = scene, scene.with_shots(shots)
        return known[1]

    def moment(self, seconds: float) -> float | None:
        """A moment of the film, counted over what is left; None: it is in a shot that is not."""
        if self._moments is None:
            self._moments = self._measure()
        begins, lengths = self._moments
        at = bisect_right(begins, seconds) - 1
        if at < 0 or seconds - begins[at] > lengths[at]:
            return None
        return sum(lengths[:at]) + seconds - begins[at]

    def _measure(self) -> tuple[list[float], list[float]]:
        """When in the film each shot that is left begins, and how long it is; once it is asked."""
        begins, lengths, at = list[float](), list[float](), 0.0
        left = {shot.key for scene in self._taken for shot in scene.shots}
        for scene in self._film.scenes:
            for shot in scene.shots:
                if shot.key in left:
                    begins.append(at)
                    lengths.append(shot.seconds)
                at += shot.seconds
        return begins, lengths
