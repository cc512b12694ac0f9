"""Pictures of elements that the user brings or changes, laid ready beside the others."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from topa_studio.base.errors import MediaError, ProjectError, StudioError
from topa_studio.catalogue.models import Limits
from topa_studio.media.apart import Apart
from topa_studio.media.sniff import SNIFF_BYTES, sniff
from topa_studio.model.status import reason_of
from topa_studio.pipeline.folder.layout import Layout
from topa_studio.pipeline.folder.picture_trash import PictureTrash
from topa_studio.pipeline.takes.own_picture import own_picture

Box = tuple[float, float, float, float]
"""Left, top, width and height of a part of a picture, as shares of it."""


@dataclass(frozen=True, slots=True)
class NewPictures:
    """Each gives the name of the file and the SHA-256 of what was laid ready in the trash.

    All raise StudioError: it is no picture that can be used, or the disk does not take it.
    """

    layout: Layout
    trash: PictureTrash

    async def brought(self, element: str, file: str, source: Path, most: int) -> tuple[str, str]:
        """A copy of a picture of the user's own; `most` bytes are taken of one."""
        return await self._laid(element, file, source.name, lambda: own_picture(source, most)[0])

    async def cropped(self, element: str, path: str, box: Box) -> tuple[str, str]:
        """A part of a picture that is here."""
        left, top, width, height = box
        if not (0 <= left < 1 and 0 <= top < 1 and width > 0 and height > 0):
            raise StudioError("pipeline.nothing-cropped")
        box = left, top, min(width, 1 - left), min(height, 1 - top)
        source, file = self.layout.absolute(path), PurePosixPath(path).name
        return await self._laid(element, file, file, lambda: Apart.shared().part(source, box))

    async def mended(self, element: str, path: str, limits: Limits) -> tuple[str, str]:
        """A picture as the service takes it."""
        source, file = self.layout.absolute(path), PurePosixPath(path).name
        wanted = limits.picture_side, limits.picture_shape, limits.picture_bytes
        return await self._laid(element, file, file, lambda: Apart.shared().mended(source, *wanted))

    async def _laid(
        self, element: str, file: str, name: str, data: Callable[[], bytes]
    ) -> tuple[str, str]:
        return await asyncio.to_thread(self._lay, element, file, name, data)

    def _lay(
        self, element: str, file: str, name: str, make: Callable[[], bytes]
    ) -> tuple[str, str]:
        try:
            data = make()
            suffix = ".png" if sniff(data[:SNIFF_BYTES]) == "png" else ".jpg"
            file = f"{_stem(file)}{suffix}"
            return file, self.trash.put_own(element, file, data, name)
        except MediaError as error:
            if error.code == "media.nothing-left":
                raise StudioError("pipeline.nothing-cropped") from error
            raise StudioError(error.code, **error.params) from error
        except OSError as error:
            raise ProjectError("pipeline.pictures-not-moved", reason=reason_of(error)) from error


def _stem(file: str) -> str:
    path = PurePosixPath(file)
    return path.stem if path.suffix.lower() in (".png", ".jpg", ".jpeg") else file
