"""What is on the screen and heard at each frame of a film: pure values, no file is opened."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from topa_studio.film.cues import Cue, cues_at, cues_of
from topa_studio.film.ladder import Source
from topa_studio.film.sound import Part, parts_of
from topa_studio.film.still import Slate, shape, slate_of
from topa_studio.film.timing import Cut
from topa_studio.model.rate import frame_of, rate_of
from topa_studio.model.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Layer:
    """A picture that is shown: frame `inside` of a cut, counted from its first.

    `opacity` is how much of it is seen over the layer below.
    """

    cut: Cut
    inside: int
    opacity: float = 1.0


@dataclass(frozen=True)
class Composition:
    """A film as it stands; `cuts` are all of its shots in order."""

    scenario: Scenario
    cuts: tuple[Cut, ...]

    @cached_property
    def rate(self) -> Fraction:
        """Frames a second."""
        return rate_of(self.scenario.film.fps)

    @cached_property
    def ratio(self) -> float:
        """Width to height of the film."""
        return shape(self.scenario)

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """All captions, in order."""
        return cues_of(self.scenario, self.cuts)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """All that is heard."""
        return parts_of(self.scenario, self.cuts)

    @cached_property
    def fade_out(self) -> int:
        """How many frames of the film's end go to black."""
        ending = self.scenario.film.ending
        if ending.kind != "fade" or not self.cuts:
            return 0
        return min(frame_of(ending.seconds, self.rate), self.cuts[-1].frames)

    def slate(self, cut: Cut) -> Slate:
        """What the slate of a cut says, which stands wherever its picture cannot."""
        return slate_of(self.scenario, cut)

    @property
    def frames(self) -> int:
        """The film's length."""
        return self.cuts[-1].last if self.cuts else 0

    @property
    def seconds(self) -> float:
        """The film's length."""
        return self.cuts[-1].end if self.cuts else 0.0

    @cached_property
    def _places(self) -> dict[str, int]:
        return {cut.key: place for place, cut in enumerate(self.cuts)}

    def place_of(self, key: str) -> int | None:
        """The number of a shot's cut; None: it is not in the film."""
        return self._places.get(key)

    def index_at(self, frame: int) -> int:
        """The number of the cut on screen at a frame; the first one of an empty film."""
        return index_at(self.cuts, frame)

    def layers(self, frame: int) -> tuple[Layer, ...]:
        """What is shown at a frame, from below to above: one layer, or two in a dissolve."""
        if not self.cuts:
            return ()
        index = self.index_at(frame)
        cut = self.cuts[index]
        inside = frame - cut.first
        above = Layer(cut, inside)
        if cut.join.kind != "dissolve" or inside >= cut.join.frames or index == 0:
            return (above,)
        below = self.cuts[index - 1]
        opacity = (inside + 1) / (cut.join.frames + 1)
        return Layer(below, frame - below.first), Layer(cut, inside, opacity)

    def light(self, frame: int) -> float:
        """How much of the picture is seen: 1, less in a fade, 0 is black."""
        if not self.cuts:
            return 0.0
        index = self.index_at(frame)
        cut = self.cuts[index]
        seen = min(1.0, self._into(cut, frame), self._end(frame))
        if index + 1 < len(self.cuts) and self.cuts[index + 1].join.kind == "fade":
            half = self.cuts[index + 1].join.frames // 2
            seen = min(seen, (cut.last - 1 - frame) / half) if half else seen
        return max(0.0, seen)

    def _into(self, cut: Cut, frame: int) -> float:
        if cut.join.kind != "fade":
            return 1.0
        length = cut.join.frames if cut.first == 0 else cut.join.frames - cut.join.frames // 2
        return (frame - cut.first) / length if length else 1.0

    def _end(self, frame: int) -> float:
        return (self.frames - 1 - frame) / self.fade_out if self.fade_out else 1.0

    def words(self, frame: int) -> str:
        """The captions at a frame, below each other."""
        return "\n".join(cue.text for cue in cues_at(self.cues, frame))


def index_at(cuts: Sequence[Cut], frame: int) -> int:
    """The number of the cut on screen at a frame; the first one of an empty film."""
    return max(0, bisect_right(cuts, frame, key=lambda cut: cut.first) - 1)


def files_of(composition: Composition) -> Iterable[str]:
    """The files it shows and hears, each once, relative to the film's home."""
    shown = (cut.path for cut in composition.cuts if cut.source is not Source.SLATE)
    return dict.fromkeys([*shown, *(part.path for part in composition.parts)])
