"""The cursor of one editor of words handed to another one that shows the same words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QTextCursor

from topa_studio.ui.writing.prompt import PromptEditor


@dataclass(frozen=True, slots=True)
class Caret:
    """Where a cursor stands in some words, and from where on letters are chosen."""

    words: str
    anchor: int
    position: int


def caret_of(editor: PromptEditor) -> Caret | None:
    """Of an editor that was written in; None of one in which nobody has been."""
    cursor = editor.textCursor()
    if not editor.hasFocus() and not cursor.position() and not cursor.hasSelection():
        return None
    return Caret(editor.words(), cursor.anchor(), cursor.position())


def put_caret(editor: PromptEditor, caret: Caret) -> bool:
    """Put it into an editor; whether that shows the same words."""
    if editor.words() != caret.words:
        return False
    cursor = editor.textCursor()
    cursor.setPosition(caret.anchor)
    cursor.setPosition(caret.position, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()
    return True
