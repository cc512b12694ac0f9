"""The film that a script becomes as small cards, scene by scene; one may be pointed at."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from topa_studio.film.scripts.breakdown import Breakdown, PlannedScene, PlannedShot
from topa_studio.paint.letters import wrapped
from topa_studio.ui.look.icons import icon_pixmap
from topa_studio.ui.look.theme import scaled, tokens, ui_font
from topa_studio.ui.new_film.asked import amount
from topa_studio.ui.new_film.laid_out import Laid, Sizes
from topa_studio.ui.words import seconds_word

_ROUND = 8.0
_LINES = 4
_MOST = 300


class Cards(QAbstractScrollArea):
    """Paints what is in sight; nothing of it can be changed here.

    Signals:
        pointed: the number of a shot over the film, by the pointer or the keyboard.
    """

    pointed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._film: Breakdown | None = None
        self._shots: list[PlannedShot] = []
        self._laid = Laid((), 100, self._sizes())
        self._at: int | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("What the script becomes"))
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)

    def minimumSizeHint(self) -> QSize:
        """It gives way to everything else."""
        return QSize(scaled(160), scaled(120))

    def show_film(self, film: Breakdown | None) -> None:
        """Show another one; it stays where it is as long as that is there."""
        self._film = film
        self._shots = [] if film is None else list(film.shots())
        if self._at is not None and self._at >= len(self._shots):
            self._at = None
        self._lay_out()
        scenes = 0 if film is None else len(film.scenes)
        self.setAccessibleDescription(amount(scenes, len(self._shots)))

    @property
    def at(self) -> int | None:
        """The shot that is pointed at."""
        return self._at

    def point_at(self, shot: int | None) -> None:
        """Mark a shot and bring it into sight."""
        if shot == self._at:
            return
        self._at = shot
        if shot is not None:
            _left, top, _wide, high = self._laid.card(shot)
            bar, room = self.verticalScrollBar(), self.viewport().height()
            if top < bar.value() or top + high > bar.value() + room:
                bar.setValue(max(0, top - max(0, (room - high) // 2)))
            self.setAccessibleDescription(self._shots[shot].prompt)
        self.viewport().update()

    def _sizes(self) -> Sizes:
        line = QFontMetrics(ui_font(11)).lineSpacing()
        return Sizes(scaled(128), scaled(8), scaled(34), _LINES * line + scaled(46))

    def _lay_out(self) -> None:
        counts = () if self._film is None else tuple(len(s.shots) for s in self._film.scenes)
        self._laid = Laid(counts, max(1, self.viewport().width()), self._sizes())
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self._laid.height - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(scaled(30))
        self.viewport().update()

    # Events.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other room, other rows."""
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text, larger cards."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._lay_out()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What the pointer is over lights its partner."""
        self._point(event.position().toPoint())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press does so where there is no pointer that rests."""
        self._point(event.position().toPoint())

    def _point(self, at: QPoint) -> None:
        shot = self._laid.shot_at(at.x(), at.y() + self.verticalScrollBar().value())
        if shot is not None and shot != self._at:
            self._at = shot
            self.viewport().update()
            self.pointed.emit(shot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from card to card."""
        steps = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Down: self._laid.in_row,
            Qt.Key.Key_Up: -self._laid.in_row,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None or not self._shots:
            event.ignore()
            return
        now = -1 if self._at is None else self._at
        self.point_at(max(0, min(len(self._shots) - 1, now + step)))
        self.pointed.emit(self._at)

    # Painting.

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The scenes that are in sight."""
        if self._film is None:
            return
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            top = self.verticalScrollBar().value()
            painter.translate(0, -top)
            bottom = top + self.viewport().height()
            for number in self._laid.scenes_between(top, bottom):
                self._paint_scene(painter, number, self._film.scenes[number])
                for shot in range(self._laid.firsts[number], self._laid.firsts[number + 1]):
                    box = QRect(*self._laid.card(shot))
                    if box.bottom() >= top and box.top() <= bottom:
                        name = f"{number + 1}.{shot - self._laid.firsts[number] + 1}"
                        self._paint_card(painter, box, name, shot)

    def _paint_scene(self, painter: QPainter, number: int, scene: PlannedScene) -> None:
        now, gap, head = tokens(), self._laid.sizes.gap, self._laid.sizes.head
        top = self._laid.tops[number]
        line = QRect(0, top, self._laid.width, head)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.elements[number % len(now.elements)])
        mark = QRectF(0, 0, scaled(7), scaled(13))
        mark.moveCenter(QRectF(line).center())
        mark.moveLeft(1)
        painter.drawRoundedRect(mark, 3, 3)
        left = int(mark.right()) + gap
        for words, font, ink in (
            (str(number + 1), ui_font(12), now.dim),
            (scene.title or "–", ui_font(12, QFont.Weight.DemiBold), now.text),
            (self._length(scene), ui_font(11), now.dim),
        ):
            metrics = QFontMetrics(font)
            room = line.right() - left
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0, room))
            painter.setFont(font)
            painter.setPen(ink)
            where = QRect(left, top, max(0, room), head)
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, shown)
            left += metrics.horizontalAdvance(shown) + gap
        if scene.shots:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(now.line, 1))
            high = self._laid.tops[number + 1] - gap - top - head
            frame = QRectF(0, top + head, self._laid.width, high).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(frame, _ROUND, _ROUND)

    def _length(self, scene: PlannedScene) -> str:
        seconds = seconds_word(sum(s.lasts for s in scene.shots))
        return f"{amount(0, len(scene.shots)).rpartition(', ')[2]} · {seconds}"

    def _paint_card(self, painter: QPainter, box: QRect, name: str, number: int) -> None:
        now, shot = tokens(), self._shots[number]
        frame = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(frame, _ROUND - 2, _ROUND - 2)
        painter.fillPath(shape, now.raised)
        foot = scaled(24)
        inner = box.adjusted(scaled(8), scaled(7), -scaled(8), -foot - scaled(4))
        font = ui_font(11)
        painter.setFont(font)
        painter.setPen(now.text)
        metrics = QFontMetrics(font)
        lines = wrapped((shot.prompt or shot.title)[:_MOST], font, inner.width(), _LINES)
        for row, words in enumerate(lines):
            at = inner.top() + row * metrics.lineSpacing() + metrics.ascent()
            painter.drawText(inner.left(), at, words)
        below = QRect(box.left(), box.bottom() - foot, box.width(), foot)
        below.adjust(scaled(8), 0, -scaled(8), 0)
        painter.setFont(ui_font(11, QFont.Weight.DemiBold))
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(font)
        painter.setPen(now.dim)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(below, right, seconds_word(shot.lasts))
        if shot.lines:
            px = scaled(12)
            sign = icon_pixmap("mic", px, now.run, self.devicePixelRatioF())
            painter.drawPixmap(below.center().x(), below.center().y() - px // 2, sign)
        is_pointed = number == self._at
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(now.run if is_pointed else now.line, 2 if is_pointed else 1))
        painter.drawPath(shape)
