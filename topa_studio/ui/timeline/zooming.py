"""How near the strip is seen: a turn of the wheel keeps what is under the pointer where it is."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEasingCurve, QVariantAnimation

from topa_studio.ui.look.motion import moves
from topa_studio.ui.timeline.ground import Ground
from topa_studio.ui.timeline.layout import FAR, Anchor, Metrics, Strip, block_of

FARTHEST, USUAL, CLOSEST = FAR, 30.0, 400.0
_MS, _TRIES = 120, 18
_STEP = 1.2


def stepped(per_second: float, steps: float, farthest: float = FARTHEST) -> float:
    """The zoom so many turns nearer, or farther, within what there is."""
    least = min(farthest, per_second)
    return min(max(per_second * math.pow(_STEP, steps), least), CLOSEST)


def fitting(scenes: Iterable[Sequence[float]], metrics: Metrics, width: int) -> float:
    """The nearest zoom at which scenes of such shots are no wider than `width`."""
    films = list(scenes)

    def fits(per_second: float) -> bool:
        there = metrics.zoomed(per_second)
        return Strip([block_of(shots, there) for shots in films], there).width <= width

    low, high = FARTHEST, CLOSEST
    if fits(high):
        return high
    if not fits(low):
        there = metrics.zoomed(FARTHEST)
        return shrunk(Strip([block_of(shots, there) for shots in films], there), width)
    for _ in range(_TRIES):
        middle = math.sqrt(low * high)
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def shrunk(strip: Strip, width: int) -> float:
    """The zoom at which a strip that is wider as `FARTHEST` is as wide as that.

    All but the margins shrinks alike from there on.
    """
    around = 2 * strip.metrics.margin
    return FARTHEST * min(1.0, max(1, width - around) / max(1, strip.width - around))


class Zooming(QVariantAnimation):
    """Takes a strip to another zoom, about one pixel of its viewport."""

    def __init__(self, view: Ground) -> None:
        super().__init__(view)
        self._view = view
        self._anchor: Anchor | None = None
        self._about = 0
        self._from = self._to = USUAL
        self.setDuration(_MS)
        self.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.setStartValue(0.0)
        self.setEndValue(1.0)
        self.valueChanged.connect(self._go_on)

    def to(self, per_second: float, about: int) -> None:
        """Go there before the user's eyes; what lies at the pixel `about` stays there."""
        view = self._view
        on_its_way = self.state() is QVariantAnimation.State.Running
        if not (on_its_way and about == self._about):
            self._about = about
            self._anchor = view.strip().anchor_at(about + view.horizontalOffset())
        self.stop()
        self._from, self._to = view.metrics.per_second, per_second
        if moves(view) and view.isVisible():
            self.start()
        else:
            self._show(per_second)

    def at_once(self, per_second: float) -> None:
        """Be there at once; the current card stays where it is."""
        self.stop()
        view = self._view
        row = view.currentIndex().row()
        known = 0 <= row < view.strip().rows
        self._about = view.strip().card(row).left - view.horizontalOffset() if known else 0
        self._anchor = Anchor(row) if known else None
        self._show(per_second)

    def _go_on(self, share: float) -> None:
        if share == 1.0:
            self._show(self._to)
        elif self.state() is QVariantAnimation.State.Running:
            self._show(self._from * (self._to / self._from) ** share)

    def _show(self, per_second: float) -> None:
        view = self._view
        view.metrics = view.metrics.zoomed(per_second)
        view.lay_out()
        if self._anchor is not None and self._anchor.row < view.strip().rows:
            view.horizontalScrollBar().setValue(view.strip().x_at(self._anchor) - self._about)
