"""A picture of the window with a film in it, taken without a screen."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

from PySide6.QtCore import QRect

from topa_studio.app.opening import Opening, open_film
from topa_studio.base.closing import in_order
from topa_studio.base.regular import regular
from topa_studio.ui.look.colours import DARK
from topa_studio.ui.look.theme import apply_theme
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.run import make_application
from topa_studio.ui.running.language import Languages, language_for
from topa_studio.ui.running.loop import run_on_loop
from topa_studio.ui.running.preferences import Preferences
from topa_studio.ui.running.tasks import TaskScope
from topa_studio.ui.small_pictures.thumbnails import Thumbnails
from topa_studio.ui.widgets.no_screen import use_large_screen

_SETTLE_SECONDS = 1.5
_LOOKS, _LOOK_SECONDS = 600, 0.1
_SIZE = 1600, 1000


def take(scenario: Path, practice: bool, target: Path) -> int:
    """Save a PNG of 1600 by 1000 of the window with this film to `target`; 0.

    Raises:
        StudioError: the film cannot be opened.
        OSError: the picture cannot be written.
    """
    if target.exists():
        regular(target)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    use_large_screen()
    os.environ.setdefault("QT_LOGGING_RULES", "*.warning=false")  # what it lacks is no news
    app = make_application()
    apply_theme(app, DARK)
    Languages(app).speak(language_for(""))

    async def main() -> None:
        failed: list[BaseException] = []
        scope = TaskScope(failed.append)
        session = await open_film(scenario, Opening(practice=practice, look_only=True))
        try:
            window = MainWindow(session, scope, Preferences(), language_for(""))
            window.furnish()
            window.stand_at(QRect(0, 0, *_SIZE))
            window.show()
            window.timeline.setFocus()
            await asyncio.sleep(_SETTLE_SECONDS)
            await _pictures_there(window.thumbnails)
            saved = window.grab().save(str(target))
            window.put_away()
        finally:
            await in_order(scope.aclose, session.aclose)
        if not saved:
            raise OSError(f"the picture could not be written: {target}")

    run_on_loop(app, main)
    return 0


async def _pictures_there(thumbnails: Thumbnails) -> None:
    """Wait until the cards have their pictures; a clip that takes too long goes without."""
    for _look in range(_LOOKS):
        await asyncio.sleep(_LOOK_SECONDS)  # also where all are there: they are painted then
        if not thumbnails.is_busy:
            return
