"""The page "Preferences": the key and how to forget it, and the budget of a day over all films."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from topa_studio.app.going_real import GoingReal
from topa_studio.app.keys import Where
from topa_studio.base.errors import StudioError
from topa_studio.ui.account.words import kept_word
from topa_studio.ui.budget_fields import DayBudget
from topa_studio.ui.desk import Desk
from topa_studio.ui.dialogs import confirm
from topa_studio.ui.parts import Switch, captioned, text_label, thin_rule
from topa_studio.ui.preferences import ASKS, QUITTING, Preferences
from topa_studio.ui.theme import scaled
from topa_studio.ui.words import sentence


class PreferencesPage(QDialog):
    """Beside the work.

    Signals:
        real_requested: the user wants to give a key.
        forgotten: no key is kept any more.
        chosen: a field of the preferences and its new value.
        asks_chosen: when a single shot is asked about, one of `preferences.ASKS`.
    """

    real_requested = Signal()
    forgotten = Signal()
    asks_chosen = Signal(str)
    chosen = Signal(str, object)

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        going: GoingReal,
        asks: str,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("preferences")
        self._scope = scope = desk.scope
        self._going = going
        self.setWindowTitle(self.tr("Preferences"))
        self.setAccessibleName(self.windowTitle())
        self.place = text_label("", wrap=True)
        self.outcome = text_label("", "dim", wrap=True)
        self.forget = QPushButton(self.tr("Forget the key…"))
        real = self.tr("Go real…") if desk.session.practice else self.tr("Another key…")
        self.real = QPushButton(real)
        self.day = DayBudget(desk)
        words = (self.tr("Always"), self.tr("Over 200 cr"), self.tr("Never"))
        says = self.tr("Ask before a single shot")
        self.asks = Switch(says, tuple(zip(ASKS, words, strict=True)))
        self.asks.set_value(asks)
        self.asks.chosen.connect(self.asks_chosen)
        self.dollars = QCheckBox(self.tr("Tell credits in dollars, too"))
        self.dollars.setAccessibleName(self.dollars.text())
        self.dollars.clicked.connect(lambda on: self.chosen.emit("dollars", on))
        words = (self.tr("Ask"), self.tr("Stay until it is here"), self.tr("Quit"))
        says = self.tr("Quitting while work is under way")
        self.quitting = Switch(says, tuple(zip(QUITTING, words, strict=True)))
        self.quitting.chosen.connect(lambda how: self.chosen.emit("quitting", how))
        self.close_button = QPushButton(self.tr("Close"))
        for button in (self.forget, self.real, self.close_button):
            button.setAccessibleName(button.text())
            button.setAutoDefault(False)
        self._lay_out()
        self.forget.clicked.connect(lambda: scope.spawn(self._forget()))
        self.real.clicked.connect(self.real_requested)
        self.close_button.clicked.connect(self.close)
        self.resize(min(scaled(460), parent.window().width() - 40), self.sizeHint().height())

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 18)
        whole.setSpacing(10)
        whole.addWidget(text_label(self.tr("Account"), "title"))
        whole.addWidget(self.place)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.real)
        row.addWidget(self.forget)
        row.addStretch(1)
        whole.addLayout(row)
        whole.addWidget(self.outcome)
        whole.addWidget(thin_rule())
        whole.addWidget(text_label(self.tr("Money"), "title"))
        whole.addWidget(self.day)
        whole.addLayout(captioned(self.asks.accessibleName(), self.asks))
        whole.addWidget(self.dollars)
        whole.addLayout(captioned(self.quitting.accessibleName(), self.quitting))
        whole.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        whole.addLayout(foot)

    def open_beside(self, *, budget: bool = False) -> None:
        """Show the page; with `budget` the keyboard is in the field of the day."""
        self._show_key()
        self.outcome.hide()
        self.day.refresh()
        self.show()
        self.raise_()
        self.activateWindow()
        best = self.day if budget else self.real
        best.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_choices(self, now: Preferences) -> None:
        """What is chosen now."""
        self.dollars.setChecked(now.dollars)
        self.quitting.set_value(now.quitting)

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
