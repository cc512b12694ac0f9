"""What would be written now, worked out off the loop each time something is chosen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from topa_studio.app.exporting.export import Export
from topa_studio.app.exporting.free_names import targets_of
from topa_studio.app.paper import paper_plan
from topa_studio.base.errors import StudioError
from topa_studio.film.export.choices import Choices
from topa_studio.film.export.plan import Plan
from topa_studio.film.export.trouble import free_bytes
from topa_studio.film.interchange.losses import ENDINGS
from topa_studio.film.paper.choices import PaperChoices
from topa_studio.film.paper.plan import PaperPlan
from topa_studio.ui.desk import Desk
from topa_studio.ui.out.cells import cells_of
from topa_studio.ui.out.remembered import ForEditor
from topa_studio.ui.running.binding import bind
from topa_studio.ui.words import sentence

if TYPE_CHECKING:
    from topa_studio.app.exporting.handover import Handover

Wish = Choices | PaperChoices | ForEditor


@dataclass(frozen=True)
class Outlook:
    """What would be written.

    Attributes:
        about: bytes of all its files, about.
        earlier: an earlier export of this film has the name that is asked for.
        plan: None: nothing, `why` says it.
        target: under which name; None: it has none.
        is_coming: what has the name that is asked for is being written, or waits to be.
        free: bytes on its disk; None: nobody knows.
    """

    plan: Plan | PaperPlan | Handover | None = None
    target: Path | None = None
    free: int | None = None
    about: int = 0
    earlier: bool = False
    is_coming: bool = False
    why: str = ""

    @property
    def is_short(self) -> bool:
        """Whether the disk has too little room."""
        return self.plan is not None and self.free is not None and self.free < self.about

    @property
    def can_save(self) -> bool:
        """Whether it can be written."""
        return self.plan is not None and self.target is not None and not self.is_short


@dataclass(frozen=True)
class Asked:
    """What is chosen on the page, and the name and folder that are asked for."""

    wish: Wish
    folder: Path
    name: str


class Foresight(QObject):
    """Asks the session; only the newest answer counts.

    Signals:
        begun: the plan of the whole film in its own size, once, before all others.
        told: the `Outlook` of what was asked last.
    """

    begun = Signal(object)
    told = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked = 0
        self._has_begun = False
        self._last: Callable[[], Asked] | None = None
        self._under_way = self._running()
        bind(self, desk.session.exports.changed, self._follow)

    def ask(self, asked: Callable[[], Asked]) -> None:
        """Work out what `asked` says once the film is known; an answer that is due is not told."""
        self._asked += 1
        self._last = asked
        number = self._asked
        self._desk.look(lambda: self._work(number, asked))

    def stop(self) -> None:
        """Tell nothing any more."""
        self._asked += 1
        self._last = None

    def _follow(self, _exports: tuple[Export, ...]) -> None:
        """Which names are free is another matter once an export has begun or ended."""
        before, self._under_way = self._under_way, self._running()
        if self._last is not None and self._under_way != before:
            self.ask(self._last)

    def _running(self) -> frozenset[int]:
        return frozenset(one.id for one in self._desk.session.exports.under_way)

    async def _work(self, number: int, asked: Callable[[], Asked]) -> None:
        exports = self._desk.session.exports
        try:
            if not self._has_begun:
                whole = await exports.plan(Choices(size="film"))
                if number != self._asked:
                    return
                self._has_begun = True
                self.begun.emit(whole)
                # What is chosen may be something else now.
                number = self._asked
            wanted = asked()
            is_coming = wanted.folder / wanted.name in exports.soon
            outlook = replace(await self._foreseen(wanted), is_coming=is_coming)
        except StudioError as error:
            outlook = Outlook(why=sentence(error.code, error.params))
        if number == self._asked:
            self.told.emit(outlook)

    async def _foreseen(self, wanted: Asked) -> Outlook:
        """Raises StudioError: nothing of this can be written."""
        session, wish = self._desk.session, wanted.wish
        exports = session.exports
        if isinstance(wish, ForEditor):
            return await self._for_editor(wish, wanted)
        if isinstance(wish, PaperChoices):
            plan: Plan | PaperPlan = await paper_plan(session, wish, cells_of(self._desk))
        else:
            plan = await exports.plan(wish)
        target = None
        if wanted.name:
            given = plan, wanted.folder, wanted.name
            target = await asyncio.to_thread(exports.free_target, *given)
            await asyncio.to_thread(exports.check, targets_of(plan, target))
        free = await asyncio.to_thread(free_bytes, wanted.folder)
        return Outlook(plan, target, free, plan.about_bytes)

    async def _for_editor(self, wish: ForEditor, wanted: Asked) -> Outlook:
        """Its files have names before they are worked out; without a name, those of "film"."""
        exports = self._desk.session.exports
        name = wanted.name or f"film{ENDINGS[wish.format]}"
        made, earlier = await exports.interchange.foresee(
            wish.format, wanted.folder / name, exports.soon,
            collect=wish.collect, update=wish.update,
        )  # fmt: skip
        about = await asyncio.to_thread(lambda: made.about_bytes)
        free = await asyncio.to_thread(free_bytes, wanted.folder)
        return Outlook(made, made.out if wanted.name else None, free, about, earlier)
