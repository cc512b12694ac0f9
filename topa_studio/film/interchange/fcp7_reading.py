"""A Final Cut Pro 7 XML file (xmeml 4 and 5) as an edit that came back."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from xml.etree.ElementTree import Element

from topa_studio.base.errors import ProjectError
from topa_studio.film.interchange.links import path_of
from topa_studio.film.interchange.returned import Piece, Returned, Track, gap_told
from topa_studio.film.interchange.tree import every, read_tree, whole, word_in

_DISSOLVE = "cross dissolve"
_NTSC = Fraction(1000, 1001)
_SAME = 1


@dataclass(frozen=True, slots=True)
class _Over:
    """A transition: where it begins and ends, and the cut in it."""

    first: int
    cut: int
    last: int
    is_dissolve: bool


def read_fcp7(data: bytes, folder: Path, rate: Fraction) -> Returned:
    """The edit; `rate` is the film's, in whose frames all is counted.

    Raises:
        ProjectError: it is no xmeml with one sequence.
    """
    root = read_tree(data, "Final Cut Pro 7 XML")
    if root.tag != "xmeml":
        raise ProjectError("interchange.unread", kind="Final Cut Pro 7 XML")
    try:
        return _Reader(root, folder, rate).edit()
    except (ValueError, ZeroDivisionError) as error:
        raise ProjectError("interchange.unread", kind="Final Cut Pro 7 XML") from error


class _Reader:
    def __init__(self, root: Element, folder: Path, rate: Fraction) -> None:
        self._root, self._folder, self._rate = root, folder, rate
        self._files = {file.get("id", ""): file for file in every(root, "file") if len(file)}

    def edit(self) -> Returned:
        sequences = _outer(self._root)
        if len(sequences) != 1:
            raise ProjectError("interchange.not-one", count=len(sequences))
        sequence = sequences[0]
        tracks = sequence.findall("media/video/track")
        shown = [track for track in tracks if word_in(track, "enabled") != "FALSE"]
        # An editor may have left the lowest track empty.
        main = next((track for track in shown if track.find("clipitem") is not None), None)
        if main is None:
            raise ProjectError("interchange.no-pictures")
        read, beside = self._track(main)
        for track in tracks:
            if track is not main:
                beside += [self._beside(clip) for clip in every(track, "clipitem")]
        rate = sequence.find("rate")
        told = None if rate is None else _rate(rate)
        return Returned(told, tuple(read.pieces), tuple(beside), gap_told([read]))

    def _track(self, track: Element) -> tuple[Track, list[Piece]]:
        read, beside = Track(), list[Piece]()
        at, before = 0, None
        children = list(track)
        for place, child in enumerate(children):
            if child.tag == "transitionitem":
                before = self._over(child)
                continue
            if child.tag not in ("clipitem", "generatoritem"):
                continue
            after = self._next_over(children, place)
            if child.find("sequence") is not None:
                inside = (clip for clip in every(child, "clipitem") if clip is not child)
                beside += [self._beside(clip) for clip in inside]
            first, last = self._places(child, before, after)
            if first > at:
                read.gap(first - at)
            if before is not None and before.is_dissolve:
                read.dissolve(before.cut - before.first, before.last - before.cut)
            elif before is not None and before.first < first:
                read.unknown()
            read.clip(self._clip(child, first, last, before, after))
            at, before = last, None
        return read, beside

    def _over(self, child: Element) -> _Over:
        first, last = whole(word_in(child, "start")), whole(word_in(child, "end"))
        alignment = word_in(child, "alignment") or "center"
        cut = {"start": first, "start-black": first, "end": last, "end-black": last}.get(
            alignment, (first + last) // 2
        )
        name = (word_in(child, "effect/effectid") or word_in(child, "effect/name")).casefold()
        return _Over(first, cut, last, name.startswith(_DISSOLVE))

    def _next_over(self, children: list[Element], place: int) -> _Over | None:
        behind = children[place + 1] if place + 1 < len(children) else None
        return None if behind is None or behind.tag != "transitionitem" else self._over(behind)

    def _places(self, clip: Element, before: _Over | None, after: _Over | None) -> tuple[int, int]:
        """Where it lies between the cuts; -1 is written where a transition is."""
        start, end = whole(word_in(clip, "start") or "-1"), whole(word_in(clip, "end") or "-1")
        first = start if start >= 0 or before is None else before.cut
        last = end if end >= 0 or after is None else after.cut
        return first, last

    def _clip(
        self, clip: Element, first: int, last: int, before: _Over | None, after: _Over | None
    ) -> Piece:
        rate = clip.find("rate")
        own = self._rate if rate is None else _rate(rate)
        scale = self._rate / own
        begin = round(whole(word_in(clip, "in") or "-1") * scale)
        stop = round(whole(word_in(clip, "out") or "-1") * scale)
        if before is not None and word_in(clip, "start") == "-1":
            begin += before.cut - before.first
        if after is not None and word_in(clip, "end") == "-1":
            stop -= after.last - after.cut
        odd, frames = "", last - first
        off = abs(stop - begin - frames) > (0 if own == self._rate else _SAME)
        if off or _is_warped(clip):
            odd = "interchange.speed"
        if clip.find("sequence") is not None:
            odd = "interchange.nested"
        if word_in(clip, "enabled") == "FALSE":
            odd = "interchange.off"
        if begin < 0 or frames < 1:
            odd = odd or "interchange.bare"
        name, path = word_in(clip, "name"), self._path(clip)
        return Piece(name, path, max(0, begin), max(1, frames), odd=odd)

    def _path(self, clip: Element) -> str:
        file = clip.find("file")
        if file is None:
            return ""
        whole_file = file if len(file) else self._files.get(file.get("id", ""))
        return "" if whole_file is None else path_of(word_in(whole_file, "pathurl"), self._folder)

    def _beside(self, clip: Element) -> Piece:
        return Piece(word_in(clip, "name"), self._path(clip), 0, 1, odd="interchange.nested")


def _outer(root: Element) -> list[Element]:
    """Sequences that are not inside of a clip."""
    found = root.findall("sequence")
    for holder in every(root, "bin", "project", "clip"):
        found += holder.findall("sequence") + holder.findall("children/sequence")
    return list(dict.fromkeys(found))


def _rate(rate: Element) -> Fraction:
    base = whole(word_in(rate, "timebase"))
    if base < 1:
        raise ValueError("no rate")
    return base * _NTSC if word_in(rate, "ntsc").upper() == "TRUE" else Fraction(base)


def _is_warped(clip: Element) -> bool:
    for effect in every(clip, "effect"):
        if word_in(effect, "effectid") == "timeremap":
            speed = [p for p in effect.findall("parameter") if word_in(p, "parameterid") == "speed"]
            return not speed or word_in(speed[0], "value") not in ("100", "100.0", "")
    return False
