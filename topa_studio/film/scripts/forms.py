"""What a script is written in: its text decides, the ending of its name where that is open."""

from __future__ import annotations

import re
from pathlib import PurePath

from topa_studio.film.scripts.fountain import is_title_key
from topa_studio.film.scripts.headings import numbered_heading
from topa_studio.film.scripts.markdown import heading_in, looks_like_markdown, opens_settings

FORMS = ("fountain", "markdown", "plain")
"""What a text can be read as; a file of Final Draft is nothing else."""
_ENDINGS = {"fountain": ".fountain", "markdown": ".md", "fdx": ".fdx", "plain": ".txt"}
_OF_ENDINGS = {
    ".fountain": "fountain",
    ".spmd": "fountain",
    ".fdx": "fdx",
    ".md": "markdown",
    ".markdown": "markdown",
}
_FORCED = ".plain.txt"
_ROWS, _HEAD = 400, 4096
_SURE, _NAMED, _LIKELY = 2.0, 1.5, 1.0
_ASIDE = re.compile(r"\[\[.+?\]\]|/\*.+?\*/", re.DOTALL)
# What only Fountain writes so: a forced heading, words in the middle, a synopsis.
_MARKED = re.compile(r"\.[^\W_].*|>.*<|=\s*[^=\s].*")
_NAME = re.compile(r"@[^\s@]+(?:\s*\([^()]*\))?\s*\^?")
_OF_MARKDOWN = re.compile(r"<!--|\*\*[^*:]{1,60}?(?::\*\*|\*\*\s*:)\s*\S")


def form_of(name: str, text: str) -> str:
    """What the script in a file of this name is written in."""
    ending = _OF_ENDINGS.get(PurePath(name).suffix.lower(), "")
    if ending == "fdx" or _is_fdx(text):
        return "fdx"
    rows = [row.strip() for row in text.split("\n", _ROWS)[:_ROWS]]
    likely = {"fountain": _fountain(rows, text), "markdown": _markdown(rows)}
    if ending:
        likely[ending] += _NAMED
    best = max(likely, key=lambda form: likely[form])
    return best if likely[best] else "plain"


def form_by_name(name: str, text: str) -> str:
    """What a script is written in that lies under a name that `name_for` gave."""
    if name.lower().endswith(_FORCED):
        return "plain"
    form = _OF_ENDINGS.get(PurePath(name).suffix.lower())
    if form is not None:
        return form
    if _is_fdx(text):
        return "fdx"
    return "markdown" if looks_like_markdown(text) else "plain"


def name_for(name: str, form: str, text: str) -> str:
    """A name, as near to this one as can be, under which the text is read in this form again."""
    if form_by_name(name, text) == form:
        return name
    stem = PurePath(name).stem or name
    wanted = f"{stem}{_ENDINGS[form]}"
    return wanted if form_by_name(wanted, text) == form else f"{stem}{_FORCED}"


def _is_fdx(text: str) -> bool:
    head = text[:_HEAD].lstrip("\ufeff \t\r\n")
    return head.startswith("<") and "<FinalDraft" in head


def _fountain(rows: list[str], text: str) -> float:
    """How much speaks for Fountain."""
    said = next((at for at, row in enumerate(rows) if row), None)
    sure = said is not None and is_title_key(rows[said])
    marked = _ASIDE.search(text) is not None or any(
        _MARKED.fullmatch(row) or _is_forced_name(rows, at) for at, row in enumerate(rows)
    )
    # Sections beside headings that have no mark of Markdown.
    beside = any(heading_in(row) for row in rows) and any(map(numbered_heading, rows))
    return _SURE * sure + _LIKELY * (marked or beside)


def _is_forced_name(rows: list[str], at: int) -> bool:
    alone = at == 0 or not rows[at - 1]
    speaks = at + 1 < len(rows) and bool(rows[at + 1])
    return alone and speaks and _NAME.fullmatch(rows[at]) is not None


def _markdown(rows: list[str]) -> float:
    """How much speaks for Markdown."""
    headings = [words for row in rows if (words := heading_in(row))]
    sure = opens_settings(rows) or any(map(numbered_heading, headings))
    likely = bool(headings) or any(map(_OF_MARKDOWN.match, rows))
    return _SURE * sure + _LIKELY * likely
