"""How a trim is written, and how long a clip is: the same for every hand that trims."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from topa_studio.document.edits import Edit, SetField, ShotTarget, UnsetField, Value
from topa_studio.document.written import captions_written
from topa_studio.film.ladder import Shown, Source
from topa_studio.film.trim import Used, trim_of, used_of
from topa_studio.media.probe import Probe
from topa_studio.model.rate import frame_of, seconds_of
from topa_studio.model.scenario import Caption, Shot


def trim_edits(shot: Shot, used: Used, rate: Fraction) -> list[Edit]:
    """The shot uses this part of its clip from now on; captions stay at their pictures."""
    target, said = ShotTarget(shot.key), trim_of(used, shot, rate)
    by = seconds_of(used.first - used_of(shot, rate).first, rate)
    edits: list[Edit] = [UnsetField(target, "trim")]
    if said is not None:
        value: dict[str, Value] = dict(said)
        edits = [SetField(target, "trim", value)]
    if by and shot.captions:
        moved = [_earlier(each, by) for each in shot.captions]
        edits.append(SetField(target, "captions", captions_written(moved)))
    return edits


def _earlier(caption: Caption, by: float) -> Caption:
    """So many seconds earlier in the shot; one whose picture is cut away begins with the shot."""
    start, end = caption.start - by, caption.end
    if end is not None:
        end = end - by if end > by else end - caption.start
    return replace(caption, start=max(0.0, start), end=end)


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
