"""What an element is called in a drawing: as its film calls it, as far as a request tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from topa_studio.model.wire_names import wire_name

# The studio uploads "Topa1.png" as "Topa1-0a1b2c3d4e-...png".
_UPLOADED = re.compile(r"(?P<name>.+?)\d*(?:-[0-9a-f]{10}-.*)?")
_MARK = re.compile(r"_[0-9a-f]{6}$")


def shown_name(wire: str, urls: Iterable[str], noun: str) -> str:
    """The name behind `wire`: that of its pictures' files where it is the same, else `wire` as a
    name is written; `noun` where no letter of it is left.
    """
    for url in urls:
        stem = PurePosixPath(unquote(urlsplit(url).path)).stem
        named = _UPLOADED.fullmatch(stem)
        if named is not None and wire_name(named["name"]) == wire:
            return named["name"]
    plain = _MARK.sub("", wire).replace("_", " ").strip()
    return noun if plain in ("", "e") else plain[:1].upper() + plain[1:]


def with_shown_names(prompt: str, shown: Mapping[str, str]) -> str:
    """`prompt` with each `@wire` as its element is called."""
    return re.sub(r"@([a-z][a-z0-9_]*)", lambda found: shown.get(found[1], found[0]), prompt)
