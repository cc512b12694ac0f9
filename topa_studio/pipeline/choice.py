"""Which take of a shot counts: the one the scenario names, else the newest good one.

A good one has its file, and is neither rejected nor in the trash. Where there is none the film
goes on down its ladder (`film.ladder`): panel, slate.
"""

from __future__ import annotations

from topa_studio.model.scenario import Shot
from topa_studio.model.take import Take
from topa_studio.pipeline.board import Entry


def chosen_take(shot: Shot, entry: Entry) -> Take | None:
    """The take that stands for the shot in the film; None where there is none."""
    return _chosen(shot.take, entry)


def chosen_panel(shot: Shot, entry: Entry) -> Take | None:
    """The panel that stands for the shot on the board; None where there is none."""
    return _chosen(shot.panel, entry)


def _chosen(number: int | None, entry: Entry) -> Take | None:
    if number is not None and number in entry.takes:
        return entry.takes[number]
    good = [take.number for take in entry.takes.values() if take.marks.is_good]
    return entry.takes[max(good)] if good else None
