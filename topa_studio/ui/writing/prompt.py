"""The prompt editor: plain text in which a known @mention is one chip in its element's colour."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QToolTip

from topa_studio.document.reading.suggest import meant_part
from topa_studio.model.mentions import Mention, mentions
from topa_studio.ui.commands.command import Place
from topa_studio.ui.commands.table import COMMANDS, named
from topa_studio.ui.plain import plain_tip
from topa_studio.ui.writing.fields import TextBox
from topa_studio.ui.writing.fixes import add_fixes
from topa_studio.ui.writing.mention_boxes import mention_boxes
from topa_studio.ui.writing.mention_list import MentionList, fits
from topa_studio.ui.writing.mention_marks import MentionMarks, Places, units
from topa_studio.ui.writing.mention_typed import Begun, begun_mention, takes_space

_CHIP_ALPHA = 44
_COMMAND_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
_ACCEPT_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}


@dataclass(frozen=True, slots=True)
class Known:
    """An element that may be mentioned: its name, colour and a small picture."""

    name: str
    colour: QColor
    picture: QPixmap | None = None


class PromptEditor(TextBox):
    """`@` opens the list of elements; Backspace behind a chip removes it whole.

    Signals:
        element_wanted: a name that is mentioned; the user wants to make that element.
    """

    element_wanted = Signal(str)

    def __init__(
        self, says: str, placeholder: str = "", lines: int = 6, *, rests: bool = True
    ) -> None:
        super().__init__(says, placeholder, lines, rests=rests)
        self._colours: Mapping[str, QColor] = {}
        self._marks = MentionMarks(self.document())
        self._list = MentionList(self)
        self._list.accepted.connect(self._insert)
        self._space_end: int | None = None  # the cursor is still behind a space of the list's
        self.cursorPositionChanged.connect(self._follow)

    def set_known(self, known: Sequence[Known]) -> None:
        """Offer and recognise these elements."""
        colours = {one.name: one.colour for one in known}
        self._list.set_known([(one.name, one.colour, one.picture) for one in known])
        if colours != self._colours:
            self._colours = colours
            self._marks.set_colours(colours)
            self.viewport().update()

    def unknown_names(self) -> tuple[str, ...]:
        """Names mentioned that no element has, each once."""
        found = (mention.name for mention in mentions(self.words(), self._colours))
        return tuple(dict.fromkeys(name for name in found if name not in self._colours))

    @property
    def offers(self) -> bool:
        """Whether the list is open, which takes Enter, Tab, Esc and the arrows."""
        return self._list.is_open

    # Typing.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type; the open list takes Enter, Tab, Esc and the arrows."""
        if self._list.is_open and self._list_takes(event):
            return
        if event.key() == Qt.Key.Key_Backspace and self._remove_chip():
            return
        if named(Place.WORDS, event) == "fix_mention":
            self._open_menu(self._unknown_here(), self.cursorRect().bottomLeft(), whole=False)
            return
        if not event.modifiers() & _COMMAND_KEYS:
            self._give_space_to(event.text())
        super().keyPressEvent(event)
        if event.text() or event.key() == Qt.Key.Key_Backspace:
            self._offer()

    def _list_takes(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _ACCEPT_KEYS:
            begun = self._begun()
            # The words may be others than those the list was opened for.
            return begun is not None and self._list.accept(begun.name)
        if key == Qt.Key.Key_Escape:
            self._list.close()
            return True
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(key)
        if step is not None:
            self._list.step(step)
        return step is not None

    def _remove_chip(self) -> bool:
        cursor = self.textCursor()
        if cursor.hasSelection():
            return False
        text, place = cursor.block().text(), cursor.positionInBlock()
        places = Places(text)
        here = places.character(place)
        mention = next((m for m in self._marks.mentions(text) if m.end == here), None)
        if mention is None or mention.name not in self._colours:
            return False
        back = place - places.of(mention.start)
        cursor.setPosition(cursor.position() - back, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        return True

    def _begun(self) -> Begun | None:
        """The mention that is being written before the cursor, what is half composed included."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            return None
        text = cursor.block().text()
        here = Places(text).character(cursor.positionInBlock())
        return begun_mention(text[:here], self._composing.words, text[here:])

    def _offer(self) -> None:
        begun = self._begun()
        if begun is None:
            self._list.close()
        else:
            self._list.offer(begun.name, self.cursorRect())

    def _follow(self) -> None:
        """The cursor or the words are elsewhere: an open list fits them again, or goes."""
        if self.textCursor().position() != self._space_end:
            self._space_end = None
        if self._list.is_open:
            self._offer()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Words that come composed open the list and narrow it, as typed ones do."""
        if not event.replacementLength():
            self._give_space_to(event.commitString())
        super().inputMethodEvent(event)
        if event.commitString() or event.preeditString() or self._list.is_open:
            self._offer()

    def _insert(self, name: str) -> None:
        self._composing.finish()
        begun = self._begun()
        if begun is None or not fits(name, begun.name):
            return
        cursor = self.textCursor()
        back, on = units(begun.written), units(begun.rest_of(name))
        cursor.setPosition(cursor.position() + on)
        cursor.setPosition(cursor.position() - on - back, QTextCursor.MoveMode.KeepAnchor)
        space = begun.space_after(name, self._colours)
        cursor.insertText(f"@{name}{space}")
        self.setTextCursor(cursor)
        self._space_end = cursor.position() if space else None
        self.setFocus()

    def _give_space_to(self, typed: str) -> None:
        """What is typed now replaces the space that came with a name, where it needs none."""
        cursor = self.textCursor()
        if cursor.hasSelection() or cursor.position() != self._space_end:
            return
        cursor.movePosition(cursor.MoveOperation.Left, cursor.MoveMode.KeepAnchor)
        if cursor.selectedText() == " " and takes_space(typed):
            self.setTextCursor(cursor)

    # Mentions of nobody.

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual menu; over a mention of nobody its fixes come first."""
        by_keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
        at = self.cursorRect().bottomLeft() if by_keyboard else event.pos()
        found = self._unknown_here() if by_keyboard else self._unknown_at(at)
        self._open_menu(found, at, whole=True)

    def _open_menu(self, found: QTextCursor | None, at: QPoint, *, whole: bool) -> None:
        menu = self.createStandardContextMenu() if whole else QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        if found is not None and not self.isReadOnly():
            add_fixes(
                menu,
                found.selectedText().removeprefix("@"),
                list(self._colours),
                self.element_wanted.emit,
                lambda name: self._replace(found, name),
            )
        if menu.isEmpty():
            menu.deleteLater()
        else:
            menu.popup(self.viewport().mapToGlobal(at))

    def _replace(self, found: QTextCursor, name: str) -> None:
        """Put another name in the place of one, and leave the words that follow it."""
        word = found.selectedText()[1:]
        meant = found.selectionStart() + 1 + units(word[: meant_part(word, name)])
        found.setPosition(found.selectionStart())
        found.setPosition(meant, QTextCursor.MoveMode.KeepAnchor)
        found.insertText(f"@{name}")
        self.flush()

    def _unknown_at(self, at: QPoint) -> QTextCursor | None:
        """The mention of nobody under a point of the viewport, selected."""
        return self._unknown_around(self.cursorForPosition(at))

    def _unknown_here(self) -> QTextCursor | None:
        return self._unknown_around(self.textCursor())

    def _unknown_around(self, cursor: QTextCursor) -> QTextCursor | None:
        text, place = cursor.block().text(), cursor.positionInBlock()
        places = Places(text)
        for mention in self._marks.mentions(text):
            start, end = places.of(mention.start), places.of(mention.end)
            if start <= place <= end and mention.name not in self._colours:
                found = QTextCursor(cursor.block())
                found.setPosition(cursor.block().position() + start)
                end += cursor.block().position()
                found.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                return found
        return None

    # Painting.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chips' grounds, then the words."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for mention, box in self._boxes():
            colour = self._colours.get(mention.name)
            if colour is not None:
                ground = QColor(colour)
                ground.setAlpha(_CHIP_ALPHA)
                painter.setBrush(ground)
                painter.drawRoundedRect(box, 4, 4)
        painter.end()
        super().paintEvent(event)

    def _boxes(self) -> Iterator[tuple[Mention, QRectF]]:
        """Mentions in the lines that are seen, with their boxes in the viewport."""
        scrolled = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        seen = QRectF(self.viewport().rect()).translated(scrolled)
        layout = self.document().documentLayout()
        block = self.cursorForPosition(QPoint(0, 0)).block()
        while block.isValid():
            place = layout.blockBoundingRect(block)
            if place.top() > seen.bottom():
                return
            for mention, box in mention_boxes(block, self._marks.mentions, place, seen):
                yield mention, box.translated(-scrolled)
            block = block.next()

    def event(self, event: QEvent) -> bool:
        """Tell on hover why a mention is underlined."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self.viewport().mapFrom(self, event.pos())
            for mention, box in self._boxes():
                if box.contains(place) and mention.name not in self._colours:
                    words = self.tr(
                        "No element is called {name}. A right click or {key} has fixes."
                    ).format(name=mention.name, key=COMMANDS["fix_mention"].key)
                    QToolTip.showText(event.globalPos(), plain_tip(words), self)
                    return True
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        """Room for a few lines."""
        return QSize(160, round(self.sizeHint().height() * 0.75))
