"""Two versions of some words, taken apart into what both have and what only one of them has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from topa_studio.model.difference import Kept, Piece
from topa_studio.model.scripts_without_spaces import is_mark, is_spaceless

_TOKEN = re.compile(r"\s+|\w+(?:[-'’]\w+)*|[^\w\s]")
_MENTION = re.compile(r"@([a-z][a-z0-9_]*)")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a space or a sign; a mention is one, whatever its name is made of."""

    text: str
    mention: str = ""

    @property
    def alike(self) -> str:
        """What is compared: an element is the same word as a mention and in plain letters."""
        return self.mention or self.text


def tokens(text: str, names: Mapping[str, str]) -> tuple[Token, ...]:
    """The words of a prompt; `names` are those of its elements by their names on the wire."""
    found: list[Token] = []
    at = 0
    for match in _MENTION.finditer(text):
        name = names.get(match[1])
        if name is not None:
            found += map(Token, _plain(text[at : match.start()]))
            found.append(Token(f"@{name}", name))
            at = match.end()
    return (*found, *map(Token, _plain(text[at:])))


def compared(
    before: Sequence[Token], after: Sequence[Token]
) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both texts in pieces; put together again they are what they were."""
    old_words, new_words = ([token.alike for token in side] for side in (before, after))
    # A space is nowhere the reason to find two places alike.
    codes = SequenceMatcher(str.isspace, old_words, new_words, autojunk=False).get_opcodes()
    old: list[tuple[Token, Kept]] = []
    new: list[tuple[Token, Kept]] = []
    for place, (code, a, b, c, d) in enumerate(codes):
        # A space alone between two changes would tear apart what was written anew as a whole.
        inside = 0 < place < len(codes) - 1
        same = code == "equal" and not (inside and all(t.text.isspace() for t in before[a:b]))
        old += ((token, Kept.SAME if same else Kept.GONE) for token in before[a:b])
        new += ((token, Kept.SAME if same else Kept.NEW) for token in after[c:d])
    return _joined(old), _joined(new)


def _joined(found: Iterable[tuple[Token, Kept]]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for token, kept in found:
        last = pieces[-1] if pieces else None
        if last is not None and last.kept is kept and not (last.mention or token.mention):
            pieces[-1] = Piece(last.text + token.text, kept)
        else:
            pieces.append(Piece(token.text, kept, token.mention))
    return tuple(pieces)


def _plain(text: str) -> list[str]:
    found: list[str] = []
    for match in _TOKEN.finditer(text):
        word = match[0]
        found += _signs(word) if any(map(is_spaceless, word)) else [word]
    return found


def _signs(word: str) -> list[str]:
    """Where words follow each other without a space each sign is compared, with its accents."""
    found: list[str] = []
    for sign in word:
        if found and is_mark(sign):
            found[-1] += sign
        else:
            found.append(sign)
    return found
