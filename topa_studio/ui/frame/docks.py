"""Docks with quiet headers of our own: a header names its pane and is what a pane is moved by."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QMainWindow, QSizePolicy, QWidget

from topa_studio.ui.look.theme import set_role
from topa_studio.ui.widgets.parts import ElidedLabel

_EDGES = Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea

_LEVELS = Qt.DockWidgetArea.BottomDockWidgetArea | Qt.DockWidgetArea.TopDockWidgetArea


class DockHeader(QWidget):
    """A pane's name on the left, a count and perhaps a button on the right."""

    def __init__(self, title: str) -> None:
        super().__init__()
        set_role(self, "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title, self._count = _word(title), _word("")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 12, 14, 8)
        row.addWidget(self._title)
        row.addStretch(1)
        row.addWidget(self._count)

    def add(self, button: QWidget) -> None:
        """Put a button behind the count."""
        layout = self.layout()
        if layout is not None:
            layout.addWidget(button)

    def set_title(self, title: str) -> None:
        """Name the pane."""
        self._title.setText(title)

    def set_count(self, count: str) -> None:
        """Say how much is in it; "" for nothing to say."""
        self._count.setText(count)


def _word(text: str) -> ElidedLabel:
    """Words that never make the pane, and with it the window, wider than it is."""
    made = ElidedLabel(text, "section")
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    return made


class _Grip(QWidget):
    """A thin strip to move a pane by that has a header of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(4)
        set_role(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


def make_dock(
    window: QMainWindow,
    name: str,
    title: str,
    area: Qt.DockWidgetArea,
    inside: DockHeader | QWidget,
) -> QDockWidget:
    """A dock that can be moved and hidden; `name` is what its place is remembered by.

    `inside`: its header, where the pane comes later, or a pane that has one of its own.
    """
    dock = QDockWidget(title, window)
    dock.setObjectName(name)
    dock.setAccessibleName(title)
    if isinstance(inside, DockHeader):
        dock.setTitleBarWidget(inside)
        dock.setAllowedAreas(_EDGES)
    else:
        dock.setWidget(inside)
        dock.setTitleBarWidget(_Grip())
        dock.setAllowedAreas(_LEVELS if area & _LEVELS else _EDGES)
    window.addDockWidget(area, dock)
    return dock
