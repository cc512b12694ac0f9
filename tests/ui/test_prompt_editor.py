"""Typing a prompt: mentions are chips, the text stays plain, and no word is lost or made up."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCursor
from pytestqt.qtbot import QtBot

from tests.support.unknown_names import unknown_names
from topa_studio.ui.writing.fields import TextBox, TextLine
from topa_studio.ui.writing.known import Known
from topa_studio.ui.writing.prompt import PromptEditor

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key = Qt.Key


@pytest.fixture
def editor(qtbot: QtBot) -> Iterator[PromptEditor]:
    made = PromptEditor("Prompt")
    made.set_known([Known("Topa", QColor("orange")), Known("Pusha", QColor("violet"))])
    qtbot.addWidget(made)
    made.resize(320, 160)
    made.show()
    made.setFocus()
    yield made
    made._list.close()


def type_in(qtbot: QtBot, field: PromptEditor | TextBox | TextLine, text: str) -> None:
    for letter in text:
        qtbot.keyClick(field, letter)


def offered(editor: PromptEditor) -> tuple[str, ...]:
    return editor._list.names() if editor._list.is_open else ()


def test_at_offers_all_elements_and_letters_narrow_it(qtbot: QtBot, editor: PromptEditor) -> None:
    type_in(qtbot, editor, "Wide shot. @")
    assert offered(editor) == ("Topa", "Pusha")
    type_in(qtbot, editor, "pu")
    assert offered(editor) == ("Pusha",)
    qtbot.keyClick(editor, Key.Key_Return)
    assert editor.toPlainText() == "Wide shot. @Pusha "
    assert not offered(editor)


def test_arrows_choose_and_escape_leaves_the_words(qtbot: QtBot, editor: PromptEditor) -> None:
    type_in(qtbot, editor, "@")
    qtbot.keyClick(editor, Key.Key_Down)
    qtbot.keyClick(editor, Key.Key_Tab)
    assert editor.toPlainText() == "@Pusha "
    type_in(qtbot, editor, "@t")
    qtbot.keyClick(editor, Key.Key_Escape)
    assert editor.toPlainText() == "@Pusha @t"
    assert not offered(editor)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (" walks", "@Topa walks"),
        (", then", "@Topa, then"),
        ("!", "@Topa!"),
        ("  two", "@Topa  two"),
        ("walks", "@Topa walks"),
    ],
)
def test_what_is_typed_behind_a_chosen_name_stands_as_a_person_writes_it(
    qtbot: QtBot, editor: PromptEditor, typed: str, words: str
) -> None:
    told: list[str] = []
    editor.committed.connect(told.append)
    type_in(qtbot, editor, "@t")
    qtbot.keyClick(editor, Key.Key_Return)
    type_in(qtbot, editor, typed)
    assert editor.words() == words
    editor.flush()
    assert told == [words]


def test_the_space_behind_a_name_is_the_users_once_the_cursor_was_elsewhere(
    qtbot: QtBot, editor: PromptEditor
) -> None:
    type_in(qtbot, editor, "@t")
    qtbot.keyClick(editor, Key.Key_Return)
    qtbot.keyClick(editor, Key.Key_Left)
    qtbot.keyClick(editor, Key.Key_Right)
    type_in(qtbot, editor, ".")
    assert editor.words() == "@Topa ."
    type_in(qtbot, editor, " @t")
    qtbot.keyClick(editor, Key.Key_Return)
    editor.selectAll()
    type_in(qtbot, editor, ".")
    assert editor.words() == "."


def test_an_address_is_no_mention(qtbot: QtBot, editor: PromptEditor) -> None:
    type_in(qtbot, editor, "me@t")
    assert not offered(editor)
    assert unknown_names(editor) == ()


def test_backspace_removes_a_chip_whole_and_other_words_by_letter(
    qtbot: QtBot, editor: PromptEditor
) -> None:
    editor.show_value("🐻 sees @Topa")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(editor, Key.Key_Backspace)
    assert editor.toPlainText() == "🐻 sees "
    type_in(qtbot, editor, "@Nobody")
    qtbot.keyClick(editor, Key.Key_Backspace)
    assert editor.toPlainText() == "🐻 sees @Nobod"


def test_an_unknown_mention_is_underlined_and_a_known_one_coloured(
    qtbot: QtBot, editor: PromptEditor
) -> None:
    editor.show_value("🐻🐻 @Topa meets @Tpoa")
    assert unknown_names(editor) == ("Tpoa",)
    looks = editor.document().firstBlock().layout().formats()
    marked = {(f.start, f.length): f.format for f in looks}
    text = "🐻🐻 @Topa meets @Tpoa"
    topa = marked[text.index("@Topa") + 2, 5]
    tpoa = marked[text.index("@Tpoa") + 2, 5]
    assert topa.foreground().color() == QColor("orange")
    assert tpoa.underlineStyle() == tpoa.UnderlineStyle.WaveUnderline


def test_chips_are_painted_under_known_mentions_only(qtbot: QtBot, editor: PromptEditor) -> None:
    editor.show_value("@Topa\n@Tpoa")
    names = [mention.name for mention, _box in editor._boxes()]
    assert names == ["Topa", "Tpoa"]
    boxes = [box for _mention, box in editor._boxes()]
    assert boxes[0].width() > 20
    assert boxes[1].top() > boxes[0].bottom()


def test_what_is_typed_is_told_once_after_a_rest(qtbot: QtBot, editor: PromptEditor) -> None:
    told: list[str] = []
    editor.committed.connect(told.append)
    type_in(qtbot, editor, "Close-up.")
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    editor.flush()
    assert told == ["Close-up."]


def test_showing_a_text_tells_nothing_even_where_qt_changes_its_spaces(
    qtbot: QtBot, editor: PromptEditor
) -> None:
    told: list[str] = []
    editor.committed.connect(told.append)
    editor.show_value("Topa\N{NO-BREAK SPACE}walks.\nSlowly.\n")
    editor.flush()
    assert told == []


def test_the_document_does_not_overwrite_what_is_being_typed(
    qtbot: QtBot, editor: PromptEditor
) -> None:
    editor.show_value("One")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    type_in(qtbot, editor, " two")
    editor.show_value("Another")
    assert editor.toPlainText() == "One two"
    editor.flush()
    editor.show_value("Undone")
    assert editor.toPlainText() == "Undone"


def test_rich_text_is_pasted_plain(qtbot: QtBot) -> None:
    box = TextBox("Notes")
    qtbot.addWidget(box)
    assert not box.acceptRichText()


def test_enter_tells_a_line_at_once(qtbot: QtBot) -> None:
    line = TextLine("Title")
    qtbot.addWidget(line)
    told: list[str] = []
    line.committed.connect(told.append)
    line.show_value("Morning")
    type_in(qtbot, line, "A ")
    qtbot.keyClick(line, Key.Key_Return)
    assert told == ["A Morning"]


def test_showing_a_line_tells_nothing(qtbot: QtBot) -> None:
    line = TextLine("Title")
    qtbot.addWidget(line)
    told: list[str] = []
    line.committed.connect(told.append)
    line.show_value("Morning\nin the valley")
    line.flush()
    assert told == []
