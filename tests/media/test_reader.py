"""Clips of all kinds: the frame of a moment, or plain words; never a hang."""

from __future__ import annotations

import gc
import sys
import weakref
from contextlib import closing, suppress
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.numbered import numbered_clip, squares, told
from topa_studio.base.errors import MediaError
from topa_studio.media.reader import ClipReader, Held


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("clips")


@pytest.fixture(scope="module")
def long_clip(folder: Path) -> Path:
    return numbered_clip(folder / "long.mp4", 7, 240, key_every=50)


@given(st.lists(st.integers(0, 280), min_size=1, max_size=8))
def test_any_order_of_asking_gives_the_frame_of_the_moment(
    long_clip: Path, numbers: list[int]
) -> None:
    reader = ClipReader(long_clip)
    for number in numbers:
        assert told(reader.at(round(number / 24, 3))) == (7, min(number, 239))
    reader.close()


@pytest.mark.parametrize("name", ["clip.mp4", "clip.mkv", "clip.mov", "clip.avi"])
def test_each_container_gives_each_frame(folder: Path, name: str) -> None:
    codec = "mpeg4" if name.endswith("avi") else "libx264"
    clip = numbered_clip(folder / name, 3, 30, codec=codec)
    reader = ClipReader(clip)
    assert [told(reader.at(number / 24)) for number in range(36)] == [
        (3, min(number, 29)) for number in range(36)
    ]
    reader.close()


def test_the_first_picture_is_at_second_0_wherever_the_file_begins(folder: Path) -> None:
    reader = ClipReader(numbered_clip(folder / "late.mkv", 4, 30, first=13))
    assert [told(reader.at(number / 24))[1] for number in (0, 1, 17)] == [0, 1, 17]
    reader.close()


def test_frames_that_follow_no_rate_are_held_until_the_next(folder: Path) -> None:
    times = [0.0, 0.1, 0.15, 0.9, 1.7, 1.75]
    reader = ClipReader(numbered_clip(folder / "vfr.mp4", 5, 6, times=times))
    asked = [0.05, 0.1, 0.16, 0.8, 0.9, 1.6, 1.72, 5.0, 0.12]
    assert [told(reader.at(moment))[1] for moment in asked] == [0, 1, 2, 2, 3, 3, 4, 5, 1]
    reader.close()


@pytest.mark.parametrize("rate", [25, 60, Fraction(30000, 1001)])
def test_another_rate_shows_the_newest_frame_not_later(folder: Path, rate: Fraction) -> None:
    clip = numbered_clip(folder / f"rate{float(rate):.0f}.mp4", 6, 60, rate=rate)
    reader = ClipReader(clip)
    for number in range(24):
        moment = number / 24
        wanted = int(moment * float(rate) + max(0.1, 0.002 * float(rate)))
        assert told(reader.at(moment)) == (6, min(wanted, 59))
    reader.close()


