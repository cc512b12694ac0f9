"""How a trim is written, and how long a clip is: the same for every hand that trims."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from topa_studio.document.edits import Edit, SetField, ShotTarget, UnsetField, Value
from topa_studio.film.ladder import Shown, Source
from topa_studio.film.trim import Used, trim_of
from topa_studio.media.probe import Probe
from topa_studio.model.rate import frame_of
from topa_studio.model.scenario import Shot


def trim_edit(shot: Shot, used: Used, rate: Fraction) -> Edit:
    """The shot uses this part of its clip from now on."""
    target, said = ShotTarget(shot.key), trim_of(used, shot, rate)
    if said is None:
        return UnsetField(target, "trim")
    value: dict[str, Value] = dict(said)
    return SetField(target, "trim", value)


def whole_frames(
    shot: Shot, shown: Shown, rate: Fraction, facts: Callable[[str], Probe | None]
) -> int:
    """How many frames the clip has that a shot shows; 0: it shows none, or nobody knows yet."""
    if shown.source is not Source.CLIP:
        return 0
    if shown.until is not None:
        return frame_of(shown.until - (shown.offset - shot.trim_start), rate)
    found = facts(shown.path)
    return 0 if found is None else frame_of(found.seconds, rate)
