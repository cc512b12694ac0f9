"""Where the parts of the seam page lie, and which of them there is room for."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from topa_studio.ui.look.theme import scaled
from topa_studio.ui.reel.bar import ReelBar
from topa_studio.ui.seam.act import ActBox
from topa_studio.ui.seam.column import SeamColumn
from topa_studio.ui.seam.copies import Copies
from topa_studio.ui.seam.strips import Strips
from topa_studio.ui.seam.view import SeamView
from topa_studio.ui.timeline.hints import HintsRow

_NARROW, _LOW, _FLAT = 980, 780, 600
_PICTURES = 0.44
"""The share of the height below the head that the pictures and their edges keep."""
_MUCH = 1000
_EDGES = 16, 6, 16, 8


class Parts(Protocol):
    """What lies on the page."""

    view: SeamView
    strips: Strips
    copies: Copies
    act: ActBox
    bar: ReelBar
    hints: HintsRow
    column: SeamColumn


class Room(QHBoxLayout):
    """Where there is little room the pictures keep theirs, and what only helps goes."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        cards, middle = QWidget(), QWidget()
        row = QHBoxLayout(cards)
        row.setContentsMargins(*_EDGES)
        row.setSpacing(12)
        row.addWidget(parts.copies, 3)
        row.addWidget(parts.act, 1)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(parts.view, _MUCH)
        column.addWidget(parts.strips)
        column.addWidget(cards)
        column.addStretch(1)
        column.addWidget(parts.bar)
        column.addWidget(parts.hints)
        self.setSpacing(1)
        self.addWidget(middle, 1)
        self.addWidget(parts.column)

    def fit(self, size: QSize, head: int) -> None:
        """The page is so large now, or its words are others; `head` is the height of its head."""
        parts, wide, high = self._parts, size.width(), size.height()
        narrow, flat = wide < scaled(_NARROW), high < scaled(_FLAT)
        column = 0 if narrow else min(scaled(340), wide // 3)
        parts.column.setVisible(not narrow)
        parts.column.setFixedWidth(column)
        parts.copies.setVisible(high >= scaled(_LOW) and not narrow)
        parts.hints.setVisible(not flat)
        parts.strips.show_waves(shown=not flat)
        parts.act.set_flat(flat=flat)
        parts.bar.set_flat(flat=flat)
        free = high - head
        left, top, right, below = _EDGES
        rest = parts.act.heightForWidth(wide - column - left - right) + top + below
        rest += parts.bar.sizeHint().height() + parts.strips.sizeHint().height()
        parts.strips.setVisible(not flat or free - rest >= free * _PICTURES)
