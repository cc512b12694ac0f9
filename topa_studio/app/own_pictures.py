"""The user's own pictures that a shot starts from, ends with or is: looked at, and copied."""

from __future__ import annotations

import asyncio
import hashlib
from pathlib import Path

from topa_studio.app.brought import place_for
from topa_studio.app.making.production import Production
from topa_studio.base.errors import ProjectError, StudioError
from topa_studio.base.files import copy_durable, relative_to_home, sha256_of, write_atomic
from topa_studio.base.regular import read_head
from topa_studio.catalogue.models import Limits
from topa_studio.media.apart import Apart
from topa_studio.media.sniff import SNIFF_BYTES, sniff
from topa_studio.model.wish import Kind
from topa_studio.pipeline.folder.layout import PICTURES
from topa_studio.pipeline.folder.picture_check import PictureCheck
from topa_studio.pipeline.own_pictures import OwnPicture, frame_limits
from topa_studio.pipeline.takes.bring import suffix_of

SUFFIXES = (".png", ".jpg", ".jpeg", ".webp")
FIELDS = ("start", "end", "still")
"""What of a shot may be such a picture."""


class OwnPictures:
    """Opens each as a stranger's file; those from outside the film's folder are copied into it."""

    def __init__(self, production: Production) -> None:
        self._production = production

    async def bring(self, key: str, field: str, source: Path) -> str:
        """The picture for one of `FIELDS` of a shot, as the film names it.

        A copy that lies there already is used again, and no other file is written over. WebP, which
        the models that make clips do not take, becomes PNG.

        Raises:
            StudioError: it is no picture that can be used there.
            ProjectError: it cannot be copied.
        """
        limits = self._limits(key) if field != "still" else None
        return await asyncio.to_thread(self._bring, source, limits)

    def _limits(self, key: str) -> Limits:
        film = self._production.film
        return frame_limits(film.scenario, key, film.setup)

    def _bring(self, source: Path, limits: Limits | None) -> str:
        suffix = suffix_of(Kind.PANEL, source)
        Apart.shared().look(source)
        if limits is not None:
            self._must_fit(source, limits)
        home = self._production.layout.home.resolve()
        try:
            source = source.resolve()
            is_webp = sniff(read_head(source, SNIFF_BYTES)) == "webp"
            if source.is_relative_to(home) and not is_webp:
                return relative_to_home(source, home)
            png = Apart.shared().last_frame(source) if is_webp else b""
            content = hashlib.sha256(png).hexdigest() if is_webp else sha256_of(source)
            target = place_for(home, PICTURES, f"{source.stem}{suffix}", content)
            if not target.exists():
                target.parent.mkdir(exist_ok=True)
                write_atomic(target, png) if is_webp else copy_durable(source, target)
            return relative_to_home(target, home)
        except OSError as error:
            reason = error.strerror or str(error)
            told = {"path": str(source), "reason": reason}
            raise ProjectError("project.picture-not-copied", **told) from error

    def _must_fit(self, source: Path, limits: Limits) -> None:
        ratio = self._production.scenario.film.aspect_ratio
        picture = OwnPicture(str(source.absolute()), limits, ratio)
        trouble = PictureCheck(self._production.layout).trouble(picture)
        if trouble is not None:
            raise StudioError(trouble.code, **{**trouble.params, "path": source.name})
