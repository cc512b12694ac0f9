"""A cut that another program has read, changed and written comes back as just that change."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import pytest

from tests.film.interchange.test_conforming import TEXT, bring, composed, opened
from tests.support.interchange import OUT, known_of, sequence_of
from topa_studio.document.document import Document
from topa_studio.film.interchange import formats
from topa_studio.film.interchange.losses import ENDINGS
from topa_studio.film.interchange.returned import Returned

otio = pytest.importorskip("opentimelineio")
ADAPTERS = {"otio": "otio_json", "fcp7": "fcp_xml", "edl": "cmx_3600"}
WRITTEN = ["otio", "fcp7"]


def _changed(document: Document, kind: str, folder: Path, change: Any) -> tuple[Any, Returned]:
    """The film out as .otio, changed by OpenTimelineIO, and written by it as `kind`."""
    film = composed(document.scenario)
    made, _supply, shots = sequence_of(film, known_of(film, 30.0))
    path = folder / "cut.otio"
    path.write_bytes(formats.written("otio", made, OUT))
    timeline = otio.adapters.read_from_file(str(path))
    (track,) = timeline.video_tracks()
    change(track)
    if kind == "edl":
        # Its writer takes one track, and no sound.
        for other in timeline.audio_tracks():
            timeline.tracks.remove(other)
    back = folder / f"back{ENDINGS[kind]}"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        otio.adapters.write_to_file(timeline, str(back), ADAPTERS[kind])
    return shots, formats.read(kind, back.read_bytes(), OUT.parent, film.rate)


def _time(frames: int) -> Any:
    return otio.opentime.RationalTime(frames, 24)


def _no_dissolve(track: Any) -> None:
    for child in [one for one in track if isinstance(one, otio.schema.Transition)]:
        track.remove(child)


@pytest.mark.parametrize("kind", WRITTEN)
def test_what_another_program_only_wrote_anew_changes_nothing(kind: str, tmp_path: Path) -> None:
    document = opened(TEXT)
    shots, edit = _changed(document, kind, tmp_path, lambda track: None)
    found, _order = bring(document, shots, edit)
    assert not found.changes


@pytest.mark.parametrize("kind", ADAPTERS)
def test_a_cut_reordered_trimmed_and_shortened_is_just_that(kind: str, tmp_path: Path) -> None:
    def change(track: Any) -> None:
        _no_dissolve(track)
        first, second, third, fourth, fifth = list(track)
        second.source_range = otio.opentime.TimeRange(_time(24), _time(48))
        del track[:]
        track.extend([third, first, second, fifth])
        assert fourth is not None

    document = opened(TEXT)
    before = document.text
    shots, edit = _changed(document, kind, tmp_path, change)
    found, order = bring(document, shots, edit)
    assert [(change.key, change.code) for change in found.changes] == [
        ("1__2", "conform.trimmed"),
        ("1__3", "conform.moved-first"),
        ("1__3", "conform.no-dissolve"),
        ("2__1", "conform.deleted"),
    ]
    assert order == ["1__3", "1__1", "1__2", "2__2"]
    after = composed(document.scenario)
    assert [(cut.key, cut.frames) for cut in after.cuts] == [
        ("1__3", 96), ("1__1", 120), ("1__2", 48), ("2__2", 42),
    ]  # fmt: skip
    document.undo()
    assert document.text == before


@pytest.mark.parametrize("kind", WRITTEN)
def test_a_dissolve_over_the_middle_of_a_cut_is_what_is_seen(kind: str, tmp_path: Path) -> None:
    def change(track: Any) -> None:
        _no_dissolve(track)
        clips = list(track)
        clips[1].source_range = otio.opentime.TimeRange(_time(12), _time(108))
        dissolve = otio.schema.Transition(
            "Cross Dissolve", otio.schema.TransitionTypes.SMPTE_Dissolve, _time(6), _time(6)
        )
        track.insert(1, dissolve)

    document = opened(TEXT)
    shots, edit = _changed(document, kind, tmp_path, change)
    found, _order = bring(document, shots, edit)
    codes = {(change.key, change.code) for change in found.changes}
    assert codes == {
        ("1__1", "conform.trimmed"),
        ("1__2", "conform.trimmed"),
        ("1__2", "conform.dissolve"),
        ("1__3", "conform.no-dissolve"),
    }
    first, second = composed(document.scenario).cuts[:2]
    assert (first.frames, second.frames, second.join.frames) == (114, 114, 12)
    assert round(second.offset * 24) == 6


def test_another_speed_is_left_alone(tmp_path: Path) -> None:
    def change(track: Any) -> None:
        clip = next(iter(track))
        clip.effects.append(otio.schema.LinearTimeWarp(time_scalar=2.0))

    document = opened(TEXT)
    shots, edit = _changed(document, "otio", tmp_path, change)
    found, _order = bring(document, shots, edit)
    assert not found.changes
    assert edit.pieces[0].odd == "interchange.speed"
