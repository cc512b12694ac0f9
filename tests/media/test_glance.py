"""A clip's first picture, without opening the clip whole: the very one that the film shows."""

from __future__ import annotations

from contextlib import closing
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from tests.support.numbered import numbered_clip, squares, told
from topa_studio.base.errors import MediaError
from topa_studio.media import glance
from topa_studio.media.glance import Glance
from topa_studio.media.reader import ClipReader

SIZE = (64, 36)


def _film_shows(clip: Path, moment: float = 0.0) -> object:
    with closing(ClipReader(clip, SIZE)) as reader:
        return reader.at(moment).to_ndarray()


def _nothing_whole(*_given: object, **_more: object) -> ClipReader:
    raise AssertionError("the clip was opened whole")


def _wide_pixels(clip: Path) -> Path:
    """Its pictures and its head both tell that the pixels are no squares."""
    with av.open(str(clip), "w") as container:
        stream = container.add_stream("libx264", rate=24)
        stream.width, stream.height, stream.pix_fmt = 96, 72, "yuv420p"
        stream.codec_context.sample_aspect_ratio = Fraction(4, 3)
        for number in range(4):
            picture = squares(5, number, (96, 72))
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, "rgb24")))
        container.mux(stream.encode(None))
    return clip


def _without_shape(clip: Path) -> Path:
    """The same clip, whose head says nothing of its pixels' shape: its pictures do."""
    data = clip.read_bytes()
    assert b"pasp" in data
    told = clip.with_stem(f"{clip.stem} untold")
    told.write_bytes(data.replace(b"pasp", b"free"))
    return told


@pytest.mark.parametrize("name", ["clip.mp4", "clip.mkv", "clip.mov", "clip.avi"])
def test_the_first_picture_is_the_films_own_and_opens_no_clip_whole(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    codec = "mpeg4" if name.endswith("avi") else "libx264"
    clip = numbered_clip(tmp_path / name, 3, 30, codec=codec)
    wanted = _film_shows(clip)
    monkeypatch.setattr(glance, "ClipReader", _nothing_whole)
    with closing(Glance(clip, SIZE, "bgra")) as glimpse:
        assert np.array_equal(glimpse.near(0).to_ndarray(), wanted)


def test_one_whose_pixels_are_no_squares_is_shown_as_the_film_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wide = _wide_pixels(tmp_path / "wide.mp4")
    for clip in (wide, _without_shape(wide)):
        with closing(ClipReader(clip)) as reader:
            wanted = reader.at(0).to_ndarray()
        assert wanted.shape == (72, 128, 4)
        with monkeypatch.context() as patched, closing(Glance(clip, None, "bgra")) as glimpse:
            patched.setattr(glance, "ClipReader", _nothing_whole)
            assert np.array_equal(glimpse.near(0).to_ndarray(), wanted)


def test_any_other_picture_is_read_as_ever(tmp_path: Path) -> None:
    clip = numbered_clip(tmp_path / "clip.mp4", 3, 60)
    with closing(Glance(clip, None, "bgra")) as glimpse:
        assert told(glimpse.near(0)) == (3, 0)
        assert told(glimpse.at(30 / 24)) == (3, 30)
        assert told(glimpse.near(30 / 24)) == (3, 24)
        assert told(glimpse.near(0)) == (3, 0)
        glimpse.resize(SIZE)
        assert (glimpse.at(1).width, glimpse.at(1).height) == SIZE


def test_a_file_whose_head_tells_too_little_is_opened_whole(tmp_path: Path) -> None:
    clip = numbered_clip(tmp_path / "late.mkv", 4, 30, first=13)
    with closing(Glance(clip, SIZE, "bgra")) as glimpse:
        assert np.array_equal(glimpse.near(0).to_ndarray(), _film_shows(clip))


def test_a_clip_without_its_first_pictures_shows_what_the_film_does(tmp_path: Path) -> None:
    clip = numbered_clip(tmp_path / "clip.mp4", 3, 60)
    data = bytearray(clip.read_bytes())
    begin = data.index(b"mdat") + 4
    data[begin : begin + 900] = bytes(900)
    clip.write_bytes(bytes(data))
    with closing(Glance(clip, SIZE, "bgra")) as glimpse:
        assert np.array_equal(glimpse.near(0).to_ndarray(), _film_shows(clip))


def test_pictures_too_large_are_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clip = numbered_clip(tmp_path / "clip.mp4", 3, 30)
    monkeypatch.setattr(glance, "MOST_PIXELS", 64)
    monkeypatch.setattr(glance, "ClipReader", _nothing_whole)
    with closing(Glance(clip, SIZE, "bgra")) as glimpse, pytest.raises(AssertionError):
        glimpse.near(0)


@pytest.mark.parametrize("data", [None, b"", b"no clip at all"])
def test_a_file_that_is_none_is_told(tmp_path: Path, data: bytes | None) -> None:
    clip = tmp_path / "clip.mp4"
    if data is not None:
        clip.write_bytes(data)
    with pytest.raises(MediaError) as error:
        Glance(clip, SIZE, "bgra").near(0)
    assert error.value.code == ("media.missing" if data is None else "media.unreadable")
