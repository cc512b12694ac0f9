"""What an element's picture is, and what of it can be mended before it is sent."""

from __future__ import annotations

from dataclasses import dataclass

from topa_studio.base.errors import MediaError
from topa_studio.base.regular import read_head
from topa_studio.catalogue.models import Limits
from topa_studio.media.apart import Apart
from topa_studio.media.orientation import UPRIGHT, told_orientation
from topa_studio.media.sniff import SNIFF_BYTES, sniff
from topa_studio.model.status import Trouble
from topa_studio.pipeline.folder.layout import Layout
from topa_studio.pipeline.folder.picture_check import PictureCheck
from topa_studio.pipeline.own_pictures import OwnPicture

_MENDED = frozenset(
    {
        "pipeline.picture-small",
        "pipeline.picture-shape",
        "pipeline.picture-heavy",
        "pipeline.picture-turned",
        "pipeline.picture-webp",
    }
)


@dataclass(frozen=True, slots=True)
class Look:
    """Width and height in pixels (0: not known), what is wrong, and whether it can be mended."""

    width: int = 0
    height: int = 0
    trouble: Trouble | None = None
    can_mend: bool = False


NOT_LOOKED_AT = Look()


class PictureLook:
    """Looks at pictures of elements, each as a stranger's file."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._check = PictureCheck(layout)

    def at(self, stored: str, limits: Limits) -> Look:
        """One picture for a model with these limits. Blocks; a fault is what it returns."""
        path, trouble = self._layout.absolute(stored), None
        try:
            trouble = self._check.trouble(OwnPicture(stored, limits))
            if trouble is None:
                trouble = self._lies_otherwise(stored)
            facts = Apart.shared().probe(path)
        except (MediaError, OSError):
            told = trouble or Trouble("pipeline.picture-damaged", {"path": stored})
            return Look(trouble=told)
        can_mend = trouble is not None and trouble.code in _MENDED
        return Look(facts.width, facts.height, trouble, can_mend)

    def _lies_otherwise(self, stored: str) -> Trouble | None:
        """What is put right on the way to the service anyway, and is not seen so elsewhere."""
        path = self._layout.absolute(stored)
        if sniff(read_head(path, SNIFF_BYTES)) == "webp":
            return Trouble("pipeline.picture-webp", {"path": stored})
        if told_orientation(path) != UPRIGHT:
            return Trouble("pipeline.picture-turned", {"path": stored})
        return None
