"""Finding names by a few letters of them: where they hit, and which name is meant before others."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from topa_studio.ui.film.search import Span, folded

_MOST_SCATTERED = 400
_STRETCH = 2


class Tier(IntEnum):
    """How a word hits a name: at its start, at the start of a word in it, inside, by letters."""

    START = 0
    WORD = 1
    INSIDE = 2
    SCATTERED = 3


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """How well all words hit a name, the best first in order; `spans` are in the name."""

    tier: Tier
    runs: int
    first: int
    spans: tuple[Span, ...] = ()


def words_of(typed: str) -> tuple[str, ...]:
    """The words that are typed, as they are compared."""
    return tuple(folded(typed).split())


def padded(name: str) -> str:
    """A name as it is looked through: folded, with a space before each of its words."""
    return f" {folded(name)}"


def match(words: Sequence[str], text: str) -> Match | None:
    """How a padded name is hit by every word; None: it is not."""
    tier, runs, first, spans = Tier.START, 0, len(text), []
    for word in words:
        found = _one(word, text)
        if found is None:
            return None
        tier, runs, first = max(tier, found[0]), runs + len(found[1]), min(first, found[1][0][0])
        spans += [(start - 1, end - 1) for start, end in found[1]]
    return Match(tier, runs, first, _joined(sorted(spans)))


def best(words: Sequence[str], texts: Sequence[str], most: int) -> list[tuple[int, Match]]:
    """The places of the names that are hit best, in order; at most so many."""
    tiers: tuple[list[int], ...] = ([], [], [])
    rest: list[int] = []
    for place, text in enumerate(texts):
        worst = 0
        for word in words:
            if word not in text:
                worst = 3
                break
            if worst < 2 and f" {word}" not in text:
                worst = 2
            elif worst == 0 and not text.startswith(word, 1):
                worst = 1
        if worst < 3:
            tiers[worst].append(place)
        else:
            rest.append(place)
    places = [place for tier in tiers for place in tier[:most]]
    if len(places) < most:
        places += _scattered(words, texts, rest)
    found = ((match(words, texts[place]), place) for place in places)
    ranked = sorted((hit, place) for hit, place in found if hit is not None)
    return [(place, hit) for hit, place in ranked[:most]]


def _scattered(words: Sequence[str], texts: Sequence[str], places: Sequence[int]) -> list[int]:
    """Names in which the letters of every word stand in their order."""
    tests: list[Callable[[str], object]] = [
        re.compile("[^\n]*?".join(map(re.escape, word))).search for word in words
    ]
    found = []
    for place in places:
        text = texts[place]
        if all(test(text) for test in tests):
            found.append(place)
            if len(found) == _MOST_SCATTERED:
                break
    return found


def _one(word: str, text: str) -> tuple[Tier, list[Span]] | None:
    if text.startswith(word, 1):
        return Tier.START, [(1, 1 + len(word))]
    at = text.find(f" {word}")
    if at >= 0:
        return Tier.WORD, [(at + 1, at + 1 + len(word))]
    at = text.find(word)
    if at >= 0:
        return Tier.INSIDE, [(at, at + len(word))]
    tries = (_letters(word, text, at) for at, sign in enumerate(text) if sign == word[0])
    good = [spans for spans in tries if spans and _is_meant(word, text, spans)]
    return (Tier.SCATTERED, min(good, key=len)) if good else None


def _letters(word: str, text: str, start: int) -> list[Span]:
    """The letters of a word one after another from `start` on, at starts of words where it goes."""
    spans = [(start, start + 1)]
    for place in range(1, len(word)):
        end, rest = spans[-1][1], word[place:]
        if text.startswith(word[place], end):
            spans[-1] = spans[-1][0], end + 1
            continue
        at = text.find(f" {word[place]}", end) + 1
        if at == 0 or not _follows(rest, text, at):
            at = text.find(word[place], end)
        if at < 0:
            return []
        spans.append((at, at + 1))
    return spans


def _follows(letters: str, text: str, at: int) -> bool:
    for letter in letters:
        at = text.find(letter, at) + 1
        if at == 0:
            return False
    return True


def _is_meant(word: str, text: str, spans: Sequence[Span]) -> bool:
    """Whether letters lie so that somebody who types them may mean the name."""
    starts = [text[start - 1] == " " for start, _ in spans]
    near = spans[-1][1] - spans[0][0] <= _STRETCH * len(word)
    return all(starts) or (starts[0] and near) or 2 * len(spans) <= len(word)


def _joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)
