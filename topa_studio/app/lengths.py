"""What a shot would cost at another length, before anything is changed."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from topa_studio.app.session import ProjectSession
from topa_studio.model.scenario import Scenario
from topa_studio.model.wish import Kind, Wish
from topa_studio.pipeline.money.sums import total


def price_of_length(session: ProjectSession, key: str, seconds: int) -> float | None:
    """Credits of a shot that is made so long; None: not known, or it cannot be made as it is."""
    estimate = session.wishes.estimate()
    longer = replace(estimate, scenario=_with_length(estimate.scenario, key, seconds), digest=None)
    share = longer.share(Wish(Kind.CLIP, key))
    return None if share.blocked else total(Counter(share.prices))


def _with_length(film: Scenario, key: str, seconds: int) -> Scenario:
    home = film.scene_of(key)
    shots = tuple(replace(s, duration=seconds) if s.key == key else s for s in home.shots)
    scene = replace(home, shots=shots)
    return replace(film, scenes=tuple(scene if s is home else s for s in film.scenes))
