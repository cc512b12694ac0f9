"""Music and captions come into the real window by a drop, a dialog and fields; undo takes all."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from tests.media.sounds import make_sound
from tests.support.small_film import small_film
from tests.support.window import studio, until
from tests.support.work import TWO_SCENES, Key, Run, Work, on
from topa_studio.model.scenario import AudioTrack, Caption, Transition
from topa_studio.ui.film.tally import Filter
from topa_studio.ui.timeline.lanes.track_page import TrackPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
LEFT = Qt.MouseButton.LeftButton


def drop(on_widget: QWidget, at: QPoint, *files: Path) -> bool:
    """Drag files over a widget and let them go; whether it takes them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    taken = False
    for kind in (QDragEnterEvent, QDropEvent):
        place = at if kind is QDragEnterEvent else QPointF(at)
        event = kind(place, Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)  # type: ignore[arg-type]
        event.ignore()
        QApplication.sendEvent(on_widget, event)
        taken = event.isAccepted()
    return taken


def tracks(work: Work) -> tuple[AudioTrack, ...]:
    return work.window.session.film.film.audio


def told(work: Work) -> str:
    return work.window.notice_bar.text


async def undone(work: Work, steps: int) -> None:
    """So many undo steps bring the very bytes back."""
    for _step in range(steps):
        work.window.desk.undo()
        await work.window.desk.settled()
    await until(lambda: work.text == work.before)


