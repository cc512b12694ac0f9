"""The button that draws a shot's panel, or one more of it, with the price."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy

from topa_studio.app.panels import another_panel
from topa_studio.app.session import ProjectSession
from topa_studio.model.status import Quote, ShotStatus
from topa_studio.ui.look.theme import set_role
from topa_studio.ui.widgets.plain import plain_act, plain_tip
from topa_studio.ui.words import quote_word


class PanelButton(QPushButton):
    """Offers what `offer` was asked about.

    Signals:
        requested: a list with the shot's key, the credits on the button, and the button.
    """

    requested = Signal(list, object, object)

    def __init__(self) -> None:
        super().__init__()
        self._key = ""
        self._cost: float | None = None
        set_role(self, "second")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.requested.emit([self._key], self._cost, self))

    def offer(self, session: ProjectSession, key: str) -> None:
        """Say what a press draws of this shot and costs; off where nothing can be drawn."""
        self._key, quote = key, another_panel(session, key)
        self._cost = None if quote is None else quote.credits
        self.setEnabled(quote is not None)
        words = self._words(quote, session.shot(key))
        self.setText(plain_act(words))
        self.setAccessibleName(words)
        many = quote is not None and quote.images > 1
        hint = self.tr("With the missing pictures of its elements.") if many else ""
        self.setToolTip(plain_tip(hint))

    def _words(self, quote: Quote | None, status: ShotStatus) -> str:
        words = self.tr("New panel") if status.panel is not None else self.tr("Draw the panel")
        if quote is None:
            return words
        return self.tr("{act} · {cost}").format(act=words, cost=quote_word(quote))
