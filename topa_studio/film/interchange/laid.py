"""An edit that came back laid beside the film: which clip is which shot, and what is left alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType

from topa_studio.film.interchange.manifest import Exported
from topa_studio.film.interchange.matching import Matched
from topa_studio.film.interchange.returned import Piece
from topa_studio.model.scenario import Scenario
from topa_studio.model.status import Trouble

_NONE: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that becomes another, for the preview; `code` and `params` are its sentence.

    `key` is the shot's; of a new shot, that of the one whose take it shows.
    """

    key: str
    code: str
    params: Mapping[str, object] = field(default_factory=dict)

    @property
    def trouble(self) -> Trouble:
        """It, to be put into words."""
        return Trouble(self.code, self.params)


@dataclass(frozen=True)
class Reading:
    """An edit laid beside the film it came from.

    Attributes:
        main: the clip that each shot is, by key, in the edit's order.
        doubles: clips that show a shot once more, with their place among all.
        order: keys, and "" for each double, in the edit's order.
        present: keys of shots that are somewhere in the edit, though not where they can be read.
        unmatched: names of clips that are no shot of the film, or of none that it still has.
        odd: what is left as it is, and why.
        leads: the clip that comes first; nothing can dissolve into it.
        starts: the frame of its file with which the take of a shot begins, where that is not 0.
    """

    film: Scenario
    rate: Fraction
    base: Mapping[str, Exported]
    main: Mapping[str, Piece]
    doubles: tuple[Matched, ...]
    order: tuple[str, ...]
    present: frozenset[str]
    unmatched: tuple[str, ...]
    odd: tuple[Change, ...]
    leads: Piece | None = None
    starts: Mapping[str, int] = field(default_factory=dict)


def laid_beside(
    film: Scenario,
    rate: Fraction,
    base: Iterable[Exported],
    pieces: Sequence[Matched],
    beside: Sequence[Matched] = (),
    starts: Mapping[str, int] = _NONE,
) -> Reading:
    """What of an edit is which shot; shots that the film has no more are left out of it."""
    shots = {shot.key: shot for shot in base}
    here = [one for one in pieces if one.key is not None and film.has_shot(one.key)]
    main = _mains(here, shots)
    order, doubles = [], []
    for one in here:
        assert one.key is not None
        if main[one.key] is one.piece:
            order.append(one.key)
        else:
            order.append("")
            doubles.append(one)
    gone = {one.key for one in (*pieces, *beside) if one.key is not None}
    known = {*main, *(one.key for one in beside if one.key is not None)}
    unmatched = [
        one.piece.name
        for one in (*pieces, *beside)
        if one.key is None or not film.has_shot(one.key)
    ]
    named = numbered(film)
    odd = [
        Change(one.key, one.piece.odd, named[one.key])
        for one in (*here, *(each for each in beside if each.key in gone))
        if one.key is not None and one.piece.odd and film.has_shot(one.key)
    ]
    return Reading(
        film, rate, shots, main, tuple(doubles), tuple(order), frozenset(known),
        tuple(dict.fromkeys(unmatched)), tuple(odd), here[0].piece if here else None,
        starts,
    )  # fmt: skip


def _mains(here: Sequence[Matched], base: Mapping[str, Exported]) -> dict[str, Piece]:
    """Of the clips that show a shot, the one that is most as it was; the others are new shots."""
    found: dict[str, tuple[int, Piece]] = {}
    for one in here:
        assert one.key is not None
        was, piece = base.get(one.key), one.piece
        far = 0 if was is None else abs(piece.source - was.source) + abs(piece.frames - was.frames)
        if one.key not in found or far < found[one.key][0]:
            found[one.key] = far, piece
    return {key: piece for key, (_far, piece) in found.items()}


Named = Mapping[str, Mapping[str, object]]


def numbered(film: Scenario) -> Named:
    """Number and title of each shot, by its key."""
    return {
        shot.key: {"shot": f"{scene_number}.{number}", "title": shot.title}
        for scene_number, scene in enumerate(film.scenes, 1)
        for number, shot in enumerate(scene.shots, 1)
    }
