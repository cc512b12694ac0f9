from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtMultimedia import QVideoFrame
from pytestqt.qtbot import QtBot

from tests.ui.player.clips import FPS, make_clip
from topa_studio.base.errors import MediaError
from topa_studio.media.apart import Apart
from topa_studio.ui.player.deck import Deck
from topa_studio.ui.player.decks import make_deck
from topa_studio.media.stamp import stamp_of

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


@pytest.mark.parametrize("damage", ["first frame", "middle", "too short", "words"])
def test_a_damaged_clip_is_told_in_the_window_and_nothing_on_the_terminal(
    qtbot: QtBot, clip: Path, damage: str, capfd: pytest.CaptureFixture[str]
) -> None:
    _harm(clip, damage)
    parent = QObject()
    deck = make_deck(parent)
    assert deck is not None
    over: list[str] = []
    for name, signal in (("there", deck.arrived), ("end", deck.ended), ("bad", deck.failed)):
        signal.connect(lambda *_told, name=name: over.append(name))
    deck.show(clip, 0.5)
    qtbot.waitUntil(lambda: bool(over), timeout=120_000)
    if over == ["there"]:
        deck.play(1.0)
        qtbot.waitUntil(lambda: over[1:] == ["end"], timeout=120_000)
    assert over[0] == ("there" if damage == "middle" else "bad")
    with suppress(MediaError):
        Apart.shared().thumbnail(clip, 0.5, 160)
    deck.close()
    told = capfd.readouterr()
    assert told.err == told.out == ""


def _harm(clip: Path, damage: str) -> None:
    data = bytearray(clip.read_bytes())
    media = data.index(b"mdat") + 8
    match damage:
        case "first frame":
            data[media + 60 : media + 1500] = bytes(range(1, 181)) * 8
        case "middle":
            middle = media + len(data) // 3
            data[middle : middle + 200] = b"\xff" * 200
        case "too short":
            del data[media + 400 : media + 900]
        case _:
            data[:] = b"<html>no clip at all</html>"
    clip.write_bytes(data)


def test_a_missing_file_is_told(qtbot: QtBot, deck: Deck, tmp_path: Path) -> None:
    with qtbot.waitSignal(deck.failed):
        deck.show(tmp_path / "gone.mp4", 0.0)
