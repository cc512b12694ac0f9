"""One HTTP answer as it came."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reply:
    """One HTTP answer, whole; the transport has taken the key out of it."""

    status: int
    body: bytes
    retry_after: str | None = None
