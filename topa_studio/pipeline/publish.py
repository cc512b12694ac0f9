"""`shots/<key>.mp4` is always the chosen take, and never the last copy of anything."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

from topa_studio.base.files import copy_durable, sha256_of
from topa_studio.base.files import replace as move
from topa_studio.model.scenario import Shot
from topa_studio.model.take import Take
from topa_studio.pipeline.board import Entry
from topa_studio.pipeline.choice import chosen_take
from topa_studio.pipeline.layout import Layout


def publish(shot: Shot, entry: Entry, layout: Layout) -> Take | None:
    """Put the chosen take under the shot's own file name. Blocks; raises OSError.

    Returns:
        An older take whose file had to be moved to make room, with its new path; else None.
    """
    chosen = chosen_take(shot, entry)
    target = layout.clip(shot.key)
    if chosen is None or chosen.seconds or chosen.path == layout.relative(target):
        return None
    source = layout.absolute(chosen.path)
    if not source.exists() or (target.exists() and _same(source, target)):
        return None
    moved = _make_room(shot.key, target, entry, layout) if target.exists() else None
    copy_durable(source, target)
    return moved


def _make_room(key: str, target: Path, entry: Entry, layout: Layout) -> Take | None:
    stored = layout.relative(target)
    for take in entry.takes.values():
        if take.path == stored:
            kept = layout.take(key, take.number)
            copy_durable(target, kept)
            return replace(take, path=layout.relative(kept))
    known = {take.sha256 for take in entry.takes.values()}
    if sha256_of(target) not in known:
        trash = layout.output / ".topa" / "trash"
        trash.mkdir(parents=True, exist_ok=True)
        move(target, trash / f"{target.stem}-{time.time_ns()}{target.suffix}")
    return None


def _same(one: Path, other: Path) -> bool:
    if one.samefile(other):
        return True
    return one.stat().st_size == other.stat().st_size and sha256_of(one) == sha256_of(other)
