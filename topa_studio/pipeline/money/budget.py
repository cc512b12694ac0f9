"""What counts as spent, and what a budget still allows; in whole thousandths, never in favour."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from topa_studio.base.errors import StudioError
from topa_studio.model.status import NO_CONSENT, Consent
from topa_studio.model.wish import Variant
from topa_studio.pipeline.job import LEFT, Job, Kind, State, Wish

Scope = Literal["film", "day", "run"]


_OVER: Mapping[Scope, str] = {
    "film": "pipeline.over-film-budget",
    "day": "pipeline.over-day-budget",
    "run": "pipeline.over-run-budget",
}
ALL_OVER: Mapping[str, str] = {
    "pipeline.over-film-budget": "pipeline.all-over-film-budget",
    "pipeline.over-day-budget": "pipeline.all-over-day-budget",
    "pipeline.over-run-budget": "pipeline.all-over-run-budget",
}
"""What is said of several at once."""


class OverBudget(StudioError):
    """A budget does not hold what was wished; nothing was written and nothing is sent."""


class CostsMore(StudioError):
    """A press would cost more than was shown with it; nothing was written and nothing is sent."""

    def __init__(self, cost: float, shown: float) -> None:
        super().__init__("pipeline.dearer", cost=plain(cost), shown=plain(shown))
        self.cost = cost


@dataclass(frozen=True, slots=True)
class Press:
    """One press on Generate, or one command.

    Attributes:
        run: its name in the record; all jobs and reservations of it carry it.
        consent: what the user allowed with it.
        budget: credits it may spend at most; None: as much as film and day allow.
        variant: which of several clips of one request a job is; None: it is the only one.
    """

    run: str = ""
    consent: Consent = NO_CONSENT
    budget: float | None = None
    variant: Variant | None = None

    def of_variant(self, place: int, count: int) -> Press:
        """The same press, for one of its variants: those before it do not stand in its way."""
        consent = replace(self.consent, same=True)
        return replace(self, consent=consent, variant=Variant(place, count))

    def words(self) -> str:
        """What is allowed, and which variant is meant, for the record."""
        variant = "" if self.variant is None else self.variant.word()
        return f"{self.consent.words()} {variant}".strip()


@dataclass(frozen=True, slots=True)
class Part:
    """One job that a press will need, with its price (None: nobody knows it)."""

    kind: Kind
    film: str
    key: str
    credits: float | None

    @property
    def place(self) -> tuple[Kind, str, str]:
        """What tells it from other parts of the same press."""
        return (self.kind, self.film, self.key)


def part_of(wish: Wish, credits: float | None, variant: Variant | None = None) -> Part:
    """The part that a wish is.

    Each view of an element is one, a shot's panel, and each variant of its clip.
    """
    number = wish.number if wish.kind is Kind.VIEW else variant.place if variant else 0
    return Part(wish.kind, wish.film, f"{wish.key}/{number}" if number else wish.key, credits)


# Whole thousandths of a credit: sums of them are exact, whatever their order.


def units(credits: float) -> int:
    """A cost in thousandths, rounded up; a millionth is dust of the binary fraction."""
    return int(max(credits, 0.0) * 1000 + 0.999_999)


def limit_units(credits: float) -> int:
    """A budget in thousandths, rounded down."""
    return int(max(credits, 0.0) * 1000 + 0.000_001)


def credits_of(amount: int) -> float:
    """Thousandths as credits, for people: never below nothing."""
    return max(amount, 0) / 1000


UNITS_SQL = "CAST(MAX({0}, 0.0) * 1000 + 0.999999 AS INTEGER)"
CHARGE_SQL = f"""CASE state
    WHEN 'failed' THEN COALESCE(credits, 0)
    WHEN 'dropped' THEN
        CASE WHEN trouble LIKE '["{LEFT}"%' THEN COALESCE(estimate, 0) ELSE 0 END
    ELSE CASE WHEN credits > 0 THEN credits ELSE COALESCE(estimate, 0) END END"""


def believed(credits: float | None) -> float | None:
    """What the service says that a result took; nothing, or less, is no word of its price."""
    return credits if credits is not None and credits > 0 else None


def charge(job: Job) -> float:
    """What a job counts as, in credits; `CHARGE_SQL` says the same.

    What was sent without an answer counts as estimated, also after the user left it, until they
    say that it was not charged; so does what is made, where the service names no price.
    """
    match job.state:
        case State.FAILED:
            return job.credits or 0.0
        case State.DROPPED:
            return (job.estimate or 0.0) if job.may_have_cost else 0.0
        case _:
            return believed(job.credits) or job.estimate or 0.0


def check(cost: int, taken: int, limit: float | None, scope: Scope) -> None:
    """Whether `cost` still fits beside what is `taken`, in thousandths. Raises OverBudget."""
    if limit is not None and taken + cost > limit_units(limit):
        left = credits_of(limit_units(limit) - taken)
        raise OverBudget(
            _OVER[scope],
            cost=plain(credits_of(cost)),
            budget=plain(limit),
            left=plain(left),
        )


def plain(credits: float) -> float | int:
    """Credits as one would say them: 60, not 60.0; 22.5."""
    whole = round(credits, 3)
    return int(whole) if whole == int(whole) else whole


def check_shown(parts: Iterable[Part], press: Press) -> None:
    """Whether a press costs no more than was shown with it. Raises CostsMore."""
    cost, shown = sum(part.credits or 0.0 for part in parts), press.consent.shown
    if shown is not None and units(cost) > units(shown):
        raise CostsMore(cost, shown)


def price_of(parts: Iterable[Part]) -> int:
    """All of them, in thousandths; what has no price counts as nothing here."""
    return sum(units(part.credits or 0.0) for part in parts)


def check_barred(last: Job | None) -> None:
    """Whether a batch may send a request whose like ended so. Raises StudioError."""
    if last is not None and last.is_barred and last.trouble is not None:
        raise StudioError("pipeline.not-again", reason=last.trouble)


def day_of(at: float) -> str:
    """The day of a moment (seconds since 1970) on this computer's calendar: "2026-11-22"."""
    return time.strftime("%Y-%m-%d", time.localtime(at))
