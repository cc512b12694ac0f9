"""The prompt editor: plain text in which a known @mention is one chip in its element's colour."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu

from topa_studio.document.reading.suggest import meant_part
from topa_studio.ui.commands.command import Place
from topa_studio.ui.commands.table import named
from topa_studio.ui.widgets.plain import plain_act
from topa_studio.ui.writing.fixes import add_fixes
from topa_studio.ui.writing.known import Known
from topa_studio.ui.writing.likeness import rank_of
from topa_studio.ui.writing.mention_box import MentionBox
from topa_studio.ui.writing.mention_list import MentionList
from topa_studio.ui.writing.mention_marks import Places, units
from topa_studio.ui.writing.mention_typed import Begun, begun_mention, takes_space
from topa_studio.ui.writing.whole_chips import placed_in

_CHIP_ALPHA = 44
_CTRL = Qt.KeyboardModifier.ControlModifier
_COMMAND_KEYS = _CTRL | Qt.KeyboardModifier.MetaModifier
_ACCEPT_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}
_WORDS = (QKeySequence.StandardKey.DeleteStartOfWord, QKeySequence.StandardKey.DeleteEndOfWord)
_LEFT = Qt.MouseButton.LeftButton


class PromptEditor(MentionBox):
    """`@` opens the list of elements; a mention of nobody has its fixes in a menu.

    Signals:
        element_wanted: a name that is mentioned; the user wants to make that element.
    """

    element_wanted = Signal(str)

    def __init__(
        self, says: str, placeholder: str = "", lines: int = 6, *, rests: bool = True
    ) -> None:
        super().__init__(says, placeholder, lines, rests=rests)
        self._acts: Sequence[QAction] = ()
        self._list = MentionList(self)
        self._list.accepted.connect(self._insert)
        self._list.element_wanted.connect(self.element_wanted)
        self._space_end: int | None = None  # the cursor is still behind a space of the list's
        self.cursorPositionChanged.connect(self._follow)

    def set_known(self, known: Sequence[Known]) -> None:
        """Offer and recognise these elements."""
        self._list.set_known(known)
        self.show_colours({one.name: one.colour for one in known})

    def add_acts(self, *acts: QAction) -> None:
        """Have these in the menu of the words, too."""
        self._acts = acts

    def mention(self, name: str) -> None:
        """Write a mention where the cursor is, parted from the words beside it."""
        self._composing.finish()
        cursor = self.textCursor()
        cursor.removeSelectedText()
        text, here = cursor.block().text(), cursor.positionInBlock()
        before = text[: Places(text).character(here)][-1:]
        begun = Begun("", "", text[Places(text).character(here) :])
        space = begun.space_after(name, self._colours)
        cursor.insertText(f"{' ' if before.strip() else ''}@{name}{space}")
        self.setTextCursor(cursor)
        self._space_end = cursor.position() if space else None

    @property
    def offers(self) -> bool:
        """Whether the list is open, which takes Enter, Tab, Esc and the arrows."""
        return self._list.is_open

    # Typing.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type; the open list takes Enter, Tab, Esc and the arrows."""
        if self._list.is_open and self._list_takes(event):
            return
        if named(Place.WORDS, event) == "fix_mention":
            self._open_menu(self.cursorRect().bottomLeft(), self.textCursor(), whole=False)
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
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        self._list.step(step)
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
            self._list.offer(begun.name)

    def _follow(self) -> None:
        """The cursor or the words are elsewhere: an open list fits them again, or goes."""
        if self.textCursor().position() != self._space_end:
            self._space_end = None
        if self._list.is_open:
            self._offer()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever leaves the words leaves the list."""
        self._list.close()
        super().focusOutEvent(event)

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
        if begun is None or rank_of(name, begun.name) is None:
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

    # The menu.

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual menu; over a mention of nobody its fixes come first."""
        by_keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
        at = self.cursorRect().bottomLeft() if by_keyboard else event.pos()
        cursor = self.textCursor() if by_keyboard else self.cursorForPosition(at)
        self._open_menu(at, cursor, whole=True)

    def _open_menu(self, at: QPoint, cursor: QTextCursor, *, whole: bool) -> None:
        menu = self.createStandardContextMenu() if whole else QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        if whole and self._acts:
            menu.addSeparator()
            menu.addActions(self._acts)
        chip, found = self._chips.around(cursor.position()), self._unknown_around(cursor)
        if chip is not None:
            show = QAction(plain_act(self.tr("Show @{name}").format(name=chip.name)), menu)
            show.triggered.connect(lambda: self.element_opened.emit(chip.name))
            first = menu.actions()[0] if menu.actions() else None
            menu.insertAction(first, show) if first is not None else menu.addAction(show)
        elif found is not None and not self.isReadOnly():
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

    def _unknown_around(self, cursor: QTextCursor) -> QTextCursor | None:
        """The mention of nobody that a cursor touches, selected."""
        for mention in placed_in(cursor.block(), self._marks.mentions):
            touches = mention.start <= cursor.position() <= mention.end
            if touches and mention.name not in self._colours:
                return mention.cursor(self.document())
        return None

    def minimumSizeHint(self) -> QSize:
        """Room for a few lines."""
        return QSize(160, round(self.sizeHint().height() * 0.75))
