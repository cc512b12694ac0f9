"""A press that pays is asked where it was made: words over the button, with No and Yes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QCursor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QWidget

from topa_studio.ui.commands.command import Place
from topa_studio.ui.commands.table import named
from topa_studio.ui.look.theme import set_role, tokens
from topa_studio.ui.notices.announcing import announce
from topa_studio.ui.widgets.deaf import deaf_ms
from topa_studio.ui.widgets.parts import text_label
from topa_studio.ui.widgets.pointing import TIP, Pointing, bubble_at
from topa_studio.ui.words import credits_word, dollars_word

ASKED_MS = 6_000
_TICK_MS = 100
_EDGE, _ROUND = 8, 6
_KEY = Qt.Key
_YES = {_KEY.Key_Return, _KEY.Key_Enter}
_ALONE = {_KEY.Key_Shift, _KEY.Key_Control, _KEY.Key_Alt, _KEY.Key_Meta, _KEY.Key_AltGr}
_PRESSES = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.Wheel}


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a press was made.

    Attributes:
        inside: the widget the question lies in; `rect`: the button's place there.
        home: what the pointer may not leave, in the same widget.
        points: where `rect` is too narrow, a bubble points at `home` and leaves its sides free.
    """

    inside: QWidget
    rect: QRect
    home: QRect
    points: bool = False


Where = Callable[[], Spot | None]
"""The spot at this moment; None where it is out of sight."""


def spot_of(button: QWidget) -> Where:
    """The spot of a button of any pane."""

    def where() -> Spot | None:
        if not button.isVisible():
            return None
        window = button.window()
        rect = QRect(button.mapTo(window, QPoint()), button.size())
        return Spot(window, rect, rect)

    return where


