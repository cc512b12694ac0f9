"""Which mentions stand in a prompt and how they look; the words themselves stay plain text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtGui import (
    QColor,
    QFont,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextDocument,
)

from topa_studio.model.mentions import Mention, mentions
from topa_studio.ui.look.theme import tokens

_ROOM = 3.0  # pixels on either side of a chip
_PARAGRAPHS = 64


class MentionMarks(QSyntaxHighlighter):
    """Colours known mentions and underlines unknown ones."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._colours: Mapping[str, QColor] = {}
        self._names: tuple[str, ...] = ()

    def set_colours(self, colours: Mapping[str, QColor]) -> None:
        """Know these elements by name, each with its colour."""
        if colours != self._colours:
            self._colours = dict(colours)
            self._names = tuple(colours)
            self.rehighlight()

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """The mentions of one paragraph, looked up once for each of its wordings."""
        return _found(text, self._names)

    def highlightBlock(self, text: str) -> None:
        """Mark the mentions of one paragraph."""
        found = self.mentions(text)
        if not found:
            return
        places = Places(text)
        for mention in found:
            marked = QTextCharFormat()
            colour = self._colours.get(mention.name)
            if colour is not None:
                marked.setForeground(colour)
                marked.setFontWeight(QFont.Weight.DemiBold)
            else:
                marked.setForeground(tokens().bad)
                marked.setUnderlineColor(tokens().bad)
                marked.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            self._make_room(text, mention, places)
            start = places.of(mention.start)
            self.setFormat(start, places.of(mention.end) - start, marked)

    def _make_room(self, text: str, mention: Mention, places: Places) -> None:
        wide = QTextCharFormat()
        wide.setFontWordSpacing(_ROOM)
        for place in (mention.start - 1, mention.end):
            if 0 <= place < len(text) and text[place] == " ":
                self.setFormat(places.of(place), 1, wide)


class Places:
    """Where the characters of a paragraph stand in Qt, which counts UTF-16 units."""

    def __init__(self, text: str) -> None:
        wide = len(text.encode("utf-16-le", "surrogatepass")) // 2 > len(text)
        self._pairs = [at for at, sign in enumerate(text) if sign > "\uffff"] if wide else []

    def of(self, place: int) -> int:
        """Qt's place of the character at `place`."""
        return place + bisect_left(self._pairs, place)

    def character(self, place: int) -> int:
        """The character that stands at Qt's `place`."""
        before = 0
        while before < len(self._pairs) and self._pairs[before] + before < place:
            before += 1
        return place - before


def units(text: str) -> int:
    """How many places `text` takes in Qt."""
    return Places(text).of(len(text))


@lru_cache(maxsize=_PARAGRAPHS)
def _found(text: str, names: tuple[str, ...]) -> tuple[Mention, ...]:
    return mentions(text, names)
