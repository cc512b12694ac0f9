"""What a step changes beside the text: pictures of elements first, then marks of takes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import PurePosixPath

from topa_studio.app.making.production import Production
from topa_studio.app.notice import Notice
from topa_studio.model.marks import Aside, Marking, Swap
from topa_studio.pipeline.takes.marks import Marker
from topa_studio.pipeline.takes.swapping import Swapping


class Beside:
    """Does it for one film; `tell` is given what could not be done."""

    def __init__(
        self, production: Production, marker: Marker, tell: Callable[[Notice], None]
    ) -> None:
        self._film, self._marker, self._tell = production.film, marker, tell
        self._swapping = Swapping(production.till.kept, production.board, production.layout)

    async def change(self, asides: Sequence[Aside]) -> None:
        """All of it, on the disk when this returns.

        Raises:
            ProjectError: the disk does not take it.
        """
        swaps = [each for each in asides if isinstance(each, Swap)]
        left = await self._swapping.swap(swaps) if swaps else ()
        if left:
            files = ", ".join(dict.fromkeys(PurePosixPath(swap.path).name for swap in left))
            self._tell(Notice("warning", "pipeline.pictures-gone", {"files": files}))
        await self._marker.mark(each for each in asides if isinstance(each, Marking))

    async def changed(self, asides: Sequence[Aside]) -> None:
        """The text says it too by now: see what lies in the folders."""
        if any(isinstance(each, Swap) for each in asides):
            await self._film.rescan()
