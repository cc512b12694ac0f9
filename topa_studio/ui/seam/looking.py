"""What is seen and heard at both sides of a seam, put into the view, the strips and the facts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from topa_studio.film.composition import Composition
from topa_studio.film.excerpt import alone
from topa_studio.film.seams import Seam
from topa_studio.model.scenario import Scenario
from topa_studio.ui.reel.feed import Files
from topa_studio.ui.seam.column import SeamColumn
from topa_studio.ui.seam.seeing import Heard, Seeing
from topa_studio.ui.seam.strips import PEAKS, TILES, Strips
from topa_studio.ui.seam.view import SeamView

_SMALL = (160, 90)


def tile_step(seam: Seam) -> int:
    """Frames from one tile to the next, so that eight are a second."""
    return max(1, round(seam.before.rate / TILES))


class Looking(QObject):
    """Nothing is open until `begin`, and nothing after `end`."""

    def __init__(
        self,
        files: Files,
        face: Callable[[str], Path | None],
        view: SeamView,
        strips: Strips,
        column: SeamColumn,
    ) -> None:
        super().__init__(view)
        self._files, self._face = files, face
        self._view, self._strips, self._column = view, strips, column
        self._seeing: Seeing | None = None
        self._sides: tuple[Composition, Composition] | None = None
        self._inside = 0

    def begin(self) -> None:
        """Have a thread that reads."""
        self._seeing = Seeing(self._files, self._face, self)
        self._seeing.seen.connect(self._seen)
        self._seeing.heard.connect(self._heard)

    def end(self) -> None:
        """Let go of all files; the thread has ended when it returns."""
        seeing, self._seeing = self._seeing, None
        if seeing is not None:
            seeing.close()
            seeing.deleteLater()

    def show(self, film: Scenario, seam: Seam, inside: int) -> None:
        """Another seam, with frame `inside` of its first shot."""
        if self._seeing is None:
            return
        self._sides = before, after = alone(film, seam.before), alone(film, seam.after)
        self._view.clear()
        self._strips.clear()
        seeing, step, second = self._seeing, tile_step(seam), round(before.rate)
        seeing.forget()
        self.show_frame(inside)
        for tile in range(TILES):
            behind = (TILES - 1 - tile) * step
            seeing.see(f"a{tile}", before, max(0, before.frames - 1 - behind), _SMALL)
        for tile in range(TILES):
            seeing.see(f"b{tile}", after, min(after.frames - 1, tile * step), _SMALL)
        first = max(0, before.frames - second)
        seeing.hear("left", before, first, before.frames - first, PEAKS)
        seeing.hear("right", after, 0, min(after.frames, second), PEAKS)

    def show_frame(self, inside: int) -> None:
        """Another frame of the first shot beside the first one of the second."""
        self._inside = inside
        self.resize()

    def resize(self) -> None:
        """The view has another size."""
        if self._seeing is not None and self._sides is not None:
            size = self._view.size_of()
            self._seeing.see("left", self._sides[0], self._inside, size, soon=True)
            self._seeing.see("right", self._sides[1], 0, size, soon=True)

    def _seen(self, name: str, picture: QImage, light: float) -> None:
        if name in ("left", "right"):
            self._view.show_still(name, picture)
            self._column.show_light(name, light)
        else:
            self._strips.show_tile(int(name[1:]) + (TILES if name[0] == "b" else 0), picture)

    def _heard(self, side: str, heard: object) -> None:
        if isinstance(heard, Heard):
            self._strips.show_peaks(side, heard.peaks)
            self._column.show_loudness(side, heard.loudness)
