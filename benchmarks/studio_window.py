"""The studio with the sample film, until its timeline is painted with shots in it."""

from __future__ import annotations

import gc
import os
import shutil
from pathlib import Path

gc.disable()  # as topa_studio.__main__ does before it loads the window

from painted import Painted

from topa_studio.base.resources import sample_film
from topa_studio.ui.loop import run_on_loop
from topa_studio.ui.preferences import PreferenceStore
from topa_studio.ui.run import make_application
from topa_studio.ui.studio import Studio, Wish

home = Path(os.environ["TOPA_BENCHMARK_HOME"])
film = home / "film" / "scenario" / "scenario.yaml"
if not film.exists():
    shutil.copytree(sample_film(), film.parent)
app = make_application()


async def main() -> None:
    """Open the film as a user does, and quit once it is on the screen."""
    studio = Studio(app, Wish(film, practice=True), PreferenceStore())

    def shows_the_film(watched: object) -> bool:
        window = studio.window
        if window is None:
            return False
        view = window.timeline.view
        return watched is view.viewport() and view.model().rowCount() > 0

    watch = Painted(shows_the_film, studio.quit.set)
    app.installEventFilter(watch)
    await studio.run()


run_on_loop(app, main)