def test_a_dropped_song_is_copied_into_the_film_and_lies_at_the_playhead(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    song = make_sound(tmp_path / "Up the hill.ogg", 3.0)

    async def main(work: Work) -> None:
        work.window.selection.move_playhead(4.0)
        assert drop(work.window, QPoint(300, 200), song)
        await until(lambda: tracks(work))
        assert tracks(work) == (AudioTrack("sound/Up the hill.ogg", 4.0),)
        assert (work.file.parent / "sound" / "Up the hill.ogg").read_bytes() == song.read_bytes()
        lanes = work.window.timeline.lanes
        await until(lambda: lanes.music.isVisible() and not lanes.waves.is_busy)
        (box,) = lanes.music.boxes
        assert (box.first, box.last) == (96, 168)
        # On a lane it lies where it was let go.
        scale = lanes.music.scale
        assert scale is not None
        assert drop(lanes.music, QPoint(scale.x_of(216), 20), song)
        await until(lambda: len(tracks(work)) == 2)
        assert tracks(work)[1] == AudioTrack("sound/Up the hill.ogg", 9.0)
        await undone(work, 2)

    qrun(on(qapp, tmp_path, TWO_SCENES, main))


def test_what_is_dropped_on_the_lane_of_voices_is_a_voice_of_its_shot(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    said = make_sound(tmp_path / "said.wav", 1.0)
    text = TWO_SCENES.replace(
        "title: Two\n", "title: Two\nglobal_config: {audio: [{file: a.mp3, kind: voice}]}\n"
    )

    async def main(work: Work) -> None:
        voices = work.window.timeline.lanes.voices
        await until(voices.isVisible)
        scale = voices.scale
        assert scale is not None
        assert drop(voices, QPoint(scale.x_of(216), 20), said)
        await until(lambda: len(tracks(work)) == 2)
        assert tracks(work)[1] == AudioTrack("sound/said.wav", 1.0, kind="voice", shot="1__2")

    qrun(on(qapp, tmp_path, text, main))


def test_what_is_no_song_is_told_and_the_film_stays(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    page = tmp_path / "page.mp3"
    page.write_text("<html>404</html>")

    async def main(work: Work) -> None:
        assert drop(work.window, QPoint(300, 200), page)
        await until(lambda: "page.mp3" in told(work))
        assert tracks(work) == ()
        assert work.text == work.before
        # Neither is a picture, which belongs on a shot: that is told, too.
        assert drop(work.window, QPoint(300, 200), tmp_path / "picture.png")
        await until(lambda: "picture.png means nothing there" in told(work))
        assert work.text == work.before

    qrun(on(qapp, tmp_path, TWO_SCENES, main))


def test_dropped_subtitles_say_how_many_came_and_what_was_left_out(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    file = tmp_path / "words.srt"
    file.write_text(
        "1\n00:00:01,000 --> 00:00:03,000\nHello\n\n2\n00:00:09,000 --> 00:00:10,000\nSea\n\n"
        "3\n00:01:00,000 --> 00:01:02,000\nToo late\n\n"
        "4\n00:00:61,000 --> 00:00:62,000\nLost\n",
        encoding="utf-8",
    )

    async def main(work: Work) -> None:
        assert drop(work.window, QPoint(300, 200), file)
        await until(lambda: "Too late" in told(work))
        assert "2 captions came from words.srt" in told(work)
        assert "1 has times that cannot be read and was left out (line 14)." in told(work)
        one, two = work.window.session.film.shots()
        assert (one.captions, two.captions) == ((Caption("Hello", 1, 3),), (Caption("Sea", 1, 2),))
        await until(work.window.timeline.lanes.captions.isVisible)
        await undone(work, 1)

    qrun(on(qapp, tmp_path, TWO_SCENES, main))


def test_the_button_asks_for_a_file_and_double_click_opens_its_fields(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        window, folder = work.window, work.file.parent
        song = make_sound(folder / "music" / "waltz.wav", 6.0)
        QTest.mouseClick(window.timeline.header.add_music, LEFT)
        await until(lambda: window.findChildren(QFileDialog))
        (dialog,) = window.findChildren(QFileDialog)
        name = dialog.findChild(QLineEdit)
        assert name is not None
        name.setText(str(song))
        QTest.keyClick(name, Key.Key_Return)
        await until(lambda: tracks(work))
        assert tracks(work) == (AudioTrack("music/waltz.wav", 0.0),)
        assert not (folder / "sound").exists()
        music = window.timeline.lanes.music
        await until(lambda: music.isVisible() and not window.timeline.lanes.waves.is_busy)
        QTest.mouseDClick(music, LEFT, pos=music.box_rect(music.boxes[0]).center())
        await until(lambda: window.findChildren(TrackPage))
        (page,) = window.findChildren(TrackPage)
        assert page.isVisible()
        QTest.keyClicks(page.name, "The waltz")
        QTest.keyClick(page.name, Key.Key_Return)
        page.loud.setFocus()
        page.loud.selectAll()
        QTest.keyClicks(page.loud, "50")
        QTest.keyClick(page.loud, Key.Key_Return)
        page.fade_in.selectAll()
        QTest.keyClicks(page.fade_in, "1,5")
        QTest.keyClick(page.fade_in, Key.Key_Return)
        page.mute.click()
        page.kind.button("voice").click()
        await until(lambda: tracks(work)[0].kind == "voice")
        expected = AudioTrack(
            "music/waltz.wav", 0.0, -6.021, fade_in=1.5, kind="voice", mute=True, name="The waltz"
        )
        await until(lambda: tracks(work)[0] == expected)
        assert page.isVisible()
        assert window.timeline.lanes.voices.isVisible()
        window.desk.undo()
        await until(lambda: tracks(work)[0].kind == "music")

    qrun(on(qapp, tmp_path, TWO_SCENES, main))


def test_the_menu_writes_a_caption_at_the_playhead(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        window = work.window
        window.selection.move_playhead(9.0)
        window.commands.do("add_caption")
        lane = window.timeline.lanes.captions
        await until(lambda: lane.editor is not None)
        editor = lane.editor
        assert editor is not None
        assert editor.isVisible()
        QTest.keyClicks(editor, "A gull!")
        QTest.keyClick(editor, Key.Key_Return)
        await until(lambda: window.session.film.shots()[1].captions)
        assert window.session.film.shots()[1].captions == (Caption("A gull!", 1, 3),)
        await until(lane.isVisible)
        await undone(work, 1)
        await until(lambda: not lane.isVisible())

    qrun(on(qapp, tmp_path, TWO_SCENES, main))


def test_where_no_lane_can_be_shown_it_is_told_why(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    song = make_sound(tmp_path / "Up the hill.ogg", 3.0)

    async def main(work: Work) -> None:
        window = work.window
        window.timeline.set_room(low=True, compact=True)
        window.commands.do("add_caption")
        assert window.timeline.lanes.captions.editor is None  # nobody would see it
        lies = "Music and captions lie in lanes under the cards"
        assert told(work) == f"{lies}: not shown, the window is too low."
        window.notice_bar.next()
        window.timeline.set_room(low=False, compact=False)
        window.timeline.filters.show([Filter.MISSING])
        assert drop(window, QPoint(300, 200), song)
        await until(lambda: tracks(work))
        await until(lambda: told(work) == f"{lies}: not shown while only some shots are.")
        window.timeline.filters.show([])
        await until(window.timeline.lanes.music.isVisible)

    qrun(on(qapp, tmp_path, TWO_SCENES, main))


def test_how_a_shot_plays_is_chosen_in_the_inspector(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        work.window.selection.select_shot("1__2")
        plays = work.window.inspector.shot.plays
        film = work.window.session

        plays.transition.button("dissolve").click()
        await until(lambda: film.film.shot("1__2").transition == Transition("dissolve", 1))
        assert plays.seconds.isVisible()
        plays.seconds.setFocus()
        plays.seconds.selectAll()
        QTest.keyClicks(plays.seconds, "0.5")
        QTest.keyClick(plays.seconds, Key.Key_Return)
        await until(lambda: film.film.shot("1__2").transition == Transition("dissolve", 0.5))
        plays.sound.button("quieter").click()
        await until(lambda: film.film.shot("1__2").clip_gain_db == -12)
        plays.sound.button("off").click()
        await until(lambda: film.film.shot("1__2").clip_gain_db is None)
        assert "clip_gain_db: mute" in work.window.session.document.text
        QTest.keyClicks(plays.caption, "Sea")
        plays.flush()
        await until(lambda: film.film.shot("1__2").caption == "Sea")
        plays.move_choice.setCurrentIndex(plays.move_choice.findData("in"))
        plays.move_choice.activated.emit(plays.move_choice.currentIndex())
        await until(lambda: film.film.shot("1__2").move == "in")
        plays.transition.button("cut").click()
        plays.sound.button("on").click()
        await until(lambda: film.film.shot("1__2").clip_gain_db == 0)
        assert "transition" not in work.window.session.document.text
        assert not plays.seconds.isVisible()

    qrun(on(qapp, tmp_path, TWO_SCENES, main))


def test_how_the_film_plays_is_chosen_where_nothing_is_selected(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        work.window.selection.clear()
        plays, session = work.window.inspector.film.plays, work.window.session
        plays.ending.button("fade").click()
        await until(lambda: session.film.film.ending.kind == "fade")
        assert session.film.film.ending.seconds == 1
        plays.rate.setCurrentIndex(plays.rate.findData(25))
        plays.rate.activated.emit(plays.rate.currentIndex())
        await until(lambda: session.film.film.fps == 25)
        plays.move_choice.activated.emit(plays.move_choice.findData("out"))
        await until(lambda: session.film.film.move == "out")
        await undone(work, 3)

    qrun(on(qapp, tmp_path, TWO_SCENES, main))


def test_a_muted_lane_is_neither_heard_nor_read_in_the_player(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    text = TWO_SCENES.replace(
        "title: Two\n", "title: Two\nglobal_config: {audio: [{file: a.mp3}]}\n"
    )
    text = text.replace("        duration: 8\n", "        duration: 8\n        caption: Hello\n")

    async def main(work: Work) -> None:
        window = work.window
        playback, lanes = window.player.playback, window.timeline.lanes
        await until(lambda: lanes.music.isVisible() and playback.composition.parts)
        assert playback.composition.words(0) == "Hello"
        lanes.music.label.mute.click()
        lanes.captions.label.mute.click()
        assert playback.composition.parts == ()
        assert playback.composition.words(0) == ""
        lanes.music.label.mute.click()
        assert [part.path for part in playback.composition.parts] == ["a.mp3"]
        assert work.text == work.before

    qrun(on(qapp, tmp_path, text, main))


def test_lanes_that_are_hidden_or_muted_stay_so_in_another_look(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    text = TWO_SCENES.replace(
        "title: Two\n", "title: Two\nglobal_config: {audio: [{file: a.mp3}]}\n"
    )
    text = text.replace("        duration: 8\n", "        duration: 8\n        caption: Hello\n")
    film = small_film(tmp_path / "film")
    film.write_text(text, encoding="utf-8")

    async def main() -> None:
        async with studio(qapp, tmp_path, film) as made:
            before = made.window
            assert before is not None
            before.timeline.header.lanes.button("music").click()
            before.timeline.lanes.captions.label.mute.click()
            await made.change_look("theme", "light")
            after = made.window
            assert after is not None
            assert after is not before
            lanes = after.timeline.lanes
            await until(lanes.captions.isVisible)
            assert not lanes.music.isVisible()
            assert not after.timeline.header.lanes.button("music").isChecked()
            assert lanes.captions.label.mute.isChecked()

    qrun(main())
