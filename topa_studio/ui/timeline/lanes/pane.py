"""The lanes of a timeline: where they lie under its cards, what is in them, which are shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from topa_studio.app.session import DocumentChange
from topa_studio.film.composition import Composition
from topa_studio.model.scenario import Scenario
from topa_studio.ui.desk import Desk
from topa_studio.ui.look.theme import scaled, theme_signals
from topa_studio.ui.running.binding import Merged, bind
from topa_studio.ui.small_pictures.waves import Waves
from topa_studio.ui.timeline.lane_pills import Kind
from topa_studio.ui.timeline.lanes.boxes import caption_boxes, lane_of, track_box
from topa_studio.ui.timeline.lanes.caption_lane import CaptionLane
from topa_studio.ui.timeline.lanes.crossing import Crossing
from topa_studio.ui.timeline.lanes.lane import Lane
from topa_studio.ui.timeline.lanes.snap import Hold
from topa_studio.ui.timeline.lanes.sound_lane import SoundLane
from topa_studio.ui.timeline.lanes.words import hold_words
from topa_studio.ui.timeline.view import TimelineView
from topa_studio.ui.widgets.parts import text_label

_HEIGHTS = {Kind.VOICES: 40, Kind.CAPTIONS: 30, Kind.MUSIC: 56}
_FLATTER = {Kind.VOICES: 28, Kind.CAPTIONS: 24, Kind.MUSIC: 34}
_APART = 10
_HIDDEN = Qt.WidgetAttribute.WA_WState_ExplicitShowHide


class Lanes(QObject):
    """Follows the film, and keeps room for its lanes under the cards of `view`.

    Attributes:
        counts: how many boxes each lane holds.
    Signals:
        counted: a lane holds more or fewer boxes than before.
        keyed: the `Kind` of the lane in which the keyboard is, or None.
        returned: the `Kind` of a lane that was hidden, and is shown for what came into it.
        hidden: why no lane can be shown, in words; "" where they can.
    """

    counted = Signal()
    keyed = Signal(object)
    returned = Signal(object)
    hidden = Signal(str)

    def __init__(self, desk: Desk, view: TimelineView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view
        self.waves = Waves(desk.session, self)
        waves = self.waves
        self.voices = SoundLane(Kind.VOICES, desk, view, self.tr("Voices"), "mic", waves)
        self.captions = CaptionLane(Kind.CAPTIONS, desk, view, self.tr("Captions"), "captions")
        self.music = SoundLane(Kind.MUSIC, desk, view, self.tr("Music"), "music", waves)
        self._lanes: tuple[Lane, ...] = (self.voices, self.captions, self.music)
        self._crossing = Crossing(self.voices, self.captions, self.music)
        self.counts: dict[Kind, int] = {}
        self._off: set[Kind] = set()
        self._filtered = self._compact = self._low = False
        self._writes = self._sleeps = False
        self._playhead: int | None = None
        self._film: Composition | None = None
        self._label: QLabel = text_label("", "hold")
        self._label.setParent(view)
        self._label.hide()
        self._join()
        self._follow()

    def _join(self) -> None:
        view, desk = self._view, self._desk
        for lane in self._lanes:
            lane.held.connect(lambda hold, lane=lane: self._hold(lane, hold))
            lane.keyed.connect(lambda here, lane=lane: self.keyed.emit(lane.kind if here else None))
            lane.box_chosen.connect(lambda lane=lane: self._chosen(lane))
            lane.muted.connect(
                lambda muted, lane=lane: desk.selection.mute(lane.kind.value, muted=muted)
            )
        self._crossing.wants.connect(self._place)
        for sounds in (self.voices, self.music):
            sounds.crossed.connect(lambda box: self._return(lane_of(box.track)))
        view.horizontalScrollBar().valueChanged.connect(self._repaint)
        view.laid_out.connect(self._repaint)
        view.viewport().installEventFilter(self)
        self._show_muted()
        desk.selection.muted_changed.connect(self._show_muted)
        desk.selection.playhead_moved.connect(self._move_playhead)
        self.waves.ready.connect(lambda _path: self._show_tracks())
        bind(self, desk.session.changed, self._film_changed)
        self._restless = Merged(self, lambda _names: self._follow())
        bind(self, desk.session.shots_changed, self._restless.add)
        theme_signals().changed.connect(self._place)

    def _show_muted(self) -> None:
        for lane in self._lanes:
            lane.label.mute.setChecked(lane.kind.value in self._desk.selection.muted)

    def close(self) -> None:
        """Let go of the thread that reads waves."""
        self.waves.close()

    # The film.

    def _film_changed(self, _change: DocumentChange) -> None:
        self._follow()

    def _follow(self) -> None:
        """Show the film as it is now, or when the timeline is seen again.

        One without sounds and captions is not cut for it.
        """
        self._sleeps = self._asleep()
        if self._sleeps:
            return
        self._film = None
        if self._writes or _holds_any(self._desk.film):
            self._film = self._desk.session.composition()
        boxes = () if self._film is None else tuple(caption_boxes(self._film))
        self.captions.show_boxes(boxes, self._film)
        self._show_tracks()

    def _show_tracks(self) -> None:
        film = self._film
        tracks = () if film is None else film.scenario.film.audio
        boxes = [
            track_box(number, track, film, self.waves.wave)
            for number, track in enumerate(tracks)
            if film is not None
        ]
        for lane in (self.voices, self.music):
            own = tuple(box for box in boxes if box.track and lane_of(box.track) is lane.kind)
            lane.show_boxes(own, film)
        self._place()
        counts = {lane.kind: len(lane.boxes) for lane in self._lanes}
        if counts != self.counts:
            self.counts = counts
            self._place()
            self.counted.emit()

    # Which are shown, and where.

    def show_lane(self, kind: str, *, shown: bool) -> None:
        """Show a lane that holds something, or not."""
        self._off -= {Kind(kind)}
        if not shown:
            self._off.add(Kind(kind))
        self._place()

    def set_filtered(self, *, filtered: bool) -> None:
        """Where shots are left out, time has gaps, and no lane is shown."""
        self._filtered = filtered
        self._place()
        self.hidden.emit(self.why_hidden)

    def set_room(self, *, low: bool, compact: bool) -> None:
        """Where height is short, lanes are flatter, or not shown."""
        self._low, self._compact = low, compact
        self._place()
        self.hidden.emit(self.why_hidden)

    @property
    def why_hidden(self) -> str:
        """Why no lane can be shown now, in words."""
        if self._compact:
            return self.tr("not shown, the window is too low")
        if self._filtered:
            return self.tr("not shown while only some shots are")
        return ""

    def _return(self, kind: Kind) -> None:
        """Something comes into a lane: it is seen from now on."""
        if kind in self._off:
            self._off.discard(kind)
            self.returned.emit(kind)

    @property
    def off(self) -> frozenset[str]:
        """The lanes that the user does not want to see."""
        return frozenset(kind.value for kind in self._off)

    def lane(self, kind: str) -> Lane:
        """The lane of a kind."""
        return next(lane for lane in self._lanes if lane.kind == kind)

    def _shows(self, lane: Lane) -> bool:
        hidden = bool(self.why_hidden) or lane.kind in self._off
        writes = self._writes and lane is self.captions
        if lane.kind is self._crossing.wanted:
            return True
        return not hidden and (self.counts.get(lane.kind, 0) > 0 or writes)

    def _place(self) -> None:
        usual = _FLATTER if self._low else _HEIGHTS
        heights = {
            lane.kind: max(scaled(usual[lane.kind]), lane.least_height) for lane in self._lanes
        }
        shown = [lane for lane in self._lanes if self._shows(lane)]
        self._view.keep_below(sum(heights[lane.kind] for lane in shown))
        area = self._view.viewport().geometry()
        top = area.bottom() + 1
        for lane in self._lanes:
            height = heights[lane.kind]
            if lane in shown:
                lane.setGeometry(area.left(), top, area.width(), height)
                top += height
            lane.setVisible(lane in shown)

    def _asleep(self) -> bool:
        """Whether another view of the film is shown."""
        return self._view.isHidden() and self._view.testAttribute(_HIDDEN)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The cards have another room, are seen again, or the user is back with a lost file."""
        if event.type() is QEvent.Type.Show and self._sleeps:
            self._follow()
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        elif event.type() is QEvent.Type.WindowActivate:
            self._show_tracks()
        return False

    def _repaint(self) -> None:
        for lane in self._lanes:
            lane.show_anew()

    def _move_playhead(self, seconds: float) -> None:
        if self._asleep():
            return
        before, self._playhead = self._playhead, self._view.playhead_x(seconds)
        for lane in self._lanes:
            for x in {before, self._playhead} - {None}:
                lane.update((x or 0) - 1, 0, 3, lane.height())

    # What a drag holds on to.

    def _chosen(self, chosen: Lane) -> None:
        for lane in self._lanes:
            if lane is not chosen:
                lane.choose(None)

    def _hold(self, lane: Lane, hold: Hold | None) -> None:
        self._view.show_guide(None if hold is None else hold.x)
        self._repaint()
        self._label.setVisible(hold is not None)
        if hold is None or self._film is None:
            return
        self._label.setText(hold_words(hold, self._film))
        self._label.adjustSize()
        beside: QWidget = self._view
        left = min(hold.x + _APART, beside.width() - self._label.width() - _APART)
        self._label.move(max(0, left), max(0, lane.y() - self._label.height() - 4))
        self._label.raise_()

    # Writing.

    def write_caption(self, frame: int) -> None:
        """Have a new caption written from this frame on; its lane is shown for that."""
        self._return(Kind.CAPTIONS)
        self._writes = True
        self._follow()
        self._place()
        self.captions.write_at(frame)
        if self.captions.editor is not None:
            self.captions.editor.destroyed.connect(self._written)
        else:
            self._written()

    def _written(self) -> None:
        self._writes = False
        self._place()

    def finish(self) -> None:
        """Take what is being written."""
        self.captions.finish()


def _holds_any(film: Scenario) -> bool:
    return bool(film.film.audio) or any(
        shot.captions or shot.caption for scene in film.scenes for shot in scene.shots
    )
