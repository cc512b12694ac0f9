"""What a view of the film asks for the words on its buttons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from topa_studio.model.scenario import Shot


@dataclass(frozen=True, slots=True)
class Offers:
    """Words a view shows and does not know itself.

    `shot` gives the words of a card's button for a key ("" for none), `price` their number alone,
    `scene` those of a scene's button for its id, `place` the shot's place in the line, from 1 (0:
    in none), `box` whether its box is ticked, None: it has none.
    """

    shot: Callable[[str], str]
    price: Callable[[str], str]
    scene: Callable[[str], str]
    place: Callable[[str], int]
    box: Callable[[str], bool | None] = lambda _key: None

    def marks(self, shot: Shot) -> bool:
        """Whether a padlock or a box stands in the upper right corner of a card."""
        return shot.locked or self.box(shot.key) is not None
