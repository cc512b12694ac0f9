"""Bytes, times and lengths of exports in the user's words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale

from topa_studio.app.exporting.export import Export
from topa_studio.film.export.choices import What
from topa_studio.film.interchange.losses import TITLES
from topa_studio.film.paper.choices import Paper
from topa_studio.film.paper.plan import A_SHEET, PaperPlan
from topa_studio.ui.words import duration, sentence, trouble_words

translate = QCoreApplication.translate
_SHORT, _FEW = 90, 300_000


def what_word(what: str) -> str:
    """What an export is."""
    words: dict[str, str] = {
        Paper.PDF: translate("FilmOut", "PDF"),
        Paper.SHOT_LIST: translate("FilmOut", "Shot list"),
        Paper.CONTACT: translate("FilmOut", "Contact sheet"),
        Paper.REVIEW: translate("FilmOut", "Review page"),
        What.ANIMATIC: translate("FilmOut", "Animatic"),
        What.FILM: translate("FilmOut", "Film"),
    }
    return words.get(what) or TITLES[what]


def pages_of(plan: PaperPlan) -> int:
    """How many pages or sheets its shots take; words that go on may need more."""
    each = plan.choices.each if plan.choices.what is Paper.PDF else A_SHEET
    return -(-len(plan.shots) // each)


def bytes_word(size: float) -> str:
    """A file's size: "148 MB", "1.2 GB"."""
    if size >= 1e9:
        number = QLocale().toString(size / 1e9, "f", 1)
        return translate("FilmOut", "{number} GB").format(number=number)
    if size < _FEW:
        return translate("FilmOut", "{number} KB").format(number=max(1, round(size / 1e3)))
    return translate("FilmOut", "{number} MB").format(number=max(1, round(size / 1e6)))


def time_word(seconds: float) -> str:
    """How long something takes: "40 s", "3 min"."""
    if seconds < _SHORT:
        return translate("FilmOut", "{number} s").format(number=max(1, round(seconds)))
    return translate("FilmOut", "{number} min").format(number=round(seconds / 60))


def folder_word(folder: Path) -> str:
    """A folder's last names, from the user's own folder on."""
    try:
        parts = folder.relative_to(Path.home()).parts
    except ValueError:
        parts = folder.parts[1:]
    shown = " / ".join(parts[-3:])
    return f"… / {shown}" if len(parts) > 3 else shown or str(folder)


def running_word(one: Export) -> str:
    """How far a running export is."""
    words = translate("FilmOut", "{share} %").format(share=share_of(one))
    if one.what == Paper.PDF and isinstance(one.plan, PaperPlan):
        pages = pages_of(one.plan)
        page = min(pages, one.done // one.plan.choices.each + 1)
        words = translate("FilmOut", "page {page} of {pages}").format(page=page, pages=pages)
    if one.left is None:
        return words
    left = translate("FilmOut", "{time} left").format(time=time_word(one.left))
    return f"{words} · {left}"


def share_of(one: Export) -> int:
    """How much of it is written, in percent."""
    return int(100 * one.done / max(1, one.plan.frames))


def done_word(one: Export) -> str:
    """What was written: its length and size, and how much of it could not be read."""
    plan = one.plan
    if isinstance(plan, PaperPlan) and plan.movie is None:
        how_much = translate("FilmOut", "%n shots", "", len(plan.shots))
    else:
        how_much = duration(plan.seconds)
    words = f"{how_much} · {bytes_word(one.size)}"
    if lost := len(one.unread_files):
        words += " · " + translate("FilmOut", "%n files could not be read", "", lost)
    return words


def failed_word(one: Export) -> str:
    """Why it was not written."""
    return trouble_words(one.trouble) if one.trouble is not None else sentence("export.broke-off")
