"""Bytes, times and lengths of exports in the user's words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale

from topa_studio.app.exporting.export import Export
from topa_studio.film.export.choices import What
from topa_studio.film.paper.choices import Paper
from topa_studio.ui.words import duration, sentence, trouble_words

translate = QCoreApplication.translate
_SHORT = 90


def what_word(what: What | Paper) -> str:
    """What an export is."""
    papers = {
        Paper.PDF: translate("FilmOut", "PDF"),
        Paper.SHOT_LIST: translate("FilmOut", "Shot list"),
        Paper.CONTACT: translate("FilmOut", "Contact sheet"),
        Paper.REVIEW: translate("FilmOut", "Review page"),
    }
    if isinstance(what, Paper):
        return papers[what]
    if what is What.ANIMATIC:
        return translate("FilmOut", "Animatic")
    return translate("FilmOut", "Film")


def bytes_word(size: float) -> str:
    """A file's size: "148 MB", "1.2 GB"."""
    if size >= 1e9:
        number = QLocale().toString(size / 1e9, "f", 1)
        return translate("FilmOut", "{number} GB").format(number=number)
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
    if one.left is None:
        return words
    left = translate("FilmOut", "{time} left").format(time=time_word(one.left))
    return f"{words} · {left}"


def share_of(one: Export) -> int:
    """How much of it is written, in percent."""
    return int(100 * one.done / max(1, one.plan.frames))


def done_word(one: Export) -> str:
    """What was written: its length and size, and how much of it could not be read."""
    words = f"{duration(one.plan.seconds)} · {bytes_word(one.size)}"
    if lost := len(one.unread_files):
        words += " · " + translate("FilmOut", "%n files could not be read", "", lost)
    return words


def failed_word(one: Export) -> str:
    """Why it was not written."""
    return trouble_words(one.trouble) if one.trouble is not None else sentence("export.broke-off")
