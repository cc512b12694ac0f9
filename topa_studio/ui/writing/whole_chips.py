"""A chip is one letter to the hand: the cursor, a selection and what is deleted never part it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from topa_studio.model.mentions import Mention
from topa_studio.ui.writing.mention_marks import Places

_KEEP = QTextCursor.MoveMode.KeepAnchor


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention with the places of the document at which it begins and ends."""

    name: str
    start: int
    end: int

    def cursor(self, document: QTextDocument) -> QTextCursor:
        """It, selected."""
        made = QTextCursor(document)
        made.setPosition(self.start)
        made.setPosition(self.end, _KEEP)
        return made


def placed_in(block: QTextBlock, find: Callable[[str], tuple[Mention, ...]]) -> Iterator[Placed]:
    """The mentions of a paragraph."""
    text, first = block.text(), block.position()
    found = find(text)
    places = Places(text) if found else None
    for mention in found:
        assert places is not None
        yield Placed(mention.name, first + places.of(mention.start), first + places.of(mention.end))


class WholeChips:
    """The chips of one field; `find` gives the mentions of a paragraph, `is_chip` which are.

    `document` is asked each time: what Python has kept of it may have ended before the field does.
    """

    def __init__(
        self,
        document: Callable[[], QTextDocument],
        find: Callable[[str], tuple[Mention, ...]],
        is_chip: Callable[[str], bool],
    ) -> None:
        self._document, self._find, self._is_chip = document, find, is_chip

    def around(self, place: int, *, inside: bool = False) -> Placed | None:
        """The chip that the cursor at `place` touches; `inside`: only one that it would part."""
        for chip in placed_in(self._document().findBlock(place), self._find):
            touches = chip.start < place < chip.end if inside else chip.start <= place <= chip.end
            if touches and self._is_chip(chip.name):
                return chip
        return None

    def edge(self, place: int, towards: int = 0) -> int:
        """Where a cursor that came to `place` stands: at a chip's edge, the near one for 0."""
        chip = self.around(place, inside=True)
        if chip is None:
            return place
        is_near_end = place - chip.start > chip.end - place
        return chip.end if towards > 0 or (towards == 0 and is_near_end) else chip.start

    def whole(self, cursor: QTextCursor, towards: int = 0) -> QTextCursor | None:
        """The cursor that parts no chip; None: this one parts none. A selection only grows."""
        place, anchor = cursor.position(), cursor.anchor()
        if place == anchor:
            there = home = self.edge(place, towards)
        else:
            there = self.edge(place, towards or place - anchor)
            home = self.edge(anchor, anchor - place)
        if (there, home) == (place, anchor):
            return None
        made = QTextCursor(cursor)
        made.setPosition(home)
        made.setPosition(there, _KEEP)
        return made

    def removed(self, cursor: QTextCursor, *, forward: bool, word: bool) -> QTextCursor | None:
        """What a key that deletes takes, where that is more than Qt would; None: leave it to Qt."""
        if cursor.hasSelection():
            return None
        for chip in placed_in(cursor.block(), self._find):
            edge = chip.start if forward else chip.end
            if edge == cursor.position() and self._is_chip(chip.name):
                return chip.cursor(self._document())
        if not word:
            return None
        moves = QTextCursor.MoveOperation
        made = QTextCursor(cursor)
        made.movePosition(moves.NextWord if forward else moves.PreviousWord, _KEEP)
        return self.whole(made) or made
