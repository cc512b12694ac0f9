"""The words of presses: where a price is from."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from topa_studio.ui.pressing.batch import Priced
from topa_studio.ui.words import day_word

translate = QCoreApplication.translate


def priced_word(priced: Priced) -> str:
    """Where prices are from."""
    day = day_word(priced.date)
    if priced.learned and day:
        told = translate(
            "Pressing", "from your receipts; what has none, from the price list of {day}"
        )
        return told.format(day=day)
    if priced.learned:
        return translate("Pressing", "from your receipts")
    return translate("Pressing", "from the price list of {day}").format(day=day) if day else ""
