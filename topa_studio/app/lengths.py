"""What shots would cost at other lengths, before anything is changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from topa_studio.app.session import ProjectSession
from topa_studio.model.scenario import Scenario
from topa_studio.model.wish import Kind, Wish
from topa_studio.pipeline.money.sums import Sum


def price_of_lengths(session: ProjectSession, lengths: Mapping[str, int]) -> float | None:
    """Credits of shots that are made so long, as one button would tell them.

    None: not known, or none of them can be made as it is.
    """
    estimate = session.wishes.estimate()
    longer = replace(estimate, scenario=_with_lengths(estimate.scenario, lengths), digest=None)
    found = Sum()
    for key in lengths:
        wish = Wish(Kind.CLIP, key)
        found.put(wish, longer.share(wish))
    quote = longer.quote_of(found)
    return None if quote.blocked and not quote.wishes else quote.credits


def _with_lengths(film: Scenario, lengths: Mapping[str, int]) -> Scenario:
    homes = {film.scene_of(key).id for key in lengths}
    scenes = tuple(
        replace(
            scene,
            shots=tuple(replace(s, duration=lengths.get(s.key, s.duration)) for s in scene.shots),
        )
        if scene.id in homes
        else scene
        for scene in film.scenes
    )
    return replace(film, scenes=scenes)
