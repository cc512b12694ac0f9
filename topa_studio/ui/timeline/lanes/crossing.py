"""A sound that is dragged over the other lane of sounds: it is shown there, and dropped there."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal

from topa_studio.ui.timeline.lane_pills import Kind
from topa_studio.ui.timeline.lanes.boxes import Box, lane_of
from topa_studio.ui.timeline.lanes.lane import Lane
from topa_studio.ui.timeline.lanes.sound_lane import SoundLane


class Crossing(QObject):
    """Between the voices, which lie above, and the music.

    The border is the middle of the captions where they are seen, else the edge between the two.

    Attributes:
        wanted: the lane that is shown because a sound is over it, though it may be empty.
    Signals:
        wants: `wanted` has changed.
    """

    wants = Signal()

    def __init__(self, voices: SoundLane, captions: Lane, music: SoundLane) -> None:
        super().__init__(voices)
        self._voices, self._captions, self._music = voices, captions, music
        self.wanted: Kind | None = None
        for lane in (voices, music):
            lane.kind_at = partial(self._kind_at, lane)
            lane.pulls.connect(lambda box, lane=lane: self._show(lane, box))
            lane.crossed.connect(self._drop)

    def _kind_at(self, lane: SoundLane, at: QPoint) -> Kind:
        """The lane that is meant by a point of `lane`."""
        y = lane.y() + at.y()
        captions = self._captions
        if captions.isVisible():
            above = y < captions.y() + captions.height() // 2
        elif self._voices.isVisible() and self._music.isVisible():
            above = y < self._music.y()
        else:
            above = at.y() < (0 if lane is self._music else lane.height())
        return Kind.VOICES if above else Kind.MUSIC

    def _other(self, lane: SoundLane) -> SoundLane:
        return self._music if lane is self._voices else self._voices

    def _show(self, lane: SoundLane, box: Box | None) -> None:
        """Show what is pulled in the lane that it is over."""
        other = self._other(lane)
        over = box is not None and box.track is not None and lane_of(box.track) is other.kind
        wanted = other.kind if over else None
        if wanted is not self.wanted:
            self.wanted = wanted
            self.wants.emit()
        other.receive(box if over else None)

    def _drop(self, box: Box) -> None:
        """What lies in the other lane from now on is chosen there."""
        if box.track is None:
            return
        lane = self._music if lane_of(box.track) is Kind.MUSIC else self._voices
        lane.expect(box)
        if self._other(lane).hasFocus():
            lane.setFocus()
