"""What a change makes out of date, before it is kept: which shots, and what refreshing them costs.

Accepted shots are left as they are, and shots without a clip are not counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from topa_studio.model.change import Change
from topa_studio.model.status import Quote

_NOTHING = Quote((), 0, 0, 0.0)


@dataclass(frozen=True, slots=True)
class Impact:
    """Shots that are out of date with a change, and were not without it.

    Attributes:
        keys: in the film's order.
        causes: what of their requests the change makes another.
        quote: what a press that refreshes all would make and cost; what is `left`, of which
            `scope`.
        prices: credits of each shot alone; None: not known.
    """

    keys: tuple[str, ...] = ()
    causes: tuple[Change, ...] = ()
    quote: Quote = _NOTHING
    prices: Mapping[str, float | None] = field(default_factory=dict)

    def cost(self, keys: Iterable[str]) -> float | None:
        """Credits to refresh these of them; None where one price is not known."""
        found = frozenset(keys)
        if found == frozenset(self.keys):
            return self.quote.credits
        known = [price for key in found if (price := self.prices.get(key)) is not None]
        return sum(known) if len(known) == len(found) else None
