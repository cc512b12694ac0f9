"""What an edit that came back changes in the film, shot by shot, and the edits that do it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType

from topa_studio.document.edits import (
    DeleteShot,
    DuplicateShot,
    Edit,
    SetField,
    ShotTarget,
    UnsetField,
    Value,
)
from topa_studio.film.interchange.laid import Change, Reading, numbered
from topa_studio.film.interchange.manifest import Exported
from topa_studio.film.interchange.moved import doubles_told, moves_told
from topa_studio.film.interchange.order import Order
from topa_studio.film.interchange.returned import Piece
from topa_studio.film.trim import Used, trim_of, used_of
from topa_studio.model.rate import Hundredths, seconds_of
from topa_studio.model.scenario import Scenario, Shot

DISSOLVE = "dissolve"
_NOTHING: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True)
class Conforming:
    """What is changed.

    Attributes:
        edits: of the film's text, in order.
        changes: the same, shot by shot, for people.
        copies: keys of new shots, with the shot whose take each shows.
    """

    edits: tuple[Edit, ...]
    changes: tuple[Change, ...]
    copies: Mapping[str, str] = field(default_factory=dict)


def doubling(reading: Reading) -> tuple[Edit, ...]:
    """The edits that make a new shot of each double; which keys they get is asked of the film."""
    return tuple(DuplicateShot(one.key) for one in reading.doubles if one.key is not None)


def conformed(reading: Reading, doubled: Scenario) -> Conforming:
    """All that the edit changes; `doubled` is the film once `doubling` is done."""
    return _Work(reading, doubled).conforming()


class _Work:
    """Collects edits and changes, in one order."""

    def __init__(self, reading: Reading, doubled: Scenario) -> None:
        self._reading, self._doubled = reading, doubled
        self._named = numbered(reading.film)
        self._copies = _copies(reading, doubled)
        self._gone = [
            key for key in reading.base if reading.film.has_shot(key) and key not in reading.present
        ]
        self._edits: list[Edit] = list(doubling(reading))
        self._changes: list[Change] = []

    def conforming(self) -> Conforming:
        reading, film = self._reading, self._reading.film
        self._move()
        for key in self._gone:
            self._edits.append(DeleteShot(key))
            self._tell(key, "conform.deleted")
        for key, piece in reading.main.items():
            self._shot(film, key, key, piece)
        for (key, origin), one in zip(self._copies.items(), reading.doubles, strict=True):
            self._shot(self._doubled, key, origin, one.piece)
        places = {shot.key: place for place, shot in enumerate(film.shots())}
        self._changes.sort(key=lambda change: places.get(change.key, len(places)))
        return Conforming(tuple(self._edits), tuple(self._changes), self._copies)

    def _tell(self, key: str, code: str, params: Mapping[str, object] = _NOTHING) -> None:
        self._changes.append(Change(key, code, {**self._named.get(key, {}), **params}))

    def _move(self) -> None:
        reading = self._reading
        was = [key for key in reading.base if key in reading.main]
        now = [key for key in reading.order if key in reading.base]
        names = iter(self._copies)
        wanted = [key or next(names) for key in reading.order]
        if was == now:
            if not self._copies:
                return
            # What the film itself has put into another order since stays so.
            wanted = self._merged(wanted)
        scenes = self._doubled.scenes
        order = Order((scene.id, [shot.key for shot in scene.shots]) for scene in scenes)
        order.reorder(wanted, frozenset(self._copies))
        self._edits += order.edits
        self._changes += doubles_told(self._copies, order.scenes, reading.film, self._gone)
        self._changes += moves_told(order.edits, order.scenes, reading.film, self._gone)

    def _merged(self, wanted: Sequence[str]) -> list[str]:
        """The film's own order, each copy behind what it is behind in the edit."""
        known, copies = set(wanted), self._copies
        shots = self._doubled.shots()
        film = [shot.key for shot in shots if shot.key not in copies and shot.key in known]
        for place, key in enumerate(wanted):
            if key in copies:
                film.insert(film.index(wanted[place - 1]) + 1 if place else 0, key)
        return film

    def _shot(self, film: Scenario, key: str, origin: str, piece: Piece) -> None:
        """What a shot shows of its take, and how it begins; `origin`: the shot it is a copy of."""
        if piece.odd:
            return
        shot, rate = film.shot(key), self._reading.rate
        was = self._reading.base.get(origin)
        used, new = used_of(shot, rate), self._used(shot, key, origin, piece)
        if (new.first, new.last) != (used.first, used.last):
            trim, target = trim_of(new, shot, rate), ShotTarget(key)
            self._edits.append(
                UnsetField(target, "trim")
                if trim is None
                else SetField(target, "trim", dict[str, Value](trim))
            )
            if key == origin:
                code = "conform.shifted" if new.frames == used.frames else "conform.trimmed"
                told = {"before": used.frames, "after": new.frames}
                told |= {"begins": used.first, "in": new.first}
                seconds = {name: _seconds(frames, rate) for name, frames in told.items()}
                self._tell(key, code, seconds)
        self._begin(shot, was, piece, is_told=key == origin)

    def _used(self, shot: Shot, key: str, origin: str, piece: Piece) -> Used:
        """What it shows now; what the edit left as it was stays as the film has it."""
        used, was = used_of(shot, self._reading.rate), self._reading.base.get(origin)
        if was is None:
            return Used(piece.source, piece.source + piece.frames)
        start = self._reading.starts.get(origin, 0)
        if key != origin and start:
            # Its take is a copy of the whole file, and begins with it.
            first = max(0, piece.source - was.zero) + start
            return Used(first, first + piece.frames)
        first = used.first if piece.source == was.source else max(0, piece.source - was.zero)
        frames = used.frames if piece.frames == was.frames else piece.frames
        return Used(first, first + frames)

    def _begin(self, shot: Shot, was: Exported | None, piece: Piece, *, is_told: bool) -> None:
        """Dissolves only: fades that a format cannot hold must not be taken for deleted ones."""
        kind, before = was.join if was is not None else ("cut", 0)
        before = before if kind == DISSOLVE else 0
        # The film's first shot has nothing to dissolve from; elsewhere it would have.
        led = kind == "fade" and shot.transition.kind == DISSOLVE
        wakes = led and not piece.dissolve and piece is not self._reading.leads
        if piece.dissolve is None or (piece.dissolve == before and not wakes):
            return
        target, rate = ShotTarget(shot.key), self._reading.rate
        if piece.dissolve:
            value: dict[str, Value] = {
                "kind": DISSOLVE,
                "seconds": seconds_of(piece.dissolve, rate),
            }
            self._edits.append(SetField(target, "transition", value))
            if is_told:
                told = {"seconds": _seconds(piece.dissolve, rate)}
                self._tell(shot.key, "conform.dissolve", told)
        elif shot.transition.kind == DISSOLVE:
            self._edits.append(UnsetField(target, "transition"))
            if is_told:
                self._tell(shot.key, "conform.no-dissolve")


def _copies(reading: Reading, doubled: Scenario) -> dict[str, str]:
    """The new shots' keys in the edit's order, with the shot each is a copy of."""
    new: dict[str, list[str]] = {}
    last = ""
    for shot in doubled.shots():
        if reading.film.has_shot(shot.key):
            last = shot.key
        else:
            new.setdefault(last, []).append(shot.key)
    found: dict[str, str] = {}
    for one in reading.doubles:
        assert one.key is not None
        found[new[one.key].pop(0)] = one.key
    return found


def _seconds(frames: int, rate: Fraction) -> Hundredths:
    return Hundredths(frames / rate)
