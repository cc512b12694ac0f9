"""Voices or music: tracks with their waves, dragged, trimmed, faded and made louder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QMenu, QToolTip

from topa_studio.document.edits import Edit, FilmTarget, SetField, UnsetField
from topa_studio.document.written import tracks_written
from topa_studio.film.composition import Composition
from topa_studio.model.rate import frame_of, moment_of
from topa_studio.model.scenario import AudioTrack
from topa_studio.ui.commands.table import COMMANDS
from topa_studio.ui.desk import Desk
from topa_studio.ui.small_pictures.waves import Wave, Waves
from topa_studio.ui.timeline.lane_pills import Kind
from topa_studio.ui.timeline.lanes.boxes import Box, lane_of, track_box
from topa_studio.ui.timeline.lanes.lane import Lane, Pull
from topa_studio.ui.timeline.lanes.scale import Scale
from topa_studio.ui.timeline.lanes.shown import Part
from topa_studio.ui.timeline.lanes.track_changes import (
    FADE_STEP,
    begun_at,
    begun_with,
    faded,
    louder,
    nudged,
    trimmed_in,
    trimmed_out,
    turned,
)
from topa_studio.ui.timeline.lanes.wave import (
    KNOB,
    paint_body,
    paint_fades,
    paint_knobs,
    paint_too_long,
    paint_wave,
    paint_words,
)
from topa_studio.ui.timeline.lanes.words import too_long, track_sentence, track_words, trouble
from topa_studio.ui.timeline.view import TimelineView
from topa_studio.ui.widgets.plain import plain_tip

_FADES = {"fade_in_longer": (1, 0), "fade_in_shorter": (-1, 0), "fade_out_longer": (0, 1),
          "fade_out_shorter": (0, -1)}  # fmt: skip


class SoundLane(Lane):
    """Tracks of one kind.

    Signals:
        opened: the number of a track whose fields are wanted.
        waves_came: a wave has come or changed.
        crossed: the `Box` of a track that is to lie in the other lane of sounds.
    """

    opened = Signal(int)
    waves_came = Signal()
    crossed = Signal(object)

    def __init__(
        self, kind: Kind, desk: Desk, view: TimelineView, words: str, sign: str, waves: Waves
    ) -> None:
        super().__init__(kind, desk, view, words, sign)
        self.wave_of: Callable[[str], Wave | None] = waves.wave
        self.kind_at: Callable[[QPoint], Kind] = lambda _at: kind
        waves.ready.connect(lambda _path: self.waves_came.emit())

    def boxed(self, number: int, track: AudioTrack) -> Box:
        """The box of a track, also of one of another lane."""
        film = self._film or self._desk.session.composition()
        return track_box(number, track, film, self.wave_of)

    # Painting.

    def paint_box(
        self, painter: QPainter, rect: QRect, box: Box, scale: Scale, seen: QRect
    ) -> None:
        """A wave under its fades, its name and how loud it is."""
        track, look = box.track, self._view.look
        if track is None or lane_of(track) is not self.kind:
            return
        chosen = box.name == self.chosen or box is self._received
        wrong = trouble(box)
        colours = look.colours
        usual = colours.elements[1] if self.kind is Kind.VOICES else colours.dim
        colour = colours.bad if wrong else colours.accent if chosen else usual
        painter.save()
        painter.setClipRect(rect.adjusted(-1, -1, 1, 1))
        paint_body(painter, rect, colour, look, chosen=chosen)
        if track.mute:
            painter.setOpacity(0.4)
        paint_wave(painter, rect.adjusted(2, 8, -2, -1), box, scale, colour, seen)
        painter.setOpacity(1.0)
        if box.last > box.limit:
            paint_too_long(painter, rect, scale.x_of(max(box.first, box.limit)), look)
        if not wrong and (track.fade_in or track.fade_out or chosen):
            paint_fades(painter, rect, self._knobs(box, rect), colour)
        words = track_words(box, track)
        left = max(rect.left(), self.label.geometry().right() + 2)
        knob = self._knobs(box, rect)[0] + 2 * round(KNOB) - 4
        if (chosen or track.fade_in) and knob < rect.right() - look.badge_metrics.height() * 5:
            left = max(left, knob)
        inside = rect.adjusted(min(left, rect.right()) - rect.left(), 1, 0, 0)
        paint_words(painter, inside, words, look, colours.bad if wrong else colours.text)
        if chosen and self._desk.editable:
            paint_knobs(painter, rect, self._knobs(box, rect), look)
        painter.restore()

    def _knobs(self, box: Box, rect: QRect) -> tuple[int, int]:
        """Where the knobs of the fades are, from left to right."""
        scale, track = self.scale, box.track
        if scale is None or track is None:
            return rect.left(), rect.right()
        rate = scale.film.rate
        left = scale.x_of(box.first + frame_of(track.fade_in, rate)) if track.fade_in else None
        last = max(box.first, box.last - frame_of(track.fade_out, rate))
        right = scale.x_of(last) if track.fade_out else None
        first_x = rect.left() if left is None else min(left, rect.right())
        return first_x, rect.right() if right is None else max(right, first_x)

    def part_at(self, box: Box, rect: QRect, at: QPoint) -> Part:
        """The knobs of the chosen track lie over its edges."""
        if box.name == self.chosen and at.y() <= rect.top() + 2 * KNOB + 2:
            held = (max(rect.left() + KNOB + 1, min(float(x), rect.right() - KNOB))
                    for x in self._knobs(box, rect))  # fmt: skip
            for x, part in zip(held, (Part.FADE_IN, Part.FADE_OUT), strict=True):
                if abs(at.x() - x) <= KNOB + 2:
                    return part
        return super().part_at(box, rect, at)

    def sentence(self, box: Box) -> str:
        """A track as it is read aloud."""
        return "" if self._film is None else track_sentence(self.words, box, self._film)

    # What drags and keys make of it.

    def pulled(self, box: Box, pull: Pull) -> Box:
        """The track with one of its parts at a frame; a whole one may be over the other lane."""
        film, track, frame = self._film, box.track, pull.frame
        if film is None or track is None:
            return box
        match pull.part:
            case Part.BODY:
                changed = self._carried(track, pull, film)
            case Part.LEFT:
                changed = trimmed_in(box, frame, film)
            case Part.RIGHT:
                changed = trimmed_out(box, frame, film)
            case Part.FADE_IN:
                changed = faded(box, film, into=moment_of(frame - box.first, film.rate))
            case _:
                changed = faded(box, film, out=moment_of(box.last - frame, film.rate))
        return track_box(box.place, changed, film, lambda _path: box.wave)

    def _carried(self, track: AudioTrack, pull: Pull, film: Composition) -> AudioTrack:
        kind = self.kind if pull.at is None else self.kind_at(pull.at)
        if kind is not lane_of(track):
            track = replace(track, kind=kind.value)
        if pull.hold is not None and pull.hold.cut is not None:
            return begun_with(track, pull.hold.cut.key)
        return begun_at(track, pull.frame, film)

    def commit(self, before: Box, after: Box) -> None:
        """One step for a drag."""
        track = after.track
        if before.track == track or track is None:
            return
        label = ""
        if lane_of(track) is not self.kind:
            label = self._turning
            self.crossed.emit(after)
        self.change(after.place, lambda _now: track, label=label)

    @property
    def _turning(self) -> str:
        music = self.kind is Kind.VOICES
        return self.tr("Make it music") if music else self.tr("Make it a voice")

    def change(
        self,
        number: int,
        changed: Callable[[AudioTrack], AudioTrack | None],
        coalesce: str | None = None,
        label: str = "",
    ) -> None:
        """Have the film say what `changed` makes of its track as it is then; None: it goes."""
        if not self._desk.editable:
            return

        def edits() -> list[Edit]:
            tracks = list(self._desk.film.film.audio)
            now = tracks[number : number + 1]
            made = [changed(track) for track in now]
            if made == now:
                return []
            tracks[number : number + 1] = [track for track in made if track is not None]
            if not tracks:
                return [UnsetField(FilmTarget(), "audio")]
            return [SetField(FilmTarget(), "audio", tracks_written(tracks))]

        self._desk.rework(label or self.tr("Change music"), edits, coalesce=coalesce)

    def nudge(self, box: Box, frames: int) -> None:
        """The track begins so many frames later; presses in a row are one step."""
        session = self._desk.session

        def later(track: AudioTrack) -> AudioTrack:
            return nudged(track, frames, session.composition())

        self.change(box.place, later, f"nudge track {box.place}")

    def remove(self, box: Box) -> None:
        """The track goes; its file stays."""
        self.change(box.place, lambda _track: None, label=self.tr("Remove music"))

    def open(self, box: Box) -> None:
        """Show its fields."""
        self.opened.emit(box.place)

    def fill(self, menu: QMenu, box: Box) -> None:
        """A voice for what is music, music for what is a voice; silent or not."""
        menu.addAction(self._turning, lambda: self._turn(box))
        menu.addAction(COMMANDS["track_mute"].in_menu(), lambda: self.act("track_mute", box))

    def _turn(self, box: Box) -> None:
        film = self._film
        if box.track is None or film is None:
            return
        session, after = self._desk.session, turned(box.track, film)
        self.crossed.emit(track_box(box.place, after, film, self.wave_of))

        def other(track: AudioTrack) -> AudioTrack:
            return turned(track, session.composition())

        self.change(box.place, other, label=self._turning)

    def act(self, name: str, box: Box) -> None:
        """Louder, quieter, longer fades, silent or not."""
        film = self._film
        if film is None:
            return
        into, out = _FADES.get(name, (0, 0))

        def changed(track: AudioTrack) -> AudioTrack:
            now = replace(box, track=track)
            if name in ("louder", "quieter"):
                return louder(track, 1 if name == "louder" else -1)
            if name == "track_mute":
                return replace(track, mute=not track.mute)
            if into:
                return faded(now, film, into=track.fade_in + into * FADE_STEP)
            return faded(now, film, out=track.fade_out + out * FADE_STEP)

        self.change(box.place, changed, f"{name} {box.place}")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Alt, louder and quieter; else the strip scrolls."""
        found = self.hit(event.position().toPoint())
        turn = event.angleDelta().y() or event.angleDelta().x()
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if not alt or found is None or found[0].track is None or not turn:
            super().wheelEvent(event)
            return
        event.accept()
        box = found[0]
        self.choose(box.name)
        steps = 1 if turn > 0 else -1
        self.change(box.place, lambda track: louder(track, steps), f"loud {box.place}")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the fields of a track."""
        found = self.hit(event.position().toPoint())
        if found is not None:
            self.choose(found[0].name)
            self.open(found[0])

    def event(self, event: QEvent) -> bool:
        """Tell about the track under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            found = self.hit(event.pos())
            tip = _tip(found[0], self._film) if found is not None and self._film else ""
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)


def _tip(box: Box, film: Composition) -> str:
    track = box.track or AudioTrack("")
    parts = (track_words(box, track), track.file, too_long(box, film))
    return plain_tip("\n".join(part for part in parts if part))
