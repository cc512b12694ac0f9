"""Trims the shot at the playhead: by the grips of its bar, by Shift+I and Shift+O."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from topa_studio.film.ladder import Source
from topa_studio.film.timing import Cut
from topa_studio.film.trim import Used, used_of
from topa_studio.ui.desk import Desk
from topa_studio.ui.player.facts import Facts
from topa_studio.ui.player.trim_bar import TrimBar
from topa_studio.ui.player.trims import trim_edits, whole_frames
from topa_studio.ui.playing.playback import Playback

translate = QCoreApplication.translate


class Trimming(QObject):
    """Shows in the bar what is used of the clip at the playhead, and changes it."""

    def __init__(self, desk: Desk, playback: Playback, bar: TrimBar, facts: Facts) -> None:
        super().__init__(bar)
        self._desk = desk
        self._playback = playback
        self._bar = bar
        self._facts = facts
        facts.known.connect(self.show)
        bar.sought.connect(self._seek)
        bar.trying.connect(self._try)
        bar.trimmed.connect(self._trimmed)

    @property
    def _cut(self) -> Cut | None:
        return self._playback.cut

    def show(self) -> None:
        """The shot at the playhead, its trim or its place is another."""
        if not self._bar.isVisible():
            return
        cut, used = self._cut, self._used()
        if cut is None or used is None:
            self._bar.setEnabled(False)
            return
        self._bar.setEnabled(True)
        editable = self._desk.editable and cut.source is Source.CLIP
        self._bar.show_clip(used, cut.rate, editable=editable)
        self._bar.show_place(used.first + self._playback.frame - cut.first)

    def begin_here(self) -> None:
        """The shot begins with the frame on screen."""
        self._to_here(begin=True)

    def end_here(self) -> None:
        """The shot ends with the frame on screen."""
        self._to_here(begin=False)

    def _to_here(self, *, begin: bool) -> None:
        cut, used = self._cut, self._used()
        if cut is None or used is None or not self._desk.editable:
            return
        if cut.source is not Source.CLIP:
            self._desk.tell(translate("PlayerPane", "Only a clip can be trimmed: make it first."))
            return
        here = used.first + self._playback.frame - cut.first
        self._apply(cut, used.begin_at(here) if begin else used.end_at(here))

    def _used(self) -> Used | None:
        cut = self._cut
        if cut is None or not self._desk.film.has_shot(cut.key):
            return None
        return used_of(self._desk.film.shot(cut.key), cut.rate, self._whole(cut))

    def _apply(self, cut: Cut | None, used: Used) -> None:
        if cut is None or not self._desk.film.has_shot(cut.key) or used == self._used():
            return
        edits = trim_edits(self._desk.film.shot(cut.key), used, cut.rate)
        label = translate("PlayerPane", "Trim shot {number}").format(number=cut.number)
        self._desk.apply(label, *edits)

    # While a grip is dragged the frame it would leave at the edge is on screen.

    def _try(self, used: Used) -> None:
        before, cut = self._used(), self._cut
        if before is None or cut is None:
            return
        edge = used.last - 1 if used.last != before.last else used.first
        self._playback.look_at(cut, edge - before.first)

    def _trimmed(self, used: Used) -> None:
        self._apply(self._cut, used)
        self._playback.seek(self._playback.frame)

    def _seek(self, frame: int) -> None:
        cut, used = self._cut, self._used()
        if cut is not None and used is not None:
            self._playback.seek(cut.first + min(max(frame - used.first, 0), cut.frames - 1))

    # How long the clip is.

    def _whole(self, cut: Cut) -> int:
        session = self._desk.session
        shot = self._desk.film.shot(cut.key)
        return whole_frames(
            shot, cut.shown, cut.rate, lambda path: self._facts.of(session.path(path))
        )
