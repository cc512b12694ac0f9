"""A field for a number with up to three decimals: told with Enter, by its arrows, or when left."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox

from topa_studio.ui.widgets.undo_keys import leaves_space_to_the_film, leaves_undo_to_the_film

_NUMBER = re.compile(r"-?(?:\d{1,7}(?:\.\d{0,3})?|\.\d{1,3})")


class NumberBox(QDoubleSpinBox):
    """Shows no more decimals than it needs; comma and point are both taken.

    Signals:
        committed: the number (float) that the user chose, another than the one shown.
    """

    committed = Signal(float)

    def __init__(
        self, says: str, low: float, high: float, *, step: float = 0.5, unit: str = ""
    ) -> None:
        super().__init__()
        self._shown = 0.0
        self.setAccessibleName(says)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setKeyboardTracking(False)
        self.setDecimals(3)
        self.setRange(low, high)
        self.setSingleStep(step)
        self.setSuffix(f" {unit}" if unit else "")
        self.lineEdit().setTextMargins(6, 0, 6, 0)
        self.valueChanged.connect(self._changed)

    def show_value(self, value: float) -> None:
        """Show what holds, unless the user is typing something else."""
        if self.hasFocus() and self.lineEdit().isModified():
            return
        self._shown = value
        with QSignalBlocker(self):
            self.setValue(value)

    def flush(self) -> None:
        """Tell what was typed."""
        self.interpretText()

    def _changed(self, value: float) -> None:
        if value != self._shown:
            self._shown = value
            self.committed.emit(value)

    def textFromValue(self, value: float) -> str:
        """The number without trailing zeros."""
        text = QLocale().toString(value, "f", self.decimals())
        point = QLocale().decimalPoint()
        return text.rstrip("0").rstrip(point) if point in text else text

    def valueFromText(self, text: str) -> float:
        """The number that is typed, whichever sign parts its decimals."""
        plain = text.removesuffix(self.suffix()).strip().replace(",", ".")
        try:
            return float(plain)
        except ValueError:
            return self._shown

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        """Digits, a sign and one comma or point; what is out of range is not done yet."""
        plain = text.removesuffix(self.suffix()).strip().replace(",", ".")
        if plain in ("", "-", ".", "-."):
            return QValidator.State.Intermediate, text, at
        if not _NUMBER.fullmatch(plain) or (plain.startswith("-") and self.minimum() >= 0):
            return QValidator.State.Invalid, text, at
        fits = self.minimum() <= float(plain) <= self.maximum()
        state = QValidator.State.Acceptable if fits else QValidator.State.Intermediate
        return state, text, at

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Who scrolls past it changes nothing."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """Undo and redo are the film's, and Space plays it."""
        left = leaves_undo_to_the_film(event) or leaves_space_to_the_film(event)
        return left or super().event(event)
