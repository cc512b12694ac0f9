"""Both sides changed the same field: each field with mine and theirs, beside the work."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from topa_studio.document.merging.merge import Conflict, Side
from topa_studio.ui.desk import Desk
from topa_studio.ui.field_words import conflict_name, value_words
from topa_studio.ui.look.theme import scaled, set_role
from topa_studio.ui.running.binding import bind
from topa_studio.ui.widgets.parts import text_label
from topa_studio.ui.words import clock


class ConflictsDialog(QDialog):
    """Lists what is open; it goes by itself when all is decided.

    `when`: the time of the other program's save; None where it was before this start.
    """

    def __init__(self, parent: QWidget, desk: Desk, when: datetime | None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: list[QWidget] = []
        self.setWindowTitle(self.tr("Changed on both sides"))
        self.setAccessibleName(self.windowTitle())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(20, 16, 20, 16)
        self._column.setSpacing(12)
        self.told = text_label(self._who(when), "dim", wrap=True)
        self._column.addWidget(self.told)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(body)
        area.setAccessibleName(self.tr("Fields that both sides changed"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        bind(self, desk.session.outside.asked, lambda _none: self.refresh())
        self.refresh()
        room = parent.window().size()
        self.resize(min(scaled(680), room.width() - 40), min(scaled(460), room.height() - 40))

    def refresh(self) -> None:
        """Show what is open now; nothing open closes the dialog."""
        for old in self._rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        conflicts = self._desk.session.outside.conflicts
        self._rows = [self._row(conflict) for conflict in conflicts]
        for place, row in enumerate(self._rows, 1):
            self._column.insertWidget(place, row)
        if not conflicts:
            self.close()

    def _who(self, when: datetime | None) -> str:
        path = self._desk.session.file.name
        if when is None:
            told = self.tr("Another program saved {path} while you had changes of your own.")
            return told.format(path=path)
        told = self.tr("Another program saved {path} at {time}, while you had unsaved changes.")
        return told.format(path=path, time=clock(when, seconds=True))

    def _row(self, conflict: Conflict) -> QWidget:
        row = QFrame()
        set_role(row, "box")
        column = QVBoxLayout(row)
        column.setContentsMargins(12, 10, 12, 12)
        heading = conflict_name(self._desk.film, conflict)
        column.addWidget(text_label(heading, "strong", wrap=True))
        sides = QHBoxLayout()
        sides.setSpacing(16)
        sides.addLayout(self._side(conflict, "ours", heading), 1)
        sides.addLayout(self._side(conflict, "theirs", heading), 1)
        column.addLayout(sides)
        return row

    def _side(self, conflict: Conflict, side: Side, heading: str) -> QVBoxLayout:
        ours = side == "ours"
        value = conflict.ours if ours else conflict.theirs
        column = QVBoxLayout()
        caption = self.tr("Mine") if ours else self.tr("Theirs, by another program")
        if conflict.kept == side:
            caption = self.tr("{side}, stands in the film now").format(side=caption)
        column.addWidget(text_label(caption, "dim", wrap=True))
        words = text_label(value_words(self._desk.film, conflict, value), wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(words, 1)
        button = QPushButton(self.tr("Take mine") if ours else self.tr("Take theirs"))
        button.setAccessibleName(f"{button.text()}: {heading}")
        button.clicked.connect(lambda: self._resolve(conflict, side))
        column.addWidget(button)
        return column

    def _resolve(self, conflict: Conflict, side: Side) -> None:
        self._desk.start(lambda: self._desk.session.outside.resolve(conflict, side))
