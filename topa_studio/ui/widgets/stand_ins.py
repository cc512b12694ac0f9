"""Signs that stand in a field for those that Qt would change, so that no other letter changes."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor, QTextDocument

# Qt makes line ends of these, and takes the last two for a mark of the byte order where a text
# begins with them; everything else it keeps as it is.
_CHANGED = "\r\u2029\ufdd0\ufdd1\ufeff\ufffe"
# These never stand in a text that is exchanged (Unicode, noncharacters).
_NEVER_USED = tuple(chr(code) for code in range(0xFDD2, 0xFDF0))
_BLOCK_END = "\u2029"


class StandIns:
    """Which sign stands for which in one field, so that its words come back letter by letter."""

    def __init__(self) -> None:
        self._there: dict[int, str] = {}
        self._back: dict[int, str] = {}

    def shown(self, text: str) -> str:
        """The words to put into the field for `text`."""
        odd = [sign for sign in _CHANGED if sign in text]
        free = (sign for sign in _NEVER_USED if sign not in text)
        pairs = list(zip(odd, free, strict=False))
        self._there = {ord(sign): other for sign, other in pairs}
        self._back = {ord(other): sign for sign, other in pairs}
        return text.translate(self._there) if pairs else text

    def meant(self, shown: str) -> str:
        """The text that words of the field stand for."""
        return shown.translate(self._back) if self._back else shown


def words_of(document: QTextDocument) -> str:
    """The words of a document, each as it is: `toPlainText` changes some spaces."""
    # The lines of a document end in a sign that cannot stand in them.
    return document.toRawText().replace(_BLOCK_END, "\n")


def chosen_words(cursor: QTextCursor) -> str:
    """The selected words, each as it is."""
    return cursor.selectedText().replace(_BLOCK_END, "\n")
