"""The trash of takes is emptied: files go for good, receipts and what they cost stay."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from topa_studio.base.closing import to_the_end
from topa_studio.base.files import delete, sha256_of
from topa_studio.base.regular import holds_bytes
from topa_studio.model.marks import TakeRef
from topa_studio.model.status import Trouble, reason_of
from topa_studio.model.take import Take
from topa_studio.pipeline.board import Board
from topa_studio.pipeline.folder.layout import Layout
from topa_studio.pipeline.job import Kind
from topa_studio.pipeline.takes.marks import kind_of

Found = dict[TakeRef, Take]


@dataclass(slots=True)
class Emptied:
    """What came of it.

    Attributes:
        takes: those whose files are gone for good. bytes: what they held.
        left: those that stay in the trash, each with the reason.
    """

    takes: list[TakeRef] = field(default_factory=list)
    bytes: int = 0
    left: dict[TakeRef, Trouble] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Emptying:
    """Deletes files of one film's takes; a kill in between leaves fewer files, and no half one.

    A take whose file is gone is known as one that was thrown away, in the state as on its receipt.
    """

    board: Board
    layout: Layout
    in_film: Callable[[TakeRef], bool]
    """Whether a take stands in the film; of number 0: whether any of its shot does."""

    def size(self, takes: Iterable[Take]) -> int:
        """Bytes on the disk, each file once. Blocks."""
        places = {self.layout.place(take.path) for take in takes}
        return sum(Path(place).stat().st_size for place in places if holds_bytes(place))

    async def empty(self, wanted: Found) -> Emptied:
        """Delete the files of these takes, which are in the trash; what cannot be goes on to lie.

        One that stands in the film by its number stays, and so does a file that is another's too.
        """
        emptied = Emptied()
        doomed = {}
        for ref, take in wanted.items():
            if self.in_film(ref):
                emptied.left[ref] = Trouble("pipeline.trash-in-film")
            else:
                doomed[ref] = take
        others = self._others(doomed)
        bare = {r.key for r in doomed if not (r.panel or self.in_film(TakeRef(r.key, 0)))}
        await to_the_end(asyncio.to_thread(self._delete, doomed, others, bare, emptied))
        self._tell(emptied.takes)
        return emptied

    def _others(self, doomed: Found) -> set[str]:
        """Files of takes that stay."""
        names = {(kind_of(ref), ref.key, ref.number) for ref in doomed}
        return {
            take.path
            for (kind, key), entry in self.board.subjects()
            for take in entry.every_take()
            if (kind, key, take.number) not in names
        }

    def _delete(self, doomed: Found, others: set[str], bare: set[str], emptied: Emptied) -> None:
        """`bare` are shots of which no take is in the film."""
        for ref, take in doomed.items():
            path = self.layout.absolute(take.path)
            if take.path in others:
                emptied.left[ref] = Trouble("pipeline.trash-shared")
            elif not path.is_relative_to(self.layout.output):
                emptied.left[ref] = Trouble("pipeline.trash-not-ours")
            else:
                try:
                    emptied.bytes += delete(self.layout.own(path))
                    emptied.takes.append(ref)
                    if ref.key in bare and not ref.panel:
                        emptied.bytes += self._delete_copy(ref.key, take)
                except OSError as error:
                    emptied.left[ref] = Trouble(
                        "pipeline.not-deleted", {"reason": reason_of(error)}
                    )

    def _delete_copy(self, key: str, take: Take) -> int:
        """The copy of a take under the shot's own name, where it is one; its bytes."""
        copy = self.layout.clip(key)
        if not (take.sha256 and copy.is_file() and sha256_of(copy) == take.sha256):
            return 0
        return delete(self.layout.own(copy))

    def _tell(self, takes: Iterable[TakeRef]) -> None:
        for kind, key in dict.fromkeys((kind_of(ref), ref.key) for ref in takes):
            entry = self.board.entry(kind, key)
            numbers = {r.number for r in takes if (kind_of(r), r.key) == (kind, key)}
            gone = [*entry.gone.values(), *(entry.takes[n] for n in numbers if n in entry.takes)]
            found: dict[Kind, dict[str, list[Take]]] = {kind: {key: entry.every_take()}}
            self.board.set_takes(found, {take.path for take in gone})
