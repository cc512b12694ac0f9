"""The declared settings as rows under their headings: words, choice, and what it means."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from topa_studio.ui.account.settings import SETTINGS, Group, Kind, Setting
from topa_studio.ui.running.preferences import Preferences
from topa_studio.ui.widgets.parts import Switch, captioned, text_label

_CONTEXT = "Settings"


class SettingRows(QWidget):
    """Those of one group.

    Attributes:
        fields: what each is chosen with, by its name.
    Signals:
        chosen: the name of a setting, and its new value.
    """

    chosen = Signal(str, object)

    def __init__(self, group: Group) -> None:
        super().__init__()
        self.fields: dict[str, Switch | QCheckBox] = {}
        self._settings = [setting for setting in SETTINGS if setting.group is group]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for setting in self._settings:
            self._add(column, setting)

    def _add(self, column: QVBoxLayout, setting: Setting) -> None:
        says = _said(setting.english)
        if setting.kind is Kind.SWITCH:
            box = QCheckBox(says)
            box.setAccessibleName(says)
            box.clicked.connect(lambda on: self.chosen.emit(setting.name, on))
            self.fields[setting.name] = box
            column.addWidget(box)
            return
        values = {str(value): value for value, _words in setting.values}
        switch = Switch(says, [(str(value), _said(words)) for value, words in setting.values])
        switch.chosen.connect(lambda told: self.chosen.emit(setting.name, values[told]))
        self.fields[setting.name] = switch
        row = captioned(says, switch)
        if setting.about:
            switch.setAccessibleDescription(_said(setting.about))
            row.addWidget(text_label(_said(setting.about), "small", wrap=True))
        column.addLayout(row)

    def show_now(self, now: Preferences) -> None:
        """What is chosen now."""
        for setting in self._settings:
            field, value = self.fields[setting.name], getattr(now, setting.name)
            if isinstance(field, QCheckBox):
                field.setChecked(bool(value))
            else:
                field.set_value(str(value))


def heading(group: Group) -> str:
    """The words of a group."""
    return _said(group.value)


def _said(english: str) -> str:
    return QCoreApplication.translate(_CONTEXT, english)