class PlaceQuestion(QFrame):
    """One question at a time; it goes by itself after some seconds, and any other press ends it.

    Enter is Yes, Esc is No. A key that asks again, held or pressed, does nothing.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._lies: Pointing | None = None
        self.words = text_label("", "strong")
        self.no = QPushButton(self.tr("No"))
        self.yes = QPushButton(self.tr("Yes"))
        set_role(self.no, "flat")
        set_role(self.yes, "answer")
        for button in (self.no, self.yes):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.no.clicked.connect(lambda: self._end(sure=False))
        self.yes.clicked.connect(self._yes)
        row = QHBoxLayout(self)
        row.setSpacing(4)
        row.addWidget(self.words, 1)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        self._row = row
        self._where: Where = lambda: None
        self._ways: tuple[tuple[str, str], ...] = ()
        self._answer: asyncio.Future[bool] | None = None
        self._shown = QElapsedTimer()
        self._was_in = False
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK_MS)
        self._clock.timeout.connect(self._tick)
        self.hide()

    @property
    def asks(self) -> bool:
        """Whether it stands there now."""
        return self._answer is not None and not self._answer.done()

    async def ask(
        self, where: Where, credits: float | None, *, accepted: bool = False, takes: int = 1
    ) -> bool | None:
        """Whether so many credits are spent; None: the spot is out of sight, nothing was asked.

        `accepted`: for so many more `takes` of a shot that the user called good.
        """
        self._end(sure=False)
        if where() is None:
            return None
        answer: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._answer = answer
        self._where = where
        self._say(credits, accepted=takes if accepted else 0)
        self._was_in = False
        self._shown.start()
        self._clock.start()
        self._place()
        self.show()
        self.raise_()
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        announce(self, self.accessibleDescription())
        try:
            return await answer
        finally:
            self._put_away()

    def _say(self, credits: float | None, *, accepted: int) -> None:
        cost, dollars = credits_word(credits), dollars_word(credits)
        plain = self.tr("Spend {cost}?").format(cost=cost)
        whole = self.tr("Spend {cost} · {dollars}?").format(cost=cost, dollars=dollars)
        long, short = self.tr("Yes, send"), self.tr("Yes")
        whole = whole if dollars else plain
        self._ways = ((whole, long), (whole, short), (plain, short))
        if accepted > 1:
            whole = self.tr("This shot is accepted. Make %n more takes? {cost}", "", accepted)
            plain = self.tr("Accepted. %n more takes? {cost}", "", accepted)
            whole, plain = whole.format(cost=cost), plain.format(cost=cost)
            self._ways = ((whole, long), (whole, short), (plain, short))
        elif accepted:
            whole = self.tr("This shot is accepted. Make another take? {cost}").format(cost=cost)
            plain = self.tr("Accepted. Another take? {cost}").format(cost=cost)
            self._ways = ((whole, long), (whole, short), (plain, short))
        told = self.tr("{question} Enter sends it, Esc does not.").format(question=whole)
        self.setAccessibleName(whole)
        self.setAccessibleDescription(told)
        self.yes.setAccessibleName(f"{long}: {whole}")
        self.no.setAccessibleName(f"{self.no.text()}: {whole}")

    # Where it lies.

    def _place(self) -> bool:
        spot = self._where()
        if spot is None:
            return False
        place = self._over(spot)
        narrow = spot.points and place.width() > spot.rect.width()
        self._lies = self._beside(spot) if narrow else None
        inside = spot.inside.window() if narrow else spot.inside
        if self.parentWidget() is not inside:
            self.setParent(inside)
            self.show()
            self.raise_()
        place = self._lies.rect if self._lies is not None else place
        if place != self.geometry():
            self.setGeometry(place)
            self.update()
        return True

    def _over(self, spot: Spot) -> QRect:
        """Over the button, in the longest words that fit; it grows where none do."""
        rect = QRect(spot.rect)
        for way in self._ways:
            needed = self._size(way, 0)
            if needed.width() <= rect.width():
                break
        width, height = max(rect.width(), needed.width()), max(rect.height(), needed.height())
        room = spot.inside.rect().adjusted(2, 2, -2, -2)
        left = min(max(rect.right() + 1 - width, room.left()), max(0, room.right() + 1 - width))
        top = min(max(rect.bottom() + 1 - height, room.top()), max(0, room.bottom() + 1 - height))
        return QRect(left, top, width, height)

    def _beside(self, spot: Spot) -> Pointing:
        """A bubble over whatever lies above the card, and whole in the window."""
        window = spot.inside.window()
        seen = spot.home.intersected(spot.inside.rect())
        thing = QRect(spot.inside.mapTo(window, seen.topLeft()), seen.size())
        room = window.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        for way in self._ways:
            needed = self._size(way, TIP)
            if needed.width() <= room.width():
                break
        return bubble_at(thing, needed, room, lean=needed.width() // 2, apart=0)

    def _size(self, way: tuple[str, str], tip: int) -> QSize:
        """How large it is with these words, and with room for a tip above and below."""
        words, yes = way
        self.words.setText(words)
        self.yes.setText(yes)
        self.ensurePolished()
        self._row.setContentsMargins(10, 2 + tip, 3, 2 + tip)
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Its ground, with a tip where it points."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(tokens().accent, 1))
            painter.setBrush(tokens().stage)
            if self._lies is not None:
                painter.drawPath(self._lies.path())
            else:
                box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
                painter.drawRoundedRect(box, _ROUND, _ROUND)

    def _tick(self) -> None:
        if self._shown.elapsed() >= ASKED_MS or not self._place():
            self._end(sure=False)
            return
        spot = self._where()
        if spot is None:
            return
        at = spot.inside.mapFromGlobal(QCursor.pos())
        here = self.rect().contains(self.mapFromGlobal(QCursor.pos()))
        inside = here or spot.home.contains(at)
        if self._was_in and not inside:
            self._end(sure=False)
        self._was_in = inside

    # Answers.

    def _yes(self) -> None:
        # A second press of a double press falls on the question: it is none of its answers.
        if self._shown.elapsed() >= deaf_ms():
            self._end(sure=True)

    def _end(self, *, sure: bool) -> None:
        if self._answer is not None and not self._answer.done():
            self._answer.set_result(sure)
        self._put_away()

    def _put_away(self) -> None:
        self._answer = None
        self._clock.stop()
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See every key and press of the program as long as something is asked."""
        if not isinstance(watched, QWidget) or not self.asks:
            return False
        if isinstance(event, QKeyEvent):
            return self._key(watched, event)
        if event.type() in _PRESSES and not (watched is self or self.isAncestorOf(watched)):
            self._end(sure=False)
        return False

    def _key(self, watched: QWidget, event: QKeyEvent) -> bool:
        """Take a key; whether nobody else gets it."""
        key = event.key()
        if event.type() is QEvent.Type.KeyRelease or key in _ALONE:
            return False
        asks_again = named(Place.WINDOW, event) == "generate"
        ours = key in _YES or key == _KEY.Key_Escape or asks_again
        if event.type() is QEvent.Type.ShortcutOverride:
            if ours:
                event.accept()
            else:
                self._end(sure=False)
            return ours
        if key in _YES:
            if not event.isAutoRepeat():
                self._end(sure=True)
        elif not asks_again:
            self._end(sure=False)
        # The key that pressed the button would press it again.
        return ours or (key == _KEY.Key_Space and isinstance(watched, QPushButton))
