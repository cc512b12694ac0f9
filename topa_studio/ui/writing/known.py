"""The elements of the film as fields of words know them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPixmap

from topa_studio.model.scenario import Scenario
from topa_studio.ui.element_looks import ElementLooks
from topa_studio.ui.look.theme import scaled


@dataclass(frozen=True, slots=True)
class Known:
    """An element that may be mentioned: its name, colour and a small picture."""

    name: str
    colour: QColor
    picture: QPixmap | None = None


def known_elements(film: Scenario, looks: ElementLooks) -> list[Known]:
    """Each with its colour, and its first picture where that has come."""
    size = QSize(scaled(32), scaled(24))
    names = [element.name for element in film.elements]
    return [Known(name, looks.colour(name), looks.picture(name, size)) for name in names]
