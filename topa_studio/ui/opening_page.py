"""What is on screen while the first film takes long to open, or where none could be opened."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from topa_studio.ui.drops.film_drops import FilmDrops
from topa_studio.ui.look.theme import set_role
from topa_studio.ui.running.preferences import Preferences
from topa_studio.ui.widgets.fitting import Fitting
from topa_studio.ui.widgets.parts import text_label

_PATIENCE_MS = 250


class OpeningPage(QWidget):
    """Stands where the window will stand.

    Signals:
        open_requested: the user wants to choose another film.
        close_requested: the user wants to end.
    """

    open_requested = Signal()
    close_requested = Signal()

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self.setWindowTitle("Topa Studio")
        set_role(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = text_label(self.tr("Opening the film…"), "title", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._open = QPushButton(self.tr("Open another film…"))
        self._open.setAccessibleName(self._open.text())
        set_role(self._open, "primary")
        self._open.clicked.connect(self.open_requested)
        self._open.hide()
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._open)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addStretch(1)
        column.addWidget(self._words)
        column.addLayout(row)
        column.addStretch(1)
        self.drops = FilmDrops(self)
        self._fitting = Fitting(self)
        self._fitting.take_place(preferences.geometry)
        # Most films are open before this: their window is then the first that is seen.
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self.show)

    def show_soon(self) -> None:
        """Show it, unless it is put away within a quarter of a second."""
        self._patience.start()

    def put_away(self) -> None:
        """Show it no more."""
        self._patience.stop()
        self.hide()

    def show_trouble(self, words: str) -> None:
        """Say why no film is open, and offer to choose another."""
        self._words.setText(words)
        self._open.show()
        self.show()
        self._open.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing it ends the program."""
        event.ignore()
        self.close_requested.emit()
