"""Ids and names that become file names: what is safe, and the permanent key of a shot."""

from __future__ import annotations

import re
from collections.abc import Collection

_BAD = re.compile(r"[/\\\x00-\x1f\x7f-\x9f\u200b\u200c\u200e\u200f\u2028-\u202e\u2060\ufeff]")
MAX_BYTES = 100


def is_safe(name: str) -> bool:
    """Whether a name may become part of a file name, on every system."""
    if not name.strip() or ".." in name or _BAD.search(name) or name == ".":
        return False
    return len(name.encode("utf-8", "surrogatepass")) <= MAX_BYTES


def natural_key(scene_id: str, shot_id: str) -> str:
    """The permanent key of a shot that has no `key` line."""
    return f"{scene_id}__{shot_id}"


def free_key(wanted: str, taken: Collection[str]) -> str:
    """`wanted`, or it with a mark that no other has."""
    key, number = wanted, 2
    while key in taken:
        key, number = f"{wanted}~{number}", number + 1
    return key


def free_id(wanted: str, taken: Collection[str]) -> str:
    """`wanted`, or the next id that no other shot of the scene has: numbers count on."""
    if wanted not in taken:
        return wanted
    stem, digits = re.fullmatch(r"(.*?)(\d*)", wanted, re.DOTALL).groups()  # type: ignore[union-attr]
    if not digits:
        stem, digits = f"{wanted}_", "1"
    number = int(digits) + 1
    while f"{stem}{number:0{len(digits)}d}" in taken:
        number += 1
    return f"{stem}{number:0{len(digits)}d}"
