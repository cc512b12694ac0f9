"""The gate of money: budgets are checked in the very transaction that writes the intent."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace

from topa_studio.base.errors import StudioError
from topa_studio.model.take import Take
from topa_studio.pipeline.job import Job, Kind, Wish
from topa_studio.pipeline.money.budget import (
    CHARGE_SQL,
    UNITS_SQL,
    Part,
    Press,
    check,
    check_barred,
    check_shown,
    part_of,
    price_of,
    units,
)
from topa_studio.pipeline.money.day_ledger import DayLedger
from topa_studio.pipeline.state.records import Records, open_jobs


@dataclass(frozen=True, slots=True)
class Rules:
    """What holds for one film at the moment a job is admitted.

    Attributes:
        film: the film's name.
        budget: the film's budget in credits; None: there is none.
        day: the ledger over all films; None where nothing is paid.
        is_there: whether a take's file (relative to home) is still there.
    """

    film: str
    budget: float | None
    day: DayLedger | None
    is_there: Callable[[str], bool]


def admit(records: Records, job: Job, press: Press, rules: Rules) -> Job:
    """Write a new job's intent, if nothing speaks against it; the returned one has its id.

    Raises:
        OverBudget: film, day or press would be spent beyond its budget.
        StudioError: it is made already, has a take from the same request, or has no price.
    """
    job = replace(job, run=press.run, consent=press.words(), token=_new_token())
    part, cost = part_of(job.wish, job.estimate, press.variant), units(job.estimate or 0.0)
    charged = False
    try:
        with records.transaction():
            _guard(records, job, press, rules)
            records.free(press.run, [part.place])
            check(cost, taken(records, rules.film), rules.budget, "film")
            check(cost, taken_by_run(records, press.run, rules.film), press.budget, "run")
            stored = records.add_job(job)
            if rules.day is not None:
                # Last before the commit: a kill between the two leaves the day counting too much.
                rules.day.charge(job.token, cost, job.created, [_name(press.run, part)])
                charged = True
    except BaseException:
        if charged and rules.day is not None:
            _uncharge(rules.day, job)
        raise
    if rules.day is not None:
        day = rules.day
        records.otherwise(lambda: _uncharge(day, job))
        records.afterwards(lambda: day.stands(job.token))
    return stored


def _new_token() -> str:
    """A name that was never given; later ones sort behind, so that neighbours share a page."""
    return f"{time.time_ns():016x}{uuid.uuid4().hex[:16]}"


def _uncharge(day: DayLedger, job: Job) -> None:
    """The job never came to be."""
    with suppress(StudioError):
        day.settle(job.token, 0)


def reserve(records: Records, parts: Iterable[Part], press: Press, rules: Rules) -> None:
    """Set credits aside for every job of a press, or for none.

    Raises:
        CostsMore: it is more than was shown with the press.
        OverBudget: a budget does not hold it.
    """
    wanted, now = list(parts), time.time()
    cost = price_of(wanted)
    with records.transaction():
        check_shown(wanted, press)
        check(cost, taken(records, rules.film), rules.budget, "film")
        check(cost, taken_by_run(records, press.run, rules.film), press.budget, "run")
        records.set_aside(press.run, [(*p.place, p.credits or 0.0) for p in wanted], now)
        if rules.day is not None:
            rules.day.reserve({_name(press.run, p): units(p.credits or 0.0) for p in wanted}, now)


def release(records: Records, parts: Iterable[Part], run: str, day: DayLedger | None) -> None:
    """Give back what a press set aside and did not use."""
    unused = list(parts)
    with records.transaction():
        records.free(run, [part.place for part in unused])
    if day is not None:
        day.free([_name(run, part) for part in unused])


def taken(records: Records, film: str) -> int:
    """Thousandths of credits that count as spent for a film, with what is set aside.

    Reference images belong to every film of the folder, so they count for each.
    """
    jobs = _sum_of(CHARGE_SQL, "job", "film IN ('', ?)")
    aside = _sum_of("credits", "reservation", "film IN ('', ?)")
    return (
        records.total(jobs, film)
        + records.total(aside, film)
        + records.total_of_takes(_TAKES_ALONE, film)
    )


def taken_by_run(records: Records, run: str, film: str) -> int:
    """Thousandths of credits that one press for a film has spent or set aside."""
    jobs = _sum_of(CHARGE_SQL, "job", "film IN ('', ?) AND run = ?")
    return records.total(jobs, film, run) + records.total(
        _sum_of("credits", "reservation", "run = ?"), run
    )


def _sum_of(amount: str, table: str, where: str) -> str:
    return f"SELECT SUM({UNITS_SQL.format(amount)}) FROM {table} WHERE {where}"


_TAKES_ALONE = _sum_of(
    "COALESCE(credits, 0)",
    "take",
    "film IN ('', ?) AND NOT EXISTS"
    " (SELECT 1 FROM job WHERE job.task_id = take.task_id AND job.task_id <> '')",
)


def _name(run: str, part: Part) -> str:
    """A reservation's name in the day's ledger."""
    return f"{run}/{part.kind}/{part.film}/{part.key}"


def _guard(records: Records, job: Job, press: Press, rules: Rules) -> None:
    if job.estimate is None and not press.consent.no_price:
        raise StudioError("pipeline.no-price")
    live = next((other for other in _live(records, job.wish) if _stops(other, press)), None)
    if live is not None:
        raise StudioError("pipeline.needs-you" if live.needs_user else "pipeline.being-made")
    if not press.consent.barred:
        check_barred(records.last_ended(job.digest))
    if not press.consent.same:
        _guard_same(records, job, rules)


def _guard_same(records: Records, job: Job, rules: Rules) -> None:
    """Raises StudioError: the very request was paid for, here, elsewhere, or its file is gone."""
    number = same_take(records, job, rules.is_there)
    if number is not None:
        raise StudioError("pipeline.same-request", take=number)
    if job.wish.kind.is_of_element:
        return
    mine = _takes_of(records, job.wish)
    # What was thrown away for good is not missed.
    if any(take.digest == job.digest and not take.marks.trashed for take in mine):
        raise StudioError("pipeline.clip-lost")
    found = records.same_takes(job.wish.kind, job.digest)
    # Another shot of the film with the same words is a shot of its own.
    there = [w for w, take in found if w.film != job.wish.film and rules.is_there(take.path)]
    if there:
        where = f"{there[-1].film}, {there[-1].key}"
        raise StudioError("pipeline.made-elsewhere", where=where)


def _live(records: Records, wish: Wish) -> list[Job]:
    """Jobs that already work on this wish, the newest first."""
    live = open_jobs(records, wish.kind, wish.film, wish.key)
    return [job for job in live if wish.kind is not Kind.VIEW or job.wish.number == wish.number]


def _stops(live: Job, press: Press) -> bool:
    """Whether a job stands in the way of one more of the same shot.

    Not what the user was told of and lets be lost, nor another variant of the very same press.
    """
    if live.needs_user and press.consent.unknown:
        return False
    is_sibling = press.variant is not None and live.run == press.run and bool(press.run)
    return not is_sibling or live.variant in (None, press.variant)


def same_take(records: Records, job: Job, is_there: Callable[[str], bool]) -> int | None:
    """The newest take of the same shot that the very same request made and that is still there."""
    wish = job.wish
    # Who wishes another picture of an element wishes another one of the same words.
    if wish.kind.is_of_element or not job.digest:
        return None
    known = _takes_of(records, wish)
    same = [take for take in known if take.digest == job.digest and is_there(take.path)]
    return same[-1].number if same else None


def _takes_of(records: Records, wish: Wish) -> list[Take]:
    return records.takes(wish.kind, wish.film, wish.key).get(wish.key, [])
