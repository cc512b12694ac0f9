"""What an empty field says is seen whole, also where it takes two lines."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from topa_studio.ui.writing.prompt import PromptEditor

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def inked_rows(image: QImage, inside: QRect) -> list[int]:
    ground = image.pixelColor(inside.right(), inside.bottom())
    across = range(inside.left(), inside.right(), 2)
    rows = range(inside.top(), inside.bottom())
    return [y for y in rows if any(image.pixelColor(x, y) != ground for x in across)]


def test_the_second_line_is_not_cut(qtbot: QtBot) -> None:
    editor = PromptEditor("Prompt", "What happens in this shot? Type @ to mention an element.")
    qtbot.addWidget(editor)
    editor.resize(260, 160)
    editor.show()
    qtbot.waitExposed(editor)
    viewport = editor.viewport()
    rows = inked_rows(viewport.grab().toImage(), viewport.rect().adjusted(14, 2, -4, -4))
    line = editor.fontMetrics().height()
    assert rows[-1] - rows[0] > 1.5 * line
    editor.setPlainText("A hill.")
    rows = inked_rows(viewport.grab().toImage(), viewport.rect().adjusted(14, 2, -4, -4))
    assert rows[-1] - rows[0] < 1.5 * line
