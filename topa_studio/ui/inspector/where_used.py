"""Where an element is used: small pictures of its shots with their numbers, and a way to all."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from topa_studio.ui.desk import Desk
from topa_studio.ui.look.theme import scaled, set_role, tokens
from topa_studio.ui.small_pictures.thumbnails import Thumbnails
from topa_studio.ui.widgets.chips import chip_size, paint_chip
from topa_studio.ui.widgets.parts import ElidedLabel, covering, text_label
from topa_studio.ui.words import shot_title

_MOST, _A_ROW = 10, 5
_SIZE, _LEAST = QSize(62, 36), 36


class _Small(QAbstractButton):
    """A shot as a small picture."""

    def __init__(self, key: str, number: str, title: str) -> None:
        super().__init__()
        self.key, self._number = key, number
        self._pixmap: QPixmap | None = None
        self.setAccessibleName(f"{number} {title}".strip())
        self.setToolTip(self.accessibleName())
        self.setMinimumSize(scaled(_LEAST), scaled(_SIZE.height()))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """A small frame."""
        return QSize(scaled(_SIZE.width()), scaled(_SIZE.height()))

    def show_pixmap(self, pixmap: QPixmap | None) -> None:
        """The shot's picture."""
        self._pixmap = pixmap
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture with the number."""
        now = tokens()
        with QPainter(self) as painter:
            painter.setRenderHints(
                QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
            )
            box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            shape = QPainterPath()
            shape.addRoundedRect(box, 4, 4)
            painter.save()
            painter.setClipPath(shape)
            painter.fillRect(box, now.raised)
            if self._pixmap is not None and not self._pixmap.isNull():
                painter.drawPixmap(box, self._pixmap, covering(self._pixmap, box.size().toSize()))
            painter.restore()
            size = chip_size(self._number, small=True)
            at = box.bottomLeft() + QPointF(2, -size.height() - 2)
            paint_chip(painter, at, self._number, now.text, small=True)
            edge = now.run if self.hasFocus() else now.text if self.underMouse() else now.line
            painter.setPen(QPen(edge, 2 if self.hasFocus() else 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 4, 4)


class WhereUsed(QWidget):
    """Signals.

    all_wanted: the film shall show only where it is used.
    """

    all_wanted = Signal()

    def __init__(self, desk: Desk, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._desk, self._thumbnails = desk, thumbnails
        self._keys: tuple[str, ...] = ()
        self._small: list[_Small] = []
        self._count = ElidedLabel("", "dim")
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.all = QPushButton()
        set_role(self.all, "link")
        self.all.clicked.connect(self.all_wanted)
        self._cost = ElidedLabel("", "dim")
        self._cost.setAlignment(Qt.AlignmentFlag.AlignRight)
        head = QHBoxLayout()
        head.addWidget(text_label(self.tr("WHERE USED"), "section"))
        head.addWidget(self._count, 1)
        self._grid = QGridLayout()
        self._grid.setSpacing(6)
        foot = QHBoxLayout()
        foot.addWidget(self.all)
        foot.addWidget(self._cost, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(head)
        whole.addLayout(self._grid)
        whole.addLayout(foot)
        thumbnails.ready.connect(self._came)

    @property
    def buttons(self) -> list[QAbstractButton]:
        """The small pictures, in the film's order."""
        return list(self._small)

    def show_used(self, keys: Sequence[str], cost: str) -> None:
        """In these shots; `cost` says what the element cost so far."""
        film = self._desk.film
        scenes = len({film.scene_of(key).id for key in keys})
        shots = self.tr("%n shots", "", len(keys))
        self._count.setText(
            f"{shots} · {self.tr('%n scenes', '', scenes)}" if keys else self.tr("not used yet")
        )
        self._cost.setText(cost)
        self.all.setText(self.tr("Show all %n", "", len(keys)))
        self.all.setVisible(bool(keys))
        wanted = [(key, film.number_of(key), shot_title(film.shot(key))) for key in keys[:_MOST]]
        names = [f"{number} {title}".strip() for _key, number, title in wanted]
        if [(each.key, each.accessibleName()) for each in self._small] != [
            (key, name) for (key, *_rest), name in zip(wanted, names, strict=True)
        ]:
            self._build(wanted)
        for each in self._small:
            each.show_pixmap(self._picture(each.key))

    def _build(self, wanted: Sequence[tuple[str, str, str]]) -> None:
        for old in self._small:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._small = [_Small(*each) for each in wanted]
        for place, each in enumerate(self._small):
            each.clicked.connect(partial(self._desk.selection.select_shot, each.key))
            self._grid.addWidget(each, place // _A_ROW, place % _A_ROW)
        for column in range(_A_ROW):
            self._grid.setColumnStretch(column, 1)

    def _picture(self, key: str) -> QPixmap | None:
        status = self._desk.session.shot(key)
        size = QSize(scaled(_SIZE.width()), scaled(_SIZE.height()))
        if status.chosen is not None:
            return self._thumbnails.pixmap(status.chosen.path, status.chosen.start, size)
        if status.panel is not None:
            return self._thumbnails.pixmap(status.panel.path, 0, size)
        return None

    def _came(self, _path: str) -> None:
        if self.isVisible():
            for each in self._small:
                each.show_pixmap(self._picture(each.key))
