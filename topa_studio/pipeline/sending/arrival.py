"""How a result comes home: staged, looked at, given its receipt, then put in its place for good."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import re
import time
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from topa_studio.base.closing import to_the_end
from topa_studio.base.errors import MediaError, NotSent, ProviderError, StudioError
from topa_studio.base.files import is_link, sha256_of, write_atomic
from topa_studio.base.files import replace as move
from topa_studio.base.regular import holds_bytes, open_regular
from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.media.apart import Apart
from topa_studio.media.compare import Asked, differences
from topa_studio.media.sniff import sniff
from topa_studio.model.request import ClipRequest
from topa_studio.model.take import Take
from topa_studio.pipeline.folder.layout import Layout
from topa_studio.pipeline.folder.receipts import read_receipt, take_of, write_receipt
from topa_studio.pipeline.job import Job, Kind
from topa_studio.provider.api import Provider

log = logging.getLogger(__name__)

_SUFFIX = {"mp4": ".mp4", "webm": ".webm", "png": ".png", "jpeg": ".jpg"}
_CLIPS = ("mp4", "webm")
_CLIP_NAMES = frozenset({".mp4", ".webm", ".mov", ".m4v"})
_PICTURE_NAMES = frozenset({".png", ".jpg", ".jpeg", ".webp"})
_SNIFFED_BYTES = 64
_NUMBERED = frozenset({Kind.CLIP, Kind.PANEL, Kind.REDRAW})
"""What two computers may make of the same number."""
_MARK = 8


class Arrival:
    """Downloads into `.topa/incoming`; a file takes its place only whole and with a receipt."""

    def __init__(self, layout: Layout, catalogue: Catalogue) -> None:
        self._layout = layout
        self._catalogue = catalogue

    async def already_home(self, job: Job) -> Take | None:
        """The result of a job that was interrupted between its last file and the database."""
        return await asyncio.to_thread(self._find_home, job)

    async def fetch(
        self, job: Job, provider: Provider, fetched: Callable[[Job, float], None]
    ) -> Take:
        """Bring the result of `job` into its place: of several the one that is what was asked.

        Raises:
            ProviderError: it could not be downloaded.
            StudioError: what came is no clip or picture, or one that breaks whoever opens it; it
                is kept as `.rejected`, and may be fetched again.
        """
        staged = self._staged(job)

        def count(done: int, total: int | None) -> None:
            fetched(job, done / total if total else 0.0)

        if staged.exists() and not is_link(staged):
            return await to_the_end(asyncio.to_thread(self._place, job, staged))
        *others, last = _likely_first(job)
        for url in others:
            try:
                return await self._fetch(job, url, provider, count)
            except NotSent:
                raise
            except (ProviderError, StudioError) as error:
                log.info("of several results one is not it: %s", error)
        return await self._fetch(job, last, provider, count)

    async def _fetch(
        self, job: Job, url: str, provider: Provider, count: Callable[[int, int | None], None]
    ) -> Take:
        place = await asyncio.to_thread(self._layout.own, self._staged(job))
        await provider.fetch(url, place, count)
        return await to_the_end(asyncio.to_thread(self._place, job, place))

    def _staged(self, job: Job) -> Path:
        """By the task, not by the job's number: numbers begin again where state.db was deleted."""
        mark = hashlib.sha256(job.task_id.encode()).hexdigest()[:16]
        return self._layout.output / ".topa" / "incoming" / f"{mark}.media"

    def _find_home(self, job: Job) -> Take | None:
        plain = self._layout.absolute(job.path)
        for place in (marked(plain, job.task_id), plain):
            for suffix in _SUFFIX.values():
                path = place.with_suffix(suffix)
                if holds_bytes(path) and _is_of(job, path):
                    receipt = read_receipt(path) or {}
                    return take_of(path, job.wish.number, self._layout.relative(path), receipt)
        return None

    def _place(self, job: Job, staged: Path) -> Take:
        with open_regular(staged) as file:
            kind = sniff(file.read(_SNIFFED_BYTES))
        wanted_clip = job.wish.kind in (Kind.CLIP, Kind.SCENE)
        if kind is None or (kind in _CLIPS) is not wanted_clip:
            raise self._reject(job, staged)
        try:
            flags = self._flags(job, staged)
        except MediaError as error:
            if error.code == "media.not-opened":
                raise
            raise self._reject(job, staged) from error
        if kind == "webp":
            # The models that make clips take no WebP: it is kept as a PNG of the same pixels.
            write_atomic(staged, Apart.shared().last_frame(staged))
            kind = "png"
        target = self._layout.absolute(job.path).with_suffix(_SUFFIX[kind])
        return self._settle(job, staged, target, flags)

    def _settle(self, job: Job, staged: Path, target: Path, flags: tuple[str, ...]) -> Take:
        if job.wish.kind in _NUMBERED and not _is_of(job, target):
            # Another computer may make a take of the same number at this very moment.
            target = marked(target, job.task_id)
        if target.exists() and not _is_of(job, target):
            # Somebody's own file, or another task's result under a name that some systems take
            # for the same: it stays.
            mark = hashlib.sha256(job.task_id.encode()).hexdigest()[:8]
            target = target.with_name(f"{target.stem}-{mark}{target.suffix}")
        take = Take(
            number=job.wish.number,
            path=self._layout.relative(target),
            digest=job.digest,
            task_id=job.task_id,
            credits=job.credits,
            sha256=sha256_of(staged),
            flags=flags,
            made_at=job.finished or time.time(),
            provider=job.provider,
        )
        self._layout.own(target).parent.mkdir(parents=True, exist_ok=True)
        write_receipt(target, job, take)
        move(staged, target)
        return take

    def _reject(self, job: Job, staged: Path) -> StudioError:
        move(staged, staged.with_suffix(".rejected"))
        return StudioError("pipeline.not-media", task_id=job.task_id)

    def _flags(self, job: Job, staged: Path) -> tuple[str, ...]:
        found = Apart.shared().examine(staged)
        request = job.request
        if not isinstance(request, ClipRequest):
            return ()
        model = self._catalogue.model_for(request)
        size = None if model is None else model.modes.get(request.mode)
        if size is not None:
            size = _turned(size, request.aspect_ratio)
        asked = Asked(seconds=float(request.duration), size=size, sound=request.sound)
        return differences(asked, found)


