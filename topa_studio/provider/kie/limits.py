"""How often KIE may be asked: one gate for all requests of an account."""

from __future__ import annotations

from topa_studio.provider.rate import Window


class RateGate:
    """KIE's limits: 20 creates in 10 s, 10 polls in 1 s, shared by all clients of a key.

    A quarter of a second more for creates: each takes its own time to arrive, and one that comes
    too early closes the gate for 10 s.
    """

    def __init__(self, creates: Window | None = None, polls: Window | None = None) -> None:
        self.creates = creates or Window(20, 10.25)
        self.polls = polls or Window(10, 1.0)
