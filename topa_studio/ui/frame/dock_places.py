"""Which pane is docked where, and how large at first."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu, QWidget

from topa_studio.ui.frame.docks import DockHeader, make_dock
from topa_studio.ui.look.theme import scaled, text_percent

LEFT_MOST, RIGHT_MOST = 330, 460
LEFT_USUAL, RIGHT_USUAL = 252, 372
_AREA = Qt.DockWidgetArea
_NAMES = ("elements", "queue", "player", "inspector", "timeline")


class Docks:
    """The docks of a window; all but the timeline's get their panes later."""

    def __init__(self, docks: Mapping[str, QDockWidget]) -> None:
        self._docks = docks

    def header(self, name: str) -> DockHeader:
        """What says more than a name. Raises TypeError where the pane has its own."""
        found = self._docks[name].titleBarWidget()
        if not isinstance(found, DockHeader):
            raise TypeError(name)
        return found

    def fill(self, elements: QWidget, queue: QWidget, inspector: QWidget) -> None:
        """Put the panes in."""
        for name, pane in (("elements", elements), ("queue", queue), ("inspector", inspector)):
            self._docks[name].setWidget(pane)


def add_docks(window: QMainWindow, film: QWidget) -> Docks:
    """Dock them: elements over the queue, the inspector, and the timeline under all.

    The player has a dock over the inspector, for views that take the middle.
    """
    translate = QCoreApplication.translate
    window.setCorner(Qt.Corner.BottomLeftCorner, _AREA.BottomDockWidgetArea)
    window.setCorner(Qt.Corner.BottomRightCorner, _AREA.BottomDockWidgetArea)
    left, right, below = (
        _AREA.LeftDockWidgetArea, _AREA.RightDockWidgetArea, _AREA.BottomDockWidgetArea
    )  # fmt: skip
    words = {
        "elements": translate("MainWindow", "Elements"),
        "queue": translate("MainWindow", "Queue"),
        "player": translate("MainWindow", "Player"),
        "inspector": translate("MainWindow", "Inspector"),
        "timeline": translate("MainWindow", "Timeline"),
    }
    places: Mapping[str, tuple[Qt.DockWidgetArea, QWidget]] = {
        "elements": (left, DockHeader(translate("MainWindow", "ELEMENTS"))),
        "queue": (left, DockHeader(translate("MainWindow", "QUEUE"))),
        "player": (right, QWidget()),
        "inspector": (right, DockHeader("")),
        "timeline": (below, film),
    }
    docks = {name: make_dock(window, name, words[name], *place) for name, place in places.items()}
    elements, queue, player, inspector, timeline = docks.values()
    player.hide()
    window.resizeDocks(
        [elements, inspector],
        [min(scaled(LEFT_USUAL), LEFT_MOST), min(scaled(RIGHT_USUAL), RIGHT_MOST)],
        Qt.Orientation.Horizontal,
    )
    # The larger the text, the more of the little room a line of the queue needs to be whole.
    queue_high = round(scaled(280) * text_percent() / 100)
    window.resizeDocks([elements, queue], [scaled(250), queue_high], Qt.Orientation.Vertical)
    window.resizeDocks([timeline], [scaled(328)], Qt.Orientation.Vertical)
    return Docks(docks)


def show_in_menu(window: QMainWindow, menu: QMenu) -> None:
    """Let each dock be hidden and shown by the head of a menu."""
    first = next(action for action in menu.actions() if action.menu() is not None)
    for name in _NAMES:
        dock = window.findChild(QDockWidget, name)
        if isinstance(dock, QDockWidget):
            menu.insertAction(first, dock.toggleViewAction())
    menu.insertSeparator(first)
