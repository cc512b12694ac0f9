"""The message bar: what should be read once, without a box in the way of work."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from topa_studio.ui.icons import icon, icon_pixmap
from topa_studio.ui.theme import scaled, set_role, tokens

_INFO_MS = 8_000
_KEPT = 20


class NoticeBar(QFrame):
    """One notice at a time; further ones wait in line. Info leaves by itself, trouble stays."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[tuple[str, str]] = []
        self._now: tuple[str, str] | None = None
        self._mark = QLabel()
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._close = QToolButton()
        self._close.setIcon(icon("close", tokens().dim, 14))
        set_role(self._close, "quiet")
        self._close.setAccessibleName(self.tr("Close this notice"))
        self._close.setToolTip(self.tr("Close this notice"))
        self._close.clicked.connect(self.next)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self._mark)
        row.addWidget(self._text, 1)
        row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_INFO_MS)
        self._timer.timeout.connect(self.next)
        self.setAccessibleName(self.tr("Notice"))
        self.hide()

    @property
    def text(self) -> str:
        """What is shown now; "" where nothing is."""
        return self._now[1] if self._now else ""

    def show_notice(self, level: str, text: str) -> None:
        """Show `text`; `level` is info, warning or error. The same words are shown once."""
        notice = (level, text)
        if notice == self._now or notice in self._waiting:
            return
        if self._now is None or self._now[0] == "info":
            self._show(notice)
        elif len(self._waiting) < _KEPT:
            self._waiting.append(notice)

    def next(self) -> None:
        """Put away what is shown and show what waits."""
        self._timer.stop()
        self._now = None
        if self._waiting:
            self._show(self._waiting.pop(0))
        else:
            self.hide()

    def _show(self, notice: tuple[str, str]) -> None:
        self._now = notice
        level, text = notice
        now = tokens()
        colour = {"warning": now.warn, "error": now.bad}.get(level, now.run)
        name = "info" if level == "info" else "warning"
        self._mark.setPixmap(icon_pixmap(name, scaled(16), colour, self.devicePixelRatioF()))
        self._text.setText(text)
        set_role(self, f"bar-{level}")
        self.setAccessibleDescription(text)
        self.show()
        if level == "info":
            self._timer.start()
