"""The three parts of the page: side by side where there is room, else one under the other."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from topa_studio.ui.look.theme import scaled, set_role
from topa_studio.ui.widgets.parts import text_label

_KINDS_WIDE, _OPTIONS_WIDE, _RIGHT_WIDE = 300, 500, 400
_KIND_WIDE = 230
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
        self._tiles = QGridLayout()
        self._kinds = list(kinds)
        self._across = 0
        self._left = self._kind_side()
        self._middle, self._right = _column(options, 14), _column(right, 12)
        for side in (self._left, self._middle, self._right):
            self._columns.addWidget(side)

    def _kind_side(self) -> QWidget:
        side = QWidget()
        set_role(side, "pane")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._tiles.setSpacing(8)
        self._place_kinds(1)
        free = self.tr("Nothing here costs credits, and nothing leaves this computer.")
        column = QVBoxLayout(side)
        column.setContentsMargins(14, 16, 14, 14)
        column.addLayout(self._tiles)
        column.addStretch(1)
        column.addWidget(text_label(free, "dim", wrap=True))
        return side

    def _place_kinds(self, across: int) -> None:
        """So many of them side by side."""
        across = min(across, len(self._kinds))
        if across == self._across:
            return
        self._across = across
        for at, tile in enumerate(self._kinds):
            self._tiles.addWidget(tile, at // across, at % across)

    def fit(self, room: int) -> None:
        """Lie across or one under the other in so many pixels."""
        kinds = scaled(_KINDS_WIDE)
        options = max(scaled(_OPTIONS_WIDE), self._middle.minimumSizeHint().width())
        wide = room >= kinds + options + scaled(_RIGHT_WIDE)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(across if wide else down)
        self._place_kinds(1 if wide else max(1, (room - 2 * _EDGE) // scaled(_KIND_WIDE)))
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
