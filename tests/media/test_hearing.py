"""Sound as samples: at their place, whole or in parts, of whatever kind the file is."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from tests.support.numbered import numbered_clip, sound_file
from topa_studio.base.errors import MediaError
from topa_studio.media.hearing import RATE, read_sound, sound_seconds


def tone(seconds: float, rate: int = RATE) -> NDArray[np.float32]:
    at = np.arange(round(seconds * rate)) / rate
    return (0.3 * np.sin(at * 2 * np.pi * 440) * np.minimum(1, at)).astype(np.float32)


def coded(path: Path, sound: NDArray[np.float32], codec: str, rate: int) -> Path:
    with av.open(str(path), "w") as out:
        stream = out.add_stream(codec, rate=rate, layout="mono")
        fifo = av.AudioFifo()
        frame = av.AudioFrame.from_ndarray(sound.reshape(1, -1), "fltp", "mono")
        frame.sample_rate, frame.pts, frame.time_base = rate, 0, Fraction(1, rate)
        fifo.write(frame)
        while (piece := fifo.read(1024, partial=True)) is not None:
            out.mux(stream.encode(piece))
        out.mux(stream.encode(None))
    return path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sounds")


@pytest.fixture(scope="module")
def files(folder: Path) -> dict[str, Path]:
    return {
        "wav": sound_file(folder / "a.wav", tone(3)),
        "aac": coded(folder / "a.m4a", tone(3, 44_100), "aac", 44_100),
        "44100": sound_file(folder / "b.wav", tone(3, 44_100), 44_100),
    }


@given(st.data())
def test_a_part_is_the_same_as_that_part_of_the_whole(
    files: dict[str, Path], data: st.DataObject
) -> None:
    kind = data.draw(st.sampled_from(sorted(files)))
    begin = data.draw(st.integers(0, 3400)) / 1000
    end = begin + data.draw(st.integers(0, 2000)) / 1000
    whole = read_sound(files[kind])
    part = read_sound(files[kind], begin, end)
    wanted = whole[round(begin * RATE) : round(end * RATE)]
    # A coder begins anew where it is asked to: its first samples may be a trifle off.
    assert abs(len(part) - len(wanted)) <= 64
    shared = min(len(part), len(wanted))
    assert np.abs(part[:shared] - wanted[:shared]).max(initial=0) < 2e-3


def test_one_channel_is_as_loud_in_both(files: dict[str, Path]) -> None:
    heard = read_sound(files["wav"])
    assert heard.dtype == np.float32
    assert np.allclose(heard, np.repeat(tone(3)[:, None], 2, axis=1), atol=1e-6)


@pytest.mark.parametrize("kind", ["aac", "44100"])
def test_another_rate_is_heard_at_the_same_moment(files: dict[str, Path], kind: str) -> None:
    heard = read_sound(files[kind])[: 3 * RATE, 0]
    shared = min(len(heard), 3 * RATE) - 4800
    assert np.corrcoef(heard[:shared], tone(3)[:shared])[0, 1] > 0.999


def test_sound_begins_where_the_picture_does(folder: Path) -> None:
    clip = numbered_clip(folder / "picture.mp4", 1, 24)
    late = folder / "late.mkv"
    click = np.zeros(RATE, np.float32)
    click[RATE // 2 : RATE // 2 + 480] = 0.5
    with av.open(str(clip)) as source, av.open(str(late), "w") as out:
        video = out.add_stream_from_template(source.streams.video[0])
        audio = out.add_stream("pcm_f32le", rate=RATE, layout="mono")
        frame = av.AudioFrame.from_ndarray(click.reshape(1, -1), "flt", "mono")
        frame.sample_rate, frame.pts, frame.time_base = RATE, 0, Fraction(1, RATE)
        out.mux(audio.encode(frame))
        for packet in source.demux(video=0):
            if packet.dts is not None:
                moved = round(0.25 / float(packet.time_base))
                packet.pts, packet.dts = packet.pts + moved, packet.dts + moved
                packet.stream = video
                out.mux(packet)
    heard = read_sound(late)
    assert abs(int(np.argmax(np.abs(heard[:, 0]) > 0.2)) - RATE // 4) <= 60


def test_a_file_cut_off_gives_what_there_was(folder: Path) -> None:
    whole = sound_file(folder / "whole.wav", tone(3))
    short = folder / "short.wav"
    short.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    heard = read_sound(short)
    assert RATE < len(heard) < 2 * RATE
    assert np.allclose(heard[:, 0], tone(3)[: len(heard)], atol=1e-6)


def test_what_cannot_be_heard_is_told_in_words(folder: Path) -> None:
    silent = numbered_clip(folder / "silent.mp4", 1, 3)
    page = folder / "page.mp3"
    page.write_text("<html>" * 300)
    for path, code in ((silent, "no-sound"), (page, "unreadable"), (folder / "none", "missing")):
        with pytest.raises(MediaError) as raised:
            read_sound(path)
        assert raised.value.code == f"media.{code}"


def test_the_length_is_known_without_reading_it_all(files: dict[str, Path]) -> None:
    for path in files.values():
        assert abs(sound_seconds(path) - 3) < 0.1
