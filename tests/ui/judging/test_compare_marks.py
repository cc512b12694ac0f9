"""On the compare page: what differed, and marks and notes, by keys and mouse; undo of each."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.support.window import until
from tests.support.work import Run, press_button
from tests.ui.judging.films import GREEN, RED, on, press
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.model.difference import Kept
from topa_studio.model.marks import Marks, TakeRef
from topa_studio.model.wish import clips
from topa_studio.ui.compare.page import ComparePage
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.widgets.title_editor import TitleEditor

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
KEY = "1__1"
TWO = [[RED, GREEN]]


async def opened(window: MainWindow) -> ComparePage:
    window.desk.show(KEY)
    await until(lambda: window.commands.actions["compare"].isEnabled())
    window.commands.do("compare")
    page = window.middle.page
    assert isinstance(page, ComparePage)
    return page


def marks(window: MainWindow, number: int) -> Marks:
    takes = window.session.takes.of(KEY)
    return next(take.marks for take in takes if take.number == number)


def test_keys_and_signs_mark_the_take_and_each_is_taken_back(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow) -> None:
        page = await opened(window)
        left, right = page.board.sides[:2]
        assert page.sides.takes == (2, 1)  # the second is in the film, keys speak to the first
        press(page, Qt.Key.Key_Asterisk, shift=True)
        await until(lambda: right.signs.star.isChecked())
        press(page, Qt.Key.Key_X)
        await until(lambda: right.signs.reject.isChecked())
        assert marks(window, 1) == Marks(star=True, rejected=True)
        assert marks(window, 2) == Marks()
        assert "rejected" in right.facts.text()
        assert page.shelf.tiles()[0].accessibleName() == "Take 1, right · rejected"

        window.activateWindow()
        await until(window.isActiveWindow)
        page.setFocus()
        press(page, Qt.Key.Key_T)
        editor = window.focusWidget()
        assert isinstance(editor, TitleEditor)
        QTest.keyClicks(editor, "Best ears 1*x")
        QTest.keyClick(editor, Qt.Key.Key_Return)
        await until(lambda: right.note.text() == "“Best ears 1*x”")
        assert right.note.isVisible()
        assert window.focusWidget() is page
        assert page.sides.takes == (2, 1)

        press_button(left.signs.star)
        await until(lambda: left.signs.star.isChecked())
        for _ in range(4):
            window.commands.do("undo")
            await window.desk.settled()
        await until(lambda: not right.signs.star.isChecked())
        assert {marks(window, 1), marks(window, 2)} == {Marks()}
        assert not right.note.isVisible()

    qrun(on(qapp, tmp_path, monkeypatch, TWO, test))


def test_what_is_done_with_a_take_elsewhere_is_seen_here_at_once(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow) -> None:
        page = await opened(window)
        right = page.board.sides[1]
        await window.session.takes.note(TakeRef(KEY, 1), "late wave")
        await until(lambda: right.note.text() == "“late wave”")
        await window.session.takes.trash([TakeRef(KEY, 1)])
        await until(lambda: "trash" in right.glass.missing)
        assert not right.use.isEnabled()
        assert not right.signs.star.isEnabled()
        press(page, Qt.Key.Key_X)
        await window.session.undo()
        await until(lambda: not right.glass.missing)
        assert marks(window, 1) == Marks(note="late wave")

    qrun(on(qapp, tmp_path, monkeypatch, TWO, test))


def test_only_what_differed_is_listed_word_by_word_and_heard_with_signs(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow) -> None:
        page = await opened(window)
        assert page.differing.nothing.text() == "Same request: only chance differs."
        target = ShotTarget(KEY)
        words = "Wide shot. A pier at noon, number 1."
        await window.desk.edit("x", SetField(target, "prompt", words))
        await window.desk.edit("x", SetField(target, "duration", 5))
        await window.session.make(clips(KEY))
        await until(lambda: len(page.shelf.tiles()) == 3)
        press(page, Qt.Key.Key_3)
        await until(lambda: page.sides.takes == (2, 3))
        (name, before, after), length = page.differing.rows
        assert name == "Words"
        assert [piece.text for piece in before.pieces if piece.kept is Kept.GONE] == ["dusk"]
        assert [piece.text for piece in after.pieces if piece.kept is Kept.NEW] == ["noon"]
        assert before.accessibleName() == "Words, Take 2: Wide shot. A pier at −dusk−, number 1"
        assert after.accessibleName().endswith("A pier at +noon+, number 1")
        assert (length[0], length[1].pieces[0].text) == ("Length", "3 s")
        assert page.differing.same.text().startswith("Quality, sound, model")
        press(page, Qt.Key.Key_Q)
        await until(page.differing.isHidden)
        press(page, Qt.Key.Key_Q)
        await until(page.differing.isVisible)

    qrun(on(qapp, tmp_path, monkeypatch, TWO, test))
