"""The overview: all shots of the film by seconds, what of it is in sight, and the playhead."""

from __future__ import annotations

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFontMetrics,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QToolTip, QWidget

from topa_studio.model.scenario import Scene
from topa_studio.ui.desk import Desk
from topa_studio.ui.film.table import FilmTable
from topa_studio.ui.film.words import tooltip
from topa_studio.ui.look.theme import scaled, theme_signals, tokens, ui_font
from topa_studio.ui.overview.bar import Bar, same_shape
from topa_studio.ui.overview.film_line import FilmLine
from topa_studio.ui.overview.sight import keys_in_sight
from topa_studio.ui.running.binding import Merged, bind
from topa_studio.ui.small_pictures.thumbnails import Thumbnails
from topa_studio.ui.widgets.plain import plain_tip

_EDGE, _CELLS, _ABOVE, _BELOW = 14, 27, 6, 8
_AROUND, _ROUND, _LEAST, _DRAG = 3, 5, 12, 4


class Overview(QWidget):
    """Under one view at a time, which `follow` names; while it is hidden it does nothing.

    Signals:
        wanted: the key of a shot that shall be in the middle of the view.
    """

    wanted = Signal(str)

    def __init__(self, desk: Desk, table: FilmTable, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._desk, self._table = desk, table
        self._view: QAbstractItemView | None = None
        self._followed: list[QAbstractItemView] = []
        self._sight: tuple[int, int] | None = None
        self._held: float | None = None
        self._pressed = QPoint()
        self._drags = False
        self._laid_out = (0, 0.0)
        self._scenes: tuple[Scene, ...] = ()
        self._line = FilmLine(desk, table, thumbnails, self._repaint, self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Overview of the film"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # States and rows come in bursts, and are looked at together.
        self._again = Merged(self, self._look_again)
        bind(self, desk.session.changed, lambda change: self._again.add(change.shots))
        bind(self, desk.session.shots_changed, self._again.add)
        table.counted.connect(self._again.poke)
        shots = table.shots
        for moved in (shots.rowsInserted, shots.rowsRemoved, shots.rowsMoved, shots.scenes_changed):
            moved.connect(lambda *_rows: self._again.poke())
        desk.selection.playhead_moved.connect(self._move_playhead)
        self._playhead = desk.selection.playhead
        theme_signals().changed.connect(self._lay_out_anew)

    def follow(self, view: QAbstractItemView) -> None:
        """Show what is in sight of this view from now on."""
        self._view = view
        if view not in self._followed:
            self._followed.append(view)
            for bar in (view.verticalScrollBar(), view.horizontalScrollBar()):
                bar.valueChanged.connect(self._scrolled)
                bar.rangeChanged.connect(self._scrolled)
        self._again.poke()

    @property
    def bar(self) -> Bar:
        """Where the shots are."""
        return self._line.bar

    # Geometry.

    def sizeHint(self) -> QSize:
        """Numbers, cells, and room around them."""
        return QSize(200, self._top() + scaled(_CELLS) + _BELOW)

    def minimumSizeHint(self) -> QSize:
        """No width is too small."""
        return QSize(0, self.sizeHint().height())

    def _top(self) -> int:
        return _ABOVE + QFontMetrics(ui_font(11)).height()

    def cell_rect(self, key: str) -> QRectF:
        """Where a shot is."""
        row = self.bar.row(key) or 0
        left, right = self.bar.span(row, row)
        return QRectF(left, self._top(), right - left, scaled(_CELLS))

    def frame_rect(self) -> QRectF:
        """What is in sight; nothing where no shot is."""
        if self._sight is None:
            return QRectF()
        left, right = self.bar.span(*self._sight)
        if right - left < _LEAST:
            left = max(_EDGE, (left + right - _LEAST) / 2)
            right = left + _LEAST
        rect = QRectF(left, self._top(), right - left, scaled(_CELLS))
        return rect.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)

    # What changed.

    def showEvent(self, event: QShowEvent) -> None:
        """What happened in the meantime is measured and painted now."""
        super().showEvent(event)
        self._look_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another scale."""
        super().resizeEvent(event)
        self._look_again()

    def _lay_out_anew(self) -> None:
        self._laid_out = (0, 0.0)
        self.updateGeometry()
        self._look_again()

    def _look_again(self, keys: frozenset[str] = frozenset()) -> None:
        if not self.isVisible():
            return
        place = self.width(), self.devicePixelRatioF()
        scenes, self._scenes = self._scenes, self._desk.film.scenes
        if place == self._laid_out and same_shape(scenes, self._scenes):
            self._line.look_again(keys)
        else:
            self._laid_out = place
            self._line.lay_out(place[0], _EDGE, scaled(_CELLS), place[1])
            self._sight = None  # its rows may be gone
            self.update()
        self._scrolled()

    def _scrolled(self, *_value: int) -> None:
        if self._view is None or not self.isVisible():
            return
        rows = [self.bar.row(key) for key in keys_in_sight(self._view)]
        known = [row for row in rows if row is not None]
        sight = (known[0], known[-1]) if known else None
        if sight != self._sight:
            before = self.frame_rect()
            self._sight = sight
            for rect in (before, self.frame_rect()):
                self.update(rect.toAlignedRect().adjusted(-2, -2, 2, 2))

    def _move_playhead(self, seconds: float) -> None:
        before, self._playhead = self._playhead, seconds
        if self.isVisible():
            for moment in (before, seconds):
                x = self.bar.x_of(moment)
                if x is not None:
                    self.update(round(x) - 6, 0, 13, self.height())

    def _repaint(self, rect: QRectF) -> None:
        self.update(rect.translated(0, self._top()).toAlignedRect())

    # The pointer.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """What is in sight can be taken where it lies; anywhere else it comes to the pointer."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        at, frame = event.position(), self.frame_rect()
        if frame.contains(at):
            self._held = at.x() - frame.center().x()
        else:
            self._held = 0.0
            self._show_at(at.x())
        self._pressed = at.toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The part that is in sight goes along."""
        x = event.position().x()
        if self._held is not None and (self._drags or abs(x - self._pressed.x()) >= _DRAG):
            self._drags = True
            self._show_at(x - self._held)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """It stays there."""
        self._held, self._drags = None, False

    def _show_at(self, x: float) -> None:
        row = self.bar.row_at(x)
        if row is None:
            return
        shots, keys = self._table.shots, self.bar.keys
        # A filter leaves shots out: the nearest that is shown.
        for apart in range(len(keys)):
            for near in (row - apart, row + apart):
                if 0 <= near < len(keys) and shots.row(keys[near]) is not None:
                    self.wanted.emit(keys[near])
                    return

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The view scrolls."""
        if self._view is not None:
            QCoreApplication.sendEvent(self._view.viewport(), event)

    def event(self, event: QEvent) -> bool:
        """Tell which shot is under the pointer, and how far it is."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            row = self.bar.row_at(event.pos().x())
            words = "" if row is None else self._words(self.bar.keys[row])
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def _words(self, key: str) -> str:
        film = self._desk.film
        if not film.has_shot(key):
            return ""
        return plain_tip(tooltip(film.number_of(key), film.shot(key), self._desk.session.shot(key)))

    # Painting.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Cells as they were painted before, and what moves over them."""
        colours = tokens()
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), colours.panel)
            painter.fillRect(QRect(0, 0, self.width(), 1), colours.line)
            painter.drawPixmap(0, self._top(), self._line.picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_numbers(painter)
            if self._sight is not None:
                painter.setPen(QPen(colours.text, 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(self.frame_rect(), _ROUND, _ROUND)
            self._paint_playhead(painter)

    def _paint_numbers(self, painter: QPainter) -> None:
        """Of scenes; where they are narrow, only as many as there is room for."""
        font = ui_font(11)
        painter.setFont(font)
        painter.setPen(tokens().dim)
        metrics, free = QFontMetrics(font), 0.0
        for number, (left, _right) in enumerate(self.bar.heads, 1):
            if left >= free:
                painter.drawText(QPointF(left, _ABOVE - 2 + metrics.ascent()), str(number))
                free = left + metrics.horizontalAdvance(str(number)) + scaled(8)

    def _paint_playhead(self, painter: QPainter) -> None:
        x = self.bar.x_of(self._playhead)
        if x is None:
            return
        x, top = round(x), self._top()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens().text)
        painter.drawPolygon(
            QPolygonF.fromList(
                [QPointF(x - 5, top - 9), QPointF(x + 5, top - 9), QPointF(x, top - 3)]
            )
        )
        painter.fillRect(x, top - 4, 1, scaled(_CELLS) + 8, tokens().text)
