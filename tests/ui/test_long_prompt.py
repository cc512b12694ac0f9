"""A key in a long prompt costs what is seen of it: told by counting the work, not by seconds."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from topa_studio.ui.writing import mention_boxes, mention_marks
from topa_studio.ui.writing.known import Known
from topa_studio.ui.writing.prompt import PromptEditor

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SENTENCE = "The small bear @Topa walks on through the grass and looks at the river and the hills."


def work_of_a_key(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, text: str) -> Counter[str]:
    """How often each costly thing is done for one key in the middle of `text`, with its paint."""
    editor = PromptEditor("Prompt")
    editor.set_known([Known("Topa", QColor("orange"))])
    qtbot.addWidget(editor)
    editor.resize(320, 160)
    editor.show()
    editor.show_value(text)
    cursor = editor.textCursor()
    cursor.setPosition(len(text) // 2)
    editor.setTextCursor(cursor)
    editor.viewport().grab()
    done: Counter[str] = Counter()

    def counted(module: Any, name: str) -> None:
        real = getattr(module, name)

        def call(*given: Any) -> Any:
            done[name] += 1
            return real(*given)

        monkeypatch.setattr(module, name, call)

    with monkeypatch.context() as patched:
        monkeypatch = patched
        counted(mention_boxes, "_box")
        counted(mention_boxes, "_lines_between")
        counted(mention_marks, "mentions")
        counted(mention_marks.MentionMarks, "highlightBlock")
        QTest.keyClick(editor, "x")
        editor.viewport().grab()
    assert done["_box"], "chips are in sight"
    return done


@pytest.mark.parametrize("between", [" ", "\n"])
def test_ten_times_the_words_are_no_more_work_for_a_key(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, between: str
) -> None:
    short = work_of_a_key(qtbot, monkeypatch, between.join([SENTENCE] * 24))
    long = work_of_a_key(qtbot, monkeypatch, between.join([SENTENCE] * 240))
    for name, times in long.items():
        assert times <= 2 * short[name] + 2, (name, short, long)


def test_chips_are_where_their_names_are_however_far_it_is_scrolled(qtbot: QtBot) -> None:
    editor = PromptEditor("Prompt")
    editor.set_known([Known("Topa", QColor("orange"))])
    qtbot.addWidget(editor)
    editor.resize(320, 160)
    editor.show()
    editor.show_value(" ".join(["🐻 " + SENTENCE] * 60))
    for part in (0.0, 0.3, 0.7, 1.0):
        bar = editor.verticalScrollBar()
        bar.setValue(round(bar.maximum() * part))
        boxes = [box for _mention, box in editor._boxes()]
        assert boxes
        for box in boxes:
            if not editor.viewport().rect().contains(box.center().toPoint()):
                continue
            cursor = editor.cursorForPosition(box.center().toPoint())
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
            assert cursor.selectedText() == "Topa"
