"""What is selected and where the playhead stands: the one state that all panes share."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal

from topa_studio.app.session import DocumentChange

TYPING_MS = 1_500
# Qt paints what waits at this priority; what has time until then comes behind it.
_BEHIND_PAINT = Qt.EventPriority.LowEventPriority.value - 1


class Selection(QObject):
    """At most one kind is selected at a time: shots, a scene or an element; else the film.

    Attributes:
        shots: permanent keys in the order they were chosen; the last is `shot`, the current one.
        scene: a scene's id; `element`: an element's name; None where not selected.
        playhead: seconds of the film.
        muted: lanes that are not heard or read in this window: "voice", "caption", "music".
        typing: the shot whose words are being typed; its mistakes wait for a pause.
        put_away: hints of shots that the user does not want to read again, each with its key.
        by_edit: what is selected came of an edit, and no one has chosen it.
    Signals:
        changed: what is selected is another.
        settled: the same, for what only tells of it: where it was chosen in a view, once that has
            been painted; at once where it was chosen elsewhere.
        playhead_moved: the playhead's new place in seconds.
        muted_changed: other lanes are muted.
        typing_changed: the key of a shot of which a typing has begun or ended.
        hushed: the key of a shot of which a hint was put away.
    """

    changed = Signal()
    settled = Signal()
    typing_changed = Signal(str)
    hushed = Signal(str)
    muted_changed = Signal()
    playhead_moved = Signal(float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shots: tuple[str, ...] = ()
        self.scene: str | None = None
        self.element: str | None = None
        self.playhead = 0.0
        self.muted: frozenset[str] = frozenset()
        self.typing: str | None = None
        self.put_away: frozenset[tuple[str, object]] = frozenset()
        self.by_edit = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_MS)
        self._pause.timeout.connect(lambda: self.type_in(None))
        self._unsettled = False

    @property
    def shot(self) -> str | None:
        """The current shot's permanent key."""
        return self.shots[-1] if self.shots else None

    def select_shot(self, key: str, *, by_edit: bool = False) -> None:
        """Select one shot."""
        self._set((key,), None, None, by_edit=by_edit)

    def select_shots(
        self, keys: Iterable[str], *, by_edit: bool = False, in_view: bool = False
    ) -> None:
        """Select these shots, the last of them current; `in_view`: as a view already shows it."""
        self._set(tuple(dict.fromkeys(keys)), None, None, by_edit=by_edit, in_view=in_view)

    def select_scene(self, scene_id: str, *, by_edit: bool = False, in_view: bool = False) -> None:
        """Select a scene; `in_view`: as a view already shows it."""
        self._set((), scene_id, None, by_edit=by_edit, in_view=in_view)

    def select_element(self, name: str) -> None:
        """Select an element."""
        self._set((), None, name)

    def clear(self) -> None:
        """Select nothing: the inspector shows the film."""
        self._set((), None, None)

    def follow(self, change: DocumentChange) -> None:
        """Let go of what is not in the film any more; an element is followed to its new name.

        What an undo brings back is chosen, as it was when it was deleted.
        """
        film = change.after
        if change.origin == "undo" and (back := _brought_back(change)):
            self.select_shots(back, by_edit=True)
            return
        shots = tuple(key for key in self.shots if film.has_shot(key))
        scene = self.scene
        if scene is not None and all(known.id != scene for known in film.scenes):
            scene = None
        self._set(shots, scene, _followed(self.element, change), by_edit=True)

    def take_from(self, other: Selection) -> None:
        """Select what `other` selects, with its playhead."""
        self._set(other.shots, other.scene, other.element)
        for lane in other.muted:
            self.mute(lane, muted=True)
        self.put_away = other.put_away
        self.move_playhead(other.playhead)

    def mute(self, lane: str, *, muted: bool) -> None:
        """Mute a lane in this window, or hear it again."""
        before = self.muted
        self.muted = before | {lane} if muted else before - {lane}
        if self.muted != before:
            self.muted_changed.emit()

    def hush(self, key: str, words: str) -> None:
        """Do not tell this hint of a shot again."""
        self.put_away |= {(key, words)}
        self.hushed.emit(key)

    def type_in(self, key: str | None) -> None:
        """A letter of this shot's words was typed; None: the typing is over."""
        before, self.typing = self.typing, key
        if key is None:
            self._pause.stop()
        else:
            self._pause.start()
        if before != key:
            for touched in (before, key):
                if touched is not None:
                    self.typing_changed.emit(touched)

    def move_playhead(self, seconds: float) -> None:
        """Put the playhead at `seconds` of the film."""
        if seconds != self.playhead:
            self.playhead = seconds
            self.playhead_moved.emit(seconds)

    def _set(
        self,
        shots: tuple[str, ...],
        scene: str | None,
        element: str | None,
        *,
        by_edit: bool = False,
        in_view: bool = False,
    ) -> None:
        if (shots, scene, element) == (self.shots, self.scene, self.element):
            return
        self.shots, self.scene, self.element, self.by_edit = shots, scene, element, by_edit
        waited, self._unsettled = self._unsettled, True
        self.changed.emit()
        if not in_view:
            self.settle()
        elif not waited:
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), _BEHIND_PAINT)

    def settle(self) -> None:
        """Tell now what would be told once the view is painted."""
        if self._unsettled:
            self._unsettled = False
            self.settled.emit()

    def customEvent(self, _event: QEvent) -> None:
        """The view in which something was chosen is painted."""
        self.settle()


def _brought_back(change: DocumentChange) -> list[str]:
    """Keys of shots that are there again, in the film's order."""
    back, film = change.added, change.after
    return [key for key in (shot.key for shot in film.shots()) if key in back] if back else []


def _followed(name: str | None, change: DocumentChange) -> str | None:
    """The name that an element has now; None where it is gone."""
    if name is None or change.after.element(name) is not None:
        return name
    before = [element.name for element in change.before.elements]
    if name in before and len(before) == len(change.after.elements):
        return change.after.elements[before.index(name)].name
    return None
