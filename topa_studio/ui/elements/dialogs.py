"""Two small dialogs about elements; they stay beside the work and change nothing themselves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from topa_studio.model.scenario import ElementKind, Scenario
from topa_studio.ui.element_names import name_trouble
from topa_studio.ui.parts import Switch, captioned, text_label
from topa_studio.ui.plain import plain_act, plain_title
from topa_studio.ui.theme import scaled, set_role
from topa_studio.ui.words import kind_word

_ROLE = QDialogButtonBox.ButtonRole


class Beside(QDialog):
    """A dialog that leaves the window usable and goes for good when it is closed."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(plain_title(title))
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 18, 20, 16)
        self.column.setSpacing(12)
        self.setMinimumWidth(scaled(360))

    def event(self, event: QEvent) -> bool:
        """What it says now has as many lines as it needs: nothing else of it is squeezed."""
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            needed = self.column.totalHeightForWidth(self.width())
            self.setMinimumHeight(max(self.column.totalMinimumSize().height(), needed))
        return done


class NewElementDialog(Beside):
    """Asks for a name, checked while it is typed, and a kind.

    Signals:
        made: the name and the kind's word in the file.
    """

    made = Signal(str, str)

    def __init__(self, parent: QWidget, film: Scenario, name: str = "") -> None:
        super().__init__(parent, self.tr("New element"))
        self._film = film
        self.name = QLineEdit(name)
        self.name.setPlaceholderText(self.tr("Name"))
        self.kind = Switch(self.tr("Kind"), [(kind.value, kind_word(kind)) for kind in ElementKind])
        self.kind.set_value(ElementKind.CHARACTER.value)
        self.kind.chosen.connect(self.kind.set_value)
        self.trouble = text_label("", "dim", wrap=True)
        buttons = QDialogButtonBox()
        self.make = QPushButton(self.tr("Make element"))
        set_role(self.make, "primary")
        buttons.addButton(self.make, _ROLE.AcceptRole)
        buttons.addButton(self.tr("Cancel"), _ROLE.RejectRole)
        self.column.addLayout(captioned(self.tr("Name, as mentioned with @"), self.name))
        self.column.addWidget(self.trouble)
        self.column.addLayout(captioned(self.tr("Kind"), self.kind))
        self.column.addWidget(buttons)
        self.make.setDefault(True)
        self.name.textChanged.connect(self._check)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        self._check()
        self.name.setFocus()

    def _wanted(self) -> str:
        return self.name.text().strip().removeprefix("@")

    def _check(self) -> None:
        trouble = name_trouble(self._film, self._wanted())
        self.trouble.setText(trouble or self.tr("This name is free."))
        set_role(self.trouble, "bad" if trouble and self._wanted() else "dim")
        self.name.setAccessibleDescription(self.trouble.text())
        self.make.setEnabled(not trouble)

    def _accept(self) -> None:
        self.made.emit(self._wanted(), self.kind.value or ElementKind.CHARACTER.value)
        self.accept()


class DeleteElementDialog(Beside):
    """Asks what becomes of the mentions of an element that goes.

    Signals:
        plain: they become plain words. keep: they stay marked.
    """

    plain = Signal()
    keep = Signal()

    def __init__(self, parent: QWidget, name: str, used: int) -> None:
        super().__init__(parent, self.tr("Delete @{name}").format(name=name))
        told = self.tr("%n shots mention @{name}. What should become of the mentions?", "", used)
        self.column.addWidget(text_label(told.format(name=name), wrap=True))
        as_words = self.tr("Make them plain words: {name}").format(name=name)
        as_marks = self.tr("Leave them marked: @{name}").format(name=name)
        self.as_words = QPushButton(plain_act(as_words))
        self.as_marks = QPushButton(plain_act(as_marks))
        cancel = QPushButton(self.tr("Cancel"))
        for button, act in (
            (self.as_words, self.plain.emit),
            (self.as_marks, self.keep.emit),
            (cancel, None),
        ):
            self.column.addWidget(button)
            if act is not None:
                button.clicked.connect(lambda _on=False, act=act: act())
            button.clicked.connect(self.close)
        self.as_words.setDefault(True)
