"""What a misspelt word was probably meant to be; it never guesses between far-apart words."""

from __future__ import annotations

from collections.abc import Iterable

from topa_studio.model.scripts_without_spaces import may_end

_EXACT_ONLY = 3
_ONE_SLIP = 5
_TWO_SLIPS = 2


def near_key(key: str, known: Iterable[str]) -> str | None:
    """The known key that `key` misspells, or None; short keys forgive less."""
    folded = _folded(key)
    for candidate in known:
        if folded == _folded(candidate):
            return candidate
    for candidate in known:
        if len(candidate) <= _EXACT_ONLY or candidate[0] != folded[:1]:
            continue
        allowed = 1 if len(candidate) <= _ONE_SLIP else _TWO_SLIPS
        if slips(folded, candidate) <= allowed:
            return candidate
    return None


def near_word(word: str, known: Iterable[str]) -> str | None:
    """The most similar of `known` (names, models), or None."""
    table = {candidate.casefold(): candidate for candidate in known}
    if word.casefold() in table:
        return table[word.casefold()]
    import difflib

    found = difflib.get_close_matches(word.casefold(), table, n=1, cutoff=0.6)
    return table[found[0]] if found else None


def near_name(word: str, known: Iterable[str]) -> str | None:
    """The name that a mention of nobody was probably meant to be, or None.

    In scripts without spaces the word goes on with what the sentence says next.
    """
    names = list(known)
    whole = near_word(word, names)
    if whole is not None:
        return whole
    return next((n for n in names if near_word(word[: meant_part(word, n)], [n])), None)


def meant_part(word: str, name: str) -> int:
    """How many first letters of a mention of nobody stand where `name` should."""
    ends = [n for n in range(1, min(len(word), len(name) + _TWO_SLIPS) + 1) if may_end(word, n)]
    if not ends:
        return len(word)
    return min(ends, key=lambda n: (slips(word[:n], name), abs(n - len(name))))


def _folded(key: str) -> str:
    return key.strip().lower().replace("-", "_").replace(" ", "_")


def slips(a: str, b: str) -> int:
    """Letters to add, drop, change or swap with their neighbour until `a` is `b`."""
    if abs(len(a) - len(b)) > _TWO_SLIPS:
        return _TWO_SLIPS + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, left in enumerate(a, 1):
        older, before, row = before, row, [i]
        for j, right in enumerate(b, 1):
            best = min(before[j] + 1, row[-1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == b[j - 2] and a[i - 2] == right:
                best = min(best, older[j - 2] + 1)
            row.append(best)
    return row[-1]
