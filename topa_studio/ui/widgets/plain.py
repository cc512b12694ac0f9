"""Words of films, services and files shown letter by letter: no markup, no key, no placeholder."""

from __future__ import annotations

import html

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def plain_tip(words: str) -> str:
    """A tooltip of exactly these words: Qt guesses from its start whether one is markup."""
    if not Qt.mightBeRichText(words):
        return words
    lines = html.escape(words).replace("\n", "<br>")
    return f'<p style="white-space: pre-wrap">{lines}</p>'


def plain_act(words: str) -> str:
    """The words of a button or menu entry: an & is a letter of them, and a tab is a space."""
    return words.replace("&", "&&").replace("\t", " ")


def without_key(words: str) -> str:
    """The words of an act as they are read, without the & that marks its key."""
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&")


def plain_title(words: str) -> str:
    """The title of a window, in which Qt has a placeholder of its own."""
    return words.replace("[*]", "[*][*]")


def plain_box(parent: QWidget, question: str, details: str) -> QMessageBox:
    """A box that asks, its buttons still to be added."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, "Topa Studio", "", parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(question)
    box.setInformativeText(details)
    return box
