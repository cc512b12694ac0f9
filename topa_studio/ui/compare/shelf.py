"""All takes of a shot in a row: a click, or a drag onto a picture, puts one on a side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from topa_studio.model.take import Take
from topa_studio.ui.look.icons import icon_pixmap
from topa_studio.ui.look.theme import scaled, set_role, tokens
from topa_studio.ui.small_pictures.thumbnails import Thumbnails
from topa_studio.ui.widgets.parts import PictureBox, text_label

translate = QCoreApplication.translate
_PICTURE = QSize(112, 63)


class TakeTile(QFrame):
    """One take.

    Signals:
        picked: its number. dropped: its number, and where on the screen.
    """

    picked = Signal(int)
    dropped = Signal(int, QPoint)

    def __init__(self, take: Take, place: str, *, chosen: bool, shown: bool) -> None:
        super().__init__()
        self.take = take
        set_role(self, "card-chosen" if chosen else "card")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._from = QPoint()
        self.picture = PictureBox(_PICTURE, "film")
        row = QHBoxLayout()
        row.setContentsMargins(4, 0, 4, 0)
        if chosen:
            dot = QLabel()
            dot.setPixmap(icon_pixmap("dot", scaled(10), tokens().accent, 2.0))
            row.addWidget(dot)
        row.addWidget(text_label(f"T{take.number}", "" if shown else "dim"))
        row.addStretch(1)
        row.addWidget(text_label(place, "small"))
        column = QVBoxLayout(self)
        column.setContentsMargins(3, 3, 3, 4)
        column.setSpacing(3)
        column.addWidget(self.picture)
        column.addLayout(row)
        said = self.tr("Take {number}").format(number=take.number)
        film = translate("Compare", "in the film") if chosen else ""
        self.setAccessibleName(", ".join(part for part in (said, film, place) if part))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click, or the beginning of a drag."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._from = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take it along."""
        if event.buttons() & Qt.MouseButton.LeftButton and self._is_far(event):
            self.setCursor(Qt.CursorShape.DragMoveCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put it on the side under the pointer, else on that which keys speak to."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if self._is_far(event):
            self.dropped.emit(self.take.number, event.globalPosition().toPoint())
        else:
            self.picked.emit(self.take.number)

    def _is_far(self, event: QMouseEvent) -> bool:
        way = (event.position().toPoint() - self._from).manhattanLength()
        return way > QApplication.startDragDistance()


class Shelf(QWidget):
    """The row with its caption.

    Signals:
        picked: the number of the take that was clicked.
        dropped: the number of one that was dragged, and where on the screen it was let go.
    """

    picked = Signal(int)
    dropped = Signal(int, QPoint)

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._thumbnails = thumbnails
        self._tiles: list[TakeTile] = []
        self._shown: object = None
        head = QHBoxLayout()
        head.addWidget(text_label(self.tr("ALL TAKES"), "section"))
        hint = text_label(self.tr("Drag one onto a side, or press its number"), "dim")
        head.addWidget(hint)
        head.addStretch(1)
        body = QWidget()
        self._row = QHBoxLayout(body)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFixedHeight(_PICTURE.height() + scaled(24) + 24)
        area.setWidget(body)
        area.setAccessibleName(self.tr("All takes"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 4)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(area)
        thumbnails.ready.connect(self._came)

    def tiles(self) -> tuple[TakeTile, ...]:
        """In the order of their numbers."""
        return tuple(self._tiles)

    def show_takes(
        self, takes: Sequence[Take], chosen: int | None, places: dict[int, str], offset: float
    ) -> None:
        """Show these; `places` says where a take stands, `offset` where its clip begins."""
        wanted = (tuple(takes), chosen, tuple(sorted(places.items())), offset)
        if wanted == self._shown:
            return
        self._shown, self._offset = wanted, offset
        for old in self._tiles:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._tiles = [
            TakeTile(
                take,
                _place(places.get(take.number, ""), rejected=take.marks.rejected),
                chosen=take.number == chosen,
                shown=take.number in places,
            )
            for take in takes
        ]
        for at, tile in enumerate(self._tiles):
            tile.picked.connect(self.picked)
            tile.dropped.connect(self.dropped)
            tile.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._row.insertWidget(at, tile, 0, Qt.AlignmentFlag.AlignTop)
            self._show_picture(tile)

    def _show_picture(self, tile: TakeTile) -> None:
        take = tile.take
        pixmap = self._thumbnails.pixmap(take.path, take.start + self._offset, _PICTURE)
        tile.picture.set_pixmap(
            greyed(pixmap) if pixmap is not None and take.marks.rejected else pixmap
        )

    def _came(self, path: str) -> None:
        for tile in self._tiles:
            if tile.take.path == path:
                self._show_picture(tile)


def _place(side: str, *, rejected: bool) -> str:
    """Where it stands, and that it is rejected."""
    word = translate("Compare", "rejected") if rejected else ""
    return " · ".join(part for part in (side, word) if part)


def greyed(pixmap: QPixmap) -> QPixmap:
    """The picture of a take that is rejected: without colour, and darker."""
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.fillRect(image.rect(), QColor(0, 0, 0, 110))
    painter.end()
    return QPixmap.fromImage(image)
