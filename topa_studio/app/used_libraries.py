"""The libraries that the program stands on here, each with its version and licence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution

_PROGRAM = "topa-studio"
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Library:
    """One library; `licence` is "" where it names none in a word."""

    name: str
    version: str
    licence: str


def used_libraries() -> tuple[Library, ...]:
    """Those that are installed here, those of the libraries too, by name."""
    found: dict[str, Library] = {}
    asked, waiting = set[str](), [_PROGRAM]
    while waiting:
        name = waiting.pop()
        if name in asked:
            continue
        asked.add(name)
        try:
            known = distribution(name)
        except PackageNotFoundError:
            continue
        if name != _PROGRAM:
            found[name] = Library(known.metadata["Name"], known.version, _licence(known))
        waiting += [_spelt(one) for one in known.requires or () if "extra ==" not in one]
    return tuple(found[name] for name in sorted(found))


def _spelt(requirement: str) -> str:
    match = _NAME.match(requirement)
    return re.sub(r"[-_.]+", "-", match.group()).lower() if match else ""


def _licence(known: Distribution) -> str:
    about = known.metadata
    for field in ("License-Expression", "License"):
        words = about[field].strip() if field in about else ""
        if words and "\n" not in words and len(words) <= _LONGEST:
            return words
    kinds = (kind for kind in about.get_all("Classifier") or () if kind.startswith("License ::"))
    return ", ".join(kind.rpartition(" :: ")[2] for kind in kinds)
