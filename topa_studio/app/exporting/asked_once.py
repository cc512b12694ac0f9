"""What files tell, each version of a file asked once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Generic, TypeVar

from topa_studio.base.errors import MediaError
from topa_studio.media.abreast import asked_abreast
from topa_studio.media.apart import Apart
from topa_studio.media.stamp import Stamp, stamp_of

T = TypeVar("T")

Wanted = tuple[str, bool]
"""A file by its path relative to the film's home, and whether it is heard, and not shown."""


class AskedOnce(Generic[T]):
    """Keeps what was told. Blocks: for one thread at a time.

    Args:
        ask: looks at a file that is heard or shown; MediaError: it may be asked again.
    """

    def __init__(self, ask: Callable[[Apart, Path, bool], T]) -> None:
        self._ask = ask
        self._kept: dict[tuple[bool, Stamp], T] = {}

    def of(self, places: Mapping[Wanted, Path]) -> dict[Wanted, T]:
        """What is known of them; what could not be looked at is not in it."""
        marks = {each: (each[1], stamp_of(place)) for each, place in places.items()}
        fresh = {mark: places[each] for each, mark in marks.items() if mark not in self._kept}
        told = asked_abreast(self._told, [(place, mark[0]) for mark, place in fresh.items()])
        for mark, found in zip(fresh, told, strict=True):
            if not isinstance(found, MediaError):
                self._kept[mark] = found
        return {each: self._kept[mark] for each, mark in marks.items() if mark in self._kept}

    def _told(self, apart: Apart, what: tuple[Path, bool]) -> T | MediaError:
        try:
            return self._ask(apart, *what)
        except MediaError as error:
            return error
