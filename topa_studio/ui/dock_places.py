"""Which pane is docked where, and how large at first."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu, QWidget

from topa_studio.ui.docks import DockHeader, make_dock
from topa_studio.ui.theme import scaled, text_percent

LEFT_MOST, RIGHT_MOST = 330, 460
_AREA = Qt.DockWidgetArea
_NAMES = ("elements", "queue", "inspector", "timeline")


@dataclass(frozen=True, slots=True)
class Docked:
    """The panes of a window that are docks; `add_element` stands in the elements' header."""

    elements: QWidget
    add_element: QWidget
    queue: QWidget
    inspector: QWidget
    timeline: QWidget


@dataclass(frozen=True, slots=True)
class Headers:
    """The headers that say more than a name."""

    queue: DockHeader
    inspector: DockHeader


def add_docks(window: QMainWindow, panes: Docked) -> Headers:
    """Dock them: elements over the queue, the inspector, and the timeline under all."""
    translate = QCoreApplication.translate
    window.setCorner(Qt.Corner.BottomLeftCorner, _AREA.BottomDockWidgetArea)
    window.setCorner(Qt.Corner.BottomRightCorner, _AREA.BottomDockWidgetArea)
    headers = Headers(DockHeader(translate("MainWindow", "QUEUE")), DockHeader(""))
    head = DockHeader(translate("MainWindow", "ELEMENTS"), panes.add_element)
    left, right = _AREA.LeftDockWidgetArea, _AREA.RightDockWidgetArea
    elements = make_dock(
        window, "elements", translate("MainWindow", "Elements"), panes.elements, left, head
    )
    queue = make_dock(
        window, "queue", translate("MainWindow", "Queue"), panes.queue, left, headers.queue
    )
    inspector = make_dock(
        window,
        "inspector",
        translate("MainWindow", "Inspector"),
        panes.inspector,
        right,
        headers.inspector,
    )
    below = _AREA.BottomDockWidgetArea
    timeline = make_dock(
        window, "timeline", translate("MainWindow", "Timeline"), panes.timeline, below
    )
    window.resizeDocks(
        [elements, inspector],
        [min(scaled(252), LEFT_MOST), min(scaled(372), RIGHT_MOST)],
        Qt.Orientation.Horizontal,
    )
    # The larger the text, the more of the little room a line of the queue needs to be whole.
    queue_high = round(scaled(280) * text_percent() / 100)
    window.resizeDocks([elements, queue], [scaled(250), queue_high], Qt.Orientation.Vertical)
    window.resizeDocks([timeline], [scaled(328)], Qt.Orientation.Vertical)
    return headers


def show_in_menu(window: QMainWindow, menu: QMenu) -> None:
    """Let each dock be hidden and shown by the head of a menu."""
    first = menu.actions()[0]
    for name in _NAMES:
        dock = window.findChild(QDockWidget, name)
        if isinstance(dock, QDockWidget):
            menu.insertAction(first, dock.toggleViewAction())
    menu.insertSeparator(first)
