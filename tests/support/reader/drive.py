"""Works in the window as a screen reader does, over AT-SPI; run by the Python that has gi.

Its last line is JSON: what it found and heard. It knows nothing of the program but its words.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

try:
    import gi  # type: ignore[import-not-found]

    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi, GLib  # type: ignore[import-not-found]
except ImportError:  # the tests read its words only
    Atspi = GLib = None

APP = "topa-studio"
WORDS = "Wide shot. A pier at dusk."


class Reader:
    """Hears events, finds things, presses them."""

    def __init__(self) -> None:
        Atspi.init()
        self.said: list[str] = []
        self.at: list[str] = []
        self.named: list[str] = []
        self.seconds: Counter[int] = Counter()
        self.kinds: Counter[str] = Counter()
        self._listener = Atspi.EventListener.new(self._hear)
        for kind in ("object:announcement", "object:state-changed:focused",
                     "object:property-change", "object:text-changed"):  # fmt: skip
            self._listener.register(kind)

    def _hear(self, event: Any) -> None:
        name = _safe(event.source.get_name)
        self.seconds[int(time.monotonic())] += 1
        self.kinds[f"{event.type} {_safe(event.source.get_role_name)} {name[:40]}"] += 1
        if event.type == "object:announcement":
            self.said.append(str(event.any_data))
        if event.type == "object:state-changed:focused" and event.detail1:
            self.at.append(name)
        if event.type.endswith("accessible-name"):
            self.named.append(name)

    def rest(self, seconds: float) -> None:
        """Hear what comes meanwhile."""
        end = time.monotonic() + seconds
        context = GLib.MainContext.default()
        while time.monotonic() < end:
            while context.pending():
                context.iteration(False)
            time.sleep(0.01)

    def until(self, found: Callable[[], Any], what: str, seconds: float = 60.0) -> Any:
        """Ask again until there is something."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.rest(0.1)
            try:
                got = found()
            except GLib.Error:
                continue
            if got:
                return got
        raise SystemExit(f"{what} is not there: {self._all()}")

    def _all(self) -> str:
        top = self.window()
        things = walk(top) if top is not None else ()
        return "; ".join(f"{thing.get_role_name()} {thing.get_name()}" for thing in things)

    def window(self) -> Any:
        """The program's window."""
        desktop = Atspi.get_desktop(0)
        for at in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(at)
            if app is not None and APP in (app.get_name() or "").lower().replace(" ", "-"):
                for place in range(app.get_child_count()):
                    frame = app.get_child_at_index(place)
                    if frame is not None and frame.get_child_count():
                        return frame
        return None

    def find(self, name: str, role: str = "", among: Any = None) -> Any:
        """A thing that is shown and whose name begins so."""
        top = among or self.window()
        for thing in walk(top) if top is not None else ():
            if (thing.get_name() or "").startswith(name) and role in ("", thing.get_role_name()):
                return thing
        return None


def _safe(ask: Callable[[], Any]) -> str:
    try:
        return str(ask() or "")
    except GLib.Error:
        return ""


def walk(thing: Any) -> Iterator[Any]:
    """It and all in it, as far as it is shown."""
    yield thing
    for at in range(thing.get_child_count()):
        child = thing.get_child_at_index(at)
        if child is not None:
            yield from walk(child)


def act(thing: Any, name: str = "Press") -> None:
    """Do one of the things that can be done with it."""
    action = thing.get_action_iface()
    names = [Atspi.Action.get_action_name(action, n) for n in range(action.get_n_actions())]
    if name not in names:
        raise SystemExit(f"{thing.get_name()} has {names}, not {name}")
    action.do_action(names.index(name))


def place(thing: Any) -> list[int]:
    """Where it is on the screen."""
    box = thing.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
    return [box.x, box.y, box.width, box.height]


def _shown(reader: Reader, view: str) -> bool:
    found = reader.find(f"{view}: ")
    scene = found.get_child_at_index(0) if found is not None else None
    return scene is not None and scene.get_child_count() > 0


def film(reader: Reader, view: str) -> dict[str, Any]:
    """The things of one view of the film."""
    found = reader.until(lambda: reader.find(f"{view}: "), view)
    scenes = []
    for scene in (found.get_child_at_index(n) for n in range(found.get_child_count())):
        inside = [scene.get_child_at_index(n) for n in range(scene.get_child_count())]
        shots = [
            {"name": shot.get_name(), "role": shot.get_role_name(), "place": place(shot)}
            for shot in inside
        ]
        role = scene.get_role_name()
        scenes.append({"name": scene.get_name(), "role": role, "shots": shots})
    return {"role": found.get_role_name(), "place": place(found), "scenes": scenes}


def unnamed(reader: Reader) -> list[str]:
    """Things that take the keyboard and have no name."""
    found = []
    for thing in walk(reader.window()):
        states = thing.get_state_set()
        takes = states.contains(Atspi.StateType.FOCUSABLE)
        if takes and states.contains(Atspi.StateType.SHOWING) and not thing.get_name():
            found.append(f"{thing.get_role_name()} {place(thing)}")
    return found


def main() -> None:
    reader, told = Reader(), {}
    reader.until(reader.window, "The window")
    reader.until(lambda: reader.find("Scene 1, shot 1", "list item"), "The first card")
    told["timeline"] = film(reader, "Timeline")
    told["unnamed"] = unnamed(reader)
    for view, name in (("board", "Board"), ("shot list", "Shot list"), ("", "Timeline")):
        act(reader.find(f"View of the film: {name}", ""), "Press")
        reader.until(lambda name=name: _shown(reader, name), name)
        if view:
            told[view] = film(reader, name)
    # Choose, write, generate, judge.
    scene = reader.find("Scene 1", "panel")
    act(scene, "New shot")
    card = reader.until(lambda: reader.find("Scene 1, shot 5", "list item"), "A new card")
    act(card)
    reader.rest(0.5)
    field = reader.until(lambda: reader.find("Prompt", "text"), "The field for words")
    field.get_editable_text_iface().set_text_contents(WORDS)
    reader.until(lambda: "not made" in card.get_name(), "A shot that can be made")
    told["written"] = card.get_name()
    reader.seconds.clear()
    reader.kinds.clear()
    begun = len(reader.said)
    act(card, "Generate")
    reader.until(lambda: "take 1 chosen" in card.get_name(), "The take", 240)
    reader.rest(2.0)
    told["made"] = card.get_name()
    told["seconds"] = sorted(reader.seconds.values(), reverse=True)
    told["kinds"] = reader.kinds.most_common(20)
    told["said"] = reader.said[begun:]
    told["named"] = reader.named
    told["at"] = reader.at
    act(reader.until(lambda: reader.find("1 take of the shot"), "The page of takes"))
    reader.rest(1.0)
    kinds = ("check box", "toggle button", "push button", "menu item")
    found = (reader.find("Accept", kind) for kind in kinds)
    act(next(each for each in found if each is not None))
    reader.until(lambda: "accepted" in card.get_name(), "An accepted shot")
    told["judged"] = card.get_name()
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main()
