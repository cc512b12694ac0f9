"""A part of a film composed anew: the same takes and panels, other shots, rate or sound."""

from __future__ import annotations

from dataclasses import replace

from topa_studio.film.composition import Composition
from topa_studio.film.ladder import Source
from topa_studio.film.timing import HARD, Cut, CutList, Join
from topa_studio.model.scenario import Scenario, Shot
from topa_studio.model.status import ShotStatus
from topa_studio.model.take import Take


def recomposed(whole: Composition, part: Scenario) -> Composition:
    """`part` holds some of the whole film's shots; each keeps what it shows, and its number."""
    cuts = {cut.key: cut for cut in whole.cuts}

    def status(key: str) -> ShotStatus:
        return _status(cuts[key], part.shot(key))

    made = [replace(cut, number=cuts[cut.key].number) for cut in CutList(status).of(part)]
    if made and cuts[made[0].key].first > 0:
        made[0] = replace(made[0], join=_begun(cuts[made[0].key].join))
    return Composition(part, tuple(made))


def _begun(join: Join) -> Join:
    """How a cut begins without the one before it: a fade with what it has of it in the film."""
    return Join("fade", join.frames - join.frames // 2) if join.kind == "fade" else HARD


def _status(cut: Cut, shot: Shot) -> ShotStatus:
    """What stands for a shot, as its cut shows it: the other way round than `ladder.shown_of`."""
    shown = cut.shown
    if shown.source is Source.PANEL:
        return ShotStatus(cut.key, panel=Take(1, shown.path))
    if shown.source is not Source.CLIP:
        return ShotStatus(cut.key)
    start = shown.offset - (shot.trim.start if shot.trim is not None else 0.0)
    seconds = 0.0 if shown.until is None else shown.until - start
    return ShotStatus(cut.key, chosen=Take(1, shown.path, start=start, seconds=seconds))
