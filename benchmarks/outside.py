#!/usr/bin/env python3
"""The program as another program sees it: keys sent to its window, the screen read.

python benchmarks/outside.py [SHOTS] [TIMES] [DISPLAY]

Needs Xvfb, openbox, xdotool and `pip install python-xlib`, which only this script needs. The real
program stands under a window manager; a card is chosen by mouse, Alt+→ is sent, and the screen is
read until the strip looks different. Beside it the window is asked `_NET_WM_PING`, as a window
manager asks whether a window still answers, every 10 ms; the longest wait is its silence.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from Xlib import X
from Xlib.display import Display
from Xlib.protocol.event import ClientMessage

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.support.given_numbers import numbers
from tests.support.long_film import long_film

_ASKED_EVERY = 0.01
_REST = 8.0
_SIZE = 1900, 1150
# Where in a window of that size a card's picture is, and the titles of all cards.
_CARD, _TITLES = (360, 960), 1010


class Screen:
    """What is seen and answered on one display."""

    def __init__(self, name: str) -> None:
        self._display: Any = Display(name)
        self._screen: Any = self._display.screen()
        self._screen.root.change_attributes(event_mask=X.StructureNotifyMask)
        self.window: Any = None
        self._atoms = [self._display.intern_atom(n) for n in ("WM_PROTOCOLS", "_NET_WM_PING")]
        self._asked = 0.0
        self.silence = 0.0

    def strip(self) -> bytes:
        """A band of pixels across the titles of the cards."""
        band = (0, _TITLES, _SIZE[0], 30)
        image = self._screen.root.get_image(*band, X.ZPixmap, 0xFFFFFFFF)
        return bytes(image.data)

    def find(self, identity: int) -> None:
        self.window = self._display.create_resource_object("window", identity)

    def ask(self) -> None:
        """Send a ping unless one is on its way, and take the answer that has come."""
        self._display.sync()  # reads what has come
        now = time.perf_counter()
        protocols, ping = self._atoms
        while self._display.pending_events():
            event = self._display.next_event()
            if isinstance(event, ClientMessage) and event.data[1][0] == ping:
                self.silence, self._asked = max(self.silence, now - self._asked), 0.0
        if not self._asked:
            data = (32, [ping, X.CurrentTime, self.window.id, 0, 0])
            message = ClientMessage(window=self.window, client_type=protocols, data=data)
            self.window.send_event(message)
            self._display.flush()
            self._asked = now

    def watch(self, seconds: float, over: Callable[[], bool] = lambda: False) -> float:
        """Ask on for so long, or until it is over; when that was."""
        end = time.perf_counter() + seconds
        while (now := time.perf_counter()) < end and not over():
            self.ask()
            time.sleep(_ASKED_EVERY)
        return now


def send(*words: str) -> str:
    done = subprocess.run(["xdotool", *words], capture_output=True, text=True, check=True)
    return done.stdout


def program(stack: ExitStack, shots: int) -> Screen:
    """A display with a window manager and the program in it, with its first cards painted."""

    def start(*command: str) -> None:
        process = stack.enter_context(subprocess.Popen(command, stderr=subprocess.DEVNULL))
        stack.callback(process.terminate)

    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        os.environ[f"XDG_{name}_HOME"] = str(folder / name.lower())
    os.environ.pop("QT_QPA_PLATFORM", None)
    film = folder / "long.yaml"
    film.write_text(long_film(shots), encoding="utf-8")
    display = os.environ["DISPLAY"]
    start("Xvfb", display, "-screen", "0", "1920x1200x24")
    wait_for(lambda: Path(f"/tmp/.X11-unix/X{display[1:]}").exists())
    start("openbox")
    time.sleep(1)
    os.chdir(ROOT)
    start(sys.executable, "-m", "topa_studio", "--practice", "open", str(film))
    screen = Screen(display)
    wait_for(lambda: bool(windows()))
    identity = windows()[-1]
    send("windowsize", "--sync", identity, *map(str, _SIZE))
    send("windowmove", identity, "0", "0")
    screen.find(int(identity))
    return screen


def windows() -> list[str]:
    found = ["xdotool", "search", "--onlyvisible", "--name", "^Long "]
    return subprocess.run(found, capture_output=True, text=True, check=False).stdout.split()


def wait_for(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + 90
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.2)


def main(shots: int, times: int, display: int) -> None:
    os.environ["DISPLAY"] = f":{display}"
    shown, silences = [], []
    with ExitStack() as stack:
        screen = program(stack, shots)
        screen.watch(_REST)
        send("key", "Escape", "mousemove", *map(str, _CARD), "click", "1")
        screen.watch(_REST / 2)
        for _time in range(times):
            before, screen.silence = screen.strip(), 0.0
            began = time.perf_counter()
            send("key", "--delay", "0", "alt+Right")
            shown.append(screen.watch(_REST, lambda: screen.strip() != before) - began)  # noqa: B023
            screen.watch(_REST)
            silences.append(screen.silence)
    for name, values in (("key to pixels", shown), ("longest wait for a ping", silences)):
        print(f"{name:<24} median {statistics.median(values):.3f} s, at most {max(values):.3f}")


if __name__ == "__main__":
    main(*numbers(__doc__, shots=10_000, times=5, display=73))
