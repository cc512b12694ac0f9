"""Words of several cells as one text, and such a text as words again, as tables exchange them."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

_QUOTE, _CELLS = '"', "\t"


def as_text(words: Sequence[str]) -> str:
    """A line a cell; words of several lines stand in quotes. One cell alone is its very words."""
    if len(words) == 1:
        return words[0]
    return "\n".join(_quoted(each) for each in words)


def as_lines(text: str) -> list[str]:
    """The words of each line; where a line has several cells, they are put together."""
    text = text.replace("\r\n", "\n").removesuffix("\n")
    if not any(line.startswith(_QUOTE) for line in text.split("\n")):
        return [line.replace(_CELLS, " ") for line in text.split("\n")]
    try:
        # An empty last line is a line only where it is ended, too.
        ended = io.StringIO(f"{text}\n", newline="")
        rows = list(csv.reader(ended, delimiter=_CELLS, strict=True))
    except csv.Error:  # a quote that begins a line and is none of a table's
        return [line.replace(_CELLS, " ") for line in text.split("\n")]
    return [" ".join(row) for row in rows]


def _quoted(words: str) -> str:
    if "\n" not in words and not words.startswith(_QUOTE) and _CELLS not in words:
        return words
    return f"{_QUOTE}{words.replace(_QUOTE, _QUOTE * 2)}{_QUOTE}"
