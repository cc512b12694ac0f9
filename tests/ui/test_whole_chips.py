"""A chip is one letter to the keyboard and the mouse, and stays plain text in the file."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.unknown_names import unknown_names
from topa_studio.ui.writing.known import Known
from topa_studio.ui.writing.prompt import PromptEditor

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
WORDS = "🐻 sees @Topa and @小明走到 it"
TOPA, MING = WORDS.index("@Topa") + 1, WORDS.index("@小明") + 1  # the bear takes two places


@pytest.fixture(autouse=True)
def clipboard(qapp: QApplication) -> Iterator[None]:
    """What was copied is let go of before Python ends: Qt would ask it for the words then."""
    yield
    qapp.clipboard().clear()


@pytest.fixture
def editor(qtbot: QtBot) -> PromptEditor:
    made = PromptEditor("Prompt")
    made.set_known([Known("Topa", QColor("orange")), Known("小明", QColor("violet"))])
    qtbot.addWidget(made)
    made.resize(480, 200)
    made.show_value(WORDS)
    made.show()
    made.setFocus()
    return made


def put(editor: PromptEditor, place: int) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(place)
    editor.setTextCursor(cursor)


def spot(editor: PromptEditor, place: int) -> QPoint:
    cursor = QTextCursor(editor.document())
    cursor.setPosition(place)
    return editor.cursorRect(cursor).center()


def where(editor: PromptEditor) -> int:
    return editor.textCursor().position()


def test_arrows_go_over_a_chip(editor: PromptEditor) -> None:
    put(editor, TOPA)
    QTest.keyClick(editor, Key.Key_Right)
    assert where(editor) == TOPA + 5
    QTest.keyClick(editor, Key.Key_Left)
    assert where(editor) == TOPA
    put(editor, MING)
    QTest.keyClick(editor, Key.Key_Right)
    assert where(editor) == MING + 3


def test_word_keys_and_selecting_keys_never_stop_inside(editor: PromptEditor) -> None:
    for key, start in ((Key.Key_Right, 0), (Key.Key_Left, editor.document().characterCount() - 1)):
        for held in (CTRL, SHIFT, CTRL | SHIFT):
            put(editor, start)
            for _step in range(40):
                QTest.keyClick(editor, key, held)
                for place in (where(editor), editor.textCursor().anchor()):
                    assert not TOPA < place < TOPA + 5
                    assert not MING < place < MING + 3


def test_delete_takes_a_chip_whole_from_both_sides(editor: PromptEditor) -> None:
    put(editor, TOPA)
    QTest.keyClick(editor, Key.Key_Delete)
    assert editor.words() == "🐻 sees  and @小明走到 it"
    editor.flush()
    editor.show_value("@小明@小明走")
    put(editor, 3)
    QTest.keyClick(editor, Key.Key_Delete)
    assert editor.words() == "@小明走"
    put(editor, 3)
    QTest.keyClick(editor, Key.Key_Backspace)
    assert editor.words() == "走"


def test_deleting_a_word_takes_a_chip_whole(editor: PromptEditor) -> None:
    put(editor, TOPA + 6)
    QTest.keyClick(editor, Key.Key_Backspace, CTRL)
    assert editor.words() == "🐻 sees and @小明走到 it"
    put(editor, TOPA - 5)
    QTest.keyClick(editor, Key.Key_Delete, CTRL)
    QTest.keyClick(editor, Key.Key_Delete, CTRL)
    assert editor.words() == "🐻 @小明走到 it"


def test_a_click_into_a_chip_puts_the_cursor_beside_it(editor: PromptEditor) -> None:
    QTest.mouseClick(editor.viewport(), LEFT, pos=spot(editor, TOPA + 1))
    assert where(editor) == TOPA
    QTest.mouseClick(editor.viewport(), LEFT, pos=spot(editor, TOPA + 4))
    assert where(editor) == TOPA + 5


def test_a_selection_by_the_mouse_takes_chips_whole(editor: PromptEditor) -> None:
    QTest.mousePress(editor.viewport(), LEFT, pos=spot(editor, 1))
    QTest.mouseMove(editor.viewport(), spot(editor, TOPA + 2))
    QTest.mouseMove(editor.viewport(), spot(editor, TOPA + 3))
    QTest.mouseRelease(editor.viewport(), LEFT, pos=spot(editor, TOPA + 3))
    editor.copy()
    assert QGuiApplication.clipboard().text().endswith("sees @Topa")


def test_a_chip_is_cut_and_pasted_as_its_words(editor: PromptEditor) -> None:
    put(editor, TOPA)
    QTest.keyClick(editor, Key.Key_Right, SHIFT)
    QTest.keyClick(editor, Key.Key_X, CTRL)
    assert QGuiApplication.clipboard().text() == "@Topa"
    assert "@Topa" not in editor.words()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(editor, " ")
    QTest.keyClick(editor, Key.Key_V, CTRL)
    assert editor.words().endswith("it @Topa")
    QTest.keyClick(editor, Key.Key_Left)
    assert editor.textCursor().atEnd() is False
    assert where(editor) == editor.document().characterCount() - 1 - 5


def test_what_is_dropped_on_a_chip_stands_beside_it(editor: PromptEditor) -> None:
    dragged = QMimeData()
    dragged.setText("[here]")
    held = Qt.DropAction.CopyAction, dragged, LEFT, Qt.KeyboardModifier.NoModifier
    at = spot(editor, TOPA + 4)
    QApplication.sendEvent(editor.viewport(), QDragEnterEvent(at, *held))
    QApplication.sendEvent(editor.viewport(), QDropEvent(QPointF(at), *held))
    assert "@Topa[here] and" in editor.words()


@pytest.mark.parametrize("how", ["double", "ctrl", "keys"])
def test_a_chip_opens_its_element(qtbot: QtBot, editor: PromptEditor, how: str) -> None:
    opened: list[str] = []
    editor.element_opened.connect(opened.append)
    at = spot(editor, TOPA + 2)
    match how:
        case "double":
            QTest.mouseDClick(editor.viewport(), LEFT, pos=at)
        case "ctrl":
            QTest.mouseClick(editor.viewport(), LEFT, CTRL, at)
        case _:
            put(editor, TOPA)
            QTest.keyClick(editor, Key.Key_Return, Qt.KeyboardModifier.AltModifier)
            menu = QApplication.activePopupWidget()
            assert menu is not None
            QTest.keyClick(menu, Key.Key_Down)
            QTest.keyClick(menu, Key.Key_Return)
    assert opened == ["Topa"]
    assert editor.words() == WORDS


def test_a_double_click_elsewhere_selects_a_word(editor: PromptEditor) -> None:
    opened: list[str] = []
    editor.element_opened.connect(opened.append)
    QTest.mouseDClick(editor.viewport(), LEFT, pos=spot(editor, 5))
    assert (editor.textCursor().selectedText(), opened) == ("sees", [])


def test_another_name_of_an_element_is_another_chip(editor: PromptEditor) -> None:
    put(editor, TOPA)
    editor.set_known([Known("Bruno", QColor("orange")), Known("小明", QColor("violet"))])
    editor.show_value(WORDS.replace("Topa", "Bruno"))
    assert unknown_names(editor) == ()
    put(editor, TOPA)
    QTest.keyClick(editor, Key.Key_Right)
    assert where(editor) == TOPA + 6


def test_a_chip_put_in_from_beside_the_words_is_parted_from_them(editor: PromptEditor) -> None:
    editor.show_value("Wide.waves")
    put(editor, 5)
    editor.mention("Topa")
    QTest.keyClicks(editor, "slowly ")
    assert editor.words() == "Wide. @Topa slowly waves"
