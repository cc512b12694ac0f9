"""Is there a screen a window could open on?"""

from __future__ import annotations

import os
import sys


def has_screen() -> bool:
    """Whether a window can be shown; a Qt platform that was asked for by name counts."""
    if os.environ.get("QT_QPA_PLATFORM") or not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
