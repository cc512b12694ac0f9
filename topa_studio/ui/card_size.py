"""How large cards are in a view that has them side by side: fewer of them are larger."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from topa_studio.ui.film.film_view import HasColumns
from topa_studio.ui.look.theme import scaled
from topa_studio.ui.widgets.parts import icon_button

FEWEST, MOST = 3, 8


class CardSize(QWidget):
    """A slider with a button at each end, for one view."""

    def __init__(self, view: HasColumns) -> None:
        super().__init__()
        self._view = view
        self.smaller = icon_button("minus", self.tr("Smaller (Ctrl+wheel)"), role="quiet", px=12)
        self.larger = icon_button("plus", self.tr("Larger (Ctrl+wheel)"), role="quiet", px=12)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(FEWEST, MOST)
        self.slider.setPageStep(1)
        self.slider.setFixedWidth(scaled(80))
        self.slider.setAccessibleName(self.tr("Size of the cards"))
        self.slider.setToolTip(self.tr("Size of the cards (Ctrl+wheel)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget in (self.smaller, self.slider, self.larger):
            row.addWidget(widget)
        self.smaller.clicked.connect(lambda: self._step(-1))
        self.larger.clicked.connect(lambda: self._step(1))
        self.slider.valueChanged.connect(lambda value: view.set_columns(FEWEST + MOST - value))
        view.columns_changed.connect(self._show)
        self._show(view.columns)

    def acts(self, _under: QWidget) -> Sequence[tuple[str, Callable[[], object]]]:
        """The same by words, for a menu."""
        return (
            (self.smaller.accessibleName(), partial(self._step, -1)),
            (self.larger.accessibleName(), partial(self._step, 1)),
        )

    def _step(self, step: int) -> None:
        self.slider.setValue(self.slider.value() + step)

    def _show(self, columns: int) -> None:
        self.slider.setValue(FEWEST + MOST - columns)
