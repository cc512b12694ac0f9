"""An FCPXML file, 1.8 to 1.13, as an edit that came back."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from xml.etree.ElementTree import Element

from topa_studio.base.errors import ProjectError
from topa_studio.film.interchange.links import path_of
from topa_studio.film.interchange.returned import Piece, Returned, Track, gap_told
from topa_studio.film.interchange.tree import every, read_tree

_CLIPS = ("asset-clip", "video", "clip", "audio", "title")
_HOLDERS = ("ref-clip", "sync-clip", "mc-clip", "audition")
_DISSOLVE = "cross dissolve"
_MOST = 10**9


def read_fcpxml(data: bytes, folder: Path, rate: Fraction) -> Returned:
    """The edit; `rate` is the film's, in whose frames all is counted.

    Raises:
        ProjectError: it is no FCPXML with one project.
    """
    root = read_tree(data, "FCPXML")
    if root.tag != "fcpxml":
        raise ProjectError("interchange.unread", kind="FCPXML")
    try:
        return _Reader(root, folder, rate).edit()
    except (ValueError, ZeroDivisionError, KeyError, OverflowError) as error:
        raise ProjectError("interchange.unread", kind="FCPXML") from error


class _Reader:
    def __init__(self, root: Element, folder: Path, rate: Fraction) -> None:
        self._root, self._folder, self._rate = root, folder, rate
        self._resources = {one.get("id", ""): one for one in root.findall("resources/*")}

    def edit(self) -> Returned:
        sequences = [
            s for project in every(self._root, "project") for s in project.iter("sequence")
        ]
        if len(sequences) != 1:
            raise ProjectError("interchange.not-one", count=len(sequences))
        spine = sequences[0].find("spine")
        if spine is None:
            raise ProjectError("interchange.no-pictures")
        track, beside = Track(), list[Piece]()
        ends: Fraction | None = None
        for child in spine:
            if child.tag == "transition":
                self._transition(child, track, ends)
                continue
            duration = self._duration(child)
            if child.tag == "gap":
                track.gap(self._frames(duration))
            elif child.tag in _CLIPS:
                track.clip(self._clip(child, duration))
            else:
                beside.append(self._beside(child))
            beside += self._connected(child)
            start = child.get("offset")
            begins = ends or Fraction(0) if start is None else _seconds(start)
            ends = begins + duration
        return Returned(
            self._told_rate(sequences[0]), tuple(track.pieces), tuple(beside), gap_told([track])
        )

    def _told_rate(self, sequence: Element) -> Fraction | None:
        shape = self._resources.get(sequence.get("format", ""))
        length = None if shape is None else shape.get("frameDuration")
        return None if length is None else 1 / _seconds(length)

    def _transition(self, child: Element, track: Track, cut: Fraction | None) -> None:
        """One over the next cut; its place says how much of it lies before."""
        if not (child.get("name") or _DISSOLVE).casefold().startswith(_DISSOLVE) or cut is None:
            track.unknown()
            return
        length = self._frames(_seconds(child.get("duration", "0s")))
        offset = child.get("offset")
        before = length // 2 if offset is None else self._frames(cut - _seconds(offset))
        before = min(max(0, before), length)
        track.dissolve(before, length - before)

    def _duration(self, clip: Element) -> Fraction:
        own = clip.get("duration")
        if own is None:
            asset = self._resources.get(clip.get("ref", ""))
            own = "0s" if asset is None else asset.get("duration", "0s")
        return _seconds(own)

    def _clip(self, clip: Element, duration: Fraction) -> Piece:
        asset = self._asset(clip)
        begins = Fraction(0) if asset is None else _seconds(asset.get("start", "0s"))
        odd = ""
        inner = clip.find("video") if clip.tag == "clip" else None
        start = _seconds(clip.get("start", "0s")) if clip.get("start") else begins
        if inner is not None and clip.get("start") is None:
            start = begins
        if clip.find("timeMap") is not None:
            odd = "interchange.speed"
        if clip.get("enabled") == "0":
            odd = "interchange.off"
        source, frames = self._frames(start - begins), self._frames(duration)
        if asset is None or frames < 1 or source < 0 or _is_still(asset):
            odd = odd or "interchange.bare"
        path = self._path(asset)
        return Piece(clip.get("name", ""), path, max(0, source), max(1, frames), odd=odd)

    def _asset(self, clip: Element) -> Element | None:
        holder = clip
        if clip.tag == "clip":
            inner = next(every(clip, "video", "audio", "asset-clip"), None)
            holder = clip if inner is None else inner
        found = self._resources.get(holder.get("ref", ""))
        return found if found is not None and found.tag == "asset" else None

    def _path(self, asset: Element | None) -> str:
        if asset is None:
            return ""
        rep = asset.find("media-rep")
        url = (rep if rep is not None else asset).get("src", "")
        return path_of(url, self._folder)

    def _connected(self, child: Element) -> list[Piece]:
        """Clips on other lanes, and inside of others; sounds say nothing of shots."""
        found: list[Piece] = []
        for holder in every(child, *_HOLDERS):
            found += self._inside(holder)
        for inner in child.iter():
            if inner is child or inner.tag not in (*_CLIPS, *_HOLDERS):
                continue
            asset = self._asset(inner)
            seen = asset is not None and asset.get("hasVideo") == "1"
            if seen and not (child.tag == "clip" and inner.tag in ("video", "audio")):
                found.append(self._beside(inner))
        return found

    def _inside(self, holder: Element, seen: frozenset[str] = frozenset()) -> Iterator[Piece]:
        """Clips of what a compound clip stands for."""
        name = holder.get("ref", "")
        media = self._resources.get(name)
        if media is None or media.tag != "media" or name in seen:
            return
        for clip in every(media, *_CLIPS, *_HOLDERS):
            yield self._beside(clip)
            if clip.tag in _HOLDERS:
                yield from self._inside(clip, seen | {name})

    def _beside(self, clip: Element) -> Piece:
        path = self._path(self._asset(clip))
        return Piece(clip.get("name", ""), path, 0, 1, odd="interchange.nested")

    def _frames(self, seconds: Fraction) -> int:
        return round(seconds * self._rate)


def _is_still(asset: Element) -> bool:
    """Whether it is a picture, which has no frames that could be counted."""
    return _seconds(asset.get("duration", "1s")) == 0


def _seconds(text: str) -> Fraction:
    """A time as it is written: "3600s", "7300/2400s". Raises ValueError."""
    words = text.strip().removesuffix("s")
    if len(words) > 48:
        raise ValueError(text)
    found = Fraction(words)
    if abs(found) > _MOST:
        raise ValueError(text)
    return found
