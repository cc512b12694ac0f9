"""What keys mean on every page that plays, and what the window's own commands become there."""

from __future__ import annotations

from topa_studio.ui.middle import Acts
from topa_studio.ui.reel.clock import ReelClock


def clock_keys(clock: ReelClock, place: str) -> Acts:
    """What the commands of a page do that are about playing; `place` begins their names."""
    return {
        f"{place}_play": clock.toggle,
        f"{place}_back": lambda: clock.shuttle(-1),
        f"{place}_stop": clock.toggle,
        f"{place}_on": lambda: clock.shuttle(1),
        f"{place}_start": lambda: clock.seek(clock.first),
        f"{place}_end": lambda: clock.seek(clock.last - 1),
    }


def clock_acts(clock: ReelClock) -> Acts:
    """What commands of the window that play the film do while such a page is open."""
    return {
        "play": clock.toggle,
        "play_back": lambda: clock.shuttle(-1),
        "play_or_stop": clock.toggle,
        "play_on": lambda: clock.shuttle(1),
        "full_screen": lambda: None,
        "sound": lambda: None,
    }
