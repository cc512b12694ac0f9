"""What a picture shall be that was let go over a shot: asked there, with a button for each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QVBoxLayout, QWidget

from topa_studio.ui.look.theme import set_role
from topa_studio.ui.notices.announcing import announce
from topa_studio.ui.widgets.parts import text_label
from topa_studio.ui.widgets.plain import plain_tip

PANEL, START, END, STILL = "panel", "start", "end", "still"
_EDGE = 8
_KEY = Qt.Key
_STEPS = {_KEY.Key_Up: -1, _KEY.Key_Down: 1, _KEY.Key_Left: -1, _KEY.Key_Right: 1}
_PRESSES = {_KEY.Key_Return, _KEY.Key_Enter}
_ELSEWHERE = {QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.DragEnter}


class DropChoice(QFrame):
    """One question at a time; Esc, or a press anywhere else, leaves everything as it is."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("drop-choice")
        set_role(self, "pop-up")
        self.words = text_label("", "strong")
        self.buttons = {
            PANEL: QPushButton(self.tr("Its panel")),
            START: QPushButton(self.tr("Start from it")),
            END: QPushButton(self.tr("End with it")),
            STILL: QPushButton(self.tr("Be the shot")),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(6)
        column.addWidget(self.words)
        for name, button in self.buttons.items():
            button.clicked.connect(partial(self._choose, name))
            column.addWidget(button)
        self._then: Callable[[str], object] = lambda _name: None
        self._home: QWidget | None = None
        self.hide()

    def ask(
        self, at: QPoint, words: str, then: Callable[[str], object], cannot: Mapping[str, str]
    ) -> None:
        """Ask at a point of the window; `then` is given what was chosen.

        `cannot`: why one of them cannot be.
        """
        self.put_away()
        self._then = then
        self.words.setText(words)
        self.setAccessibleName(words)
        for name, button in self.buttons.items():
            button.setEnabled(name not in cannot)
            button.setToolTip(plain_tip(cannot.get(name, "")))
            button.setAccessibleName(f"{button.text()}: {words}")
        self._home = self.window().focusWidget()
        size, room = self.sizeHint(), self.window().rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        size = size.boundedTo(room.size())
        left = min(max(at.x(), room.left()), room.right() + 1 - size.width())
        top = min(max(at.y(), room.top()), room.bottom() + 1 - size.height())
        self.setGeometry(QRect(QPoint(left, top), size))
        self.show()
        self.raise_()
        self.window().activateWindow()  # what was dropped comes from another one
        self.buttons[PANEL].setFocus(Qt.FocusReason.PopupFocusReason)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        announce(self, words)

    def put_away(self) -> None:
        """Ask nothing any more."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        home, self._home = self._home, None
        if self.isVisible() and home is not None and self._has_keys():
            home.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()

    def _has_keys(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _choose(self, name: str) -> None:
        then = self._then
        self.put_away()
        then(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that mean something here, and presses elsewhere."""
        if not isinstance(watched, QWidget) or not self.isVisible():
            return False
        inside = watched is self or self.isAncestorOf(watched)
        if isinstance(event, QKeyEvent) and inside:
            return self._key(event)
        if event.type() in _ELSEWHERE and not inside:
            self.put_away()
        return False

    def _key(self, event: QKeyEvent) -> bool:
        """Take a key; whether nobody else gets it."""
        key = event.key()
        ours = key == _KEY.Key_Escape or key in _PRESSES or key in _STEPS
        if not ours or event.type() is QEvent.Type.KeyRelease:
            return ours
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
        elif key == _KEY.Key_Escape:
            self.put_away()
        elif key in _STEPS:
            self._step(_STEPS[_KEY(key)])
        elif not event.isAutoRepeat():
            focused = self.window().focusWidget()
            if isinstance(focused, QPushButton) and self.isAncestorOf(focused):
                focused.click()
        return True

    def _step(self, step: int) -> None:
        can = [button for button in self.buttons.values() if button.isEnabled()]
        here = next((n for n, button in enumerate(can) if button.hasFocus()), 0)
        can[(here + step) % len(can)].setFocus(Qt.FocusReason.TabFocusReason)
