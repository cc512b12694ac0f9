"""A slate, a panel or a still that stands: encoded for a second, shown for all of its shot."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from tests.support.exported import read, request_of
from tests.support.numbered import film_of, numbered_clip, squares
from topa_studio.film.engine.renderer import Renderer
from topa_studio.film.export.choices import Choices, What, Words
from topa_studio.film.export.movie import write
from topa_studio.film.export.plan import plan_of
from topa_studio.film.export.standing import stood
from topa_studio.media.pictures import encoded
from topa_studio.model.rate import rate_of
from topa_studio.model.scenario import AudioTrack, Ending, FilmConfig, Shot
from topa_studio.model.take import Take

SIZE = (256, 144)


def _still(path: Path, number: int) -> Path:
    picture = av.VideoFrame.from_ndarray(squares(3, number, SIZE), "rgb24")
    path.write_bytes(encoded(picture, "png"))
    return path


def _packets(path: Path) -> list[tuple[bytes, bool]]:
    with av.open(str(path)) as container:
        return [(bytes(p), p.is_keyframe) for p in container.demux(video=0) if p.size]


@pytest.mark.parametrize(("fps", "seconds"), [(24, 3), (25, 1), (29.97, 4), (60, 2), (24, 0.02)])
def test_it_lasts_as_long_as_its_shot_and_every_frame_is_its_picture(
    tmp_path: Path, qapp: QApplication, fps: float, seconds: float
) -> None:
    _still(tmp_path / "still.png", 7)
    film = film_of([Shot("", "", still="still.png", duration=seconds)], {}, FilmConfig(fps=fps))
    plan, target, told = plan_of(film, Choices(size="360p"), {}), tmp_path / "out.mp4", list[int]()
    unread = write(request_of(plan, tmp_path, target), told.append)
    assert not unread
    found = read(target)
    assert found.numbers == [(3, 7)] * film.frames
    assert found.times == [n / rate_of(fps) for n in range(film.frames)]
    assert found.lengths == {"video": pytest.approx(film.seconds, abs=1e-4)}
    assert told[-1] == film.frames
    with av.open(str(target)) as container:
        stream = container.streams.video[0]
        codec = stream.codec_context
        assert (codec.width, codec.height, codec.pix_fmt) == (*plan.size, "yuv420p")
        assert (codec.colorspace, codec.color_primaries, codec.color_trc) == (1, 1, 1)
        assert int(codec.color_range) == 1
        assert stream.average_rate == rate_of(fps) or film.frames == 1


def test_only_a_second_of_it_is_encoded_and_each_begins_with_a_key_frame(
    tmp_path: Path, qapp: QApplication
) -> None:
    film = film_of([Shot("", "", prompt="A pier.", duration=3)], {})
    plan, target = plan_of(film, Choices(size="360p"), {}), tmp_path / "out.mp4"
    request = request_of(plan, tmp_path, target)
    write(request, lambda _n: None)
    packets = _packets(target)
    assert packets[:24] == packets[24:48] == packets[48:]
    assert [key for _data, key in packets] == [n % 24 == 0 for n in range(72)]
    renderer = Renderer(film, lambda path: tmp_path / path, plan.size, "yuv420p")
    wanted = renderer.frame(0).to_ndarray().astype(int)
    renderer.close()
    with av.open(str(target)) as container:
        for frame in container.decode(video=0):
            assert np.abs(frame.to_ndarray() - wanted).mean() < 1


def test_a_still_that_cannot_be_read_is_a_slate_and_told(
    tmp_path: Path, qapp: QApplication
) -> None:
    (tmp_path / "still.png").write_bytes(b"no picture")
    film = film_of([Shot("", "", still="still.png", duration=2)], {})
    plan = plan_of(film, Choices(size="360p"), {})
    unread = write(request_of(plan, tmp_path, tmp_path / "out.mp4"), lambda _n: None)
    assert unread.shots == {"s1": "media.unreadable"}
    assert len(read(tmp_path / "out.mp4").numbers) == 48


@pytest.mark.parametrize(
    ("shots", "config", "choices"),
    [
        ([{"still": "still.png", "move": "in"}], {}, {}),
        ([{"still": "still.png"}, {"still": "still.png"}], {}, {}),
        ([{}], {"ending": Ending("fade", 0.5)}, {}),
        ([{}], {"audio": (AudioTrack("music.wav"),)}, {}),
        ([{"caption": "Look!"}], {}, {"captions": Words.TRACK}),
        ([{"caption": "Look!"}], {}, {"captions": Words.BURNT}),
        ([{}], {}, {"what": What.ANIMATIC}),
    ],
)
def test_what_moves_sounds_or_says_something_is_not_one_picture(
    tmp_path: Path,
    qapp: QApplication,
    shots: list[dict[str, Any]],
    config: dict[str, Any],
    choices: dict[str, Any],
) -> None:
    film = film_of([Shot("", "", duration=2, **shot) for shot in shots], {}, FilmConfig(**config))
    plan = plan_of(film, Choices(size="360p", **choices), {})
    assert stood(request_of(plan, tmp_path, tmp_path / "out.mp4"), lambda _n: None) is None
    assert not list(tmp_path.iterdir())


def test_a_clip_is_not_one_picture(tmp_path: Path, qapp: QApplication) -> None:
    numbered_clip(tmp_path / "1.mp4", 1, 48)
    film = film_of([Shot("", "", duration=2)], {"s1": Take(1, "1.mp4")})
    plan = plan_of(film, Choices(size="360p"), {})
    assert stood(request_of(plan, tmp_path, tmp_path / "out.mp4"), lambda _n: None) is None
