"""Starts the window with a film in a process of its own: what is loaded once the film is painted.

python -m tests.support.started FILM
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtWidgets import QWidget

from topa_studio.ui import studio
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.run import make_application
from topa_studio.ui.running.loop import run_on_loop
from topa_studio.ui.running.preferences import PreferenceStore
from topa_studio.ui.studio import Studio, Wish
from topa_studio.ui.widgets.painting import painted


async def main() -> None:
    """Print the names of all modules, before the panes beside the film and with them."""
    film = Path(sys.argv[1])
    made = Studio(app, Wish(film, practice=True), PreferenceStore(film.parent / "window.json"))
    told: list[list[str]] = []

    async def watched(widget: QWidget) -> None:
        await painted(widget)
        told.append(sorted(sys.modules))

    studio.painted = watched  # type: ignore[attr-defined]
    furnish = MainWindow.furnish

    def furnished(window: MainWindow) -> object:
        found = furnish(window)
        made.quit.set()
        return found

    setattr(MainWindow, "furnish", furnished)  # noqa: B010 - no type is lost that matters
    await made.run()
    sys.stdout.write(json.dumps([*told, sorted(sys.modules)]))


app = make_application()
run_on_loop(app, main)
