"""Keeps the playback on the film as it is, and at what is chosen in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from topa_studio.film.composition import Composition
from topa_studio.film.ladder import shown_of
from topa_studio.film.muted import without
from topa_studio.film.span import Span
from topa_studio.film.timing import Cut
from topa_studio.model.rate import frame_of
from topa_studio.model.status import Stage
from topa_studio.ui.desk import Desk
from topa_studio.ui.playing.playback import Playback
from topa_studio.ui.running.binding import Merged, bind

if TYPE_CHECKING:
    from topa_studio.app.session import ProjectSession


class Following(QObject):
    """Reads the cut list anew where the film, its takes or pictures are others.

    Signals:
        film_read: the playback has the film as it is now.
        touched: something may be said of the cut on screen that was not before.
    """

    film_read = Signal()
    touched = Signal()

    def __init__(self, desk: Desk, playback: Playback, parent: QObject) -> None:
        super().__init__(parent)
        self._session = desk.session
        self._selection = desk.selection
        self._playback = playback
        self._followed: str | None = None
        self._selection.changed.connect(self._follow)
        self._selection.playhead_moved.connect(self._playhead_moved)
        self._selection.muted_changed.connect(self.refresh)
        film = Merged(self, lambda _names: self.refresh())
        bind(self, self._session.changed, film.poke)
        pictures = Merged(self, lambda _names: self.refresh())
        bind(self, self._session.elements_changed, pictures.add)
        shots = Merged(self, self._shots_changed)
        bind(self, self._session.shots_changed, shots.add)
        # The first clip is opened only once the window stands.
        self._begin = QTimer(self)
        self._begin.setSingleShot(True)
        self._begin.timeout.connect(self.refresh)
        self._begin.start(0)

    def refresh(self) -> None:
        """Read the cut list anew, and stay where the film is."""
        self._begin.stop()
        playback, film = self._playback, without(self._session.composition(), self._selection.muted)
        if not playback.cuts and film.cuts:
            playback.frame = self._starting_frame(film)
        playback.show(film, self._session.faces())
        self.film_read.emit()
        self._follow()

    def close(self) -> None:
        """Read nothing any more."""
        self._begin.stop()

    def go_to(self, key: str) -> Cut | None:
        """Stand on the first frame of a shot, whatever is chosen; None: it is not in the film."""
        self._ready()
        cut = self._cut_of(key)
        if cut is not None:
            self._followed = key
            self._playback.pause()
            self._playback.seek(cut.first)
        return cut

    def _ready(self) -> None:
        if self._begin.isActive():
            self.refresh()

    def _cut_of(self, key: str | None) -> Cut | None:
        film = self._playback.composition
        place = film.place_of(key) if key is not None else None
        return None if place is None else film.cuts[place]

    def _starting_frame(self, film: Composition) -> int:
        key = self._selection.shot
        self._followed = key
        place = film.place_of(key) if key is not None else None
        if self._selection.playhead or place is None:
            return frame_of(self._selection.playhead, film.rate)
        return film.cuts[place].first

    # What the film tells.

    def _shots_changed(self, keys: frozenset[str]) -> None:
        cut = self._playback.cut
        if any(self._is_other(key) for key in keys):
            self.refresh()
        elif cut is not None and cut.key in keys:
            self.touched.emit()

    def _is_other(self, key: str) -> bool:
        """Whether the cut would be made of another file now, or of a new version of it."""
        cut, scenario = self._cut_of(key), self._session.film
        if cut is None or not scenario.has_shot(key):
            return False
        status = self._session.shot(key)
        now = shown_of(scenario.shot(key), status)
        anew = cut is self._playback.cut and status.stage is Stage.MADE and bool(now.path)
        return cut.shown != now or anew

    # What is chosen.

    def _follow(self) -> None:
        self._ready()
        self._playback.stretch.chosen = self._chosen()
        key = self._selection.shot or _first_shot(self._session, self._selection.scene)
        # A shot that was just made is chosen a moment before the film with it is read.
        if key == self._followed or (key is not None and self._cut_of(key) is None):
            return
        self._followed = key
        # An edit that chooses another shot does not stop a film that plays.
        if key is not None and not (self._selection.by_edit and self._playback.playing):
            self.go_to(key)

    def _chosen(self) -> Span | None:
        """From the first of several chosen shots to the last."""
        cuts = [cut for cut in map(self._cut_of, self._selection.shots) if cut is not None]
        if len(cuts) < 2:
            return None
        return Span(min(cut.first for cut in cuts), max(cut.last for cut in cuts))

    def _playhead_moved(self, seconds: float) -> None:
        if abs(seconds - self._playback.position) > 1e-6:
            self._ready()
            self._playback.seek_seconds(seconds)


def _first_shot(session: ProjectSession, scene_id: str | None) -> str | None:
    scenes = session.film.scenes
    found = next((scene for scene in scenes if scene.id == scene_id), None)
    return found.shots[0].key if found is not None and found.shots else None
