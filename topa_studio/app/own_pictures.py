"""The user's own pictures that a shot starts from, ends with or is: looked at, and copied."""

from __future__ import annotations

import asyncio
import hashlib
from pathlib import Path

from topa_studio.app.brought import place_for
from topa_studio.app.session import ProjectSession
from topa_studio.base.errors import ProjectError, StudioError
from topa_studio.base.files import copy_durable, relative_to_home, sha256_of, write_atomic
from topa_studio.base.regular import read_head
from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.catalogue.models import Limits
from topa_studio.media.apart import Apart
from topa_studio.media.sniff import SNIFF_BYTES, sniff
from topa_studio.model.wish import Kind
from topa_studio.pipeline.folder.layout import PICTURES
from topa_studio.pipeline.folder.picture_check import size_trouble
from topa_studio.pipeline.own_pictures import OwnPicture
from topa_studio.pipeline.takes.bring import suffix_of

SUFFIXES = (".png", ".jpg", ".jpeg", ".webp")
FIELDS = ("start", "end", "still")
"""What of a shot may be such a picture."""


async def bring_picture(session: ProjectSession, key: str, field: str, source: Path) -> str:
    """A picture for one of `FIELDS` of a shot, as the film names it.

    It is opened as a stranger's file; from outside the film's folder it is copied into it. A copy
    that lies there already is used again, and no other file is written over. WebP, which the
    models that make clips do not take, becomes PNG.

    Raises:
        StudioError: it is no picture that can be used there.
        ProjectError: it cannot be copied.
    """
    ratio = session.film.film.aspect_ratio
    wanted = None if field == "still" else OwnPicture(source.name, _limits(session, key), ratio)
    return await asyncio.to_thread(_bring, session.path(""), source, wanted)


def _limits(session: ProjectSession, key: str) -> Limits:
    """Those of the model that takes frames for the shot."""
    catalogue = Catalogue.bundled()
    model = catalogue.clip_model(session.settings(key).model)
    return (catalogue.get(model.frame_model or "") or model).limits


def _bring(home: Path, source: Path, wanted: OwnPicture | None) -> str:
    suffix = suffix_of(Kind.PANEL, source)
    found = Apart.shared().look(source)
    trouble = None if wanted is None else size_trouble(wanted, found)
    if trouble is not None:
        raise StudioError(trouble.code, **trouble.params)
    try:
        source, home = source.resolve(), home.resolve()
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
        told = {"path": str(source), "reason": error.strerror or str(error)}
        raise ProjectError("project.picture-not-copied", **told) from error
