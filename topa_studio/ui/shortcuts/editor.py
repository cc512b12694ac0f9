"""The strip in which new keys of a command are pressed, and a conflict is told in words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from topa_studio.ui.commands.command import Command, Place, pressed, spelled
from topa_studio.ui.commands.keymap import Keys, is_key, others
from topa_studio.ui.commands.table import COMMANDS
from topa_studio.ui.look.theme import set_role
from topa_studio.ui.widgets.parts import text_label

_ALONE = (
    Qt.Key.Key_Control,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
)
_NONE = Qt.KeyboardModifier.NoModifier


class KeyEditor(QFrame):
    """Seen while a command is given other keys.

    Signals:
        given: a command's name and its keys from now on.
        taken: the same, where other commands give their keys up: their names, and the key.
        reset: a command's name, which gets the keys of the preset again.
        left: the strip is gone.
    """

    given = Signal(str, tuple)
    taken = Signal(str, tuple, list)
    reset = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("New keys"))
        self._command: Command | None = None
        self._key = ""
        self._others: list[Command] = []
        self.words = text_label("", wrap=True)
        self.give_up = self._button(self.tr("Give it up there"), self._take)
        self.none = self._button(self.tr("No key"), lambda: self._give(()))
        self.as_before = self._button(self.tr("As in the preset"), self._reset)
        self.leave_button = self._button(self.tr("Leave"), self.leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        for button in (self.give_up, self.none, self.as_before, self.leave_button):
            row.addWidget(button)
        self.hide()

    def _button(self, words: str, act: object) -> QPushButton:
        made = QPushButton(words)
        made.setAccessibleName(words)
        made.setAutoDefault(False)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(act)
        return made

    @property
    def command(self) -> Command | None:
        """The command whose keys are asked for."""
        return self._command

    def ask(self, command: Command, *, is_own: bool) -> None:
        """Ask for the keys of a command; `is_own`: they are not those of the preset."""
        self._command, self._key, self._others = command, "", []
        self.as_before.setVisible(is_own)
        self.none.setVisible(bool(command.key))
        self.give_up.hide()
        words = self.tr("New keys for “{command}”: press them now. Esc leaves it.")
        self._say(words.format(command=command.says))
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Ask no more."""
        if self._command is not None:
            self._command = None
            self.hide()
            self.left.emit()

    def event(self, event: QEvent) -> bool:
        """Every key is one that is given, and none does what it means elsewhere."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            self._press(event)
            return True
        return super().event(event)

    def _press(self, event: QKeyEvent) -> None:
        command, key = self._command, pressed(event, _NONE)
        if command is None or event.key() in _ALONE:
            return
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Tab)
        elif not is_key(key):
            self._say(self.tr("This key has no name: press another."))
        elif not key.isascii():
            self._say(self.tr("This letter is not on every keyboard: press a Latin one."))
        elif command.place is Place.TIMELINE and "Shift" in key.split("+"):
            self._say(self.tr("Shift chooses more on the timeline: press another key."))
        else:
            self._ask_for(command, key)

    def _ask_for(self, command: Command, key: str) -> None:
        self._key, self._others = key, others(key, command, COMMANDS)
        if not self._others:
            self._give((key,))
            return
        names = ", ".join(f"“{other.says}”" for other in self._others)
        words = self.tr("{key} is also: {commands}. Give it up there?")
        self.give_up.show()
        self._say(words.format(key=spelled(key), commands=names))

    def _say(self, words: str) -> None:
        self.words.setText(words)
        self.setAccessibleDescription(words)

    def _give(self, keys: Keys) -> None:
        if self._command is not None:
            self.given.emit(self._command.name, keys)
            self.leave()

    def _take(self) -> None:
        if self._command is not None and self._key:
            names = [other.name for other in self._others]
            self.taken.emit(self._command.name, (self._key,), names)
            self.leave()

    def _reset(self) -> None:
        if self._command is not None:
            self.reset.emit(self._command.name)
            self.leave()


class KeyButton(QPushButton):
    """The keys of one command: a press asks for others."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.command = name
        self.setAutoDefault(False)
        self.show_keys(is_own=False)

    def show_keys(self, *, is_own: bool) -> None:
        """Say the keys in force; `is_own`: they are not those of the preset."""
        command = COMMANDS[self.command]
        keys = "  ".join(command.caps) or self.tr("No key")
        self.setText(keys.replace("&", "&&"))
        role = "key-none" if not command.caps else "key-own" if is_own else "key-edit"
        set_role(self, role)
        self.setAccessibleName(f"{command.says}: {keys}")
        self.setToolTip(self.tr("Give other keys") if not is_own else self.tr("Changed by you"))


def fixed_cap(key: str) -> QLabel:
    """A key that cannot be changed."""
    cap = QLabel(key)
    cap.setTextFormat(Qt.TextFormat.PlainText)
    cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
    set_role(cap, "key")
    return cap
