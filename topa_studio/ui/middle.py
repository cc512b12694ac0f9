"""Pages over the middle of the window and its film; the inspector stays beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QMainWindow,
    QPushButton,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from topa_studio.ui.commands.command import Place
from topa_studio.ui.commands.table import COMMANDS, named
from topa_studio.ui.look.icons import icon
from topa_studio.ui.look.theme import scaled, set_role
from topa_studio.ui.widgets.parts import ElidedLabel, icon_button, text_label, thin_rule
from topa_studio.ui.widgets.two_lines import TwoLines

Acts = Mapping[str, Callable[[], object]]
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
_LEAVE = "_leave"
_UNDER = ("elements", "queue", "timeline", "player")
_GIVE_ROOM = ("timeline", "player")
_FOLLOWED = (QEvent.Type.Resize, QEvent.Type.LayoutRequest)


class Page(QWidget):
    """A head with the way back, and below it `body`; a page has the keyboard as a whole.

    Attributes:
        over_inspector: it lies over the inspector, too.
        face: over which part of it is told what was done.
    Signals:
        left: the user wants the film back.
    """

    left = Signal()
    over_inspector = False

    def __init__(self, title: str, place: Place) -> None:
        """`place` is where its keys hold; one of its commands ends in "_leave"."""
        super().__init__()
        self.place = place
        set_role(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title)
        self.back = QPushButton(self.tr("Film"))
        self.back.setIcon(icon("chevron-left", px=scaled(14)))
        here = (known for known in COMMANDS.values() if known.place is place)
        words = next(known.with_key() for known in here if known.name.endswith(_LEAVE))
        self.back.setToolTip(words)
        self.close_button = icon_button("close", words, role="quiet")
        self.about = ElidedLabel("", "dim")
        for button in (self.back, self.close_button):
            button.clicked.connect(self.left)
        name = QHBoxLayout()
        for widget in (self.back, text_label(title, "title")):
            name.addWidget(widget)
        name.addWidget(self.about, 1)
        self.tools = QHBoxLayout()
        self.tools.addWidget(self.close_button)
        self.head = TwoLines(name, self.tools)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.body.addWidget(self.head)
        self.body.addWidget(thin_rule())
        self.face: QWidget = self
        self.hide()

    def add_tools(self, *widgets: QWidget) -> None:
        """Put these into the head, before the cross."""
        for widget in widgets:
            self.tools.insertWidget(self.tools.count() - 1, widget)

    def acts(self) -> Acts:
        """What commands of the window do while this page is open, by name."""
        return {}

    def keys(self) -> Acts:
        """What the commands of its place do, by name."""
        return {}

    def begin(self) -> None:
        """It is on screen now."""

    def end(self) -> None:
        """It is put away: let go of files and of what plays."""

    def keep_keys(self) -> None:
        """Leave the keyboard at the page when one of its buttons is pressed."""
        for widget in self.findChildren(QWidget):
            widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def event(self, event: QEvent) -> bool:
        """Plain keys are the page's own: none of them is a shortcut of the film under it."""
        if isinstance(event, QKeyEvent) and event.modifiers() in _PLAIN:
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            # Tab is a key like any other here, and leads to no other part of the window.
            if event.type() is QEvent.Type.KeyPress:
                self.keyPressEvent(event)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key means here; a plain one that means nothing goes nowhere."""
        name = named(self.place, event)
        if name.endswith(_LEAVE):
            self.left.emit()
        elif name:
            self.keys().get(name, _nothing)()
        event.setAccepted(bool(name) or event.modifiers() in _PLAIN)


def _nothing() -> None:
    """A command that nobody has joined."""


class Middle(QObject):
    """Where one page at a time lies; the film under it takes no key and no click.

    Signals:
        opened: a page lies over the film now; what plays under it should stop.
        left: the film is there again.
    """

    opened = Signal()
    left = Signal()

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._page: Page | None = None
        self._under: list[QWidget] = []
        self._focus: QWidget | None = None
        self._watched: list[QWidget] = []
        self._away: list[tuple[QDockWidget, int]] = []

    @property
    def page(self) -> Page | None:
        """The page that is open."""
        return self._page

    def open(self, page: Page) -> None:
        """Lay a page over the film, in place of one that is open."""
        if page is self._page:
            page.setFocus()
            return
        if self._page is None:
            self._cover()
        else:
            self._put_away()
        inspector = self._window.findChild(QDockWidget, "inspector")
        if isinstance(inspector, QDockWidget):
            inspector.setEnabled(not page.over_inspector)
        self._page = page
        page.setParent(self._window)
        page.left.connect(self.leave)
        self._lie_over()
        page.show()
        page.raise_()
        page.setFocus()
        self.opened.emit()
        page.begin()

    def leave(self) -> None:
        """Give the film back, and the keyboard to where it was."""
        if self._page is None:
            return
        self._put_away()
        for widget in self._watched:
            widget.removeEventFilter(self)
        self._watched.clear()
        for dock, high in self._away:
            dock.show()
            self._window.resizeDocks([dock], [high], Qt.Orientation.Vertical)
        self._away.clear()
        inspector = self._window.findChild(QDockWidget, "inspector")
        for part in (*self._under, *((inspector,) if isinstance(inspector, QDockWidget) else ())):
            part.setEnabled(True)
        self._under.clear()
        if self._focus is not None and shiboken6.isValid(self._focus):
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus = None
        self.left.emit()

    def instead(self, name: str, act: Callable[[], object]) -> Callable[[], object]:
        """What a command of the window does: what an open page makes of it, else `act`."""

        def do() -> None:
            acts = self._page.acts() if self._page is not None else {}
            acts.get(name, act)()

        return do

    def _put_away(self) -> None:
        page, self._page = self._page, None
        if page is not None:
            page.left.disconnect(self.leave)
            page.end()
            page.hide()

    def _cover(self) -> None:
        window = self._window
        self._focus = window.focusWidget()
        docks = [window.findChild(QDockWidget, name) for name in _UNDER]
        for part in (window.centralWidget(), *docks):
            if isinstance(part, QWidget) and part.isEnabled():
                part.setEnabled(False)
                self._under.append(part)
        # The inspector has the whole height beside a page.
        for name in _GIVE_ROOM:
            dock = window.findChild(QDockWidget, name)
            if isinstance(dock, QDockWidget) and dock.isVisible():
                self._away.append((dock, dock.height()))
                dock.hide()
        inspector = window.findChild(QDockWidget, "inspector")
        self._watched = [window, *((inspector,) if isinstance(inspector, QDockWidget) else ())]
        for widget in self._watched:
            widget.installEventFilter(self)

    def _lie_over(self) -> None:
        window, page = self._window, self._page
        if page is None:
            return
        bars = [bar.geometry().bottom() + 1 for bar in window.findChildren(QToolBar)]
        status = window.statusBar()
        bottom = status.geometry().top() if status.isVisible() else window.height()
        top = max(bars, default=0)
        left, right = self._sides(over_inspector=page.over_inspector)
        page.setGeometry(left, top, right - left, bottom - top)

    def _sides(self, *, over_inspector: bool) -> tuple[int, int]:
        """From where to where a page lies, beside the inspector wherever that is docked."""
        window = self._window
        dock = window.findChild(QDockWidget, "inspector")
        beside = isinstance(dock, QDockWidget) and dock.isVisible() and not dock.isFloating()
        if over_inspector or not beside or not isinstance(dock, QDockWidget):
            return 0, window.width()
        place = dock.geometry()
        if place.center().x() < window.width() // 2:
            return place.right() + 2, window.width()
        return 0, place.left() - 1

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window has another size, or the inspector another place."""
        if event.type() in _FOLLOWED or event.type() in (
            QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Move,
        ):  # fmt: skip
            self._lie_over()
        return super().eventFilter(watched, event)
