"""The prompts of an element's reference images: one field an image, up to four."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from topa_studio.ui.look.theme import set_role
from topa_studio.ui.widgets.parts import icon_button, text_label
from topa_studio.ui.writing.fields import TextBox

MOST = 4


class ViewPrompts(QWidget):
    """The list of prompts.

    Signals:
        committed: all prompts, as a list of texts (an object, so that Qt changes no letter).
    """

    committed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._fields: list[TextBox] = []
        self._rows: list[QWidget] = []
        self._editable = True
        self._known = 0
        self._add = QPushButton(self.tr("Add a view"))
        self._add.setAccessibleName(self.tr("Add a view of this element"))
        set_role(self._add, "link")
        self._add.clicked.connect(self._add_view)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)

    def values(self) -> list[str]:
        """The prompts as they stand in the fields."""
        return [field.words() for field in self._fields]

    def show_values(self, values: list[str], *, editable: bool) -> None:
        """Show what the document says."""
        self._editable = editable
        self._known = len(values)
        # A view that was just added and is still empty is not in the document yet.
        begun = len(values) + 1 == len(self._fields) and not self._fields[-1].words()
        if len(values) != len(self._fields) and not begun:
            self._build(len(values))
        for field, value in zip(self._fields, values, strict=False):
            field.show_value(value)
            field.setReadOnly(not editable)
        self._add.setVisible(editable and len(self._fields) < MOST)

    def flush(self) -> None:
        """Tell what was typed and not told yet."""
        for field in self._fields:
            field.flush()

    def _build(self, count: int) -> None:
        for old in self._rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._fields, self._rows = [], []
        for _ in range(count):
            self._append()

    def _append(self) -> TextBox:
        number = len(self._fields) + 1
        row = QWidget()
        field = TextBox(self.tr("Prompt of view {number}").format(number=number), "", 3)
        field.committed.connect(lambda _text: self._tell(row))
        remove = icon_button(
            "close", self.tr("Remove view {number}").format(number=number), role="quiet", px=12
        )
        remove.setVisible(self._editable)
        remove.clicked.connect(lambda: self._remove(row))
        head = QHBoxLayout()
        head.addWidget(text_label(self.tr("View {number}").format(number=number), "dim"))
        head.addStretch(1)
        head.addWidget(remove)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(field)
        self._column.insertWidget(len(self._rows), row)
        self._fields.append(field)
        self._rows.append(row)
        return field

    def _add_view(self) -> None:
        field = self._append()
        self._add.setVisible(len(self._fields) < MOST)
        field.setFocus()

    def _remove(self, row: QWidget) -> None:
        left = self._values_but(row)
        self._build(0)
        self.committed.emit(left)

    def _tell(self, row: QWidget) -> None:
        """A view that was emptied goes; the others stay as they are, whatever they say."""
        if row not in self._rows:
            return
        emptied = not self._fields[self._rows.index(row)].words().strip()
        self.committed.emit(self._values_but(row if emptied else None))

    def _values_but(self, row: QWidget | None) -> list[str]:
        """The prompts without that of `row`, and without views that were begun and say nothing."""
        return [
            text
            for place, (text, own) in enumerate(zip(self.values(), self._rows, strict=True))
            if own is not row and (place < self._known or text.strip())
        ]
