"""Pictures of a request on the service's side: each uploaded once, again before its URL dies."""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from topa_studio.base.errors import StudioError
from topa_studio.base.files import write_atomic
from topa_studio.base.regular import open_regular
from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.media.apart import Apart
from topa_studio.media.orientation import UPRIGHT, told_orientation
from topa_studio.media.sniff import SNIFF_BYTES, sniff
from topa_studio.model.request import DEFAULT_PROVIDER, ClipRequest, Picture, Request
from topa_studio.pipeline.folder.layout import Layout, file_name
from topa_studio.pipeline.folder.picture_check import PictureCheck
from topa_studio.pipeline.own_pictures import OwnPicture
from topa_studio.pipeline.till import Till
from topa_studio.provider.api import Provider
from topa_studio.provider.service import Providers


class Uploads:
    """Gives each local picture of a request its URL; one picture is never sent twice at once.

    Every picture leaves through here, so `may_send` has its last word here, whoever named it: the
    scenario, or a record of takes that came with the film.
    """

    def __init__(
        self,
        till: Till,
        providers: Providers,
        layout: Layout,
        catalogue: Catalogue,
        may_send: Callable[[Path], bool],
    ) -> None:
        self._kept = till.kept
        self._providers = providers
        self._layout = layout
        self._catalogue = catalogue
        self._check = PictureCheck(layout)
        self._may_send = may_send
        self._running: dict[tuple[str, str], asyncio.Task[str]] = {}

    async def urls(self, request: Request) -> Mapping[str, str]:
        """sha256 -> URL for every local picture; start and end frames are cropped to the ratio.

        Raises:
            StudioError: a picture is gone or damaged, or the service would not take it.
            ProviderError: an upload did not succeed.
        """
        local = _local(request).items()
        model = self._catalogue.model_for(request)
        for picture, ratio in local if model is not None else ():
            assert model is not None
            await self._look_at(OwnPicture(picture.path, model.limits, ratio))
        by = self._catalogue.provider_of(request)
        return {picture.sha256: await self.url(picture, ratio, by) for picture, ratio in local}

    async def _look_at(self, picture: OwnPicture) -> None:
        """Raises StudioError where it is there and cannot be sent."""
        trouble = await asyncio.to_thread(self._check.trouble, picture)
        if trouble is not None and trouble.code != "pipeline.picture-missing":
            raise StudioError(trouble.code, **trouble.params)

    async def forget(self, request: Request) -> None:
        """The service could not reach the pictures of this request: upload them anew next time."""
        marks = [_mark(picture, ratio) for picture, ratio in _local(request).items()]
        provider = self._providers.of(self._catalogue.provider_of(request))
        await self._kept.forget_uploads(marks, provider.upload_origin)

    async def url(self, picture: Picture, ratio: str = "", by: str = DEFAULT_PROVIDER) -> str:
        """The URL of one local picture at provider `by`, cropped to `ratio` where one is given."""
        mark, provider = _mark(picture, ratio), self._providers.of(by)
        since = time.time() - provider.upload_seconds
        known = await self._kept.upload(mark, provider.upload_origin, since)
        if known is not None:
            return known
        place = (mark, by)
        running = self._running.get(place)
        if running is None:
            running = asyncio.create_task(self._upload(picture, ratio, mark, provider))
            self._running[place] = running
            running.add_done_callback(partial(self._uploaded, place))
        return await asyncio.shield(running)

    async def aclose(self) -> None:
        """Stop what is on its way: it is free, and the next start sends it again."""
        running = tuple(self._running.values())
        for upload in running:
            upload.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    def _uploaded(self, place: tuple[str, str], done: asyncio.Task[str]) -> None:
        self._running.pop(place, None)
        if not done.cancelled():
            done.exception()  # told to whoever waits; nobody may be left to wait

    async def _upload(self, picture: Picture, ratio: str, mark: str, provider: Provider) -> str:
        path = self._layout.absolute(picture.path)
        if not await asyncio.to_thread(self._may_send, path):
            raise StudioError("pipeline.picture-elsewhere", path=picture.path)
        try:
            path = await asyncio.to_thread(self._ready, picture, path, ratio)
            stem = file_name(Path(picture.path).stem)
            name = f"{stem}-{picture.sha256[:10]}-{secrets.token_hex(3)}{path.suffix.lower()}"
            url = await provider.upload(path, name)
        except FileNotFoundError as error:
            raise StudioError("pipeline.picture-missing", path=picture.path) from error
        await self._kept.add_upload(mark, provider.upload_origin, url, time.time())
        return url

    def _ready(self, picture: Picture, path: Path, ratio: str) -> Path:
        """The file as it is sent: upright, a frame cut, each of a kind and weight that is taken.

        The kling model takes its ratio from the frame, so the frame must have the film's.
        """
        if not ratio and _goes_as_it_is(path):
            return path
        shape = f"-{ratio.replace(':', 'x')}" if ratio else ""
        plain = self._layout.cache / f"{picture.sha256[:20]}{shape}-upright.png"
        most = self._catalogue.picture_bytes
        for known in (plain, plain.with_suffix(".jpg")):
            if known.exists() and (not most or known.stat().st_size <= most):
                return known
        data = Apart.shared().cropped(path, ratio, most)
        is_png = sniff(data[:SNIFF_BYTES]) == "png"
        target = plain if is_png else plain.with_suffix(".jpg")
        write_atomic(self._layout.own(target), data)
        return target


def _local(request: Request) -> Mapping[Picture, str]:
    """Each local picture of a request, and the ratio it is cropped to ("": not at all)."""
    frames = {p for p in _frames(request) if p is not None}
    return {
        picture: request.aspect_ratio if picture in frames else ""
        for picture in request.pictures()
        if picture.sha256
    }


def _goes_as_it_is(path: Path) -> bool:
    with open_regular(path) as file:
        kind = sniff(file.read(SNIFF_BYTES))
    return kind in ("png", "jpeg") and told_orientation(path) == UPRIGHT


def _mark(picture: Picture, ratio: str) -> str:
    """Another one than before pictures were turned: none that lies on its side is used again."""
    return f"{picture.sha256}|{ratio}|upright"


def _frames(request: Request) -> tuple[Picture | None, Picture | None]:
    return (request.start, request.end) if isinstance(request, ClipRequest) else (None, None)
