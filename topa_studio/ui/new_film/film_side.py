"""The film that comes of it: cards, elements, and the choices about both."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from topa_studio.app.scripts.sources import ScriptSource
from topa_studio.film.scripts.breakdown import PARAGRAPH, SENTENCE, USUAL, Choices
from topa_studio.film.scripts.cast import Candidate
from topa_studio.ui.look.icons import icon
from topa_studio.ui.look.theme import scaled
from topa_studio.ui.new_film.asked import Found, amount, clock
from topa_studio.ui.new_film.cards import Cards
from topa_studio.ui.widgets.flow import Flow, flowing
from topa_studio.ui.widgets.parts import ElidedLabel, Switch, text_label

_MOST_CHIPS = 24


class FilmSide(QWidget):
    """Signals.

    chosen: other `Choices`.
    pointed: the number of a shot that is pointed at.
    """

    chosen = Signal(object)
    pointed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._choices = USUAL
        self.says = ElidedLabel("", "dim")
        self.each = Switch(
            self.tr("A shot for each"),
            ((PARAGRAPH, self.tr("Paragraph")), (SENTENCE, self.tr("Sentence"))),
        )
        self.each.set_value(PARAGRAPH)
        self._asks = text_label(self.tr("A shot for each"), "dim")
        self.cards = Cards()
        self._new = text_label(self.tr("NEW ELEMENTS"), "section")
        self.elements, self._elements = flowing()
        self._plain = text_label(self.tr("Plain words, which can be elements:"), "dim")
        self.words, self._words = flowing()
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(text_label(self.tr("THE FILM"), "section"))
        head.addWidget(self.says, 1)
        choice = QHBoxLayout()
        choice.setSpacing(10)
        choice.addWidget(self._asks)
        choice.addWidget(self.each)
        choice.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(choice)
        column.addWidget(self.cards, 1)
        for part in (self._new, self.elements, self._plain, self.words):
            column.addWidget(part)
        self.each.chosen.connect(self._choose_each)
        self.cards.pointed.connect(self.pointed)
        self._is_script = False
        self._found: Found | None = None
        self.show_found(None, USUAL)

    def turn_to(self, *, is_script: bool) -> None:
        """It is made of a script, or of pictures, which have no paragraphs."""
        self._is_script = is_script
        self._show_choice()

    def show_found(self, found: Found | None, choices: Choices) -> None:
        """Show what comes of it."""
        self._choices = choices
        film = None if found is None else found.film
        self._found = found
        self.cards.show_film(film)
        self.says.setText(
            "" if film is None
            else f"{amount(len(film.scenes), film.count)} · {clock(film.seconds)}"
        )  # fmt: skip
        self.each.set_value(choices.each)
        self._show_choice()
        made = () if film is None else film.elements
        left = () if film is None else film.left
        self._fill(self._elements, made, "close", self._say_plain, self._make_plain)
        self._fill(self._words, left, "plus", self._say_made, self._make_element)
        for part, those in ((self._new, made), (self.elements, made),
                            (self._plain, left), (self.words, left)):  # fmt: skip
            part.setVisible(bool(those))

    def _show_choice(self) -> None:
        found = self._found
        shown = self._is_script if found is None else isinstance(found.source, ScriptSource)
        self.each.setVisible(shown)
        self._asks.setVisible(shown)

    def _fill(
        self,
        flow: Flow,
        those: Iterable[Candidate],
        sign: str,
        says: Callable[[str], str],
        act: Callable[[str], None],
    ) -> None:
        while (item := flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        for one in list(those)[:_MOST_CHIPS]:
            mark = "@" if sign == "close" else ""
            chip = QPushButton(icon(sign, px=scaled(11)), f"{mark}{one.name}  {one.shots}")
            chip.setIconSize(QSize(scaled(11), scaled(11)))
            chip.setToolTip(says(one.name))
            chip.setAccessibleName(says(one.name))
            chip.clicked.connect(lambda _on=False, name=one.name: act(name))
            flow.addWidget(chip)

    def _say_plain(self, name: str) -> str:
        return self.tr("Leave {name} a plain word").format(name=name)

    def _say_made(self, name: str) -> str:
        return self.tr("Make {name} an element").format(name=name)

    def _make_plain(self, name: str) -> None:
        self.chosen.emit(self._choices.with_plain(name))

    def _make_element(self, name: str) -> None:
        self.chosen.emit(self._choices.with_made(name))

    def _choose_each(self, each: str) -> None:
        self.chosen.emit(replace(self._choices, each=each))
