"""What the user does with takes: choose, star, reject, note, trash, restore, bring files of theirs.

Each is one undoable step, as an edit is, and no file of a take is deleted by it.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from topa_studio.app.making.production import Production
from topa_studio.app.notice import Notice
from topa_studio.app.steps import Steps
from topa_studio.base.errors import DocumentError, ProjectError
from topa_studio.base.signal import Signal
from topa_studio.document.document import DocumentChange
from topa_studio.document.edits import Edit, SetField, ShotTarget, UnsetField
from topa_studio.model.change import Change
from topa_studio.model.marks import NO_MARKS, Marking, Marks, TakeRef
from topa_studio.model.request import Picture, Request
from topa_studio.model.scenario import Shot
from topa_studio.model.take import Take
from topa_studio.model.wish import Kind
from topa_studio.pipeline.own_pictures import of_panel
from topa_studio.pipeline.takes.marks import Marker, kind_of

if TYPE_CHECKING:
    from topa_studio.app.differences import Differences
    from topa_studio.app.take_trash import TakeTrash, Weight
    from topa_studio.model.difference import Difference, Frame
    from topa_studio.model.request import Picture, Request
    from topa_studio.pipeline.takes.bring import Bringing
    from topa_studio.pipeline.takes.emptying import Emptied

Marked = Callable[[Marks], Marks]
_OF_SHOTS = (Kind.CLIP, Kind.PANEL)


class Takes:
    """The takes and panels of the open film's shots.

    Signals:
        told: which take stands in the film, where that changed without being asked for.
    """

    def __init__(
        self, production: Production, marker: Marker, steps: Steps, may_write: Callable[[], None]
    ) -> None:
        self.told: Signal[Notice] = Signal()
        self._production = production
        self._marker = marker
        self._steps = steps
        self._may_write = may_write

    def of(self, key: str, *, panel: bool = False) -> tuple[Take, ...]:
        """All takes (or panels) of a shot that are here, also those in the trash, by number."""
        takes = self._production.board.entry(kind_of(TakeRef(key, 0, panel)), key).takes
        return tuple(takes[number] for number in sorted(takes))

    def of_scene(self, scene_id: str) -> tuple[str, ...]:
        """Keys of shots that were first written in a scene and have takes or panels here."""
        subjects = self._production.board.subjects()
        found = {key for (kind, key), entry in subjects if entry.takes and kind in _OF_SHOTS}
        return tuple(sorted((key for key in found if key.startswith(f"{scene_id}__")), key=_placed))

    def differed(
        self, key: str, number: int, other: int | None = None, *, panel: bool = False
    ) -> tuple[Change, ...]:
        """What a take was made with that another was not; `other` None: the one before it.

        Nothing where one of the two requests is not known, or there is no take before it.
        """
        return self._differences.differed(key, number, other, panel=panel)

    def difference(self, key: str, a: int, b: int, *, panel: bool = False) -> Difference:
        """What two takes of a shot were made with, side by side."""
        return self._differences.difference(key, a, b, panel=panel)

    def frame(self, key: str, picture: Picture | None) -> Frame:
        """Where the first or last picture of a clip of this shot came from."""
        return self._differences.frame(key, picture)

    def made_with(self, key: str, number: int, *, panel: bool = False) -> Request | None:
        """The request of a take; None for a file of the user's own, or where nobody knows it."""
        return self._differences.request(key, number, panel=panel)

    @cached_property
    def _differences(self) -> Differences:
        from topa_studio.app.differences import Differences

        return Differences(self._production)

    def gone(self, key: str, *, panel: bool = False) -> tuple[Take, ...]:
        """Those whose files are not on the disk any more and that were not thrown away."""
        entry = self._production.board.entry(kind_of(TakeRef(key, 0, panel)), key)
        gone = (take for take in entry.gone.values() if not take.marks.trashed)
        return tuple(sorted(gone, key=lambda take: take.number))

    def comes_back(self, take: Take) -> bool:
        """Whether one whose file is gone may still be fetched, for nothing."""
        return self._production.board.is_kept(take)

    async def fetch(self, key: str, *, panel: bool = False) -> int:
        """Bring home, for nothing, what was paid for and is gone from the disk; how many came.

        Raises StudioError: it could not be fetched now.
        """
        self._may_write()
        returning = self._production.runner.returning
        return await returning.bring(kind_of(TakeRef(key, 0, panel)), key)

    # Acts

    async def choose(self, take: TakeRef) -> None:
        """It stands in the film, whatever its marks; one in the trash comes back.

        Raises:
            ProjectError: there is no such take.
            DocumentError: the film cannot say so.
        """
        self._may_write()
        markings = self._markings([take], lambda marks: replace(marks, trashed=0.0))
        edit = SetField(ShotTarget(take.key), _field(take), take.number)
        label = "Choose panel" if take.panel else "Choose take"
        await self._steps.edit(label, [edit], markings=markings)

    async def star(self, takes: Iterable[TakeRef], *, on: bool = True) -> None:
        """They are liked, or not. Raises ProjectError or DocumentError."""
        await self._mark("Star" if on else "No star", takes, lambda m: replace(m, star=on))

    async def reject(self, takes: Iterable[TakeRef], *, on: bool = True) -> None:
        """They are kept, and not shown in the film unless chosen. Raises as `star`."""
        label = "Reject" if on else "Not rejected"
        await self._mark(label, takes, lambda m: replace(m, rejected=on))

    async def keep_as_is(self, keys: Iterable[str], onto: int = 0) -> None:
        """The takes of these shots that are out of date are good so, until what they would be made
        with becomes another again. `onto`: the number of the step that this is part of, where that
        is still the newest. Raises as `star`.
        """
        self._may_write()
        from topa_studio.app.sparing import spared  # not for the first picture

        markings = await spared(self._production, self._production.film.freshness(), keys)
        if markings:
            await self._steps.edit("Good as they are", [], markings=markings, onto=onto)

    async def note(self, take: TakeRef, text: str) -> None:
        """One line about a take; "" for none. Raises as `star`."""
        note = " ".join(text.split())
        try:
            note.encode()
        except UnicodeEncodeError as error:
            raise DocumentError("document.edit-text") from error
        await self._mark("Note on a take", [take], lambda m: replace(m, note=note))

    async def trash(self, takes: Iterable[TakeRef]) -> None:
        """Out of the film and the list; the files stay. Raises as `star`.

        Where the film named one by its number, the next best stands in it from now on.
        """
        now, refs = time.time(), tuple(takes)
        named = [UnsetField(ShotTarget(t.key), _field(t)) for t in refs if self._is_named(t)]
        await self._mark(
            "Trash takes", refs, lambda m: m if m.trashed else replace(m, trashed=now), named
        )

    async def restore(self, takes: Iterable[TakeRef]) -> None:
        """Back from the trash. Raises as `star`."""
        await self._mark("Restore takes", takes, lambda m: replace(m, trashed=0.0))

    @cached_property
    def bin(self) -> TakeTrash:
        """What lies in the trash; loaded when it is first asked for."""
        from topa_studio.app.take_trash import TakeTrash

        return TakeTrash(self._production, self._may_write, self.told)

    def trash_of(self, key: str | None = None) -> tuple[TakeRef, ...]:
        """See `TakeTrash.of`."""
        return self.bin.of(key)

    async def weigh(self, takes: Iterable[TakeRef]) -> Weight:
        """See `TakeTrash.weigh`."""
        return await self.bin.weigh(takes)

    async def empty_trash(self, takes: Iterable[TakeRef] | None = None) -> Emptied:
        """See `TakeTrash.empty`: the one act here that cannot be undone."""
        return await self.bin.empty(takes)

    async def bring(self, key: str, source: Path, *, panel: bool = False) -> TakeRef:
        """A copy of a file of the user's own as the newest take (or panel) of a shot.

        It is in the film then, also where another one was chosen, but not where one was accepted.
        Taking the step back puts it into the trash.

        Raises:
            StudioError: it cannot be read, is no clip (or picture) that can be shown, or too large
                or too small; the shot is not there, or the film is only looked at.
            OSError: the disk does not take it.
        """
        self._may_write()
        if not self._production.scenario.has_shot(key):
            raise DocumentError("document.edit-gone", name=key)
        ref = TakeRef(key, 0, panel)
        setup, scenario = self._production.film.setup, self._production.scenario
        wanted = of_panel(scenario, key, str(source), setup) if panel else None
        take = await self._bringing().bring(kind_of(ref), key, source, wanted)
        ref = replace(ref, number=take.number)
        marking = Marking(ref, Marks(trashed=take.made_at), NO_MARKS)
        edits = _in_its_place(self._production.scenario.shot(key), ref)
        await self._steps.edit("Own picture" if panel else "Own clip", edits, markings=(marking,))
        return ref

    async def edit_with_copies(
        self, label: str, edits: Sequence[Edit], copies: Mapping[TakeRef, Path]
    ) -> DocumentChange | None:
        """Edits that make new shots, with copies of takes or panels as theirs, as one step.

        Args:
            copies: files by the keys that the new shots get, takes or panels; no number counts.

        Raises:
            StudioError: the edits are refused, or a file cannot be read or copied.
            OSError: the disk does not take it.
        """
        self._may_write()
        change = await self._steps.outlook(edits)
        markings = []
        for ref, source in copies.items():
            wanted = None
            if ref.panel and change is not None:
                setup = self._production.film.setup
                wanted = of_panel(change.after, ref.key, str(source), setup)
            take = await self._bringing().bring(kind_of(ref), ref.key, source, wanted)
            new = replace(ref, number=take.number)
            markings.append(Marking(new, Marks(trashed=take.made_at), NO_MARKS))
        return await self._steps.edit(label, edits, markings=tuple(markings))

    async def _mark(
        self, label: str, takes: Iterable[TakeRef], change: Marked, edits: Sequence[Edit] = ()
    ) -> None:
        self._may_write()
        refs = tuple(dict.fromkeys(takes))
        markings = self._markings(refs, change)
        before = {ref: self._in_film(ref) for ref in refs}
        await self._steps.edit(label, edits, markings=markings)
        for ref, take in before.items():
            now = self._in_film(ref)
            if now != take and (take is None or take.number == ref.number):
                self._tell(ref, now)

    def _bringing(self) -> Bringing:
        from topa_studio.pipeline.takes.bring import Bringing  # seldom needed

        made = self._production
        return Bringing(made.till.kept, made.board, made.layout)

    def _markings(self, takes: Iterable[TakeRef], change: Marked) -> tuple[Marking, ...]:
        found = []
        for ref in takes:
            take = self._marker.take(ref)
            if take is None:
                code = "pipeline.no-panel" if ref.panel else "pipeline.no-take"
                raise ProjectError(code, number=ref.number)
            if change(take.marks) != take.marks:
                found.append(Marking(ref, take.marks, change(take.marks)))
        return tuple(found)

    def _is_named(self, take: TakeRef) -> bool:
        scenario = self._production.scenario
        if not scenario.has_shot(take.key):
            return False
        shot = scenario.shot(take.key)
        return take.number == (shot.panel if take.panel else shot.take)

    def _in_film(self, ref: TakeRef) -> Take | None:
        status = self._production.shot(ref.key)
        return status.panel if ref.panel else status.chosen

    def _tell(self, ref: TakeRef, now: Take | None) -> None:
        thing, scenario = "panel" if ref.panel else "take", self._production.scenario
        shot = scenario.number_of(ref.key) if scenario.has_shot(ref.key) else ref.key
        if now is None:
            self.told.emit(Notice("info", f"pipeline.no-{thing}-in-film", {"shot": shot}))
        else:
            params = {"shot": shot, "number": now.number}
            self.told.emit(Notice("info", f"pipeline.{thing}-in-film", params))


def _placed(key: str) -> list[tuple[int, str]]:
    """Keys of a scene as one counts: 1__2 before 1__10."""
    return [(int(part), "") if part.isdecimal() else (0, part) for part in re.split(r"(\d+)", key)]


def _in_its_place(shot: Shot, ref: TakeRef) -> list[Edit]:
    """What puts a take where another one was chosen by hand; nothing where that was accepted."""
    chosen = shot.panel if ref.panel else shot.take
    if shot.locked or chosen is None:
        return []
    return [SetField(ShotTarget(ref.key), _field(ref), ref.number)]


def _field(take: TakeRef) -> str:
    return "panel" if take.panel else "take"
