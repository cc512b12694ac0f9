"""The field of the API key, hidden as it is pasted, with its test and the place it is kept in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from topa_studio.app.going_real import Keeping
from topa_studio.app.keys import Where
from topa_studio.ui.account.words import kept_word
from topa_studio.ui.look.theme import set_role
from topa_studio.ui.widgets.parts import text_label

_LONGEST = 1000


class KeyBox(QWidget):
    """Signals.

    test_requested: ask for the balance, or stop asking.
    changed: something else is in the field.
    """

    test_requested = Signal()
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("KIE API key"))
        self.field.setMaxLength(_LONGEST)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.show_key = QPushButton(self.tr("Show"))
        self.show_key.setCheckable(True)
        self.test = QPushButton()
        for button in (self.show_key, self.test):
            button.setAutoDefault(False)
        self.outcome = text_label("", "dim", wrap=True)
        self.hosts = text_label("", "dim", wrap=True)
        self.keyring = QRadioButton(kept_word(Where.KEYRING))
        self.file = QRadioButton(kept_word(Where.FILE))
        self._places = QButtonGroup(self)
        self._kept = text_label("", "dim", wrap=True)
        self._lay_out()
        self.field.textChanged.connect(lambda _text: self.changed.emit())
        self.field.returnPressed.connect(self.test_requested)
        self.test.clicked.connect(self.test_requested)
        self.show_key.toggled.connect(self._reveal)
        self.show_testing(on=False)
        self._reveal(False)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.show_key)
        row.addWidget(self.test)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        caption = text_label(self.tr("KIE API key"), "strong")
        caption.setBuddy(self.field)
        whole.addWidget(caption)
        whole.addLayout(row)
        whole.addWidget(self.outcome)
        whole.addWidget(self.hosts)
        whole.addSpacing(6)
        self._where = text_label(self.tr("Keep it"), "strong")
        whole.addWidget(self._where)
        for button in (self.keyring, self.file):
            self._places.addButton(button)
            button.setAccessibleName(f"{self._where.text()} {button.text()}")
            whole.addWidget(button)
        whole.addWidget(self._kept)
        hint = self.tr(
            "A key of its own is best: kie.ai can give it a limit for an hour, a day or in all,"
            " which holds even if the key is stolen."
        )
        whole.addWidget(text_label(hint, "dim", wrap=True))
        self.file.setChecked(True)

    @property
    def typed(self) -> str:
        """What is in the field, without the blanks around it."""
        return self.field.text().strip()

    @property
    def place(self) -> Keeping:
        """Where the key should be kept."""
        return Where.KEYRING if self.keyring.isChecked() else Where.FILE

    def _reveal(self, on: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password
        self.field.setEchoMode(mode)
        self.show_key.setText(self.tr("Hide") if on else self.tr("Show"))
        self.show_key.setAccessibleName(self.tr("Show the key"))

    def show_hosts(self, hosts: Sequence[str]) -> None:
        """Say to whom the key is sent."""
        told = self.tr("It is sent to {hosts}, and to nobody else. The test costs nothing.")
        self.hosts.setText(told.format(hosts=self.tr(" and ").join(hosts)))

    def offer_places(self, kept: Where, *, ring: bool) -> None:
        """Offer the keyring where it works; `kept`: where a key is already."""
        self.keyring.setEnabled(ring)
        missing = self.tr("in the system's keyring: this system has none that is open")
        self.keyring.setText(kept_word(Where.KEYRING) if ring else missing)
        best = self.file if kept is Where.FILE or not ring else self.keyring
        best.setChecked(True)
        has = kept is not Where.NOWHERE
        told = self.tr("A key is kept {place}. Leave the field empty to use it.")
        self._kept.setText(told.format(place=kept_word(kept)) if has else "")
        self._kept.setVisible(has)
        self.field.setPlaceholderText(
            self.tr("The key that is kept") if has else self.tr("Paste your key")
        )
        given = kept is Where.ENVIRONMENT
        for part in (self._where, self.keyring, self.file):
            part.setVisible(not given)

    def show_testing(self, *, on: bool) -> None:
        """While it is asked, the button stops the question."""
        words = self.tr("Stop") if on else self.tr("Test")
        self.test.setText(words)
        self.test.setAccessibleName(self.tr("Stop the test") if on else self.tr("Test the key"))
        if on:
            self.tell("dim", self.tr("Asking for the balance…"))

    def tell(self, level: str, words: str) -> None:
        """What came of the test: `level` is ok, bad or dim."""
        set_role(self.outcome, level)
        self.outcome.setText(words)
        self.outcome.setAccessibleName(words)
        self.outcome.setVisible(bool(words))
        self.outcome.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
