"""Small pictures on the page of what was: asked for as they are needed, and told when they come."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from topa_studio.ui.look.theme import scaled
from topa_studio.ui.past.seen import Seen
from topa_studio.ui.small_pictures.thumbnails import Thumbnails
from topa_studio.ui.widgets.flow import Flow
from topa_studio.ui.widgets.parts import ElidedLabel, PictureBox

_WIDE, _HIGH, _LARGE = 96, 54, 224


class Pictures:
    """Those of one film."""

    def __init__(self, thumbnails: Thumbnails) -> None:
        self._thumbnails = thumbnails
        self.ready = thumbnails.ready

    def of(self, seen: Seen | None, size: QSize, ratio: float) -> QPixmap | None:
        """A picture about so large; None: there is none, or it has not come yet."""
        if seen is None:
            return None
        wide = QSize(round(max(size.width(), size.height() * 1.78) * ratio), 0)
        found = self._thumbnails.pixmap(seen.path, seen.at, wide)
        return None if found is None or found.isNull() else found


class Strip(QWidget):
    """Pictures with words under each, as many beside each other as there is room for."""

    def __init__(self, pictures: Pictures) -> None:
        super().__init__()
        self._pictures = pictures
        self._boxes: list[tuple[PictureBox, Seen | None]] = []
        self._cells: list[QWidget] = []
        self._flow = Flow(self, 8)
        pictures.ready.connect(self._came)
        self.hide()

    @property
    def words(self) -> tuple[str, ...]:
        """What stands under the pictures."""
        return tuple(cell.accessibleName() for cell in self._cells)

    @property
    def has_pictures(self) -> tuple[bool, ...]:
        """Of which of them a picture is there."""
        return tuple(box.has_picture for box, _seen in self._boxes)

    def show_all(self, shown: Sequence[tuple[str, Seen | None]]) -> None:
        """Show these; one alone is large. Its words may be ""."""
        for cell in self._cells:
            self._flow.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        self._cells, self._boxes = [], []
        wide = scaled(_LARGE if len(shown) == 1 else _WIDE)
        size = QSize(wide, round(wide * _HIGH / _WIDE))
        for words, seen in shown:
            self._add(words, seen, size)
        self._came()
        self.setVisible(bool(shown))

    def _add(self, words: str, seen: Seen | None, size: QSize) -> None:
        cell, box = QWidget(), PictureBox(size)
        cell.setAccessibleName(words)
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(box)
        if words:
            label = ElidedLabel(words, "small")
            label.setFixedWidth(size.width())
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        cell.setFixedWidth(size.width())
        self._flow.addWidget(cell)
        self._cells.append(cell)
        self._boxes.append((box, seen))

    def _came(self, path: str = "") -> None:
        for box, seen in self._boxes:
            if seen is not None and path in ("", seen.path):
                box.set_pixmap(self._pictures.of(seen, box.size(), self.devicePixelRatioF()))
