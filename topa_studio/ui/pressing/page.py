"""The page of a batch: what it makes, costs, and what budgets hold; sending is one press here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from topa_studio.base.errors import StudioError
from topa_studio.model.status import NO_CONSENT, Consent, Quote
from topa_studio.model.wish import Wish
from topa_studio.ui.bill.facts import Facts
from topa_studio.ui.binding import bind
from topa_studio.ui.budget_fields import DayBudget, FilmBudget
from topa_studio.ui.desk import Desk
from topa_studio.ui.parts import ScrollColumn, text_label, thin_rule
from topa_studio.ui.pressing.batch import Batch, look
from topa_studio.ui.pressing.facts import facts_of, first_words, told_of_batch
from topa_studio.ui.theme import scaled, set_role
from topa_studio.ui.told import Told, ToldLines
from topa_studio.ui.words import quote_word, sentence


class BatchPage(QDialog):
    """Stands beside the work and follows the film while it is open.

    Signals:
        send_requested: wishes for clips, and what the user allowed (Consent).
    """

    send_requested = Signal(object, object)

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent)
        self._desk, self._session = desk, desk.session
        self._scope = desk.scope
        self._wishes: tuple[Wish, ...] = ()
        self._before: float | None = None
        self._consent = NO_CONSENT
        self._shown: Batch | None = None
        self._looks = 0
        self._asked = False
        self.setWindowTitle(self.tr("Generate"))
        self.setAccessibleName(self.windowTitle())
        self.heading = text_label("", "title", wrap=True)
        self.facts = Facts()
        self.told = ToldLines()
        self.same = QCheckBox()
        self.unpriced = QCheckBox()
        self.film_budget = FilmBudget(desk)
        self.day_budget = DayBudget(desk)
        self.make = _button("primary")
        self.first = _button()
        self.change = _button()
        self.cancel = _button()
        self._lay_out(parent)
        self._connect()

    def _lay_out(self, parent: QWidget) -> None:
        self.change.setText(self.tr("Change the budget…"))
        self.cancel.setText(self.tr("Cancel"))
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(24, 20, 24, 16)
        inside.setSpacing(12)
        for part in (
            self.heading, self.facts, self.told, self.same, self.unpriced, self.film_budget,
            self.day_budget,
        ):  # fmt: skip
            inside.addWidget(part)
        inside.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.first, self.change, self.cancel):
            row.addWidget(button, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(24, 14, 24, 18)
        foot.setSpacing(8)
        foot.addWidget(self.make)
        foot.addLayout(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(ScrollColumn(body, self.windowTitle(), margin=24), 1)
        whole.addWidget(thin_rule())
        whole.addLayout(foot)
        self._body, self._foot = body, foot
        self.resize(min(scaled(520), parent.window().width() - 40), self.height())

    def _fit(self) -> None:
        """As high as what is said, where the window is; the rest scrolls."""
        layout = self._body.layout()
        parent = self.parentWidget()
        if layout is None or parent is None:
            return
        layout.activate()
        needed = layout.totalHeightForWidth(self.width()) + self._foot.sizeHint().height() + 2
        self.resize(self.width(), min(needed, parent.window().height() - 40))

    def _connect(self) -> None:
        self.make.clicked.connect(self._make)
        self.first.clicked.connect(self._make_first)
        self.change.clicked.connect(self._show_budget)
        self.cancel.clicked.connect(self.close)
        self.same.toggled.connect(lambda on: self._allow(same=on))
        self.unpriced.toggled.connect(lambda on: self._allow(no_price=on))
        self.day_budget.changed.connect(self.refresh)
        bind(self, self._session.changed, lambda _change: self._follow())
        bind(self, self._session.money_changed, lambda _money: self._follow())

    # Asking.

    def ask(
        self,
        wishes: Sequence[Wish],
        consent: Consent = NO_CONSENT,
        before: float | None = None,
    ) -> None:
        """Show what a press for these clips would take.

        Args:
            consent: what was allowed before.
            before: credits that were shown with a press of which nothing was sent.
        """
        if self._asked and self._wishes == tuple(wishes):
            self._bring()
            return
        self._wishes, self._consent = tuple(wishes), replace(consent, shown=None)
        self._before = before
        self._asked, self._shown = True, None
        for box, on in ((self.same, consent.same), (self.unpriced, consent.no_price)):
            box.blockSignals(True)
            box.setChecked(on)
            box.blockSignals(False)
        self.film_budget.hide()
        self.day_budget.hide()
        self.refresh()

    def refresh(self) -> None:
        """Look again, then show it."""
        self._looks += 1
        self._scope.spawn(self._look(self._looks))

    def _follow(self) -> None:
        if self.isVisible():
            self.refresh()

    def _allow(self, **allowed: bool) -> None:
        self._consent = replace(self._consent, **allowed)
        self.refresh()

    async def _look(self, turn: int) -> None:
        trouble, batch = "", None
        try:
            batch = await look(self._session, self._wishes, self._consent)
        except StudioError as error:
            trouble = sentence(error.code, error.params)
        if not shiboken6.isValid(self) or turn != self._looks:
            return
        fresh = not self.isVisible()
        self._shown = batch
        if batch is None:
            self._show_trouble(trouble)
        else:
            self._show(batch)
        self._fit()
        if fresh and self._asked:
            self._bring()

    def hideEvent(self, event: QHideEvent) -> None:
        """What is put away was answered."""
        super().hideEvent(event)
        self._asked = self._asked and event.spontaneous()

    def _bring(self) -> None:
        self.show()
        # Rows that are new since it was last seen have their height only now.
        self._fit()
        self.raise_()
        self.activateWindow()
        careful = not self.make.isEnabled() or self._consent.no_price
        best = self.cancel if careful else self.make
        best.setFocus(Qt.FocusReason.OtherFocusReason)

    # Showing.

    def _show_trouble(self, words: str) -> None:
        self.heading.setText(self.tr("Nothing can be sent now"))
        self.facts.show_facts(())
        self.told.tell((Told("bad", words),))
        for part in (self.same, self.unpriced, self.make, self.first, self.change):
            part.hide()

    def _show(self, batch: Batch) -> None:
        session, whole = self._session, batch.whole
        film = session.film
        count = len(whole.shots)
        heading = self.tr("Generate %n shots", "", count)
        if batch.takes:
            heading = self.tr("Generate %n takes", "", batch.takes)
        if not count:
            heading = self.tr("Nothing is left to send")
        elif not batch.holds:
            heading = self.tr("The budget is not enough for this, so nothing was sent yet")
        self.heading.setText(heading)
        self.setAccessibleDescription(heading)
        self.facts.show_facts(facts_of(batch, session.money(), real=not session.practice))
        self.told.tell(told_of_batch(film, batch, self._consent, self._before))
        self._offer(batch)
        self.same.setVisible(bool(batch.same))
        self.same.setText(self.tr("Generate %n unchanged shots again, too", "", len(batch.same)))
        self.unpriced.setVisible(bool(batch.unpriced))
        words = self.tr("Send %n shots without a known price", "", len(batch.unpriced))
        self.unpriced.setText(words)
        for box in (self.same, self.unpriced):
            box.setAccessibleName(box.text())
        self.film_budget.refresh()

    def _offer(self, batch: Batch) -> None:
        whole, sent = batch.whole, batch.whole
        words = self.tr("Generate all %n shots · {cost}", "", len(whole.shots))
        if batch.takes:
            words = self.tr("Generate all %n takes · {cost}", "", batch.takes)
        if not batch.holds and batch.fitting is not None:
            sent = batch.fitting
            words = self.tr("Generate what fits · %n shots · {cost}", "", len(sent.shots))
            if batch.takes:
                takes = batch.takes_in(sent)
                words = self.tr("Generate what fits · %n takes · {cost}", "", takes)
        can = bool(sent.shots) and (batch.holds or batch.fitting is not None)
        _say(self.make, words.format(cost=quote_word(sent)))
        self.make.setVisible(bool(whole.shots) and can)
        self.make.setEnabled(can)
        self.first.setVisible(batch.first is not None)
        if batch.first is not None:
            _say(self.first, first_words(self._desk.film, batch.first))
        self.change.setVisible(not batch.holds and whole.scope in ("film", "day"))
        _say(self.change, self.change.text())
        _say(self.cancel, self.cancel.text())

    def _show_budget(self) -> None:
        if self._shown is None:
            return
        field = self.day_budget if self._shown.whole.scope == "day" else self.film_budget
        self.day_budget.refresh()
        field.show()
        self._fit()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    # Sending: the page goes with the first press, so a second finds no button.

    def _make(self) -> None:
        batch = self._shown
        if batch is not None:
            self._send(batch.whole if batch.holds else batch.fitting)

    def _make_first(self) -> None:
        if self._shown is not None:
            self._send(self._shown.first)

    def _send(self, quote: Quote | None) -> None:
        if quote is None or not quote.shots:
            return
        self._shown = None
        self._looks += 1
        self.hide()
        self.send_requested.emit(quote.wishes, replace(self._consent, shown=quote.credits))


def _button(role: str = "") -> QPushButton:
    made = QPushButton()
    if role:
        set_role(made, role)
    made.setAutoDefault(role == "primary")
    return made


def _say(button: QPushButton, words: str) -> None:
    button.setText(words)
    button.setAccessibleName(words)
