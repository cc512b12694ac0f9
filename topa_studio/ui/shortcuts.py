"""The page of keys (F1): what works without a mouse, in groups."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from topa_studio.ui.commands.table import key_rows
from topa_studio.ui.parts import text_label
from topa_studio.ui.theme import scaled, set_role


class ShortcutsPage(QDialog):
    """A window of its own that may stay open beside the work.

    Signals:
        notes_wanted: the first notes, once more.
    """

    notes_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.setObjectName("shortcuts")
        self.setAccessibleName(self.tr("Keys"))
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(24, 20, 24, 12)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for title, rows in key_rows():
            _add_group(grid, title, rows)
        grid.setRowStretch(grid.rowCount(), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(body)
        area.setAccessibleName(self.tr("List of keys"))
        notes = QPushButton(self.tr("Show the first notes again"))
        notes.clicked.connect(self.close)
        notes.clicked.connect(self.notes_wanted)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 8, 24, 16)
        foot.setSpacing(8)
        foot.addStretch(1)
        for button in (notes, close):
            button.setAccessibleName(button.text())
            button.setAutoDefault(False)
            foot.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        whole.addLayout(foot)
        room = parent.window().size()
        self.resize(min(scaled(560), room.width() - 40), min(scaled(640), room.height() - 40))


def _add_group(grid: QGridLayout, title: str, rows: list[tuple[tuple[str, ...], str]]) -> None:
    """One grid holds all groups, so that their columns line up."""
    first = grid.rowCount()
    head = text_label(title, "title")
    head.setContentsMargins(0, 12 if first > 1 else 0, 0, 2)
    grid.addWidget(head, first, 0, 1, 2)
    for place, (keys, does) in enumerate(rows, first + 1):
        grid.addLayout(_caps(keys), place, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(text_label(does, wrap=True), place, 1)


def _caps(keys: tuple[str, ...]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(4)
    for key in keys:
        cap = QLabel(key)
        cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
        cap.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_role(cap, "key")
        row.addWidget(cap)
    row.addStretch(1)
    return row
