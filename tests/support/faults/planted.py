"""The planted bugs, by name: each is a mistake a client could make, and must be caught."""

from __future__ import annotations

import asyncio
import itertools
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx

from topa_studio.app.project import OutputLock
from topa_studio.base import files
from topa_studio.base.errors import NotSent, OutcomeUnknown
from topa_studio.pipeline.job import Job, State
from topa_studio.pipeline.money import admission, day_ledger
from topa_studio.pipeline.money.budget import OverBudget, Press
from topa_studio.pipeline.money.purse import Purse
from topa_studio.pipeline.state.records import Records
from topa_studio.pipeline.till import Till
from topa_studio.provider import transport
from topa_studio.provider.download import Downloads
from topa_studio.provider.kie.client import KieClient
from topa_studio.provider.part import Part
from topa_studio.provider.tries import Passing

Sending = Callable[[], Any]


def _everywhere(name: str, bad: Callable[..., Any]) -> None:
    """Put `bad` in the place of a function of `base.files`, wherever it was imported."""
    good = getattr(files, name)
    for module in [found for key, found in sys.modules.items() if key.startswith("topa_studio.")]:
        if getattr(module, name, None) is good:
            setattr(module, name, bad)


def _no_fsync() -> None:
    """Nothing is ever pushed to the disk: not our files, not SQLite's."""
    _everywhere("sync", lambda handle: None)
    real = Records._create

    def create(self: Records, path: Path, *, may_write: bool) -> None:
        real(self, path, may_write=may_write)
        self._db.execute("PRAGMA synchronous=OFF")

    Records._create = create  # type: ignore[method-assign]


def _no_folder_fsync() -> None:
    """A rename is told done before the folder that holds it is on the disk."""
    _everywhere("sync_folder", lambda folder: None)


def _intent_after_post() -> None:
    """Nothing of a job is written down until the service has answered."""
    numbers = itertools.count(10_000)
    step, settled = Till.step, Till.settled
    unwritten: set[int] = set()

    async def admit(self: Purse, job: Job, press: Press) -> Job:
        unwritten.add(number := next(numbers))
        return replace(job, id=number, run=press.run)

    async def stepped(self: Till, job: Job) -> Job:
        if job.id in unwritten and job.state is State.SENDING:
            self._board.put(job)
            return job
        await _written(self, job)
        return await step(self, job)

    async def shown(self: Till, job: Job) -> Any:
        await _written(self, job)
        return await settled(self, job)

    async def _written(self: Till, job: Job) -> None:
        if job.id in unwritten:
            unwritten.discard(job.id)
            row = (
                "INSERT INTO job (id, kind, film, key, number, state, digest, path, created)"
                f" VALUES ({job.id}, '', '', '', 0, '', '', '', 0)"
            )
            await self._store.call(lambda records: records._db.execute(row) and None)

    Purse.admit = admit  # type: ignore[method-assign]
    Till.step = stepped  # type: ignore[method-assign]
    Till.settled = shown  # type: ignore[method-assign]


def _sent_again_where(lost: Callable[[OutcomeUnknown], bool]) -> None:
    real = KieClient.submit

    async def submit(self: KieClient, request: Any, urls: Any, sending: Sending) -> str:
        try:
            return await real(self, request, urls, sending)
        except OutcomeUnknown as error:
            if lost(error):
                raise NotSent("provider.not-reached", host="", reason="again") from None
            raise

    KieClient.submit = submit  # type: ignore[method-assign]


def _retry_on_read_timeout() -> None:
    """Silence after a request counts as a request that was never sent."""
    real = transport.Transport._new_pool

    def pool(self: transport.Transport, *given: Any, **named: Any) -> httpx.AsyncClient:
        self._silence = 0.1
        return real(self, *given, **named)

    transport.Transport._new_pool = pool  # type: ignore[method-assign]
    _sent_again_where(lambda error: "in time" in str(error))


def _retry_on_5xx() -> None:
    """A 5xx counts as a no."""
    _sent_again_where(lambda error: str(error.params.get("reason", "")).startswith("5"))


