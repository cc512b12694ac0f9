"""A clip that is too heavy for this machine plays from a smaller copy, made while it is watched."""

from __future__ import annotations

from pathlib import Path

import av
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.support.numbered import film_of, squares
from topa_studio.app.user_folder import user_cache
from topa_studio.film.engine.proxies import Proxies
from topa_studio.model.scenario import Shot
from topa_studio.model.take import Take
from topa_studio.ui.playing.frames import Frames
from topa_studio.ui.reel.feed import Feed


def heavy_clip(path: Path) -> Path:
    """A clip in a format that is copied before it is played on."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=24)
        stream.width, stream.height, stream.pix_fmt = 640, 360, "yuv420p10le"
        stream.options = {"preset": "ultrafast"}
        for number in range(24):
            frame = av.VideoFrame.from_ndarray(squares(1, number, (640, 360)), "rgb24")
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


def test_pages_that_compare_play_such_a_copy_too(qtbot: QtBot, tmp_path: Path) -> None:
    heavy = heavy_clip(tmp_path / "heavy.mkv")
    film = film_of([Shot("", "", duration=1)], {"s1": Take(1, "heavy.mkv")})
    proxies = Proxies(tmp_path / "copies", lambda _clip: None)
    feed = Feed(film, lambda path: tmp_path / path, (640, 360), lambda _name: None, proxies)
    seen: list[QImage] = []
    feed.shown.connect(seen.append)
    feed.go(5)
    qtbot.waitUntil(lambda: bool(seen), timeout=60_000)
    qtbot.waitUntil(lambda: proxies.path(heavy) != heavy, timeout=60_000)
    feed.close()
    proxies.close()


def test_a_heavy_clip_is_shown_at_once_and_then_from_its_copy(qtbot: QtBot, tmp_path: Path) -> None:
    heavy = heavy_clip(tmp_path / "heavy.mkv")
    film = film_of([Shot("", "", duration=1)], {"s1": Take(1, "heavy.mkv")})
    owner = QObject()
    frames = Frames(lambda path: tmp_path / path, owner)
    seen: list[QImage] = []
    frames.shown.connect(seen.append)
    frames.put(film, {})
    frames.go(5, (1, None), rough=False)
    qtbot.waitUntil(lambda: frames.take(5), timeout=60_000)
    before = seen[-1].copy()
    qtbot.waitUntil(lambda: frames.proxies.path(heavy) != heavy, timeout=60_000)
    assert user_cache() in frames.proxies.path(heavy).parents
    frames.go(5, (1, (0, 24)), rough=False)
    qtbot.waitUntil(lambda: frames.take(5), timeout=60_000)
    after = seen[-1]
    spots = [(20 + 40 * bit, 120) for bit in range(16)]
    assert all(
        abs(after.pixelColor(*spot).lightness() - before.pixelColor(*spot).lightness()) < 30
        for spot in spots
    )
    frames.close()
