"""Comments that one side of a merge wrote where the other side changed the lines around them."""

from __future__ import annotations

import re
from collections.abc import Sequence

_KEY = re.compile(r"\s*(?:- )*([\w-]+):(?:\s|$)")
_BEHIND = re.compile(r"(?P<words>.*\S)(?P<comment>[ \t]+#.*)\n?")


def with_comments(base: Sequence[str], kept: Sequence[str], other: Sequence[str]) -> list[str]:
    """The lines of `kept` with the comments that `other` added to `base`.

    A comment on lines of its own goes above the line that it stood above, by that line's key, else
    to the end; one behind a value goes behind the same key's value, unless a comment is there.
    """
    found = list(kept)
    known = {line.strip() for line in (*base, *kept)}
    waiting: list[str] = []
    for line in other:
        if line.lstrip().startswith("#"):
            if line.strip() not in known:
                waiting.append(line)
            continue
        place = _place(found, _key(line))
        if waiting and place is not None:
            found[place:place] = waiting
            place, waiting = place + len(waiting), []
        if place is not None:
            found[place] = _commented(found[place], line, base)
    return [*found, *waiting]


def _commented(line: str, other: str, base: Sequence[str]) -> str:
    """A line with the comment that stands behind the other's value, if that is new."""
    comment = _behind(other)
    before = _place(base, _key(other))
    is_new = comment and (before is None or _behind(base[before]) != comment)
    if not is_new or _behind(line) or not line.endswith("\n"):
        return line
    return f"{line.rstrip()}{comment}\n"


def _behind(line: str) -> str:
    """The comment behind a value, with the blanks before it; a mark inside quotes is none."""
    found = _BEHIND.fullmatch(line)
    if found is None:
        return ""
    words = found["words"]
    is_quoted = words.count('"') % 2 or words.count("'") % 2
    return "" if is_quoted or words.endswith((">", "|")) else found["comment"].rstrip()


def _key(line: str) -> str:
    found = _KEY.match(line)
    return found[1] if found else ""


def _place(lines: Sequence[str], key: str) -> int | None:
    """The only line with that key."""
    places = [place for place, line in enumerate(lines) if key and _key(line) == key]
    return places[0] if len(places) == 1 else None
