"""Replacing parts of a text, and the splices that take it back; offsets are of the text before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Splice:
    """Characters `start` to `end` become `text`."""

    start: int
    end: int
    text: str


Splices = tuple[Splice, ...]


def apply(text: str, splices: Sequence[Splice]) -> tuple[str, Splices]:
    """The new text and the splices that give the old one back.

    Raises:
        ValueError: two splices overlap.
    """
    parts: list[str] = []
    inverse: list[Splice] = []
    at = shift = 0
    for splice in sorted(splices, key=lambda s: s.start):
        if splice.start < at:
            raise ValueError("splices overlap")
        parts += [text[at : splice.start], splice.text]
        start = splice.start + shift
        inverse.append(Splice(start, start + len(splice.text), text[splice.start : splice.end]))
        shift += len(splice.text) - (splice.end - splice.start)
        at = splice.end
    parts.append(text[at:])
    return "".join(parts), tuple(inverse)


def between(before: str, after: str) -> Splice:
    """The one smallest splice that makes `after` of `before`."""
    limit = min(len(before), len(after))
    start = _common(before, after, limit)
    end = _common(before[start:][::-1], after[start:][::-1], limit - start)
    return Splice(start, len(before) - end, after[start : len(after) - end])


def _common(a: str, b: str, limit: int) -> int:
    """Length of the common beginning, found by halving so that long texts stay quick."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        if a[:middle] == b[:middle]:
            low = middle
        else:
            high = middle - 1
    return low
