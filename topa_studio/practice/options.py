"""What the practice service is told when it starts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

LOOPBACK = ("127.0.0.1", "::1", "localhost")


class PracticeError(Exception):
    """The practice service cannot start; the text is for the person who started it."""


@dataclass(frozen=True, slots=True)
class Options:
    """Everything that may be set.

    Attributes:
        host: a loopback address; others are refused, since any key is accepted.
        port: 0 takes a free one.
        ledger: the file of what was charged; None keeps nothing.
        speed: working times are divided by it.
        credits: the account's credits before the first line of the ledger.
        faults: a YAML or JSON file of rules (`practice.faults`).
        key: the one key that is accepted; None takes any.
        parent_pipe: end when standard input closes, so that it never outlives its parent.
        url_seconds: how long the address of a result or an uploaded file works.
    """

    host: str = "127.0.0.1"
    port: int = 0
    ledger: Path | None = None
    speed: float = 1.0
    credits: float = 10_000.0
    faults: Path | None = None
    key: str | None = None
    parent_pipe: bool = False
    url_seconds: float = 86_400.0

    def check(self) -> None:
        """Raises PracticeError where the service would not be safe or could not work."""
        if self.host not in LOOPBACK:
            raise PracticeError(
                f"{self.host} is not this computer: the practice service listens on 127.0.0.1 only."
            )
        if not self.speed > 0:
            raise PracticeError("The speed must be a number above 0.")
