"""A shot's captions where shots are split and merged: each stays at its moment of the film."""

from __future__ import annotations

from topa_studio.document.written import Entries
from topa_studio.document.written import caption_written as _entry
from topa_studio.model.scenario import Shot


def parted(shot: Shot, seam: float) -> tuple[Entries, Entries]:
    """Those that begin before `seam` seconds of the shot, and the others counted from there."""
    before, behind = [], []
    for each in shot.captions:
        if each.start >= seam:
            end = None if each.end is None else max(0.0, each.end - seam)
            behind.append(_entry(each.text, each.start - seam, end))
        else:
            # Without an end it is read to the shot's end, which is behind the first half's now.
            before.append(
                _entry(each.text, each.start, shot.seconds if each.end is None else each.end)
            )
    return before, behind


def joined_captions(first: Shot, second: Shot) -> tuple[str, Entries]:
    """The caption over the whole of both, and the captions over parts of it."""
    seam, end = first.seconds, first.seconds + second.seconds
    ours = [
        _entry(each.text, each.start, seam if each.end is None else each.end)
        for each in first.captions
    ]
    theirs = [
        _entry(each.text, each.start + seam, end if each.end is None else each.end + seam)
        for each in second.captions
    ]
    if first.caption.strip() == second.caption.strip():
        return first.caption, [*ours, *theirs]
    head = [_entry(first.caption, 0, seam)] if first.caption.strip() else []
    tail = [_entry(second.caption, seam, end)] if second.caption.strip() else []
    return "", [*head, *ours, *tail, *theirs]
