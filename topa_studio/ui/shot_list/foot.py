"""The totals under the rows: how much the film has, and what it costs."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from topa_studio.model.status import Stage
from topa_studio.ui.desk import Desk
from topa_studio.ui.film.tally import Filter
from topa_studio.ui.film.words import count_word
from topa_studio.ui.look.theme import scaled
from topa_studio.ui.running.binding import Merged, bind
from topa_studio.ui.shot_list.laid import Laid
from topa_studio.ui.shot_list.prices import UNKNOWN, Prices
from topa_studio.ui.words import credits_word, duration, number

_MARGIN = 14
Pair = tuple[str, str]


class Foot(QWidget):
    """Lies under the rows of one view.

    Where a long film is not counted yet, what is not known is left out.
    """

    def __init__(self, view: Laid, desk: Desk, prices: Prices) -> None:
        super().__init__(view)
        self._view = view
        self._desk = desk
        self._prices = prices
        self.setAccessibleName(self.tr("Totals of the film"))
        self._merged = Merged(self, lambda _names: self.show_totals())
        view.table.counted.connect(self._merged.poke)
        view.table.priced.connect(self._merged.poke)
        view.laid_out.connect(self._merged.poke)
        prices.film_known.connect(self._merged.poke)
        bind(self, desk.session.money_changed, self._merged.poke)
        self._left: list[Pair] = []
        self._right: list[Pair] = []

    def sizeHint(self) -> QSize:
        """As high as one line of words with room around."""
        return QSize(200, self._view.look.foot_height)

    def show_totals(self) -> None:
        """Ask for them anew, if anybody sees them."""
        if not self.isVisible():
            return
        film, session = self._desk.film, self._desk.session
        shots = count_word("shots", self._view.table.tally.count(Filter.ALL))
        self._left = [("", shots), (self.tr("Length"), duration(film.seconds()))]
        if session.is_counted:
            made = session.standing.count(Stage.MADE)
            self._left.append((self.tr("Made"), number(made)))
        self._right = []
        once = self._prices.of_film()
        if once != UNKNOWN:
            self._right.append((self.tr("To make each once"), credits_word(once)))
        if session.is_counted:
            self._right.append((self.tr("Spent"), credits_word(session.money().spent)))
        said = (f"{words} {value}".strip() for words, value in (*self._left, *self._right))
        self.setAccessibleDescription(", ".join(said))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """What there is at the left, what it costs at the right; what has no room is left out."""
        with QPainter(self) as painter:
            colours = self._view.look.colours
            painter.fillRect(self.rect(), colours.panel)
            painter.setPen(QPen(colours.line, 1))
            painter.drawLine(0, 0, self.width(), 0)
            left = float(_MARGIN)
            for pair in self._left:
                left += self._paint(painter, left, pair) + scaled(18)
            right = float(self.width() - _MARGIN)
            for pair in reversed(self._right):
                right -= self._width(pair)
                if right < left:
                    return
                self._paint(painter, right, pair)
                right -= scaled(18)

    def _width(self, pair: Pair) -> float:
        look = self._view.look
        words = look.meta_metrics.horizontalAdvance(f"{pair[0]} ") if pair[0] else 0
        return words + look.strong_metrics.horizontalAdvance(pair[1])

    def _paint(self, painter: QPainter, left: float, pair: Pair) -> float:
        look = self._view.look
        words, value = pair
        base = (self.height() - look.meta_metrics.height()) / 2 + look.meta_metrics.ascent() + 0.5
        wide = 0.0
        if words:
            painter.setFont(look.meta)
            painter.setPen(look.colours.dim)
            painter.drawText(QPointF(left, base), words)
            wide = look.meta_metrics.horizontalAdvance(f"{words} ")
        painter.setFont(look.strong)
        painter.setPen(look.colours.text)
        painter.drawText(QPointF(left + wide, base), value)
        return wide + look.strong_metrics.horizontalAdvance(value)
