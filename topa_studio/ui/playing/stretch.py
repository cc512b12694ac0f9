"""What of the film is played: a span that was asked for, else what the switch says, or a loop."""

from __future__ import annotations

from collections.abc import Sequence

from topa_studio.film.span import Reach, Span, span_of
from topa_studio.film.timing import Cut


class Stretch:
    """Attributes.

    span: what was asked for; None: the reach that is set.
    reach, loop: how much is played, once or again and again.
    chosen: the stretch of several chosen shots, which is played as one; None: one is chosen.
    marks: the range between I and O that loops or is exported; None: none is marked.
    """

    def __init__(self) -> None:
        self.span: Span | None = None
        self.reach = Reach.FILM
        self.loop = Reach.NONE
        self.marks: Span | None = None
        self.chosen: Span | None = None

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

    def mark(self, frame: int, frames: int, *, begin: bool) -> None:
        """The range begins, or ends, with this frame of a film of so many frames."""
        if begin:
            self.mark_in(frame, frames)
        else:
            self.mark_out(frame)

    def mark_in(self, frame: int, last: int) -> None:
        """The range begins with this frame of a film of `last` frames."""
        end = self.marks.last if self.marks is not None and self.marks.last > frame else last
        self._mark(Span(frame, end))

    def mark_out(self, frame: int) -> None:
        """The range ends with this frame, which is its last."""
        start = self.marks.first if self.marks is not None and self.marks.first <= frame else 0
        self._mark(Span(start, frame + 1))

    def unmark(self) -> None:
        """No range is marked."""
        self.marks = None
        if self.loop is Reach.RANGE:
            self.loop = Reach.NONE

    def _mark(self, marks: Span) -> None:
        self.marks, self.loop = marks, Reach.RANGE

    def limit(self, cuts: Sequence[Cut], index: int) -> Span:
        """From where to where it is played around cut number `index`."""
        if self.loop is Reach.RANGE and self.marks is not None:
            last = cuts[-1].last if cuts else 0
            return Span(min(self.marks.first, max(0, last - 1)), min(self.marks.last, last))
        if self.span is not None and not self.loops:
            return self.span
        reach = self.loop if self.loops else self.reach
        chosen = self.chosen
        if reach is not Reach.SHOT or chosen is None or not cuts:
            return span_of(reach, cuts, index)
        inside = chosen.first <= cuts[index].first < chosen.last
        return chosen if inside else span_of(reach, cuts, index)

    def move_along(self, before: Cut, now: Cut | None, frames: int) -> None:
        """The cut on screen stands elsewhere in a film of so many frames now; None: it is gone."""
        if now is not None and self.span == Span(before.first, before.last):
            self.span = Span(now.first, now.last)
        elif self.span is not None:
            self.span = Span(0, frames)
