"""A place between cards, and what every layout of a film answers; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Place:
    """Between which cards something would land: before card `index` of scene number `scene`.

    `index` counts all cards of the scene, 0 to their number; `caret` is where the mark is drawn,
    a pixel from the left, and `line` the line of cards it stands in, where there are several.
    """

    scene: int
    index: int
    caret: int
    line: int = 0


class Plan(Protocol):
    """Rows count the shots that are shown from 0, across scenes."""

    rows: int

    @property
    def scenes(self) -> int:
        """How many scenes there are."""

    def rows_of(self, scene: int) -> range:
        """The rows of a scene's shots."""

    def scene_of(self, row: int) -> int:
        """The scene a row belongs to."""
