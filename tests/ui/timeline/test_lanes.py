"""Lanes under the cards: music, voices and captions by mouse and keys, one undo step a gesture."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.media.sounds import make_sound
from tests.ui.timeline.desk import Desk
from tests.ui.timeline.film import FilmOnTable, scenario_text
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.model.scenario import AudioTrack, Caption
from topa_studio.ui.film.tally import Filter
from topa_studio.ui.look.theme import DARK, apply_theme, tokens
from topa_studio.ui.timeline.header import TimelineHeader
from topa_studio.ui.timeline.lanes.lane import Lane
from topa_studio.ui.timeline.lanes.pane import Lanes

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT = Qt.MouseButton.LeftButton
NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
HEAD = (
    "global_config:\n  audio:\n"
    "  - {file: tune.wav, start: 2, gain_db: -6.021, mood: sad} # the tune\n"
    "  - {file: said.wav, kind: voice, shot: s1__1.2, start: 1, name: Hello}\n"
)
CAPTIONS = (
    '        title: "Shot 1.2"\n        captions:\n'
    "        - {text: Look!, in: 1, out: 2}\n        - {text: A kite, in: 4, out: 7}\n"
)


class Table(Desk):
    """A timeline with lanes, and a hand that works on them."""

    @property
    def lanes(self) -> Lanes:
        return self.pane.lanes

    def tracks(self) -> tuple[AudioTrack, ...]:
        return self.film.film.film.audio

    def captions(self, place: int) -> tuple[Caption, ...]:
        return self.film.film.shots()[place].captions

    def at(self, lane: Lane, frame: int, y: int | None = None) -> QPoint:
        scale = lane.scale
        assert scale is not None
        return QPoint(scale.x_of(frame), lane.height() // 2 if y is None else y)

    def pull(
        self, lane: Lane, start: QPoint, end: QPoint, held: Qt.KeyboardModifier = NONE
    ) -> None:
        self.take(lane, start, end, held)
        QTest.mouseRelease(lane, LEFT, held, end)

    def take(
        self, lane: Lane, start: QPoint, end: QPoint, held: Qt.KeyboardModifier = NONE
    ) -> None:
        """A drag that is not let go yet."""
        QTest.mouseMove(lane, start)
        QTest.mousePress(lane, LEFT, held, start)
        for step in range(1, 5):
            at = start + (end - start) * step / 4
            move = QPointF(at)
            event = QMouseEvent(
                QEvent.Type.MouseMove, move, lane.mapToGlobal(move), Qt.MouseButton.NoButton,
                LEFT, held,
            )  # fmt: skip
            QApplication.sendEvent(lane, event)

    def move(
        self, lane: Lane, first: int, to: int, held: Qt.KeyboardModifier, off: int = 0
    ) -> None:
        """Drag the body of what begins at a frame, so that it begins at another."""
        start = self.at(lane, first) + QPoint(30, 0)
        self.pull(lane, start, self.at(lane, to) + QPoint(30 + off, 0), held)

    def key(self, lane: Lane, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(lane, key, held)

    def steps(self) -> int:
        return len(self.film.edits)


Making = Callable[[str], Table]


@pytest.fixture
def made(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Making]:
    apply_theme(qapp, DARK)
    make_sound(tmp_path / "tune.wav", 12.0)
    make_sound(tmp_path / "said.wav", 3.0)
    tables: list[Table] = []

    def make(text: str) -> Table:
        table = Table(qtbot, FilmOnTable(tmp_path, text))
        table.pane.resize(1600, 460)
        qtbot.waitUntil(lambda: not table.lanes.waves.is_busy)
        tables.append(table)
        return table

    yield make
    for table in tables:
        table.thumbnails.close()
        table.lanes.close()


@pytest.fixture
def table(made: Making) -> Table:
    text = scenario_text([[5, 6, 4], [5, 5], [3]])
    return made(HEAD + text.replace('        title: "Shot 1.2"\n', CAPTIONS))


# What is there.


def test_lanes_lie_on_the_line_of_the_cards(table: Table) -> None:
    tune, said = table.lanes.music.boxes[0], table.lanes.voices.boxes[0]
    assert (tune.first, tune.last) == (48, 14 * 24)
    assert (said.first, said.last) == (6 * 24, 9 * 24)
    rect = table.lanes.voices.box_rect(said)
    card = table.view.card_rect(1)
    assert rect.left() == pytest.approx(card.left() + card.width() / 6, abs=1)
    assert table.lanes.music.y() > table.lanes.captions.y() > table.lanes.voices.y()
    assert table.lanes.voices.y() > table.view.viewport().geometry().bottom()


def test_a_film_without_any_has_only_the_buttons(made: Making) -> None:
    table = made(scenario_text([[5]]))
    assert not any(table.lanes.lane(kind).isVisible() for kind in ("voice", "caption", "music"))
    header = table.pane.header
    assert not header.lanes.isVisible()
    assert header.add_music.isVisible()
    assert header.add_caption.isVisible()


def test_the_header_offers_nothing_before_the_film_has_said_what_there_is(qtbot: QtBot) -> None:
    header = TimelineHeader()
    qtbot.addWidget(header)
    header.resize(1600, 44)
    header.show()
    offers = [header.lanes.button(kind) for kind in ("voice", "caption", "music")]
    assert not any(button.isVisible() for button in (*offers, header.refresh, header.panels))


def test_pills_count_and_hide_the_lanes_and_a_filter_hides_all(table: Table) -> None:
    pills = table.pane.header.lanes
    assert [pills.button(k).text() for k in ("voice", "caption", "music")] == [
        "Voices 1", "Captions 2", "Music 1",
    ]  # fmt: skip
    before = table.view.frame_area().height()
    pills.button("music").click()
    assert not table.lanes.music.isVisible()
    assert table.view.frame_area().height() > before
    pills.button("music").click()
    assert table.lanes.music.isVisible()
    table.pane.filters.show([Filter.MISSING])
    assert not table.lanes.captions.isVisible()
    assert not pills.button("caption").isEnabled()
    says = "Captions 2: not shown while only some shots are"
    assert pills.button("caption").toolTip() == says
    table.pane.filters.show([])
    assert table.lanes.captions.isVisible()
    table.pane.filters.narrow("Needs you", [])
    assert pills.button("caption").accessibleName() == says
    table.pane.filters.widen()
    assert pills.button("caption").isEnabled()
    assert pills.button("caption").toolTip() == "Show the lane: Captions 2"


def test_a_screen_reader_hears_what_a_track_is(table: Table) -> None:
    music = table.lanes.music
    QTest.mouseClick(music, LEFT, NONE, table.at(music, 100))
    assert music.accessibleDescription() == "Music, tune.wav, starts at 0:02.00, 50 percent"
    table.pull(music, table.at(music, 100), table.at(music, 100 + 15 * 24 - 48))
    assert "starts with scene 2, 50 percent" in music.accessibleDescription()


def test_a_file_that_is_missing_or_no_sound_says_so(made: Making, tmp_path: Path) -> None:
    (tmp_path / "page.mp3").write_text("<html>")
    table = made(
        "global_config:\n  audio: [{file: gone.mp3}, {file: page.mp3, start: 9}]\n"
        + scenario_text([[5, 5, 5]])
    )
    music = table.lanes.music
    told = []
    for box in music.boxes:
        music.choose(box.name)
        told.append(music.accessibleDescription())
    assert "the file is missing" in told[0]
    assert "cannot be read as sound" in told[1]


def test_a_sound_that_was_missing_is_seen_once_the_user_comes_back(
    made: Making, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("topa_studio.ui.small_pictures.waves._RECHECK_SECONDS", -1.0)
    table = made("global_config:\n  audio: [{file: gone.wav}]\n" + scenario_text([[5, 5]]))
    music = table.lanes.music
    music.choose(music.boxes[0].name)
    assert "the file is missing" in music.accessibleDescription()
    make_sound(tmp_path / "gone.wav", 2.0)
    QApplication.sendEvent(table.view.viewport(), QEvent(QEvent.Type.WindowActivate))
    qtbot.waitUntil(lambda: "missing" not in music.accessibleDescription(), timeout=60_000)


# Music by mouse.


def test_a_drag_is_one_step_and_undo_takes_it_back(table: Table) -> None:
    music, text = table.lanes.music, table.film.document.text
    table.move(music, 48, 108, ALT)
    assert table.steps() == 1
    (tune, said) = table.tracks()
    assert tune.start == pytest.approx(2 + 60 / 24, abs=0.1)
    assert said == AudioTrack("said.wav", 1, kind="voice", shot="s1__1.2", name="Hello")
    assert "mood: sad} # the tune" in table.film.document.text
    table.film.document.undo()
    assert table.film.document.text == text
    assert music.boxes[0].first == 48


def test_a_caption_behind_the_end_of_its_trimmed_shot_is_told_as_not_read(table: Table) -> None:
    lane = table.lanes.captions
    assert not any(box.lost for box in lane.boxes)
    key = table.keys[1]
    table.desk.apply("Trim", SetField(ShotTarget(key), "trim", {"in": 0, "out": 3}))
    assert [(box.words, box.lost) for box in lane.boxes] == [("Look!", False), ("A kite", True)]
    assert lane.sentence(lane.boxes[1]).endswith("not read, as it begins behind its shot's end")
    assert not lane.sentence(lane.boxes[0]).endswith("end")


def test_a_caption_that_is_written_far_behind_stays_in_sight(table: Table) -> None:
    bar = table.view.horizontalScrollBar()
    table.pane.header.set_zoom(90)
    bar.setValue(bar.maximum())
    lane = table.lanes.captions
    frames = table.film.session.composition().frames
    table.lanes.write_caption(frames - 30)
    assert lane.editor is not None
    QTest.keyClicks(lane.editor, "Good night")
    QTest.keyClick(lane.editor, Qt.Key.Key_Return)
    assert bar.value() == bar.maximum() > 0
    box = lane.box(lane.chosen)
    assert box is not None
    assert box.words == "Good night"


def test_near_a_shot_it_begins_with_it_and_says_so(table: Table) -> None:
    music = table.lanes.music
    start, end = table.at(music, 100), table.at(music, 100 + 5 * 24 - 48) + QPoint(5, 0)
    table.take(music, start, end)
    assert table.view.guide == table.at(music, 5 * 24).x()
    line = QPoint(table.view.guide, table.view.frame_area().center().y())
    assert table.colour(line) == tokens().accent
    label = table.lanes._label
    assert (label.isVisible(), label.text()) == (True, "0:05.00 · with shot 1.2")
    QTest.mouseRelease(music, LEFT, NONE, end)
    assert (table.tracks()[0].shot, table.tracks()[0].start) == ("s1__1.2", 0)
    assert not label.isVisible()
    assert table.view.guide is None


def test_with_alt_it_holds_on_to_nothing(table: Table) -> None:
    music = table.lanes.music
    start, end = table.at(music, 100), table.at(music, 100 + 5 * 24 - 48) + QPoint(5, 0)
    table.pull(music, start, end, ALT)
    assert table.tracks()[0].shot is None
    assert table.tracks()[0].start > 5


def test_it_holds_on_to_the_playhead(table: Table) -> None:
    music = table.lanes.music
    table.selection.move_playhead(3.0)
    table.move(music, 48, 72, NONE, off=4)
    assert (table.tracks()[0].start, table.tracks()[0].shot) == (3, None)


def test_escape_gives_a_drag_up(table: Table) -> None:
    music = table.lanes.music
    table.take(music, table.at(music, 100), table.at(music, 200))
    table.key(music, Qt.Key.Key_Escape)
    QTest.mouseRelease(music, LEFT, NONE, table.at(music, 200))
    assert table.film.edits == []
    assert music.box_rect(music.boxes[0]).left() == table.at(music, 48).x()


def test_edges_trim_what_is_heard_and_leave_it_where_it_is(table: Table) -> None:
    music = table.lanes.music
    rect = music.box_rect(music.boxes[0])
    table.pull(music, QPoint(rect.left() + 1, 30), QPoint(table.at(music, 96).x() + 1, 30), ALT)
    tune = table.tracks()[0]
    assert (tune.start, tune.begin) == (4, 2)
    rect = music.box_rect(music.boxes[0])
    table.pull(music, QPoint(rect.right(), 30), QPoint(table.at(music, 240).x() - 1, 30), ALT)
    tune = table.tracks()[0]
    assert tune.end == pytest.approx(8, abs=0.1)
    assert table.steps() == 2
    # Drawn out as far as it goes, it ends with its file.
    rect = music.box_rect(music.boxes[0])
    table.pull(music, QPoint(rect.right(), 30), QPoint(rect.right() + 600, 30), ALT)
    assert table.tracks()[0].end is None


def test_white_knobs_are_fades(table: Table) -> None:
    music = table.lanes.music
    QTest.mouseClick(music, LEFT, NONE, table.at(music, 100))
    rect = music.box_rect(music.boxes[0])
    knob = QPoint(rect.left() + 5, rect.top() + 4)
    table.pull(music, knob, QPoint(table.at(music, 96).x(), rect.top() + 4))
    assert table.tracks()[0].fade_in == pytest.approx(2, abs=0.15)
    knob = QPoint(rect.right() - 4, rect.top() + 4)
    table.pull(music, knob, QPoint(table.at(music, 14 * 24 - 72).x(), rect.top() + 4))
    assert table.tracks()[0].fade_out == pytest.approx(3, abs=0.15)
    assert table.steps() == 2


def test_alt_and_the_wheel_make_it_louder_as_one_step(table: Table) -> None:
    music = table.lanes.music
    at = QPointF(table.at(music, 100))
    for _turn in range(2):
        event = QWheelEvent(
            at, music.mapToGlobal(at), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, ALT,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(music, event)
    assert "60 percent" in music.accessibleDescription()
    assert table.tracks()[0].gain_db == pytest.approx(-4.437, abs=0.001)
    table.film.document.undo()
    assert table.tracks()[0].gain_db == -6.021


# Keys.


def test_keys_move_mute_fade_and_remove_it(table: Table) -> None:
    music = table.lanes.music
    music.setFocus(Qt.FocusReason.TabFocusReason)
    assert music.chosen == ("", 0)
    table.key(music, Qt.Key.Key_Right)
    table.key(music, Qt.Key.Key_Right, SHIFT)
    assert table.tracks()[0].start == pytest.approx(2 + 25 / 24, abs=0.001)
    table.key(music, Qt.Key.Key_Plus)
    assert "55 percent" in music.accessibleDescription()
    table.key(music, Qt.Key.Key_Minus)
    table.key(music, Qt.Key.Key_BracketLeft)
    table.key(music, Qt.Key.Key_BracketRight)
    table.key(music, Qt.Key.Key_BracketRight)
    assert (table.tracks()[0].fade_in, table.tracks()[0].fade_out) == (0.25, 0.5)
    table.key(music, Qt.Key.Key_M)
    assert table.tracks()[0].mute
    assert "muted" in music.accessibleDescription()
    table.key(music, Qt.Key.Key_Delete)
    assert [track.file for track in table.tracks()] == ["said.wav"]
    while table.film.document.undo():
        pass
    assert table.tracks()[0] == AudioTrack("tune.wav", 2, -6.021)


def test_tab_goes_from_lane_to_lane(table: Table) -> None:
    voices = table.lanes.voices
    voices.setFocus(Qt.FocusReason.TabFocusReason)
    met = []
    for _press in range(6):
        met.append(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    lanes = [widget for widget in met if isinstance(widget, Lane)]
    assert lanes == [voices, table.lanes.captions, table.lanes.music]


def test_a_voice_stays_in_the_shot_that_it_is_dragged_to(table: Table) -> None:
    voices = table.lanes.voices
    table.pull(voices, table.at(voices, 150), table.at(voices, 150 + 11 * 24), ALT)
    said = table.tracks()[1]
    assert said.shot == "s2__2.1"
    assert said.start == pytest.approx(2, abs=0.15)


def test_a_film_to_look_at_only_is_not_changed(made: Making) -> None:
    table = made(HEAD + scenario_text([[5, 6, 4]]))
    table.film.read_only = True
    music = table.lanes.music
    table.pull(music, table.at(music, 100), table.at(music, 200), ALT)
    table.key(music, Qt.Key.Key_Delete)
    assert table.film.edits == []


def test_the_loudspeaker_mutes_the_lane_for_the_window_and_changes_no_film(table: Table) -> None:
    table.lanes.music.label.mute.click()
    assert table.selection.muted == {"music"}
    table.lanes.music.label.mute.click()
    assert table.selection.muted == frozenset()
    assert table.film.edits == []


# Captions.


def test_a_double_click_writes_a_caption_where_it_is(table: Table) -> None:
    lane = table.lanes.captions
    at = table.at(lane, 11 * 24 + 36)
    QTest.mouseDClick(lane, LEFT, NONE, at)
    editor = lane.editor
    assert editor is not None
    QTest.keyClicks(editor, "Who is there?")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    (caption,) = table.captions(2)
    assert caption.text == "Who is there?"
    assert (caption.start, caption.end) == pytest.approx((1.5, 3.5), abs=0.1)
    assert table.steps() == 1
    assert lane.chosen == ("s1__1.3", 0)


def test_escape_writes_none(table: Table) -> None:
    lane = table.lanes.captions
    QTest.mouseDClick(lane, LEFT, NONE, table.at(lane, 300))
    assert lane.editor is not None
    QTest.keyClicks(lane.editor, "Nothing")
    QTest.keyClick(lane.editor, Qt.Key.Key_Escape)
    assert table.film.edits == []


def test_words_are_changed_in_place_and_empty_ones_go(table: Table) -> None:
    lane = table.lanes.captions
    QTest.mouseDClick(lane, LEFT, NONE, table.at(lane, 156))
    assert lane.editor is not None
    assert lane.editor.toPlainText() == "Look!"
    QTest.keyClicks(lane.editor, "See!")
    QTest.keyClick(lane.editor, Qt.Key.Key_Return, SHIFT)
    QTest.keyClicks(lane.editor, "There")
    QTest.keyClick(lane.editor, Qt.Key.Key_Return)
    assert table.captions(1)[0] == Caption("See!\nThere", 1, 2)
    table.key(lane, Qt.Key.Key_Return)
    assert lane.editor is not None
    lane.editor.clear()
    QTest.keyClick(lane.editor, Qt.Key.Key_Return)
    assert [caption.text for caption in table.captions(1)] == ["A kite"]


def test_a_caption_is_dragged_by_its_edges_and_over_the_cut(table: Table) -> None:
    lane = table.lanes.captions
    box = lane.boxes[1]
    rect = lane.box_rect(box)
    table.pull(lane, QPoint(rect.right() - 1, 15), QPoint(table.at(lane, 13 * 24).x(), 15), ALT)
    assert table.captions(1)[1].end == pytest.approx(8, abs=0.1)
    rect = lane.box_rect(lane.boxes[1])
    table.pull(lane, rect.center(), rect.center() + QPoint(table.at(lane, 360).x()
               - table.at(lane, 264).x(), 0), ALT)  # fmt: skip
    assert [caption.text for caption in table.captions(1)] == ["Look!"]
    moved = [c for place in (2, 3) for c in table.captions(place)]
    assert [caption.text for caption in moved] == ["A kite"]
    assert table.steps() == 2
    table.film.document.undo()
    assert [caption.text for caption in table.captions(1)] == ["Look!", "A kite"]


def test_a_caption_of_the_whole_shot_is_a_box_too(made: Making) -> None:
    text = scenario_text([[5, 6]]).replace(
        '        title: "Shot 1.1"\n', '        title: "Shot 1.1"\n        caption: Hi\n'
    )
    table = made(text)
    lane = table.lanes.captions
    (box,) = lane.boxes
    assert (box.first, box.last, box.words) == (0, 120, "Hi")
    rect = lane.box_rect(box)
    card = table.view.card_rect(0)
    assert (rect.left(), rect.right() + 1) == (card.left(), card.right() + 1)
    table.pull(lane, QPoint(rect.right() - 1, 15), QPoint(table.at(lane, 72).x(), 15), ALT)
    shot = table.film.film.shots()[0]
    assert shot.caption == ""
    (caption,) = shot.captions
    assert (caption.text, caption.start) == ("Hi", 0)
    assert caption.end == pytest.approx(3, abs=0.1)
    table.key(lane, Qt.Key.Key_Delete)
    assert table.film.film.shots()[0].captions == ()


def test_a_drag_paints_what_is_in_sight_only(made: Making) -> None:
    scenes = [[5] * 10 for _ in range(40)]
    text = scenario_text(scenes)
    for scene in range(1, 41):
        old = f'        title: "Shot {scene}.1"\n'
        text = text.replace(old, f"{old}        captions: [{{text: x, in: 1, out: 2}}]\n")
    table = made(text)
    lane = table.lanes.captions
    assert len(lane.boxes) == 40
    before = lane.painted
    table.pull(lane, table.at(lane, 36), table.at(lane, 80), ALT)
    lane.grab()
    assert lane.painted - before < 40
    assert table.steps() == 1


def test_an_edit_elsewhere_leaves_the_chosen_track_chosen(table: Table) -> None:
    music = table.lanes.music
    QTest.mouseClick(music, LEFT, NONE, table.at(music, 100))
    table.desk.apply("Title", SetField(ShotTarget("s1__1.1"), "title", "New"))
    assert music.chosen == ("", 0)


def test_a_track_whose_shot_is_gone_says_so(made: Making) -> None:
    table = made(
        "global_config:\n  audio: [{file: tune.wav, shot: nobody}]\n" + scenario_text([[5, 5]])
    )
    music = table.lanes.music
    music.choose(("", 0))
    assert "its shot is not in the film" in music.accessibleDescription()


def test_a_drag_to_the_end_of_the_lane_scrolls(made: Making) -> None:
    table = made(HEAD + scenario_text([[5] * 6 for _ in range(6)]))
    music, bar = table.lanes.music, table.view.horizontalScrollBar()
    table.take(music, table.at(music, 100), QPoint(music.width() - 5, 20), ALT)
    assert bar.value() > 0
    QTest.mouseRelease(music, LEFT, ALT, QPoint(music.width() - 5, 20))
    assert table.tracks()[0].start > 20


# What lies under something else.


EARLY = (
    '        title: "Shot 1.1"\n        captions:\n'
    "        - {text: One, in: 1, out: 1.8}\n        - {text: Two, in: 1.8, out: 2.6}\n"
)


def test_what_lies_at_the_start_of_the_film_is_seen_and_reached(made: Making) -> None:
    text = scenario_text([[8, 6, 8], [8, 8]]).replace('        title: "Shot 1.1"\n', EARLY)
    table = made(text)
    lane = table.lanes.captions
    for box in lane.boxes:
        rect = lane.box_rect(box)
        assert not lane.label.geometry().intersects(rect)
        assert lane.childAt(rect.center()) is None
    QTest.mouseDClick(lane, LEFT, NONE, lane.box_rect(lane.boxes[0]).center())
    assert lane.editor is not None
    assert lane.editor.toPlainText() == "One"
    lane.editor.finish(keep=False)
    # Where nothing lies, the label says its word, and the mouse works the lane through it.
    table.pane.header.set_zoom(90)
    table.view.horizontalScrollBar().setValue(table.view.strip().card(0).right)
    assert lane.label.width() > 60
    table.view.horizontalScrollBar().setValue(0)
    assert lane.label.width() < 30


def test_tracks_at_the_same_time_are_in_rows_and_each_is_reached(made: Making) -> None:
    tracks = "".join(f"  - {{file: tune.wav, start: {n}, name: T{n}}}\n" for n in range(3))
    table = made(f"global_config:\n  audio:\n{tracks}" + scenario_text([[5, 6, 4], [5]]))
    music = table.lanes.music
    rects = [music.box_rect(box) for box in music.boxes]
    assert not any(one.intersects(two) for one in rects for two in rects if one is not two)
    assert all(music.rect().contains(rect, True) and rect.height() >= 14 for rect in rects)
    for box, rect in zip(music.boxes, rects, strict=True):
        QTest.mouseClick(music, LEFT, NONE, rect.center())
        assert music.chosen == box.name
    table.pull(music, rects[0].center(), rects[0].center() + QPoint(40, 0), ALT)
    assert table.tracks()[0].start > 0.5
    for _track in range(2):
        table.key(music, Qt.Key.Key_Delete)
        music.choose(music.boxes[0].name)
    assert music.box_rect(music.boxes[0]).height() > 2 * rects[0].height()


def test_one_box_is_chosen_over_all_lanes(made: Making) -> None:
    table = made(HEAD + scenario_text([[5, 6, 4], [5]]))
    music, lane = table.lanes.music, table.lanes.captions
    QTest.mouseClick(music, LEFT, NONE, table.at(music, 100))
    assert music.chosen is not None
    table.lanes.write_caption(300)
    assert lane.editor is not None
    QTest.keyClicks(lane.editor, "Late")
    QTest.keyClick(lane.editor, Qt.Key.Key_Return)
    assert lane.chosen is not None
    assert music.chosen is None


def test_both_buttons_stay_while_there_is_room(table: Table) -> None:
    header = table.pane.header
    assert header.lanes.button("caption").isVisible()
    assert header.add_music.isVisible()
    assert header.add_caption.isVisible()


def test_captions_are_hidden_and_sounds_are_muted_in_words_too(table: Table) -> None:
    lanes = table.lanes
    assert lanes.music.label.mute.toolTip() == "Mute Music in this window"
    assert lanes.captions.label.mute.toolTip() == "Hide Captions in the player"
    lanes.captions.label.mute.click()
    assert lanes.captions.label.mute.toolTip() == "Show Captions in the player"


def menu_of(lane: Lane, words: str) -> QAction:
    """A row of the menu that is open over a lane."""
    (menu,) = [menu for menu in lane.findChildren(QMenu) if menu.isVisible()]
    menu.hide()
    return next(row for row in menu.actions() if row.text().startswith(words))


def ask_menu(lane: Lane, at: QPoint) -> None:
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(lane, QContextMenuEvent(reason, at, lane.mapToGlobal(at)))


def test_music_is_made_a_voice_and_a_voice_music_in_one_step(table: Table) -> None:
    music, voices, before = table.lanes.music, table.lanes.voices, table.tracks()
    ask_menu(music, table.at(music, 100))
    menu_of(music, "Make it a voice").trigger()
    assert table.tracks()[0] == replace(before[0], kind="voice", shot="s1__1.1")
    assert len(voices.boxes) == 2
    assert not music.isVisible()
    assert table.steps() == 1
    said = voices.box_rect(voices.boxes[1])
    ask_menu(voices, said.center())
    menu_of(voices, "Make it music").trigger()
    assert table.tracks()[1] == replace(before[1], kind="music")
    ask_menu(music, music.box_rect(music.boxes[0]).center())
    menu_of(music, "Take it out").trigger()
    assert len(table.tracks()) == 1


def test_music_dragged_to_the_voices_is_a_voice_in_one_step(table: Table) -> None:
    music, voices = table.lanes.music, table.lanes.voices
    start = table.at(music, 48) + QPoint(30, 0)
    over = start + QPoint(0, voices.y() - music.y())
    table.take(music, start, over, ALT)
    shown = voices.grab().toImage()
    QTest.mouseRelease(music, LEFT, ALT, over)
    tune = table.tracks()[0]
    assert (tune.kind, tune.shot, tune.start) == ("voice", "s1__1.1", pytest.approx(2, abs=0.05))
    assert [box.place for box in voices.boxes] == [0, 1]
    assert voices.chosen == ("", 0)
    assert music.chosen is None
    assert table.steps() == 1
    # It was seen in the other lane before it was let go.
    music.choose(None)
    assert shown != voices.grab().toImage()
    table.film.document.undo()
    assert (table.tracks()[0].kind, table.tracks()[0].shot) == ("music", None)
    table.move(music, 48, 96, ALT)
    assert table.tracks()[0].kind == "music"


def test_a_voice_dragged_down_is_music_though_that_lane_was_empty_or_hidden(made: Making) -> None:
    table = made(
        "global_config:\n  audio:\n  - {file: said.wav, kind: voice, shot: s1__1.1}\n"
        + scenario_text([[5, 6]])
    )
    music, voices = table.lanes.music, table.lanes.voices
    assert not music.isVisible()
    start = table.at(voices, 0) + QPoint(30, 0)
    below = start + QPoint(0, voices.height())
    table.take(voices, start, below, ALT)
    assert music.isVisible()
    table.key(voices, Qt.Key.Key_Escape)
    assert not music.isVisible()
    QTest.mouseRelease(voices, LEFT, ALT, below)
    assert table.steps() == 0
    table.pane.hide_lane("music")
    table.pull(voices, start, below, ALT)
    assert table.tracks()[0].kind == "music"
    assert music.isVisible()
    assert table.pane.header.lanes.button("music").isChecked()
    assert not voices.isVisible()


def test_a_caption_that_is_written_brings_its_hidden_lane_and_pill_back(table: Table) -> None:
    table.pane.hide_lane("caption")
    table.lanes.write_caption(300)
    assert table.lanes.captions.isVisible()
    assert table.pane.header.lanes.button("caption").isChecked()


def test_the_row_of_keys_teaches_those_of_the_lane_with_the_keyboard(table: Table) -> None:
    hints = table.pane.hints
    cards = hints.accessibleDescription()
    assert "Enter: play shot" in cards
    table.lanes.music.setFocus(Qt.FocusReason.TabFocusReason)
    assert "+ -: louder, quieter" in hints.accessibleDescription()
    assert "play shot" not in hints.accessibleDescription()
    table.lanes.captions.setFocus(Qt.FocusReason.TabFocusReason)
    assert "louder" not in hints.accessibleDescription()
    assert "Enter: change" in hints.accessibleDescription()
    table.view.setFocus()
    assert hints.accessibleDescription() == cards
