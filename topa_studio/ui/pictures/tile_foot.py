"""The foot of a tile: what it is carried by, its number and view, and what redraws it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QWidget

from topa_studio.model.element_picture import ElementPicture
from topa_studio.ui.look.icons import icon_pixmap
from topa_studio.ui.look.theme import scaled, set_role, tokens
from topa_studio.ui.widgets.parts import ElidedLabel, text_label
from topa_studio.ui.words import credits_word, number

FOOT = 44


class Grip(QLabel):
    """What a tile is carried by.

    Signals:
        carried: where the pointer is on the screen. let_go: it was let go.
    """

    carried = Signal(QPoint)
    let_go = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(self.tr("Drag to another place (Alt+←, Alt+→)"))
        self._held = False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Two rows of dots."""
        px = scaled(12)
        with QPainter(self) as painter:
            sign = icon_pixmap("grip", px, tokens().dim, self.devicePixelRatioF())
            painter.drawPixmap((self.width() - px) // 2, (self.height() - px) // 2, sign)

    def sizeHint(self) -> QSize:
        """Room for a finger's tip."""
        return QSize(scaled(16), scaled(24))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take it."""
        self._held = event.button() is Qt.MouseButton.LeftButton

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry it."""
        if self._held:
            self.carried.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Put it down."""
        if self._held:
            self._held = False
            self.let_go.emit()


class TileFoot(QStackedWidget):
    """Two buttons stand in it while the picture is cropped."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.grip = Grip()
        self._number = text_label("", "strong")
        self._view = ElidedLabel("", "dim")
        self.redraw = QPushButton()
        self.keep = QPushButton(self.tr("Keep"))
        self.drop = QPushButton(self.tr("Cancel"))
        for parts in (
            (self.grip, self._number, self._view, self.redraw), (self.drop, self.keep),
        ):  # fmt: skip
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(6, 0, 8, 0)
            line.setSpacing(6)
            for part in parts:
                line.addWidget(part, 1 if part is self._view else 0)
            self.addWidget(row)
        for button in (self.redraw, self.keep, self.drop):
            set_role(button, "small")
            # The keyboard stays at the tile.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_picture(
        self, picture: ElementPicture, place: int, price: float | None, can: frozenset[str]
    ) -> None:
        """See `PictureTile.show_picture`."""
        self._number.setText(str(place))
        self._view.setText(picture.words or picture.file)
        told = credits_word(price)
        short = told if price is None else number(price)
        self.redraw.setText(self.tr("Redraw · {cost}").format(cost=short))
        says = self.tr("Redraw picture {number} for {cost}")
        self.redraw.setAccessibleName(says.format(number=place, cost=told))
        self.redraw.setVisible("picture_redraw" in can)
        self.grip.setVisible("picture_sooner" in can)

    def show_crop(self, *, on: bool) -> None:
        """The buttons of the crop, or the foot itself."""
        self.setCurrentIndex(int(on))
