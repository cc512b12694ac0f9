"""The page of keys (F1): what works without a mouse, in groups, and each with keys to change."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from topa_studio.ui.commands.command import Command, said
from topa_studio.ui.commands.keymap import KeyMap, Keys, can_change
from topa_studio.ui.commands.presets import PRESETS
from topa_studio.ui.commands.table import COMMANDS, ends, keys_in_force, sections
from topa_studio.ui.film.search import folded
from topa_studio.ui.look.theme import scaled
from topa_studio.ui.shortcuts.editor import KeyButton, KeyEditor, fixed_cap
from topa_studio.ui.widgets.parts import Switch, text_label

_LEAST = 420


class ShortcutsPage(QDialog):
    """A window of its own that may stay open beside the work.

    Signals:
        notes_wanted: the first notes, once more.
        changed: these keys (a `KeyMap`) shall be in force.
        told: the page is put away, and keys are others than before it was opened.
    """

    notes_wanted = Signal()
    changed = Signal(object)
    told = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.setObjectName("shortcuts")
        self.setAccessibleName(self.tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._before = keys_in_force()
        self._rows: list[tuple[str, list[QWidget]]] = []
        self._heads: list[tuple[QWidget, list[int]]] = []
        self._buttons: dict[str, KeyButton] = {}
        self.editor = KeyEditor()
        self._lay_out()
        self._join()
        self._show()
        room = parent.window().size()
        wide = max(min(scaled(640), room.width() - 40), min(_LEAST, room.width()))
        self.resize(wide, min(scaled(680), room.height() - 40))

    # Laying out.

    def _lay_out(self) -> None:
        names = [(name, name or "Topa Studio") for name in PRESETS]
        self.preset = Switch(self.tr("Keys as in"), names)
        self.finder = QLineEdit()
        self.finder.setPlaceholderText(self.tr("Find a command or a key"))
        self.finder.setAccessibleName(self.finder.placeholderText())
        top = QHBoxLayout()
        top.setContentsMargins(24, 16, 24, 8)
        top.setSpacing(10)
        top.addWidget(text_label(self.preset.accessibleName(), "dim"))
        top.addWidget(self.preset)
        top.addWidget(self.finder, 1)
        around = QVBoxLayout()
        around.setContentsMargins(24, 0, 24, 0)
        around.addWidget(self.editor)
        self.notes = QPushButton(self.tr("Show the first notes again"))
        self.all_back = QPushButton(self.tr("All as in the preset"))
        self.close_button = QPushButton(self.tr("Close"))
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 8, 24, 16)
        foot.setSpacing(8)
        foot.addWidget(self.all_back)
        foot.addStretch(1)
        for button in (self.all_back, self.notes, self.close_button):
            button.setAccessibleName(button.text())
            button.setAutoDefault(False)
        foot.addWidget(self.notes)
        foot.addWidget(self.close_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(top)
        whole.addWidget(self._list(), 1)
        whole.addLayout(around)
        whole.addLayout(foot)

    def _list(self) -> QScrollArea:
        body = QWidget()
        self._grid = grid = QGridLayout(body)
        grid.setContentsMargins(24, 8, 24, 12)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        for title, commands in sections():
            self._add_group(said(title), commands)
        grid.setRowStretch(grid.rowCount(), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(body)
        area.setAccessibleName(self.tr("List of keys"))
        return area

    def _add_group(self, title: str, commands: Iterable[Command]) -> None:
        """One grid holds all groups, so that their columns line up."""
        first = self._grid.rowCount()
        head = text_label(title, "title")
        head.setContentsMargins(0, 12 if first > 1 else 0, 0, 2)
        self._grid.addWidget(head, first, 0, 1, 2)
        rows: dict[str, list[Command]] = {}
        for command in commands:
            if command.all_keys or can_change(command):
                rows.setdefault(command.tells, []).append(command)
        places = []
        for place, (does, alike) in enumerate(rows.items(), first + 1):
            words, cell = text_label(does, wrap=True), self._cell(alike)
            self._grid.addWidget(cell, place, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, place, 1, Qt.AlignmentFlag.AlignVCenter)
            places.append(len(self._rows))
            self._rows.append((does, [words, cell]))
        self._heads.append((head, places))

    def _cell(self, commands: list[Command]) -> QWidget:
        cell = QWidget()
        row = QHBoxLayout(cell)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        fixed = [cap for command in commands if not can_change(command) for cap in command.caps]
        for command in filter(can_change, commands):
            button = self._buttons[command.name] = KeyButton(command.name)
            button.clicked.connect(lambda _on=False, name=command.name: self._ask(name))
            row.addWidget(button)
        for key in ends(tuple(fixed)):
            cap = fixed_cap(key)
            cap.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            row.addWidget(cap)
        row.addStretch(1)
        return cell

    def _join(self) -> None:
        self.preset.chosen.connect(lambda name: self._use(KeyMap(name)))
        self.finder.textChanged.connect(self._find)
        self.all_back.clicked.connect(lambda: self._use(KeyMap(keys_in_force().preset)))
        self.notes.clicked.connect(self.close)
        self.notes.clicked.connect(self.notes_wanted)
        self.close_button.clicked.connect(self.close)
        editor = self.editor
        editor.given.connect(lambda name, keys: self._use(keys_in_force().changed(name, keys)))
        editor.taken.connect(self._take)
        editor.reset.connect(lambda name: self._use(keys_in_force().reset(name)))
        editor.left.connect(self._asked)

    # Changing.

    def _ask(self, name: str) -> None:
        self._last = name
        self.editor.ask(COMMANDS[name], is_own=name in keys_in_force().own)

    def _asked(self) -> None:
        """The keyboard goes back to the command that was asked about."""
        self._buttons[self._last].setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, name: str, keys: Keys, others: list[str]) -> None:
        now = keys_in_force()
        for other in others:
            left = tuple(key for key in COMMANDS[other].all_keys if key not in keys)
            now = now.changed(other, left)
        self._use(now.changed(name, keys))

    def _use(self, keys: KeyMap) -> None:
        self.changed.emit(keys)
        self._show()

    def _show(self) -> None:
        """What is in force now."""
        now = keys_in_force()
        self.preset.set_value(now.preset)
        self.all_back.setEnabled(bool(now.own))
        for name, button in self._buttons.items():
            button.show_keys(is_own=name in now.own)

    def _find(self, typed: str) -> None:
        """Show only rows that say each word, by what they do or by their keys."""
        words = folded(typed).split()
        for does, (label, cell) in self._rows:
            keys = " ".join(button.text() for button in cell.findChildren(KeyButton))
            text = folded(f"{does} {keys}")
            is_hit = all(word in text for word in words)
            label.setVisible(is_hit)
            cell.setVisible(is_hit)
        for head, places in self._heads:
            head.setVisible(any(not self._rows[at][1][0].isHidden() for at in places))

    def done(self, result: int) -> None:
        """Put away; what tells of keys elsewhere may be old now."""
        if keys_in_force() != self._before:
            self._before = keys_in_force()
            self.told.emit()
        super().done(result)
