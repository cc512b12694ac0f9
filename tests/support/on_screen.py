"""What stands on the screen, with all that was painted piece by piece."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget


def on_screen(widget: QWidget) -> QImage:
    """The pixels of the window as they are, once what waits to be painted is."""
    for _turn in range(3):
        QApplication.processEvents()
    window = widget.window()
    return window.screen().grabWindow(window.winId()).toImage()


def painted_anew(widget: QWidget) -> QImage:
    """The same with the widget painted whole."""
    widget.update()
    return on_screen(widget)
