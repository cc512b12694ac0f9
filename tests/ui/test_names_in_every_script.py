"""The prompt editor on names that follow each other without a space."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QColor, QKeyEvent, QTextCursor
from pytestqt.qtbot import QtBot

from tests.support.unknown_names import unknown_names
from topa_studio.ui.writing.known import Known
from topa_studio.ui.writing.prompt import PromptEditor

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def editor(qtbot: QtBot) -> Iterator[PromptEditor]:
    made = PromptEditor("Prompt")
    made.set_known([Known(name, QColor("orange")) for name in ("小明", "มานี", "Anna")])
    qtbot.addWidget(made)
    made.resize(480, 160)
    made.show()
    made.setFocus()
    yield made
    made._list.close()


def cursor_at(editor: PromptEditor, place: int) -> None:
    cursor = QTextCursor(editor.document())
    cursor.setPosition(place)
    editor.setTextCursor(cursor)


def test_a_fix_leaves_the_words_behind_the_name(editor: PromptEditor) -> None:
    editor.setPlainText("全景。@小名走到门口停下。")
    assert unknown_names(editor) == ("小名走到门口停下",)
    cursor_at(editor, 5)
    found = editor._unknown_around(editor.textCursor())
    assert found is not None
    editor._replace(found, "小明")
    assert editor.toPlainText() == "全景。@小明走到门口停下。"
    assert unknown_names(editor) == ()


def test_a_fix_of_a_whole_word_replaces_it(editor: PromptEditor) -> None:
    editor.setPlainText("Wide. @Annabel waves.")
    cursor_at(editor, 9)
    found = editor._unknown_around(editor.textCursor())
    assert found is not None
    editor._replace(found, "Anna")
    assert editor.toPlainText() == "Wide. @Anna waves."


def test_backspace_behind_a_name_takes_it_whole_and_nothing_else(
    qtbot: QtBot, editor: PromptEditor
) -> None:
    editor.setPlainText("然后@小明走到")
    cursor_at(editor, 5)
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.toPlainText() == "然后走到"


@pytest.mark.parametrize(
    ("text", "name"), [("然后@小", "小明"), ("@มานี", "มานี"), ("x @มาน", "มานี")]
)
def test_the_list_is_offered_for_what_is_typed(
    qtbot: QtBot, editor: PromptEditor, text: str, name: str
) -> None:
    for letter in text:
        key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QCoreApplication.sendEvent(editor, key)
    if editor._list.is_open:
        assert editor._list.names() == (name,)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    head = text[: text.index("@")]
    assert editor.toPlainText().strip() == f"{head}@{name}".strip()
