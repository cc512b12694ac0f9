"""The question about new pictures in one line, while the question itself lies below the edge."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QWidget

from topa_studio.ui.parts import ElidedLabel
from topa_studio.ui.pictures.keeping import Keeping
from topa_studio.ui.plain import plain_tip
from topa_studio.ui.theme import set_role

_EDGE = 16


class Below(QFrame):
    """Stands over the pictures in `area`, within `page`, as long as the answers cannot be seen."""

    def __init__(self, page: QWidget, area: QScrollArea, keeping: Keeping) -> None:
        super().__init__()
        self._page, self._area, self._keeping = page, area, keeping
        set_role(self, "bar-warning")
        self.words = ElidedLabel()
        self.button = QPushButton(self.tr("Decide…"))
        self.button.clicked.connect(self.bring)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._show)
        bar = area.verticalScrollBar()
        bar.valueChanged.connect(lambda _value: self._soon.start())
        bar.rangeChanged.connect(lambda _low, _high: self._soon.start())
        for moved in (keeping, page):
            moved.installEventFilter(self)
        self.hide()

    def bring(self) -> None:
        """Bring the question into sight, with its price, and the keyboard to the button it means."""
        body = self._area.widget()
        layout = None if body is None else body.layout()
        if layout is not None:
            layout.activate()
        self._area.ensureWidgetVisible(self._keeping, 0, _EDGE)
        self._keeping.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The question has come, gone or moved, or the page has another height."""
        kinds = QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Move, QEvent.Type.Resize
        if event.type() in kinds:
            self._soon.start()
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        keeping = self._keeping
        body = self._area.widget()
        asks = keeping.isVisible() and body is not None
        if asks and body is not None:
            # As if this line were not there: else it would come and go by its own height.
            room = self._area.height() + (0 if self.isHidden() else self.height())
            buttons = keeping.button.mapTo(body, keeping.button.rect().bottomLeft()).y()
            asks = buttons - self._area.verticalScrollBar().value() > room
        words = keeping.words
        self.words.setText(words)
        self.setAccessibleName(words)
        self.button.setToolTip(plain_tip(words))
        self.setVisible(asks)
