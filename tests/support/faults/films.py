"""The films and services of fault runs: what is wished, and what goes wrong by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

_HEAD = """\
title: Piers
global_config: {mode: std, sound: false%s}
"""
_SCENES = """\
scenes:
  - id: 1
    shots:
"""
_ELEMENT = """\
elements:
  Topa: {type: character, description: "A bear", reference_prompts: [%s]}
"""


def _film(
    shots: int,
    *,
    start: str = "",
    views: int = 0,
    mentioned: bool = True,
    budget: float | None = None,
    seconds: Sequence[int] = (),
) -> str:
    more = "" if budget is None else f", budget_credits: {budget}"
    views_text = ", ".join(["front", "side", "back"][:views])
    element = _ELEMENT % views_text if views else ""
    name = "@Topa on a pier" if views and mentioned else "A pier"
    lines = [
        f'      - {{id: {n}, duration: {long}{start}, prompt: "{name} at dusk, no. {n}."}}\n'
        for n, long in enumerate(seconds or [3] * shots, 1)
    ]
    return _HEAD % more + element + _SCENES + "".join(lines)


@dataclass(frozen=True, slots=True)
class Play:
    """One scenario of faults.

    Attributes:
        film: the scenario file's text.
        service: what the service does, as `service.World` names it.
        resumed: the run under test is not the first: an earlier one was killed when it had
            stored this state of a job for the n-th time.
        budget: credits that may never be passed.
        wishes: how many creates an undisturbed run needs.
        redraws: the element's frontal picture is drawn again and kept, with one more angle.
        variants: so many clips of the first shot are wished at one press; 0: a clip of each shot.
        panels: a panel of each shot is wished first, and then the clips.
        slots: how many jobs run at once; None: as many as usual.
    """

    film: str
    service: Mapping[str, Any] = field(default_factory=dict)
    resumed: tuple[str, int] | None = None
    budget: float | None = None
    wishes: int = 1
    redraws: bool = False
    variants: int = 0
    panels: bool = False
    slots: int | None = None


PLAYS: Mapping[str, Play] = {
    "one shot": Play(_film(1)),
    "panel and clip": Play(_film(1, start=", start: panel"), wishes=2),
    "element, panel and clip": Play(_film(1, views=2), wishes=4),
    "redrawn element": Play(_film(1, views=2, mentioned=False), wishes=5, redraws=True),
    "throttled create": Play(_film(1), {"creates": ["throttle", "throttle"]}),
    "lost reply": Play(_film(1), {"creates": ["lost"]}),
    "failed there": Play(_film(1), {"creates": ["fail"]}, wishes=2),
    "broken download": Play(
        _film(1), {"files": ["cut:0.4", "ok", "status:500", "cut:0.9", "full"]}
    ),
    "download from the start again": Play(_film(1), {"files": ["cut:0.4", "full"]}),
    "two shots at once": Play(_film(2), wishes=2),
    "not reached": Play(_film(1), {"creates": ["reset"]}),
    "told to wait": Play(_film(1), {"creates": ["throttle:0.7"]}),
    "slow answer": Play(_film(1), {"creates": ["slow:0.5"]}),
    "answered with 500": Play(_film(1), {"creates": ["500"]}),
    "collecting what was sent": Play(_film(1), resumed=("submitted", 1)),
    "recovering": Play(_film(2, start=", start: panel"), resumed=("sending", 3), wishes=4),
    "a budget for one": Play(_film(2, budget=50.0), budget=50.0),
    "variants": Play(_film(1, start=", start: panel"), wishes=4, variants=3),
    "variants, one lost": Play(_film(1), {"creates": ["ok", "lost"]}, wishes=3, variants=3),
    "variants in one slot": Play(_film(1), wishes=3, variants=3, slots=1),
    "panels": Play(_film(2, start=", start: panel"), wishes=4, panels=True),
}


def film_of(shots: int, **how: Any) -> str:
    """A film's text: `shots` of 3 s, or of so many `seconds` each, with their own words."""
    return _film(shots, **how)
