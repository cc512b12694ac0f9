"""Where a connection is broken off, as a value that a plan can hold."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cut:
    """One cut.

    Attributes:
        way: "request" or "reply".
        at: how many of its bytes get through.
        how: "close", "reset", "half" (one direction only), "silence" (nothing more comes).
    """

    way: str
    at: int
    how: str
