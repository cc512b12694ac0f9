"""Works in a real window with a real pointer: seen over AT-SPI, done by xdotool alone.

Run by the Python that has gi, with the film's file and, for a walk through all, "whole". What it
did is told a line each; what is not so ends it with words.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from tests.support.reader.drive import APP, Reader, place

try:
    from gi.repository import Atspi, GLib  # type: ignore[import-not-found]
except ImportError:  # only read by tests
    Atspi = GLib = None

_STEPS = 12
_SECONDS = 60.0
Point = tuple[int, int]


class Hands:
    """One mouse, one keyboard, and the film's file."""

    def __init__(self, film: Path) -> None:
        self._reader = Reader()
        self.film = film
        self._at: Point = (5, 5)
        self.acts = 0

    # Seen.

    def _tops(self) -> Iterator[Any]:
        desktop = Atspi.get_desktop(0)
        for at in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(at)
            if app is not None and APP in (app.get_name() or "").lower().replace(" ", "-"):
                frames = (app.get_child_at_index(n) for n in range(app.get_child_count()))
                yield from reversed([frame for frame in frames if frame is not None])

    def sees(self, name: str, role: str = "", part: str = "") -> list[int] | None:
        """Where something is whose name begins so and that can be pressed now."""
        found = []
        for top in self._tops():
            for thing in _shown(top):
                said = thing.get_name() or ""
                kind, able = thing.get_role_name(), thing.get_state_set()
                fits = said.startswith(name) and part in said and role in ("", kind)
                if fits and able.contains(Atspi.StateType.ENABLED):
                    found.append((kind == "label", said != name, place(thing)))
        return min(found)[2] if found else None

    def see(self, name: str, role: str = "", part: str = "") -> list[int]:
        """Wait until it is there, and stands still."""
        end, before = time.monotonic() + _SECONDS, None
        while time.monotonic() < end:
            now = self._asked(lambda: self.sees(name, role, part))
            if now is not None and now == before:
                return now
            before = now
            self._reader.rest(0.1)
        raise SystemExit(f"{name!r} is not there.\n{self._all()}")

    def gone(self, name: str) -> None:
        """Wait until nothing is called so."""
        self.until(lambda: self.sees(name) is None, f"{name} is gone")
        self.until(self._has_keyboard, "the window has the keyboard again")
        self._reader.rest(0.3)

    def _has_keyboard(self) -> bool:
        """The window manager gives it back in its own time."""
        return any(t.get_state_set().contains(Atspi.StateType.ACTIVE) for t in self._tops())

    def _asked(self, ask: Callable[[], Any]) -> Any:
        try:
            return ask()
        except GLib.Error:
            return None  # it went while it was asked

    def _all(self) -> str:
        names = (f"{t.get_role_name()} {t.get_name()}" for top in self._tops() for t in _shown(top))
        return "\n".join(names)

    def until(self, is_so: Callable[[], object], what: str) -> None:
        """Wait for something that the file or the window says."""
        end = time.monotonic() + _SECONDS
        while time.monotonic() < end:
            if self._asked(is_so):
                sys.stdout.write(f"{what}\n")
                sys.stdout.flush()
                return
            self._reader.rest(0.1)
        raise SystemExit(f"not so: {what}\n{self.text}\n{self._all()}")

    @property
    def text(self) -> str:
        """The film's file."""
        return self.film.read_text(encoding="utf-8")

    @property
    def order(self) -> str:
        """First letters of the shots' titles, scenes apart."""
        titles = re.findall(r"^( +)(?:- )?title: (\w)", self.text, re.MULTILINE)
        letters = "".join("/" if len(deep) < 8 else letter for deep, letter in titles)
        return letters.strip("/")

    def is_ordered(self, wanted: str) -> None:
        self.until(lambda: self.order == wanted, f"the shots stand as {wanted}")

    # Done.

    def _x(self, *words: str) -> None:
        self.acts += words[0] in ("click", "mousedown", "key", "type")
        subprocess.run(["xdotool", *words], check=True, stdout=subprocess.DEVNULL)

    def move(self, to: Point) -> None:
        """Go there as a hand does, over what lies between."""
        (x, y), steps = self._at, _STEPS
        for step in range(1, steps + 1):
            at = (x + (to[0] - x) * step // steps, y + (to[1] - y) * step // steps)
            self._x("mousemove", *map(str, at))
            time.sleep(0.012)
        self._at = to

    def click(self, what: str | Point, *held: str, role: str = "", part: str = "") -> None:
        """Go there and press, with these keys held."""
        self.move(spot(self.see(what, role, part), what) if isinstance(what, str) else what)
        for key in held:
            self._x("keydown", key)
        self._x("click", "1")
        for key in held:
            self._x("keyup", key)

    def drag(self, start: Point, end: Point, *, gives_up: bool = False) -> None:
        """Pull something from there to there."""
        self.move(start)
        self._x("mousedown", "1")
        self.move(end)
        time.sleep(0.2)
        if gives_up:
            self._x("key", "Escape")
            time.sleep(0.3)
        self._x("mouseup", "1")

    def key(self, *keys: str) -> None:
        """Press these one after the other, as xdotool calls them."""
        self._reader.rest(0.15)
        self._x("key", "--delay", "60", *keys)

    def type(self, words: str) -> None:
        """Letter by letter."""
        self._reader.rest(0.15)
        self._x("type", "--delay", "15", words)


def _shown(thing: Any) -> Iterator[Any]:
    states = thing.get_state_set()
    if not states.contains(Atspi.StateType.SHOWING):
        return
    yield thing
    for at in range(thing.get_child_count()):
        child = thing.get_child_at_index(at)
        if child is not None:
            yield from _shown(child)


def spot(area: list[int], name: str = "") -> Point:
    """Where a hand goes: the words of a card, a scene's heading, else the middle."""
    left, top, wide, high = area
    if name.startswith("Scene ") and ", shot " not in name:
        return left + 60, top + 13
    if name.startswith("Scene ") and high > 60:
        return left + wide // 2, top + high - 12
    return left + wide // 2, top + high // 2


def card(scene: int, shot: int, title: str) -> str:
    return f"Scene {scene}, shot {shot}, {title}"


def share(area: list[int], across: float, down: float) -> Point:
    return int(area[0] + area[2] * across), int(area[1] + area[3] * down)


def choose_and_move(hands: Hands) -> None:
    """Shots chosen and dragged in the views of cards."""
    for view in ("Board", "Timeline"):
        hands.click(f"View of the film: {view}")
        hands.see(f"{view}: ")
        hands.click(card(1, 1, "Ash"))
        hands.click(card(1, 3, "Cedar"), "shift")
        hands.until(lambda: hands.sees("", part="chosen 3 of 3"), "three are chosen by Shift")
        hands.click(card(1, 2, "Birch"), "ctrl")
        hands.until(lambda: hands.sees("", part="chosen 2 of 2"), "two are left by Ctrl")
        begin = spot(hands.see(card(1, 1, "Ash")), card(1, 1, "Ash"))
        end = share(hands.see(card(2, 2, "Elm")), 0.94, 0.4)
        hands.drag(begin, end, gives_up=True)
        hands.drag(begin, end)
        hands.is_ordered("B/DEACF")
        hands.key("ctrl+z")
        hands.is_ordered("ABC/DEF")
        hands.click(card(2, 1, "Dune"))
        hands.key("alt+Left")
        hands.is_ordered("ABCD/EF")
        hands.key("ctrl+z")
        hands.is_ordered("ABC/DEF")


def write_and_make(hands: Hands) -> None:
    """Words written, a clip made and played."""
    hands.click(card(1, 2, "Birch"))
    hands.click("Prompt", role="text")
    hands.key("ctrl+End")
    hands.type(" Gulls cry.")
    hands.until(lambda: "Birch. Gulls cry." in hands.text, "the words are in the file")
    hands.click(card(1, 2, "Birch"))
    hands.key("g")
    hands.see(card(1, 2, "Birch"), part="take 1 chosen")
    hands.key("Return")
    hands.until(lambda: hands.sees("Pause", "push button") or hands.sees("Pause"), "it plays")
    hands.key("space")


def film_and_elements(hands: Hands) -> None:
    """A band, a scene by its heading, an edge, an element, a file from another program."""
    hands.click("View of the film: Board")
    first, second = hands.see(card(1, 1, "Ash")), hands.see(card(1, 2, "Birch"))
    hands.drag((first[0] - 4, first[1] - 4), (second[0] + second[2], second[1] + second[3] + 3))
    hands.until(lambda: hands.sees("", part="chosen 2 of 2"), "a band chooses two")
    hands.click("View of the film: Timeline")
    heading = spot(hands.see("Scene 1, Morning", part="3 shots"), "Scene 1")
    hands.drag(heading, share(hands.see("Scene 2, Evening"), 0.9, 0.9))
    hands.is_ordered("DEF/ABC")
    hands.key("ctrl+z")
    hands.is_ordered("ABC/DEF")
    area = hands.see(card(2, 2, "Elm"))
    edge = (area[0] + area[2] - 3, area[1] + area[3] // 2)
    hands.drag(edge, (edge[0] + 80, edge[1]))
    hands.until(lambda: re.search(r"title: Elm\n.*\n *duration: [4-9]", hands.text), "longer")
    hands.key("ctrl+z")
    element = share(hands.see("@Lamp, prop"), 0.6, 0.2)
    hands.drag(element, spot(hands.see(card(2, 2, "Elm")), card(2, 2, "Elm")))
    hands.until(lambda: "Elm. @Lamp" in hands.text, "an element is mentioned by a drag")
    hands.key("ctrl+z")
    drop_a_file(hands)


def drop_a_file(hands: Hands) -> None:
    """A clip comes from the window of another program."""
    clip = next(hands.film.parent.rglob("*.mp4"))
    python = os.environ["TOPA_PYTHON"]
    other = subprocess.Popen([python, str(Path(__file__).with_name("files_to_drag.py")), str(clip)])
    try:
        found = ["xdotool", "search", "--sync", "--onlyvisible", "--name", "^Files$"]
        window = subprocess.run(found, check=True, capture_output=True, text=True).stdout.split()[0]
        shell = ["xdotool", "getwindowgeometry", "--shell", window]
        told = subprocess.run(shell, check=True, capture_output=True, text=True).stdout
        x, y = (int(re.search(rf"{c}=(\d+)", told)[1]) for c in "XY")  # type: ignore[index]
        hands.drag((x + 80, y + 30), share(hands.see(card(2, 3, "Fir")), 0.5, 0.4))
        hands.see(card(2, 3, "Fir"), part="take 1")
        sys.stdout.write("a file dropped is a take\n")
    finally:
        other.terminate()
        other.wait(20)


def pages(hands: Hands) -> None:
    """Every page, opened and left."""
    hands.click("Find in the film")
    hands.type("birch")
    hands.until(lambda: hands.sees(card(1, 1, "Ash")) is None, "a search hides the others")
    hands.key("Escape")
    hands.see(card(1, 1, "Ash"))
    hands.click(card(1, 1, "Ash"))
    hands.key("w")
    hands.see("The next shot: 1.2")
    hands.type(" With @La")
    hands.click("@Lamp", role="list item")
    hands.until(lambda: "With @Lamp" in hands.text, "the list of @ is pressed")
    hands.key("Escape")
    hands.key("ctrl+h")
    hands.see("Find", "text")
    hands.type("pier")
    hands.click("Replace with", role="text")
    hands.type("jetty")
    hands.click("Replace all 6")
    hands.until(lambda: "jetty" in hands.text and "pier" not in hands.text, "words are replaced")
    hands.key("Escape")
    hands.gone("Replace all")
    hands.key("ctrl+k")
    hands.see("Commands, shots", "text")
    hands.type("Elm")
    hands.click("2.2", role="list item")
    hands.until(lambda: hands.sees("SHOT 2.2"), "the palette leads to a shot")
    hands.key("F1")
    hands.click("Find a command or a key")
    hands.type("new shot")
    hands.click("New shot: N")
    hands.key("y")
    hands.see("New shot: Y")
    hands.click("All as in the preset")
    hands.see("New shot: N")
    hands.click("Close")
    hands.gone("Close")
    hands.key("ctrl+comma")
    hands.click("Look: Light")
    hands.click("Look: Dark")
    hands.click("Back (Esc)")
    hands.key("ctrl+shift+t")
    hands.click("Show: Earlier versions")
    hands.click("Close")
    hands.gone("Close")
    hands.key("ctrl+shift+c")
    hands.click("Close")
    hands.gone("Close")
    hands.click("Help")
    hands.click("Guide: words for Kling 3.0")
    hands.click("Close")
    hands.gone("Close")
    hands.key("ctrl+n")
    hands.see("Title", "text")
    hands.type("Second")
    hands.click("Make the film")
    hands.see("Film settings of Second")
    hands.key("ctrl+q")
    hands.until(lambda: not list(hands._tops()), "the program has ended")


def main(film: str, whole: bool) -> None:
    hands, begun = Hands(Path(film)), time.monotonic()
    hands.see(card(1, 1, "Ash"))
    hands.click(card(1, 1, "Ash"))
    choose_and_move(hands)
    write_and_make(hands)
    if whole:
        film_and_elements(hands)
        pages(hands)
        minutes = (time.monotonic() - begun) / 60
        sys.stdout.write(f"{hands.acts} presses, drags and words in {minutes:.1f} minutes\n")


if __name__ == "__main__":
    main(sys.argv[1], os.environ.get("BY_HAND") == "whole")