def _likely_first(job: Job) -> list[str]:
    """The addresses of results: first those whose names promise what was asked for."""

    def unlikely(url: str) -> int:
        suffix = PurePosixPath(urlsplit(url).path).suffix.lower()
        wanted = _CLIP_NAMES if job.wish.kind in (Kind.CLIP, Kind.SCENE) else _PICTURE_NAMES
        return 0 if suffix in wanted else 2 if suffix in _CLIP_NAMES | _PICTURE_NAMES else 1

    return sorted(job.urls, key=unlikely)


def marked(target: Path, task_id: str) -> Path:
    """`target` with the end of the task's id in its name, so that no other task's file has it."""
    mark = re.sub(r"[^0-9A-Za-z]", "", task_id)[-_MARK:]
    if not mark or target.stem.endswith(f"-{mark}"):
        return target
    return target.with_name(f"{target.stem}-{mark}{target.suffix}")


def _is_of(job: Job, path: Path) -> bool:
    """Whether the receipt beside `path` is this job's."""
    receipt = read_receipt(path)
    return receipt is not None and receipt.get("task_id") == job.task_id


def _turned(size: tuple[int, int], ratio: str) -> tuple[int, int]:
    """A 16:9 size as the same quality in another ratio."""
    wide, high = size
    return {"9:16": (high, wide), "1:1": (high, high)}.get(ratio, (wide, high))
