"""One press makes again what is out of date: in the film or in a scene, with its price."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer

from topa_studio.app.refreshing import out_of_date
from topa_studio.ui.binding import bind
from topa_studio.ui.film_edits import Joined
from topa_studio.ui.places import scene_in_hand
from topa_studio.ui.words import credits_word

_RECOUNT_MS = 200


class Refreshing(QObject):
    """The presses of one window: a button beside the filters, and acts in two menus."""

    def __init__(self, window: Joined) -> None:
        super().__init__(window.parent)
        self._window = window
        self._session = session = window.session
        actions = window.menus.actions
        self._button = window.timeline.header.refresh
        self._button.clicked.connect(self._press)
        actions["refresh"].triggered.connect(self._press)
        actions["refresh_scene"].triggered.connect(self._press_scene)
        self._recount = QTimer(self)
        self._recount.setSingleShot(True)
        self._recount.setInterval(_RECOUNT_MS)
        self._recount.timeout.connect(self.refresh)
        bind(self, session.shots_changed, self._soon)
        bind(self, session.document.changed, self._soon)
        bind(self, session.money_changed, self._soon)
        window.selection.changed.connect(self._show_scene)
        self.refresh()

    def refresh(self) -> None:
        """Show what a press would make and cost now."""
        action = self._window.menus.actions["refresh"]
        keys = () if self._session.read_only else out_of_date(self._session)
        offer = self._offer(keys)
        action.setEnabled(bool(offer))
        action.setText(offer or self.tr("Refresh what is out of &date"))
        self._window.timeline.header.offer_refresh(self._short(keys) if offer else "", offer)
        self._show_scene()

    def _soon(self, _value: object) -> None:
        if not self._recount.isActive():
            self._recount.start()

    def _show_scene(self) -> None:
        action = self._window.menus.actions["refresh_scene"]
        offer = "" if self._session.read_only else self._offer(self._of_scene())
        action.setEnabled(bool(offer))
        action.setText(offer or self.tr("Refresh what is out of &date"))

    def _of_scene(self) -> tuple[str, ...]:
        scene = scene_in_hand(self._session.document.scenario, self._window.selection)
        return () if scene is None else out_of_date(self._session, scene)

    def _offer(self, keys: Sequence[str]) -> str:
        """What a press would do and cost; "" where nothing can be made again."""
        quote = self._session.quote(keys) if keys else None
        if quote is None or not quote.shots:
            return ""
        words = self.tr("Refresh %n out of &date · {cost}", "", len(quote.shots))
        return words.format(cost=credits_word(quote.credits))

    def _short(self, keys: Sequence[str]) -> str:
        cost = credits_word(self._session.quote(keys).credits)
        return self.tr("Refresh · {cost}").format(cost=cost)

    def _press(self) -> None:
        self._make(out_of_date(self._session))

    def _press_scene(self) -> None:
        self._make(self._of_scene())

    def _make(self, keys: tuple[str, ...]) -> None:
        if keys and not self._session.read_only:
            cost = self._session.quote(keys).credits
            self._window.acts.generate(keys, cost, self._button if len(keys) == 1 else None)
