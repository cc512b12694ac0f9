"""A box of words in which a known @mention is one chip in its element's colour."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDropEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QToolTip

from topa_studio.model.mentions import Mention
from topa_studio.ui.commands.table import COMMANDS
from topa_studio.ui.widgets.plain import plain_tip
from topa_studio.ui.writing.fields import TextBox
from topa_studio.ui.writing.mention_boxes import mention_boxes
from topa_studio.ui.writing.mention_marks import MentionMarks
from topa_studio.ui.writing.whole_chips import WholeChips

_CHIP_ALPHA = 44
_CTRL = Qt.KeyboardModifier.ControlModifier
_BACK_WORD, _ON_WORD, _ON = (
    QKeySequence.StandardKey.DeleteStartOfWord,
    QKeySequence.StandardKey.DeleteEndOfWord,
    QKeySequence.StandardKey.Delete,
)
_LEFT = Qt.MouseButton.LeftButton


class MentionBox(TextBox):
    """Words in which a known mention is a chip that the cursor, keys and the mouse take as one.

    Signals:
        element_opened: a chip's name; the user wants to see that element.
    """

    element_opened = Signal(str)

    def __init__(
        self, says: str, placeholder: str = "", lines: int = 6, *, rests: bool = True
    ) -> None:
        super().__init__(says, placeholder, lines, rests=rests)
        self._colours: Mapping[str, QColor] = {}
        self._marks = MentionMarks(self.document())
        self._chips = WholeChips(
            self.document, self._marks.mentions, lambda name: name in self._colours
        )

    def show_colours(self, colours: Mapping[str, QColor]) -> None:
        """Recognise these elements, each with its colour."""
        if colours != self._colours:
            self._colours = colours
            self._marks.set_colours(colours)
            self.viewport().update()

    # Keys.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type; what moves goes over a chip, and what deletes takes it whole."""
        if self._remove_whole(event):
            return
        before, long = self.textCursor().position(), self.document().characterCount()
        super().keyPressEvent(event)
        if self.document().characterCount() == long:
            self._keep_whole(self.textCursor().position() - before)

    def _remove_whole(self, event: QKeyEvent) -> bool:
        word = event.matches(_BACK_WORD) or event.matches(_ON_WORD)
        forward = event.matches(_ON) or event.matches(_ON_WORD)
        if self.isReadOnly() or not (word or forward or event.key() == Qt.Key.Key_Backspace):
            return False
        taken = self._chips.removed(self.textCursor(), forward=forward, word=word)
        if taken is None:
            return False
        taken.removeSelectedText()
        return True

    def _keep_whole(self, towards: int = 0) -> None:
        whole = self._chips.whole(self.textCursor(), towards)
        if whole is not None:
            self.setTextCursor(whole)

    # The mouse.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click puts the cursor beside a chip; with Ctrl it opens the chip's element."""
        name = self.chip_at(event.position().toPoint())
        if name and event.button() == _LEFT and event.modifiers() & _CTRL:
            self.element_opened.emit(name)
            return
        super().mousePressEvent(event)
        self._keep_whole()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A selection takes chips whole."""
        super().mouseMoveEvent(event)
        if event.buttons() & _LEFT:
            self._keep_whole()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click selects a word; on a chip it opens its element."""
        if name := self.chip_at(event.position().toPoint()):
            self.element_opened.emit(name)
            return
        super().mouseDoubleClickEvent(event)
        self._keep_whole()

    def dropEvent(self, event: QDropEvent) -> None:
        """What is dropped on a chip comes to stand beside it."""
        cursor = self.cursorForPosition(event.position().toPoint())
        cursor.setPosition(self._chips.edge(cursor.position()))
        beside = QPointF(self.cursorRect(cursor).center())
        moved = QDropEvent(
            beside,
            event.possibleActions(),
            event.mimeData(),
            event.buttons(),
            event.modifiers(),
        )
        moved.setDropAction(event.dropAction())
        super().dropEvent(moved)
        event.setDropAction(moved.dropAction())
        event.setAccepted(moved.isAccepted())

    def chip_at(self, at: QPoint) -> str:
        """The name of the chip at a point of the viewport; "" for none."""
        found = (mention.name for mention, box in self._boxes() if box.contains(QPointF(at)))
        return next((name for name in found if name in self._colours), "")

    # Painting.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chips' grounds, then the words."""
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for mention, box in self._boxes():
                colour = self._colours.get(mention.name)
                if colour is not None:
                    ground = QColor(colour)
                    ground.setAlpha(_CHIP_ALPHA)
                    painter.setBrush(ground)
                    painter.drawRoundedRect(box, 4, 4)
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
        """Tell on hover why a mention is underlined, and what opens a chip."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self.viewport().mapFrom(self, event.pos())
            for mention, box in self._boxes():
                if box.contains(place):
                    QToolTip.showText(event.globalPos(), plain_tip(self._tip(mention.name)), self)
                    return True
        return super().event(event)

    def _tip(self, name: str) -> str:
        key = COMMANDS["fix_mention"].key
        if name in self._colours:
            words = self.tr("{name}: a double click, Ctrl and a click, or {key} shows the element.")
        else:
            words = self.tr("No element is called {name}. A right click or {key} has fixes.")
        return words.format(name=name, key=key)
