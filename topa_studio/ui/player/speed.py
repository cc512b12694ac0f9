"""How fast the film plays: a quiet button with a menu of speeds."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from topa_studio.ui.look.theme import set_role

_SPEEDS = {0.25: "¼×", 0.5: "½×", 1.0: "1×", 1.5: "1½×", 2.0: "2×"}
_FASTER = {3.0: "3×", 4.0: "4×"}


class SpeedButton(QToolButton):
    """Shows the speed, and how fast it goes meanwhile by J and L; its menu offers others.

    Signals:
        chosen: how many times as fast as life.
    """

    chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.speed = self._rate = 1.0
        set_role(self, "quiet")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.aboutToShow.connect(lambda: self.fill(menu))
        self.setMenu(menu)
        self._show()

    def fill(self, menu: QMenu) -> None:
        """Offer the speeds in a menu."""
        menu.clear()
        for speed in _SPEEDS:
            action = menu.addAction(speed_word(speed))
            action.setCheckable(True)
            action.setChecked(speed == self.speed)
            action.triggered.connect(lambda _on=False, speed=speed: self.take(speed))

    def take(self, speed: float) -> None:
        """Choose how fast it plays."""
        self.speed = self._rate = speed
        self._show()
        self.chosen.emit(speed)

    def show_rate(self, rate: float) -> None:
        """It goes this fast now, below 0 backwards."""
        self._rate = rate
        self._show()

    def _show(self) -> None:
        self.setText(rate_word(self._rate))
        silent = "" if self._rate == 1 else self.tr("without sound")
        parts = (self.tr("Speed"), rate_word(self._rate), silent)
        words = ", ".join(part for part in parts if part)
        self.setAccessibleName(words)
        self.setToolTip(words)


def speed_word(speed: float) -> str:
    """How fast: "1½×". Raises KeyError: nothing plays at this speed."""
    return _SPEEDS[speed]


def rate_word(rate: float) -> str:
    """How fast and which way: "−2×". Raises KeyError: nothing plays at this rate."""
    word = (_SPEEDS | _FASTER)[abs(rate)]
    return word if rate > 0 else f"−{word}"
