"""What the film takes of the disk, and a press that empties the trash of takes."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from topa_studio.model.costs import DiskUse
from topa_studio.ui.bill.rows import Bill, Line
from topa_studio.ui.desk import Desk
from topa_studio.ui.widgets.confirm import Confirm
from topa_studio.ui.widgets.parts import bring_into_sight
from topa_studio.ui.words import credits_word, size_word


class DiskPart(QWidget):
    """Rows of sizes; they are looked up when it is asked to, off the loop."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._session = desk, desk.session
        self.bill = Bill(self.tr("On the disk"))
        self.empty = QPushButton(self.tr("Empty the trash…"))
        self.empty.setAutoDefault(False)
        self.empty.setAccessibleName(self.empty.text())
        self.confirm = Confirm()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.bill)
        column.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.confirm)
        self.empty.clicked.connect(lambda: desk.look(self._ask))
        self.confirm.answered.connect(self._answered)
        self.bill.hide()
        self.empty.hide()

    def look(self) -> None:
        """Look the sizes up again."""
        self._desk.look(self._look)

    async def _look(self) -> None:
        self._show(await self._session.spending.disk())

    def _show(self, disk: DiskUse) -> None:
        whole = disk.takes + disk.trash + disk.pictures + disk.rest
        in_trash = self.tr("%n results", "", disk.in_trash) if disk.in_trash else ""
        parts = (
            (self.tr("Takes and panels"), "", disk.takes),
            (self.tr("In the trash"), in_trash, disk.trash),
            (self.tr("Pictures of elements"), "", disk.pictures),
            (self.tr("Copies, notes, small pictures"), "", disk.rest),
        )
        lines = [
            Line(title, told, size, says=size_word(size)) for title, told, size in parts if size
        ]
        self.bill.show_lines(lines, whole)
        asks = self.confirm.isVisibleTo(self)
        self.empty.setVisible(disk.in_trash > 0 and not asks)
        self.empty.setEnabled(self._desk.editable)

    async def _ask(self) -> None:
        """Tell what emptying takes away, where the button was."""
        session = self._session
        weight = await session.takes.weigh(session.takes.trash_of())
        pictures = await session.elements.trashed()
        if not weight.count + len(pictures):
            self.look()
            return
        told = []
        if weight.count:
            told.append(self.tr("%n takes and panels are deleted for good.", "", weight.count))
        if pictures:
            words = self.tr("%n pictures of elements are deleted for good.", "", len(pictures))
            told.append(words)
        credits = weight.credits + sum(picture.credits or 0 for picture in pictures)
        if credits:
            cost = self.tr("They cost {credits}, which stay spent.")
            if weight.count + len(pictures) == 1:
                cost = self.tr("It cost {credits}, which stay spent.")
            told.append(cost.format(credits=credits_word(credits)))
        size = weight.bytes + sum(picture.bytes for picture in pictures)
        room = self.tr("{size} of the disk come free. This cannot be undone.")
        told.append(room.format(size=size_word(size)))
        self.empty.hide()
        self.confirm.ask(" ".join(told), yes=self.tr("Delete for good"), no=self.tr("Keep them"))
        # It is higher than the button, which stands at the end of the page.
        QTimer.singleShot(0, self, lambda: bring_into_sight(self.confirm))

    def _answered(self, sure: bool) -> None:
        self.empty.show()
        self.empty.setFocus(Qt.FocusReason.OtherFocusReason)
        if sure:
            self._desk.start(self._empty)

    async def _empty(self) -> None:
        await self._session.takes.empty_trash()
        await self._session.elements.empty_trash()
        await self._look()
