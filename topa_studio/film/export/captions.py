"""The captions of what is written, counted from its start."""

from __future__ import annotations

from dataclasses import replace

from topa_studio.film.cues import Cue
from topa_studio.film.export.plan import Plan
from topa_studio.film.subtitles import without_controls, write_srt


def cues_within(plan: Plan) -> tuple[Cue, ...]:
    """The captions that are to be read in what is written; no one reaches out of it."""
    first, last = plan.span.first, plan.span.last
    return tuple(
        replace(
            cue,
            first=max(cue.first, first) - first,
            last=min(cue.last, last) - first,
            text=without_controls(cue.text),
        )
        for cue in plan.film.cues
        if cue.first < last and cue.last > first
    )


def subtitles_of(plan: Plan) -> bytes:
    """They as a file beside it: SubRip."""
    return write_srt(cues_within(plan), plan.film.rate).encode(errors="replace")
