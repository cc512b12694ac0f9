"""The three parts of the page: side by side where there is room, else one under the other."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from topa_studio.ui.parts import text_label
from topa_studio.ui.theme import scaled, set_role

_KINDS_WIDE, _OPTIONS_WIDE, _RIGHT_WIDE = 300, 500, 400
_ANY_WIDTH = 16_777_215
_EDGE = 20


class Sides(QWidget):
    """Kinds left, options in the middle, the preview and what was written right."""

    def __init__(
        self, kinds: Iterable[QWidget], options: Iterable[QWidget], right: Iterable[QWidget]
    ) -> None:
        super().__init__()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(0)
        self._tiles = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._left = self._kind_side(kinds)
        self._middle, self._right = _column(options, 14), _column(right, 12)
        for side in (self._left, self._middle, self._right):
            self._columns.addWidget(side)

    def _kind_side(self, kinds: Iterable[QWidget]) -> QWidget:
        side = QWidget()
        set_role(side, "pane")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._tiles.setSpacing(8)
        for tile in kinds:
            self._tiles.addWidget(tile)
        free = self.tr("Nothing here costs credits, and nothing leaves this computer.")
        column = QVBoxLayout(side)
        column.setContentsMargins(14, 16, 14, 14)
        column.addLayout(self._tiles)
        column.addStretch(1)
        column.addWidget(text_label(free, "dim", wrap=True))
        return side

    def fit(self, room: int) -> None:
        """Lie across or one under the other in so many pixels."""
        kinds = scaled(_KINDS_WIDE)
        options = max(scaled(_OPTIONS_WIDE), self._middle.minimumSizeHint().width())
        wide = room >= kinds + options + scaled(_RIGHT_WIDE)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(across if wide else down)
        self._tiles.setDirection(down if wide else across)
        for side, width in ((self._left, kinds), (self._middle, options)):
            side.setMinimumWidth(width if wide else 0)
            side.setMaximumWidth(width if wide else _ANY_WIDTH)
        self._columns.setStretch(2, 1 if wide else 0)


def _column(parts: Iterable[QWidget], spacing: int) -> QWidget:
    side = QWidget()
    column = QVBoxLayout(side)
    column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
    column.setSpacing(spacing)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return side
