"""Boxes on cards, with which the user says which shots shall be out of date."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from topa_studio.ui.undecided import Undecided

translate = QCoreApplication.translate


def press_box(view: QWidget, undecided: Undecided, key: str) -> None:
    """Tick the box of a shot, or take its tick away, and say so."""
    undecided.toggle(key)
    ticked = undecided.box(key)
    if ticked is not None:
        on, off = translate("ShotCard", "ticked"), translate("ShotCard", "not ticked")
        said = QAccessibleAnnouncementEvent(view, on if ticked else off)
        QAccessible.updateAccessibility(said)
