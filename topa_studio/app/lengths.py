"""What a shot would cost at another length, before anything is changed."""

from __future__ import annotations

from dataclasses import replace

from topa_studio.app.session import ProjectSession
from topa_studio.model.scenario import Scenario
from topa_studio.model.wish import Kind, Wish
from topa_studio.pipeline.money.sums import Sum


def price_of_length(session: ProjectSession, key: str, seconds: int) -> float | None:
    """Credits of a shot that is made so long, as its button would tell them.

    None: not known, or it cannot be made as it is.
    """
    estimate = session.wishes.estimate()
    longer = replace(estimate, scenario=_with_length(estimate.scenario, key, seconds), digest=None)
    wish, found = Wish(Kind.CLIP, key), Sum()
    found.put(wish, longer.share(wish))
    quote = longer.quote_of(found)
    return None if quote.blocked else quote.credits


def _with_length(film: Scenario, key: str, seconds: int) -> Scenario:
    home = film.scene_of(key)
    shots = tuple(replace(s, duration=seconds) if s.key == key else s for s in home.shots)
    scene = replace(home, shots=shots)
    return replace(film, scenes=tuple(scene if s is home else s for s in film.scenes))
