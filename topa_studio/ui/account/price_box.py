"""What the first scene and the whole film would cost for real, and draft quality as one edit."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from topa_studio.app.going_real import GoingReal
from topa_studio.base.errors import StudioError
from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.document.edits import FilmTarget, SetField
from topa_studio.model.status import Quote
from topa_studio.ui.bill.facts import Fact, Facts
from topa_studio.ui.desk import Desk
from topa_studio.ui.widgets.parts import text_label
from topa_studio.ui.words import money_word, sentence

_DRAFT = "std"


class PriceBox(QWidget):
    """Prices of the film as its file is; refreshed when it is shown and after the edit."""

    def __init__(self, desk: Desk, going: GoingReal) -> None:
        super().__init__()
        self._desk = desk
        self._going = going
        self.facts = Facts()
        self.note = text_label("", "dim", wrap=True)
        self.draft = QPushButton(self.tr("Draft quality first"))
        self.draft.setAccessibleName(self.draft.text())
        self.draft.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(text_label(self.tr("What it costs"), "strong"))
        column.addWidget(self.facts)
        column.addWidget(self.note)
        column.addWidget(self.draft, 0, Qt.AlignmentFlag.AlignLeft)
        self.draft.clicked.connect(lambda: desk.scope.spawn(self._choose_draft()))

    def refresh(self) -> None:
        """Look the prices up again; until they are known the page says so."""
        self.facts.show_facts(((self.tr("Whole film"), "…", ""),))
        self._show_quality()
        self._desk.look(self._look)

    async def _choose_draft(self) -> None:
        label = self.tr("Draft quality first")
        await self._desk.edit(label, SetField(FilmTarget(), "mode", _DRAFT))
        if shiboken6.isValid(self):
            self.refresh()

    async def _look(self) -> None:
        await self._desk.settled()
        try:
            await self._desk.session.save()
            prices = await self._going.prices()
        except (StudioError, OSError) as error:
            told = str(error)
            if isinstance(error, StudioError):
                told = sentence(error.code, error.params)
            if shiboken6.isValid(self):
                self.facts.show_facts(())
                self.note.setText(told)
            return
        if shiboken6.isValid(self):
            first, whole = self.tr("First scene"), self.tr("Whole film")
            self.facts.show_facts((self._fact(first, prices.scene), self._fact(whole, prices.film)))

    def _fact(self, caption: str, quote: Quote) -> Fact:
        count = self.tr("%n shots", "", len(quote.shots))
        pictures = self.tr("%n pictures", "", quote.images)
        return caption, money_word(quote.credits, currency=quote.currency), f"{count} · {pictures}"

    def _show_quality(self) -> None:
        settings = self._desk.session.inherited()
        model = Catalogue.bundled().clip_model(settings.model)
        is_draft = settings.mode == _DRAFT
        can = _DRAFT in model.modes and not is_draft and self._desk.editable
        self.draft.setVisible(can)
        self.note.setText(
            self.tr("The film is in draft quality: right for a first look at every shot.")
            if is_draft
            else self.tr("Draft quality costs less. It is one step: Undo takes it back.")
            if can
            else ""
        )
        self.note.setVisible(bool(self.note.text()))
