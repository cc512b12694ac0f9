"""An .otio file as an edit that came back, by the schemas of OpenTimelineIO 0.12 to 0.18."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

from topa_studio.base.errors import ProjectError
from topa_studio.base.json_reader import read_json
from topa_studio.film.interchange.links import path_of
from topa_studio.film.interchange.otio import MARK
from topa_studio.film.interchange.returned import Piece, Returned, Track, gap_told
from topa_studio.model.rate import rate_of

_DISSOLVES = ("SMPTE_Dissolve",)
_MOST = 10**9
Json = dict[str, Any]


def read_otio(data: bytes, folder: Path, rate: Fraction) -> Returned:
    """The edit; `rate` is the film's, in whose frames all is counted.

    Raises:
        ProjectError: it is no timeline that can be read.
    """
    try:
        found = read_json(data)
        return _Reader(folder, rate).timeline(found)
    except (ValueError, TypeError, KeyError, AttributeError, ZeroDivisionError) as error:
        raise ProjectError("interchange.unread", kind="OpenTimelineIO") from error


def _schema(value: object) -> str:
    name = value.get("OTIO_SCHEMA") if isinstance(value, dict) else None
    return name.partition(".")[0] if isinstance(name, str) else ""


class _Reader:
    def __init__(self, folder: Path, rate: Fraction) -> None:
        self._folder, self._rate = folder, rate

    def timeline(self, found: object) -> Returned:
        if _schema(found) == "SerializableCollection":
            assert isinstance(found, dict)
            lines = [child for child in found["children"] if _schema(child) == "Timeline"]
            if len(lines) != 1:
                raise ProjectError("interchange.not-one", count=len(lines))
            found = lines[0]
        if _schema(found) != "Timeline":
            raise ValueError("no timeline")
        assert isinstance(found, dict)
        stack = found["tracks"]
        tracks = [child for child in _children(stack) if _schema(child) == "Track"]
        pictures = [track for track in tracks if track.get("kind") != "Audio"]
        shown = [track for track in pictures if track.get("enabled", True)] or pictures
        if not shown:
            raise ProjectError("interchange.no-pictures")
        main, *others = shown
        others += [track for track in pictures if track not in shown]
        read, beside = self._track(main)
        for other in others:
            beside += list(self._all(other))
        mark = _own(found).get("film")
        film = mark if isinstance(mark, str) else ""
        start = found.get("global_start_time")
        told_rate = self._told_rate(start, main)
        return Returned(told_rate, tuple(read.pieces), tuple(beside), gap_told([read]), film)

    def _told_rate(self, start: object, main: Json) -> Fraction | None:
        """The timeline's own; without a start that of its gaps and transitions is not asked."""
        if isinstance(start, dict):
            return _rate(start)
        rates = {_rate(clip["source_range"]["duration"]) for clip in _ranged(main)}
        return rates.pop() if len(rates) == 1 else None

    def _track(self, track: Json) -> tuple[Track, list[Piece]]:
        read, beside = Track(), list[Piece]()
        for child in _children(track):
            match _schema(child):
                case "Clip":
                    read.clip(self._clip(child))
                case "Gap":
                    read.gap(self._frames(child["source_range"]["duration"]))
                case "Transition" if child.get("transition_type") in _DISSOLVES:
                    read.dissolve(
                        self._frames(child["in_offset"]), self._frames(child["out_offset"])
                    )
                case "Transition":
                    read.unknown()
                case "Stack" | "Track" | "Timeline":
                    beside += self._nested(child)
                case _:
                    beside.append(Piece(_name(child), "", 0, 1, odd="interchange.nested"))
        return read, beside

    def _nested(self, child: Json) -> list[Piece]:
        """What lies in a track inside the track, of which only the names count."""
        return [*self._all(child)] or [Piece(_name(child), "", 0, 1, odd="interchange.nested")]

    def _all(self, holder: Json) -> Iterator[Piece]:
        inside = holder["tracks"] if _schema(holder) == "Timeline" else holder
        for child in _children(inside):
            match _schema(child):
                case "Clip":
                    path, key = self._path(child), _key(child)
                    yield Piece(_name(child), path, 0, 1, key=key, odd="interchange.nested")
                case "Stack" | "Track" | "Timeline":
                    yield from self._all(child)

    def _clip(self, clip: Json) -> Piece:
        odd = ""
        for effect in clip.get("effects") or ():
            if _schema(effect) in ("LinearTimeWarp", "FreezeFrame", "TimeEffect"):
                odd = "interchange.speed"
        if clip.get("enabled") is False:
            odd = "interchange.off"
        name, path, key = _name(clip), self._path(clip), _key(clip)
        whole = self._reference(clip).get("available_range")
        part = clip.get("source_range") or whole
        if part is None:
            return Piece(name, path, 0, 1, key=key, odd="interchange.bare")
        source, frames = self._frames(part["start_time"]), self._frames(part["duration"])
        if whole is not None:
            source -= self._frames(whole["start_time"])
        if frames < 1 or source < 0:
            odd = odd or "interchange.bare"
        return Piece(name, path, max(0, source), max(1, frames), key=key, odd=odd)

    def _reference(self, clip: Json) -> Json:
        several = clip.get("media_references")
        if isinstance(several, dict):
            found = several.get(clip.get("active_media_reference_key") or "DEFAULT_MEDIA")
        else:
            found = clip.get("media_reference")
        return found if isinstance(found, dict) else {}

    def _path(self, clip: Json) -> str:
        url = self._reference(clip).get("target_url")
        return path_of(url, self._folder) if isinstance(url, str) else ""

    def _frames(self, time: Json) -> int:
        value, rate = time["value"], time["rate"]
        if not (isinstance(value, (int, float)) and isinstance(rate, (int, float))):
            raise TypeError("no time")
        if not (abs(value) <= _MOST and 0 < rate <= _MOST):
            raise ValueError("no time")
        return round(value) if _rate(time) == self._rate else round(value / rate * self._rate)


def _rate(time: Json) -> Fraction:
    return rate_of(float(time["rate"]))


def _ranged(track: Json) -> Iterator[Json]:
    for child in _children(track):
        if _schema(child) == "Clip" and child.get("source_range") is not None:
            yield child


def _children(holder: Json) -> list[Json]:
    children = holder["children"]
    if not isinstance(children, list):
        raise TypeError("no children")
    return children


def _name(thing: Json) -> str:
    name = thing.get("name")
    return name if isinstance(name, str) else ""


def _own(thing: Json) -> Json:
    metadata = thing.get("metadata")
    found = metadata.get(MARK) if isinstance(metadata, dict) else None
    return found if isinstance(found, dict) else {}


def _key(clip: Json) -> str:
    key = _own(clip).get("key")
    return key if isinstance(key, str) else ""
