"""Money as the fronts show it: what a press would cost, what is left, what went where."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from topa_studio.app.making.day_budget import read_day_budget, write_day_budget
from topa_studio.app.making.production import Production
from topa_studio.model.costs import Bill, Costs, DiskUse
from topa_studio.model.status import RUNNING, Money, Trouble, is_missing
from topa_studio.model.wish import Wish, clips
from topa_studio.pipeline.board import Subject
from topa_studio.pipeline.job import Kind
from topa_studio.pipeline.money.budget import credits_of
from topa_studio.pipeline.money.costs import bill_of, costs_of
from topa_studio.pipeline.money.estimate import left, spent_on
from topa_studio.pipeline.money.sums import Sum
from topa_studio.pipeline.money.unsent import unsent, unsent_of
from topa_studio.pipeline.money.uses import subjects_of_element, subjects_of_scene


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
        return self._production.till.budgets.untold()

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
        return await self._production.till.budgets.spent_today()

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

    def bill_of_shot(self, key: str) -> Bill:
        """The money of one shot, result by result."""
        return self._bill([(Kind.PANEL, key), (Kind.CLIP, key)], self.of_shot(key).estimated)

    def bill_of_scene(self, scene_id: str) -> Bill:
        """The money of a scene's shots, result by result."""
        film, board = self._production.scenario, self._production.board
        subjects = subjects_of_scene(film, board, scene_id)
        return self._bill(subjects, self.of_scene(scene_id).estimated)

    def bill_of_element(self, name: str) -> Bill:
        """The money of an element's pictures, which all films of the folder share."""
        estimate = self._production.film.estimate()
        drawing = unsent(estimate, Sum(), [Wish(Kind.VIEW, name)])
        return self._bill(subjects_of_element(self._production.board, name), drawing)

    def _bill(self, subjects: Sequence[Subject], estimated: float | None) -> Bill:
        production, board = self._production, self._production.board
        remains = left(production.budget.credits, board)
        film = production.scenario
        return bill_of(film, board, subjects, estimated=estimated, left=remains)

    async def disk(self) -> DiskUse:
        """What the film's results take of the disk, as it is now; what cannot be read is none."""
        from topa_studio.app.making.disk_use import disk_use

        production = self._production
        return await asyncio.to_thread(disk_use, production.layout, production.board)

    def _money(self, keys: Sequence[str]) -> Money:
        production, board = self._production, self._production.board
        film = production.scenario
        shots = [film.shot(key) for key in keys if film.has_shot(key)]
        mistake = production.film.unsendable.shot
        statuses = {s: production.shot(s.key) for s in shots if mistake(s.key) is None}
        unfinished = [
            shot.key
            for shot, status in statuses.items()
            if status.stage in RUNNING or is_missing(status, locked=shot.locked)
        ]
        paid = sum(spent_on(board.entry(kind, k)) for k in keys for kind in (Kind.CLIP, Kind.PANEL))
        estimated = unsent_of(production.film.estimate(), clips(*unfinished))
        return Money(estimated, credits_of(paid), left(production.budget.credits, board))
