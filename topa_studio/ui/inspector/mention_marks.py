"""Which mentions stand in a prompt and how they look; the words themselves stay plain text."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import (
    QColor,
    QFont,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextDocument,
)

from topa_studio.model.mentions import Mention, mentions
from topa_studio.ui.theme import tokens

_ROOM = 3.0  # pixels on either side of a chip


class MentionMarks(QSyntaxHighlighter):
    """Colours known mentions and underlines unknown ones."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._colours: Mapping[str, QColor] = {}

    def set_colours(self, colours: Mapping[str, QColor]) -> None:
        """Know these elements by name, each with its colour."""
        if colours != self._colours:
            self._colours = dict(colours)
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Mark the mentions of one paragraph."""
        for mention in mentions(text, self._colours):
            marked = QTextCharFormat()
            colour = self._colours.get(mention.name)
            if colour is not None:
                marked.setForeground(colour)
                marked.setFontWeight(QFont.Weight.DemiBold)
            else:
                marked.setForeground(tokens().bad)
                marked.setUnderlineColor(tokens().bad)
                marked.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            self._make_room(text, mention)
            # Qt counts UTF-16 units, Python whole characters.
            start = _units(text[: mention.start])
            self.setFormat(start, _units(text[mention.start : mention.end]), marked)

    def _make_room(self, text: str, mention: Mention) -> None:
        wide = QTextCharFormat()
        wide.setFontWordSpacing(_ROOM)
        for place in (mention.start - 1, mention.end):
            if 0 <= place < len(text) and text[place] == " ":
                self.setFormat(_units(text[:place]), 1, wide)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
