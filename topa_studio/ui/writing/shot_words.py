"""The words of a shot as edits: the same label and step, wherever they are typed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from topa_studio.document.edits import ShotTarget, UnsetField
from topa_studio.ui.desk import Desk

translate = QCoreApplication.translate


def set_title(desk: Desk, key: str, words: str) -> None:
    """Another title."""
    desk.set(translate("ShotWords", "Change title"), ShotTarget(key), "title", words)


def set_prompt(desk: Desk, key: str, words: str) -> None:
    """Another prompt."""
    desk.set(translate("ShotWords", "Change prompt"), ShotTarget(key), "prompt", words)


def set_notes(desk: Desk, key: str, words: str) -> None:
    """Other notes."""
    _set_or_unset(desk, translate("ShotWords", "Change notes"), key, "notes", words)


def set_panel_words(desk: Desk, key: str, words: str) -> None:
    """Other words of its panel; without any it shows what its prompt says."""
    label = translate("ShotWords", "Change the words of the panel")
    _set_or_unset(desk, label, key, "panel_prompt", words)


def _set_or_unset(desk: Desk, label: str, key: str, field: str, words: str) -> None:
    if words.strip():
        desk.set(label, ShotTarget(key), field, words)
    else:
        desk.apply(label, UnsetField(ShotTarget(key), field))
