"""Plays a cut list: two decks take turns, so that the next clip's first frame is there in time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from topa_studio.film.ladder import Source
from topa_studio.film.timing import Cut
from topa_studio.ui.player.clock import StillClock
from topa_studio.ui.player.decks import DeckMaker, Decks
from topa_studio.ui.player.last_frame import LastFrame
from topa_studio.ui.player.playhead import Playhead
from topa_studio.ui.player.spans import TINY, Span, moves_for, to_frame

if TYPE_CHECKING:
    from topa_studio.ui.player.deck import Deck


class Playback(Playhead):
    """What is on screen, and how it goes on.

    A clip shorter than its shot holds its last frame, a longer one is cut; panels and slates
    stand for the shot's own seconds by a monotonic clock.

    Signals:
        frame_shown: a frame of a clip is to be shown: the deck's QVideoFrame.
        still_shown: a cut without a clip (or without a player) is to be shown.
        playing_changed: whether it plays.
        clip_failed: the key of a shot whose clip cannot be played, and why.
    """

    frame_shown = Signal(object)
    still_shown = Signal(object)
    playing_changed = Signal(bool)
    clip_failed = Signal(str, str)

    def __init__(
        self,
        path: Callable[[str], Path],
        make_deck: DeckMaker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._path = path
        self._decks = Decks(make_deck, self, self._listen)
        self._clock = StillClock(self)
        self._clock.ticked.connect(self._tick)
        self._next_seek: float | None = None
        self._last = LastFrame(self.frame_shown.emit)
        self.still_shown.connect(self._last.forget)
        self.playing = False
        self.rate = 1.0

    # What is asked.

    @property
    def shows_still(self) -> bool:
        """Whether what is on screen is no frame of a clip."""
        cut = self.cut
        clip = cut is not None and cut.source is Source.CLIP
        return cut is not None and not (clip and self._decks.on_screen)

    @property
    def has_player(self) -> bool:
        """Whether clips can be played; asks for the players at the first call."""
        return self._decks.there()

    def set_cuts(self, cuts: tuple[Cut, ...]) -> None:
        """The film changed: stay in the shot that is on screen, at the same place in it."""
        before, now = self.cut, self.take(cuts)
        if before is not None and now is not None and self._still_shows(before, now):
            self._clock.shift(now.start - before.start)
            self.moved.emit(self.position)
            self._prepare()
        else:
            self._go(self.position)

    def _still_shows(self, before: Cut, now: Cut) -> bool:
        """Whether what is on screen is right for its shot as it is now."""
        clip = self._decks.on_screen is not None and now.source is Source.CLIP
        return before.shown == now.shown and not (
            clip and not self._decks.holds(self._path(now.path))
        )

    def seek(self, seconds: float) -> None:
        """Go to a moment of the film; it goes on playing if it played."""
        self.stretch.span = None
        self._go(seconds)

    def step(self, frames: int) -> None:
        """Pause, and go some frames on or back."""
        self.pause()
        last = max(0, to_frame(self.seconds, self.fps) - 1)
        frame = min(max(to_frame(self.position, self.fps) + frames, 0), last)
        self.seek(frame / self.fps)

    def play(self, span: Span | None = None) -> None:
        """Play from the playhead to the end of `span` (None: of the reach that is set).

        At the end, or outside of the span, it starts at the span's beginning.
        """
        if not self.cuts:
            return
        self.stretch.span = span
        limit = self.limit()
        outside = not limit.start - TINY <= self.position < limit.end - 0.5 / self.fps
        self._set_playing(True)
        if self.rate < 0 or outside:
            self.rate = 1.0
        self._go(limit.start if outside else self.position)

    def pause(self) -> None:
        """Stay where it is."""
        self._clock.stop()
        self._decks.pause()
        self.rate = 1.0
        self._set_playing(False)

    def shuttle(self, direction: int) -> None:
        """J and L: play backwards (-1) or on (1), faster with each press up to four times."""
        same = self.playing and (self.rate > 0) == (direction > 0)
        rate = direction * min(4.0, abs(self.rate) * 2) if same else float(direction)
        self._clock.stop()
        self.rate = rate
        self._set_playing(True)
        self._go(self.position)

    def set_volume(self, volume: float) -> None:
        """0 to 1."""
        self._decks.set_volume(volume)

    def close(self) -> None:
        """Stop, and let go of all files."""
        self.pause()
        self._decks.close()

    # Going to a place.

    def _go(self, seconds: float) -> None:
        self.find(seconds)
        if self.cuts:
            self._show(self.position)

    def _show(self, seconds: float) -> None:
        cut = self.cuts[self.index]
        self._clock.stop()
        if cut.source is not Source.CLIP or not self._decks.there():
            self._decks.pause()
            self._next_seek = None
            self.still_shown.emit(cut)
            self._run_clock(seconds)
            self._prepare()
        else:
            self._next_seek = None  # before: a frame that is there already comes at once
            place = cut.place_in_file(to_frame(seconds - cut.start, self.fps))
            if not self._decks.show(self._path(cut.path), place):
                self._next_seek = seconds

    def _listen(self, deck: Deck) -> None:
        deck.arrived.connect(lambda: self._arrived(deck))
        deck.played.connect(lambda start, end: self._played(deck, start, end))
        deck.ended.connect(lambda: self._clip_ended(deck))
        deck.failed.connect(lambda why: self._failed(deck, why))

    def _active(self, deck: Deck) -> bool:
        cut = self.cut
        return self._decks.on_screen is deck and cut is not None and cut.source is Source.CLIP

    # What the decks tell.

    def _arrived(self, deck: Deck) -> None:
        if not self._active(deck):
            return
        self._last.show(self.cut, deck)
        if self._next_seek is not None:
            self._show(self._next_seek)
            return
        if self.playing and self.rate > 0:
            deck.play(self.rate)
        elif self.playing:
            self._run_clock(self.position)
        self._prepare()

    def _played(self, deck: Deck, start: float, end: float) -> None:
        cut = self.cut
        if not self._active(deck) or not self.playing or cut is None:
            return
        inside = start - cut.offset
        if inside >= moves_for(cut) - (end - start) / 2:
            deck.pause()
            self._hold(cut, cut.start + inside)
            return
        self._last.show(self.cut, deck)
        # Never back: the playhead may stand where the clip's last frame is held.
        self._arrive_at(max(self.position, cut.start + inside))

    def _clip_ended(self, deck: Deck) -> None:
        cut = self.cut
        if self._active(deck) and self.playing and cut is not None:
            self._hold(cut, self.position + 1 / self.fps)

    def _hold(self, cut: Cut, seconds: float) -> None:
        """Keep the frame that is shown until the cut is over."""
        if seconds >= cut.end - 0.5 / self.fps:
            self._cut_over()
        else:
            self._run_clock(seconds)

    def _failed(self, deck: Deck, why: str) -> None:
        cut = self.cut
        if self._active(deck) and cut is not None:
            self.clip_failed.emit(cut.key, why)
            self.still_shown.emit(cut)
            self._run_clock(self.position)

    # The clock of what stands still.

    def _run_clock(self, seconds: float) -> None:
        if self.playing:
            self._clock.start(seconds, self.rate)

    def _tick(self, now: float) -> None:
        if self.rate < 0:
            start = self.limit().start
            if now <= start:
                self.pause()
            self._go(max(now, start))
            self._run_clock(now)
        elif (cut := self.cut) is None or now >= cut.end - TINY:
            self._cut_over()
        else:
            self._arrive_at(now)

    def _arrive_at(self, seconds: float) -> None:
        limit = self.limit()
        if seconds >= limit.end - TINY:
            self._reach_end(limit)
            return
        self.stand(seconds)

    def _cut_over(self) -> None:
        self._clock.stop()
        cut, limit = self.cuts[self.index], self.limit()
        if cut.end >= limit.end - TINY:
            self._reach_end(limit)
            return
        self._go(cut.end)

    def _reach_end(self, limit: Span) -> None:
        if self.stretch.loops:
            self._go(limit.start)
            return
        self.pause()
        self.stand(limit.end)

    def _prepare(self) -> None:
        """Have the first frame of the next clip ready on the deck that rests."""
        if not self.playing or self.rate < 0:
            return
        following = self.stretch.following(self.cuts, self.index)
        if following is not None and following.source is Source.CLIP:
            self._decks.prepare(self._path(following.path), following.offset)

    def _set_playing(self, playing: bool) -> None:
        if playing != self.playing:
            self.playing = playing
            self.playing_changed.emit(playing)
