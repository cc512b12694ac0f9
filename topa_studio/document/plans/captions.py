"""A shot's captions where shots are split and merged: each stays at its moment of the film."""

from __future__ import annotations

from collections.abc import Iterable

from topa_studio.model.scenario import Caption, Shot

Written = list[dict[str, object]]


def written(captions: Iterable[Caption]) -> Written:
    """Captions as the file says them."""
    return [_entry(each.text, each.start, each.end) for each in captions]


def _entry(text: str, start: float, end: float | None) -> dict[str, object]:
    entry: dict[str, object] = {"text": text, "in": _short(start)}
    return entry if end is None else {**entry, "out": _short(end)}


def _short(seconds: float) -> float:
    """At most three decimals; a whole number without any."""
    rounded = round(seconds, 3)
    return int(rounded) if rounded == int(rounded) else rounded


def parted(shot: Shot, seam: float) -> tuple[Written, Written]:
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


def joined_captions(first: Shot, second: Shot) -> tuple[str, Written]:
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
