"""One press makes again what is out of date: in the film or in a scene, with its price."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from topa_studio.app.refreshing import out_of_date
from topa_studio.model.status import Quote
from topa_studio.model.wish import clips
from topa_studio.ui.acts.making import Making
from topa_studio.ui.commands.table import COMMANDS
from topa_studio.ui.desk import Desk
from topa_studio.ui.places import scene_in_hand
from topa_studio.ui.running.binding import bind
from topa_studio.ui.timeline.header import TimelineHeader
from topa_studio.ui.words import quote_word

_RECOUNT_MS = 200


class Refreshing(QObject):
    """The presses of one window: a button beside the filters, and acts in two menus."""

    def __init__(self, desk: Desk, header: TimelineHeader, making: Making) -> None:
        super().__init__(desk)
        self._desk = desk
        self._session = session = desk.session
        self._header = header
        self._making = making
        self._button = header.refresh
        self._button.clicked.connect(self._press)
        desk.commands.join({"refresh": self._press, "refresh_scene": self._press_scene})
        self._recount = QTimer(self)
        self._recount.setSingleShot(True)
        self._recount.setInterval(_RECOUNT_MS)
        self._recount.timeout.connect(self.refresh)
        bind(self, session.shots_changed, self._soon)
        bind(self, session.changed, self._soon)
        bind(self, session.money_changed, self._soon)
        bind(self, session.standing.settled, self._soon)
        desk.selection.settled.connect(self._show_scene)
        self.refresh()

    def refresh(self) -> None:
        """Show what a press would make and cost now."""
        action = self._desk.commands.actions["refresh"]
        session, offer, short = self._session, "", ""
        if session.is_counted and not session.read_only:
            offer, short = self._words(session.standing.stale())
        action.setEnabled(bool(offer))
        action.setText(offer or COMMANDS["refresh"].words)
        self._header.offer_refresh(short, offer)
        self._show_scene()

    def _soon(self, _value: object) -> None:
        if not self._recount.isActive():
            self._recount.start()

    def _show_scene(self) -> None:
        action = self._desk.commands.actions["refresh_scene"]
        keys = () if self._session.read_only else self._of_scene()
        offer, _ = self._words(self._session.quote(clips(*keys))) if keys else ("", "")
        action.setEnabled(bool(offer))
        action.setText(offer or COMMANDS["refresh_scene"].words)

    def _of_scene(self) -> tuple[str, ...]:
        scene = scene_in_hand(self._desk.film, self._desk.selection)
        return () if scene is None else out_of_date(self._session, scene)

    def _words(self, quote: Quote) -> tuple[str, str]:
        """What a press would do and cost, also in short; "" where nothing can be made again."""
        if not quote.wishes:
            return "", ""
        cost = quote_word(quote)
        words = self.tr("Refresh %n out of &date · {cost}", "", len(quote.wishes))
        return words.format(cost=cost), self.tr("Refresh · {cost}").format(cost=cost)

    def _press(self) -> None:
        self._make(out_of_date(self._session))

    def _press_scene(self) -> None:
        self._make(self._of_scene())

    def _make(self, keys: tuple[str, ...]) -> None:
        if keys and not self._session.read_only:
            cost = self._session.quote(clips(*keys)).credits
            button = self._button if len(keys) == 1 else None
            self._making.generate(keys, cost, button, told=True)
