"""Whether an element may be called so, in words for a field that is being typed in."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from topa_studio.document.reading.names import is_safe
from topa_studio.model.mentions import mentioned_names, wire_name
from topa_studio.model.scenario import Scenario


def name_trouble(film: Scenario, name: str, own: str = "") -> str:
    """What is wrong with a name; "" where it is good. `own` is the element's name so far."""
    translate = QCoreApplication.translate
    if not name:
        return translate("ElementName", "Type a name.")
    if mentioned_names(f"@{name}") != (name,) or not is_safe(name):
        return translate(
            "ElementName", "One word, beginning with a letter: letters, digits, _ and -."
        )
    others = [element.name for element in film.elements if element.name != own]
    if name in others:
        return translate("ElementName", "There is an element called {name} already.").format(
            name=name
        )
    twin = next((other for other in others if wire_name(other) == wire_name(name)), None)
    if twin is not None:
        return translate("ElementName", "Too much like {name}: both are sent as {sent}.").format(
            name=twin, sent=wire_name(name)
        )
    return ""
