"""What of the film is played: a span that was asked for, else what the switch says, or a loop."""

from __future__ import annotations

from collections.abc import Sequence

from topa_studio.film.timing import Cut
from topa_studio.ui.player.spans import Reach, Span, following_cut, span_of


class Stretch:
    """Attributes.

    span: what was asked for; None: the reach that is set.
    reach, loop: how much is played, once or again and again.
    """

    def __init__(self) -> None:
        self.span: Span | None = None
        self.reach = Reach.FILM
        self.loop = Reach.NONE

    def take_reach(self, value: str) -> None:
        """Play so much, a value of `Reach`."""
        self.reach = Reach(value)

    def take_loop(self, value: str) -> None:
        """Play so much again and again, a value of `Reach`."""
        self.loop = Reach(value)

    @property
    def loops(self) -> bool:
        """Whether it begins again at its end."""
        return self.loop is not Reach.NONE

    def limit(self, cuts: Sequence[Cut], index: int) -> Span:
        """From where to where it is played around cut number `index`."""
        if self.loops:
            return span_of(self.loop, cuts, index)
        return self.span or span_of(self.reach, cuts, index)

    def following(self, cuts: Sequence[Cut], index: int) -> Cut | None:
        """What comes after cut number `index`."""
        return following_cut(cuts, index, self.limit(cuts, index), self.loop)

    def move_along(self, before: Cut, now: Cut, seconds: float) -> None:
        """The cut on screen stands elsewhere in a film of so many seconds now."""
        if self.span == Span(before.start, before.end):
            self.span = Span(now.start, now.end)
        elif self.span is not None:
            self.span = Span(0.0, seconds)
