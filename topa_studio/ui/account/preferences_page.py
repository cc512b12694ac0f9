"""The page "Preferences": the key, the budget of a day, and every declared setting."""

from __future__ import annotations

from collections.abc import Mapping

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QMainWindow,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from topa_studio.app.going_real import GoingReal
from topa_studio.app.keys import Where
from topa_studio.base.errors import StudioError
from topa_studio.ui.account.setting_rows import SettingRows, heading
from topa_studio.ui.account.settings import Group, chosen_otherwise
from topa_studio.ui.account.words import kept_word
from topa_studio.ui.budget_fields import DayBudget
from topa_studio.ui.desk import Desk
from topa_studio.ui.dialogs import confirm
from topa_studio.ui.look.icons import icon
from topa_studio.ui.look.theme import scaled, text_percent
from topa_studio.ui.running.preferences import Preferences
from topa_studio.ui.widgets.cover import Cover
from topa_studio.ui.widgets.parts import ScrollColumn, Switch, icon_button, text_label, thin_rule
from topa_studio.ui.widgets.scrolled import Scrolled
from topa_studio.ui.words import sentence

_WIDE, _EDGE = 560, 24


class PreferencesPage(Cover):
    """Lies over the film, whose jobs go on under it; what is chosen holds at once.

    Signals:
        real_requested: the user wants to give a key.
        forgotten: no key is kept any more.
        chosen: a field of the preferences and its new value.
        start_wanted: all settings as at the start.
    """

    real_requested = Signal()
    forgotten = Signal()
    chosen = Signal(str, object)
    start_wanted = Signal()

    def __init__(self, window: QMainWindow, desk: Desk, going: GoingReal) -> None:
        super().__init__(window)
        self.setObjectName("preferences")
        self._scope = scope = desk.scope
        self._going = going
        self.setAccessibleName(self.tr("Preferences"))
        self.back = QPushButton(icon("chevron-left", px=scaled(14)), self.tr("Film"))
        self.reset = QPushButton(self.tr("As at the start"))
        self.close_button = icon_button("close", self.tr("Back (Esc)"), role="quiet", px=14)
        self.place = text_label("", wrap=True)
        self.outcome = text_label("", "dim", wrap=True)
        self.forget = QPushButton(self.tr("Forget the key…"))
        real = self.tr("Go real…") if desk.session.practice else self.tr("Another key…")
        self.real = QPushButton(real)
        self.day = DayBudget(desk)
        self.groups = {group: SettingRows(group) for group in Group}
        for button in (self.forget, self.real, self.back, self.reset):
            button.setAccessibleName(button.text())
        self.reset.setToolTip(self.tr("All but the key and the day's budget"))
        self._lay_out()
        for rows in self.groups.values():
            rows.chosen.connect(self.chosen)
        self.forget.clicked.connect(lambda: scope.spawn(self._forget()))
        self.real.clicked.connect(self.real_requested)
        self.reset.clicked.connect(self.start_wanted)
        for leaving in (self.back, self.close_button):
            leaving.clicked.connect(self.leave)

    def field(self, name: str) -> Switch | QCheckBox:
        """What a setting is chosen with."""
        return next(rows.fields[name] for rows in self.groups.values() if name in rows.fields)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 10)
        head.setSpacing(16)
        head.addWidget(self.back)
        head.addWidget(text_label(self.tr("Preferences"), "title"))
        head.addStretch(1)
        head.addWidget(self.reset)
        head.addWidget(self.close_button)
        body = QWidget()
        around = QHBoxLayout(body)
        around.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column = QWidget()
        column.setMaximumWidth(scaled(_WIDE))
        self._fill(column)
        around.addWidget(column, 1)
        around.addStretch(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(thin_rule())
        self.sight = ScrollColumn(body, self.tr("Preferences"), _EDGE)
        whole.addWidget(self.sight, 1)

    def _fill(self, column: QWidget) -> None:
        inside = QVBoxLayout(column)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(14)
        inside.addWidget(text_label(self.tr("Account"), "title"))
        inside.addWidget(self.place)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.real)
        row.addWidget(self.forget)
        row.addStretch(1)
        inside.addLayout(row)
        inside.addWidget(self.outcome)
        for group, rows in self.groups.items():
            inside.addSpacing(4)
            inside.addWidget(thin_rule())
            inside.addWidget(text_label(heading(group), "title"))
            if group is Group.MONEY:
                inside.addWidget(self.day)
            inside.addWidget(rows)
        inside.addStretch(1)

    def open_beside(self, *, budget: bool = False) -> None:
        """Show the page; with `budget` the keyboard is in the field of the day."""
        self._show_key()
        self.outcome.hide()
        self.day.refresh()
        if self.isHidden():
            self.back.setToolTip(self.tr("Back (Esc)"))
            self.open_over()
        best = self.day if budget else self.real
        best.setFocus(Qt.FocusReason.OtherFocusReason)

    def standing(self) -> dict[str, object]:
        """Which of its fields has the keyboard, and what of the page is in sight."""
        focused = self.window().focusWidget()
        keys = (
            next(
                (n for n, f in self._fields().items() if f is focused or f.isAncestorOf(focused)),
                "",
            )
            if focused is not None
            else ""
        )
        return {
            "keys": keys,
            "above": self.sight.verticalScrollBar().value() / text_percent(),
        }

    def stand(self, how: Mapping[str, object]) -> None:
        """Have the keyboard in the same field as another page of preferences had."""
        field, above = self._fields().get(str(how.get("keys"))), how.get("above")
        if isinstance(field, Switch) and field.value is not None:
            field = field.button(field.value)
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(above, float):
            place = round(above * text_percent())
            Scrolled(self.sight.verticalScrollBar(), lambda: place)

    def _fields(self) -> dict[str, QWidget]:
        settings = {name: f for rows in self.groups.values() for name, f in rows.fields.items()}
        return {
            **settings,
            "real": self.real,
            "forget": self.forget,
            "day_budget": self.day,
            "back": self.back,
            "as_at_the_start": self.reset,
            "close": self.close_button,
        }

    def show_choices(self, now: Preferences) -> None:
        """What is chosen now."""
        for rows in self.groups.values():
            rows.show_now(now)
        self.reset.setEnabled(bool(chosen_otherwise(now)))

    def _show_key(self) -> None:
        where = self._going.keys.where_from()
        kept = self.tr("Your KIE key is kept {place}.").format(place=kept_word(where))
        none = self.tr("No key is kept. Only practice works without one.")
        self.place.setText(none if where is Where.NOWHERE else kept)
        self.forget.setVisible(where in (Where.KEYRING, Where.FILE))

    async def _forget(self) -> None:
        sure = await confirm(
            self,
            self.tr("Forget the key?"),
            self.tr(
                "It is taken off this computer. On kie.ai it stays valid until you delete it there."
            ),
            yes=self.tr("Forget it"),
            no=self.tr("Keep it"),
        )
        if not sure:
            return
        told = self.tr("The key is forgotten.")
        try:
            await self._going.keys.forget()
        except StudioError as error:
            told = sentence(error.code, error.params)
        if shiboken6.isValid(self):
            self.outcome.setText(told)
            self.outcome.show()
            self._show_key()
        self.forgotten.emit()
