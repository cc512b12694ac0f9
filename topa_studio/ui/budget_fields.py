"""The two budgets as fields: the film's stands in its file, the day's in the user's settings."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from topa_studio.base.errors import StudioError
from topa_studio.document.edits import FilmTarget, SetField, UnsetField
from topa_studio.ui.desk import Desk
from topa_studio.ui.running.binding import bind
from topa_studio.ui.widgets.credits_field import CreditsField
from topa_studio.ui.widgets.parts import captioned, text_label
from topa_studio.ui.words import credits_word, sentence

_FIELD = "budget_credits"


class FilmBudget(QWidget):
    """What this film may cost at most, with what was spent of it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.field = CreditsField(self.tr("Film's budget, in credits"))
        self.note = text_label("", "dim", wrap=True)
        _lay_out(self, self.tr("Film's budget, in credits"), self.field, self.note)
        self.setFocusProxy(self.field)
        self.field.committed.connect(self._set)
        bind(self, desk.session.money_changed, lambda _money: self.refresh())
        self.refresh()

    def _set(self, value: float | None) -> None:
        label = self.tr("Change the budget")
        if value is None:
            self._desk.apply(label, UnsetField(FilmTarget(), _FIELD))
        else:
            whole = int(value) if value.is_integer() else value
            self._desk.apply(label, SetField(FilmTarget(), _FIELD, whole))

    def refresh(self) -> None:
        """Show the budget as the document says it now."""
        budget = self._desk.film.film.budget_credits
        self.field.show_value(budget)
        self.field.setReadOnly(not self._desk.editable)
        spent = credits_word(self._desk.session.money().spent)
        told = self.tr("Nothing is sent that would cost more. Spent so far: {spent}.")
        self.note.setText(told.format(spent=spent))


class DayBudget(QWidget):
    """What may be spent a day over all films, with what was spent today.

    Signals:
        changed: another budget holds.
    """

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.field = CreditsField(self.tr("A day's budget, in credits"))
        self.note = text_label("", "dim", wrap=True)
        _lay_out(self, self.tr("A day's budget, in credits"), self.field, self.note)
        self.setFocusProxy(self.field)
        self.field.committed.connect(lambda value: desk.scope.carry_out(self._set(value)))

    def refresh(self) -> None:
        """Look the budget up again, and what was spent today."""
        self._desk.look(self._look)

    async def _look(self) -> None:
        spending = self._desk.session.spending
        try:
            budget, spent = await spending.day_budget(), await spending.spent_today()
        except StudioError as error:
            if shiboken6.isValid(self):
                self.note.setText(sentence(error.code, error.params))
            return
        if not shiboken6.isValid(self):
            return
        self.field.show_value(budget)
        told = self.tr("Over all films, from midnight to midnight. Practice costs nothing.")
        if spent is not None:
            words = self.tr("Over all films, from midnight to midnight. Spent today: {spent}.")
            told = words.format(spent=credits_word(spent))
        self.note.setText(told)

    async def _set(self, value: float | None) -> None:
        await self._desk.session.spending.set_day_budget(value)
        if shiboken6.isValid(self):
            self.changed.emit()
            await self._look()


def _lay_out(widget: QWidget, caption: str, field: QWidget, note: QWidget) -> None:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    column.addLayout(captioned(caption, field))
    column.addWidget(note)
