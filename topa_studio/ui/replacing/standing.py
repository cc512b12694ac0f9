"""What is in some fields, and which of them has the keyboard: as values, and put back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

_KEYS = "keys"


def standing_of(page: QWidget, names: Sequence[str]) -> dict[str, object]:
    """Of the fields of a page that are called so."""
    fields, focused = _fields(page, names), page.focusWidget()
    words = {name: f.text() for name, f in fields.items() if isinstance(f, QLineEdit)}
    boxes = {name: f.isChecked() for name, f in fields.items() if isinstance(f, QCheckBox)}
    keys = next((name for name, field in fields.items() if field is focused), "")
    return {**words, **boxes, _KEYS: keys}


def stand_as(page: QWidget, names: Sequence[str], how: Mapping[str, object]) -> None:
    """Have the same words in them, and the keyboard where it was."""
    fields = _fields(page, names)
    for name, field in fields.items():
        if isinstance(field, QLineEdit):
            field.setText(str(how.get(name, field.text())))
        elif isinstance(field, QCheckBox):
            field.setChecked(bool(how.get(name, field.isChecked())))
    focused = fields.get(str(how.get(_KEYS)))
    if focused is not None:
        focused.setFocus(Qt.FocusReason.OtherFocusReason)


def _fields(page: QWidget, names: Sequence[str]) -> dict[str, QWidget]:
    return {name: getattr(page, name) for name in names}
