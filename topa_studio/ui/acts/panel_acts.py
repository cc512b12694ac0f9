"""One press draws the panels that are missing: of the film, of a scene, of the chosen shot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from topa_studio.app.panels import another_panel, without_panel
from topa_studio.model.status import Quote
from topa_studio.model.wish import Wish, panels
from topa_studio.ui.acts.making import Making
from topa_studio.ui.commands.table import COMMANDS
from topa_studio.ui.desk import Desk
from topa_studio.ui.places import scene_in_hand
from topa_studio.ui.running.binding import bind
from topa_studio.ui.timeline.header import TimelineHeader
from topa_studio.ui.words import quote_word

_RECOUNT_MS = 200
# The price for more is worked out when a menu asks for it.
_MOST_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class _Offer:
    """What an act says that it draws and costs, and what it was worked out from."""

    wishes: tuple[Wish, ...] = ()
    cost: float | None = None
    price: str = ""
    of: tuple[object, ...] = ()


class PanelActs(QObject):
    """The presses of one window: acts in menus, and a button where nothing is to be seen yet."""

    def __init__(self, desk: Desk, header: TimelineHeader, making: Making) -> None:
        super().__init__(desk)
        self._desk, self._session = desk, desk.session
        self._header, self._making = header, making
        self._offers: dict[str, _Offer] = {}
        header.panels.clicked.connect(lambda: self._make("panels", header.panels))
        desk.commands.join(
            {
                "panels": lambda: self._make("panels"),
                "panels_scene": lambda: self._make("panels_scene"),
                "new_panel": lambda: self._make("new_panel", same=True),
            }
        )
        self._recount = QTimer(self)
        self._recount.setSingleShot(True)
        self._recount.setInterval(_RECOUNT_MS)
        self._recount.timeout.connect(self.refresh)
        bind(self, self._session.shots_changed, self._soon)
        bind(self, self._session.changed, self._soon)
        bind(self, self._session.money_changed, self._soon)
        desk.selection.settled.connect(self._show_chosen)
        self.refresh()

    def refresh(self) -> None:
        """Say what a press would draw and cost now, where that is quickly told."""
        session, says = self._session, ""
        shots = session.film.shots()
        if session.is_counted and len(shots) <= _MOST_AT_ONCE:
            self.show_costs()
            bare = not any(session.shot(shot.key).panel for shot in shots)
            says = self._offers["panels"].price if bare else ""
        short = self.tr("Panels · {cost}").format(cost=says) if says else ""
        action = self._desk.commands.actions["panels"]
        self._header.offer_panels(short, action.text() if says else "")
        self._show_chosen()

    def show_costs(self) -> None:
        """Say it in the menu of shots."""
        self._offer("panels", () if self._session.read_only else without_panel(self._session))

    def make(self, keys: Sequence[str], shown: float | None, button: QWidget) -> None:
        """Draw one more panel of each of these, though they have one, at the price shown."""
        self._making.pictures(panels(*keys), shown, button, same=True)

    def _soon(self, _value: object) -> None:
        if not self._recount.isActive():
            self._recount.start()

    def _show_chosen(self) -> None:
        """What can be drawn of what is chosen."""
        scene = scene_in_hand(self._desk.film, self._desk.selection)
        can = scene is not None and not self._session.read_only
        self._offer("panels_scene", without_panel(self._session, scene) if can else ())
        key = self._desk.selection.shot
        one = another_panel(self._session, key) if key is not None else None
        self._say("new_panel", self._told(one, ()))

    def _offer(self, name: str, keys: tuple[str, ...]) -> None:
        """Offer to draw these; what is known of the very same is not worked out again."""
        now = (keys, self._session.wishes.estimate())
        known = self._offers.get(name)
        if known is None or known.of != now or not known.wishes:
            quote = self._session.quote(panels(*keys)) if keys else None
            known = self._told(quote, now)
        self._say(name, known)

    def _told(self, quote: Quote | None, of: tuple[object, ...]) -> _Offer:
        if quote is None or not quote.wishes:
            return _Offer(of=of)
        return _Offer(quote.wishes, quote.credits, quote_word(quote), of)

    def _say(self, name: str, offer: _Offer) -> None:
        self._offers[name], action = offer, self._desk.commands.actions[name]
        words = COMMANDS[name].words
        action.setEnabled(bool(offer.wishes))
        action.setText(f"{words} · {offer.price}" if offer.wishes else words)

    def _make(self, name: str, button: QWidget | None = None, *, same: bool = False) -> None:
        """Draw what was offered, at the price that was told with it."""
        self._desk.selection.settle()
        offer = self._offers.get(name, _Offer())
        if offer.wishes and not self._session.read_only:
            self._making.pictures(offer.wishes, offer.cost, button, same=same)
