"""What the very same request has made already, for another shot or film, is taken over: free."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Collection, Container
from dataclasses import dataclass, replace
from pathlib import Path

from topa_studio.base.closing import to_the_end
from topa_studio.base.errors import StudioError
from topa_studio.base.files import copy_durable, sha256_of, write_atomic
from topa_studio.model.take import Take
from topa_studio.pipeline.board import Board
from topa_studio.pipeline.folder.layout import Layout, receipt_of
from topa_studio.pipeline.folder.receipts import read_receipt
from topa_studio.pipeline.job import PAID, Job, Kind, State, Wish
from topa_studio.pipeline.made_before import Made
from topa_studio.pipeline.requests import know_requests
from topa_studio.pipeline.sending.arrival import marked
from topa_studio.pipeline.sending.collector import Collector
from topa_studio.pipeline.sending.returning import Returning
from topa_studio.pipeline.till import Till

IsOther = Callable[[Wish], bool]
"""Whether something was made for what is not in this film."""


@dataclass(frozen=True, slots=True)
class TakingOver:
    """Looks a request up by its digest in all that lies in the output folder.

    A shot of the same film with the same words is a shot of its own: it may become another clip.
    What lies with other films, and with shots that are in the film no more, is meant.
    """

    till: Till
    board: Board
    layout: Layout
    collector: Collector
    returning: Returning

    async def look(self, keys: Container[str]) -> bool:
        """See what others than these shots have, or wait for; whether that is new."""
        others = await self.till.kept.made_here(self.layout.film, keys)
        there = await asyncio.to_thread(self._there, others)
        return self.board.made_before.learn(self.layout.film, there)

    def _there(self, found: list[Made]) -> list[Made]:
        return [m for m in found if not m.file.path or self.layout.absolute(m.file.path).is_file()]

    async def asked_before(self, kind: Kind, digests: Collection[str]) -> frozenset[str]:
        """Which of these requests were made, or are being made, for whatever it was."""
        return await self.till.kept.asked_before(kind, digests)

    async def take_over(
        self, wish: Wish, digest: str, is_other: IsOther, sha256: str = ""
    ) -> Take | None:
        """The result of that request as `wish`, copied from where it lies; None: there is none.

        Of several the newest, or the one with this content. What is still being made is waited
        for.

        Raises:
            StudioError: it was asked for, and nobody knows what became of it.
            OSError: the disk.
        """
        asked = await self.till.kept.same_jobs(wish.kind, digest)
        came = await self._wait(wish, asked, is_other)
        if came is not None:
            return came
        results = await self.till.kept.same_takes(wish.kind, digest)
        others = [
            take for source, take in results if is_other(source) and sha256 in ("", take.sha256)
        ]
        found = await asyncio.to_thread(self._sound, others)
        if found is None:
            return None
        source, path = found
        take = await to_the_end(asyncio.to_thread(self._copy, wish, source, path))
        await self.till.kept.add_take(wish, take)
        know_requests(self.board, asked)
        return take

    async def _wait(self, wish: Wish, asked: list[Job], is_other: IsOther) -> Take | None:
        """Wait for what is being made; the result where it came to `wish` at once."""
        for job in asked:
            if not is_other(job.wish):
                continue
            if job.state is State.UNKNOWN:
                where = f"{job.wish.film}, {job.wish.key}"
                raise StudioError("pipeline.asked-elsewhere", where=where)
            if job.state not in PAID:
                continue
            if job.wish.film == self.layout.film:
                await self.collector.collect(job)
            else:
                # Another film's job stays as it is, and counts there; its result comes here too.
                free = replace(job, credits=None, estimate=None)
                return await self.returning.fetch(wish, free)
        return None

    def _sound(self, takes: list[Take]) -> tuple[Take, Path] | None:
        for take in reversed(takes):
            path = self.layout.absolute(take.path)
            if path.is_file() and self.layout.is_inside(path):
                return take, path
        return None

    def _copy(self, wish: Wish, source: Take, path: Path) -> Take:
        place = self.layout.take if wish.kind is Kind.CLIP else self.layout.panel
        plain = place(wish.key, wish.number).with_suffix(path.suffix)
        target = self.layout.own(marked(plain, source.task_id))
        while target.exists():
            target = target.with_name(f"{target.stem}-{wish.number}{target.suffix}")
        of = {"kind": wish.kind, "film": wish.film, "key": wish.key, "number": wish.number}
        receipt = {
            **(read_receipt(path) or {"task_id": source.task_id, "request_digest": source.digest}),
            "of": of,
            "taken_over_from": source.path,
            # It was paid for once, and counts where it was.
            "credits": None,
            "estimate": None,
        }
        text = json.dumps(receipt, indent=2, ensure_ascii=False)
        target.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(receipt_of(target), f"{text}\n".encode())
        copy_durable(path, target)
        return replace(
            source,
            number=wish.number,
            path=self.layout.relative(target),
            credits=None,
            sha256=source.sha256 or sha256_of(target),
        )
