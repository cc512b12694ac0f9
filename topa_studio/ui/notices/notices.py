"""The message bar: what should be read once, without a box in the way of work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QSize, QTimer
from PySide6.QtGui import QEnterEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from topa_studio.ui.look.icons import icon, icon_pixmap
from topa_studio.ui.look.theme import scaled, set_role, text_percent, tokens
from topa_studio.ui.widgets.deaf import Deaf
from topa_studio.ui.widgets.few_lines import FewLines
from topa_studio.ui.widgets.parts import text_label

_INFO_MS = 6_000
_KEPT = 20
_EDGE, _GAP = 12, 12
_LINES, _FEWER = 4, 3
_LARGE = 150
_GRAVITY = {"info": 0, "warning": 1, "error": 2}


@dataclass(frozen=True, slots=True)
class Offer:
    """A button beside a notice; pressing it does `act`, and puts the notice away unless `keeps`."""

    words: str
    act: Callable[[], object]
    keeps: bool = False


Withdraw = Callable[[], None]


def nothing_told() -> None:
    """Withdraw what was not told."""


Telling = Callable[[], tuple[str, Sequence[Offer]]]
"""Puts a notice into the language of this moment: its words and its buttons."""


@dataclass(frozen=True, slots=True)
class _Card:
    level: str
    text: str
    offers: tuple[Offer, ...] = ()
    stays: bool = False
    kept: Telling | None = None

    @property
    def leaves(self) -> bool:
        """Whether it goes by itself, and gives way to the next."""
        return self.level == "info" and not self.stays

    def is_graver(self, other: _Card) -> bool:
        """Whether it goes in front of `other`."""
        return _GRAVITY[self.level] > _GRAVITY[other.level]


class NoticeBar(QFrame):
    """One notice at a time, the gravest; further ones wait in line.

    Info leaves by itself, trouble stays. Buttons that take the place of others are deaf at first.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[_Card] = []
        self._now: _Card | None = None
        self._buttons: list[QPushButton] = []
        self._mark = QLabel()
        self._text = FewLines(self.tr("Notice"))
        self._more = text_label("", "dim")
        self._close = QToolButton()
        self._close.setIcon(icon("close", tokens().dim, scaled(14)))
        set_role(self._close, "quiet")
        self._close.setIconSize(QSize(scaled(14), scaled(14)))
        self._close.setAccessibleName(self.tr("Close this notice"))
        self._close.setToolTip(self.tr("Close this notice"))
        self._close.clicked.connect(self.next)
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_INFO_MS)
        self._timer.timeout.connect(self.next)
        self._deaf = Deaf(self)
        self.setAccessibleName(self.tr("Notice"))
        self.hide()

    def _lay_out(self) -> None:
        self._row, self._beside, self._below = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._beside.setSpacing(8)
        self._below.setSpacing(8)
        self._below.addStretch(1)
        self._row.setSpacing(_GAP)
        self._row.addWidget(self._mark)
        self._row.addWidget(self._text, 1)
        self._row.addLayout(self._beside)
        self._row.addWidget(self._more)
        self._row.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 8, 8, 8)
        column.setSpacing(0)
        column.addLayout(self._row)
        column.addLayout(self._below)

    @property
    def text(self) -> str:
        """What is shown now; "" where nothing is."""
        return self._now.text if self._now else ""

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The buttons of what is shown now."""
        return tuple(self._buttons)

    def show_notice(
        self,
        level: str,
        text: str,
        offers: Sequence[Offer] = (),
        *,
        stays: bool = False,
        first: bool = False,
    ) -> Withdraw:
        """Show `text`; `level` is info, warning or error. The same words are shown once.

        `offers` become buttons; with `stays`, info waits for the user as trouble does. What
        answers a press goes `first`, whatever stands there. What is given back puts the notice
        away, shown or waiting.
        """
        return self._take_in(_Card(level, text, tuple(offers), stays), first=first)

    def keep_notice(self, level: str, telling: Telling) -> None:
        """Show what goes nowhere but by the user's hand: no other notice may crowd it out."""
        words, offers = telling()
        self._take_in(_Card(level, words, tuple(offers), kept=telling))

    def take_kept(self, other: NoticeBar) -> None:
        """What is kept in the bar of a window that goes is told here on, in the language of now."""
        for card in (other._now, *other._waiting):
            if card is not None and card.kept is not None:
                self.keep_notice(card.level, card.kept)

    def _take_in(self, card: _Card, *, first: bool = False) -> Withdraw:
        for one in (self._now, *self._waiting):
            if one is not None and (one.level, one.text) == (card.level, card.text):
                if not first or one is self._now:
                    return partial(self._withdraw, one)
                self._waiting = [other for other in self._waiting if other is not one]
        before = self._now
        if before is None:
            self._show(card)
        elif first or before.leaves or card.is_graver(before):
            self._show(card)
            self._deaf.begin((*self._buttons, self._close))
            if not before.leaves:
                self._wait(before, first=True)
        else:
            self._wait(card)
        self._count()
        return partial(self._withdraw, card)

    def _wait(self, card: _Card, *, first: bool = False) -> None:
        """Put it in line behind the graver ones, and behind its equals if it is not the `first`."""
        behind = (one for one in self._waiting if one.is_graver(card))
        if not first:
            behind = (one for one in self._waiting if not card.is_graver(one))
        self._waiting.insert(len(tuple(behind)), card)
        crowd = [one for one in self._waiting if one.kept is None]
        if card.kept is None and len(self._waiting) > _KEPT:
            self._waiting.remove(crowd[-1])

    def _withdraw(self, card: _Card) -> None:
        self._waiting = [one for one in self._waiting if one is not card]
        if self._now is card:
            self.next()
        self._count()

    def _count(self) -> None:
        """How many more wait behind the one that is shown."""
        count = len(self._waiting)
        self._more.setVisible(bool(count))
        self._more.setText(f"+{count}")
        self._more.setAccessibleName(self.tr("%n more notices", "", count))

    def next(self) -> None:
        """Put away what is shown and show what waits."""
        self._timer.stop()
        self._now = None
        self._put_buttons(())
        if self._waiting:
            self._show(self._waiting.pop(0))
            self._deaf.begin(self._buttons)
        else:
            self.hide()

    def _show(self, card: _Card) -> None:
        self._now = card
        now = tokens()
        colour = {"warning": now.warn, "error": now.bad}.get(card.level, now.run)
        name = "info" if card.level == "info" else "warning"
        self._mark.setPixmap(icon_pixmap(name, scaled(16), colour, self.devicePixelRatioF()))
        self._text.set_text(card.text)
        set_role(self, f"bar-{card.level}")
        self.setAccessibleDescription(card.text)
        self._put_buttons(card.offers)
        self._count()
        self.show()
        self.updateGeometry()
        self._timer.stop()
        if card.leaves and not self.underMouse():
            self._timer.start()

    def _put_buttons(self, offers: Sequence[Offer]) -> None:
        for old in self._buttons:
            for row in (self._beside, self._below):
                row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = []
        for offer in offers:
            button = QPushButton(offer.words, self)
            button.setAccessibleDescription(self.text)
            button.clicked.connect(lambda _on=False, offer=offer: self._take(offer))
            self._buttons.append(button)
        self._place_buttons()

    def fit(self) -> None:
        """Be as high as the words are at this width; where squeezed, buttons go below them."""
        self._place_buttons()
        layout = self.layout()
        if layout is not None:
            layout.activate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width takes other lines."""
        super().resizeEvent(event)
        self._place_buttons()

    def enterEvent(self, event: QEnterEvent) -> None:
        """What is being read does not go."""
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """It goes a while after the pointer."""
        super().leaveEvent(event)
        if self._now is not None and self._now.leaves:
            self._timer.start()

    def _place_buttons(self) -> None:
        wide = sum(button.sizeHint().width() + _GAP for button in self._buttons)
        below = bool(self._buttons) and wide > self.width() / 2
        into = self._below if below else self._beside
        for button in self._buttons:
            if into.indexOf(button) < 0:
                into.addWidget(button)
                button.show()
        self._below.setContentsMargins(0, 8 if below else 0, 0, 0)
        self._text.limit(_FEWER if below or text_percent() > _LARGE else _LINES)

    def _take(self, offer: Offer) -> None:
        if not offer.keeps:
            self.next()
        offer.act()
