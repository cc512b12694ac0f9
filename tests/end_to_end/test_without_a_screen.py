"""Where there is no screen the studio makes the practice film, and a picture of its window."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtGui import QImage

from tests.support.commands import topa
from tests.support.small_film import small_film

_FFMPEG = re.compile(r"\[(mov|h264|aac)[\w,]* @ 0x[0-9a-f]+\] ")


def test_the_film_and_a_picture_of_the_window_are_made(tmp_path: Path) -> None:
    film = small_film(tmp_path, 1)
    nothing = {"QT_QPA_PLATFORM": "", "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    done = topa("--practice", "open", film, environment=nothing)
    assert done.returncode == 0, done.stderr
    assert "There is no screen here" in done.stdout
    picture = done.stdout.splitlines()[-1].removeprefix("The window:").strip()
    shown = QImage(picture)
    assert (shown.width(), shown.height()) == (1600, 1000)
    # The cards have their pictures, none of which is as dark as the ground of an empty one.
    row = [shown.pixelColor(x, 780).lightness() for x in range(30, 400, 5)]
    assert max(row) > 120
    # A player that is stopped breaks off what it reads ahead, and FFmpeg writes of the part past Qt
    # and Python: seen with one of seven clips that are closed as soon as their frame is shown.
    told = [line for line in done.stderr.splitlines() if not _FFMPEG.match(line)]
    assert not told, "a person is not told what Qt lacks"
