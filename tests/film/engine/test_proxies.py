"""Clips that are too heavy play from a smaller copy, frame by frame the same."""

from __future__ import annotations

import threading
from pathlib import Path

import av
import pytest

from tests.support.numbered import film_of, numbered_clip, squares, told
from topa_studio.film.engine.proxies import Proxies
from topa_studio.film.engine.renderer import Renderer
from topa_studio.media.reader import ClipReader
from topa_studio.media.stamp import stamp_of
from topa_studio.model.scenario import Shot
from topa_studio.model.take import Take

_PATIENCE = 120.0


@pytest.fixture(scope="module")
def heavy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clip of 10 bits a part."""
    path = tmp_path_factory.mktemp("heavy") / "heavy.mkv"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=24)
        stream.width, stream.height, stream.pix_fmt = 1920, 1080, "yuv420p10le"
        stream.options = {"preset": "ultrafast"}
        for number in range(24):
            frame = av.VideoFrame.from_ndarray(squares(11, number, (1920, 1080)), "rgb24")
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


def test_a_heavy_clip_is_told_once_and_a_light_one_never(heavy: Path, tmp_path: Path) -> None:
    numbered_clip(tmp_path / "light.mp4", 1, 24)
    heard: list[Path] = []
    film = film_of([Shot("", "", duration=1)] * 2, {"s1": Take(1, "heavy"), "s2": Take(1, "light")})
    files = {"heavy": heavy, "light": tmp_path / "light.mp4"}
    renderer = Renderer(film, files.__getitem__, (128, 72), heavy=heard.append)
    for number in (0, 1, 30, 2, 31):
        renderer.frame(number)
    renderer.close()
    assert heard == [heavy]


def test_the_copy_shows_every_frame_at_its_moment(heavy: Path, tmp_path: Path) -> None:
    come = threading.Event()
    proxies = Proxies(tmp_path / "cache", lambda _clip: come.set())
    assert proxies.path(heavy) == heavy
    proxies.want(heavy)
    assert come.wait(_PATIENCE)
    copy = proxies.path(heavy)
    assert copy != heavy
    reader = ClipReader(copy)
    assert not reader.is_heavy
    for number in (0, 5, 23, 2):
        assert told(reader.at(number / 24)) == (11, number)
    assert reader.at(0).width == 1280
    reader.close()
    proxies.close()

    made = stamp_of(copy)
    again = threading.Event()
    second = Proxies(tmp_path / "cache", lambda _clip: again.set())
    second.want(heavy)
    assert again.wait(_PATIENCE)
    assert stamp_of(second.path(heavy)) == made
    second.close()


def test_what_cannot_be_copied_leaves_nothing_and_is_not_tried_again(tmp_path: Path) -> None:
    page = tmp_path / "page.mp4"
    page.write_text("<html>" * 100)
    heard: list[Path] = []
    proxies = Proxies(tmp_path / "cache", heard.append)
    proxies.want(page)
    proxies.want(page)
    while (tmp_path / "cache").exists() is False or proxies._asked or proxies._child is not None:
        threading.Event().wait(0.02)
    proxies.close()
    assert proxies.path(page) == page
    assert not heard
    assert not list((tmp_path / "cache").iterdir())


def test_closing_ends_a_copy_half_way(heavy: Path, tmp_path: Path) -> None:
    proxies = Proxies(tmp_path / "cache", lambda _clip: None)
    proxies.want(heavy)
    proxies.close()
    assert not list(tmp_path.glob("cache/*.part"))


def test_a_long_clip_with_a_single_key_frame_is_heavy(tmp_path: Path) -> None:
    often = ClipReader(numbered_clip(tmp_path / "often.mp4", 1, 13 * 24, key_every=48))
    once = ClipReader(numbered_clip(tmp_path / "once.mp4", 1, 13 * 24, key_every=1000))
    assert once.is_heavy
    assert not often.is_heavy
    often.close()
    once.close()
