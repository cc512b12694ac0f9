"""The words of costs: what became of what was paid, and what dollars are worth."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from topa_studio.model.costs import Use
from topa_studio.model.currency import DOLLAR
from topa_studio.ui.words import day_word, number

translate = QCoreApplication.translate


def use_word(use: Use) -> str:
    """What became of it, as a row of a bill says it."""
    words = {
        Use.FILM: translate("Costs", "Clips in the film"),
        Use.PANELS: translate("Costs", "Panels"),
        Use.PICTURES: translate("Costs", "Reference images"),
        Use.UNUSED: translate("Costs", "Takes that are not chosen"),
        Use.REJECTED: translate("Costs", "Rejected"),
        Use.TRASHED: translate("Costs", "In the trash"),
        Use.CANDIDATES: translate("Costs", "New pictures that are not kept"),
        Use.FAILED: translate("Costs", "Charged without a result"),
        Use.OPEN: translate("Costs", "On the way"),
        Use.UNKNOWN: translate("Costs", "Sent without an answer: charged or not"),
        Use.REMOVED: translate("Costs", "No longer in the film"),
    }
    return words[use]


def state_word(use: Use) -> str:
    """The same of one result, in a word."""
    words = {
        Use.FILM: translate("Costs", "in the film"),
        Use.PANELS: translate("Costs", "chosen"),
        Use.PICTURES: "",
        Use.UNUSED: translate("Costs", "not chosen"),
        Use.REJECTED: translate("Costs", "rejected"),
        Use.TRASHED: translate("Costs", "in the trash"),
        Use.CANDIDATES: translate("Costs", "not kept"),
        Use.FAILED: translate("Costs", "failed"),
        Use.OPEN: translate("Costs", "on the way"),
        Use.UNKNOWN: translate("Costs", "no answer"),
        Use.REMOVED: translate("Costs", "removed"),
    }
    return words[use]


def rate_words() -> str:
    """What dollars beside credits are reckoned with."""
    told = translate("Costs", "Dollars are about: KIE sold {credits} credits for $1 on {day}.")
    return told.format(credits=number(DOLLAR.credits), day=day_word(DOLLAR.date))
