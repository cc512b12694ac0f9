"""Whether a lost request was charged, as far as the account's balance hints at it; pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from topa_studio.pipeline.job import PAID, Job, State
from topa_studio.pipeline.money.budget import charge

_NEAR = 0.5
"""Credits: the service rounds."""


@dataclass(frozen=True, slots=True)
class Balance:
    """What the service said was left: credits, and when (seconds since 1970)."""

    credits: float
    at: float


class Hint(StrEnum):
    """What the balance says; never a proof, since others may use the account too."""

    CHARGED = "charged"
    NOT_CHARGED = "not charged"
    UNCLEAR = "unclear"


def expected(before: Balance, jobs: Iterable[Job]) -> float:
    """What should be left now, if nothing whose outcome is unknown was charged."""
    known = (*PAID, State.DONE)
    return before.credits - sum(
        charge(job) for job in jobs if job.state in known and job.sent > before.at
    )


def last_before(balances: Iterable[Balance], moment: float) -> Balance | None:
    """The newest balance that was told before `moment`."""
    earlier = [balance for balance in balances if balance.at < moment]
    return max(earlier, key=lambda balance: balance.at, default=None)


def hint(before: Balance | None, told: float | None, jobs: Iterable[Job]) -> Hint:
    """What the balance `told` now says of the jobs whose outcome is unknown."""
    jobs = list(jobs)
    if before is None or told is None:
        return Hint.UNCLEAR
    unknown = [job for job in jobs if job.may_have_cost and job.sent > before.at]
    if not unknown or any(job.estimate is None for job in unknown):
        return Hint.UNCLEAR
    gone = expected(before, jobs) - told
    if abs(gone) <= _NEAR:
        return Hint.NOT_CHARGED
    whole = sum(job.estimate or 0.0 for job in unknown)
    return Hint.CHARGED if abs(gone - whole) <= _NEAR else Hint.UNCLEAR
