"""Words of a script: its sentences, how long they last, its names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from math import ceil

from topa_studio.film.scripts.headings import is_cyrillic
from topa_studio.model.mentions import is_mentionable

SHORTEST, LONGEST = 3, 15
"""Seconds of a shot, as most models make them."""
MOST_SIGNS = 2500
_WORDS_A_SECOND = 2.5
_SEEN = (4, 6)
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_END = re.compile(r"[.!?…]+[\"»”')\]]*\s+(?=[\"«“(—–\-¿¡@]*[^\W_a-zа-яё])")
_SHORT = re.compile(
    r"(?:^|[\s(])(?:[^\W\d_]|mr|mrs|ms|dr|st|jr|sr|vs|etc|им|ул|гг|др|пр|см|стр)$", re.IGNORECASE
)
_LONGEST_NAME = 40
_MOST_WORDS = 4


def words_in(text: str) -> int:
    """How many words a text has."""
    return len(_WORD.findall(text))


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph; put together again with spaces they are it."""
    found, at = [], 0
    for end in _END.finditer(text):
        before = text[at : end.start()]
        if text[end.start()] == "." and _SHORT.search(before[-8:]):
            continue
        found.append(text[at : end.end()].strip())
        at = end.end()
    return [*found, text[at:].strip()] if text[at:].strip() else found


def in_pieces(text: str, fits: int, *, words: bool = False) -> Iterator[str]:
    """A long text in pieces of at most `fits` signs (or words), cut between sentences if it can."""
    size = words_in if words else len
    piece = ""
    for sentence in sentences(text):
        for part in _short_enough(sentence, fits, words=words):
            if piece and size(f"{piece} {part}") > fits:
                yield piece
                piece = part
            else:
                piece = f"{piece} {part}".strip()
    if piece:
        yield piece


def _short_enough(sentence: str, fits: int, *, words: bool) -> Iterator[str]:
    if (words_in(sentence) if words else len(sentence)) <= fits:
        yield sentence
        return
    piece: list[str] = []
    size = 0
    for word in sentence.split():
        for part in (word[at : at + MOST_SIGNS] for at in range(0, len(word), MOST_SIGNS)):
            more = words_in(part) if words else len(part) + 1
            if piece and size + more > fits:
                yield " ".join(piece)
                piece, size = [], 0
            piece.append(part)
            size += more
    yield " ".join(piece)


def seen_seconds(text: str) -> int:
    """How long what happens lasts: more words, a little longer."""
    low, high = _SEEN
    return min(high, max(low, round(words_in(text) / 3)))


def spoken_seconds(words: int) -> int:
    """How long it takes to say so many words, with a breath."""
    return min(LONGEST, max(SHORTEST, ceil(words / _WORDS_A_SECOND) + 1))


MOST_SPOKEN = int((LONGEST - 1) * _WORDS_A_SECOND)
"""Words that can be said in the longest shot."""


def quoted(text: str) -> str:
    """What is said, in the quotes of its language."""
    opens, closes = ("«", "»") if is_cyrillic(text) else ("“", "”")
    return f"{opens}{text}{closes}"


def as_sentence(words: str) -> str:
    """Words in capitals as a sentence writes them; others as they are."""
    return words.capitalize() if words.isupper() else words


def as_name(words: str) -> str:
    """Words in capitals as names are written; others as they are."""
    if not words.isupper():
        return words
    return re.sub(r"[^\W\d_]+", lambda found: found[0].capitalize(), words)


@lru_cache(maxsize=4096)
def element_name(words: str) -> str:
    """What an element of this name is called so that it can be mentioned; "": it cannot be."""
    found = [word for word in re.split(r"[^\w-]+", words.replace("'", "").replace("’", "")) if word]
    parts = [word.strip("-_") for word in found]
    name = "_".join(as_name(part) for part in parts if part)
    fits = len(found) <= _MOST_WORDS and 1 < len(name) <= _LONGEST_NAME
    return name if fits and is_mentionable(name) else ""
