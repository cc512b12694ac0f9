"""The sum of all that is heard, against a slow sum of the same."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from tests.support.numbered import film_of, sound_file
from topa_studio.film.composition import Composition
from topa_studio.film.engine.mixer import Mixer, guarded
from topa_studio.film.engine.sounds import WINDOW, Sounds
from topa_studio.film.sound import CLIP, Part
from topa_studio.media.hearing import RATE
from topa_studio.model.scenario import AudioTrack, FilmConfig, Shot, Transition
from topa_studio.model.take import Take

LENGTHS = {"a.wav": 3.0, "b.wav": 1.5, "long.wav": 23.0}


def noise(name: str) -> NDArray[np.float32]:
    random = np.random.default_rng(len(name))
    return random.uniform(-0.1, 0.1, (round(LENGTHS[name] * RATE), 2)).astype(np.float32)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("sounds")
    for name in LENGTHS:
        sound_file(made / name, noise(name))
    return made


TIMES = st.floats(0, 5).map(lambda seconds: round(seconds, 3))
SHOTS = st.builds(
    Shot,
    key=st.just(""),
    id=st.just(""),
    duration=st.integers(1, 4),
    transition=st.builds(Transition, st.sampled_from(["cut", "fade", "dissolve"]), TIMES),
    clip_gain_db=st.none() | st.floats(-20, 6),
)
TRACKS = st.builds(
    AudioTrack,
    st.sampled_from(sorted(LENGTHS)),
    TIMES,
    begin=TIMES,
    end=st.none() | TIMES.map(lambda time: time + 6),
    gain_db=st.floats(-20, 6),
    fade_in=TIMES,
    fade_out=TIMES,
)


def slowly(film: Composition) -> NDArray[np.float64]:
    total = np.zeros((round(film.seconds * RATE), 2))
    for part in film.parts:
        _add_slowly(total, part)
    return total


def _add_slowly(total: NDArray[np.float64], part: Part) -> None:
    sound = noise(part.path)
    first, begin = round(part.at * RATE), round(part.begin * RATE)
    last = len(total) if part.end is None else first + round(part.end * RATE) - begin
    last = min(last, len(total))
    if part.kind != CLIP:
        last = min(last, first + len(sound) - begin)
    for at in range(first, last, 997):
        place = at - first + begin
        if not place < len(sound):
            break
        level = part.gain
        for seconds, inside in ((part.fade_in, at - first), (part.fade_out, last - at)):
            if seconds and inside < round(seconds * RATE):
                share = inside / round(seconds * RATE)
                level *= np.sin(share * np.pi / 2) if part.kind == CLIP else share
        total[at] += sound[place] * level


@given(st.lists(SHOTS, min_size=1, max_size=3), st.lists(TRACKS, max_size=1), st.data())
def test_the_mix_is_the_sum_of_its_parts(
    folder: Path, shots: list[Shot], tracks: list[AudioTrack], data: st.DataObject
) -> None:
    takes = {f"s{place}": Take(1, "a.wav") for place in range(1, len(shots) + 1)}
    film = film_of(shots, takes, FilmConfig(audio=tuple(tracks)))
    for part in film.parts:
        single = _only(film, part)
        mixer = Mixer(single, lambda path: folder / path, waits=True)
        step = data.draw(st.sampled_from([1024, 4800, 100_000]))
        heard = np.concatenate(
            [mixer.block(start, step) for start in range(0, mixer.samples, step)]
        )[: mixer.samples]
        wanted = slowly(single)
        asked = np.nonzero(wanted[:, 0])[0]
        assert np.abs(heard[asked] - wanted[asked]).max(initial=0) < 1e-5
        assert len(heard) == round(film.seconds * RATE)
        assert not mixer.silent


def _only(film: Composition, part: Part) -> Composition:
    made = Composition(film.scenario, film.cuts)
    made.__dict__["parts"] = (part,)
    return made


def test_two_parts_are_added_and_what_is_too_loud_bends(folder: Path) -> None:
    tracks = tuple(AudioTrack("b.wav", 0.0, gain_db=gain) for gain in (0.0, -6.0))
    film = film_of([Shot("", "", duration=2)], {}, FilmConfig(audio=tracks))
    mixer = Mixer(film, lambda path: folder / path, waits=True)
    both = noise("b.wav") * (1 + 10 ** (-6 / 20))
    heard = mixer.block(0, mixer.samples)
    assert np.allclose(heard[: len(both)], both, atol=1e-6)
    assert not heard[len(both) :].any()
    loud = guarded((both * 20).astype(np.float32))
    assert 0.9 < np.abs(loud).max() <= 1


def test_a_file_that_cannot_be_heard_is_silent_and_named(folder: Path) -> None:
    (folder / "page.mp3").write_text("<html>" * 500)
    tracks = (AudioTrack("page.mp3", 0.0), AudioTrack("none.wav", 0.0), AudioTrack("b.wav", 1.0))
    film = film_of([Shot("", "", duration=2)], {}, FilmConfig(audio=tracks))
    mixer = Mixer(film, lambda path: folder / path, waits=True)
    heard = mixer.block(0, mixer.samples)
    assert not heard[:RATE].any()
    assert heard[RATE : 2 * RATE].any()
    assert {path: error.code for path, error in mixer.silent.items()} == {
        "page.mp3": "media.unreadable",
        "none.wav": "media.missing",
    }


def test_another_film_is_heard_from_the_next_block_on(folder: Path) -> None:
    def film(gain: float, title: str = "") -> Composition:
        audio = (AudioTrack("b.wav", 0.0, gain_db=gain),)
        return film_of([Shot("", "", duration=2, title=title)], {}, FilmConfig(audio=audio))

    mixer = Mixer(film(0.0), lambda path: folder / path, waits=True)
    whole = mixer.block(4800, 100)
    mixer.take(film(0.0, "Only words"))
    assert np.array_equal(mixer.block(4800, 100), whole)
    mixer.take(film(-20.0))
    assert np.allclose(mixer.block(4800, 100), whole / 10, atol=1e-6)
    mixer.take(film_of([Shot("", "", duration=2)], {}))
    assert not mixer.block(4800, 100).any()


def test_long_music_does_not_fill_the_memory(folder: Path) -> None:
    sounds = Sounds(lambda path: folder / path, waits=True, most_bytes=5 * WINDOW * 8)
    sound_file(folder / "music.wav", np.zeros(RATE * 90, np.float32))
    whole = [sounds.window("music.wav", number) for number in range(10)]
    assert [len(window) for window in whole if window is not None] == [WINDOW] * 9 + [0]
    assert sum(window.nbytes for window in sounds._kept.values()) <= 5 * WINDOW * 8
    assert sounds.length("music.wav") == RATE * 90


def test_while_playing_what_is_not_read_yet_is_silent_and_comes(folder: Path) -> None:
    film = film_of(
        [Shot("", "", duration=15)], {}, FilmConfig(audio=(AudioTrack("long.wav", 0.0),))
    )
    mixer = Mixer(film, lambda path: folder / path)
    while not mixer.is_ready(9 * RATE, 2 * RATE):
        threading.Event().wait(0.005)
    heard = mixer.block(9 * RATE, 2 * RATE)
    assert np.allclose(heard, noise("long.wav")[9 * RATE : 11 * RATE], atol=1e-6)
    mixer.close()


def test_other_sound_takes_over_as_soon_as_it_is_read_and_never_before(folder: Path) -> None:
    def film(name: str) -> Composition:
        config = FilmConfig(audio=(AudioTrack(name),))
        return film_of([Shot("1__1", "1", duration=5)], {}, config)

    mixer = Mixer(film("a.wav"), lambda path: folder / path)
    while not mixer.is_ready(0, RATE):
        threading.Event().wait(0.01)
    mixer.take(film("long.wav"))
    blocks = [mixer.block(start, 480) for start in range(0, RATE, 480)]
    while not mixer.is_ready(0, RATE):
        threading.Event().wait(0.01)
    blocks.append(mixer.block(RATE, 480))
    old, new = noise("a.wav"), noise("long.wav")
    places = [*range(0, RATE, 480), RATE]
    heard = [
        "old" if np.allclose(block, old[at : at + 480], atol=1e-3) else
        "new" if np.allclose(block, new[at : at + 480], atol=1e-3) else "?"
        for block, at in zip(blocks, places, strict=True)
    ]  # fmt: skip
    assert heard == sorted(heard, reverse=True)
    assert (heard[0], heard[-1]) == ("old", "new")
    mixer.close()
