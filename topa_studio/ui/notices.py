"""The message bar: what should be read once, without a box in the way of work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from topa_studio.ui.icons import icon, icon_pixmap
from topa_studio.ui.theme import scaled, set_role, tokens

_INFO_MS = 8_000
_KEPT = 20


@dataclass(frozen=True, slots=True)
class Offer:
    """A button beside a notice; pressing it does `act`, and puts the notice away unless `keeps`."""

    words: str
    act: Callable[[], object]
    keeps: bool = False


@dataclass(frozen=True, slots=True)
class _Card:
    level: str
    text: str
    offers: tuple[Offer, ...] = ()
    stays: bool = False
    kept: bool = False

    @property
    def leaves(self) -> bool:
        """Whether it goes by itself, and gives way to the next."""
        return self.level == "info" and not self.stays


class NoticeBar(QFrame):
    """One notice at a time; further ones wait in line. Info leaves by itself, trouble stays."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[_Card] = []
        self._now: _Card | None = None
        self._buttons: list[QPushButton] = []
        self._mark = QLabel()
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._close = QToolButton()
        self._close.setIcon(icon("close", tokens().dim, 14))
        set_role(self._close, "quiet")
        self._close.setAccessibleName(self.tr("Close this notice"))
        self._close.setToolTip(self.tr("Close this notice"))
        self._close.clicked.connect(self.next)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self._mark)
        row.addWidget(self._text, 1)
        row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_INFO_MS)
        self._timer.timeout.connect(self.next)
        self.setAccessibleName(self.tr("Notice"))
        self.hide()

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
        kept: bool = False,
    ) -> None:
        """Show `text`; `level` is info, warning or error. The same words are shown once.

        `offers` become buttons; with `stays`, info waits for the user as trouble does. What is
        `kept` goes nowhere but by the user's hand: no other notice may crowd it out.
        """
        self._take_in(_Card(level, text, tuple(offers), stays, kept))

    def take_kept(self, other: NoticeBar) -> None:
        """What is kept in the bar of a window that goes is told here on."""
        for card in (other._now, *other._waiting):
            if card is not None and card.kept:
                self._take_in(card)

    def _take_in(self, card: _Card) -> None:
        level, text = card.level, card.text
        known = (self._now, *self._waiting)
        if any(one is not None and (one.level, one.text) == (level, text) for one in known):
            return
        if self._now is None or self._now.leaves:
            self._show(card)
        elif card.kept or len(self._waiting) < _KEPT:
            self._waiting.append(card)

    def withdraw(self, text: str) -> None:
        """Put away the notice with these words, shown or waiting."""
        self._waiting = [card for card in self._waiting if card.text != text]
        if self._now is not None and self._now.text == text:
            self.next()

    def next(self) -> None:
        """Put away what is shown and show what waits."""
        self._timer.stop()
        self._now = None
        self._put_buttons(())
        if self._waiting:
            self._show(self._waiting.pop(0))
        else:
            self.hide()

    def _show(self, card: _Card) -> None:
        self._now = card
        now = tokens()
        colour = {"warning": now.warn, "error": now.bad}.get(card.level, now.run)
        name = "info" if card.level == "info" else "warning"
        self._mark.setPixmap(icon_pixmap(name, scaled(16), colour, self.devicePixelRatioF()))
        self._text.setText(card.text)
        set_role(self, f"bar-{card.level}")
        self.setAccessibleDescription(card.text)
        self._put_buttons(card.offers)
        self.show()
        self._timer.stop()
        if card.leaves:
            self._timer.start()

    def _put_buttons(self, offers: Sequence[Offer]) -> None:
        for old in self._buttons:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = []
        for place, offer in enumerate(offers):
            button = QPushButton(offer.words)
            button.setAccessibleDescription(self.text)
            button.clicked.connect(lambda _on=False, offer=offer: self._take(offer))
            self._row.insertWidget(2 + place, button)
            self._buttons.append(button)

    def _take(self, offer: Offer) -> None:
        if not offer.keeps:
            self.next()
        offer.act()
