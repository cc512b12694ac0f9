"""The switch over the list of takes: the shot is as it should be, and left out of batches."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from topa_studio.model.take import Take
from topa_studio.ui.look.icons import icon_pixmap
from topa_studio.ui.look.theme import scaled, set_role, tokens
from topa_studio.ui.widgets.parts import ElidedLabel, text_label
from topa_studio.ui.widgets.toggle import Toggle


class AcceptBox(QFrame):
    """Pressed anywhere.

    Signals:
        wanted: whether the shot shall be accepted.
    """

    wanted = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "box")
        self._sign = QLabel()
        self._words = ElidedLabel()
        self._about = text_label(self.tr("left out of batches"), "dim")
        self.toggle = Toggle("")
        self.toggle.clicked.connect(self.wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 9, 10, 9)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        row.addWidget(self._about)
        row.addWidget(self.toggle)

    def show_shot(self, chosen: Take | None, *, accepted: bool, editable: bool) -> None:
        """Show whether it is accepted; a shot with nothing in the film is not offered to be."""
        can = editable and (accepted or chosen is not None)
        now = tokens()
        sign = icon_pixmap(
            "lock" if accepted else "unlock", scaled(16), now.text if accepted else now.dim, 2.0
        )
        self._sign.setPixmap(sign)
        words = self.tr("Accept")
        if accepted:
            words = self.tr("Accepted")
        if chosen is not None:
            words = self.tr("Take {number} is accepted") if accepted else self.tr(
                "Accept Take {number}"
            )  # fmt: skip
            words = words.format(number=chosen.number)
        self._words.setText(words)
        self.toggle.setChecked(accepted)
        self.toggle.setEnabled(can)
        self.toggle.setAccessibleName(f"{words}, {self._about.text()}")
        self.setCursor(Qt.CursorShape.PointingHandCursor if can else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Press the switch."""
        if event.button() is Qt.MouseButton.LeftButton and self.toggle.isEnabled():
            self.toggle.click()
