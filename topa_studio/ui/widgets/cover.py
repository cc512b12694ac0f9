"""A page over the whole window: what is under it goes on, and takes no key and no click."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QPushButton, QToolBar, QWidget
from shiboken6 import isValid

from topa_studio.ui.look.theme import set_role

_GRIP = "qt_qmainwindow_extended_splitter"
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)


class Cover(QWidget):
    """Lies between menu bar and status line of `window` until `leave`.

    Signals:
        left: it is gone, and the film can be worked on again.
    """

    left = Signal()

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._under: list[QWidget] = []
        self._focus: QWidget | None = None
        set_role(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        window.installEventFilter(self)
        self.hide()

    def open_over(self) -> None:
        """Show it; the film under it is not changed, and what is made of it goes on."""
        window = self._window
        self._focus = window.focusWidget()
        bars = (window.centralWidget(), *window.findChildren(QToolBar))
        docks = window.findChildren(QDockWidget)
        for part in (*bars, *docks):
            if part is not None and part.isEnabled():
                part.setEnabled(False)
                self._under.append(part)
        self._offer_menus(offered=False)
        self._lie_over()
        self.show()
        self.raise_()
        self._cover_grips()

    def leave(self) -> None:
        """Give the window back, and the keyboard to where it was."""
        if self.isHidden():
            return
        self.hide()
        for part in self._under:
            part.setEnabled(True)
        self._under.clear()
        covers = self._window.findChildren(Cover)
        self._offer_menus(offered=all(cover.isHidden() for cover in covers))
        if self._focus is not None and isValid(self._focus):
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus = None
        self.left.emit()

    def _offer_menus(self, *, offered: bool) -> None:
        """All but the first menu are about the film under the page."""
        for menu in self._window.menuBar().actions()[1:]:
            menu.setEnabled(offered)

    def _lie_over(self) -> None:
        window = self._window
        top = window.menuBar().geometry().bottom() + 1 if window.menuBar().isVisible() else 0
        status = window.statusBar()
        bottom = status.geometry().top() if status.isVisible() else window.height()
        self.setGeometry(0, top, window.width(), bottom - top)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        followed = (QEvent.Type.Resize, QEvent.Type.LayoutRequest)
        if watched is self._window and event.type() in followed and self.isVisible():
            self._lie_over()
            QTimer.singleShot(0, self, self._cover_grips)
        return super().eventFilter(watched, event)

    def _cover_grips(self) -> None:
        """Whenever docks find their places, Qt raises the grips between them over all else."""
        for grip in self._window.findChildren(QWidget, _GRIP, _DIRECT):
            grip.stackUnder(self)

    def event(self, event: QEvent) -> bool:
        """Keys are the page's own: none of them is a shortcut of the film under it."""
        overrides = event.type() is QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and event.modifiers() in _PLAIN:
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """The keyboard stays on the page."""
        start = self._window.focusWidget() or self
        found: QWidget = start
        while True:
            beside = found.nextInFocusChain() if forward else found.previousInFocusChain()
            if beside is None:
                return False
            found = beside
            if self._can_have_keyboard(found):
                why = Qt.FocusReason.TabFocusReason
                found.setFocus(why if forward else Qt.FocusReason.BacktabFocusReason)
                return True
            if found is start:
                return False

    def _can_have_keyboard(self, part: QWidget) -> bool:
        tabbed = part.focusPolicy() & Qt.FocusPolicy.TabFocus
        shown = part.isVisibleTo(self) and part.isEnabled()
        return bool(tabbed) and shown and part.focusProxy() is None and self.isAncestorOf(part)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back; Enter presses the button that the keyboard is on."""
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in _ENTER and isinstance(focused, QPushButton):
            focused.click()
        event.accept()
