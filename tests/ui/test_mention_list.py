"""The list of mentions: what fits in which order, where it lies, and what a reader hears of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QInputMethodEvent, QPixmap, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from topa_studio.ui.look.theme import apply_theme, tokens
from topa_studio.ui.writing import mention_list
from topa_studio.ui.writing.known import Known
from topa_studio.ui.writing.likeness import ranked
from topa_studio.ui.writing.mention_list import place_beside
from topa_studio.ui.writing.prompt import PromptEditor

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key = Qt.Key
NAMES = ("Topa", "Old_Topaz", "Stopan", "Ёжик", "Лежебока", "小明", "小紅帽", "トトロ", "토파")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    editor = PromptEditor("Prompt")
    editor.set_known([Known(name, QColor("orange")) for name in NAMES])
    column.addWidget(editor)
    made.resize(640, 480)
    made.show()
    editor.setFocus()
    return made


@pytest.fixture
def editor(window: QWidget) -> PromptEditor:
    found = window.findChild(PromptEditor)
    assert isinstance(found, PromptEditor)
    return found


def view_of(window: QWidget) -> QListWidget:
    found = window.findChild(QListWidget)
    assert isinstance(found, QListWidget)
    return found


def rows(window: QWidget) -> list[str]:
    view = view_of(window)
    return [view.item(n).text() for n in range(view.count())] if view.isVisible() else []


def click(window: QWidget, row: int) -> None:
    view = view_of(window)
    at = view.visualItemRect(view.item(row)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", list(NAMES)),
        ("topa", ["Topa", "Old_Topaz", "Stopan"]),
        ("tpa", ["Topa", "Stopan", "Old_Topaz"]),
        ("otz", ["Old_Topaz"]),
        ("apot", []),
        ("ежик", ["Ёжик"]),
        ("еЖ", ["Ёжик", "Лежебока"]),
        ("лбк", ["Лежебока"]),
        ("小", ["小明", "小紅帽"]),
        ("帽", ["小紅帽"]),
        ("小帽", ["小紅帽"]),
        ("ととろ", ["トトロ"]),
        ("ㅌ", ["토파"]),
        ("토ㅍ", ["토파"]),
    ],
)
def test_letters_in_their_order_find_a_name_the_likest_first(typed: str, found: list[str]) -> None:
    assert ranked(NAMES, typed) == found


def test_scattered_letters_choose_by_keys_what_they_find(
    window: QWidget, editor: PromptEditor
) -> None:
    QTest.keyClicks(editor, "Wide. @tpa")
    assert rows(window) == ["@Topa", "@Stopan", "@Old_Topaz"]
    QTest.keyClick(editor, Key.Key_Down)
    QTest.keyClick(editor, Key.Key_Up)
    QTest.keyClick(editor, Key.Key_Up)
    QTest.keyClick(editor, Key.Key_Return)
    assert editor.words() == "Wide. @Old_Topaz "


def test_half_composed_letters_find_a_name_too(window: QWidget, editor: PromptEditor) -> None:
    QTest.keyClicks(editor, "@")
    QApplication.sendEvent(editor, QInputMethodEvent("ㅌ", []))
    assert rows(window) == ["@토파"]
    click(window, 0)
    assert editor.words() == "@토파 "


def test_a_click_chooses_and_the_keyboard_stays_in_the_words(
    window: QWidget, editor: PromptEditor
) -> None:
    QTest.keyClicks(editor, "@")
    click(window, 2)
    assert editor.words() == "@Stopan "
    assert editor.hasFocus()
    assert rows(window) == []


def test_pictures_are_shown_also_those_that_come_while_it_is_open(
    window: QWidget, editor: PromptEditor
) -> None:
    QTest.keyClicks(editor, "@to")
    QTest.keyClick(editor, Key.Key_Down)
    picture = QPixmap(64, 48)
    picture.fill(QColor(10, 200, 10))
    editor.set_known([Known("Topa", QColor("red"), picture), Known("Stopan", QColor("red"))])
    view = view_of(window)
    assert rows(window) == ["@Topa", "@Stopan"]
    assert view.currentRow() == 1
    shown = view.item(0).icon().pixmap(32, 24).toImage()
    assert shown.pixelColor(16, 12) == QColor(10, 200, 10)


def test_a_name_of_nobody_is_offered_as_a_new_element_but_never_taken_by_itself(
    window: QWidget, editor: PromptEditor
) -> None:
    wanted: list[str] = []
    editor.element_wanted.connect(wanted.append)
    QTest.keyClicks(editor, "@Dragn")
    assert rows(window) == ["New element “Dragn”…"]
    QTest.keyClick(editor, Key.Key_Return)
    assert (editor.words(), wanted) == ("@Dragn\n", [])
    QTest.keyClicks(editor, "@Gull")
    QTest.keyClick(editor, Key.Key_Down)
    QTest.keyClick(editor, Key.Key_Return)
    assert (editor.words(), wanted) == ("@Dragn\n@Gull", ["Gull"])
    QTest.keyClicks(editor, "y")
    click(window, 0)
    assert wanted == ["Gull", "Gully"]


def test_it_goes_with_the_keyboard(window: QWidget, editor: PromptEditor) -> None:
    QTest.keyClicks(editor, "@")
    assert rows(window)
    other = QWidget(window)
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    other.show()
    other.setFocus()
    assert rows(window) == []


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", [(640, 480), (300, 200), (220, 120)])
def test_it_lies_beside_the_caret_and_inside_the_window(
    qapp: QApplication, window: QWidget, editor: PromptEditor, size: tuple[int, int], percent: int
) -> None:
    before = tokens()
    try:
        apply_theme(qapp, before, percent)
        window.resize(*size)
        editor.show_value("Wide shot. " * 4)
        for where in (QTextCursor.MoveOperation.Start, QTextCursor.MoveOperation.End):
            editor.moveCursor(where)
            if where is QTextCursor.MoveOperation.End:
                for _line in range(4):
                    QTest.keyClick(editor, Key.Key_Return)
            QTest.keyClicks(editor, "@")
            assert rows(window)
            box = view_of(window).geometry()
            caret = QRect(editor.cursorRect())
            caret.moveTopLeft(editor.viewport().mapTo(window, caret.topLeft()))
            assert window.rect().contains(box)
            assert not box.intersects(caret)
            assert min(abs(box.top() - caret.bottom()), abs(caret.top() - box.bottom())) <= 8
            QTest.keyClick(editor, Key.Key_Escape)
            QTest.keyClick(editor, Key.Key_Backspace)
    finally:
        apply_theme(qapp, before, 100)


def test_it_follows_its_words_when_the_window_is_resized(
    window: QWidget, editor: PromptEditor
) -> None:
    QTest.keyClicks(editor, "Wide shot of a valley and of a river. @")
    window.resize(260, 200)
    QApplication.processEvents()
    assert window.rect().contains(view_of(window).geometry())


def test_there_is_more_room_above_a_caret_at_the_bottom() -> None:
    ground, size = QRect(0, 0, 400, 300), QSize(220, 120)
    assert place_beside(QRect(10, 20, 1, 16), size, ground) == QRect(10, 40, 220, 120)
    assert place_beside(QRect(390, 270, 1, 16), size, ground) == QRect(180, 146, 220, 120)
    assert place_beside(QRect(10, 100, 1, 16), QSize(500, 900), ground) == QRect(0, 120, 400, 180)


def test_a_screen_reader_hears_the_entry(
    window: QWidget, editor: PromptEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []

    class Said:
        def __init__(self, _widget: QWidget, words: str) -> None:
            heard.append(words)

    class Heard:
        updateAccessibility = staticmethod(lambda _event: None)  # noqa: N815 - Qt's name

    monkeypatch.setattr(mention_list, "QAccessibleAnnouncementEvent", Said)
    monkeypatch.setattr(mention_list, "QAccessible", Heard)
    assert QAccessible is not Heard
    QTest.keyClicks(editor, "@to")
    QTest.keyClick(editor, Key.Key_Down)
    QTest.keyClicks(editor, "xx")
    assert heard == [
        "@Topa, 1 of 9", "@Topa, 1 of 3", "@Old_Topaz, 2 of 3", "New element “tox”…",
        "New element “toxx”…",
    ]  # fmt: skip


def test_it_is_seen_where_the_editor_came_into_another_window(
    qtbot: QtBot, editor: PromptEditor
) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    other.resize(500, 400)
    editor.setParent(other)
    editor.move(QPoint(40, 40))
    other.show()
    editor.show()
    editor.setFocus()
    QTest.keyClicks(editor, "@")
    assert view_of(other).parentWidget() is other
    assert rows(other)
