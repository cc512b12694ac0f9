"""Where the keyboard goes when what had it has done its work or has gone: to the cards."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWidget

_ONCE = Qt.ConnectionType.SingleShotConnection


class FocusHome(QObject):
    """Qt hands the keyboard of what vanishes to whatever comes next, so that keys would act there.

    `home` gets it instead: then Space plays, arrows go from card to card, and nothing is typed.
    """

    def __init__(self, window: QWidget, home: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._home = home
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._moved)

    def _moved(self, old: QWidget | None, now: QWidget | None) -> None:
        if now is None or now.window() is not self._window:
            return
        # Under a page that lies over the cards they are no home.
        if old is not None and _has_gone(old) and self._home.isVisible() and self._home.isEnabled():
            self._home.setFocus(Qt.FocusReason.OtherFocusReason)
        elif QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._come_back_from(now)

    def _come_back_from(self, pressed: QWidget) -> None:
        """After a click the keyboard leaves the button, where the act has not put it elsewhere."""
        if isinstance(pressed, QAbstractButton):
            pressed.released.connect(lambda: self._soon(pressed), _ONCE)
        elif isinstance(pressed, QComboBox):
            pressed.activated.connect(lambda _place: self._soon(pressed), _ONCE)

    def _soon(self, pressed: QWidget) -> None:
        QTimer.singleShot(0, self, lambda: self._go_home(pressed))

    def _go_home(self, pressed: QWidget) -> None:
        if shiboken6.isValid(pressed) and pressed.hasFocus():
            self._home.setFocus(Qt.FocusReason.OtherFocusReason)


def has_keys(widget: QWidget) -> bool:
    """Whether the keyboard is in it now; its own `focusWidget` tells only where it once was."""
    focused = widget.window().focusWidget()
    return focused is not None and (focused is widget or widget.isAncestorOf(focused))


def _has_gone(widget: QWidget) -> bool:
    return not shiboken6.isValid(widget) or not widget.isVisible() or not widget.isEnabled()
