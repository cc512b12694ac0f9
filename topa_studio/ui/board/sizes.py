"""How large what lies on the board is, from the room it has: pure arithmetic."""

from __future__ import annotations

from dataclasses import dataclass

FEWEST, MOST = 3, 8
_NARROWEST = 40


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels; `right` and `bottom` are the first pixels behind it."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first pixel to the right of it."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """The first pixel below it."""
        return self.top + self.height

    @property
    def middle(self) -> int:
        """Half way from left to right."""
        return self.left + self.width // 2

    def holds(self, x: int, y: int) -> bool:
        """Whether a pixel is in it."""
        return self.left <= x < self.right and self.top <= y < self.bottom

    def meets(self, other: Box) -> bool:
        """Whether they share a pixel."""
        beside = self.left < other.right and other.left < self.right
        return beside and self.top < other.bottom and other.top < self.bottom


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes in pixels.

    Attributes:
        width: of the viewport. columns: cards side by side.
        picture: a picture's height as a part of its width; `foot`: the words under it.
        head: a heading, with the gap under it.
        flows: frames are as narrow as their cards and stand side by side, without + cards.
        adds: a + card stands behind the last card of each scene.
    """

    width: int = 960
    columns: int = 4
    picture: float = 9 / 16
    foot: int = 52
    head: int = 38
    flows: bool = False
    adds: bool = True
    margin: int = 14
    pad: int = 11
    gap: int = 10
    apart: int = 14
    top: int = 8
    between: int = 12

    @property
    def card_width(self) -> int:
        """As wide as fills the row; where frames flow, so many frames of one card fit in it."""
        room, beside = self.width - 2 * self.margin, self.columns - 1
        if self.flows:
            room -= 2 * self.pad * self.columns + self.apart * beside
        else:
            room -= 2 * self.pad + self.gap * beside
        return max(_NARROWEST, room // self.columns)

    @property
    def card_height(self) -> int:
        """Picture and words."""
        return round(self.card_width * self.picture) + self.foot

    @property
    def step_x(self) -> int:
        """From the left of a card to that of the next."""
        return self.card_width + self.gap

    @property
    def step_y(self) -> int:
        """From the top of a card to that of the one below."""
        return self.card_height + self.gap

    def frame_width(self, columns: int) -> int:
        """A frame with so many cards side by side."""
        return 2 * self.pad + columns * self.step_x - self.gap
