"""What elements are called on the wire: names the service takes, never two alike in a request."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping

from topa_studio.base.spelling import composed
from topa_studio.model.mentions import joins, mentions

_LIMIT = 20
_MARK = 6

_TRANSLITERATION = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh",
        "з": "z", "и": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o",
        "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "h", "ц": "ts",
        "ч": "ch", "ш": "sh", "щ": "sch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu",
        "я": "ya",
    }
)  # fmt: skip


def wire_names(names: Iterable[str]) -> Mapping[str, str]:
    """The wire name of each element of a request: `^[a-z][a-z0-9_]{0,19}$` (rule K16).

    A name whose plain spelling no other has is spelt so, as it always was; the others carry a
    mark that comes from the name alone, so that neither order nor company changes it.
    """
    every = tuple(dict.fromkeys(names))
    alike = Counter(map(wire_name, every))
    found = {name: wire_name(name) for name in every if alike[wire_name(name)] == 1}
    taken = set(found.values())
    for name in sorted(every):
        if name not in found:
            found[name] = _marked(name, taken)
            taken.add(found[name])
    return found


def with_wire_names(text: str, wire: Mapping[str, str], known: Iterable[str]) -> str:
    """`text` with each mention as the service reads it: `@` and the wire name, standing apart.

    `known` are the names of the film's elements; one without a wire name is plain text.
    """
    pieces: list[str] = []
    at = 0
    for mention in mentions(text, known):
        pieces.append(text[at : mention.start])
        at = mention.end
        if mention.name not in wire:
            pieces.append(mention.name)
            continue
        ahead = " " if joins(text[mention.start - 1 : mention.start]) else ""
        behind = " " if joins(text[at : at + 1]) else ""
        pieces.append(f"{ahead}@{wire[mention.name]}{behind}")
    return "".join((*pieces, text[at:]))


def wire_name(name: str) -> str:
    """An element's plain spelling in letters that services take; others may have the same."""
    latin = name.lower().translate(_TRANSLITERATION)
    slug = re.sub(r"[^a-z0-9]+", "_", latin).strip("_")
    if not slug or not slug[0].isalpha():
        slug = f"e_{slug}".rstrip("_")
    return slug[:_LIMIT]


def _marked(name: str, taken: set[str]) -> str:
    mark = hashlib.sha256(composed(name).encode()).hexdigest()
    stem = wire_name(name)[: _LIMIT - 1 - _MARK].rstrip("_")
    for first in range(len(mark) - _MARK):
        found = f"{stem}_{mark[first : first + _MARK]}"
        if found not in taken:
            return found
    raise LookupError(name)
