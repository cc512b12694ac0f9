from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtMultimedia import QVideoFrame
from pytestqt.qtbot import QtBot

from tests.ui.player.clips import FPS, make_clip
from topa_studio.ui.player.deck import Deck
from topa_studio.ui.player.stamp import stamp_of

pytestmark = pytest.mark.qt_log_ignore("No RHI backend")


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    return make_clip(tmp_path / "clip.mp4", 1.0, (200, 20, 20))


@pytest.fixture
def deck(qtbot: QtBot) -> Iterator[Deck]:
    made = Deck()
    yield made
    made.close()


def number(frame: QVideoFrame | None) -> int:
    assert frame is not None
    return round(frame.startTime() / 1e6 * FPS)


def test_a_late_frame_of_the_old_place_is_not_taken_for_the_new_one(
    qtbot: QtBot, deck: Deck, clip: Path
) -> None:
    with qtbot.waitSignal(deck.arrived):
        deck.show(clip, 0.0)
    old = deck.frame
    assert old is not None
    with qtbot.waitSignal(deck.arrived):
        deck.show(clip, 0.5)
        deck._sink.setVideoFrame(old)
        assert deck.waits
    assert number(deck.frame) == 12


def test_a_place_behind_the_end_is_the_last_frame(qtbot: QtBot, deck: Deck, clip: Path) -> None:
    with qtbot.waitSignal(deck.arrived):
        deck.show(clip, 7.0)
    assert number(deck.frame) == 23


def test_what_is_shown_already_is_there_at_once(qtbot: QtBot, deck: Deck, clip: Path) -> None:
    with qtbot.waitSignal(deck.arrived):
        deck.show(clip, 0.25)
    assert deck.is_at(stamp_of(clip), 0.25)
    with qtbot.waitSignal(deck.arrived, timeout=0):
        deck.show(clip, 0.25)


def test_a_closed_deck_opens_again(qtbot: QtBot, deck: Deck, clip: Path) -> None:
    with qtbot.waitSignal(deck.arrived):
        deck.show(clip, 0.25)
    deck.close()
    assert deck.frame is None
    with qtbot.waitSignal(deck.arrived):
        deck.show(clip, 0.75)
    assert number(deck.frame) == 18


def test_a_missing_file_is_told(qtbot: QtBot, deck: Deck, tmp_path: Path) -> None:
    with qtbot.waitSignal(deck.failed):
        deck.show(tmp_path / "gone.mp4", 0.0)
