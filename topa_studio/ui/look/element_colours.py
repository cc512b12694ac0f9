"""The colour of each element: it belongs to the name, and no other element's coming changes it."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from PySide6.QtGui import QColor

from topa_studio.base.spelling import composed
from topa_studio.model.scenario import Scenario
from topa_studio.ui.look.theme import tokens


class ElementColours:
    """One window's memory of which element has which colour.

    A name leads to the same colour in every film and at every start, unless another element of
    the film has that colour already: then the next free one is taken.
    """

    def __init__(self) -> None:
        self._places: dict[str, int] = {}

    def of(self, film: Scenario, name: str) -> QColor:
        """The colour of an element of this film."""
        colours = tokens().elements
        if name not in self._places:
            self._give([element.name for element in film.elements] or [name], len(colours))
        return colours[self._places.get(name, _first(name, len(colours)))]

    def _give(self, names: Iterable[str], count: int) -> None:
        names = tuple(names)
        taken = {self._places[name] for name in names if name in self._places}
        for name in names:
            if name not in self._places:
                first = _first(name, count)
                around = ((first + step) % count for step in range(count))
                self._places[name] = next((at for at in around if at not in taken), first)
                taken.add(self._places[name])


def _first(name: str, count: int) -> int:
    return zlib.crc32(f"element {composed(name)}".encode()) % count
