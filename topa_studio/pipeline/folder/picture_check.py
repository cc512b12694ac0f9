"""Whether a picture can be sent: it is there, it is whole, and the service takes its size."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from topa_studio.base.errors import MediaError
from topa_studio.media.apart import Apart
from topa_studio.media.probe import Probe
from topa_studio.media.ratio import cut_size
from topa_studio.model.status import Trouble
from topa_studio.pipeline.folder.layout import Layout
from topa_studio.pipeline.own_pictures import OwnPicture

_MB = 1 << 20


class PictureCheck:
    """Looks at pictures before anything is paid for; each file is unpacked once as it is."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._seen: dict[tuple[str, int, int], Probe | Trouble] = {}

    def troubles(self, pictures: Iterable[OwnPicture]) -> tuple[Trouble, ...]:
        """`trouble` of several pictures, each once."""
        found = [self.trouble(picture) for picture in dict.fromkeys(pictures)]
        return tuple(trouble for trouble in found if trouble is not None)

    def trouble(self, picture: OwnPicture) -> Trouble | None:
        """Why a picture cannot be sent; None where it can. Blocks.

        Raises:
            MediaError: pictures cannot be looked at at all.
        """
        path = self._layout.absolute(picture.path)
        if not path.is_file():
            return Trouble("pipeline.picture-missing", {"path": picture.path})
        try:
            found = self._facts(path, picture.path)
        except OSError:
            return Trouble("pipeline.picture-damaged", {"path": picture.path})
        if isinstance(found, Trouble):
            return found
        return _weight(picture, path.stat().st_size) or size_trouble(picture, found)

    def _facts(self, path: Path, stored: str) -> Probe | Trouble:
        facts = path.stat()
        mark = (str(path), facts.st_mtime_ns, facts.st_size)
        if mark not in self._seen:
            try:
                self._seen[mark] = Apart.shared().look(path)
            except MediaError as error:
                if error.code == "media.not-opened":
                    raise
                self._seen[mark] = Trouble("pipeline.picture-damaged", {"path": stored})
        return self._seen[mark]


def _weight(picture: OwnPicture, size: int) -> Trouble | None:
    """What is cut to a ratio is written anew, within the limit; all else goes as it is."""
    most = picture.limits.picture_bytes
    if picture.ratio or not most or size <= most:
        return None
    told = {"path": picture.path, "size": round(size / _MB, 1), "most": most // _MB}
    return Trouble("pipeline.picture-heavy", told)


def size_trouble(picture: OwnPicture, found: Probe) -> Trouble | None:
    """Why a picture of this size cannot be sent; None where it can."""
    limits = picture.limits
    width, height = cut_size(found.width, found.height, picture.ratio)
    least = limits.picture_side
    told = {"path": picture.path, "width": width, "height": height, "least": least}
    if min(width, height) < least:
        is_cut = (width, height) != (found.width, found.height)
        code = "pipeline.picture-small-cut" if is_cut else "pipeline.picture-small"
        return Trouble(code, {**told, "ratio": picture.ratio})
    narrowest, widest = limits.picture_shape
    if not narrowest <= width / height <= widest:
        return Trouble("pipeline.picture-shape", {**told, "ratio": f"{widest:g}"})
    return None
