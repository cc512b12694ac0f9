"""Many files looked at side by side, each in a process apart as ever (see `apart`)."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from typing import TypeVar

from topa_studio.media.apart import Apart

W = TypeVar("W")
T = TypeVar("T")

_MOST = 6
# A child takes as long to start as a few files take to be looked at.
_FILES_A_CHILD = 6


def children_for(files: int, cores: int | None = None) -> int:
    """How many children look at so many files: no more than cores, and none for a few files."""
    here = os.cpu_count() if cores is None else cores
    return max(1, min(files // _FILES_A_CHILD, here or 1, _MOST))


def asked_abreast(
    ask: Callable[[Apart, W], T], wanted: Sequence[W], children: int | None = None
) -> list[T]:
    """What `ask` tells of each, in the same order; blocks, and raises what `ask` raises."""
    count = children_for(len(wanted)) if children is None else children
    more = [Apart() for _child in range(1, count)]
    free: SimpleQueue[Apart] = SimpleQueue()
    for each in (Apart.shared(), *more):
        free.put(each)

    def one(what: W) -> T:
        apart = free.get()
        try:
            return ask(apart, what)
        finally:
            free.put(apart)

    try:
        if not more:
            return [one(what) for what in wanted]
        with ThreadPoolExecutor(count, thread_name_prefix="abreast") as threads:
            return list(threads.map(one, wanted))
    finally:
        for apart in more:
            apart.close()
