"""Tells by its name that a file is the copy a cloud folder made of another one; never guesses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePath

# Dropbox, Nextcloud and Box say it in words, in brackets; Syncthing by a mark before the ending.
_WORDS = re.compile(
    r"[ _]\([^()]*(?:conflicted copy|conflicted version|case conflict|sync conflict"
    r"|конфликтующая копия|конфликт)[^()]*\)",
    re.IGNORECASE,
)
_SYNCTHING = re.compile(r"\.sync-conflict-\d{8}-\d{6}(?:-[0-9A-Z]{7})?")
_OLD_CLOUD = re.compile(r"_conflict-\d{8}-\d{6}")
# OneDrive adds the computer's name, Google Drive a number: only where the other one is there.
_COMPUTER = re.compile(r"-(?:DESKTOP|LAPTOP|WIN|PC)-[0-9A-Z]{2,12}(?:-\d+)?$|-\w+-(?:PC|Mac)$")
_NUMBER = re.compile(r" \(\d{1,2}\)$")


def conflicted(
    names: Iterable[str], is_own: Callable[[str], bool] = lambda _name: True
) -> Mapping[str, str]:
    """Copies among the names of one folder: each with the name it is a copy of.

    "status (1).json" beside "status.json" is such a copy too, where `is_own` says that the
    program itself wrote the one of that name: other files may be called so by the user.
    """
    known = list(names)
    there = set(known)
    found = {}
    for name in known:
        original = _said(name) or _beside(name, there, is_own)
        if original is not None:
            found[name] = original
    return found


def _said(name: str) -> str | None:
    if "(" not in name and "conflict" not in name:
        return None
    for mark in (_WORDS, _SYNCTHING, _OLD_CLOUD):
        if mark.search(name):
            return mark.sub("", name)
    return None


def _beside(name: str, there: set[str], is_own: Callable[[str], bool]) -> str | None:
    if "-" not in name and " (" not in name:
        return None
    path = PurePath(name)
    for mark in (_COMPUTER, _NUMBER):
        original = f"{mark.sub('', path.stem)}{path.suffix}"
        if original != name and original in there and (mark is _COMPUTER or is_own(original)):
            return original
    return None
