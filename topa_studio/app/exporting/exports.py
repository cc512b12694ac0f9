"""The exports of one open film: started, followed, cancelled, and what was written."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from topa_studio.app.exporting.encoder import Told
from topa_studio.app.exporting.export import ENDED, Export, Stage
from topa_studio.app.exporting.files import FilesKnown, readable_files
from topa_studio.app.exporting.free_names import free_target
from topa_studio.app.exporting.own_files import OwnFiles
from topa_studio.app.exporting.writing import own, write, write_words
from topa_studio.app.notice import Notice
from topa_studio.app.tasks import Tasks
from topa_studio.base.closing import to_the_end
from topa_studio.base.errors import MediaError, StudioError
from topa_studio.base.signal import Signal
from topa_studio.film.composition import Composition
from topa_studio.film.export.choices import Choices
from topa_studio.film.export.plan import Plan, plan_of
from topa_studio.film.export.request import Request
from topa_studio.film.export.still import save_still
from topa_studio.film.export.unread import Unread
from topa_studio.film.paper.choices import PaperChoices, PaperShot
from topa_studio.film.paper.plan import PaperPlan, paper_plan_of
from topa_studio.film.paper.request import PaperRequest
from topa_studio.model.status import Trouble
from topa_studio.pipeline.folder.layout import Layout

if TYPE_CHECKING:
    from topa_studio.app.exporting.handover import Handover
    from topa_studio.app.exporting.interchange import Interchange

FOLDER = "exports"
KEPT = 5
_NAMED = 8
_LEAST_SHARE = 0.02


class Exports:
    """Several go one after the other. All acts are on the loop's thread.

    Args:
        film: the film as it is now. scenario: its file.
        faces: pictures of elements by their names, as files.
        takes: the number of the take that stands for a shot; None: it has none.
    Signals:
        changed: the exports, newest first: those that wait and run, and the last `KEPT` that ended.
        told: one is done or has failed.
    """

    def __init__(
        self,
        film: Callable[[], Composition],
        layout: Layout,
        faces: Callable[[], dict[str, Path]],
        scenario: Path,
        takes: Callable[[str], int | None] = lambda _key: None,
    ) -> None:
        self.changed: Signal[tuple[Export, ...]] = Signal()
        self.told: Signal[Notice] = Signal()
        self.folder = layout.home / FOLDER
        self.words: dict[str, str] = {}
        self._film, self._layout, self._faces = film, layout, faces
        self._scenario, self._takes = scenario, takes
        self._own = OwnFiles(scenario, layout)
        self._known = FilesKnown(layout)
        self._looking = asyncio.Lock()
        self._tasks = Tasks(self._tell_mistake)
        self._all: dict[int, Export] = {}
        self._ids = itertools.count(1)
        self._worker: asyncio.Task[None] | None = None
        self._writing: asyncio.Task[None] | None = None
        self._began = 0.0

    # Questions.

    @property
    def all(self) -> tuple[Export, ...]:
        """The exports, newest first."""
        return tuple(reversed(self._all.values()))

    def one(self, number: int) -> Export | None:
        """The export of this number; None: it is not known any more."""
        return self._all.get(number)

    @property
    def under_way(self) -> tuple[Export, ...]:
        """Those that run or wait, in their order."""
        return tuple(one for one in self._all.values() if one.stage not in ENDED)

    @cached_property
    def interchange(self) -> Interchange:
        """The film as files of editing programs."""
        from topa_studio.app.exporting.handing_over import Planner  # not for other exports
        from topa_studio.app.exporting.interchange import Interchange

        planner = Planner(
            self._layout, self._scenario, self._takes, self._faces, lambda: self.words
        )
        return Interchange(self._film, planner)

    async def plan(self, choices: Choices) -> Plan:
        """What an export would write, with all that is known of its files.

        Raises:
            ProjectError: nothing is chosen.
        """
        whole = self._film()
        async with self._looking:
            known, unread = await asyncio.to_thread(self._known.of, whole)
        return await asyncio.to_thread(plan_of, whole, choices, known, unread)

    async def paper(self, choices: PaperChoices, shots: Sequence[PaperShot]) -> PaperPlan:
        """What would be put on paper; `shots` say what stands there.

        Raises:
            ProjectError: there is nothing to write of.
        """
        whole = self._film()
        async with self._looking:
            known, unread = await asyncio.to_thread(self._known.of, whole)
        name = self._layout.film
        return await asyncio.to_thread(paper_plan_of, whole, choices, shots, known, unread, name)

    @property
    def soon(self) -> frozenset[Path]:
        """The files that will be there once all that runs and waits is written."""
        return frozenset(target for one in self.under_way for target in one.targets)

    def free_target(self, plan: Plan | PaperPlan | Handover, folder: Path, name: str) -> Path:
        """Where a file of this name would be written so that nothing is replaced: "Film (2)"."""
        return free_target(plan, folder, name, self.soon)

    def check(self, targets: tuple[Path, ...]) -> None:
        """Look whether an export may be written there at all. Blocks.

        Raises:
            MediaError: one of these belongs to the film itself, or all have one name.
        """
        if len({*targets}) < len(targets):
            raise MediaError("export.two-in-one", path=str(targets[0]))
        self._own.refuse(targets, self._film())

    # Acts.

    def start(
        self, plan: Plan | PaperPlan | Handover, target: Path, *, may_replace: bool = False
    ) -> Export:
        """Write a plan once those before it have ended."""
        made = Export(next(self._ids), plan, target, may_replace)
        self._all[made.id] = made
        self._tell()
        if self._worker is None or self._worker.done():
            self._worker = self._tasks.spawn(self._work())
        return made

    def cancel(self, number: int) -> None:
        """Give one up; nothing of it stays."""
        found = self._all.get(number)
        if found is None or found.stage in ENDED:
            return
        if found.stage is Stage.RUNNING and self._writing is not None:
            self._writing.cancel()
        else:
            self._end(number, Stage.CANCELLED)

    def forget(self, number: int) -> None:
        """Take one that has ended out of the list; its file stays."""
        if (found := self._all.get(number)) is not None and found.stage in ENDED:
            del self._all[number]
            self._tell()

    async def ended(self, number: int) -> Export:
        """Wait for the end of one. Raises KeyError: it is not known."""
        while self._all[number].stage not in ENDED and self._worker is not None:
            await asyncio.wait([self._worker], timeout=None)
        return self._all[number]

    async def aclose(self) -> None:
        """Give all up that runs or waits."""
        for one in reversed(self.under_way):
            self.cancel(one.id)
        if self._worker is not None:
            await to_the_end(self._tasks.settled())

    def request(self, plan: Plan, target: Path) -> Request:
        """What whoever writes this plan is told. Blocks: it looks for the film's files."""
        files = readable_files(self._layout, plan.film)
        return Request(plan, target, files, self._faces(), self.words)

    def _asked(self, plan: Plan | PaperPlan, part: Path) -> Request | PaperRequest:
        if isinstance(plan, Plan):
            return self.request(plan, part)
        of_pictures = self.request(plan.pictures, part)
        return PaperRequest(plan, of_pictures, self._layout.film, self.words)

    async def save_words(
        self, target: Path, words: str, ending: str, *, may_replace: bool = False
    ) -> None:
        """Write captions as a file whose name ends in `ending`. Raises MediaError."""
        await asyncio.to_thread(self.check, (target,))
        data = words.encode(errors="replace")
        await to_the_end(
            asyncio.to_thread(write_words, target, data, ending, may_replace=may_replace)
        )

    async def save_picture(self, frame: int) -> Path:
        """Write a frame of the film as a PNG in the film's size; its path.

        Raises:
            StudioError: there is no frame, or it cannot be written.
        """
        plan = await self.plan(Choices(size="film"))
        await asyncio.to_thread(own, self.folder / "any", self._layout.home)
        request = await asyncio.to_thread(self.request, plan, self.folder)
        return await asyncio.to_thread(save_still, request, frame)

    # Inside.

    async def _work(self) -> None:
        while (one := next(iter(self.under_way), None)) is not None:
            self._set(one.id, stage=Stage.RUNNING)
            self._began = time.monotonic()
            self._writing = self._tasks.spawn(self._write(one))
            await asyncio.wait([self._writing])
            if self._writing.cancelled():
                self._end(one.id, Stage.CANCELLED)
            self._writing = None

    async def _write(self, one: Export) -> None:
        try:
            unread = await self._written(one, lambda done: self._progress(one.id, done))
        except StudioError as error:
            self._end(one.id, Stage.FAILED, Trouble(error.code, error.params))
        except Exception as error:  # noqa: BLE001 - a mistake of ours ends one export, not all
            reason = {"reason": f"{type(error).__name__}: {error}"}
            self._end(one.id, Stage.FAILED, Trouble("export.broke-off-because", reason))
        else:
            self._set(one.id, unread=unread.besides(one.plan.unread))
            self._end(one.id, Stage.DONE)

    async def _written(self, one: Export, told: Told) -> Unread:
        plan = one.plan
        if not isinstance(plan, Plan | PaperPlan):
            return await self.interchange.write(plan, told)
        return await write(
            lambda part: self._asked(plan, part), one.target, told,
            may_replace=one.may_replace, check=self.check,
            inside=self._layout.home if one.target.is_relative_to(self.folder) else None,
        )  # fmt: skip

    def _tell_mistake(self, trouble: Trouble) -> None:
        self.told.emit(Notice("error", trouble.code, trouble.params))

    def _progress(self, number: int, done: int) -> None:
        one = self._all[number]
        if one.stage is Stage.RUNNING:
            share = done / max(1, one.plan.frames)
            gone = time.monotonic() - self._began
            left = gone * (1 - share) / share if share > _LEAST_SHARE else None
            self._set(number, done=done, left=left)

    def _end(self, number: int, stage: Stage, trouble: Trouble | None = None) -> None:
        one = self._all[number]
        size = _bytes_of(one.targets) if stage is Stage.DONE else 0
        done = one.plan.frames if stage is Stage.DONE else one.done
        self._set(
            number, stage=stage, trouble=trouble, size=size, done=done, left=None, ended=time.time()
        )
        if stage is Stage.DONE:
            self.told.emit(_done(self._all[number]))
        elif trouble is not None:
            self.told.emit(Notice("error", trouble.code, trouble.params))
        for old in [one.id for one in self.all if one.stage in ENDED][KEPT:]:
            del self._all[old]

    def _set(self, number: int, **facts: object) -> None:
        self._all[number] = replace(self._all[number], **facts)  # type: ignore[arg-type]
        self._tell()

    def _tell(self) -> None:
        self.changed.emit(self.all)


def _bytes_of(files: Iterable[Path]) -> int:
    return sum(file.stat().st_size for file in files if file.exists())


def _done(one: Export) -> Notice:
    """That it is written, and without which shots, by number, and sounds."""
    if not one.unread:
        return Notice("info", "export.done", {"path": one.target.name})
    shots = [cut.number for cut in one.plan.film.cuts if cut.key in one.unread.shots]
    names = [*shots, *(PurePath(path).name for path in one.unread.sounds)]
    more = f" (+{len(names) - _NAMED})" if len(names) > _NAMED else ""
    files = ", ".join(names[:_NAMED]) + more
    return Notice("warning", "export.done-without", {"path": one.target.name, "files": files})
