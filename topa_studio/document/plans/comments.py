"""A shot's comments where shots are split and merged: each stays at its moment of the film."""

from __future__ import annotations

from topa_studio.document.written import short

Entries = list[object]


def parted_comments(entries: Entries, seam: float) -> tuple[Entries, Entries]:
    """Those before `seam` seconds of the shot, and the others counted from there; as they stand."""
    before: Entries = []
    behind: Entries = []
    for entry in entries:
        if _at(entry) < seam:
            before.append(entry)
        else:
            behind.append(_moved(entry, -seam))
    return before, behind


def joined_comments(ours: Entries, theirs: Entries, seam: float) -> Entries:
    """Both, the second shot's counted from the start of the first, which lasts `seam` seconds."""
    return [*ours, *(_moved(entry, seam) for entry in theirs)]


def _at(entry: object) -> float:
    at = entry.get("at") if isinstance(entry, dict) else None
    return at if isinstance(at, int | float) else 0.0


def _moved(entry: object, by: float) -> object:
    if not isinstance(entry, dict) or not isinstance(entry.get("at", 0), int | float):
        return entry
    return {**entry, "at": short(max(0.0, _at(entry) + by))}
