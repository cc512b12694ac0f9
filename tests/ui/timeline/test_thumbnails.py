from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPixmap
from pytestqt.qtbot import QtBot

from tests.ui.player.clips import make_clip
from topa_studio.ui.small_pictures.thumbnails import Thumbnails

RED, GREEN = (200, 20, 20), (20, 180, 20)
SIZE = QSize(150, 90)


class Home:
    """A film's folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.cache_folder = folder / "cache"

    def path(self, relative: str) -> Path:
        return self.folder / relative


@pytest.fixture
def thumbnails(qtbot: QtBot, tmp_path: Path) -> Iterator[Thumbnails]:
    made = Thumbnails(Home(tmp_path))
    yield made
    made.close()


def coming(qtbot: QtBot, thumbnails: Thumbnails, path: str, at: float = 0.0) -> QPixmap:
    with qtbot.waitSignal(thumbnails.ready) as came:
        assert thumbnails.pixmap(path, at, SIZE) is None
    assert came.args == [path]
    found = thumbnails.pixmap(path, at, SIZE)
    assert found is not None
    return found


def middle(pixmap: QPixmap) -> QColor:
    return pixmap.toImage().pixelColor(pixmap.width() - 4, pixmap.height() // 2)


def test_a_clip_gives_its_own_frame(qtbot: QtBot, thumbnails: Thumbnails, tmp_path: Path) -> None:
    make_clip(tmp_path / "a.mp4", 0.5, RED)
    found = coming(qtbot, thumbnails, "a.mp4")
    assert found.width() >= SIZE.width()
    assert middle(found).red() > 150
    assert middle(found).green() < 60


def test_a_still_is_read_at_the_size_that_is_needed(
    qtbot: QtBot, thumbnails: Thumbnails, tmp_path: Path
) -> None:
    picture = QImage(1600, 900, QImage.Format.Format_RGB32)
    picture.fill(QColor(*GREEN))
    picture.save(str(tmp_path / "b.png"))
    found = coming(qtbot, thumbnails, "b.png")
    assert found.size() == QSize(160, 90)


def test_a_file_that_is_not_there_or_broken_gives_an_empty_picture(
    qtbot: QtBot, thumbnails: Thumbnails, tmp_path: Path
) -> None:
    (tmp_path / "broken.mp4").write_bytes(b"nothing")
    assert coming(qtbot, thumbnails, "gone.mp4").isNull()
    assert coming(qtbot, thumbnails, "broken.mp4").isNull()


def test_a_second_start_takes_the_picture_from_the_cache_on_disk(
    qtbot: QtBot, tmp_path: Path
) -> None:
    clip = make_clip(tmp_path / "a.mp4", 0.5, RED)
    first = Thumbnails(Home(tmp_path))
    coming(qtbot, first, "a.mp4")
    first.close()
    cached = list((tmp_path / "cache").iterdir())
    assert len(cached) == 1
    facts = clip.stat()
    clip.write_bytes(bytes(facts.st_size))
    os.utime(clip, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    second = Thumbnails(Home(tmp_path))
    assert not coming(qtbot, second, "a.mp4").isNull()
    second.close()


def test_a_replaced_file_is_noticed(qtbot: QtBot, thumbnails: Thumbnails, tmp_path: Path) -> None:
    make_clip(tmp_path / "a.mp4", 0.5, RED)
    assert middle(coming(qtbot, thumbnails, "a.mp4")).red() > 150
    make_clip(tmp_path / "b.mp4", 0.5, GREEN).replace(tmp_path / "a.mp4")
    later = thumbnails._clock() + 60
    thumbnails._clock = lambda: later
    with qtbot.waitSignal(thumbnails.ready):
        thumbnails.pixmap("a.mp4", 0.0, SIZE)
    found = thumbnails.pixmap("a.mp4", 0.0, SIZE)
    assert found is not None
    assert middle(found).green() > 130


def test_a_file_that_was_away_for_a_moment_is_seen_though_nobody_asks_again(
    qtbot: QtBot, thumbnails: Thumbnails, tmp_path: Path
) -> None:
    assert coming(qtbot, thumbnails, "a.png").isNull()
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor(*RED))
    picture.save(str(tmp_path / "a.png"))
    # Asked too soon after the look that found none, and never again.
    with qtbot.waitSignal(thumbnails.ready) as came:
        thumbnails.pixmap("a.png", 0.0, SIZE)
    assert came.args == ["a.png"]
    found = thumbnails.pixmap("a.png", 0.0, SIZE)
    assert found is not None
    assert middle(found).red() > 150


def test_a_file_replaced_just_before_it_is_asked_for_is_noticed_without_another_question(
    qtbot: QtBot, thumbnails: Thumbnails, tmp_path: Path
) -> None:
    for colour in (RED, GREEN):
        picture = QImage(40, 40 + colour[0] // 20, QImage.Format.Format_RGB32)
        picture.fill(QColor(*colour))
        picture.save(str(tmp_path / "a.png"))
        if colour is RED:
            assert middle(coming(qtbot, thumbnails, "a.png")).red() > 150
    with qtbot.waitSignal(thumbnails.ready):
        thumbnails.pixmap("a.png", 0.0, SIZE)
    found = thumbnails.pixmap("a.png", 0.0, SIZE)
    assert found is not None
    assert middle(found).green() > 130


def test_a_strip_plays_through_the_clip(
    qtbot: QtBot, thumbnails: Thumbnails, tmp_path: Path
) -> None:
    make_clip(tmp_path / "a.mp4", 1.0, RED, key_every=240)
    with qtbot.waitSignal(thumbnails.ready):
        assert thumbnails.strip("a.mp4", 0.0, 1.0, 160, 6) == ()
    frames = thumbnails.strip("a.mp4", 0.0, 1.0, 160, 6)
    assert len(frames) == 6
    # The clip's white bar grows, so each frame is brighter than the one before.
    whites = [
        sum(f.toImage().pixelColor(x, 40).green() > 200 for x in range(f.width())) for f in frames
    ]
    assert whites == sorted(set(whites))


def test_memory_is_bounded(qtbot: QtBot, thumbnails: Thumbnails, tmp_path: Path) -> None:
    for number in range(450):
        picture = QImage(8, 8, QImage.Format.Format_RGB32)
        picture.fill(QColor(*RED))
        picture.save(str(tmp_path / f"{number}.png"))
    for number in range(450):
        coming(qtbot, thumbnails, f"{number}.png")
    assert thumbnails.pixmap("449.png", 0.0, SIZE) is not None
    assert thumbnails.pixmap("0.png", 0.0, SIZE) is None


def test_large_pictures_push_others_out_sooner(
    qtbot: QtBot, thumbnails: Thumbnails, tmp_path: Path
) -> None:
    picture = QImage(1600, 900, QImage.Format.Format_RGB32)
    picture.fill(QColor(*RED))
    for number in range(12):
        picture.save(str(tmp_path / f"{number}.bmp"))
        with qtbot.waitSignal(thumbnails.ready):
            thumbnails.pixmap(f"{number}.bmp", 0.0, QSize(1600, 0))
    assert thumbnails.pixmap("11.bmp", 0.0, QSize(1600, 0)) is not None
    assert thumbnails.pixmap("0.bmp", 0.0, QSize(1600, 0)) is None
