"""What was in line last time is offered: nothing of it is sent before the user presses."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from topa_studio.model.wish import Kind
from topa_studio.ui.acts.making import Making
from topa_studio.ui.desk import Desk
from topa_studio.ui.notices.notices import Offer, nothing_told
from topa_studio.ui.queue.pane import QueuePane
from topa_studio.ui.running.binding import bind
from topa_studio.ui.words import credits_word

_RECOUNT_MS = 200


class LastTime(QObject):
    """Keeps the offer over the queue true; told on the message bar once, at the start."""

    def __init__(self, desk: Desk, queue: QueuePane, making: Making) -> None:
        super().__init__(desk)
        self._desk = desk
        self._session = session = desk.session
        self._making = making
        self._box = queue.left_over
        self._told, self._withdraw = "", nothing_told
        self._box.go_on_pressed.connect(self.go_on)
        self._box.clear_pressed.connect(self.clear)
        self._recount = QTimer(self)
        self._recount.setSingleShot(True)
        self._recount.setInterval(_RECOUNT_MS)
        self._recount.timeout.connect(self.refresh)
        bind(self, session.last_line.changed, lambda _none: self.refresh())
        bind(self, session.shots_changed, self._soon)
        bind(self, session.elements_changed, self._soon)
        bind(self, session.changed, self._soon)
        self.refresh()
        self._tell()

    def refresh(self) -> None:
        """Show what is offered now, at the price of now."""
        words, go_on = self._words()
        self._box.tell(words, go_on)
        if self._told and words != self._told:
            self._withdraw()
            self._told = ""

    def _soon(self, _value: object) -> None:
        if not self._recount.isActive():
            self._recount.start()

    def _words(self) -> tuple[str, str]:
        """What was in line, and the button that goes on with it."""
        session = self._session
        offered = session.last_line.offered()
        if session.read_only or not offered:
            return "", ""
        go_on = self.tr("Continue · {cost}").format(cost=credits_word(self._cost()))
        count = sum(wish.variants or 1 for wish in offered)
        return self.tr("%n in line from last time", "", count), go_on

    def _cost(self) -> float | None:
        return self._session.quote(self._session.last_line.offered()).credits

    def _tell(self) -> None:
        words, go_on = self._words()
        if words:
            self._told = words
            offers = [Offer(go_on, self.go_on), Offer(self.tr("Clear"), self.clear)]
            self._withdraw = self._desk.notices.show_notice("info", words, offers, stays=True)

    def go_on(self) -> None:
        """Make what was in line; what has to be asked is asked as for any other press."""
        session, making, go_on = self._session, self._making, self._box.go_on
        offered = session.last_line.offered()
        several = [wish for wish in offered if wish.variants]
        if several:
            cost = session.quote(several).credits
            making.variants(several, cost, go_on if len(several) == 1 else None)
        offered = tuple(wish for wish in offered if not wish.variants)
        shots = [wish for wish in offered if wish.kind is Kind.CLIP]
        pictures = [wish for wish in offered if wish.kind is not Kind.CLIP]
        if shots:
            cost = session.quote(shots).credits
            keys = [wish.key for wish in shots]
            making.generate(keys, cost, go_on if len(keys) == 1 else None, told=True)
        if pictures:
            making.pictures(pictures, session.quote(pictures).credits, go_on)

    def clear(self) -> None:
        """Nothing of last time is offered any more."""
        self._desk.scope.spawn(self._session.last_line.clear())
