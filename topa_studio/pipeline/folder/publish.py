"""`shots/<key>.mp4` is always the chosen take, and never the last copy of anything."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from topa_studio.base.files import copy_durable, sha256_of
from topa_studio.base.files import replace as move
from topa_studio.model.scenario import Scenario, Shot
from topa_studio.model.take import Take
from topa_studio.pipeline.board import Board, Entry
from topa_studio.pipeline.choice import chosen_take
from topa_studio.pipeline.folder.layout import Layout, file_name
from topa_studio.pipeline.job import Kind


def not_in_place(
    keys: Iterable[str], scenario: Scenario, board: Board, layout: Layout
) -> Iterator[str]:
    """Those of these shots that `publish` may have something to do for. Blocks.

    All that a look at two files can tell is told here, by plain names, as there may be thousands.
    """
    folder = os.path.join(layout.film_folder, "shots")
    for key in keys:
        chosen = chosen_take(scenario.shot(key), board.entry(Kind.CLIP, key))
        target = os.path.join(folder, f"{file_name(key)}.mp4")
        is_plain = chosen is not None and target.isascii()
        if chosen is not None and not (is_plain and _alike(layout.place(chosen.path), target)):
            yield key


def publish(shot: Shot, entry: Entry, layout: Layout) -> Take | None:
    """Put the chosen take under the shot's own file name. Blocks; raises OSError.

    Returns:
        None where it is done; else an older take that stands in the way, as it lies now in a place
        of its own: to be recorded before this is called again.
    """
    chosen = chosen_take(shot, entry)
    target = layout.clip(shot.key)
    if chosen is None or chosen.seconds or chosen.path == layout.relative(target):
        return None
    source = layout.absolute(chosen.path)
    if not source.exists() or (target.exists() and _same(source, target)):
        return None
    if target.exists():
        older = _older_take(shot.key, target, entry, layout)
        if older is not None:
            return older
        _spare(target, entry, layout)
    copy_durable(source, layout.own(target))
    return None


def _older_take(key: str, target: Path, entry: Entry, layout: Layout) -> Take | None:
    """The take that has no other file than `target`, copied to where takes lie."""
    stored = layout.relative(target)
    for take in entry.every_take():
        if take.path == stored:
            kept = layout.take(key, take.number)
            copy_durable(target, layout.own(kept))
            return replace(take, path=layout.relative(kept), sha256=sha256_of(kept))
    return None


def _spare(target: Path, entry: Entry, layout: Layout) -> None:
    """A file that is no copy of a take goes to the trash, not away."""
    known = {take.sha256 for take in entry.every_take()}
    if sha256_of(target) not in known:
        trash = layout.output / ".topa" / "trash"
        spared = layout.own(trash / f"{target.stem}-{time.time_ns()}{target.suffix}")
        trash.mkdir(parents=True, exist_ok=True)
        move(layout.own(target), spared)


def _alike(one: str | Path, other: str | Path) -> bool:
    """Whether two files of their own have the same size and date."""
    try:
        first, second = os.stat(one), os.stat(other)
    except OSError:
        return False
    same = first.st_size == second.st_size and first.st_mtime_ns == second.st_mtime_ns
    return same and not os.path.samestat(first, second)


def _same(one: Path, other: Path) -> bool:
    """Whether both hold the same, each in a file of its own."""
    if _alike(one, other):
        return True
    if one.stat().st_size != other.stat().st_size or one.samefile(other):
        return False
    return sha256_of(one) == sha256_of(other)
