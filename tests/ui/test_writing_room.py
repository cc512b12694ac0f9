"""The room for words: opened and left by keys, from shot to shot, and no word is lost in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QPushButton

from tests.support.unknown_names import unknown_names
from tests.support.window import until
from tests.support.work import CTRL, SHIFT, Run, Work, on, press_button
from topa_studio.base.yaml_reader import load
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.model.change import Cause, Change
from topa_studio.model.spelled import Spelled
from topa_studio.model.status import Stage
from topa_studio.ui.look.theme import apply_theme, tokens
from topa_studio.ui.writing.prompt import PromptEditor
from topa_studio.ui.writing_room.page import WritingPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def clipboard(qapp: QApplication) -> Iterator[None]:
    """What was copied is let go of before Python ends: Qt would ask it for the words then."""
    yield
    qapp.clipboard().clear()


def opened(work: Work, key: str = "1__2") -> WritingPage:
    """The room, opened by its key from the cards."""
    work.window.activateWindow()
    work.window.selection.select_shot(key)
    work.press(Key.Key_W)
    page = work.window.middle.page
    assert isinstance(page, WritingPage)
    return page


def chip(page: WritingPage, words: str) -> QPushButton:
    buttons = page.beside.findChildren(QPushButton)
    return next(b for b in buttons if b.text() == words and b.isVisible())


def prompt(work: Work, key: str) -> str:
    return work.window.session.film.shot(key).prompt


def test_a_key_opens_it_and_escape_gives_the_keyboard_back(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        window = work.window
        page = opened(work)
        assert window.focusWidget() is page.column.prompt
        assert page.column.prompt.words() == prompt(work, "1__2")
        inspector = window.findChild(QDockWidget, "inspector")
        assert isinstance(inspector, QDockWidget)
        assert not inspector.isEnabled()
        QTest.keyClicks(page.column.prompt, " N g 1")
        QTest.keyClick(page.column.prompt, Key.Key_Escape)
        assert window.middle.page is None
        assert window.focusWidget() is window.timeline.view
        assert inspector.isEnabled()
        await until(lambda: prompt(work, "1__2").endswith(" N g 1"), 60)
        # And from the words in the inspector, where a letter is a letter.
        window.inspector.edit_words()
        QTest.keyClick(window.inspector.shot.prompt, Key.Key_E, CTRL | SHIFT)
        assert window.middle.page is page
        QTest.keyClick(page.column.title, Key.Key_Escape)
        assert window.focusWidget() is window.inspector.shot.prompt

    qrun(on(qapp, tmp_path, None, main))


def test_it_goes_from_shot_to_shot_and_keeps_what_was_typed(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        window = work.window
        page = opened(work)
        column = page.column
        assert "stone 1" in column.before.words.text()
        assert "stone 3" in column.after.words.text()
        QTest.keyClicks(column.prompt, " One.")
        QTest.keyClick(column.prompt, Key.Key_Down, ALT)
        assert (page.key, window.selection.shot) == ("1__3", "1__3")
        assert column.prompt.hasFocus()
        QTest.keyClicks(column.prompt, " Two.")
        QTest.keyClick(column.prompt, Key.Key_PageUp, CTRL)
        QTest.keyClick(column.prompt, Key.Key_Up, ALT)
        assert page.key == "1__1"
        assert not page.earlier.isEnabled()
        assert not column.before.isVisible()
        QTest.keyClick(column.prompt, Key.Key_Up, ALT)
        assert page.key == "1__1"
        press_button(column.after.head)
        assert page.key == "1__2"
        await window.desk.settled()
        assert prompt(work, "1__2").endswith(" One.")
        assert prompt(work, "1__3").endswith(" Two.")
        assert column.prompt.words() == prompt(work, "1__2")

    qrun(on(qapp, tmp_path, None, main))


def test_every_field_of_it_reaches_the_file_also_when_the_window_closes_at_once(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    kept: list[Path] = []

    async def main(work: Work) -> None:
        kept.append(work.file)
        column = opened(work).column
        for field, words in ((column.title, "A"), (column.panel, "B"), (column.remarks, "C")):
            QTest.keyClicks(field, words)
        QTest.keyClicks(column.prompt, "D")
        column.prompt.setFocus()
        QApplication.sendEvent(column.prompt, QInputMethodEvent("に", []))

    qrun(on(qapp, tmp_path, None, main))
    shot = load(kept[0].read_text(encoding="utf-8"))["scenes"][0]["shots"][1]
    assert (shot["title"], shot["panel_prompt"], shot["notes"]) == ("AShot 2", "B", "C")
    assert shot["prompt"].endswith("stone 2. Sound: birds.Dに")


def test_undo_takes_back_what_was_typed_in_it(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        column = opened(work).column
        before = column.prompt.words()
        QTest.keyClicks(column.prompt, " More")
        column.flush()
        await until(lambda: prompt(work, "1__2").endswith(" More"), 60)
        QTest.keyClick(column.prompt, Key.Key_Z, CTRL)
        await until(lambda: column.prompt.words() == before, 60)
        assert prompt(work, "1__2") == before

    qrun(on(qapp, tmp_path, None, main))


def test_a_save_of_another_program_comes_in_and_what_is_typed_stays(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        column = opened(work).column
        await work.window.session.edit("Other", [SetField(ShotTarget("1__2"), "title", "Theirs")])
        assert column.title.words() == "Theirs"
        QTest.keyClicks(column.prompt, " mine")
        await work.window.session.edit("Other", [SetField(ShotTarget("1__2"), "prompt", "Theirs.")])
        assert column.prompt.words().endswith(" mine")

    qrun(on(qapp, tmp_path, None, main))


def test_a_shot_that_goes_gives_the_film_back(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        from topa_studio.document.edits import DeleteShot

        opened(work)
        await work.window.session.edit("Delete", [DeleteShot("1__2")])
        await until(lambda: work.window.middle.page is None, 60)

    qrun(on(qapp, tmp_path, None, main))


def test_a_chip_beside_the_words_writes_a_mention_where_the_cursor_is(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        page = opened(work)
        column = page.column
        column.prompt.selectAll()
        QTest.keyClicks(column.prompt, "Wide. ")
        QTest.mouseClick(chip(page, "@Topa"), LEFT, pos=QPoint(8, 8))
        QTest.keyClicks(column.prompt, "waves.")
        assert column.prompt.words() == "Wide. @Topa waves."
        assert column.prompt.hasFocus()
        column.panel.setFocus()
        QTest.mouseClick(chip(page, "@Topa"), LEFT, pos=QPoint(8, 8))
        assert column.panel.words().strip() == "@Topa"
        column.flush()
        await until(lambda: page.beside.used.names() == ["Topa", "Valley"], 60)

    qrun(on(qapp, tmp_path, None, main))


def test_beside_the_words_it_is_told_that_a_take_is_out_of_date(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def main(work: Work) -> None:
        session, shot = work.window.session, work.window.session.shot
        made = replace(shot("1__2"), stage=Stage.MADE, changed=(Cause(Change.LENGTH),))
        monkeypatch.setattr(session, "shot", lambda _key: made)
        beside = opened(work).beside
        assert beside.state.text() == "Made"
        made = replace(made, out_of_date=True)
        beside.refresh_status("1__2")
        assert beside.state.text() == "Out of date: the length changed"
        monkeypatch.undo()

    qrun(on(qapp, tmp_path, None, main))


def test_a_chip_in_the_words_leads_to_its_element(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        editor = opened(work).column.prompt
        cursor = QTextCursor(editor.document())
        cursor.setPosition(editor.words().index("@Valley") + 3)
        QTest.mouseDClick(editor.viewport(), LEFT, pos=editor.cursorRect(cursor).center())
        assert work.window.middle.page is None
        assert work.window.selection.element == "Valley"

    qrun(on(qapp, tmp_path, None, main))


def test_another_name_of_an_element_comes_into_the_words(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        from topa_studio.document.edits import RenameElement

        editor = opened(work).column.prompt
        await work.window.session.edit("Rename", [RenameElement("Topa", "Bruno")])
        assert "@Bruno walks through @Valley" in editor.words()
        assert unknown_names(editor) == ()

    qrun(on(qapp, tmp_path, None, main))


def test_what_will_be_sent_is_read_there_word_for_word(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        window = work.window
        window.selection.select_shot("1__1")
        window.commands.do("spell_out")
        page = window.middle.page
        assert isinstance(page, WritingPage)
        sent = page.column.sent
        assert sent.is_open
        clip = window.session.wishes.spelled("1__1")
        assert isinstance(clip, Spelled)
        assert sent.words.words() == clip.words
        assert sent.words.isReadOnly()
        assert window.focusWidget() is sent.words
        assert "3D animation" in clip.words
        assert "2 pictures" in sent.pictures.text()
        assert "with sound" in sent.facts.text()
        sent.words.selectAll()
        sent.words.copy()
        assert QApplication.clipboard().text() == clip.words
        QTest.mouseClick(sent.kind.button("panel"), LEFT, pos=QPoint(4, 4))
        panel = window.session.wishes.spelled("1__1", panel=True)
        assert isinstance(panel, Spelled)
        assert sent.words.words() == panel.words != clip.words
        column = page.column
        column.write()
        QTest.keyClicks(column.prompt, " Then a gull.")
        column.flush()
        await until(lambda: "Then a gull" in sent.words.words(), 60)
        assert work.window.session.film.shot("1__1").prompt.endswith("gull.")

    qrun(on(qapp, tmp_path, None, main))


def test_who_asks_for_the_words_of_a_shot_is_led_into_the_room(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        page = opened(work)
        page.column.title.setFocus()
        work.window.desk.write("1__3")
        assert page.key == "1__3"
        assert page.column.prompt.hasFocus()

    qrun(on(qapp, tmp_path, None, main))


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_of_it_is_wider_than_a_small_window(
    qrun: Run, qapp: QApplication, tmp_path: Path, percent: int
) -> None:
    look = tokens()

    async def main(work: Work) -> None:
        apply_theme(qapp, look, percent)
        work.window.resize(1280, 720)
        page = opened(work)
        page.column.sent.open()
        await until(lambda: page.column_sight.viewport().width() <= 1280, 60)
        sight = page.column_sight
        inside = sight.widget()
        assert inside is not None
        await until(lambda: inside.width() == sight.viewport().width(), 60)
        for part in (page.column.prompt, page.column.sent.words, page.beside.used):
            left = part.mapTo(sight.viewport(), QPoint(0, 0)).x()
            assert left >= 0
            assert left + part.width() <= sight.viewport().width()
        assert page.beside.picture.isVisible() == (percent == 100)

    try:
        qrun(on(qapp, tmp_path, None, main))
    finally:
        apply_theme(qapp, look, 100)


def test_with_no_shot_chosen_it_opens_the_one_at_the_playhead(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        window = work.window
        window.selection.clear()
        window.selection.move_playhead(7.0)
        work.press(Key.Key_W)
        page = window.middle.page
        assert isinstance(page, WritingPage)
        assert page.key == "1__3"

    qrun(on(qapp, tmp_path, None, main))


def test_the_cursor_is_where_it_was_beside_the_film_and_goes_back_there(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        window = work.window
        window.activateWindow()
        window.selection.select_shot("1__2")
        window.inspector.edit_words()
        beside = window.inspector.shot.prompt
        place(beside, 4, 9)
        QTest.keyClick(beside, Key.Key_E, CTRL | SHIFT)
        page = window.middle.page
        assert isinstance(page, WritingPage)
        room = page.column.prompt
        assert (room.textCursor().anchor(), room.textCursor().position()) == (4, 9)
        place(room, 6, 6)
        QTest.keyClicks(room, "new ")
        QTest.keyClick(room, Key.Key_Escape)
        assert window.focusWidget() is beside
        await until(lambda: beside.textCursor().position() == 10, 60)
        assert beside.words() == room.words()
        assert beside.words()[6:10] == "new "
        # Also of the shot that was walked to.
        QTest.keyClick(beside, Key.Key_E, CTRL | SHIFT)
        QTest.keyClick(room, Key.Key_Down, ALT)
        place(room, 3, 3)
        QTest.keyClick(room, Key.Key_Escape)
        assert window.selection.shot == "1__3"
        await until(lambda: beside.textCursor().position() == 3, 60)

    qrun(on(qapp, tmp_path, None, main))


def place(editor: PromptEditor, anchor: int, position: int) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(anchor)
    cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
