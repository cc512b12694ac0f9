#!/usr/bin/env python3
"""otioview with one track of so many clips: zoomed by the wheel, and scrolled.

python benchmarks/otio_views.py SHOTS    (views.py calls it, with an interpreter that has otioview)

It needs OpenTimelineIO 0.17, the last release with otioview in it, and PySide6; not Topa Studio.
"""

from __future__ import annotations

import json
import sys
import time

import opentimelineio as otio
from frames import Frames, dragged, let_go, wait, wheel
from opentimelineview import console
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

# Pixels of a clip of five seconds without zoom, and on the screen.
_CLIP, _WIDE = 125, 150


def film_of(shots: int) -> otio.schema.Timeline:
    """Clips of five seconds at 24 frames."""
    made = otio.schema.Timeline("Long")
    track = otio.schema.Track("V1", kind=otio.schema.TrackKind.Video)
    start, length = otio.opentime.RationalTime(0, 24), otio.opentime.RationalTime(120, 24)
    stretch = otio.opentime.TimeRange(start, length)
    names = (f"Shot {number}" for number in range(1, shots + 1))
    track.extend([otio.schema.Clip(name, source_range=stretch) for name in names])
    made.tracks.append(track)
    return made


def all_acts() -> None:
    view = window.timeline_widget.currentWidget()
    frames.watch(view)
    wait(1)
    turns = [wheel(view, way) for way in (1, 1, -1, -1, -1, -1, 1, 1)]
    frames.measure("timeline: Ctrl+wheel", turns * 2)
    # Until cards are as wide as in the window.
    while view.transform().m11() * _CLIP < _WIDE:
        wheel(view, 1)()
    wait(0.5)
    bar = view.horizontalScrollBar()
    bar.setValue(0)
    frames.measure("timeline: wheel", [lambda: bar.setValue(bar.value() + 120)] * 60)
    frames.measure("timeline: scroll bar dragged", dragged(bar, 40))
    let_go(bar)
    app.quit()


app = QApplication(sys.argv)
# Its menu is asked for in a way that PySide6 has no more; no act needs it.
console.Main._create_navigation_menu = lambda _main, _menu: None  # noqa: SLF001
frames = Frames(console.Main)
began = time.perf_counter()
window = console.Main({}, {}, "", {})
window.timeline_widget.set_timeline(film_of(int(sys.argv[1])))
window.resize(1600, 900)
window.show()
print(json.dumps({"act": "open", "seconds": time.perf_counter() - began}), flush=True)
QTimer.singleShot(0, all_acts)
sys.exit(app.exec())
