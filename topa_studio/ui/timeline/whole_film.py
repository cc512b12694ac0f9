"""The whole film in the width of the timeline, and back to what was seen before."""

from __future__ import annotations

from topa_studio.ui.timeline.header import TimelineHeader
from topa_studio.ui.timeline.layout import Ruler
from topa_studio.ui.timeline.view import TimelineView
from topa_studio.ui.timeline.zooming import FARTHEST, fitting, shrunk


class WholeFilm:
    """Asked once, the film is fitted; asked again while it still is, the last zoom is back."""

    def __init__(self, view: TimelineView, header: TimelineHeader) -> None:
        self._view = view
        self._header = header
        self._fitted = 0.0
        self._before: tuple[float, int] | None = None
        self._ruler = Ruler()

    def toggle(self) -> None:
        """Fit the film, or show what was seen before that."""
        view, header = self._view, self._header
        bar = view.horizontalScrollBar()
        if self._before is not None and header.zoom == self._fitted:
            (zoom, left), self._before = self._before, None
            header.set_zoom(zoom)
            bar.setValue(left)
            return
        scenes = [[shot.seconds for shot in scene.shots] for scene in view.shots.scenes]
        before = header.zoom, bar.value()
        header.set_zoom(fitting(scenes, view.metrics, view.viewport().width()))
        if header.zoom != before[0]:
            self._before, self._fitted = before, header.zoom
        bar.setValue(0)

    def farthest(self) -> float:
        """The zoom of the whole film, where that is farther than any film may be zoomed out."""
        view = self._view
        there = view.metrics.zoomed(FARTHEST)
        strip = self._ruler.strip(view.shots.scenes, there)
        return shrunk(strip, view.viewport().width())
