"""Replacing parts of a text, and the splices that take it back; offsets are of the text before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
    start = _common(limit, lambda a, b: before[a:b] == after[a:b])
    old, new = len(before), len(after)
    end = _common(limit - start, lambda a, b: before[old - b : old - a] == after[new - b : new - a])
    return Splice(start, old - end, after[start : new - end])


def _common(limit: int, is_same: Callable[[int, int], bool]) -> int:
    """How far two long texts are the same, looked at in pieces that become smaller."""
    at, step = 0, 1 << 16
    while step:
        while at + step <= limit and is_same(at, at + step):
            at += step
        step //= 2
    return at
