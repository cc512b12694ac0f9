"""Money as the fronts show it: what a press would cost, what is left, what went where."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from topa_studio.app.making.day_budget import read_day_budget, write_day_budget
from topa_studio.app.making.production import Production
from topa_studio.model.costs import Costs
from topa_studio.model.status import (
    NO_CONSENT,
    RUNNING,
    Consent,
    Money,
    Quote,
    Run,
    Trouble,
    is_missing,
)
from topa_studio.pipeline.job import Kind
from topa_studio.pipeline.money.budget import Press, credits_of
from topa_studio.pipeline.money.costs import costs_of
from topa_studio.pipeline.money.estimate import left, spent_on
from topa_studio.pipeline.money.unsent import unsent


class Spending:
    """Questions about money, and the day's budget."""

    def __init__(
        self,
        production: Production,
        day_changed: Callable[[], None],
    ) -> None:
        """`day_changed` is told of another budget for the day."""
        self._day_changed = day_changed
        self._production = production

    @property
    def can_pay(self) -> bool:
        """Whether there is a key, or none is needed."""
        return self._production.can_pay

    @property
    def mistake(self) -> Trouble | None:
        """Why nothing may be paid for: a key about money cannot be read."""
        return self._production.budget.mistake

    def untold(self) -> list[Trouble]:
        """What went wrong with the count of the day, before `notices` tells it; each once."""
        return self._production.purse.untold()

    async def batch(
        self,
        keys: Iterable[str],
        *,
        consent: Consent = NO_CONSENT,
        run: Run | None = None,
    ) -> Quote:
        """What a press for these shots would make, and what of it the budgets still hold.

        Raises StudioError: the day's budget cannot be read, so nothing can be sent.
        """
        mistakes = self._production.screening.unsendable.shots
        known = [key for key in keys if self._production.scenario.has_shot(key)]
        sound = [key for key in known if key not in mistakes]
        quote = await self._production.presses.batch(sound, press_of(consent, run))
        named = {key: mistakes[key] for key in known if key in mistakes}
        return replace(quote, blocked={**quote.blocked, **named})

    def quote(self, keys: Iterable[str]) -> Quote:
        """What a press for these shots would make and cost; budgets are not looked at."""
        mistakes = self._production.screening.unsendable.shots
        known = [key for key in keys if self._production.scenario.has_shot(key)]
        quote = self._production.estimate().quote(key for key in known if key not in mistakes)
        named = {key: mistakes[key] for key in known if key in mistakes}
        return replace(quote, blocked={**quote.blocked, **named})

    async def picture_troubles(self, keys: Iterable[str]) -> Mapping[str, tuple[Trouble, ...]]:
        """Why own pictures of these shots cannot be sent; shots whose pictures can are left out."""
        found = {key: await self._production.screening.picture_troubles(key) for key in keys}
        return {key: troubles for key, troubles in found.items() if troubles}

    async def fitting_elements(self, names: Sequence[str], run: Run | None = None) -> list[str]:
        """Of these elements those whose missing pictures the budgets hold, in order."""
        press = press_of(NO_CONSENT, run)
        return list(await self._production.presses.fitting_elements(names, press))

    # The day, over all films

    async def day_budget(self) -> float | None:
        """Credits that may be spent a day; None: no limit. Raises ProjectError."""
        return await asyncio.to_thread(read_day_budget)

    async def set_day_budget(self, credits: float | None) -> None:
        """Set the limit of a day, or take it away; it holds at once. Raises OSError."""
        await asyncio.to_thread(write_day_budget, credits)
        self._day_changed()

    async def spent_today(self) -> float | None:
        """Credits of today over all films; None in practice, where nothing is paid."""
        return await self._production.purse.spent_today()

    # Shots, scenes, the film

    def of_shot(self, key: str) -> Money:
        """Estimated, spent and left of one shot; `left` is the film's."""
        return self._money([key])

    def of_scene(self, scene_id: str) -> Money:
        """Estimated, spent and left of a scene's shots; pictures of elements are the film's."""
        scenes = {scene.id: scene for scene in self._production.scenario.scenes}
        scene = scenes.get(scene_id)
        return self._money([] if scene is None else [shot.key for shot in scene.shots])

    def costs(self) -> Costs:
        """What the film's credits went into."""
        production = self._production
        return costs_of(production.scenario, production.board)

    def _money(self, keys: Sequence[str]) -> Money:
        production, board = self._production, self._production.board
        film = production.scenario
        shots = [film.shot(key) for key in keys if film.has_shot(key)]
        mistakes = production.screening.unsendable.shots
        statuses = {shot: production.shot(shot.key) for shot in shots if shot.key not in mistakes}
        unfinished = [
            shot.key
            for shot, status in statuses.items()
            if status.stage in RUNNING or is_missing(status, locked=shot.locked)
        ]
        paid = sum(spent_on(board.entry(kind, k)) for k in keys for kind in (Kind.CLIP, Kind.PANEL))
        estimated = unsent(production.estimate(), unfinished)
        return Money(estimated, credits_of(paid), left(production.budget.credits, board))


def press_of(consent: Consent, run: Run | None) -> Press:
    """One press, with a name of its own unless it is part of a longer run."""
    if run is None:
        return Press(uuid.uuid4().hex, consent)
    return Press(run.id, consent, run.budget)
