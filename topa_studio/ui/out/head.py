"""The line over the page: the way back, and which film it is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from topa_studio.model.scenario import Scenario
from topa_studio.ui.look.icons import icon
from topa_studio.ui.look.theme import scaled
from topa_studio.ui.widgets.parts import ElidedLabel, icon_button, text_label


class Head(QWidget):
    """Signals.

    left: the user wants back to the film.
    """

    left = Signal()

    def __init__(self, film: Scenario, name: str) -> None:
        super().__init__()
        self.back = QPushButton(icon("chevron-left", px=scaled(14)), self.tr("Film"))
        self.back.setAccessibleName(self.tr("Back to the film (Esc)"))
        self.close_button = icon_button("close", self.tr("Back (Esc)"), role="quiet", px=14)
        scenes = self.tr("%n scenes", "", len(film.scenes))
        shots = self.tr("%n shots", "", film.count())
        about = f"{film.film.title or name} · {scenes} · {shots}"
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(14)
        row.addWidget(self.back)
        row.addWidget(text_label(self.tr("Film out"), "title"))
        row.addWidget(ElidedLabel(about, "dim"), 1)
        row.addWidget(self.close_button)
        for button in (self.back, self.close_button):
            button.clicked.connect(self.left)
