"""The sound of what is written: exactly as long as its pictures."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from topa_studio.film.export.encoding import SAMPLE_RATE
from topa_studio.film.export.loudness import Heard, blocks, evened
from topa_studio.film.export.plan import Plan

if TYPE_CHECKING:
    from topa_studio.film.export.loudness import Samples


def sound_of(plan: Plan, heard: Heard) -> Iterator[Samples]:
    """The sound of what is written: exactly as long as its pictures."""
    rate = plan.film.rate
    start, stop = sample_of(plan.span.first, rate), sample_of(plan.span.last, rate)
    return evened(heard, start, stop) if plan.choices.even else blocks(heard, start, stop)


def sample_of(frame: int, rate: Fraction) -> int:
    """The sample with which a frame begins."""
    return round(frame * SAMPLE_RATE / rate)
