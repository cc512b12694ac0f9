"""Which results are here, gone from the disk, another film's, or lie with another shot."""

from __future__ import annotations

import asyncio
import logging
import os
import time
from collections.abc import Callable, Iterable, Set
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from topa_studio.base.files import sha256_of
from topa_studio.base.regular import holds_bytes
from topa_studio.base.signal import Signal
from topa_studio.media.sniff import is_whole
from topa_studio.model.scenario import Scenario
from topa_studio.model.status import Trouble
from topa_studio.model.take import Take
from topa_studio.pipeline.board import Board, Entry, Subject
from topa_studio.pipeline.folder.layout import Layout
from topa_studio.pipeline.folder.owner import Owner, Place, write_owner
from topa_studio.pipeline.job import OPEN, Job, Kind

Takes = dict[Kind, dict[str, list[Take]]]
_BETWEEN = 3.0

log = logging.getLogger(__name__)


class Whereabouts:
    """Looks for the files of one film's results, and knows whose film they are.

    Attributes:
        another_film: how many results and jobs are of another film that lay here before, as far
            as that was found out at this opening.
    """

    def __init__(
        self, board: Board, layout: Layout, owner: Owner, digest: Callable[[str], str | None]
    ) -> None:
        """`digest` is of the request that a shot would be sent with now."""
        self.another_film = 0
        self._board = board
        self._layout = layout
        self._owner = owner
        self._digest = digest
        self._looked = time.monotonic()
        board.apart = owner.apart

    async def gone(self, takes: Takes) -> set[str]:
        """Paths of results that are not on the disk; none while the whole folder is away.

        Nor are those there in whose place half of them lies, or what is no clip or picture, as
        long as the service may still have them.
        """
        return await asyncio.to_thread(_gone_of, takes, self._layout, self._board.is_kept)

    async def look(self) -> None:
        """See what somebody deletes, or puts back, while the film is open; every few seconds."""
        if time.monotonic() - self._looked < _BETWEEN:
            return
        # A pass over all that a long film has would hold up whoever waits for the loop.
        gone, concerned = await asyncio.to_thread(self._gone_now)
        self._looked = time.monotonic()
        takes: Takes = {}
        for kind, key in concerned:
            takes.setdefault(kind, {})[key] = self._board.entry(kind, key).every_take()
        self._board.set_takes(takes, gone)

    def _gone_now(self) -> tuple[set[str], list[Subject]]:
        """What is gone of all results, and of which subjects what is gone may be another now."""
        takes: Takes = {}
        known = self._board.subjects()
        for (kind, key), entry in known:
            takes.setdefault(kind, {})[key] = entry.every_take()
        gone = _gone_of(takes, self._layout, self._board.is_kept)
        return gone, [subject for subject, entry in known if _concerns(entry, gone)]

    async def tell_apart(self, scenario: Scenario, takes: Takes, jobs: Iterable[Job]) -> None:
        """Where another film lay in the folder, only the very requests of these shots count."""
        if not self._owner.is_another(scenario):
            return
        clips = takes.get(Kind.CLIP, {})
        own = {
            (key, take.digest)
            for key, found in clips.items()
            for take in found
            if take.digest and take.digest == self._digest(key)
        }
        apart: set[Place] = {
            (Kind.CLIP, key, take.number)
            for key, found in clips.items()
            for take in found
            if (key, take.digest) not in own
        }
        made = {key for key, _digest in own}
        apart |= {
            (Kind.PANEL, key, take.number)
            for key, found in takes.get(Kind.PANEL, {}).items()
            for take in found
            if key not in made
        }
        apart |= {
            (job.wish.kind, job.wish.key, job.wish.number)
            for job in jobs
            if job.wish.kind in (Kind.CLIP, Kind.PANEL) and job.state in OPEN
            if not job.digest or job.digest != self._digest(job.wish.key)
        }
        self.another_film = len(apart)
        self._owner = replace(self._owner, apart=self._owner.apart | apart)
        self._board.apart = self._owner.apart
        self._board.set_takes(takes, await self.gone(takes))

    async def take_over(self, keys: Iterable[str], scenario: Scenario) -> None:
        """What lay here before counts as the shots' own from now on. Raises OSError."""
        for key in keys:
            for kind in (Kind.CLIP, Kind.PANEL):
                self._board.take_over(kind, key)
        self._owner = replace(self._owner, apart=self._board.apart)
        await self.note(scenario)

    def tell(self, told: Signal[Trouble]) -> None:
        """Say that another film lay here, where this opening found it out."""
        if self.another_film:
            told.emit(Trouble("project.another-film", {"count": self.another_film}))

    def offered(self) -> tuple[str, ...]:
        """Keys of shots with clips of the film that lay here before."""
        return tuple(
            key
            for (kind, key), entry in self._board.subjects()
            if kind is Kind.CLIP and entry.apart
        )

    async def note(self, scenario: Scenario) -> None:
        """Say in the folder whose it is, and what the film says now.

        A disk that does not take it is told by all else that is written there; the next opening
        and the end say it again.
        """
        seen = await asyncio.to_thread(self._owner.seen, scenario)
        self._owner = replace(seen, apart=self._owner.apart)
        try:
            await asyncio.to_thread(write_owner, self._owner, self._layout)
        except OSError as error:
            log.warning("whose folder it is could not be written: %s", error)


def _concerns(entry: Entry, gone: Set[str]) -> bool:
    """Whether what is gone may be another of a subject."""
    return bool(entry.gone) or any(take.path in gone for take in entry.every_take() if gone)


def _gone_of(takes: Takes, layout: Layout, comes_back: Callable[[Take], bool]) -> set[str]:
    if not (layout.output / ".topa").is_dir():
        return set()
    every = {take.path: take for of in takes.values() for each in of.values() for take in each}
    return {path for path, take in every.items() if not _is_there(layout, take, comes_back)}


def _is_there(layout: Layout, take: Take, comes_back: Callable[[Take], bool]) -> bool:
    place = layout.place(take.path)
    return holds_bytes(place) and (not comes_back(take) or _is_good(*_stand(place), take.sha256))


def _stand(place: str) -> tuple[str, int, int]:
    try:
        facts = os.stat(place)
    except OSError:
        return place, 0, 0
    return place, facts.st_mtime_ns, facts.st_size


@lru_cache(maxsize=1 << 15)
def _is_good(place: str, _changed: int, _size: int, sha256: str) -> bool:
    """Read once for each change of a file. One that may not be read now is no damaged one."""
    path = Path(place)
    try:
        # One that came in pieces is not fetched again and again.
        return is_whole(path) or sha256_of(path) == sha256
    except OSError:
        return True
