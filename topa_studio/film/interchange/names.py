"""What shots are called outside: S01_SH03_T2, and the files made of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from topa_studio.film.ladder import Source
from topa_studio.film.timing import Cut

_STEM = re.compile(r"S(\d{2,})_SH(\d{2,})", re.IGNORECASE)
_KINDS = {Source.PANEL: "PANEL", Source.SLATE: "SLATE", Source.STILL: "STILL"}
MEDIA = ".mp4"


def stem_of(number: str) -> str:
    """The part of a shot's name that stays when another take is chosen: "2.3" is S02_SH03."""
    scene, _, shot = number.partition(".")
    return f"S{int(scene):02}_SH{int(shot):02}"


def name_of(stem: str, cut: Cut, take: int | None) -> str:
    """The whole name: S02_SH03_T4, S02_SH03_PANEL."""
    kind = _KINDS.get(cut.source)
    if kind is None:
        kind = "CLIP" if take is None else f"T{take}"
    return f"{stem}_{kind}"


def stem_in(name: str) -> str | None:
    """The stem that a name begins with, however a program went on with it; None: it has none."""
    found = _STEM.match(name.strip())
    return None if found is None else f"S{int(found[1]):02}_SH{int(found[2]):02}"


def number_in(stem: str) -> tuple[int, int]:
    """Scene and shot, counted from 1, that a stem names."""
    found = _STEM.match(stem)
    assert found is not None
    return int(found[1]), int(found[2])


def free_stem(wanted: str, taken: Collection[str]) -> str:
    """A stem that no other shot has; a shot's number may have been another's at an earlier time."""
    scene, shot = number_in(wanted)
    while f"S{scene:02}_SH{shot:02}" in taken:
        shot += 100
    return f"S{scene:02}_SH{shot:02}"


def stems_of(cuts: Iterable[Cut], earlier: Mapping[str, str]) -> dict[str, str]:
    """What each shot is called, by key: as in an earlier export, else by its place."""
    listed = tuple(cuts)
    found = {cut.key: earlier[cut.key] for cut in listed if cut.key in earlier}
    taken = set(earlier.values())
    for cut in listed:
        if cut.key not in found:
            found[cut.key] = free_stem(stem_of(cut.number), taken)
            taken.add(found[cut.key])
    return found
