"""What an edit that came back changes in the film, shot by shot, and the edits that do it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
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
)
from topa_studio.film.interchange.manifest import Exported
from topa_studio.film.interchange.matching import Matched
from topa_studio.film.interchange.order import Order
from topa_studio.film.interchange.returned import Piece
from topa_studio.film.trim import Used, trim_of, used_of
from topa_studio.model.rate import seconds_of
from topa_studio.model.scenario import Scenario
from topa_studio.model.status import Trouble

DISSOLVE = "dissolve"


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
        unmatched: names of clips that are no shot of the film.
        odd: what is left as it is, and why.
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
    starts: Mapping[str, int] = field(default_factory=dict)


def laid_beside(
    film: Scenario,
    rate: Fraction,
    base: Iterable[Exported],
    pieces: Sequence[Matched],
    beside: Sequence[Matched] = (),
    starts: Mapping[str, int] = MappingProxyType({}),
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
    unmatched = [one.piece.name for one in (*pieces, *beside) if one.key is None]
    odd = [
        Change(one.key, one.piece.odd, _named(film, one.key))
        for one in (*here, *(each for each in beside if each.key in gone))
        if one.key is not None and one.piece.odd and film.has_shot(one.key)
    ]
    return Reading(
        film, rate, shots, main, tuple(doubles), tuple(order), frozenset(known),
        tuple(dict.fromkeys(unmatched)), tuple(odd), starts,
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
    film = reading.film
    copies = _copies(reading, doubled)
    changes: list[Change] = []
    for key, one in zip(copies, reading.doubles, strict=True):
        assert one.key is not None
        changes.append(Change(one.key, "conform.doubled", _named(film, one.key) | {"as": key}))
    edits = list(doubling(reading))
    gone = [key for key in reading.base if film.has_shot(key) and key not in reading.present]
    edits += _moves(reading, doubled, copies, changes)
    for key in gone:
        edits.append(DeleteShot(key))
        changes.append(Change(key, "conform.deleted", _named(film, key)))
    for key, piece in reading.main.items():
        edits += _shot_edits(reading, film, key, key, piece, changes)
    for key, one in zip(copies, reading.doubles, strict=True):
        assert one.key is not None
        edits += _shot_edits(reading, doubled, key, one.key, one.piece, [])
    return Conforming(tuple(edits), _in_order(film, changes), copies)


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


def _moves(
    reading: Reading, doubled: Scenario, copies: Mapping[str, str], changes: list[Change]
) -> list[Edit]:
    was = [key for key in reading.base if key in reading.main]
    now = [key for key in reading.order if key in reading.base]
    names = iter(copies)
    wanted = [key or next(names) for key in reading.order]
    if was == now:
        if not copies:
            return []
        # What the film itself has put into another order since stays so.
        wanted = _merged(doubled, wanted, copies)
    order = Order((scene.id, [shot.key for shot in scene.shots]) for scene in doubled.scenes)
    order.reorder(wanted, frozenset(copies))
    moved = Counter(getattr(edit, "key", None) for edit in order.edits)
    changes += [
        Change(key, "conform.moved", _named(reading.film, key))
        for key in wanted
        if key in moved and key not in copies
    ]
    for edit in order.edits:
        scene_id = getattr(edit, "scene_id", None)
        if not hasattr(edit, "key") and scene_id is not None:
            scene = doubled.scene(scene_id)
            first = next(shot.key for shot in scene.shots)
            title = scene.title or scene.id
            changes.append(Change(first, "conform.scene-moved", {"scene": title}))
    return order.edits


def _merged(doubled: Scenario, wanted: Sequence[str], copies: Mapping[str, str]) -> list[str]:
    """The film's own order, each copy behind what it is behind in the edit."""
    film = [shot.key for shot in doubled.shots() if shot.key not in copies and shot.key in wanted]
    for place, key in enumerate(wanted):
        if key in copies:
            film.insert(film.index(wanted[place - 1]) + 1 if place else 0, key)
    return film


def _shot_edits(
    reading: Reading,
    film: Scenario,
    key: str,
    origin: str,
    piece: Piece,
    changes: list[Change],
) -> list[Edit]:
    """The edits of one shot: what it shows of its take, and how it begins."""
    if piece.odd:
        return []
    shot, rate, was = film.shot(key), reading.rate, reading.base.get(origin)
    used = used_of(shot, rate)
    edits: list[Edit] = []
    told = _named(reading.film, origin)
    new = _used(used, piece, was)
    if key != origin and reading.starts.get(origin):
        # Its take is a copy of the whole file, and begins with it.
        first = max(0, piece.source - (was.zero if was else 0)) + reading.starts[origin]
        new = Used(first, first + piece.frames)
    if (new.first, new.last) != (used.first, used.last):
        trim = trim_of(new, shot, rate)
        target = ShotTarget(key)
        edits.append(
            UnsetField(target, "trim") if trim is None else SetField(target, "trim", dict(trim))
        )
        seconds = {"before": _seconds(used.frames, rate), "after": _seconds(new.frames, rate)}
        start = {"begins": _seconds(used.first, rate), "in": _seconds(new.first, rate)}
        code = "conform.shifted" if new.frames == used.frames else "conform.trimmed"
        changes.append(Change(origin, code, told | seconds | start))
    edits += _transition(shot.transition.kind, key, piece, was, rate, changes, told)
    return edits


def _used(used: Used, piece: Piece, was: Exported | None) -> Used:
    """What it shows now; what the edit left as it was stays as the film has it."""
    if was is None:
        return Used(piece.source, piece.source + piece.frames)
    first = used.first if piece.source == was.source else max(0, piece.source - was.zero)
    frames = used.frames if piece.frames == was.frames else piece.frames
    return Used(first, first + frames)


def _transition(
    kind: str,
    key: str,
    piece: Piece,
    was: Exported | None,
    rate: Fraction,
    changes: list[Change],
    told: dict[str, object],
) -> list[Edit]:
    """Dissolves only: fades that a format cannot hold must not be taken for deleted ones."""
    before = was.join[1] if was is not None and was.join[0] == DISSOLVE else 0
    if piece.dissolve is None or piece.dissolve == before:
        return []
    target = ShotTarget(key)
    if piece.dissolve:
        seconds = seconds_of(piece.dissolve, rate)
        told = told | {"seconds": _seconds(piece.dissolve, rate)}
        changes.append(Change(target.key, "conform.dissolve", told))
        return [SetField(target, "transition", {"kind": DISSOLVE, "seconds": seconds})]
    if kind != DISSOLVE:
        return []
    changes.append(Change(target.key, "conform.no-dissolve", told))
    return [UnsetField(target, "transition")]


def _named(film: Scenario, key: str) -> dict[str, object]:
    return {"shot": film.number_of(key), "title": film.shot(key).title}


def _seconds(frames: int, rate: Fraction) -> str:
    return f"{float(frames / rate):.2f}"


def _in_order(film: Scenario, changes: Sequence[Change]) -> tuple[Change, ...]:
    places = {shot.key: place for place, shot in enumerate(film.shots())}
    return tuple(sorted(changes, key=lambda change: places.get(change.key, len(places))))