def test_going_back_does_not_decode_the_same_again_and_again(
    long_clip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = ClipReader(long_clip)
    count = 0
    pull = ClipReader._pulled

    def counted(self: ClipReader) -> object:
        nonlocal count
        count += 1
        return pull(self)

    monkeypatch.setattr(ClipReader, "_pulled", counted)
    for number in reversed(range(100, 150)):
        assert told(reader.at(number / 24)) == (7, number)
    assert count < 50 * 5
    for number in (101, 120, 110, 111, 112, 100, 99):
        assert told(reader.at(number / 24)) == (7, number)
    reader.close()


def test_near_is_the_key_frame_before_and_the_exact_one_follows(long_clip: Path) -> None:
    reader = ClipReader(long_clip)
    assert told(reader.near(130 / 24)) == (7, 100)
    assert told(reader.at(130 / 24)) == (7, 130)
    reader.close()


def test_near_decodes_one_picture_and_what_is_asked_then_is_exact(
    long_clip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader, pulled, count = ClipReader(long_clip), ClipReader._pulled, 0

    def counted(self: ClipReader) -> Held | None:
        nonlocal count
        count += 1
        return pulled(self)

    monkeypatch.setattr(ClipReader, "_pulled", counted)
    reader.near(130 / 24)
    assert count == 1
    for number in (100, 101, 130, 110):
        reader.near(130 / 24)
        assert told(reader.at(number / 24)) == (7, number)
    reader.close()


@pytest.mark.parametrize("pixels", ["bgra", "yuv420p"])
def test_a_frame_fits_and_is_not_distorted(long_clip: Path, pixels: str) -> None:
    reader = ClipReader(long_clip, (300, 300), pixels)  # type: ignore[arg-type]
    frame = reader.at(1.0)
    assert (frame.format.name, frame.width) == (pixels, 300)
    assert abs(frame.height - 300 * 72 / 128) <= 1
    reader.resize((64, 300))
    frame = reader.at(1.0)
    assert (frame.width, frame.height) == (64, 36)
    assert told(frame) == (7, 24)
    reader.close()


def _turned_clip(path: Path) -> Path:
    """A clip that lies on its side and says so, as telephones write it."""
    lying = numbered_clip(path.with_name("lying.mp4"), 9, 12)
    with av.open(str(lying)) as source, av.open(str(path), "w") as out:
        stream = out.add_stream_from_template(source.streams.video[0])
        for packet in source.demux(video=0):
            if packet.dts is not None:
                packet.stream = stream
                out.mux(packet)
    data = path.read_bytes()
    at = data.index(b"tkhd") + 44  # the matrix of a header of version 0
    quarter = b"".join(
        number.to_bytes(4, "big", signed=True)
        for number in (0, 1 << 16, 0, -(1 << 16), 0, 0, 0, 0, 1 << 30)
    )
    path.write_bytes(data[:at] + quarter + data[at + 36 :])
    return path


@pytest.mark.parametrize("pixels", ["bgra", "yuv420p"])
def test_a_clip_on_its_side_stands_upright(folder: Path, pixels: str) -> None:
    reader = ClipReader(_turned_clip(folder / "turned.mp4"), (72, 128), pixels)  # type: ignore[arg-type]
    frame = reader.at(5 / 24)
    assert (frame.width, frame.height) == (72, 128)
    grey = frame.reformat(format="gray").to_ndarray()
    back = np.rot90(grey, 1)
    wanted = squares(9, 5)[..., 0]
    assert np.abs(back.astype(int) - wanted).mean() < 25
    reader.close()


def test_a_clip_that_ends_too_early_holds_its_last_whole_frame(folder: Path) -> None:
    clip = numbered_clip(folder / "whole.mkv", 8, 120, key_every=10)
    short = folder / "short.mkv"
    short.write_bytes(clip.read_bytes()[: clip.stat().st_size // 2])
    reader = ClipReader(short)
    first, last = told(reader.at(0.5)), told(reader.at(4.9))
    assert first == (8, 12)
    assert last[0] == 8
    assert 12 < last[1] < 119
    reader.close()


def test_damage_in_the_middle_is_passed_over(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    clip = numbered_clip(folder / "sound.mp4", 8, 120, key_every=10)
    data = bytearray(clip.read_bytes())
    begin = data.index(b"mdat") + 4
    middle = begin + (len(data) - begin) // 3
    data[middle : middle + 400] = bytes(400)
    hurt = folder / "hurt.mp4"
    hurt.write_bytes(data)
    reader = ClipReader(hurt)
    assert told(reader.at(0)) == (8, 0)
    assert told(reader.at(4.95)) == (8, 118)
    reader.close()
    assert capfd.readouterr() == ("", "")


HOSTILE = {
    "empty.mp4": b"",
    "page.mp4": b"<html><body>404</body></html>" * 200,
    "list.mp4": b"#EXTM3U\n#EXTINF:5,\n/etc/passwd\n",
    "concat.mp4": b"ffconcat version 1.0\nfile /etc/passwd\n",
    "zeros.mp4": bytes(100_000),
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_what_is_no_clip_is_told_in_words(folder: Path, name: str) -> None:
    (folder / name).write_bytes(HOSTILE[name])
    with pytest.raises(MediaError, match="cannot be read"):
        ClipReader(folder / name).at(0)


def test_a_giant_is_not_opened(folder: Path) -> None:
    clip = numbered_clip(folder / "small.mp4", 1, 2)
    data = clip.read_bytes()
    size = (128).to_bytes(2, "big") + (72).to_bytes(2, "big")
    at = data.rindex(b"avc1") + 28
    assert data[at : at + 4] == size
    (folder / "giant.mp4").write_bytes(data[:at] + b"\xff\xff\xff\xff" + data[at + 4 :])
    reader = None
    with suppress(MediaError):
        reader = ClipReader(folder / "giant.mp4")
    if reader is not None:
        frame = reader.at(0)
        assert max(frame.width, frame.height) < 1000  # what was unpacked is small
        reader.close()


@given(st.data())
def test_a_spoilt_file_is_shown_or_told_in_words(
    folder: Path, long_clip: Path, data: st.DataObject
) -> None:
    good = long_clip.read_bytes()
    spoilt = bytearray(good[: data.draw(st.sampled_from([len(good), len(good) // 2]))])
    heads = st.integers(0, 3000) | st.integers(len(good) - 9000, len(good) - 1)
    for place in data.draw(st.lists(heads | st.integers(0, len(good) - 1), max_size=40)):
        if place < len(spoilt):
            spoilt[place] = data.draw(st.integers(0, 255))
    path = folder / "spoilt.mp4"
    path.write_bytes(spoilt)
    with suppress(MediaError), closing(ClipReader(path, (64, 64))) as reader:
        for moment in (0.0, 4.0, 99.0, 1.0):
            frame = reader.at(moment)
            assert 0 < max(frame.width, frame.height) <= 64


def test_pictures_of_an_unknown_kind_are_told_in_words(folder: Path) -> None:
    data = numbered_clip(folder / "known.mp4", 1, 3).read_bytes()
    at = data.rindex(b"avc1")
    unknown = folder / "unknown.mp4"
    unknown.write_bytes(data[:at] + b"zzzz" + data[at + 4 :])
    with pytest.raises(MediaError) as raised:
        ClipReader(unknown)
    assert raised.value.code == "media.no-picture"


def test_sound_alone_holds_no_picture(folder: Path) -> None:
    sound = folder / "sound.m4a"
    with av.open(str(sound), "w") as out:
        stream = out.add_stream("aac", rate=48_000, layout="mono")
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 1024), np.float32), "fltp", "mono")
        frame.sample_rate = 48_000
        out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    with pytest.raises(MediaError) as raised:
        ClipReader(sound)
    assert raised.value.code == "media.no-picture"


def test_a_missing_file_says_so(folder: Path) -> None:
    with pytest.raises(MediaError) as raised:
        ClipReader(folder / "none.mp4")
    assert raised.value.code == "media.missing"


def test_nothing_of_a_clip_stays_in_memory(long_clip: Path) -> None:
    gc.collect()
    gc.disable()
    try:
        reader = ClipReader(long_clip)
        reader.at(0)
        assert reader._now is not None
        frame = reader._now.frame
        reader.at(1)
        assert sys.getrefcount(frame) == 2  # this name, and the asking
        gone = weakref.ref(reader)
        reader.close()
        del reader
        assert gone() is None
    finally:
        gc.enable()
