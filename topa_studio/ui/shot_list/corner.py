"""What the tool row has of the shot list: the button of its columns, and that nothing is sorted."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from topa_studio.ui.icons import icon
from topa_studio.ui.parts import text_label
from topa_studio.ui.shot_list.chooser import Chooser
from topa_studio.ui.shot_list.head import Head
from topa_studio.ui.shot_list.laid import Laid
from topa_studio.ui.theme import scaled, theme_signals


class Corner(QWidget):
    """For one view; `order` and `button` may also stand in two rows."""

    def __init__(self, view: Laid, head: Head, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.order = text_label(self.tr("Always in the film's order"), "small")
        self.button = QPushButton(self.tr("Columns"))
        self.button.setAccessibleDescription(self.tr("Which columns the shot list shows"))
        self.button.clicked.connect(self.open)
        self._chooser: Chooser | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.order, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.button)
        head.choosing_wanted.connect(self.open)
        theme_signals().changed.connect(self._take_theme)
        self._take_theme()

    def _take_theme(self) -> None:
        self.button.setIcon(icon("columns", px=scaled(14)))
        self.button.setIconSize(QSize(scaled(14), scaled(14)))

    @property
    def chooser(self) -> Chooser:
        """The list of columns, made when it is first wanted."""
        if self._chooser is None:
            self._chooser = Chooser(self)
            self._chooser.chosen.connect(self._view.show_columns)
        return self._chooser

    def open(self) -> None:
        """Open the list of columns under the button."""
        self.chooser.open_under(self.button, self._view.columns)
