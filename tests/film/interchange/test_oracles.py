"""Lengths and order to a frame, by OpenTimelineIO, which is not ours."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given, settings

from tests.film.interchange.test_conforming import composed
from tests.project.places import ROOT
from tests.support.fcpxml_grammar import faults, seen
from tests.support.interchange import FILMS, OUT, known_of, sequence_of
from topa_studio.document.document import Document
from topa_studio.film.composition import Composition
from topa_studio.film.interchange import formats
from topa_studio.film.interchange.losses import ENDINGS
from topa_studio.film.interchange.sequence import Sequence

otio = pytest.importorskip("opentimelineio")
ADAPTERS = {"otio": "otio_json", "fcp7": "fcp_xml", "edl": "cmx_3600"}


def _read(kind: str, made: Sequence) -> Any:
    with TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        path = Path(folder) / f"cut{ENDINGS[kind]}"
        path.write_bytes(formats.written(kind, made, OUT))
        given: dict[str, Any] = {"rate": float(made.rate)} if kind == "edl" else {}
        found = otio.adapters.read_from_file(str(path), ADAPTERS[kind], **given)
    return found if hasattr(found, "tracks") else found[0]


def _pictures(timeline: Any) -> Iterator[Any]:
    (track,) = timeline.video_tracks()
    return (child for child in track if isinstance(child, otio.schema.Clip))


def _frames(time: Any, rate: Fraction) -> int:
    return round(time.rescaled_to(float(rate)).value)


@pytest.mark.parametrize("kind", ADAPTERS)
@settings(deadline=None, max_examples=25)
@given(FILMS)
def test_another_reader_has_the_same_shots_to_a_frame(kind: str, film: Composition) -> None:
    _same_shots(kind, film)


@pytest.mark.parametrize("kind", [*ADAPTERS, "fcpxml"])
def test_another_reader_has_the_sample_film_to_a_frame(kind: str) -> None:
    (scenario,) = (ROOT / "scenario").glob("*.yaml")
    film = composed(Document.open(scenario).scenario)
    assert (len(film.cuts), film.frames) == (23, 119 * 24)
    if kind in ADAPTERS:
        _same_shots(kind, film)
        return
    made, _supply, _shots = sequence_of(film, known_of(film))
    data = formats.written(kind, made, OUT)
    assert not faults(data)
    clips, length, _begins = seen(data)
    assert length == 119
    assert [(clip.name, clip.at * 24) for clip in clips] == [
        (item.name, item.first) for item in made.items
    ]


def _same_shots(kind: str, film: Composition) -> None:
    made, _supply, _shots = sequence_of(film, known_of(film))
    timeline = _read(kind, made)
    clips = list(_pictures(timeline))
    assert [clip.name for clip in clips] == [item.name for item in made.items]
    (track,) = timeline.video_tracks()
    for clip, item in zip(clips, made.items, strict=True):
        place = track.range_of_child(clip)
        assert _frames(clip.source_range.duration, made.rate) == item.frames, item
        assert _frames(clip.source_range.start_time, made.rate) == item.source
        assert _frames(place.start_time, made.rate) == item.first
    assert _frames(track.duration(), made.rate) == film.frames
    dissolves = [child for child in track if isinstance(child, otio.schema.Transition)]
    assert [_frames(one.duration(), made.rate) for one in dissolves] == [
        item.dissolve for item in made.items if item.dissolve
    ]
    for one in dissolves:
        assert _frames(one.in_offset, made.rate) == 0
    if kind != "edl":
        assert _frames(timeline.global_start_time, made.rate) == made.start
        assert timeline.name == film.scenario.film.title


@pytest.mark.parametrize("kind", ["otio", "fcp7"])
@settings(deadline=None, max_examples=10)
@given(FILMS)
def test_another_reader_finds_the_files_and_the_sounds(kind: str, film: Composition) -> None:
    made, _supply, _shots = sequence_of(film, known_of(film))
    timeline = _read(kind, made)
    for clip, item in zip(_pictures(timeline), made.items, strict=True):
        url = clip.media_reference.target_url
        path = Path(unquote(urlsplit(url).path))
        assert OUT.parent / path == item.media.path
        assert clip.markers
    heard = {
        (clip.name, _frames(clip.source_range.duration, made.rate))
        for track in timeline.audio_tracks()
        for clip in track
        if isinstance(clip, otio.schema.Clip)
    }
    assert {(sound.name, sound.frames) for sound in made.sounds} <= heard
