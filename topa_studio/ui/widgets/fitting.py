"""Where a window stands: as large as it likes and the screen holds, and never beside the screen."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QMargins, QObject, QRect, QSize, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStyle, QWidget

USUAL = QSize(1600, 1000)
_BORDER = 2
_FRAME_KNOWN_MS = 250


class Fitting(QObject):
    """Keeps a window on its screen when it is shown; its frame is known only then."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(_FRAME_KNOWN_MS)
        self._look.timeout.connect(self.keep_on_screen)
        window.installEventFilter(self)

    def take_place(self, remembered: str) -> None:
        """Stand where `remembered` says (Qt's own words in base 64), else in the middle."""
        window = self._window
        place = QByteArray.fromBase64(remembered.encode())
        if not (remembered and window.restoreGeometry(place)):
            room = self._room()
            window.setGeometry(_centred(USUAL.boundedTo(room.size()), room))
        self.keep_on_screen()

    def keep_on_screen(self) -> None:
        """Move and shrink the window until its screen holds it, frame and all."""
        window = self._window
        if not (window.isMaximized() or window.isFullScreen()):
            fitting = fitted(window.geometry(), self._room())
            if fitting != window.geometry():
                window.setGeometry(fitting)

    def rest(self) -> None:
        """The window's place was given by whoever knows it: leave it there."""
        self._look.stop()
        self._window.removeEventFilter(self)

    def _room(self) -> QRect:
        """What a window's inside may cover of the screen it is on, else of the first one."""
        window = self._window
        on_it = QGuiApplication.screenAt(window.geometry().center())
        screen = on_it or window.screen() or QGuiApplication.primaryScreen()
        return screen.availableGeometry().marginsRemoved(self._frame())

    def _frame(self) -> QMargins:
        window = self._window
        inside, outside = window.geometry(), window.frameGeometry()
        if inside != outside:
            return QMargins(
                inside.left() - outside.left(),
                inside.top() - outside.top(),
                outside.right() - inside.right(),
                outside.bottom() - inside.bottom(),
            )
        if window.isVisible():
            return QMargins()
        bar = window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
        return QMargins(_BORDER, bar + _BORDER, _BORDER, _BORDER)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again a moment after the window system has put a frame around it."""
        if watched is self._window and event.type() is QEvent.Type.Show:
            self._look.start()
        return super().eventFilter(watched, event)


def fitted(place: QRect, room: QRect) -> QRect:
    """`place` moved into `room`, and made smaller where it is larger."""
    size = place.size().boundedTo(room.size())
    left = max(room.left(), min(place.left(), room.left() + room.width() - size.width()))
    top = max(room.top(), min(place.top(), room.top() + room.height() - size.height()))
    return QRect(left, top, size.width(), size.height())


def _centred(size: QSize, room: QRect) -> QRect:
    left = room.left() + (room.width() - size.width()) // 2
    top = room.top() + (room.height() - size.height()) // 2
    return QRect(left, top, size.width(), size.height())
