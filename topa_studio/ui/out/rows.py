"""Fields under one another, each with its name before it and quiet words behind it."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from topa_studio.ui.widgets.parts import text_label


class Rows(QWidget):
    """Rows that are shown or not, each by its name."""

    def __init__(self) -> None:
        super().__init__()
        self._labels: dict[str, QLabel] = {}
        self._fields: dict[str, QWidget] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(12)
        self._grid.setColumnStretch(1, 1)

    def add_row(self, name: str, words: str, field: QWidget, note: QWidget | None = None) -> None:
        """One more at the end."""
        place = len(self._labels)
        self._labels[name] = text_label(words, "dim")
        self._fields[name] = field if isinstance(field, QLabel) else beside(field, note)
        self._grid.addWidget(self._labels[name], place, 0)
        self._grid.addWidget(self._fields[name], place, 1)

    def show_row(self, name: str, *, shown: bool) -> None:
        """Show it, or not."""
        self._labels[name].setVisible(shown)
        self._fields[name].setVisible(shown)

    @property
    def label_width(self) -> int:
        """How wide its column of names is."""
        return max(label.sizeHint().width() for label in self._labels.values())

    def align(self, width: int) -> None:
        """Its column of names is at least this wide."""
        self._grid.setColumnMinimumWidth(0, width)


def beside(field: QWidget, note: QWidget | None = None) -> QWidget:
    """A field with quiet words behind it."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    row.addWidget(field)
    if note is not None:
        row.addWidget(note, 1)
    else:
        row.addStretch(1)
    return whole
