"""What is kept in state.db beside how jobs go: results, where pictures were uploaded, the line."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Mapping

from topa_studio.model.take import Take
from topa_studio.pipeline.below import Below, with_now
from topa_studio.pipeline.board import Board, Subject
from topa_studio.pipeline.job import Job, Kind, Wish
from topa_studio.pipeline.made_before import Made
from topa_studio.pipeline.state.below_rows import note_below, read_below
from topa_studio.pipeline.state.in_line import change_line, read_line
from topa_studio.pipeline.state.mark_rows import MarkRow, write_marks
from topa_studio.pipeline.state.records import Records
from topa_studio.pipeline.state.store import Store
from topa_studio.pipeline.state.take_rows import drop_take
from topa_studio.pipeline.wishing import InLine


class Kept:
    """Reads and keeps it; each call raises ProjectError where the disk fails."""

    def __init__(self, store: Store, board: Board) -> None:
        self._store = store
        self._board = board

    # Jobs and results

    async def jobs(self) -> list[Job]:
        """Every job of the output folder, oldest first."""
        return await self._store.call(Records.jobs)

    async def asked_before(self, kind: Kind, digests: Collection[str]) -> frozenset[str]:
        """Which of these requests have a job or a result, of any film and shot."""
        return await self._store.call(_asked_before, kind, digests)

    async def same_jobs(self, kind: Kind, digest: str) -> list[Job]:
        """Jobs of the very same request, of every film and shot, oldest first."""
        return await self._store.call(Records.same_jobs, kind, digest)

    async def takes(self, film: str) -> dict[Kind, dict[str, list[Take]]]:
        """All results of a film, with the reference images that films share."""
        return await self._store.call(_takes_of, film)

    async def forget(self) -> None:
        """A start is over, which reads the same often."""
        await self._store.call(lambda records: records.unchanged.forget())

    async def same_takes(self, kind: Kind, digest: str) -> list[tuple[Wish, Take]]:
        """Results of the very same request, of every film and shot, the newest last."""
        return await self._store.call(Records.same_takes, kind, digest)

    async def takes_by_task(self) -> dict[str, tuple[Wish, Take]]:
        """Each result that has a task id, of every film, with what it is of."""
        return await self._store.call(Records.takes_by_task)

    async def made_here(self, film: str, keys: Container[str]) -> list[Made]:
        """As `Records.made_here`."""
        return await self._store.call(Records.made_here, film, keys)

    async def add_take(self, wish: Wish, take: Take) -> None:
        """A result is here, or lies elsewhere now."""
        await self._store.call(Records.add_take, wish, take)
        self._board.add_take(wish, take)

    async def drop_take(self, wish: Wish) -> None:
        """A candidate is none any more; the job that made it still counts."""
        await self._store.call(drop_take, wish)
        entry = self._board.entry(*wish.subject)
        left = [take for take in entry.every_take() if take.number != wish.number]
        gone = {take.path for take in entry.gone.values()}
        self._board.set_takes({wish.kind: {wish.key: left}}, gone)

    async def mark(self, film: str, marks: Iterable[MarkRow]) -> None:
        """The user says something else of results."""
        rows = list(marks)
        await self._store.call(write_marks, film, rows)
        for row in rows:
            self._board.mark(*row)

    # What held below the film

    async def below(self, film: str, now: Below, *, read_only: bool) -> tuple[Below, ...]:
        """What held below the film's settings, one after the other, `now` the last of it."""
        if read_only:
            return with_now(await self._store.call(read_below, film), now)
        return await self._store.call(note_below, film, now)

    # Uploads

    async def upload(self, mark: str, origin: str, newer_than: float) -> str | None:
        """Where a picture was uploaded; None: not since then."""
        found = await self._store.call(Records.uploads, [mark], origin, newer_than)
        return found.get(mark)

    async def add_upload(self, mark: str, origin: str, url: str, at: float) -> None:
        """A picture was uploaded."""
        await self._store.call(Records.add_upload, mark, origin, url, at)

    async def forget_uploads(self, marks: Iterable[str], origin: str) -> None:
        """These pictures are not there any more."""
        await self._store.call(Records.forget_uploads, marks, origin)

    # The line

    async def line(self, film: str) -> dict[Subject, InLine]:
        """What stood in line of a film when it was last written, in order."""
        return await self._store.call(read_line, film)

    async def change_line(
        self, film: str, gone: Iterable[Subject], came: Mapping[Subject, InLine]
    ) -> None:
        """These stand in line no more, which power that fails may take back; those do."""
        write = self._store.step if came else self._store.hint
        await write(change_line, film, gone, came)


def _asked_before(records: Records, kind: Kind, digests: Collection[str]) -> frozenset[str]:
    marks = ", ".join("?" * len(digests))
    query = f"SELECT digest FROM {{}} WHERE kind = ? AND digest IN ({marks}) AND digest <> ''"
    both = " UNION ".join(query.format(table) for table in ("job", "take"))
    rows = records.rows(both, *(kind, *digests), *(kind, *digests))
    return frozenset(digest for (digest,) in rows)


def _takes_of(records: Records, film: str) -> dict[Kind, dict[str, list[Take]]]:
    films = {Kind.CLIP: film, Kind.PANEL: film, Kind.VIEW: "", Kind.REDRAW: ""}
    return {kind: records.takes(kind, of) for kind, of in films.items()}
