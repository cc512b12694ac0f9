"""Whether an element may be called so, in words for a field that is being typed in."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from topa_studio.base.spelling import composed
from topa_studio.document.reading.names import is_safe
from topa_studio.model.mentions import is_mentionable
from topa_studio.model.scenario import Scenario


def name_trouble(film: Scenario, name: str, own: str = "") -> str:
    """What is wrong with a name; "" where it is good. `own` is the element's name so far."""
    translate = QCoreApplication.translate
    if not name:
        return translate("ElementName", "Type a name.")
    if not is_mentionable(name) or not is_safe(name):
        return translate(
            "ElementName", "One word, beginning with a letter: letters, digits, _ and -."
        )
    others = {composed(other): other for other in film.names if other != own}
    if composed(name) in others:
        return translate("ElementName", "There is an element called {name} already.").format(
            name=name
        )
    folders = {spelt.casefold(): other for spelt, other in others.items()}
    twin = folders.get(composed(name).casefold())
    if twin is not None:
        return translate(
            "ElementName", "Too much like {name}: some computers keep both in one folder."
        ).format(name=twin)
    return ""
