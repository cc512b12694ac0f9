"""Keys that fields leave to the film: undo and redo are its own, and Space plays it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence


def leaves_undo_to_the_film(event: QEvent) -> bool:
    """Whether `event` is a claim to undo or redo keys, which the film's own history answers."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    keys = QKeySequence.StandardKey
    if not (event.matches(keys.Undo) or event.matches(keys.Redo)):
        return False
    event.ignore()
    return True


def leaves_space_to_the_film(event: QEvent) -> bool:
    """Whether `event` is a claim to Space, which means nothing in a field of digits."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.key() != Qt.Key.Key_Space or event.modifiers():
        return False
    event.ignore()
    return True
