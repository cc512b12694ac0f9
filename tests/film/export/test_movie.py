"""The MP4 is the film: each frame at its place, sound as long as the picture, words as asked."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from tests.support.exported import planned, read, request_of
from tests.support.numbered import film_of, numbered_clip, sound_file, told
from topa_studio.film.composition import Composition
from topa_studio.film.engine.renderer import Renderer
from topa_studio.film.export.choices import Choices, What, Words
from topa_studio.film.export.copy import copied
from topa_studio.film.export.movie import encode, write
from topa_studio.film.export.unread import Unread
from topa_studio.media.hearing import read_sound
from topa_studio.model.rate import rate_of
from topa_studio.model.scenario import (
    AudioTrack,
    Caption,
    Ending,
    FilmConfig,
    Shot,
    Transition,
    Trim,
)
from topa_studio.model.take import Take

CLIPS = {1: (24, 72), 2: (25, 75), 3: (30, 90)}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("clips")
    for clip, (rate, frames) in CLIPS.items():
        numbered_clip(made / f"{clip}.mp4", clip, frames, rate=rate)
    at = np.arange(48_000 * 4) / 48_000
    sound_file(made / "music.wav", (0.2 * np.sin(2 * np.pi * 440 * at)).astype(np.float32))
    return made


def written(film: Composition, choices: Choices, folder: Path, target: Path) -> Any:
    plan = planned(film, choices, folder)
    counted: list[int] = []
    encode(request_of(plan, folder, target), counted.append)
    assert counted[-1] == plan.frames
    return plan, read(target)


TIMES = st.integers(0, 48).map(lambda frames: round(frames / 24, 3))
SHOTS = st.builds(
    Shot,
    key=st.just(""),
    id=st.just(""),
    duration=st.integers(1, 3),
    trim=st.none() | st.builds(Trim, start=TIMES, end=st.none() | TIMES),
)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_random_film_has_its_frames_in_their_order_and_its_length(
    folder: Path, tmp_path: Path, qapp: QApplication, data: st.DataObject
) -> None:
    shots = data.draw(st.lists(SHOTS, min_size=1, max_size=4))
    chosen = data.draw(st.lists(st.sampled_from(sorted(CLIPS)), min_size=4, max_size=4))
    fps = data.draw(st.sampled_from([24, 25, 29.97, 60]))
    takes = {f"s{place}": Take(1, f"{clip}.mp4") for place, clip in enumerate(chosen, 1)}
    music = (AudioTrack("music.wav", start=0.5),) if data.draw(st.booleans()) else ()
    film = film_of(shots, takes, FilmConfig(fps=fps, audio=music))
    plan, found = written(film, Choices(size="film"), folder, tmp_path / "out.mp4")
    assert plan.frames == film.frames
    renderer = Renderer(film, lambda path: folder / path, (128, 72), "yuv420p")
    assert found.numbers == [told(renderer.frame(n)) for n in range(film.frames)]
    renderer.close()
    assert found.times == [n / rate_of(fps) for n in range(film.frames)]
    for length in found.lengths.values():
        assert length == pytest.approx(film.seconds, abs=1e-4)


def plain_film(**config: Any) -> Composition:
    shots = [Shot("", "", duration=3), Shot("", "", duration=3)]
    takes = {"s1": Take(1, "1.mp4"), "s2": Take(1, "3.mp4")}
    return film_of(shots, takes, FilmConfig(**config))


def test_ffprobe_reads_what_was_meant(folder: Path, tmp_path: Path, qapp: QApplication) -> None:
    if shutil.which("ffprobe") is None:
        pytest.skip("no ffprobe on this machine")
    film = plain_film(fps=29.97, audio=(AudioTrack("music.wav"),))
    target = tmp_path / "Фильм № 1.mp4"
    written(film, Choices(size="720p"), folder, target)
    asked = ["ffprobe", "-v", "error", "-of", "json", "-show_streams", "-count_frames", target]
    facts = json.loads(subprocess.run(asked, check=True, capture_output=True).stdout)["streams"]
    video, sound = facts
    assert (video["codec_name"], video["width"], video["height"]) == ("h264", 1280, 720)
    assert video["r_frame_rate"] == video["avg_frame_rate"] == "30000/1001"
    assert int(video["nb_read_frames"]) == film.frames
    tags = [video[name] for name in ("color_space", "color_primaries", "color_transfer")]
    assert tags == ["bt709"] * 3
    assert video["color_range"] == "tv"
    assert video["pix_fmt"] == "yuv420p"
    assert (sound["codec_name"], sound["sample_rate"], sound["channels"]) == ("aac", "48000", 2)
    assert float(sound["start_time"]) == float(video["start_time"]) == 0
    assert float(sound["duration"]) == pytest.approx(float(video["duration"]), abs=1e-4)
    data = target.read_bytes()
    assert data.index(b"moov") < data.index(b"mdat")  # it plays while it is fetched


def test_the_sound_begins_where_it_belongs(
    folder: Path, tmp_path: Path, qapp: QApplication
) -> None:
    film = plain_film(audio=(AudioTrack("music.wav", start=1.0),))
    target = tmp_path / "out.mp4"
    written(film, Choices(size="film"), folder, target)
    heard = read_sound(target, 0, 6)
    loud = np.nonzero(np.abs(heard[:, 0]) > 0.05)[0]
    assert loud[0] / 48_000 == pytest.approx(1.0, abs=0.004)
    assert loud[-1] / 48_000 == pytest.approx(5.0, abs=0.004)


def test_a_scene_or_a_marked_stretch_is_the_film_there(
    folder: Path, tmp_path: Path, qapp: QApplication
) -> None:
    film = plain_film(audio=(AudioTrack("music.wav", start=2.0),))
    _, found = written(film, Choices(size="film", span=(48, 96)), folder, tmp_path / "out.mp4")
    assert found.numbers[:24] == [(1, n) for n in range(48, 72)]
    assert found.numbers[24][0] == 3
    assert len(found.numbers) == 48
    heard = read_sound(tmp_path / "out.mp4", 0, 1)
    assert np.abs(heard[100:, 0]).max() > 0.15


def test_captions_are_a_track_of_their_own(
    folder: Path, tmp_path: Path, qapp: QApplication
) -> None:
    words = (Caption("Смотри!", 0.5, 2.0), Caption("Zwei\nZeilen", 1.0, 4.0))
    shots = [Shot("", "", duration=3, captions=words), Shot("", "", duration=3)]
    film = film_of(shots, {"s1": Take(1, "1.mp4"), "s2": Take(1, "2.mp4")})
    choices = Choices(size="film", captions=Words.TRACK)
    _, found = written(film, choices, folder, tmp_path / "out.mp4")
    assert found.codecs["subtitle"] == "mov_text"
    assert found.words == [
        (500, 1000, "Смотри!"),
        (1000, 2000, "Смотри!\nZwei\nZeilen"),
        (2000, 4000, "Zwei\nZeilen"),
    ]
    _, found = written(film, Choices(size="film"), folder, tmp_path / "none.mp4")
    assert found.words == []


def test_burnt_words_are_in_the_picture(folder: Path, tmp_path: Path, qapp: QApplication) -> None:
    shots = [Shot("", "", duration=1, caption="Look!", title="Kite", prompt="A kite flies.")]
    film = film_of(shots, {"s1": Take(1, "1.mp4")})
    pictures = {}
    for name, choices in {
        "plain": Choices(size="720p"),
        "captions": Choices(size="720p", captions=Words.BURNT),
        "numbers": Choices(size="720p", numbers=True),
        "animatic": Choices(size="720p", what=What.ANIMATIC),
    }.items():
        written(film, choices, folder, tmp_path / f"{name}.mp4")
        pictures[name] = _first(tmp_path / f"{name}.mp4")
    plain = pictures["plain"]
    bottom, corner = np.s_[560:720, 400:880], np.s_[10:60, 10:200]
    other = np.s_[10:60, 1080:1270]
    assert _differ(pictures["captions"], plain, bottom)
    assert not _differ(pictures["captions"], plain, corner)
    assert _differ(pictures["numbers"], plain, corner)
    assert not _differ(pictures["numbers"], plain, bottom)
    assert all(_differ(pictures["animatic"], plain, part) for part in (bottom, corner, other))


def _first(path: Path) -> Any:
    with av.open(str(path)) as container:
        return next(container.decode(video=0)).to_ndarray(format="gray").astype(int)


def _differ(one: Any, other: Any, part: Any) -> bool:
    return bool(np.abs(one[part] - other[part]).max() > 40)


def test_a_broken_file_is_a_slate_and_silence(
    folder: Path, tmp_path: Path, qapp: QApplication
) -> None:
    (folder / "broken.mp4").write_bytes(b"<html>no clip</html>")
    shots = [Shot("", "", duration=1), Shot("", "", duration=2)]
    takes = {"s1": Take(1, "1.mp4"), "s2": Take(1, "broken.mp4")}
    film = film_of(shots, takes, FilmConfig(audio=(AudioTrack("broken.mp4"),)))
    plan = planned(film_of(shots[:1], {"s1": takes["s1"]}), Choices(size="film"), folder)
    whole = plan.__class__(plan.choices, film, plan.span.__class__(0, film.frames), (640, 360))
    unread = encode(request_of(whole, folder, tmp_path / "out.mp4"), lambda _n: None)
    assert unread == Unread({"s2": "media.unreadable"}, {"broken.mp4": "media.unreadable"})
    found = read(tmp_path / "out.mp4")
    assert len(found.numbers) == 72
    assert not np.abs(found.sound).any()


def test_a_fade_ends_black(folder: Path, tmp_path: Path, qapp: QApplication) -> None:
    shots = [Shot("", "", duration=2), Shot("", "", duration=2, transition=Transition("fade", 1))]
    takes = {"s1": Take(1, "1.mp4"), "s2": Take(1, "1.mp4")}
    film = film_of(shots, takes, FilmConfig(ending=Ending("fade", 1)))
    written(film, Choices(size="film"), folder, tmp_path / "out.mp4")
    with av.open(str(tmp_path / "out.mp4")) as container:
        light = [float(f.to_ndarray(format="gray").mean()) for f in container.decode(video=0)]
    assert max(light[-1], light[47]) < 20
    assert min(light[20], light[72]) > 60


# What needs no new picture is copied.


def _copyable(folder: Path, frames: int = 72, **how: Any) -> Path:
    """Two clips of one coding, with sound."""
    for clip in (1, 2):
        numbered_clip(folder / f"{clip}.mp4", clip, frames, **how)
    return folder


def test_whole_clips_are_copied_byte_for_byte(tmp_path: Path, qapp: QApplication) -> None:
    folder = _copyable(tmp_path)
    shots = [Shot("", "", duration=3)] * 3
    takes = {"s1": Take(1, "1.mp4"), "s2": Take(1, "2.mp4"), "s3": Take(1, "1.mp4")}
    film = film_of(shots, takes)
    plan = planned(film, Choices(size="film"), folder)
    write(request_of(plan, folder, tmp_path / "out.mp4"), lambda _n: None)
    found = read(tmp_path / "out.mp4")
    assert found.numbers == [(clip, n) for clip in (1, 2, 1) for n in range(72)]
    assert found.times == [Fraction(n, 24) for n in range(216)]
    assert _packets(tmp_path / "out.mp4")[:72] == _packets(folder / "1.mp4")


def test_an_export_can_be_copied_again_with_its_sound_or_another(
    folder: Path, tmp_path: Path, qapp: QApplication
) -> None:
    """Its pictures are decoded in another order than they are shown in."""
    clip = tmp_path / "clip.mp4"
    written(plain_film(audio=(AudioTrack("music.wav"),)), Choices(size="film"), folder, clip)
    shutil.copy(folder / "music.wav", tmp_path)
    shots = [Shot("", "", duration=6), Shot("", "", duration=6)]
    takes = {"s1": Take(1, "clip.mp4"), "s2": Take(1, "clip.mp4")}
    for tracks in ((), (AudioTrack("music.wav", start=4.5),)):
        film = film_of(shots, takes, FilmConfig(audio=tracks))
        plan = planned(film, Choices(size="film"), tmp_path)
        target = tmp_path / "out.mp4"
        assert copied(request_of(plan, tmp_path, target), lambda _n: None) is not None
        found, once = read(target), read(clip)
        assert found.numbers == once.numbers * 2
        assert found.times == [Fraction(n, 24) for n in range(288)]
        assert found.lengths["audio"] == pytest.approx(12, abs=0.022)
        heard = np.abs(read_sound(target, 0, 12)[:, 0])
        silence = heard[round(4.2 * 48_000) : round(4.4 * 48_000)]
        assert silence.max() < 0.02
        assert heard[round(6.5 * 48_000) : round(9.5 * 48_000)].max() > 0.15
        assert (heard[(5 * 48_000) : round(5.9 * 48_000)].max() > 0.15) == bool(tracks)


def test_copied_clips_tell_of_music_that_cannot_be_read(tmp_path: Path, qapp: QApplication) -> None:
    folder = _copyable(tmp_path)
    config = FilmConfig(audio=(AudioTrack("none.wav"),))
    film = film_of([Shot("", "", duration=3)], {"s1": Take(1, "1.mp4")}, config)
    request = request_of(planned(film, Choices(size="film"), folder), folder, tmp_path / "o.mp4")
    assert copied(request, lambda _n: None) == Unread({}, {"none.wav": "media.missing"})


def test_a_clip_that_was_filmed_upright_is_turned_and_not_copied(
    tmp_path: Path, qapp: QApplication
) -> None:
    numbered_clip(tmp_path / "1.mp4", 1, 24)
    _turn(tmp_path / "1.mp4", tmp_path / "2.mp4")
    for clip, is_copied in ((1, True), (2, False)):
        film = film_of([Shot("", "", duration=1)], {"s1": Take(1, f"{clip}.mp4")})
        plan = replace(planned(film, Choices(size="film"), tmp_path), size=(128, 72))
        request = request_of(plan, tmp_path, tmp_path / "out.mp4")
        assert (copied(request, lambda _n: None) is not None) == is_copied


def _turn(clip: Path, target: Path) -> None:
    """The same clip, which is to be shown turned."""
    with av.open(str(clip)) as container, av.open(str(target), "w") as out:
        stream = out.add_stream_from_template(container.streams.video[0])
        stream.set_display_rotation(90)
        for packet in container.demux(video=0):
            if packet.size:
                packet.stream = stream
                out.mux(packet)


def _packets(path: Path) -> list[bytes]:
    with av.open(str(path)) as container:
        return [bytes(packet) for packet in container.demux(video=0) if packet.size]


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_however_it_is_written_the_frames_are_the_same(
    tmp_path: Path, qapp: QApplication, data: st.DataObject
) -> None:
    frames = st.integers(1, 72)
    folder = _copyable(tmp_path, key_every=12)
    shots, takes = [], {}
    for place in range(1, data.draw(st.integers(1, 3)) + 1):
        begin = data.draw(st.sampled_from([0, 12, 13, 24]))
        end = data.draw(frames.filter(lambda end, begin=begin: end > begin))
        trim = Trim(round(begin / 24, 3), round(end / 24, 3))
        shots.append(Shot("", "", duration=3, trim=trim))
        takes[f"s{place}"] = Take(1, f"{data.draw(st.sampled_from([1, 2]))}.mp4")
    film = film_of(shots, takes)
    plan = planned(film, Choices(size="film"), folder)
    request = request_of(plan, folder, tmp_path / "out.mp4")
    write(request, lambda _n: None)
    found = read(tmp_path / "out.mp4")
    encode(request, lambda _n: None)
    again = read(tmp_path / "out.mp4")
    assert found.numbers == again.numbers
    assert found.times == again.times
