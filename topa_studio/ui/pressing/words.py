"""The words of presses: where a price is from."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt

from topa_studio.ui.pressing.batch import Priced

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


def day_word(date: str) -> str:
    """A date of the price table as this language writes it: "22 Aug 2026"."""
    day = QDate.fromString(date, Qt.DateFormat.ISODate)
    return QLocale().toString(day, "d MMM yyyy") if day.isValid() else ""
