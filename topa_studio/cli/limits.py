"""What a command may spend: what the budgets hold is made in order, the rest is told."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field

from topa_studio.app.session import ProjectSession
from topa_studio.cli.summary import title_of
from topa_studio.model.status import Consent, Quote, Run
from topa_studio.model.wish import Wish

_BUDGETS = {"film": "the film's budget", "day": "the budget of the day", "run": "this run's budget"}


@dataclass(frozen=True, slots=True)
class Limits:
    """The options of a command that makes something.

    Attributes:
        budget: credits it may spend; None: as many as film and day allow.
        again: shots that have a clip are made anew.
        unpriced: what has no known price is sent all the same.
        shown: credits that were told before; nothing that costs more is sent.
    """

    budget: float | None = None
    again: bool = False
    unpriced: bool = False
    shown: float | None = None
    name: str = field(default_factory=lambda: uuid.uuid4().hex)

    @property
    def run(self) -> Run:
        """All steps of the command spend from one budget."""
        return Run(self.name, self.budget)

    @property
    def consent(self) -> Consent:
        """What the user allowed by these options."""
        return Consent(same=self.again, no_price=self.unpriced, shown=self.shown)

    def shots(self, session: ProjectSession, scene_id: str | None = None) -> tuple[str, ...]:
        """Keys of the shots to make: what is missing, or all that are not locked."""
        if not self.again:
            return session.missing(scene_id)
        scenes = session.film.scenes
        wanted = [scene for scene in scenes if scene_id in (None, scene.id)]
        shots = (shot for scene in wanted for shot in scene.shots)
        return tuple(shot.key for shot in shots if not (shot.locked or shot.is_empty or shot.still))


async def make(session: ProjectSession, wishes: Sequence[Wish], limits: Limits) -> list[str]:
    """Make what fits, in order; a line for each that does not.

    What turns out cheaper than estimated leaves room, so the rest is looked at again.
    """
    consent, run = limits.consent, limits.run
    while True:
        quote = await session.batch(wishes, consent=consent, run=run)
        unpriced = () if consent.no_price else quote.unpriced
        refused = {*quote.blocked, *quote.same, *unpriced}
        rest = [wish for wish in quote.rest if wish not in refused]
        wanted = {*quote.fits, *refused}
        await session.make([w for w in wishes if w in wanted], consent=consent, run=run)
        if not quote.fits or not rest:
            return [_line(session, wish, quote) for wish in rest]
        wishes = rest


def _line(session: ProjectSession, wish: Wish, quote: Quote) -> str:
    what = f"@{wish.element}"
    if not wish.kind.is_of_element:
        number = session.film.number_of(wish.key)
        what = f"{number} {title_of(session, wish.key)}"
    cost = session.quote([wish]).credits
    price = "unknown" if cost is None else f"{cost:g}"
    left = 0.0 if quote.left is None else quote.left
    return (
        f"{what}: not made: it costs {price} credits;"
        f" {_BUDGETS.get(quote.scope, 'the budget')} has {left:g} left"
    )
