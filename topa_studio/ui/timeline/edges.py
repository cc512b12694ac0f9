"""The edges of cards: where they are, and a hand that makes chosen shots longer or shorter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QApplication

from topa_studio.film.stretch import Length, Stretch, pulled, seconds_of
from topa_studio.ui.film.heading import paint_caret
from topa_studio.ui.film.look import RADIUS, Look, faded
from topa_studio.ui.look.theme import scaled
from topa_studio.ui.timeline.ground import Ground

# The buttons of a card begin six pixels from its edge: nothing of them is in reach.
REACH = 5
NARROWEST = 24
_KNOB, _OFF = 5, QPoint(14, 12)


Changes = Mapping[str, tuple[Stretch, Length]]


class Stretches(Protocol):
    """Who knows how long shots may be, and makes them so."""

    def begin(self, key: str) -> Stretch | None:
        """How a shot stands; None: nothing can be changed."""

    def chosen(self) -> tuple[str, ...]:
        """The shots that are chosen."""

    def words(self, changes: Changes) -> str:
        """What is told while the edge is held."""

    def apply(self, changes: Changes) -> None:
        """The shots are so long from now on."""


def edge_at(card: QRect, at: QPoint) -> bool | None:
    """Which edge of a card is there: True its beginning, False its end; None: neither."""
    if not card.contains(at) or card.width() < NARROWEST:
        return None
    if at.x() > card.right() - REACH:
        return False
    return True if at.x() < card.left() + REACH else None


def edge_x(card: QRect, seconds: float, per_second: float, narrowest: int, *, begins: bool) -> int:
    """Where the edge lies once the shot is so long: the other one stays."""
    width = max(narrowest, round(seconds * per_second))
    return card.right() + 1 - width if begins else card.left() + width


class EdgeDrag:
    """One edge at a time: `press`, `move` and then `drop` or `cancel`.

    Where the shot is one of several that are chosen, the others go along by as much.

    Attributes:
        length: what the shot would be now; None: no edge is dragged.
        changes: the same of all that are dragged, each with how it was; the held one is first.
    """

    def __init__(self, view: Ground, acts: Stretches) -> None:
        self._view, self._acts = view, acts
        self._key = ""
        self._begins = False
        self._before: Stretch | None = None
        self._befores: dict[str, Stretch] = {}
        self._pressed, self._at = QPoint(), QPoint()
        self.length: Length | None = None
        self.changes: dict[str, tuple[Stretch, Length]] = {}

    @property
    def held(self) -> bool:
        """Whether an edge is pressed, dragged yet or not."""
        return self._before is not None

    @property
    def words(self) -> str:
        """What is told at the pointer; "" where no edge is dragged."""
        return self._acts.words(self.changes) if self.changes else ""

    def under(self, at: QPoint) -> bool:
        """Whether an edge is there that can be dragged."""
        return self._find(at) is not None

    def _find(self, at: QPoint) -> tuple[str, bool, Stretch] | None:
        view, index = self._view, self._view.indexAt(at)
        if not view.editable or not index.isValid():
            return None
        begins = edge_at(view.card_rect(index.row()), at)
        key = view.shots.shot(index.row()).key
        before = None if begins is None else self._acts.begin(key)
        # What is not made yet has no beginning to cut off.
        if begins is None or before is None or (begins and before.used is None):
            return None
        return key, begins, before

    def press(self, at: QPoint) -> bool:
        """Take hold of the edge that is there; whether there is one."""
        found = self._find(at)
        if found is not None:
            self._key, self._begins, self._before = found
            self._pressed = self._at = at
        return found is not None

    def move(self, at: QPoint, *, anew: bool) -> None:
        """The pointer is at `at`; `anew`: it asks for seconds to be made."""
        if self._before is None:
            return
        far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self.length is None and not far:
            return
        moved = (at.x() - self._pressed.x()) / self._view.metrics.per_second
        if self.length is None:
            self._befores = self._others()
        self._repaint()
        self._at = at
        befores = {self._key: self._before, **self._befores}
        self.changes = {
            key: (before, pulled(before, moved, begins=self._begins, anew=anew))
            for key, before in befores.items()
        }
        self.length = self.changes[self._key][1]
        self._repaint()

    def _others(self) -> dict[str, Stretch]:
        """What else is chosen and has such an edge, if the shot that is held is chosen, too."""
        chosen = self._acts.chosen()
        if self._key not in chosen:
            return {}
        begun = {key: self._acts.begin(key) for key in chosen if key != self._key}
        return {
            key: before
            for key, before in begun.items()
            if before is not None and (before.used is not None or not self._begins)
        }

    def drop(self) -> bool:
        """Let go: the shot is as long as was told; whether an edge was dragged."""
        changes = self.changes
        was_dragged = self.cancel()
        if was_dragged:
            self._acts.apply(changes)
        return was_dragged

    def cancel(self) -> bool:
        """Give it up; whether an edge was dragged."""
        was_dragged = self.length is not None
        if was_dragged:
            self._repaint()
        self._before = self.length = None
        self.changes, self._befores = {}, {}
        return was_dragged

    # Seen.

    def _card(self, key: str) -> QRect:
        row = self._view.shots.row(key)
        gone = row is None or row >= self._view.strip().rows
        return QRect() if row is None or gone else self._view.card_rect(row)

    def edge(self, key: str = "") -> int:
        """Where the edge of a shot would be, by itself of the one that is held."""
        view, (before, length) = self._view, self.changes[key or self._key]
        metrics, seconds = view.metrics, seconds_of(length, before.rate)
        card = self._card(key or self._key)
        return edge_x(card, seconds, metrics.per_second, metrics.narrowest, begins=self._begins)

    def _seen(self) -> list[tuple[QRect, int]]:
        """The cards in sight whose edges are dragged, and where their edges would be."""
        area = self._view.viewport().rect()
        found = ((self._card(key), self.edge(key)) for key in self.changes)
        return [(card, x) for card, x in found if _reach(card, x).intersects(area)]

    def _repaint(self) -> None:
        if self.length is not None:
            for card, x in self._seen():
                self._view.viewport().update(_reach(card, x))
            self._view.viewport().update(self._label().adjusted(-2, -2, 2, 2))

    def _label(self) -> QRect:
        metrics, area = self._view.look.badge_metrics, self._view.viewport().rect()
        size = metrics.size(0, self.words)
        box = QRect(self._at + _OFF, size).adjusted(0, 0, 20, 12)
        box.moveRight(min(box.right(), area.right() - 4))
        box.moveBottom(min(box.bottom(), area.bottom() - 4))
        return box

    def paint(self, painter: QPainter) -> None:
        """The edge where it would be, what comes or goes, and how long that is."""
        if self.length is None:
            return
        look = self._view.look
        for card, x in self._seen():
            _paint_change(painter, card, x, look, begins=self._begins)
            paint_caret(painter, x, card.top() + _KNOB, card.height() - 2 * _KNOB, look)
        box = self._label()
        painter.setPen(look.colours.accent)
        painter.setBrush(look.colours.raised)
        painter.drawRoundedRect(box, 6, 6)
        painter.setFont(look.badge)
        painter.setPen(look.colours.text)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.words)


def _reach(card: QRect, x: int) -> QRect:
    """What is painted of a card whose edge would be at `x`; nothing of one that is not shown."""
    if card.isEmpty():
        return QRect()
    return card.united(QRect(x, card.y(), 1, card.height())).adjusted(-9, -9, 9, 9)


def _paint_change(painter: QPainter, card: QRect, x: int, look: Look, *, begins: bool) -> None:
    """A dashed frame where the card grows, a veil over what it loses."""
    edge = card.left() if begins else card.right() + 1
    part = QRect(min(edge, x), card.y(), abs(x - edge), card.height())
    if part.width() < scaled(2):
        return
    grows = (x < edge) if begins else (x > edge)
    if grows:
        painter.setPen(QPen(look.colours.accent, 1, Qt.PenStyle.DashLine))
        painter.setBrush(faded(look.colours.accent, 0.16))
        painter.drawRoundedRect(QRectF(part).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    else:
        painter.fillRect(part, faded(look.colours.bg, 0.7))
