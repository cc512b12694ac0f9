"""How well a name fits what is typed of it, in any script: letters in their order are enough."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_SAME, _BEGINS, _WORD_BEGINS, _HOLDS, _SCATTERED = range(5)

Rank = tuple[int, int, int]


def ranked(names: Iterable[str], typed: str) -> list[str]:
    """The names that fit, best first; those that fit as well stay in their order."""
    found = [(rank, name) for name in names if (rank := rank_of(name, typed)) is not None]
    return [name for _rank, name in sorted(found, key=lambda each: each[0])]


def rank_of(name: str, typed: str) -> Rank | None:
    """How well `name` fits, the lowest best; None: not all that is typed is in it, in order.

    Small and large letters, accents, ё and е, kana of both kinds, and a syllable of Hangul that
    is only begun are the same.
    """
    own, wanted = plain(name), plain(typed)
    at = own.find(wanted)
    if at == 0:
        return (_SAME if own == wanted else _BEGINS, 0, 0)
    if at > 0:
        word = next((n for n in _places(own, wanted) if not own[n - 1].isalnum()), 0)
        return (_WORD_BEGINS, word, 0) if word else (_HOLDS, at, 0)
    return _scattered(own, wanted)


def _places(own: str, wanted: str) -> Iterable[int]:
    at = own.find(wanted, 1)
    while at > 0:
        yield at
        at = own.find(wanted, at + 1)


def _scattered(own: str, wanted: str) -> Rank | None:
    """The letters one after the other with others between; the shortest stretch counts."""
    best: Rank | None = None
    for start, letter in enumerate(own):
        if letter != wanted[0]:
            continue
        at = start
        for each in wanted[1:]:
            at = own.find(each, at + 1)
            if at < 0:
                return best
        rank = _SCATTERED, at - start, start
        best = rank if best is None else min(best, rank)
    return best


@lru_cache(maxsize=1024)
def plain(word: str) -> str:
    """What of a word is compared."""
    apart = unicodedata.normalize("NFKD", word.casefold())
    letters = (sign for sign in apart if not unicodedata.combining(sign))
    return "".join(letters).translate(_HIRAGANA)
