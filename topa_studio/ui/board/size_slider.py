"""How large the cards of the board are: fewer or more of them side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from topa_studio.ui.board.ground import BoardGround
from topa_studio.ui.board.sizes import FEWEST, MOST
from topa_studio.ui.parts import icon_button
from topa_studio.ui.theme import scaled


class SizeSlider(QWidget):
    """To the right they are larger; Ctrl and the wheel over the board do the same."""

    def __init__(self, board: BoardGround, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self.smaller = icon_button(
            "minus", self.tr("Smaller cards (Ctrl+wheel)"), role="quiet", px=12
        )
        self.larger = icon_button("plus", self.tr("Larger cards (Ctrl+wheel)"), role="quiet", px=12)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, MOST - FEWEST)
        self.slider.setPageStep(1)
        self.slider.setFixedWidth(scaled(90))
        self.slider.setAccessibleName(self.tr("Size of the cards"))
        self.slider.setToolTip(self.tr("Size of the cards (Ctrl+wheel)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self.smaller, self.slider, self.larger):
            row.addWidget(widget)
        self._show(board.columns)
        self.slider.valueChanged.connect(lambda value: board.set_columns(MOST - value))
        self.smaller.clicked.connect(lambda: self._step(-1))
        self.larger.clicked.connect(lambda: self._step(1))
        board.columns_changed.connect(self._show)

    def _step(self, step: int) -> None:
        self.slider.setValue(self.slider.value() + step)

    def _show(self, columns: int) -> None:
        value = MOST - columns
        self.slider.setValue(value)
        self.smaller.setEnabled(value > 0)
        self.larger.setEnabled(value < MOST - FEWEST)
