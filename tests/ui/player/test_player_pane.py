from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QSlider, QWidget
from pytestqt.qtbot import QtBot

from tests.support.desk import desk_for
from tests.ui.player.clips import make_clip
from tests.ui.timeline.film import AtOnce, FilmOnTable, scenario_text
from topa_studio.document.edits import DeleteShot, FilmTarget, MoveShot, SetField, ShotTarget, Value
from topa_studio.film.span import Span
from topa_studio.model.scenario import Trim
from topa_studio.model.status import Stage
from topa_studio.ui.player.pane import PlayerPane
from topa_studio.ui.player.transport import Transport
from topa_studio.ui.selection import Selection
from topa_studio.ui.theme import DARK, apply_theme

# Said once where there is no graphics card, and of each window function there is not.
pytestmark = pytest.mark.qt_log_ignore("No RHI backend", "This plugin does not support")
RED, GREEN = (200, 20, 20), (20, 180, 20)


class Desk:
    """A player on screen; shots 1.1 and 1.2 have clips of 3 s, 2.1 has none."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        make_clip(folder / "red.mp4", 3.0, RED)
        make_clip(folder / "green.mp4", 3.0, GREEN)
        self.film = FilmOnTable(folder, scenario_text([[3, 3], [3]]))
        self.keys = self.film.keys()
        self.film.made(self.keys[0], "red.mp4")
        self.film.made(self.keys[1], "green.mp4", take=3)
        self.selection = Selection()
        self.desk = desk_for(self.film.session, self.selection, AtOnce())
        self.pane = PlayerPane(self.desk)
        qtbot.addWidget(self.pane)
        self.surface, self.playback = self.pane.surface, self.pane.playback
        self.pane.resize(900, 560)
        self.pane.show()
        qtbot.waitExposed(self.pane)
        qtbot.waitUntil(lambda: self.surface.picture is not None)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        QTest.keyClick(self.pane, key, modifier or Qt.KeyboardModifier.NoModifier)

    def shows(self, colour: tuple[int, int, int]) -> bool:
        """Whether the middle of what is painted has this colour."""
        rect = self.surface.picture_rect()
        at = QPoint(int(rect.right()) - 20, int(rect.center().y()))
        found = self.surface.grab().toImage().pixelColor(at)
        return _near(found, QColor(*colour))


def _near(one: QColor, other: QColor) -> bool:
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return all(abs(a - b) < 24 for a, b in pairs)


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    apply_theme(qapp, DARK)
    made = Desk(qtbot, tmp_path)
    yield made
    made.pane.close_player()


def test_it_opens_on_the_films_first_frame(desk: Desk) -> None:
    assert desk.shows(RED)
    assert desk.pane.transport.time.text() == "0:00.00 / 0:09.00"
    assert desk.surface.accessibleDescription() == "1.1 Shot 1.1, Take 1"


def test_selecting_a_shot_shows_its_first_frame_and_moves_the_playhead(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.selection.select_shot(desk.keys[1])
    qtbot.waitUntil(lambda: desk.shows(GREEN))
    assert desk.selection.playhead == 3.0
    assert not desk.playback.playing
    assert desk.surface.accessibleDescription() == "1.2 Shot 1.2, Take 3"


def test_play_shot_plays_its_clip_and_stops_at_its_end(desk: Desk, qtbot: QtBot) -> None:
    desk.selection.select_shot(desk.keys[1])
    frames = desk.surface.frames
    desk.pane.play_shot(desk.keys[1])
    qtbot.waitUntil(lambda: desk.surface.frames > frames + 10)
    assert 3.0 < desk.selection.playhead < 6.0
    desk.pane.seek_bar.sought.emit(round(5.9 * 24))
    qtbot.waitUntil(lambda: desk.selection.playhead >= 6.0)
    assert desk.playback.playing  # a seek leaves the shot behind, so the film goes on


def test_a_shot_without_a_clip_plays_as_a_slate_with_its_words(desk: Desk, qtbot: QtBot) -> None:
    desk.pane.play_shot(desk.keys[2])
    qtbot.waitUntil(lambda: not (desk.shows(RED) or desk.shows(GREEN)))
    assert desk.playback.playing
    assert desk.surface.accessibleDescription() == "2.1 Shot 2.1, Not made yet"


def test_space_plays_the_film_from_the_playhead_and_pauses(desk: Desk, qtbot: QtBot) -> None:
    desk.playback.seek(67)
    desk.press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: desk.shows(GREEN))
    assert desk.pane.transport.play_button.accessibleName() == "Pause"
    desk.press(Qt.Key.Key_Space)
    assert not desk.playback.playing
    assert desk.pane.transport.play_button.accessibleName() == "Play"


def test_arrows_step_frames_and_seconds(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Right)
    desk.press(Qt.Key.Key_Right)
    assert desk.pane.transport.time.text().startswith("0:00.02")
    desk.press(Qt.Key.Key_Left)
    desk.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert desk.pane.transport.time.text().startswith("0:01.01")
    desk.press(Qt.Key.Key_End)
    assert desk.pane.transport.time.text().startswith("0:08.23")
    desk.press(Qt.Key.Key_Home)
    assert desk.pane.transport.time.text().startswith("0:00.00")


def test_how_fast_j_and_l_go_is_seen_beside_the_time(desk: Desk) -> None:
    transport = desk.pane.transport
    desk.press(Qt.Key.Key_L)
    desk.press(Qt.Key.Key_L)
    assert transport.speed_button.text() == "2×"
    assert transport.speed_button.accessibleName() == "Speed, 2×, without sound"
    for _press in range(3):
        desk.press(Qt.Key.Key_J)
    assert transport.speed_button.text() == "−4×"
    # Where that button has no room, it stands in place of the film's length.
    transport.speed_button.hide()
    transport.show_time("0:01.00", "0:09.00")
    assert transport.time.text() == "0:01.00 −4×"
    transport.speed_button.show()
    desk.press(Qt.Key.Key_K)
    assert transport.speed_button.text() == "1×"
    assert transport.time.text().endswith("/ 0:09.00")


def test_low_and_narrow_no_button_lies_over_the_time(qapp: QApplication, qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    transport = Transport(around)
    transport.set_low(low=True)
    transport.show_time("0:06.23", "1:59.00")
    around.resize(800, 200)
    around.show()
    qtbot.waitExposed(around)
    for width in range(transport.minimumSizeHint().width(), 700, 7):
        transport.resize(width, transport.height())
        layout = transport.layout()
        assert layout is not None
        layout.activate()
        right = transport.time.geometry().right()
        assert transport.time.width() >= transport.time.sizeHint().width(), width
        seen = (transport.loop_button, transport.speed_button, transport.play_button)
        assert all(right < each.x() for each in seen if not each.isHidden()), width


def test_a_press_on_the_bar_goes_there(desk: Desk, qtbot: QtBot) -> None:
    bar = desk.pane.seek_bar
    QTest.mouseClick(
        bar, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, bar.rect().center()
    )
    assert abs(desk.playback.position - 4.5) < 0.1
    qtbot.waitUntil(lambda: desk.shows(GREEN))


def test_buttons_play_step_loop_and_mute(desk: Desk, qtbot: QtBot) -> None:
    transport = desk.pane.transport
    transport.reach.button("shot").click()
    desk.playback.seek(65)
    transport.play_button.click()
    qtbot.waitUntil(lambda: not desk.playback.playing)
    assert desk.playback.frame == 71
    names = ["Loop shot", "Loop scene", "Loop film", "Loop off"]
    for name in names:
        transport.loop_button.click()
        assert transport.loop_button.accessibleName() == name
    volumes: list[float] = []
    transport.volume_chosen.connect(volumes.append)
    desk.press(Qt.Key.Key_M)
    desk.press(Qt.Key.Key_M)
    assert volumes == [0.0, 1.0]


def test_a_new_take_comes_on_screen_by_itself(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    make_clip(tmp_path / "new.mp4", 3.0, GREEN)
    desk.film.set_shot(desk.keys[0], stage=Stage.DRAWING, progress=0.5)
    assert desk.shows(RED)
    desk.film.made(desk.keys[0], "new.mp4", take=2)
    qtbot.waitUntil(lambda: desk.shows(GREEN))
    assert desk.surface.accessibleDescription() == "1.1 Shot 1.1, Take 2"


def test_a_moved_shot_keeps_its_picture_on_screen(desk: Desk, qtbot: QtBot) -> None:
    desk.film.document.apply("Move", [MoveShot(desk.keys[0], "s2", 1)])
    qtbot.waitUntil(lambda: desk.playback.position == 6.0)
    assert desk.shows(RED)
    assert desk.surface.accessibleDescription().startswith("2.2 Shot 1.1")


def test_the_picture_fills_the_screen_and_comes_back(desk: Desk, qtbot: QtBot) -> None:
    desk.press(Qt.Key.Key_F)
    assert desk.surface.isFullScreen()
    QTest.keyClick(desk.surface, Qt.Key.Key_Escape)
    assert not desk.surface.isWindow()
    assert desk.surface.isVisible()
    qtbot.waitUntil(lambda: desk.shows(RED))


def test_shift_i_and_o_trim_the_shot_on_screen(desk: Desk, qtbot: QtBot) -> None:
    desk.playback.seek(72 + 24)
    acts = desk.pane.window_acts()
    acts["trim_in"]()
    shot = lambda: desk.film.film.shot(desk.keys[1])  # noqa: E731
    assert shot().trim == Trim(1.0, 3.0)
    qtbot.waitUntil(lambda: desk.playback.composition.frames == 192)
    # The frame on screen stays: the shot begins with it now.
    assert desk.playback.frame == 72
    desk.playback.seek(72 + 24)
    acts["trim_out"]()
    assert shot().trim == Trim(1.0, 2.042)
    assert shot().seconds == 1.042


def test_captions_stay_at_their_pictures_where_the_beginning_is_trimmed(desk: Desk) -> None:
    key = desk.keys[1]
    said: list[dict[str, Value]] = [
        {"text": "Behind", "in": 1.5, "out": 2.5},
        {"text": "Over it", "in": 0.5, "out": 1.5},
        {"text": "Cut away", "in": 0.25, "out": 0.75},
        {"text": "To the end", "in": 2},
    ]
    desk.film.document.apply("Words", [SetField(ShotTarget(key), "captions", said)])
    before = desk.film.film.shot(key).captions
    desk.playback.seek(72 + 24)
    desk.pane.window_acts()["trim_in"]()
    shot = desk.film.film.shot(key)
    assert shot.trim == Trim(1.0, 3.0)
    # No words are thrown away: what has lost its picture begins with the shot.
    assert [(each.text, each.start, each.end) for each in shot.captions] == [
        ("Behind", 0.5, 1.5),
        ("Over it", 0.0, 0.5),
        ("Cut away", 0.0, 0.5),
        ("To the end", 1.0, None),
    ]
    desk.film.document.undo()
    assert desk.film.film.shot(key).captions == before
    desk.playback.seek(72 + 24)
    desk.pane.window_acts()["trim_out"]()
    assert desk.film.film.shot(key).captions == before


def test_a_shot_without_a_clip_cannot_be_trimmed(desk: Desk) -> None:
    desk.playback.seek(150)
    desk.pane.window_acts()["trim_in"]()
    assert desk.film.film.shot(desk.keys[2]).trim is None


def test_the_bar_of_a_shot_trims_it_by_its_grips(desk: Desk, qtbot: QtBot) -> None:
    desk.pane.transport.reach.button("shot").click()
    bar = desk.pane.trim_bar
    assert bar.isVisible()
    assert not desk.pane.seek_bar.isVisible()
    qtbot.waitUntil(lambda: bar.used.whole == 72)
    left, right = QPoint(8, 11), QPoint(round(bar.width() / 3), 11)
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=left)
    QTest.mouseMove(bar, right)
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=right)
    trim = desk.film.film.shot(desk.keys[0]).trim
    assert trim is not None
    assert abs(trim.start - 1.0) < 0.05
    assert trim.end == 3.0
    assert "of 3.00 s is used" in bar.words()


def test_i_and_o_mark_a_range_that_loops(desk: Desk) -> None:
    acts = desk.pane.window_acts()
    desk.playback.seek(12)
    acts["mark_in"]()
    desk.playback.seek(35)
    acts["mark_out"]()
    assert desk.pane.marks == Span(12, 36)
    assert desk.pane.transport.loop_button.accessibleName() == "Loop range"
    acts["unmark"]()
    assert desk.pane.marks is None
    assert desk.pane.transport.loop_button.accessibleName() == "Loop off"


def test_cuts_are_gone_to_one_by_one(desk: Desk) -> None:
    for frame in (72, 144, 144):
        desk.press(Qt.Key.Key_Down)
        assert desk.playback.frame == frame
    desk.playback.seek(150)
    for frame in (144, 72, 0, 0):
        desk.press(Qt.Key.Key_Up)
        assert desk.playback.frame == frame


def test_a_caption_is_read_where_it_belongs(desk: Desk, qtbot: QtBot) -> None:
    captions: list[dict[str, Value]] = [{"text": "Hop!", "in": 1.0, "out": 2.0}]
    desk.film.document.apply("Words", [SetField(ShotTarget(desk.keys[0]), "captions", captions)])
    desk.pane.refresh()
    desk.playback.seek(30)
    qtbot.waitUntil(lambda: desk.surface.words == "Hop!")
    desk.playback.seek(60)
    qtbot.waitUntil(lambda: desk.surface.words == "")


def test_an_empty_film_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    film = FilmOnTable(tmp_path, scenario_text([[]]))
    desk = desk_for(film.session, Selection(), AtOnce())
    pane = PlayerPane(desk)
    qtbot.addWidget(pane)
    pane.refresh()
    pane.toggle_film()
    assert not pane.playback.playing
    assert pane.surface.picture is None
    pane.close_player()


def test_every_control_has_a_name_and_a_tooltip(desk: Desk) -> None:
    for control in (*desk.pane.findChildren(QAbstractButton), *desk.pane.findChildren(QSlider)):
        assert control.accessibleName(), control


def test_several_chosen_shots_play_as_one_stretch(desk: Desk) -> None:
    desk.pane.transport.reach.button("shot").click()
    desk.selection.select_shot(desk.keys[0])
    assert desk.playback.limit() == Span(0, 72)
    desk.selection.select_shots(desk.keys[:2])
    assert desk.playback.limit() == Span(0, 144)


def test_a_clip_of_another_rate_and_one_too_short_for_its_trim_are_told(
    desk: Desk, qtbot: QtBot
) -> None:
    trim: dict[str, Value] = {"in": 1.0, "out": 4.0}
    desk.film.document.apply("Trim", [SetField(ShotTarget(desk.keys[0]), "trim", trim)])
    desk.pane.refresh()
    told = desk.surface.accessibleDescription
    qtbot.waitUntil(lambda: told() == "1.1 Shot 1.1, Take 1 · ends after 2 s, then held")
    desk.film.document.apply("Rate", [SetField(FilmTarget(), "fps", 25)])
    desk.pane.refresh()
    qtbot.waitUntil(lambda: told() == "1.1 Shot 1.1, Take 1 · 24 fps in a film of 25")


def test_a_broken_clip_that_is_replaced_is_not_called_broken_any_more(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "green.mp4").write_bytes(b"<html>Not found</html>")
    desk.selection.select_shot(desk.keys[1])
    qtbot.waitUntil(lambda: "cannot be played" in desk.surface.accessibleDescription())
    make_clip(tmp_path / "green.mp4", 3.0, GREEN)
    desk.playback.seek(75)
    qtbot.waitUntil(lambda: desk.shows(GREEN))
    assert "cannot be played" not in desk.surface.accessibleDescription()


@pytest.mark.parametrize("place", [0, 1])
def test_a_shot_that_is_deleted_while_the_film_plays_does_not_stop_it(
    desk: Desk, qtbot: QtBot, place: int
) -> None:
    on_screen, gone = desk.keys[1 - place], desk.keys[place]
    desk.selection.select_shot(gone)
    desk.playback.seek(72 * (1 - place) + 12)
    desk.pane.toggle_film()
    document = desk.film.document
    for step in (partial(document.apply, "Delete", [DeleteShot(gone)]), document.undo):
        frames, inside = desk.surface.frames, desk.playback.frame % 72
        step()
        desk.selection.select_shot(on_screen, by_edit=True)
        qtbot.waitUntil(partial(lambda far: desk.surface.frames > far, frames + 8))
        assert desk.playback.playing
        assert desk.playback.cut is not None
        assert desk.playback.cut.key == on_screen
        assert inside <= desk.playback.frame - desk.playback.cut.first
    # Whoever chooses a shot is shown it.
    desk.selection.select_shot(desk.keys[2])
    assert not desk.playback.playing
    assert desk.playback.frame == 144


def test_a_film_whose_shot_on_screen_is_deleted_plays_on_to_its_new_end(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.playback.seek(12)
    desk.pane.toggle_film()
    desk.film.document.apply("Delete", [DeleteShot(desk.keys[0])])
    qtbot.waitUntil(lambda: desk.playback.composition.frames == 144)
    assert desk.playback.playing
    assert desk.playback.limit() == Span(0, 144)
