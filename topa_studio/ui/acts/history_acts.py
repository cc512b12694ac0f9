"""Undo and redo: they say what they would take back, in the language of now."""

from __future__ import annotations

from PySide6.QtCore import QObject

from topa_studio.app.session import DocumentChange
from topa_studio.ui.commands.table import COMMANDS
from topa_studio.ui.desk import Desk
from topa_studio.ui.running.binding import bind
from topa_studio.ui.steps import step_word
from topa_studio.ui.widgets.plain import plain_act, plain_tip, without_key


class HistoryActs(QObject):
    """Joins both commands of one window."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        desk.commands.join({"undo": desk.undo, "redo": desk.redo})
        bind(self, desk.session.changed, self._show)
        self._show()

    def _show(self, _change: DocumentChange | None = None) -> None:
        for name, label in zip(("undo", "redo"), self._desk.session.steps, strict=True):
            action, command = self._desk.commands.actions[name], COMMANDS[name]
            action.setEnabled(label is not None and self._desk.editable)
            step = "" if label is None else f": {plain_act(step_word(label))}"
            action.setText(command.words + step)
            action.setToolTip(plain_tip(command.with_key(without_key(action.text()))))
