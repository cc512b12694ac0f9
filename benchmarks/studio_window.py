"""The studio with the sample film, until its timeline is painted with shots in it."""

from __future__ import annotations

import gc
import os
import shutil
from pathlib import Path

gc.disable()  # as the program does before it loads the window

from topa_studio.ui.run import make_application  # isort: skip - first, as in the program
from painted import Painted

from topa_studio.app.session import ProjectSession
from topa_studio.base.resources import sample_film
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.running.loop import run_on_loop
from topa_studio.ui.running.preferences import PreferenceStore
from topa_studio.ui.studio import Studio, Wish

home = Path(os.environ["TOPA_BENCHMARK_HOME"])
film = home / "film" / "scenario" / "scenario.yaml"
if not film.exists():
    shutil.copytree(sample_film(), film.parent)
app = make_application()


class WatchedStudio(Studio):
    """Tells when the timeline, which has all shots at once, is painted."""

    def _show(self, session: ProjectSession) -> MainWindow:
        made = super()._show(session)
        if self.window is not None:
            self.watch = Painted(self.quit.set)
            self.window.timeline.view.viewport().installEventFilter(self.watch)
        return made


async def main() -> None:
    """Open the film as a user does, and quit once it is on the screen."""
    await WatchedStudio(app, Wish(film, practice=True), PreferenceStore()).run()


run_on_loop(app, main)
