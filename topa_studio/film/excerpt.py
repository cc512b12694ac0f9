"""One shot of the film as a film of its own: to judge a take, or the edge of a shot, alone."""

from __future__ import annotations

from dataclasses import replace

from topa_studio.film.composition import Composition
from topa_studio.film.ladder import Shown
from topa_studio.film.timing import HARD, Cut, with_take
from topa_studio.model.scenario import Ending, Scenario


def alone(scenario: Scenario, cut: Cut, shown: Shown | None = None) -> Composition:
    """A cut without its neighbours, transitions, captions and the film's music.

    `shown` is what it shows instead of what it shows in the film. Its first frame is frame 0; it
    lasts as long as in the film. Raises KeyError: the shot is not in `scenario`.
    """
    scene, shot = scenario.scene_of(cut.key), scenario.shot(cut.key)
    film = replace(scenario.film, audio=(), ending=Ending())
    bare = replace(shot, caption="", captions=())
    only = replace(scenario, film=film, scenes=(replace(scene, shots=(bare,)),))
    by_itself = replace(cut, first=0, join=HARD)
    return Composition(only, (by_itself if shown is None else with_take(by_itself, shown),))
