"""How near the timeline is seen, as tools: a slider between a minus and a plus."""

from __future__ import annotations

from collections.abc import Callable
from math import log2

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QSlider

from topa_studio.ui.look.theme import scaled
from topa_studio.ui.timeline.zooming import CLOSEST, FARTHEST, USUAL, stepped
from topa_studio.ui.widgets.parts import icon_button

_LEAST = 0.0005
_FINE = 100  # the slider goes by hundredths of a doubling


class ZoomTools(QObject):
    """Each of them stands in the row of tools by itself.

    Attributes:
        now: pixels a second. farthest: says how few of them there may be.
    Signals:
        changed: pixels a second.
    """

    changed = Signal(float)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.now = USUAL
        self.farthest: Callable[[], float] = lambda: FARTHEST
        self.farther = icon_button("minus", self.tr("Zoom out (Ctrl+wheel)"), role="quiet", px=12)
        self.closer = icon_button("plus", self.tr("Zoom in (Ctrl+wheel)"), role="quiet", px=12)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(_mark(FARTHEST), _mark(CLOSEST))
        self.slider.setValue(_mark(USUAL))
        self.slider.setSingleStep(_FINE // 4)
        self.slider.setPageStep(_FINE)
        self.slider.setFixedWidth(scaled(90))
        self.slider.setAccessibleName(self.tr("Zoom of the timeline"))
        self.slider.setToolTip(self.tr("Zoom of the timeline (Ctrl+wheel)"))
        self.slider.valueChanged.connect(lambda mark: self._take(2.0 ** (mark / _FINE)))
        self.farther.clicked.connect(lambda: self.step(-1))
        self.closer.clicked.connect(lambda: self.step(1))

    def set(self, per_second: float) -> None:
        """Show a second as so many pixels, as far as there is such a zoom."""
        zoom = min(max(float(per_second), _LEAST), CLOSEST)
        self.slider.blockSignals(True)
        self.slider.setMinimum(_mark(min(zoom, FARTHEST)))
        self.slider.setValue(_mark(zoom))
        self.slider.blockSignals(False)
        self._take(zoom)

    def step(self, steps: float) -> None:
        """Show it so many turns nearer (positive) or farther, at most the whole film."""
        self.set(stepped(self.now, steps, self.farthest()))

    def _take(self, zoom: float) -> None:
        if zoom != self.now:
            self.now = zoom
            self.changed.emit(zoom)


def _mark(zoom: float) -> int:
    """Where a zoom is on the slider: each doubling takes as much of it."""
    return round(_FINE * log2(zoom))
