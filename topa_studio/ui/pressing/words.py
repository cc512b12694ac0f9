"""The words of presses: which shots, which limit, where a price is from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt

from topa_studio.model.scenario import Scenario
from topa_studio.ui.pressing.batch import Priced

_NAMED = 8
translate = QCoreApplication.translate


def numbers_word(film: Scenario, keys: Sequence[str]) -> str:
    """Numbers of shots: "1.2, 1.3, 2.1"; many end in an ellipsis."""
    numbers = [film.number_of(key) for key in keys[:_NAMED]]
    return ", ".join([*numbers, *(["…"] if len(keys) > _NAMED else [])])


def priced_word(priced: Priced) -> str:
    """Where prices are from."""
    day = day_word(priced.date)
    if priced.learned and day:
        told = translate("Pressing", "learned from your receipts, else of {day}")
        return told.format(day=day)
    if priced.learned:
        return translate("Pressing", "learned from your receipts")
    return translate("Pressing", "prices of {day}").format(day=day) if day else ""


def day_word(date: str) -> str:
    """A date of the price table as this language writes it: "22 Aug 2026"."""
    day = QDate.fromString(date, Qt.DateFormat.ISODate)
    return QLocale().toString(day, "d MMM yyyy") if day.isValid() else ""
