"""Writes a piece of paper into its files."""

from __future__ import annotations

from collections.abc import Callable

from topa_studio.film.export.landing import fill_part
from topa_studio.film.export.trouble import as_trouble
from topa_studio.film.export.unread import Unread
from topa_studio.film.paper.choices import Paper
from topa_studio.film.paper.request import PaperRequest

Told = Callable[[int], None]
"""Is told how many of the plan's `frames` are behind it."""


def write(request: PaperRequest, told: Told) -> Unread:
    """Write what was asked for; needs a QGuiApplication.

    What could not be read is given back: a slate stands for it.

    Raises:
        MediaError: it cannot be written.
    """
    with as_trouble(request.target):
        match request.plan.choices.what:
            case Paper.PDF:
                from topa_studio.film.paper.pdf import write_pdf

                return write_pdf(request, told)
            case Paper.CONTACT:
                from topa_studio.film.paper.contact import write_sheets

                return write_sheets(request, told)
            case Paper.REVIEW:
                from topa_studio.film.paper.review import write_review

                return write_review(request, told)
        return _write_table(request, told)


def _write_table(request: PaperRequest, told: Told) -> Unread:
    if request.kind == ".csv":
        from topa_studio.film.paper.table import as_csv

        plan = request.plan
        fill_part(request.target, as_csv(plan.shots, plan.choices.columns, request.say))
        told(len(plan.shots))
        return Unread()
    from topa_studio.film.paper.workbook import write_workbook

    return write_workbook(request.target, request, told)
