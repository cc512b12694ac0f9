"""`@Name` in a prompt: where mentions stand, and what they become on the wire."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

# An @ after a word character is an e-mail address, not a mention.
_MENTION = re.compile(r"(?<![\w@])@([^\W\d_][\w-]*)", re.UNICODE)
_SLUG_LIMIT = 20


@dataclass(frozen=True, slots=True)
class Mention:
    """One `@Name`; `start` and `end` are character offsets that include the @."""

    name: str
    start: int
    end: int


def mentions(text: str) -> tuple[Mention, ...]:
    """All mentions in reading order."""
    return tuple(Mention(m.group(1), m.start(), m.end()) for m in _MENTION.finditer(text))


def mentioned_names(text: str) -> tuple[str, ...]:
    """Names mentioned, each once, in order of first mention."""
    return tuple(dict.fromkeys(mention.name for mention in mentions(text)))


def replace_mentions(text: str, replacement: Callable[[str], str]) -> str:
    """`text` with each mention replaced by `replacement(name)`."""
    return _MENTION.sub(lambda match: replacement(match.group(1)), text)


def effective_length(text: str, mention_length: int) -> int:
    """How many characters the service counts: each mention has a fixed price there (rule K05)."""
    counted = len(replace_mentions(text, lambda _name: "x" * mention_length))
    return max(len(text), counted)


_TRANSLITERATION = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh",
        "з": "z", "и": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o",
        "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "h", "ц": "ts",
        "ч": "ch", "ш": "sh", "щ": "sch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu",
        "я": "ya",
    }
)  # fmt: skip


def wire_name(name: str) -> str:
    """An element's name as KIE takes it: `^[a-z][a-z0-9_]{0,19}$` (rule K16)."""
    latin = name.lower().translate(_TRANSLITERATION)
    slug = re.sub(r"[^a-z0-9]+", "_", latin).strip("_")
    if not slug or not slug[0].isalpha():
        slug = f"e_{slug}".rstrip("_")
    return slug[:_SLUG_LIMIT]
