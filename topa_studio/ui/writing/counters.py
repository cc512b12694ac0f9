"""How many characters and elements of a shot are used, and how many its model takes."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.model.mentions import effective_length, mentioned_names
from topa_studio.model.scenario import Scenario, Shot
from topa_studio.ui.desk import Desk
from topa_studio.ui.look.theme import set_role
from topa_studio.ui.widgets.parts import text_label
from topa_studio.ui.words import number


class Counters(QWidget):
    """Counts the words as they stand in a field, which the film may not have yet."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.characters = text_label("", "small")
        self.elements = text_label("", "small")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        self.row.addWidget(self.characters)
        self.row.addStretch(1)
        self.row.addWidget(self.elements)

    def count(self, key: str, words: str) -> None:
        """Count these words of a shot."""
        film = self._desk.film
        if not film.has_shot(key):
            return
        settings = self._desk.session.settings(key)
        limits = Catalogue.bundled().clip_model(settings.model).limits
        used = effective_length(words, limits.mention_chars, film.names)
        allowed = limits.prompt_chars
        self.characters.setText(
            self.tr("{used} / {allowed} characters").format(
                used=number(used), allowed=number(allowed)
            )
        )
        set_role(self.characters, "bad" if used > allowed else "small")
        elements = used_elements(film, film.shot(key), words)
        self.elements.setText(
            self.tr("{used} of %n elements", "", limits.elements).format(used=elements)
        )
        set_role(self.elements, "bad" if elements > limits.elements > 0 else "small")


def used_elements(film: Scenario, shot: Shot, words: str) -> int:
    """How many elements of the film a shot uses: listed or mentioned in `words`, each once."""
    names = dict.fromkeys((*shot.elements, *mentioned_names(words, film.names)))
    return sum(film.element(name) is not None for name in names)
