"""The window on a film whose takes have known colours, made at a scripted service."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.open_film import opened, plain_film
from tests.support.small_kie import small_kie
from tests.support.window import open_window
from tests.ui.player import clips as small_clips
from tests.ui.player.clips import Colour, make_clip
from topa_studio.model.status import Consent
from topa_studio.model.wish import clips
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.playing.speaker import Speaker
from topa_studio.ui.reel.glass import Glass

RED, GREEN, BLUE, GREY = (200, 20, 20), (20, 160, 20), (20, 20, 200), (110, 110, 110)
SIZE = (640, 360)
SECONDS = 3
FRAMES = SECONDS * small_clips.FPS
Test = Callable[[MainWindow], Coroutine[Any, Any, None]]
Takes = Sequence[Sequence[Colour]]


def on(
    app: QApplication,
    folder: Path,
    patch: pytest.MonkeyPatch,
    takes: Takes,
    test: Test,
    lines: Sequence[str] = (),
) -> Coroutine[Any, Any, None]:
    """Run `test` on the window of a film: for each shot the colours of its takes.

    `lines` are one more line of each shot's text, where there is one. A white bar grows in each
    clip from left to right, so that its width tells the frame.
    """
    # No sound card is opened: what is heard is tested where sound is made.
    patch.setattr(Speaker, "wake", lambda _self: None)

    async def main() -> None:
        async with small_kie() as kie:
            for name, value in kie.environment().items():
                patch.setenv(name, value)
            film = plain_film(folder / "film", len(takes))
            async with opened(film, kie.environment()) as session:
                for shot, colours in enumerate(takes, 1):
                    for colour in colours:
                        kie.clip = _clip(colour)
                        await session.make(clips(f"1__{shot}"), consent=Consent(same=True))
            for shot, line in enumerate(lines, 1):
                head = f"      - id: {shot}\n"
                if line:
                    film.write_text(film.read_text().replace(head, f"{head}        {line}\n"))
            async with open_window(app, folder, film, practice=False) as window:
                window.resize(1600, 1000)
                await test(window)

    return main()


@cache
def _clip(colour: Colour) -> bytes:
    """A clip of this colour; each is made once for all tests."""
    with pytest.MonkeyPatch.context() as patch, TemporaryDirectory() as folder:
        patch.setattr(small_clips, "SIZE", SIZE)
        return make_clip(Path(folder) / "clip.mp4", SECONDS, colour, sound=True).read_bytes()


def press(widget: QWidget, key: Qt.Key, shift: bool = False) -> None:
    """A key at a page."""
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(widget, key, held)


def point(widget: QWidget, at: QPoint, *, held: bool = False) -> None:
    """Move the pointer over a widget, with the main button held or not."""
    none = Qt.MouseButton.NoButton
    buttons = Qt.MouseButton.LeftButton if held else none
    place, screen = QPointF(at), QPointF(widget.mapToGlobal(at))
    keys = Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseMove, place, screen, none, buttons, keys)
    QApplication.sendEvent(widget, event)


def colour_at(glass: Glass, across: float, down: float = 0.6) -> QColor:
    """What is painted at a share of the picture's width and height."""
    rect = glass.picture_rect()
    at = QPoint(int(rect.x() + rect.width() * across), int(rect.y() + rect.height() * down))
    return glass.grab().toImage().pixelColor(at)


def is_near(found: QColor, wanted: Colour) -> bool:
    """Whether it is about that colour."""
    pairs = zip((found.red(), found.green(), found.blue()), wanted, strict=True)
    return all(abs(one - other) < 40 for one, other in pairs)


def bar(picture: QImage) -> float:
    """How much of a picture's width is white, from the left: the share of the clip gone by."""
    row = picture.height() * 3 // 5
    white = 0
    while white < picture.width() and picture.pixelColor(white, row).lightness() > 205:
        white += 1
    return white / picture.width()
