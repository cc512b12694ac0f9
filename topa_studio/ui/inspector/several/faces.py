"""Small pictures of the chosen shots: as many as fit in a row, then how many more there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from topa_studio.film.ladder import Source, shown_of
from topa_studio.ui.desk import Desk
from topa_studio.ui.look.icons import icon
from topa_studio.ui.look.theme import scaled, tokens, ui_font
from topa_studio.ui.small_pictures.thumbnails import Thumbnails
from topa_studio.ui.widgets.parts import covering
from topa_studio.ui.words import number, shot_title

_LEAST, _GAP, _BESIDE = 84, 6, 3
_MOST = 6
_AT = 0.5


@dataclass(frozen=True, slots=True)
class Row:
    """Where pictures lie; `more` shots have none, and the last place says how many."""

    places: tuple[QRect, ...]
    more: int


def row_of(width: int, count: int, least: int, gap: int = _GAP) -> Row:
    """Of `count` shots in a column so wide: at least `least` pixels each, three where they fit."""
    columns = max(1, min((width + gap) // (least + gap), _MOST))
    columns = min(columns, max(count, _BESIDE)) if columns >= _BESIDE else columns
    wide = (width - gap * (columns - 1)) // columns
    high = wide * 9 // 16
    shown = min(count, columns)
    places = tuple(QRect(at * (wide + gap), 0, wide, high) for at in range(shown))
    return Row(places, count - shown + 1 if count > columns else 0)


class Faces(QWidget):
    """Shows pictures with number and title; it is only looked at."""

    def __init__(self, desk: Desk, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._desk, self._thumbnails = desk, thumbnails
        self._keys: tuple[str, ...] = ()
        self._paths: set[str] = set()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        thumbnails.ready.connect(self._came)

    def show_shots(self, keys: Sequence[str]) -> None:
        """Show these, in their order."""
        self._keys = tuple(keys)
        film = self._desk.film
        named = [self._words(key) for key in self._keys[:_MOST] if film.has_shot(key)]
        named += ["…"] if len(self._keys) > _MOST else []
        self.setAccessibleName(", ".join(named))
        self.update()

    @property
    def row(self) -> Row:
        """What is shown where."""
        return row_of(self.width(), len(self._keys), scaled(_LEAST))

    def sizeHint(self) -> QSize:
        """A row of pictures over a line of words."""
        row = row_of(max(self.width(), 1), max(1, len(self._keys)), scaled(_LEAST))
        return QSize(3 * scaled(_LEAST), row.places[0].height() + self._line())

    def minimumSizeHint(self) -> QSize:
        """One picture."""
        return QSize(scaled(_LEAST), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wider pictures are higher."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The pictures, and in the last place how many more there are."""
        with QPainter(self) as painter:
            painter.setRenderHints(
                QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
            )
            row = self.row
            for place, (key, rect) in enumerate(zip(self._keys, row.places, strict=False), 1):
                if row.more and place == len(row.places):
                    self._paint_more(painter, rect, row.more)
                elif self._desk.film.has_shot(key):
                    self._paint_shot(painter, rect, key)

    def _paint_more(self, painter: QPainter, rect: QRect, more: int) -> None:
        now = tokens()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.raised)
        painter.drawRoundedRect(QRectF(rect), 5, 5)
        painter.setPen(now.dim)
        painter.setFont(ui_font(13, QFont.Weight.DemiBold))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, f"+ {number(more)}")

    def _paint_shot(self, painter: QPainter, rect: QRect, key: str) -> None:
        painter.save()
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(rect), 5, 5)
        painter.setClipPath(shape)
        painter.fillRect(rect, tokens().raised)
        picture = self._picture(key, rect.size())
        if picture is not None:
            painter.drawPixmap(QRectF(rect), picture, covering(picture, rect.size()))
        else:
            size = min(scaled(18), rect.height() - 6)
            sign = icon("picture", tokens().faint, size).pixmap(size, size)
            painter.drawPixmap(rect.center().x() - size // 2, rect.center().y() - size // 2, sign)
        painter.restore()
        self._paint_words(painter, rect, key)

    def _paint_words(self, painter: QPainter, rect: QRect, key: str) -> None:
        bold, plain = ui_font(11, QFont.Weight.DemiBold), ui_font(11)
        line = QRect(rect.x(), rect.bottom() + 1, rect.width(), self._line())
        middle = Qt.AlignmentFlag.AlignVCenter
        digits = self._desk.film.number_of(key)
        painter.setFont(bold)
        painter.setPen(tokens().text)
        painter.drawText(line, middle, digits)
        line.setLeft(line.left() + QFontMetrics(bold).horizontalAdvance(digits) + 4)
        title = shot_title(self._desk.film.shot(key))
        metrics = QFontMetrics(plain)
        painter.setFont(plain)
        painter.setPen(tokens().dim)
        words = metrics.elidedText(title, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, middle, words)

    def _line(self) -> int:
        return QFontMetrics(ui_font(11)).height() + 6

    def _words(self, key: str) -> str:
        film = self._desk.film
        return f"{film.number_of(key)} {shot_title(film.shot(key))}"

    def _picture(self, key: str, size: QSize) -> QPixmap | None:
        shot = self._desk.film.shot(key)
        shown = shown_of(shot, self._desk.session.shot(key))
        if shown.source is Source.SLATE:
            return None
        inside = min(_AT, shot.seconds / 2) if shown.source is Source.CLIP else 0.0
        self._paths.add(shown.path)
        wide = QSize(round(size.width() * self.devicePixelRatioF()), 0)
        found = self._thumbnails.pixmap(shown.path, shown.offset + inside, wide)
        return None if found is None or found.isNull() else found

    def _came(self, path: str) -> None:
        if path in self._paths:
            self._paths.discard(path)
            self.update()
