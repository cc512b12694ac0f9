"""Mentions that an input method composes: offered like typed ones, and no word is written over."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from topa_studio.ui.writing.known import Known
from topa_studio.ui.writing.prompt import PromptEditor

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key = Qt.Key
NAMES = ("Topa", "小明", "Пуша", "Café", "토파")


@pytest.fixture
def editor(qtbot: QtBot) -> Iterator[PromptEditor]:
    made = PromptEditor("Prompt")
    made.set_known([Known(name, QColor("orange")) for name in NAMES])
    qtbot.addWidget(made)
    made.resize(320, 160)
    made.show()
    made.setFocus()
    yield made
    made._list.close()


def compose(editor: PromptEditor, words: str) -> None:
    QApplication.sendEvent(editor, QInputMethodEvent(words, []))


def commit(editor: PromptEditor, words: str) -> None:
    event = QInputMethodEvent("", [])
    event.setCommitString(words)
    QApplication.sendEvent(editor, event)


def offered(editor: PromptEditor) -> tuple[str, ...]:
    return editor._list.names() if editor._list.is_open else ()


@pytest.mark.parametrize("sign", ["@", "＠"])
def test_a_composed_sign_offers_all_and_a_composed_name_narrows(
    qtbot: QtBot, editor: PromptEditor, sign: str
) -> None:
    commit(editor, sign)
    assert offered(editor) == NAMES
    commit(editor, "小")
    assert offered(editor) == ("小明",)
    qtbot.keyClick(editor, Key.Key_Return)
    assert editor.words() == "@小明 "


def test_what_is_only_half_composed_narrows_the_list_too(
    qtbot: QtBot, editor: PromptEditor
) -> None:
    commit(editor, "@")
    compose(editor, "토")
    assert offered(editor) == ("토파",)
    compose(editor, "xiao'ming")
    assert offered(editor) == ()
    commit(editor, "小")
    assert offered(editor) == ("小明",)


def test_a_name_accepted_while_it_is_composed_is_written_once(
    qtbot: QtBot, editor: PromptEditor
) -> None:
    commit(editor, "@")
    compose(editor, "토")
    qtbot.keyClick(editor, Key.Key_Tab)
    assert editor.words() == "@토파 "


def test_a_composed_full_stop_takes_the_place_of_the_space(
    qtbot: QtBot, editor: PromptEditor
) -> None:
    commit(editor, "@小")
    qtbot.keyClick(editor, Key.Key_Return)
    commit(editor, "。")
    assert editor.words() == "@小明。"


def test_return_replaces_no_words_that_the_list_does_not_match(
    qtbot: QtBot, editor: PromptEditor
) -> None:
    commit(editor, "@")
    commit(editor, "小红")
    assert offered(editor) == ()
    qtbot.keyClick(editor, Key.Key_Return)
    assert editor.words() == "@小红\n"


def test_return_elsewhere_than_where_the_list_was_opened_is_a_new_line(
    qtbot: QtBot, editor: PromptEditor
) -> None:
    commit(editor, "Walks. ")
    qtbot.keyClick(editor, "@")
    assert offered(editor)
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    assert not offered(editor)
    qtbot.keyClick(editor, Key.Key_Return)
    assert editor.words() == "\nWalks. @"


def test_words_changed_under_an_open_list_are_kept(qtbot: QtBot, editor: PromptEditor) -> None:
    qtbot.keyClick(editor, "@")
    editor._list.offer("")
    editor.blockSignals(True)
    editor.textCursor().insertText("nobody")
    editor.blockSignals(False)
    qtbot.keyClick(editor, Key.Key_Return)
    assert editor.words() == "@nobody\n"


def test_letters_put_together_in_another_way_find_the_name(
    qtbot: QtBot, editor: PromptEditor
) -> None:
    commit(editor, "@Cafe\N{COMBINING ACUTE ACCENT}")
    assert offered(editor) == ("Café",)


def test_a_name_finished_inside_a_word_takes_only_its_own_letters(
    qtbot: QtBot, editor: PromptEditor
) -> None:
    editor.show_value("@pa walks")
    cursor = editor.textCursor()
    cursor.setPosition(1)
    editor.setTextCursor(cursor)
    for letter in "To":
        qtbot.keyClick(editor, letter)
    qtbot.keyClick(editor, Key.Key_Return)
    assert editor.words() == "@Topa walks"


def test_words_behind_a_name_are_parted_from_it(qtbot: QtBot, editor: PromptEditor) -> None:
    editor.show_value("walks")
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClick(editor, "@")
    qtbot.keyClick(editor, "t")
    qtbot.keyClick(editor, Key.Key_Return)
    assert editor.words() == "@Topa walks"


def test_the_document_does_not_tear_a_composition(qtbot: QtBot, editor: PromptEditor) -> None:
    editor.show_value("One")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    compose(editor, "に")
    editor.show_value("Another")
    commit(editor, "日")
    assert editor.words() == "One日"


def test_a_composition_given_up_lets_the_document_speak(qtbot: QtBot, editor: PromptEditor) -> None:
    editor.show_value("One")
    compose(editor, "に")
    editor.show_value("Another")
    commit(editor, "")
    editor.show_value("Another")
    assert editor.words() == "Another"
