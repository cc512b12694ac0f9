"""One shot as a film of its own, so that the renderer makes the file that stands for it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from topa_studio.film.composition import Composition
from topa_studio.film.export.choices import Choices
from topa_studio.film.export.plan import Plan
from topa_studio.film.interchange.assembling import Supply
from topa_studio.film.ladder import Source
from topa_studio.film.span import Span
from topa_studio.film.timing import HARD, Cut
from topa_studio.model.scenario import Ending, Scenario, Transition


@dataclass(frozen=True)
class Alone(Composition):
    """A film of one shot that is looked at before its beginning and behind its end, too."""

    length: int = 0

    @property
    def frames(self) -> int:
        """The file's length."""
        return self.length


def plan_alone(film: Composition, one: Supply, size: tuple[int, int]) -> Plan:
    """The file of one shot: frame n is frame n of its take, its last frame held behind its end."""
    shot = film.scenario.shot(one.cut.key)
    only = replace(shot, caption="", captions=(), transition=Transition(), clip_gain_db=0.0)
    scene = replace(film.scenario.scene_of(shot.key), shots=(only,))
    settings = replace(film.scenario.film, audio=(), ending=Ending())
    scenario = Scenario(settings, film.scenario.elements, (scene,))
    alone = Alone(scenario, (_cut(one, shot.trim_start),), one.frames)
    return Plan(Choices(size="film"), alone, Span(0, one.frames), size)


def _cut(one: Supply, trimmed: float) -> Cut:
    cut = replace(one.cut, join=HARD, gain_db=0.0)
    if cut.source is not Source.CLIP:
        # A slow move goes over the part that the film shows.
        return replace(cut, first=one.source)
    shown = replace(cut.shown, offset=max(0.0, cut.offset - trimmed))
    return replace(cut, first=0, frames=one.frames, shown=shown)
