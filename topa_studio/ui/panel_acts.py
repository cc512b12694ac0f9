"""One press draws the panels that are missing: of the film, of a scene, of the chosen shot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer

from topa_studio.app.panels import without_panel
from topa_studio.model.wish import panels
from topa_studio.ui.binding import bind
from topa_studio.ui.commands.table import COMMANDS
from topa_studio.ui.desk import Desk
from topa_studio.ui.inspector.pane import InspectorPane
from topa_studio.ui.making import Making
from topa_studio.ui.places import scene_in_hand
from topa_studio.ui.timeline.header import TimelineHeader
from topa_studio.ui.words import quote_word

_RECOUNT_MS = 200
# The price for more is worked out when a menu asks for it.
_MOST_AT_ONCE = 500


class PanelActs(QObject):
    """The presses of one window: acts in menus, and a button where nothing is to be seen yet."""

    def __init__(
        self, desk: Desk, header: TimelineHeader, making: Making, inspector: InspectorPane
    ) -> None:
        super().__init__(desk)
        self._desk, self._session = desk, desk.session
        self._header, self._making, self._inspector = header, making, inspector
        header.panels.clicked.connect(lambda: self._make(without_panel(self._session), by=True))
        desk.commands.join(
            {
                "panels": lambda: self._make(without_panel(self._session)),
                "panels_scene": lambda: self._make(self._of_scene()),
                "new_panel": self._one_more,
            }
        )
        self._recount = QTimer(self)
        self._recount.setSingleShot(True)
        self._recount.setInterval(_RECOUNT_MS)
        self._recount.timeout.connect(self.refresh)
        bind(self, self._session.shots_changed, self._soon)
        bind(self, self._session.changed, self._soon)
        bind(self, self._session.money_changed, self._soon)
        desk.selection.changed.connect(self._show_scene)
        self.refresh()

    def refresh(self) -> None:
        """Say what a press would draw and cost now, where that is quickly told."""
        session = self._session
        few = session.is_counted and session.film.count() <= _MOST_AT_ONCE
        if few:
            self.show_costs()
        keys = without_panel(session) if few and not session.read_only else ()
        bare = keys and not any(session.shot(shot.key).panel for shot in session.film.shots())
        offer = self._words("panels", keys) if bare else ""
        self._header.offer_panels(self._short(keys) if offer else "", offer)
        self._show_scene()

    def show_costs(self) -> None:
        """Say it in the menu of shots."""
        self._offer("panels", () if self._session.read_only else without_panel(self._session))

    def make(self, keys: Sequence[str], shown: float | None) -> None:
        """Draw one more panel of each of these, though they have one, at the price shown."""
        button = self._inspector.panel_button
        self._making.pictures(panels(*keys), shown, button, same=True)

    def _soon(self, _value: object) -> None:
        if not self._recount.isActive():
            self._recount.start()

    def _show_scene(self) -> None:
        self._offer("panels_scene", () if self._session.read_only else self._of_scene())
        key = self._desk.selection.shot
        action = self._desk.commands.actions["new_panel"]
        quote = self._session.quote(panels(key)) if key and self._desk.editable else None
        can = quote is not None and bool(quote.wishes)
        action.setEnabled(can)
        words = COMMANDS["new_panel"].words
        action.setText(f"{words} · {quote_word(quote)}" if quote is not None and can else words)

    def _of_scene(self) -> tuple[str, ...]:
        scene = scene_in_hand(self._desk.film, self._desk.selection)
        return () if scene is None else without_panel(self._session, scene)

    def _offer(self, name: str, keys: tuple[str, ...]) -> None:
        offer, action = self._words(name, keys), self._desk.commands.actions[name]
        action.setEnabled(bool(offer))
        action.setText(offer or COMMANDS[name].words)

    def _words(self, name: str, keys: tuple[str, ...]) -> str:
        """What a press does and costs; "" where nothing can be drawn."""
        quote = self._session.quote(panels(*keys)) if keys else None
        if quote is None or not quote.wishes:
            return ""
        return f"{COMMANDS[name].words} · {quote_word(quote)}"

    def _short(self, keys: tuple[str, ...]) -> str:
        cost = quote_word(self._session.quote(panels(*keys)))
        return self.tr("Panels · {cost}").format(cost=cost)

    def _make(self, keys: tuple[str, ...], *, by: bool = False) -> None:
        if keys and not self._session.read_only:
            button = self._header.panels if by else None
            quote = self._session.quote(panels(*keys))
            self._making.pictures(quote.wishes, quote.credits, button)

    def _one_more(self) -> None:
        key = self._desk.selection.shot
        if key is not None and not self._session.read_only:
            quote = self._session.quote(panels(key))
            self._making.pictures(quote.wishes, quote.credits, same=True)
