"""The screen that windows stand on where there is none: as large as people's, and not Qt's own."""

from __future__ import annotations

import os

from topa_studio.base.resources import resource


def use_large_screen() -> None:
    """Have Qt's platform without a screen, where it is the one that is used, pretend 1920 by 1200.

    To be called before the application is made.
    """
    if os.environ.setdefault("QT_QPA_PLATFORM", "offscreen") == "offscreen":
        # A drive's colon would end the option, so the path is the one from here.
        path = os.path.relpath(resource("screen.json"))
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={path}"
