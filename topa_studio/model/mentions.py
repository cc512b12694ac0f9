"""`@Name` in a prompt: where mentions stand, and which element each is of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from topa_studio.base.spelling import composed
from topa_studio.model.scripts_without_spaces import is_mark, is_spaceless, may_end

# Input methods for Chinese and Japanese write the wide sign.
_SIGN = re.compile("[@＠]")
_LETTER = re.compile(r"[^\W\d_]")
_RUN = re.compile(r"[\w-]*")
# A sign that is written in one piece takes up to this many apart.
_MOST_APART = 4


@dataclass(frozen=True, slots=True)
class Mention:
    """One `@Name`; `start` and `end` are character offsets that include the @.

    `name` is spelt as the element's own name is, also where its accents are written apart here.
    """

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Known:
    """Names as elements spell them, by what each is when composed (NFC)."""

    names: Mapping[str, str]
    longest: int


def mentions(text: str, known: Iterable[str] = ()) -> tuple[Mention, ...]:
    """All mentions in reading order.

    A name ends where its word does; in scripts without spaces it is the longest of the `known`
    names that the word begins with.
    """
    return _found(text, tuple(known))


@lru_cache(maxsize=256)
def _found(text: str, known: tuple[str, ...]) -> tuple[Mention, ...]:
    # One shot's words are asked about several times in a row, by each rule that looks at them.
    return tuple(_mentions(text, _known(known)))


def begun_name(text: str) -> str | None:
    """What is typed of a name at the end of `text`, from its last @ on; None: no name is."""
    at = max(text.rfind("@"), text.rfind("＠"))
    if at < 0 or not _may_stand_behind(text[at - 1 : at] if at else ""):
        return None
    begun = text[at + 1 :]
    return begun if _word_end(begun, 0) == len(begun) else None


def mentioned_names(text: str, known: Iterable[str] = ()) -> tuple[str, ...]:
    """Names mentioned, each once, in order of first mention."""
    return tuple(dict.fromkeys(mention.name for mention in mentions(text, known)))


def is_mentionable(name: str) -> bool:
    """Whether `@name` mentions the whole of the name."""
    return mentioned_names(f"@{name}") == (name,)


def replace_mentions(
    text: str, replacement: Callable[[str], str], known: Iterable[str] = ()
) -> str:
    """`text` with each mention replaced by `replacement(name)`."""
    pieces, at = [], 0
    for mention in mentions(text, known):
        pieces += [text[at : mention.start], replacement(mention.name)]
        at = mention.end
    return "".join((*pieces, text[at:]))


def effective_length(text: str, mention_length: int, known: Iterable[str] = ()) -> int:
    """How many characters count where each mention counts as so many; never fewer than it has."""
    counted = len(replace_mentions(text, lambda _name: "x" * mention_length, known))
    return max(len(text), counted)


@lru_cache(maxsize=64)
def _known(names: tuple[str, ...]) -> _Known:
    table: dict[str, str] = {}
    for name in names:
        table.setdefault(composed(name), name)
    return _Known(table, max(map(len, table), default=0))


def _mentions(text: str, known: _Known) -> Iterator[Mention]:
    end = 0
    for sign in _SIGN.finditer(text):
        start = sign.start()
        if start < end or not _LETTER.match(text, start + 1):
            continue
        word = text[start + 1 : _word_end(text, start + 1)]
        name, length, is_known = _name(word, known)
        before = text[start - 1 : start]
        # An @ after a word character is an e-mail address, not a mention: unless the script has
        # no spaces. There, and after the wide sign, only a name that somebody has is one.
        is_plain = sign.group() == "@" and not joins(before)
        if is_plain or (is_known and _may_stand_behind(before)):
            end = start + 1 + length
            yield Mention(name, start, end)


def joins(sign: str) -> bool:
    """Whether a sign ("": none) beside a mention would make one word with it."""
    return sign != "" and (sign.isalnum() or sign in "_@")


def _may_stand_behind(before: str) -> bool:
    return not joins(before) or is_spaceless(before)


def _word_end(text: str, start: int) -> int:
    """Where letters, digits, _ and - end; vowel signs and accents belong to their letters."""
    end = start
    while end < len(text):
        found = _RUN.match(text, end)
        end = found.end() if found else end
        if end == len(text) or not is_mark(text[end]):
            break
        end += 1
    return end


def _name(word: str, known: _Known) -> tuple[str, int, bool]:
    """The name that a word mentions, how much of the word it is, and whether it is known."""
    whole = known.names.get(composed(word))
    if whole is not None:
        return whole, len(word), True
    if not word.isascii():
        for length in range(min(len(word) - 1, known.longest * _MOST_APART), 0, -1):
            found = known.names.get(composed(word[:length])) if may_end(word, length) else None
            if found is not None:
                return found, length, True
    return word, len(word), False
