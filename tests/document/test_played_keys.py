"""Splitting, merging, deleting: trims, captions and tracks stay at their moment of the film."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.support.random_edits import opened
from topa_studio.document.document import Document
from topa_studio.document.edits import (
    DeleteScene,
    DeleteShot,
    FilmTarget,
    MergeShots,
    SetField,
    ShotTarget,
    SplitShot,
    Value,
)
from topa_studio.film.composition import Composition
from topa_studio.film.timing import CutList
from topa_studio.model.scenario import AudioTrack, Caption, Trim
from topa_studio.model.status import ShotStatus

Said = list[tuple[str, float, float | None]]
TENTHS = st.integers(0, 120).map(lambda n: n / 10)
CAPTIONS = st.lists(st.tuples(st.sampled_from("abcd"), TENTHS, st.none() | TENTHS), max_size=4)
WHOLE = st.sampled_from(["", "all", "every"])
LENGTHS = st.integers(6, 7)


def _film(*shots: str, head: str = "") -> Document:
    lines = "".join(f"  - id: {n}\n    prompt: p{n}\n{shot}" for n, shot in enumerate(shots, 1))
    return opened(f"{head}scenes:\n- id: 1\n  shots:\n{lines}".encode())


def _shot(seconds: int, whole: str, captions: Said) -> str:
    lines = [f"duration: {seconds}"]
    lines += [f"caption: {whole}"] if whole else []
    lines += ["captions:"] if captions else []
    for text, start, end in captions:
        out = "" if end is None else f", out: {end}"
        lines.append(f"- {{text: {text}, in: {start}{out}}}")
    return "".join(f"    {line}\n" for line in lines)


def _read(document: Document) -> list[set[str]]:
    """What is to be read at each frame of the film."""
    film = document.scenario
    seen = Composition(film, CutList(ShotStatus).of(film))
    return [set(seen.words(frame).split("\n")) - {""} for frame in range(seen.frames)]


@given(LENGTHS, WHOLE, CAPTIONS)
def test_a_split_changes_nothing_that_is_read(seconds: int, whole: str, captions: Said) -> None:
    captions = [(text, start, end) for text, start, end in captions if start < seconds]
    document = _film(_shot(seconds, whole, captions), _shot(6, "", []))
    before = _read(document)
    document.apply("Split", [SplitShot("1__1", 3)])
    assert _read(document) == before
    document.undo()
    assert _read(document) == before


@given(LENGTHS, LENGTHS, WHOLE, WHOLE, CAPTIONS, CAPTIONS)
def test_a_merge_changes_nothing_that_is_read(
    one: int, two: int, first: str, second: str, ours: Said, theirs: Said
) -> None:
    ours = [caption for caption in ours if caption[1] < one]
    theirs = [caption for caption in theirs if caption[1] < two]
    document = _film(_shot(one, first, ours), _shot(two, second, theirs))
    before = _read(document)
    document.apply("Merge", [MergeShots("1__1", "1__2")])
    assert _read(document) == before


def test_the_halves_of_a_trimmed_shot_are_as_long_as_it_was() -> None:
    document = _film(
        "    duration: 10\n    trim: {in: 1, out: 8}\n    transition: {kind: fade, seconds: 1}\n"
        "    start: previous\n    start_at: 2\n    clip_gain_db: mute\n    still: a.png\n"
    )
    document.apply("Split", [SplitShot("1__1", 4)])
    one, two = document.scenario.shots()
    assert (one.trim, one.seconds, two.trim, two.seconds) == (Trim(1, 5), 4, Trim(0, 3), 3)
    assert (one.transition.kind, two.transition.kind) == ("fade", "cut")
    assert (one.start, one.start_at, two.start, two.start_at) == ("previous", 2, None, None)
    assert (two.clip_gain_db, two.still) == (None, "a.png")


def test_a_trim_that_ends_before_the_split_stays_the_first_halfs() -> None:
    document = _film("    duration: 9\n    trim: {in: 1, out: 3}\n")
    document.apply("Split", [SplitShot("1__1", 4)])
    one, two = document.scenario.shots()
    assert (one.trim, two.trim, two.seconds) == (Trim(1, 3), None, 5)


def test_a_merged_shot_shows_all_of_the_second_behind_the_trimmed_first() -> None:
    document = _film("    duration: 6\n    trim: {in: 1, out: 3}\n", "    duration: 5\n")
    document.apply("Merge", [MergeShots("1__1", "1__2")])
    (shot,) = document.scenario.shots()
    assert (shot.trim, shot.seconds, shot.duration) == (Trim(1, 8), 7, 11)


def test_captions_of_the_halves_are_written_as_people_write_them() -> None:
    document = _film(
        "    duration: 8\n    captions:\n    - {text: Look!, in: 1}\n"
        "    - {text: A kite, in: 4.5, out: 6}\n"
    )
    document.apply("Split", [SplitShot("1__1", 4)])
    one, two = document.scenario.shots()
    assert one.captions == (Caption("Look!", 1, 8),)
    assert two.captions == (Caption("A kite", 0.5, 2),)


HEAD = (
    "global_config:\n  fps: 23.976\n  audio:\n  - file: a.mp3 # tune\n    shot: 1__2\n"
    "    start: 1.5\n    mood: sad\n  - {file: b.mp3, shot: 1__1}\n"
)


def _tracked() -> Document:
    return _film("    duration: 5\n", "    duration: 5\n", "    duration: 5\n", head=HEAD)


def test_music_of_a_deleted_shot_stays_at_its_moment() -> None:
    document = _tracked()
    text = document.text
    document.apply("Delete", [DeleteShot("1__2")])
    # A shot of 5 seconds is 120 frames of 1001/24000 s.
    tune, other = document.scenario.film.audio
    assert tune == AudioTrack("a.mp3", 6.505)
    assert other == AudioTrack("b.mp3", shot="1__1")
    assert "# tune" in document.text
    assert "mood: sad" in document.text
    document.undo()
    assert document.text == text


def test_music_of_a_deleted_scene_stays_at_its_moment() -> None:
    document = _tracked()
    document.apply("Delete", [DeleteScene("1")])
    assert [(t.start, t.shot) for t in document.scenario.film.audio] == [(6.505, None), (0, None)]


def test_music_of_a_merged_shot_goes_on_with_the_one_it_became() -> None:
    document = _tracked()
    document.apply("Merge", [MergeShots("1__1", "1__2")])
    assert document.scenario.film.audio[0] == AudioTrack("a.mp3", 6.505, shot="1__1")


UNREAD = (
    "global_config:\n  audio:\n  - file: a.mp3 # tune\n    mood: sad\n  - lost: yes # by whom?\n"
    "  - {file: b.mp3, gain_db: 0, mood: gay}\nscenes: []\n"
)


def _set_audio(document: Document, *tracks: dict[str, Value]) -> None:
    document.apply("Set", [SetField(FilmTarget(), "audio", list(tracks))])


def test_what_the_studio_does_not_read_of_a_track_stays_with_it() -> None:
    document = opened(UNREAD.encode())
    _set_audio(document, {"file": "a.mp3", "start": 2}, {"file": "b.mp3", "start": 0})
    assert document.text == UNREAD.replace("mood: sad\n", "mood: sad\n    start: 2\n")


def test_a_track_that_goes_takes_only_its_own_lines() -> None:
    document = opened(UNREAD.encode())
    _set_audio(document, {"file": "b.mp3", "start": 0})
    assert document.text == UNREAD.replace("  - file: a.mp3 # tune\n    mood: sad\n", "")


def test_a_new_track_changes_no_line_of_the_others() -> None:
    document = opened(UNREAD.encode())
    tracks: list[dict[str, Value]] = [{"file": f"{name}.mp3", "start": 0} for name in "abc"]
    _set_audio(document, *tracks)
    assert document.text.startswith(UNREAD.removesuffix("scenes: []\n"))
    assert [track.file for track in document.scenario.film.audio] == ["a.mp3", "b.mp3", "c.mp3"]


def test_captions_that_change_places_keep_their_own_notes() -> None:
    captions = "    captions:\n    - {text: a, in: 1, by: Ann}\n    - {text: b, in: 2, by: Bea}\n"
    document = _film("    duration: 9\n" + captions)
    moved: list[dict[str, Value]] = [{"text": "b", "in": 2}, {"text": "a", "in": 3}]
    document.apply("Set", [SetField(ShotTarget("1__1"), "captions", list(moved))])
    assert "text: a, in: 3, by: Ann" in document.text
    assert "text: b, in: 2, by: Bea" in document.text
