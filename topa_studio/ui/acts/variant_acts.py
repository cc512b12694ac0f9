"""Three variants of each chosen shot at one press: in the menus, at one price for all."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from topa_studio.model.wish import Wish, variants
from topa_studio.ui.acts.making import Making
from topa_studio.ui.commands.table import COMMANDS
from topa_studio.ui.desk import Desk
from topa_studio.ui.inspector.act import of_several
from topa_studio.ui.running.binding import bind
from topa_studio.ui.words import quote_word

# The price of more is told by the page that asks about them.
_MOST_AT_ONCE = 24
_RECOUNT_MS = 200


class VariantActs(QObject):
    """The press of one window."""

    def __init__(self, desk: Desk, making: Making) -> None:
        super().__init__(desk)
        self._desk, self._session, self._making = desk, desk.session, making
        self._wishes: tuple[Wish, ...] = ()
        self._shown: float | None = None
        desk.commands.join({"variants": self._press})
        self._recount = QTimer(self)
        self._recount.setSingleShot(True)
        self._recount.setInterval(_RECOUNT_MS)
        self._recount.timeout.connect(self.refresh)
        bind(self, self._session.shots_changed, self._soon)
        bind(self, self._session.changed, self._soon)
        bind(self, self._session.money_changed, self._soon)
        desk.selection.settled.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say what a press would make of what is chosen, and cost."""
        keys = () if self._session.read_only else self._chosen()
        self._wishes = tuple(wish for key in keys for wish in variants(key))
        self._shown, price = None, ""
        if self._wishes and len(keys) <= _MOST_AT_ONCE:
            quote = self._session.quote(self._wishes)
            self._wishes, self._shown = quote.wishes, quote.credits
            price = quote_word(quote) if quote.wishes else ""
        words, count = COMMANDS["variants"].words, len(self._wishes)
        if count > 1:
            words = self.tr("&Three variants of %n shots", "", count)
        action = self._desk.commands.actions["variants"]
        action.setEnabled(bool(self._wishes))
        action.setText(f"{words} · {price}" if price else words)

    def _soon(self, _value: object) -> None:
        if not self._recount.isActive():
            self._recount.start()

    def _chosen(self) -> tuple[str, ...]:
        film = self._desk.film
        chosen = tuple(key for key in self._desk.selection.shots if film.has_shot(key))
        # What is accepted is asked about where it is alone, and left out of several.
        return of_several(self._session, chosen, accepted=len(chosen) == 1).all

    def _press(self) -> None:
        self._desk.selection.settle()
        if self._wishes and not self._session.read_only:
            self._making.variants(self._wishes, self._shown)
