"""A choice that shows as much of its words as fits, and whose words end in an ellipsis there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter

from topa_studio.ui.look.theme import set_role
from topa_studio.ui.widgets.plain import plain_tip


class ChoiceBox(QComboBox):
    """As wide as there is room; the tooltip has the words whole."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.currentTextChanged.connect(lambda words: self.setToolTip(plain_tip(words)))

    @property
    def shown(self) -> str:
        """The words as they are seen now."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        words = self.currentText() or self.placeholderText()
        return self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, part.width())

    def show_mixed(self, words: str) -> None:
        """Nothing of it is chosen; `words` say what holds instead, "" for something is chosen."""
        self.setPlaceholderText(words)
        set_role(self, "mixed" if words else "")
        if words:
            self.setCurrentIndex(-1)
            self.setToolTip(plain_tip(words))
        self.setAccessibleDescription(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt would cut the words anywhere."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        option.currentText = self.shown
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Who scrolls past it changes nothing."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
