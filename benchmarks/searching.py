#!/usr/bin/env python3
"""CPU milliseconds for each typed letter and each pill, in a film of 10,000 shots.

python benchmarks/searching.py

The film, its pane and the palette stand alone on an offscreen screen; each act is told until it
is painted.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.support.desk import desk_for
from tests.ui.timeline.film import AtOnce, FilmOnTable
from topa_studio.model.status import Stage
from topa_studio.ui.film_pane import FilmPane
from topa_studio.ui.palette.entries import ShotNames, element_entries, scene_entries
from topa_studio.ui.palette.results import Known, results
from topa_studio.ui.selection import Selection
from topa_studio.ui.theme import DARK, apply_theme
from topa_studio.ui.thumbnails import Thumbnails

_SCENES, _SHOTS = 500, 20
_WORDS = [
    "kite",
    "hill",
    "bear",
    "rabbit",
    "pond",
    "tree",
    "box",
    "house",
    "wind",
    "sun",
    "cloud",
    "string",
]


def _text() -> str:
    drawn = random.Random(1)
    lines = ['title: "A film"', "scenes:"]
    for scene in range(1, _SCENES + 1):
        lines += [f"  - id: s{scene}", f'    title: "Scene {scene}"', "    shots:"]
        for shot in range(1, _SHOTS + 1):
            words = drawn.choices(_WORDS, k=40) + (["dragon"] if drawn.random() < 0.3 else [])
            title = " ".join(drawn.choices(_WORDS, k=4))
            lines += [
                f'      - id: "{scene}.{shot}"',
                f'        title: "{title}"',
                "        duration: 5",
                f'        prompt: "{" ".join(words)}"',
            ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Print a line for each act."""
    app = QApplication([])
    apply_theme(app, DARK)
    film = FilmOnTable(Path(tempfile.mkdtemp()), _text())
    for key in film.keys()[::3]:
        film.set_shot(key, stage=Stage.FAILED)
    desk = desk_for(film.session, Selection(), AtOnce())
    pane = FilmPane(desk, Thumbnails(film))
    pane.resize(1600, 330)
    pane.show()
    counted = time.monotonic() + 5
    while time.monotonic() < counted:
        app.processEvents()

    def timed(name: str, act: Callable[[], object]) -> None:
        app.processEvents()
        before = time.process_time()
        act()
        app.processEvents()
        pane.view.viewport().repaint()
        spent = 1000 * (time.process_time() - before)
        print(f"{name:<20} {spent:6.1f} ms, {pane.table.shots.rowCount():>6} shown")

    field, pills = pane.header.search, pane.header.pills
    desk.commands.do("find")
    for letter in "dragon kite":
        timed(f"search: {letter!r}", partial(QTest.keyClicks, field, letter))
    timed("search: emptied", field.clear)
    for kind in ("failed", "missing", "failed", "missing"):
        timed(f"pill: {kind}", pills.button(kind).click)
    names = ShotNames(film.film)
    known = Known((), (), element_entries(film.film), scene_entries(film.film), names)
    for typed in ("k", "ki", "kite", "kt", "e", "2", "2.1", "zzz", "kite hill"):
        timed(f"palette: {typed!r}", partial(results, typed, known))


if __name__ == "__main__":
    main()
