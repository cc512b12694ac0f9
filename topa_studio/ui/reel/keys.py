"""What keys mean on every page that plays, and what the window's own commands become there."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt

from topa_studio.ui.reel.clock import ReelClock


def clock_key(clock: ReelClock, key: Qt.Key) -> bool:
    """Space, J, K, L, Home and End; whether it was one of them."""
    match key:
        case Qt.Key.Key_Space:
            clock.toggle()
        case Qt.Key.Key_J:
            clock.shuttle(-1)
        case Qt.Key.Key_K:
            clock.toggle()
        case Qt.Key.Key_L:
            clock.shuttle(1)
        case Qt.Key.Key_Home:
            clock.seek(clock.first)
        case Qt.Key.Key_End:
            clock.seek(clock.last - 1)
        case _:
            return False
    return True


def clock_acts(clock: ReelClock) -> Mapping[str, Callable[[], object]]:
    """What commands that play the film do on such a page."""
    return {
        "play": clock.toggle,
        "play_back": lambda: clock.shuttle(-1),
        "play_or_stop": clock.toggle,
        "play_on": lambda: clock.shuttle(1),
        "full_screen": lambda: None,
    }
