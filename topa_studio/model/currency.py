"""Whose money an amount is told in; every sum and budget is in credits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Currency:
    """What one provider is paid in.

    Attributes:
        unit: its word behind an amount, "coins"; "" for credits.
        credits: how many credits one of it counts as.
    """

    unit: str = ""
    credits: float = 1.0

    def amount(self, credits: float) -> float:
        """Credits in this money, to a thousandth."""
        return round(credits / self.credits, 3)

    def words(self, credits: float | None) -> str:
        """An amount for a terminal or a log: "42 credits", "21 coins"."""
        shown = "?" if credits is None else f"{self.amount(credits):g}"
        return f"{shown} {self.unit or 'credits'}"


CREDITS = Currency()


@dataclass(frozen=True, slots=True)
class Rate:
    """What KIE sells credits for.

    Attributes:
        credits: for one US dollar.
        date: when that was last looked at, "2026-09-28".
    """

    credits: float
    date: str

    def dollars(self, credits: float) -> float:
        """About what so many credits cost; what is really paid depends on the top-up."""
        return credits / self.credits


DOLLAR = Rate(200.0, "2026-09-28")


def shared(currencies: Iterable[Currency]) -> Currency:
    """What all of them are told in: their own money where it is one, else credits."""
    found = set(currencies)
    return found.pop() if len(found) == 1 else CREDITS
