"""An edit as it came back from another program, whatever its format: clips in their order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from fractions import Fraction

from topa_studio.base.errors import ProjectError
from topa_studio.model.status import Trouble

MOST_PIECES = 100_000
MOST_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Piece:
    """One clip of the main track.

    Attributes:
        path: the file it is cut from, as far as it is told; "" unknown.
        source, frames: the part of the file, in frames of the film's rate.
        dissolve: frames of the dissolve into it, which begins with it; None: something else that
            is not known here.
        key: the shot's permanent name where the file says it itself.
        reel: another name of its file, where the format has one.
        odd: why its part of the file means nothing here ("interchange.speed", ...); "": it does.
    """

    name: str
    path: str
    source: int
    frames: int
    dissolve: int | None = 0
    key: str = ""
    odd: str = ""
    reel: str = ""


@dataclass(frozen=True, slots=True)
class Returned:
    """The whole edit.

    Attributes:
        rate: frames a second it says it has; None: it does not say.
        beside: clips on other tracks and inside of others, which only say that they are there.
        told: what is left out of it, beside clips that are not known.
        film: the mark of the film it was made of, where it says that.
    """

    rate: Fraction | None
    pieces: tuple[Piece, ...]
    beside: tuple[Piece, ...] = ()
    told: tuple[Trouble, ...] = ()
    film: str = ""


@dataclass(slots=True)
class Track:
    """A track that is read clip by clip; gaps and transitions find their place in it."""

    pieces: list[Piece] = field(default_factory=list)
    gaps: int = 0
    _dissolve: tuple[int, int] | None = (0, 0)

    def clip(self, piece: Piece) -> None:
        """The next clip. Raises ProjectError: there are too many."""
        if len(self.pieces) >= MOST_PIECES:
            raise ProjectError("interchange.too-many", most=MOST_PIECES)
        into, self._dissolve = self._dissolve, (0, 0)
        if into is None:
            piece = replace(piece, dissolve=None)
        elif into != (0, 0):
            piece = self._dissolved(piece, *into)
        self.pieces.append(piece)

    def gap(self, frames: int) -> None:
        """Nothing for so many frames; the film has no such thing."""
        if frames > 0:
            self.gaps += 1
        self._dissolve = (0, 0)

    def dissolve(self, before: int, behind: int) -> None:
        """A dissolve over so many frames before and behind the next cut."""
        self._dissolve = max(0, before), max(0, behind)

    def unknown(self) -> None:
        """A transition over the next cut that is none of the film's."""
        self._dissolve = None

    def _dissolved(self, piece: Piece, before: int, behind: int) -> Piece:
        """The film's dissolves begin with the shot, so the cut goes to where this one begins."""
        if not self.pieces or piece.odd:
            return piece
        last = self.pieces[-1]
        before = min(before, last.frames - 1, piece.source)
        if before > 0:
            self.pieces[-1] = replace(last, frames=last.frames - before)
        before = max(0, before)
        return replace(
            piece,
            source=piece.source - before,
            frames=piece.frames + before,
            dissolve=before + behind,
        )


def gap_told(tracks: Iterable[Track]) -> tuple[Trouble, ...]:
    """That gaps were left out, if any were."""
    count = sum(track.gaps for track in tracks)
    return (Trouble("interchange.gaps", {"count": count}),) if count else ()
