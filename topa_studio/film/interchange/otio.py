"""The sequence as OpenTimelineIO writes it: JSON, one clip a shot, links by URL."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from topa_studio.film.interchange.links import relative_url
from topa_studio.film.interchange.sequence import Item, Media, Sequence, Sound

Json = dict[str, Any]
MARK = "topa"
"""The room of its own in the metadata, where a reader of this program finds what it wrote."""

_DISSOLVE = "SMPTE_Dissolve"


class _Writer:
    def __init__(self, film: Sequence, folder: Path) -> None:
        self._film, self._folder = film, folder
        self._rate = float(film.rate)

    def timeline(self) -> Json:
        film = self._film
        tracks = [self._track("V1", "Video", self._pictures())]
        if any(item.media.has_sound for item in film.items):
            tracks.append(self._track("Clips", "Audio", self._clip_sound()))
        for lane in range(film.lanes):
            sounds = [sound for sound in film.sounds if sound.lane == lane]
            tracks.append(self._track(f"A{lane + 1}", "Audio", self._sounds(sounds)))
        return {
            "OTIO_SCHEMA": "Timeline.1",
            "metadata": {MARK: {"film": film.film}},
            "name": film.title,
            "global_start_time": self._time(film.start),
            "tracks": {
                "OTIO_SCHEMA": "Stack.1",
                "metadata": {},
                "name": "tracks",
                "source_range": None,
                "effects": [],
                "markers": [],
                "enabled": True,
                "children": tracks,
            },
        }

    def _track(self, name: str, kind: str, children: Iterable[Json]) -> Json:
        return {
            "OTIO_SCHEMA": "Track.1",
            "metadata": {},
            "name": name,
            "source_range": None,
            "effects": [],
            "markers": [],
            "enabled": True,
            "kind": kind,
            "children": list(children),
        }

    def _pictures(self) -> Iterable[Json]:
        for item in self._film.items:
            if item.dissolve:
                yield self._dissolve(item)
            facts: Json = {"key": item.key}
            if any(item.dips):
                facts["fade"] = list(item.dips)
            clip = self._clip(item.name, item.media, item.source, item.frames, facts)
            clip["markers"] = [self._marker(item)]
            yield clip

    def _clip_sound(self) -> Iterable[Json]:
        waiting = 0
        for item in self._film.items:
            if not item.media.has_sound:
                waiting += item.frames
                continue
            if waiting:
                yield self._gap(waiting)
            elif item.dissolve:
                yield self._dissolve(item)
            waiting = 0
            facts: Json = {"key": item.key, "gain_db": item.gain_db}
            clip = self._clip(item.name, item.media, item.source, item.frames, facts)
            clip["enabled"] = item.gain_db is not None
            yield clip

    def _sounds(self, sounds: Iterable[Sound]) -> Iterable[Json]:
        at = 0
        for sound in sounds:
            if sound.first > at:
                yield self._gap(sound.first - at)
            fades = dict(zip(("fade_in", "fade_out"), sound.fades, strict=True))
            facts: Json = {"kind": sound.kind, "gain_db": sound.gain_db, **fades}
            yield self._clip(sound.name, sound.media, sound.source, sound.frames, facts)
            at = sound.last

    def _dissolve(self, item: Item) -> Json:
        return {
            "OTIO_SCHEMA": "Transition.1",
            "metadata": {},
            "name": "Cross Dissolve",
            "in_offset": self._time(0),
            "out_offset": self._time(item.dissolve),
            "transition_type": _DISSOLVE,
        }

    def _marker(self, item: Item) -> Json:
        return {
            "OTIO_SCHEMA": "Marker.2",
            "metadata": {MARK: {"notes": item.notes}} if item.notes else {},
            "name": item.name,
            "color": "YELLOW",
            "marked_range": self._range(item.source, 1),
            "comment": "\n\n".join(filter(None, (item.words, item.notes))),
        }

    def _clip(self, name: str, media: Media, source: int, frames: int, facts: Json) -> Json:
        return {
            "OTIO_SCHEMA": "Clip.2",
            "metadata": {MARK: facts},
            "name": name,
            "source_range": self._range(source, frames),
            "effects": [],
            "markers": [],
            "enabled": True,
            "media_references": {"DEFAULT_MEDIA": self._reference(media)},
            "active_media_reference_key": "DEFAULT_MEDIA",
        }

    def _reference(self, media: Media) -> Json:
        return {
            "OTIO_SCHEMA": "ExternalReference.1",
            "metadata": {},
            "name": media.path.name,
            "available_range": self._range(0, media.frames),
            "available_image_bounds": None,
            "target_url": relative_url(media.path, self._folder),
        }

    def _gap(self, frames: int) -> Json:
        return {
            "OTIO_SCHEMA": "Gap.1",
            "metadata": {},
            "name": "",
            "source_range": self._range(0, frames),
            "effects": [],
            "markers": [],
            "enabled": True,
        }

    def _range(self, first: int, frames: int) -> Json:
        return {
            "OTIO_SCHEMA": "TimeRange.1",
            "duration": self._time(frames),
            "start_time": self._time(first),
        }

    def _time(self, frames: int) -> Json:
        return {"OTIO_SCHEMA": "RationalTime.1", "rate": self._rate, "value": float(frames)}


def write_otio(film: Sequence, out: Path) -> bytes:
    """The sequence as the bytes of an .otio file that will lie at `out`, one clip a line."""
    encode: Callable[[object], str] = json.JSONEncoder(ensure_ascii=False).encode
    timeline = _Writer(film, out.parent).timeline()
    tracks = timeline["tracks"].pop("children")
    whole = encode(timeline)
    # Read by people now and then, who compare two of them line by line.
    texts = ",\n".join(_track_text(track, encode) for track in tracks)
    return f'{whole[:-2]}, "children": [\n{texts}\n]}}}}\n'.encode("utf-8", "replace")


def _track_text(track: Json, encode: Callable[[object], str]) -> str:
    children = ",\n".join(map(encode, track.pop("children")))
    return f'{encode(track)[:-1]}, "children": [\n{children}\n]}}'
