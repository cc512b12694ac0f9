"""`budget`: how many credits may be spent a day, over all films of this user."""

from __future__ import annotations

import click

from topa_studio.app.making.day_budget import day_budget_file, read_day_budget, write_day_budget
from topa_studio.cli.ending import MADE
from topa_studio.cli.printing import tell


def budget(day: str | None) -> int:
    """Set the day's budget, or tell it."""
    if day is not None:
        write_day_budget(_credits(day))
    known = read_day_budget()
    limit = "no budget for the day" if known is None else f"{known:g} credits a day"
    tell(f"{limit} ({day_budget_file()})")
    return MADE


def _credits(text: str) -> float | None:
    if text.strip().lower() == "none":
        return None
    try:
        credits = float(text)
    except ValueError:
        credits = -1.0
    if not 0 <= credits < float("inf"):
        raise click.BadParameter(f"{text} is no number of credits; write one, or none", None, None)
    return credits
