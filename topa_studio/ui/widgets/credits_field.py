"""A field for an amount of credits: empty means no limit, and what is no number is never told."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRegularExpression, Qt, Signal
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit

from topa_studio.ui.widgets.undo_keys import leaves_space_to_the_film, leaves_undo_to_the_film

_FORM = r"\d{0,9}([.,]\d{0,2})?"


class CreditsField(QLineEdit):
    """Credits, typed; told when Enter is pressed or the field is left.

    Signals:
        committed: the amount (float), or None for no limit.
    """

    committed = Signal(object)

    def __init__(self, says: str) -> None:
        super().__init__()
        self.setAccessibleName(says)
        self.setPlaceholderText(self.tr("No limit"))
        self.setValidator(QRegularExpressionValidator(QRegularExpression(_FORM), self))
        self._agreed: float | None = None
        self.editingFinished.connect(self.flush)

    @property
    def value(self) -> float | None:
        """What is typed; None where it is empty."""
        typed = self.text().replace(",", ".").rstrip(".")
        return float(typed) if typed else None

    def show_value(self, value: float | None) -> None:
        """Show what holds, unless the user is typing something else."""
        if self.hasFocus() and self.value != self._agreed:
            return
        self._agreed = value
        shown = "" if value is None else f"{value:.2f}".rstrip("0").rstrip(".")
        if self.text() != shown:
            self.setText(shown)

    def flush(self) -> None:
        """Tell what was typed."""
        if self.value != self._agreed:
            self._agreed = self.value
            self.committed.emit(self._agreed)

    def event(self, event: QEvent) -> bool:
        """Undo and redo are the film's, and Space plays it."""
        left = leaves_undo_to_the_film(event) or leaves_space_to_the_film(event)
        return left or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter tells the amount and presses no button of the page."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
