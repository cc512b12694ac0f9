"""Docks with quiet headers of our own: a header names its pane and is what a pane is moved by."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QMainWindow, QWidget

from topa_studio.ui.parts import text_label
from topa_studio.ui.theme import set_role

_EDGES = Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea


class DockHeader(QWidget):
    """A pane's name on the left, a count and perhaps a button on the right."""

    def __init__(self, title: str, button: QWidget | None = None) -> None:
        super().__init__()
        set_role(self, "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = text_label(title, "section")
        self._count = text_label("", "section")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 12, 14, 8)
        row.addWidget(self._title)
        row.addStretch(1)
        row.addWidget(self._count)
        if button is not None:
            row.addWidget(button)

    def set_title(self, title: str) -> None:
        """Name the pane."""
        self._title.setText(title)

    def set_count(self, count: str) -> None:
        """Say how much is in it; "" for nothing to say."""
        self._count.setText(count)


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
    pane: QWidget,
    area: Qt.DockWidgetArea,
    header: DockHeader | None = None,
) -> QDockWidget:
    """A dock that can be moved and hidden; `name` is what its place is remembered by."""
    dock = QDockWidget(title, window)
    dock.setObjectName(name)
    dock.setAccessibleName(title)
    dock.setWidget(pane)
    dock.setTitleBarWidget(header if header is not None else _Grip())
    if header is not None:
        dock.setAllowedAreas(_EDGES)
    else:
        dock.setAllowedAreas(
            Qt.DockWidgetArea.BottomDockWidgetArea | Qt.DockWidgetArea.TopDockWidgetArea
        )
    window.addDockWidget(area, dock)
    return dock
