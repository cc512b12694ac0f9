"""One cut of the film, played again and again, with the frames on both sides of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from topa_studio.base.errors import MediaError
from topa_studio.film.composition import Composition
from topa_studio.film.excerpt import alone
from topa_studio.film.ladder import Source
from topa_studio.film.rate import frame_of
from topa_studio.film.seams import Seam, chain, inside_of, seams_of
from topa_studio.film.span import time_code
from topa_studio.film.still import shape
from topa_studio.model.wish import Kind, Wish
from topa_studio.ui.binding import Merged, bind
from topa_studio.ui.desk import Desk
from topa_studio.ui.middle import Acts, Page
from topa_studio.ui.parts import Switch, icon_button
from topa_studio.ui.playing.speaker import Speaker
from topa_studio.ui.reel.bar import ReelBar
from topa_studio.ui.reel.clock import ReelClock
from topa_studio.ui.reel.feeds import Feeds
from topa_studio.ui.reel.keys import clock_acts, clock_key
from topa_studio.ui.seam.act import ActBox, Offer, edits_for, offer
from topa_studio.ui.seam.column import SeamColumn
from topa_studio.ui.seam.copies import Copies, Link
from topa_studio.ui.seam.saving import save_frame
from topa_studio.ui.seam.seeing import Heard, Seeing
from topa_studio.ui.seam.strips import PEAKS, TILES, Strips
from topa_studio.ui.seam.view import FLIP, OVER, SIDE, SeamView
from topa_studio.ui.seam.words import seam_words
from topa_studio.ui.theme import scaled
from topa_studio.ui.thumbnails import Thumbnails
from topa_studio.ui.timeline.hints import Hint, HintsRow
from topa_studio.ui.words import quote_word, shot_title, stage_word

translate = QCoreApplication.translate
_LOOPS = (("0.5", "±½"), ("1.0", "±1"), ("2.0", "±2"))
_SMALL = (160, 90)
_NARROW, _LOW, _FLAT = 980, 780, 560


class SeamPage(Page):
    """Shows one seam of the film; nothing of it is kept open while it is away."""

    over_inspector = True

    def __init__(
        self,
        desk: Desk,
        thumbnails: Thumbnails,
        speaker: Speaker,
        face: Callable[[str], Path | None],
    ) -> None:
        super().__init__(translate("Seam", "Seam"))
        self._desk, self._session, self._thumbnails = desk, desk.session, thumbnails
        self._face_of = face
        self.key = ""
        self.inside = 0
        self._seams: tuple[Seam, ...] = ()
        self._place = 0
        self._alone: tuple[Composition, Composition] | None = None
        self._film: Composition | None = None
        self._seeing: Seeing | None = None
        self._loud = True
        self.clock = ReelClock(speaker, self)
        self.feeds = Feeds(self.clock, desk.session.path, face, self)
        self.view, self.strips, self.copies, self.act = SeamView(), Strips(), Copies(), ActBox()
        self.column = SeamColumn(self._picture_of, self._missing)
        self.bar = ReelBar(self.clock, self._time_words)
        self.hints = HintsRow([])
        self.face = self.view
        self._add_tools()
        self._lay_out()
        self.keep_keys()
        self._connect()

    def _add_tools(self) -> None:
        self.before = icon_button("chevron-left", translate("Seam", "The seam before ([)"))
        self.after = icon_button("chevron-right", translate("Seam", "The next seam (])"))
        self.way = Switch(
            translate("Seam", "How both are shown"),
            [
                (SIDE, translate("Seam", "Side by side")),
                (OVER, translate("Seam", "Over each other")),
                (FLIP, translate("Seam", "Flip")),
            ],
        )
        self.way.set_value(SIDE)
        self.loop = Switch(
            translate("Seam", "How much is played on each side of the cut"),
            [(value, translate("Seam", "{words} s").format(words=w)) for value, w in _LOOPS],
        )
        self.loop.set_value("0.5")
        self.add_tools(self.before, self.after, self.way)
        self.bar.choices.insertWidget(0, self.loop)

    def _lay_out(self) -> None:
        cards = self._cards = QWidget()
        row = QHBoxLayout(cards)
        row.setContentsMargins(16, 6, 16, 8)
        row.setSpacing(12)
        row.addWidget(self.copies, 3)
        row.addWidget(self.act, 1)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1000)
        for widget in (self.strips, cards):
            column.addWidget(widget)
        column.addStretch(1)
        for widget in (self.bar, self.hints):
            column.addWidget(widget)
        whole = QHBoxLayout()
        whole.setSpacing(1)
        whole.addWidget(middle, 1)
        whole.addWidget(self.column)
        self.body.addLayout(whole, 1)

    def _connect(self) -> None:
        self.before.clicked.connect(lambda: self.walk(-1))
        self.after.clicked.connect(lambda: self.walk(1))
        self.way.chosen.connect(self.view.set_way)
        self.loop.chosen.connect(lambda _value: self._set_span())
        self.view.resized.connect(self._resized)
        self.strips.pressed.connect(self._press_tile)
        self.column.seams.picked.connect(self._go)
        self.act.wanted.connect(self.start_here)
        self.act.save_wanted.connect(self.save)
        self.bar.sound_wanted.connect(self._hear)
        self.clock.moved.connect(self._moved)
        self.clock.playing_changed.connect(self._playing)
        self.feeds.shown.connect(lambda _place, picture: self._show_film(picture))
        self._thumbnails.ready.connect(lambda _path: self._show_small())
        again = self._again = Merged(self, lambda _names: self._refresh())
        bind(self, self._session.changed, again.poke)
        bind(self, self._session.shots_changed, again.add)

    # Opening and leaving.

    def show_seam(self, key: str) -> None:
        """The seam before this shot is shown next. Raises KeyError: there is none."""
        self._read()
        place = next((at for at, s in enumerate(self._seams) if s.after.key == key), None)
        if place is None:
            raise KeyError(key)
        self._place, self.key = place, key
        if self.isVisible():
            self._show_seam()

    @property
    def seam(self) -> Seam:
        """The one that is shown."""
        return self._seams[self._place]

    def begin(self) -> None:
        """Open what lies on both sides."""
        seeing = self._seeing = Seeing(self._session.path, self._face_of, self)
        seeing.seen.connect(self._seen)
        seeing.heard.connect(self._heard)
        self._show_seam()

    def end(self) -> None:
        """Let go of all files."""
        self.clock.pause()
        self.feeds.close()
        seeing, self._seeing = self._seeing, None
        if seeing is not None:
            seeing.close()
            seeing.deleteLater()

    # What the film says.

    def _read(self) -> None:
        self._film = film = self._session.composition()
        self._seams = seams_of(film.scenario, film.cuts)

    def _refresh(self) -> None:
        if not self.isVisible():
            return
        before, film = self.seam, self._film
        self._read()
        place = next((at for at, s in enumerate(self._seams) if s.after.key == self.key), None)
        if place is None:
            self.left.emit()
            return
        self._place = place
        now = self.seam
        if (before.before, before.after) != (now.before, now.after) or film is None:
            self._show_seam()
        else:
            self._show_words()
            self._feed()

    def walk(self, step: int) -> None:
        """Go to the seam before (-1) or the next (1)."""
        self._go(self._place + step)

    def _go(self, place: int) -> None:
        if 0 <= place < len(self._seams) and place != self._place:
            self._place, self.key = place, self._seams[place].after.key
            self._show_seam()

    # Showing.

    def _show_seam(self) -> None:
        film, seam, seeing = self._film, self.seam, self._seeing
        if film is None or seeing is None:
            return
        scenario = film.scenario
        self.clock.pause()
        self.inside = seam.before.frames - 1
        shot = scenario.shot(seam.after.key)
        if shot.start == "previous":
            self.inside = inside_of(scenario, seam.before, shot.start_at)
        self._alone = alone(scenario, seam.before), alone(scenario, seam.after)
        self.view.set_ratio(shape(scenario))
        self.view.clear()
        self.strips.clear()
        seeing.forget()
        self.column.show_seam(scenario, seam, self._place, self._seams)
        self._show_words()
        self._see_strips(seeing)
        self._see_stills()
        self.clock.frame = seam.after.first
        self._set_span()
        self._feed()

    def _see_strips(self, seeing: Seeing) -> None:
        if self._alone is None:
            return
        a, b = self._alone
        step = self._tile_step
        for tile in range(TILES):
            seeing.see(f"a{tile}", a, max(0, a.frames - 1 - (TILES - 1 - tile) * step), _SMALL)
        for tile in range(TILES):
            seeing.see(f"b{tile}", b, min(b.frames - 1, tile * step), _SMALL)
        second = round(a.rate)
        seeing.hear("left", a, max(0, a.frames - second), min(a.frames, second), PEAKS)
        seeing.hear("right", b, 0, min(b.frames, second), PEAKS)

    @property
    def _tile_step(self) -> int:
        """Frames from one tile to the next, so that eight are a second."""
        return max(1, round(self.seam.before.rate / TILES))

    def _see_stills(self) -> None:
        if self._alone is None or self._seeing is None:
            return
        size = self.view.size_of()
        self._seeing.see("left", self._alone[0], self.inside, size)
        self._seeing.see("right", self._alone[1], 0, size)

    def _show_words(self) -> None:
        film, seam = self._session.film, self.seam
        before, after = film.shot(seam.before.key), film.shot(seam.after.key)
        first = f"{seam.before.number} {shot_title(before)}"
        second = f"{seam.after.number} {shot_title(after)}"
        self.about.setText(f"{first} → {second}")
        self.setAccessibleDescription(seam_words(seam))
        at = time_code(self.inside, seam.before.rate)
        is_last = self.inside == seam.before.frames - 1
        words = translate("Seam", "Last frame") if is_last else translate("Seam", "Frame")
        start, zero = translate("Seam", "First frame"), time_code(0, seam.after.rate)
        self.view.tell(
            (f"{first}{self._stamp(seam.before.key)}", f"{words} · {at}"),
            (
                f"{second}{self._stamp(seam.after.key)}",
                f"{start} · {zero}",
            ),
        )
        self._show_act()
        links = chain(self._seams, self._place)
        cuts = [cut for cut, _ in links]
        numbers = ["", *(cut.number for cut in cuts)]
        self.copies.show_chain(
            [
                Link(cut.key, cut.number, numbers[at] if copies else "", copies)
                for at, (cut, copies) in enumerate(links)
            ]
        )
        self.hints.set_hints(_hints(seam))
        self.before.setEnabled(self._place > 0)
        self.after.setEnabled(self._place < len(self._seams) - 1)
        behind = seam.before.frames - 1 - self.inside
        self.strips.chosen = max(0, TILES - 1 - round(behind / self._tile_step))
        self.strips.update()
        self._show_small()

    def _show_act(self) -> None:
        self.act.show_offer(
            self.seam.after.number,
            self.offer,
            editable=self._desk.editable,
            saves=self.seam.before.source is Source.CLIP and self._desk.editable,
        )

    @property
    def offer(self) -> Offer:
        """What taking the chosen frame over would mean."""
        key = self.seam.after.key
        cost = quote_word(self._session.quote((Wish(Kind.CLIP, key),)))
        made = self._session.shot(key).chosen is not None
        return offer(self._session.film, self.seam, self.inside, cost, made=made)

    def _stamp(self, key: str) -> str:
        """What stands there instead of a clip."""
        words = self._missing(key)
        return f" · {words}" if words else ""

    def _missing(self, key: str) -> str:
        film = self._film
        place = film.place_of(key) if film is not None else None
        if film is None or place is None or film.cuts[place].source is Source.CLIP:
            return ""
        match film.cuts[place].source:
            case Source.PANEL:
                return translate("Seam", "only its panel yet")
            case Source.STILL:
                return translate("Seam", "a picture of your own")
        return stage_word(self._session.shot(key).stage)

    def _picture_of(self, key: str) -> QPixmap | None:
        film = self._film
        place = film.place_of(key) if film is not None else None
        if film is None or place is None or film.cuts[place].source is Source.SLATE:
            return None
        cut = film.cuts[place]
        return self._thumbnails.pixmap(cut.path, cut.offset, QSize(_SMALL[0], 0))

    def _show_small(self) -> None:
        if self.isVisible():
            self.column.seams.update()
            for link in self.copies.links:
                self.copies.show_picture(link.key, self._picture_of(link.key))

    def _seen(self, name: str, picture: QImage, light: float) -> None:
        if name in ("left", "right"):
            self.view.show_still(name, picture)
            self.column.show_light(name, light)
        else:
            self.strips.show_tile(int(name[1:]) + (TILES if name[0] == "b" else 0), picture)

    def _heard(self, side: str, heard: object) -> None:
        if isinstance(heard, Heard):
            self.strips.show_peaks(side, heard.peaks)
            self.column.show_loudness(side, heard.loudness)

    # Playing.

    def _set_span(self) -> None:
        seam, film = self.seam, self._film
        if film is None:
            return
        reach = float(self.loop.value or 0.5)
        frames = frame_of(reach, film.rate)
        cut = seam.after.first
        first, last = max(0, cut - frames), min(film.frames, cut + frames)
        self.strips.loop = min(1.0, reach)
        words = translate("Seam", "loop {seconds} s").format(seconds=f"{2 * reach:.1f}")
        self.strips.loop_words = words
        self.strips.update()
        self.clock.set_span(first, last, film.rate)
        self.bar.show_span()

    def _feed(self) -> None:
        self.feeds.show([self._film], self.view.size_of())
        self.feeds.hear(self._film if self._loud else None)

    def _hear(self, on: bool) -> None:
        self._loud = on
        self.bar.show_sound(heard=on)
        self._feed()

    def _moved(self, frame: int) -> None:
        if self._seams:
            away = (frame - self.seam.after.first) / float(self.clock.rate)
            self.strips.show_place(away if self.clock.playing else None)

    def _playing(self, playing: bool) -> None:
        if not playing:
            self.view.rest()
            self.strips.show_place(None)

    def _show_film(self, picture: QImage) -> None:
        if self.clock.playing:
            self.view.show_film(picture, second=self.clock.frame >= self.seam.after.first)

    def _time_words(self, frame: int) -> str:
        if not self._seams:
            return ""
        away, rate = frame - self.seam.after.first, self.clock.rate
        sign = "−" if away < 0 else "+" if away else ""
        reach = f"{float(self.loop.value or 0.5):.2f}"
        words = translate("Seam", "{place} of ±{reach}")
        return words.format(place=f"{sign}{time_code(abs(away), rate)}", reach=reach)

    def _resized(self) -> None:
        if self._seeing is not None:
            self.feeds.resize(self.view.size_of())
            self._see_stills()

    # What is asked.

    def choose(self, inside: int) -> None:
        """Another frame of the first shot is the one that would be taken over."""
        wanted = min(max(inside, 0), self.seam.before.frames - 1)
        self.clock.pause()
        if wanted != self.inside:
            self.inside = wanted
            self._show_words()
            self._see_stills()

    def _press_tile(self, tile: int) -> None:
        if tile < TILES:
            behind = (TILES - 1 - tile) * self._tile_step
            self.choose(self.seam.before.frames - 1 - behind)

    def start_here(self) -> None:
        """Have the second shot start from the chosen frame: an edit, which sends nothing."""
        found, seam, desk = self.offer, self.seam, self._desk
        if not found.can or not desk.editable:
            return
        edits = edits_for(self._session.film, seam, self.inside)

        async def work() -> None:
            label = translate("Seam", "Start {number} from a frame of {before}")
            names = {"number": seam.after.number, "before": seam.before.number}
            await desk.edit(label.format(**names), *edits)
            told = translate("Seam", "{number} starts from a frame of {before}")
            desk.tell_undoable(told.format(**names))

        desk.start(work)

    def save(self) -> None:
        """Keep the chosen frame as a picture."""
        cut = self.seam.before
        if cut.source is not Source.CLIP or not self._desk.editable:
            return
        clip, moment = self._session.path(cut.path), cut.place_in_file(self.inside)
        at = time_code(self.inside, cut.rate).replace(":", "-")
        name = f"{cut.number} {at}"

        async def work() -> None:
            home = self._session.path("")
            try:
                saved = await asyncio.to_thread(save_frame, clip, moment, home, name)
            except MediaError:
                self._desk.tell(translate("Seam", "The picture could not be saved: no clip there"))
            except OSError as error:
                words = translate("Seam", "The picture could not be saved: {reason}")
                self._desk.tell(words.format(reason=error.strerror or error))
            else:
                words = translate("Seam", "Saved as {file}")
                self._desk.tell(words.format(file=f"{saved.parent.name}/{saved.name}"))

        self._desk.look(work)

    # Keys.

    def acts(self) -> Acts:
        """Playing is of this page."""
        return clock_acts(self.clock)

    def press(self, key: Qt.Key, *, shift: bool) -> bool:
        """Do what a key means here."""
        second = round(self.clock.rate) if shift else 1
        match key:
            case Qt.Key.Key_Left:
                self.choose(self.inside - second)
            case Qt.Key.Key_Right:
                self.choose(self.inside + second)
            case Qt.Key.Key_Up | Qt.Key.Key_Down if self.view.way == OVER:
                self.view.mix(1 if key == Qt.Key.Key_Up else -1)
            case Qt.Key.Key_Up | Qt.Key.Key_BracketLeft:
                self.walk(-1)
            case Qt.Key.Key_Down | Qt.Key.Key_BracketRight:
                self.walk(1)
            case Qt.Key.Key_X:
                self._flip()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.start_here()
            case _:
                return clock_key(self.clock, key)
        return True

    def _flip(self) -> None:
        if self.view.way != FLIP:
            self.way.button(FLIP).click()
        self.view.flip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the pictures keep theirs, and what only helps goes."""
        super().resizeEvent(event)
        wide, high = self.width(), self.height()
        self.column.setVisible(wide >= scaled(_NARROW))
        self.column.setFixedWidth(min(scaled(340), wide // 3))
        self.copies.setVisible(high >= scaled(_LOW) and wide >= scaled(_NARROW))
        self.hints.setVisible(high >= scaled(_FLAT))
        self.strips.waves = high >= scaled(_FLAT)
        self.strips.updateGeometry()


def _hints(seam: Seam) -> list[Hint]:
    """The row of keys."""
    before, after = seam.before.number, seam.after.number
    earlier = translate("Seam", "frame of {number}, one earlier or later").format(number=before)
    start = translate("Seam", "start {number} from this frame").format(number=after)
    return [
        Hint(("Space",), translate("Seam", "play the seam in a loop")),
        Hint(("←", "→"), earlier),
        Hint(("[", "]"), translate("Seam", "seam before, after")),
        Hint(("X",), translate("Seam", "flip A and B")),
        Hint(("Enter",), start),
        Hint(("Esc",), translate("Seam", "film")),
    ]
