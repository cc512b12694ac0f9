"""What it costs now to make shots anew: asked for what is in sight, kept until it changes."""

from __future__ import annotations

import time
from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from topa_studio.app.session import DocumentChange
from topa_studio.model.status import RUNNING
from topa_studio.model.wish import clips
from topa_studio.ui.desk import Desk
from topa_studio.ui.running.binding import bind

_SLICE_SECONDS, _SLICE_MS, _REST_MS = 0.005, 25, 100
# More than are in sight on the largest screen.
_MOST_WANTED = 120
# Of so few shots the price is asked for together, in which shared pictures count once.
_TOGETHER = 60
_SCENE = "\0"
UNKNOWN = -1.0
NOTHING = -2.0
"""What stands for the price of what cannot be made as it is."""


class Prices(QObject):
    """Asks the session when there is nothing else to do; until then what was known stands.

    What is wanted last is asked about first, and of what flew by in a long list nothing is.

    Signals:
        shot_known: the key of a shot whose price is known now.
        scene_known: the id of a scene whose price is. film_known: that of the whole film is.
    """

    shot_known = Signal(str)
    scene_known = Signal(str)
    film_known = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._known: dict[str, float | None] = {}  # by key, or by the id of a scene behind \0
        self._stale: set[str] = set()
        self._wanted: dict[str, None] = {}
        self._states: dict[str, tuple[bool, bool]] = {}
        self._total: float | None = UNKNOWN
        self._is_total_wanted, self._is_total_stale = False, True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        bind(self, desk.session.changed, self._film_changed)
        bind(self, desk.session.elements_changed, lambda _names: self._forget(None))
        bind(self, desk.session.shots_changed, self._shots_changed)

    def of_shot(self, key: str) -> float | None:
        """Credits for one shot; None: nobody knows its price.

        `UNKNOWN`: it is not known yet; `NOTHING`: it cannot be made as it is.
        """
        return self._asked(key)

    def of_scene(self, scene_id: str) -> float | None:
        """Credits for a scene's shots, each once; as above."""
        return self._asked(f"{_SCENE}{scene_id}")

    def of_film(self) -> float | None:
        """Credits for all shots, each once; as above. Only a question makes it go through them."""
        if self._is_total_stale:
            self._is_total_wanted = True
            self._begin()
        return 0.0 if self._total == NOTHING else self._total

    def _asked(self, name: str) -> float | None:
        if name not in self._known or name in self._stale:
            self._wanted.pop(name, None)
            self._wanted[name] = None
            if len(self._wanted) > _MOST_WANTED:
                del self._wanted[next(iter(self._wanted))]
            self._begin()
        return self._known.get(name, UNKNOWN)

    # What changed.

    def _forget(self, keys: Iterable[str] | None, scenes: Iterable[str] = ()) -> None:
        """Prices of these shots and scenes may be others; None: all of them."""
        self._is_total_stale = True
        if keys is None:
            self._stale |= self._known.keys()
        else:
            film = self._desk.film
            for key in keys:
                self._stale.add(key)
                if film.has_shot(key):
                    self._stale.add(f"{_SCENE}{film.scene_of(key).id}")
            self._stale |= {f"{_SCENE}{scene}" for scene in scenes}

    def _film_changed(self, change: DocumentChange) -> None:
        whole = change.film or change.elements
        self._forget(None if whole else change.shots | change.removed, change.scenes)
        for key in change.removed:
            self._known.pop(key, None)
            self._states.pop(key, None)

    def _shots_changed(self, keys: frozenset[str]) -> None:
        """A price may be another where more than the progress of a shot changed."""
        changed = []
        for key in keys:
            status = self._desk.session.shot(key)
            state = status.stage in RUNNING, status.chosen is None
            if self._states.get(key) != state:
                self._states[key] = state
                changed.append(key)
        if changed:
            self._forget(changed)

    # Asking.

    @property
    def waits(self) -> bool:
        """Whether something is wanted that is not known yet."""
        return bool(self._wanted)

    def put_off(self) -> None:
        """The hand scrolls: ask once it rests."""
        if self._timer.isActive():
            self._timer.start(_REST_MS)

    def _begin(self) -> None:
        if not self._timer.isActive():
            self._timer.start(_SLICE_MS)

    def _go_on(self) -> None:
        end = time.monotonic() + _SLICE_SECONDS
        while self._wanted and time.monotonic() < end:
            name, _ = self._wanted.popitem()
            self._ask(name)
        if not self._wanted and self._is_total_wanted:
            self._sum_up(end)
        if self._wanted:
            self._begin()

    def _ask(self, name: str) -> None:
        if name in self._known and name not in self._stale:
            return
        film, scene_id = self._desk.film, name.removeprefix(_SCENE)
        if not name.startswith(_SCENE):
            if film.has_shot(name):
                self._take(name, [name])
                self.shot_known.emit(name)
            return
        scene = next((each for each in film.scenes if each.id == scene_id), None)
        if scene is not None:
            self._take(name, [shot.key for shot in scene.shots])
            self.scene_known.emit(scene_id)

    def _take(self, name: str, keys: list[str]) -> None:
        self._stale.discard(name)
        self._known[name] = self._quoted(keys)

    def _sum_up(self, end: float) -> None:
        """Go on with the sum of the whole film: a few scenes at a time."""
        scenes = self._desk.film.scenes
        names = [f"{_SCENE}{scene.id}" for scene in scenes]
        if sum(len(scene.shots) for scene in scenes) <= _TOGETHER:
            self._told(self._quoted([shot.key for scene in scenes for shot in scene.shots]))
            return
        for name in names:
            if name in self._stale or name not in self._known:
                if time.monotonic() >= end:
                    self._begin()
                    return
                self._ask(name)
        found = [self._known[name] for name in names]
        priced = [max(0.0, price) for price in found if price is not None]
        self._told(sum(priced) if len(priced) == len(found) else None)

    def _told(self, total: float | None) -> None:
        self._total, self._is_total_stale, self._is_total_wanted = total, False, False
        self.film_known.emit()

    def _quoted(self, keys: list[str]) -> float | None:
        quote = self._desk.session.wishes.once(clips(*keys))
        return quote.credits if quote.shots else NOTHING
