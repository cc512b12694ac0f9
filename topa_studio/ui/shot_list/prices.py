"""What it costs now to make shots anew: asked a few at a time, kept until something changes."""

from __future__ import annotations

import time
from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from topa_studio.app.session import DocumentChange
from topa_studio.model.wish import clips
from topa_studio.ui.binding import bind
from topa_studio.ui.desk import Desk

_SLICE_SECONDS, _SLICE_MS = 0.005, 25
# Of so few shots the price is asked for together, in which shared pictures count once.
_TOGETHER = 60
UNKNOWN = -1.0


class Prices(QObject):
    """Asks the session when there is nothing else to do.

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
        self._shots: dict[str, float | None] = {}
        self._scenes: dict[str, float | None] = {}
        self._wanted: dict[str, None] = {}
        self._total: float | None = None
        self._all_asked = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SLICE_MS)
        self._timer.timeout.connect(self._go_on)
        bind(self, desk.session.changed, self._film_changed)
        bind(self, desk.session.elements_changed, lambda _names: self.forget())

    def of_shot(self, key: str) -> float | None:
        """Credits for one shot; None: nobody knows its price; `UNKNOWN`: it is not known yet."""
        return self._asked(self._shots, key)

    def of_scene(self, scene_id: str) -> float | None:
        """Credits for a scene's shots, each once; as above."""
        return self._asked(self._scenes, scene_id)

    def of_film(self) -> float | None:
        """Credits for all shots, each once; as above. Asking for it goes through all scenes."""
        if not self._all_asked:
            self._all_asked = True
            self._timer.start()
        ids = [scene.id for scene in self._desk.film.scenes]
        if self._total is not None or any(each not in self._scenes for each in ids):
            return UNKNOWN if self._total is None else self._total
        found = [self._scenes[each] for each in ids]
        known = [price for price in found if price is not None]
        return sum(known) if len(known) == len(found) else None

    def forget(self, keys: Iterable[str] | None = None) -> None:
        """Prices of these shots may be others; None: all of them."""
        self._total = None
        if keys is None:
            self._shots.clear()
            self._scenes.clear()
        else:
            film = self._desk.film
            for key in keys:
                self._shots.pop(key, None)
                if film.has_shot(key):
                    self._scenes.pop(film.scene_of(key).id, None)
        if self._all_asked or self._wanted:
            self._timer.start()

    def _asked(self, known: dict[str, float | None], name: str) -> float | None:
        if name in known:
            return known[name]
        self._wanted[name if known is self._shots else f"\0{name}"] = None
        if not self._timer.isActive():
            self._timer.start()
        return UNKNOWN

    def _film_changed(self, change: DocumentChange) -> None:
        whole = change.film or change.elements
        self.forget(None if whole else change.shots | change.removed)
        if not whole:
            for scene in (*change.scenes,):
                self._scenes.pop(scene, None)

    def _go_on(self) -> None:
        end = time.monotonic() + _SLICE_SECONDS
        while self._wanted and time.monotonic() < end:
            name = next(iter(self._wanted))
            del self._wanted[name]
            self._ask(name)
        if not self._wanted and self._all_asked:
            self._ask_on(end)
        if self._wanted:
            self._timer.start()

    def _ask(self, name: str) -> None:
        scene_id = name.removeprefix("\0")
        if name.startswith("\0"):
            self._ask_scene(scene_id)
        elif self._desk.film.has_shot(name) and name not in self._shots:
            self._shots[name] = self._quoted([name])
            self.shot_known.emit(name)

    def _ask_scene(self, scene_id: str) -> None:
        scene = next((s for s in self._desk.film.scenes if s.id == scene_id), None)
        if scene is not None and scene_id not in self._scenes:
            self._scenes[scene_id] = self._quoted([shot.key for shot in scene.shots])
            self.scene_known.emit(scene_id)

    def _ask_on(self, end: float) -> None:
        """Go on with the sum of the whole film."""
        scenes = self._desk.film.scenes
        count = sum(len(scene.shots) for scene in scenes)
        if count <= _TOGETHER:
            if self._total is None:
                self._total = self._quoted([s.key for scene in scenes for s in scene.shots])
                self.film_known.emit()
            return
        missing = [scene.id for scene in scenes if scene.id not in self._scenes]
        for scene_id in missing:
            if time.monotonic() >= end:
                self._timer.start()
                return
            self._ask_scene(scene_id)
        if missing:
            self.film_known.emit()

    def _quoted(self, keys: list[str]) -> float | None:
        return self._desk.session.quote(clips(*keys)).credits if keys else 0.0
