"""The screen that windows of the tests stand on: one as large as people's, and not Qt's own."""

from __future__ import annotations

import os
from pathlib import Path

_SCREEN = Path(__file__).with_name("screen.json")


def use_large_screen() -> None:
    """Have Qt's platform without a screen pretend one of 1920 by 1200."""
    if os.environ.setdefault("QT_QPA_PLATFORM", "offscreen") == "offscreen":
        # A drive's colon would end the option, so the path is the one from here.
        path = os.path.relpath(_SCREEN)
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={path}"
