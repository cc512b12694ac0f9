"""The buttons of several shots: what is likeliest at one price, and a menu with the rest."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from topa_studio.app.panels import another_panel
from topa_studio.model.wish import clips, panels, variants
from topa_studio.ui.desk import Desk
from topa_studio.ui.inspector.act import GenerateButton, of_several
from topa_studio.ui.notices.told import Told
from topa_studio.ui.takes.acts import TakeActs
from topa_studio.ui.widgets.parts import icon_button
from topa_studio.ui.widgets.plain import plain_act
from topa_studio.ui.words import quote_word

_COMMANDS: tuple[str | None, ...] = ("cut", "copy", "duplicate", "delete")


class SharedActs(QWidget):
    """Generate or Regenerate, and "…".

    Signals:
        requested: keys of shots to make, and the credits that were told.
        variants_requested: wishes for several takes of each, and the credits that were told.
        panels_requested: see `PanelButton`.
    """

    requested = Signal(list, object)
    variants_requested = Signal(object, object)
    panels_requested = Signal(list, object, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._session = desk, desk.session
        self._takes = TakeActs(desk)
        self._keys: tuple[str, ...] = ()
        self.generate = GenerateButton()
        self.generate.requested.connect(self.requested)
        self.more = icon_button("more", self.tr("More for these shots"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.menu = QMenu(self.more)
        self.menu.aboutToShow.connect(self._fill)
        self.more.setMenu(self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.generate, 1)
        row.addWidget(self.more)

    def offer(self, keys: tuple[str, ...]) -> tuple[Told, ...]:
        """Offer what can be made of these; what should be told beside the button."""
        self._keys = keys
        return self.generate.offer_shots(self._session, keys)

    def acceptable(self) -> tuple[str, ...]:
        """Those that can be accepted: what has no clip yet cannot."""
        film = self._desk.film
        return tuple(
            key
            for key in self._keys
            if film.has_shot(key) and (film.shot(key).locked or self._session.shot(key).chosen)
        )

    def accept(self, *, on: bool) -> None:
        """All that can be are accepted, or none is any more, as one step."""
        film = self._desk.film
        keys = self.acceptable() if on else self._keys
        others = [key for key in keys if film.has_shot(key) and film.shot(key).locked is not on]
        if others:
            self._takes.accept(others, on=on)

    # The menu: its prices are worked out when it opens.

    def _fill(self) -> None:
        self.menu.clear()
        if self._desk.editable:
            self._fill_making()
            accepted = [key for key in self._keys if self._desk.film.shot(key).locked]
            accept = self.menu.addAction(self.tr("Accept all"), lambda: self.accept(on=True))
            accept.setEnabled(len(self.acceptable()) > len(accepted))
            if accepted:
                back = self.menu.addAction(self.tr("Take the acceptance back"))
                back.triggered.connect(lambda: self.accept(on=False))
            self.menu.addSeparator()
        self._desk.commands.fill(self.menu, _COMMANDS if self._desk.editable else ("copy",))

    def _fill_making(self) -> None:
        sets = of_several(self._session, self._keys)
        if sets.missing and sets.stale:
            self._offer(self.tr("Regenerate %n out of date", "", len(sets.stale)), sets.stale)
        if sets.all not in (sets.missing, sets.stale, ()):
            self._offer(self.tr("Make %n shots again", "", len(sets.all)), sets.all)
        self._offer_variants(sets.all)
        drawn = tuple(key for key in sets.all if another_panel(self._session, key) is not None)
        if drawn:
            quote = self._session.quote(panels(*drawn))
            words = self.tr("A new panel for %n shots", "", len(drawn))
            ask: Callable[[], None] = lambda: self.panels_requested.emit(  # noqa: E731
                list(drawn), quote.credits, self.more
            )
            self.menu.addAction(plain_act(f"{words} · {quote_word(quote)}"), ask)
        self.menu.addSeparator()

    def _offer_variants(self, keys: tuple[str, ...]) -> None:
        """Three of each, all at one price."""
        quote = self._session.quote(wish for key in keys for wish in variants(key))
        if quote.wishes:
            words = self.tr("Three variants of %n shots", "", len(quote.wishes))
            self.menu.addAction(
                plain_act(f"{words} · {quote_word(quote)}"),
                lambda: self.variants_requested.emit(quote.wishes, quote.credits),
            )

    def _offer(self, words: str, keys: tuple[str, ...]) -> None:
        quote = self._session.quote(clips(*keys))
        if quote.shots:
            self.menu.addAction(
                plain_act(f"{words} · {quote_word(quote)}"),
                lambda: self.requested.emit(list(quote.shots), quote.credits),
            )
