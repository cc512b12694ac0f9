"""Words changed in many places at once: found, replaced, added. No mention is ever cut in two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from topa_studio.model.mentions import Mention, mentions
from topa_studio.model.scripts_without_spaces import is_spaceless


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """Where something stands in a text; `end` is the first character behind it."""

    start: int
    end: int


def hits(text: str, find: str, known: Iterable[str] = (), *, match_case: bool = False) -> list[Hit]:
    """Where `find` stands in `text`, in reading order; a part of an `@Name` is no hit.

    `known`: the names of all elements.
    """
    if not find:
        return []
    pattern = re.compile(re.escape(find), re.NOFLAG if match_case else re.IGNORECASE)
    found = [Hit(*match.span()) for match in pattern.finditer(text)]
    if not found:
        return []
    marked = mentions(text, known)
    return [hit for hit in found if not any(cuts(hit, mention) for mention in marked)]


def replaced(
    text: str, find: str, instead: str, known: Iterable[str] = (), *, match_case: bool = False
) -> tuple[str, int]:
    """`text` with every hit replaced, and how many were.

    A hit beside a mention is left where the new words would become a part of the name.
    """
    names = tuple(known)
    return put(text, hits(text, find, names, match_case=match_case), instead, names)


def put(text: str, found: Sequence[Hit], instead: str, known: tuple[str, ...]) -> tuple[str, int]:
    """`text` with these hits replaced, in reading order, and how many were; see `replaced`."""
    if not found or _keeps_mentions(text, found, instead, known):
        return _put(text, found, instead), len(found)
    kept: list[Hit] = []
    for hit in found:
        if _keeps_mentions(text, [*kept, hit], instead, known):
            kept.append(hit)
    return _put(text, kept, instead), len(kept)


def appended(text: str, words: str) -> str:
    """`words` behind the last word of `text`; blank lines at its end stay at the end."""
    body = text.rstrip()
    tail = text[len(body) :] if "\n" in text[len(body) :] else ""
    if not body:
        return f"{words}{tail}"
    close = is_spaceless(body[-1]) and is_spaceless(words[:1] or " ")
    return f"{body}{'' if close else ' '}{words}{tail}"


def without_mentions(text: str, name: str, known: Iterable[str]) -> str:
    """`text` with each mention of an element as a plain word."""
    pieces, at = [], 0
    for mention in mentions(text, known):
        if mention.name == name:
            pieces += [text[at : mention.start], text[mention.start + 1 : mention.end]]
            at = mention.end
    return "".join((*pieces, text[at:]))


def cuts(hit: Hit, mention: Mention) -> bool:
    """Whether a hit takes a part of a mention, and not all of it."""
    apart = hit.end <= mention.start or hit.start >= mention.end
    whole = hit.start <= mention.start and mention.end <= hit.end
    return not apart and not whole


def _put(text: str, found: Sequence[Hit], instead: str) -> str:
    pieces, at = [], 0
    for hit in found:
        pieces += [text[at : hit.start], instead]
        at = hit.end
    return "".join((*pieces, text[at:]))


def _keeps_mentions(text: str, found: Sequence[Hit], instead: str, known: tuple[str, ...]) -> bool:
    """Whether every mention outside the hits is still the same mention afterwards."""
    now = {
        (each.start, each.end, each.name) for each in mentions(_put(text, found, instead), known)
    }
    moved, at = 0, 0
    for mention in mentions(text, known):
        while at < len(found) and found[at].end <= mention.start:
            moved += len(instead) - (found[at].end - found[at].start)
            at += 1
        inside = at < len(found) and found[at].start <= mention.start < found[at].end
        if not inside and (mention.start + moved, mention.end + moved, mention.name) not in now:
            return False
    return True