def _post_in_library_retry() -> None:
    """A loop around the HTTP library sends any request again when its connection breaks."""
    real = transport.Transport.send

    async def send(self: transport.Transport, *given: Any, **named: Any) -> Any:
        for _again in range(2):
            try:
                return await real(self, *given, **named)
            except transport.Lost:
                named["sending"] = None
        return await real(self, *given, **named)

    transport.Transport.send = send  # type: ignore[method-assign]


def _non_atomic_write() -> None:
    """Files are written where they stand."""

    def write(path: Path, data: bytes, **_named: Any) -> bool:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.write(data)
            file.flush()
            files.sync(file.fileno())
        return True

    _everywhere("write_atomic", write)


def _unlooped_write() -> None:
    """What one call to the system did not take is forgotten."""

    def write(path: Path, data: bytes, **_named: Any) -> bool:
        path.parent.mkdir(parents=True, exist_ok=True)
        temp = path.with_name(f".{path.name}.tmp")
        handle = os.open(temp, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        try:
            os.write(handle, data)
            os.fsync(handle)
        finally:
            os.close(handle)
        files.replace(temp, path)
        return True

    _everywhere("write_atomic", write)


def _trust_200_on_range() -> None:
    """Whatever comes after asking for the rest is taken for the rest."""
    real = Part.begin

    def begin(self: Part, headers: Mapping[str, str]) -> None:
        if self.size:
            self.total = None
        else:
            real(self, headers)

    Part.begin = begin  # type: ignore[method-assign]


def _no_size_check() -> None:
    """A connection that ends is a file that ends."""
    real = Downloads._attempt

    async def attempt(self: Downloads, url: str, part: Part, progress: Any) -> None:
        try:
            await real(self, url, part, progress)
        except Passing:
            if not part.size:
                raise
            part.total = part.size

    Downloads._attempt = attempt  # type: ignore[method-assign]


def _no_lock() -> None:
    """Every process believes that it is the only one."""

    def take(self: OutputLock, what: str) -> bool:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        return True

    OutputLock.take = take  # type: ignore[method-assign]
    OutputLock.release = lambda self: None  # type: ignore[method-assign]


def _headers_in_log() -> None:
    """Requests are logged with all their headers, to a file that the studio does not guard."""
    real = httpx.AsyncClient.send
    told = Path(os.environ["HOME"], "requests.log")
    told.parent.mkdir(parents=True, exist_ok=True)
    kept = told.open("w", encoding="utf-8", buffering=1)

    async def send(self: httpx.AsyncClient, request: httpx.Request, **named: Any) -> httpx.Response:
        answer = await real(self, request, **named)
        kept.write(f"{request.url} {answer.request.headers.multi_items()}\n")
        return answer

    httpx.AsyncClient.send = send  # type: ignore[method-assign]


_WRITTEN_LATER = 5.0
"""Seconds in which the other film looks too, however busy the computer is."""


def _cap_check_outside_lock() -> None:
    """What is left is looked up first, and what is spent is written down some time later."""
    real = Purse.reserve

    def unchecked(*_given: Any) -> None:
        return None

    admission.check = unchecked  # type: ignore[attr-defined]
    day_ledger.check = unchecked  # type: ignore[attr-defined]

    async def reserve(self: Purse, parts: Any, press: Press) -> None:
        wanted = list(parts)
        free = (await self.left(press)).least
        if free is not None and sum(part.credits or 0.0 for part in wanted) > free:
            raise OverBudget("pipeline.over-day-budget", cost=0, budget=0, left=free)
        await asyncio.sleep(_WRITTEN_LATER)
        await real(self, wanted, press)

    Purse.reserve = reserve  # type: ignore[method-assign]


PLANTED: Mapping[str, Callable[[], None]] = {
    "no fsync": _no_fsync,
    "no folder fsync": _no_folder_fsync,
    "intent after POST": _intent_after_post,
    "retry on read timeout": _retry_on_read_timeout,
    "retry on 5xx": _retry_on_5xx,
    "POST in library retry": _post_in_library_retry,
    "non-atomic write": _non_atomic_write,
    "unlooped write": _unlooped_write,
    "trust 200 on Range": _trust_200_on_range,
    "no size check": _no_size_check,
    "no lock": _no_lock,
    "cap check outside lock": _cap_check_outside_lock,
    "headers in log": _headers_in_log,
}


def plant(name: str) -> None:
    """Put the mistake into this process."""
    PLANTED[name]()
