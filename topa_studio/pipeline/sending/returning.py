"""Results that were paid for and whose files are not here: home again by their task ids, free."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field, replace

from topa_studio.base.closing import to_the_end
from topa_studio.base.errors import ProviderError, Refused, StudioError
from topa_studio.base.files import copy_durable, set_aside, sha256_of
from topa_studio.base.regular import holds_bytes
from topa_studio.media.sniff import is_whole
from topa_studio.model.status import Trouble
from topa_studio.model.take import Take
from topa_studio.pipeline.board import Board
from topa_studio.pipeline.folder.layout import Layout
from topa_studio.pipeline.folder.receipts import job_of, read_receipt
from topa_studio.pipeline.job import Job, Kind, State, Wish
from topa_studio.pipeline.sending.arrival import Arrival
from topa_studio.pipeline.sending.collector import Pace
from topa_studio.pipeline.till import Till
from topa_studio.provider.api import TaskReport, TaskState
from topa_studio.provider.service import Providers

NOT_THERE = frozenset({404, 410, 422})
"""What the service answers where it knows no such task, or keeps its file no more."""


@dataclass(frozen=True, slots=True)
class Returning:
    """Asks for what is known by its task id; nothing is ever sent anew here."""

    board: Board
    till: Till
    providers: Providers
    arrival: Arrival
    layout: Layout
    pace: Pace
    places: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(4))

    def wanted(self, kind: Kind, key: str) -> list[Take]:
        """Results of a subject that are not on the disk and may still be had, newest first."""
        gone = sorted(self.board.entry(kind, key).missed(), key=lambda take: -take.number)
        return [take for take in gone if self.board.is_kept(take)]

    async def bring(self, kind: Kind, key: str) -> int:
        """Bring home what is wanted of a subject; how many came.

        Raises StudioError: one could not be fetched now, and may be later.
        """
        count, last = 0, None
        for take in self.wanted(kind, key):
            wish = Wish(kind, key, take.number, "" if kind.is_of_element else self.layout.film)
            try:
                count += await self._returned(wish, take)
            except StudioError as error:
                last = error
        if last is not None and not count:
            raise last
        return count

    async def _returned(self, wish: Wish, take: Take) -> bool:
        await to_the_end(asyncio.to_thread(self._clear, take))
        if await to_the_end(asyncio.to_thread(self._copied_back, wish, take)):
            await self.till.kept.add_take(wish, take)
            return True
        return await self.fetch(wish, self._job(wish, take)) is not None

    async def fetch(self, wish: Wish, job: Job) -> Take | None:
        """The result of a task that is known, as `wish`; None where the service has none.

        Raises StudioError: it could not be fetched now.
        """
        report = await self._finished(job)
        if report is None or report.state is TaskState.FAILED:
            self.board.not_kept.add(job.task_id)
            return None
        asked = replace(job, wish=wish, path=self._path(wish, job), urls=report.urls)
        try:
            async with self.places:
                provider = self.providers.of(job.provider)
                take = await self.arrival.fetch(asked, provider, lambda _job, _share: None)
        except ProviderError as error:
            if error.params.get("status") not in NOT_THERE:
                raise StudioError("pipeline.not-fetched", reason=Trouble.of(error)) from error
            self.board.not_kept.add(job.task_id)
            return None
        await self.till.kept.add_take(wish, take)
        return take

    async def _finished(self, job: Job) -> TaskReport | None:
        """What the service says once it is done with a task; None where it knows none."""
        while True:
            try:
                report = await self.providers.of(job.provider).report(job.task_id)
            except ProviderError as error:
                if isinstance(error, Refused) and error.stops_queue:
                    raise
                if error.params.get("status") in NOT_THERE:
                    return None
                raise StudioError("pipeline.not-fetched", reason=Trouble.of(error)) from error
            if report.state is TaskState.FAILED or (report.state is TaskState.DONE and report.urls):
                return report
            if report.state is TaskState.DONE:
                raise StudioError("pipeline.no-file", task_id=job.task_id)
            await asyncio.sleep(self.pace.poll(time.time() - (job.sent or job.created)))

    def _clear(self, take: Take) -> None:
        """What lies in its place and is not all of a clip or picture stays, under another name."""
        place = self.layout.absolute(take.path)
        if holds_bytes(place) and not is_whole(place):
            set_aside(self.layout.own(place), "damaged")

    def _copied_back(self, wish: Wish, take: Take) -> bool:
        """Whether the copy that lies under the shot's own name is that result, and was put back."""
        copy = self.layout.clip(wish.key)
        target = self.layout.absolute(take.path)
        if wish.kind is not Kind.CLIP or not take.sha256 or take.seconds or target == copy:
            return False
        if not copy.is_file() or sha256_of(copy) != take.sha256:
            return False
        copy_durable(copy, self.layout.own(target))
        return True

    def _path(self, wish: Wish, job: Job) -> str:
        """Where it comes to: a place of its own, also where it lay under the shot's own name."""
        if job.wish == wish and job.path != self.layout.relative(self.layout.clip(wish.key)):
            return job.path
        if wish.kind.is_of_element:
            return job.path
        place = self.layout.take if wish.kind is Kind.CLIP else self.layout.panel
        return self.layout.relative(place(wish.key, wish.number))

    def _job(self, wish: Wish, take: Take) -> Job:
        """The job that made it, as far as anything tells of it."""
        jobs = self.board.entry(wish.kind, wish.key).jobs.values()
        made = next((job for job in jobs if job.task_id == take.task_id), None)
        if made is None:
            made = job_of(wish, take, read_receipt(self.layout.absolute(take.path)) or {})
        if made is None:
            made = Job(
                id=0,
                wish=wish,
                state=State.DONE,
                request=None,
                digest=take.digest,
                path=take.path,
                estimate=None,
                created=take.made_at,
                task_id=take.task_id,
                finished=take.made_at,
                provider=take.provider,
            )
        return replace(made, wish=wish, path=take.path, credits=take.credits)
