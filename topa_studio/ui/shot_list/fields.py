"""Makes the field for a cell, with what it has to know of the film."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QWidget

from topa_studio.ui.desk import Desk
from topa_studio.ui.element_looks import ElementLooks
from topa_studio.ui.look.theme import scaled
from topa_studio.ui.shot_list.cell_field import CellField
from topa_studio.ui.shot_list.cell_values import choices_of, mentioned, range_of
from topa_studio.ui.shot_list.cell_words import CellWords
from topa_studio.ui.shot_list.choice_field import ChoiceField
from topa_studio.ui.shot_list.columns import Column, head_word
from topa_studio.ui.shot_list.elements_field import ElementsField
from topa_studio.ui.shot_list.ground import Ground
from topa_studio.ui.shot_list.seconds_field import SecondsField
from topa_studio.ui.shot_list.text_fields import LineField, WellField
from topa_studio.ui.writing.fields import TextBox
from topa_studio.ui.writing.known import Known
from topa_studio.ui.writing.prompt import PromptEditor

translate = QCoreApplication.translate


class Fields:
    """Over the viewport of one view."""

    def __init__(self, view: Ground, desk: Desk, words: CellWords, looks: ElementLooks) -> None:
        self._view, self._desk, self._words, self._looks = view, desk, words, looks

    def make(
        self, key: str, column: Column, taken: Callable[[], None], rested: Callable[[], None]
    ) -> CellField:
        """The field of a shot's cell.

        `taken` is called where a press takes its value at once, `rested` when words were typed
        and the hand rests.
        """
        session, inside = self._desk.session, self._view.viewport()
        number = self._desk.film.number_of(key)
        says = translate("ShotList", "{column} of shot {number}").format(
            column=head_word(column), number=number
        )
        match column:
            case Column.TITLE:
                return LineField(inside, says, rested)
            case Column.WORDS:
                return WellField(inside, self._prompt(says), rested)
            case Column.NOTES:
                words = translate("SceneForm", "For you alone; never sent.")
                return WellField(inside, TextBox(says, words), rested)
            case Column.SECONDS:
                return SecondsField(inside, says, *range_of(session, key))
            case Column.ELEMENTS:
                return self._elements(inside, says, key)
        choice = ChoiceField(inside, says, taken)
        choice.offer(*choices_of(session, key, column))
        return choice

    def _prompt(self, says: str) -> PromptEditor:
        made = PromptEditor(says, translate("ShotCard", "Say what happens"))
        size, looks = QSize(scaled(32), scaled(24)), self._looks
        names = [element.name for element in self._desk.film.elements]
        made.set_known([Known(n, looks.colour(n), looks.picture(n, size)) for n in names])
        return made

    def _elements(self, inside: QWidget, says: str, key: str) -> CellField:
        film = self._desk.film
        return ElementsField(
            inside,
            says,
            self._view.look,
            self._words.chips_of,
            [element.name for element in film.elements],
            mentioned(self._desk.session, film.shot(key)),
        )
