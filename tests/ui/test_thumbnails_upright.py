"""Small pictures stand upright and as wide as they were asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPixmap
from pytestqt.qtbot import QtBot

from tests.media.test_upright import lying_jpeg
from topa_studio.ui.small_pictures.thumbnails import Thumbnails


class Films:
    """A folder of pictures."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.cache_folder = home / "output" / ".topa" / "cache"

    def path(self, relative: str) -> Path:
        """The file of that name."""
        return self.home / relative


@pytest.fixture
def thumbnails(tmp_path: Path, qtbot: QtBot) -> Iterator[Thumbnails]:
    (tmp_path / "output").mkdir()
    made = Thumbnails(Films(tmp_path))
    yield made
    made.close()


def corners(pixmap: QPixmap) -> list[tuple[bool, bool, bool]]:
    """Which of red, green and blue the four quarters show."""
    image = pixmap.toImage()
    width, height = image.width(), image.height()
    places = [(x, y) for y in (height // 4, height * 3 // 4) for x in (width // 4, width * 3 // 4)]
    colours = [QColor(image.pixel(*place)) for place in places]
    return [(c.red() > 127, c.green() > 127, c.blue() > 127) for c in colours]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_tagged_picture_is_shown_upright(
    orientation: int, thumbnails: Thumbnails, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "a.jpg").write_bytes(lying_jpeg(orientation))
    with qtbot.waitSignal(thumbnails.ready, timeout=60_000):
        thumbnails.pixmap("a.jpg", 0, QSize(160, 90))
    shown = thumbnails.pixmap("a.jpg", 0, QSize(160, 90))
    assert shown is not None
    assert (shown.width(), shown.height()) == (160, 96)
    red, green, blue, black = corners(shown)
    assert red == (True, False, False)
    assert green == (False, True, False)
    assert blue == (False, False, True)
    assert black == (False, False, False)
