"""One cut of the film, played again and again, with the frames on both sides of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QToolButton

from topa_studio.film.engine.proxies import Proxies
from topa_studio.film.ladder import Source
from topa_studio.film.seams import Seam, inside_of
from topa_studio.film.span import time_code
from topa_studio.film.still import shape
from topa_studio.model.scenario import Scenario
from topa_studio.model.wish import Kind, Wish
from topa_studio.ui.commands.command import Place
from topa_studio.ui.commands.of_pages import SEAM_HINTS
from topa_studio.ui.commands.table import COMMANDS, hint_of
from topa_studio.ui.desk import Desk
from topa_studio.ui.middle import Acts, Page
from topa_studio.ui.playing.speaker import Speaker
from topa_studio.ui.reel.keys import clock_acts, clock_keys
from topa_studio.ui.running.binding import Merged, bind
from topa_studio.ui.seam.act import ActBox, Offer, offer
from topa_studio.ui.seam.acts import SeamActs
from topa_studio.ui.seam.column import SeamColumn
from topa_studio.ui.seam.copies import Copies
from topa_studio.ui.seam.looking import Looking, tile_step
from topa_studio.ui.seam.reading import Reading
from topa_studio.ui.seam.rolling import Rolling
from topa_studio.ui.seam.room import Room
from topa_studio.ui.seam.strips import TILES, Strips
from topa_studio.ui.seam.view import FLIP, OVER, SIDE, SeamView
from topa_studio.ui.seam.words import seam_words
from topa_studio.ui.small_pictures.thumbnails import Thumbnails
from topa_studio.ui.timeline.hints import Hint, HintsRow
from topa_studio.ui.widgets.parts import Switch, icon_button
from topa_studio.ui.words import quote_word

translate = QCoreApplication.translate


class SeamPage(Page):
    """Shows one seam of the film; nothing of it is kept open while it is away.

    Attributes:
        inside: the frame of the first shot that would be taken over, counted from its first.
    """

    over_inspector = True

    def __init__(
        self,
        desk: Desk,
        thumbnails: Thumbnails,
        speaker: Speaker,
        face: Callable[[str], Path | None],
        proxies: Proxies,
    ) -> None:
        super().__init__(translate("Seam", "Seam"), Place.SEAM)
        self._desk, self._session = desk, desk.session
        self._acts = SeamActs(desk)
        self.inside = 0
        self.reading = Reading(desk.session, thumbnails)
        self.view, self.strips, self.copies, self.act = SeamView(), Strips(), Copies(), ActBox()
        self.column = SeamColumn(self.reading.picture, self.reading.missing)
        seen = desk.session.path, face, self.view, self.strips
        self.rolling = Rolling(speaker, *seen, proxies)
        # What is looked at frame by frame is of the clip itself.
        self.looking = Looking(*seen, self.column)
        self.clock, self.bar = self.rolling.clock, self.rolling.bar
        self.hints, self.face = HintsRow([Hint(*hint_of(n)) for n in SEAM_HINTS]), self.view
        self._add_tools()
        self.room = Room(self)
        self.body.addLayout(self.room, 1)
        self.keep_keys()
        self._connect()
        thumbnails.ready.connect(self._show_small)

    def _add_tools(self) -> None:
        self.before = _walk_button(
            "chevron-left", "seam_previous", translate("Seam", "The seam before")
        )
        self.after = _walk_button("chevron-right", "seam_next", translate("Seam", "The next seam"))
        self.way = Switch(
            translate("Seam", "How both are shown"),
            [
                (SIDE, translate("Seam", "Side by side")),
                (OVER, translate("Seam", "Over each other")),
                (FLIP, translate("Seam", "Flip")),
            ],
        )
        self.way.set_value(SIDE)
        self.add_tools(self.before, self.after, self.way)

    def _connect(self) -> None:
        self.before.clicked.connect(lambda: self.walk(-1))
        self.after.clicked.connect(lambda: self.walk(1))
        self.way.chosen.connect(self.view.set_way)
        self.view.resized.connect(self.rolling.resize)
        self.view.resized.connect(self.looking.resize)
        self.strips.pressed.connect(self._press_tile)
        self.column.seams.picked.connect(self._go)
        self.act.wanted.connect(self.start_here)
        self.act.save_wanted.connect(self.save)
        self.act.panel_wanted.connect(lambda: self._acts.keep_as_panel(self.seam, self.inside))
        self.copies.panel_wanted.connect(lambda: self._acts.own_panel(self.seam))
        again = Merged(self, lambda _names: self._refresh())
        bind(self, self._session.changed, again.poke)
        bind(self, self._session.shots_changed, again.add)

    # Opening and leaving.

    def show_seam(self, key: str) -> None:
        """The seam before this shot is shown next. Raises KeyError: there is none."""
        if not self.reading.find(key):
            raise KeyError(key)
        if self.isVisible():
            self._show_seam()

    @property
    def seam(self) -> Seam:
        """The one that is shown."""
        return self.reading.seam

    def begin(self) -> None:
        """Open what lies on both sides."""
        self.looking.begin()
        self._show_seam()

    def end(self) -> None:
        """Let go of all files."""
        self.rolling.end()
        self.looking.end()

    def _refresh(self) -> None:
        """The film or its clips are others now."""
        if not self.isVisible():
            return
        before = self.seam
        if not self.reading.find(self.reading.key):
            self.left.emit()
        elif (before.before, before.after) != (self.seam.before, self.seam.after):
            self._show_seam()
        else:
            self._show_words()
            self.column.show_words(*self._facts())
            self.rolling.take(self.reading.film)

    def walk(self, step: int) -> None:
        """Go to the seam before (-1) or the next (1)."""
        self._go(self.reading.place + step)

    def _go(self, place: int) -> None:
        if self.reading.go(place):
            self._show_seam()

    # Showing.

    def _show_seam(self) -> None:
        film, seam = self.reading.film.scenario, self.seam
        shot = film.shot(seam.after.key)
        at = shot.start_at if shot.start == "previous" else None
        self.inside = inside_of(film, seam.before, at)
        self.view.set_ratio(shape(film))
        self.column.show_seam(*self._facts())
        self.looking.show(film, seam, self.inside)
        self._show_words()
        self.rolling.show(self.reading.film, seam.after.first)
        self.reading.look_ahead()

    def _facts(self) -> tuple[Scenario, Seam, int, tuple[Seam, ...]]:
        reading = self.reading
        return reading.film.scenario, reading.seam, reading.place, reading.seams

    def _show_words(self) -> None:
        reading, seam = self.reading, self.seam
        first, second = reading.name(seam.before.key), reading.name(seam.after.key)
        self.about.setText(f"{first} → {second}")
        self.setAccessibleDescription(seam_words(seam))
        is_last = self.inside == seam.before.frames - 1
        words = translate("Seam", "Last frame") if is_last else translate("Seam", "Frame")
        stamps = [f" · {said}" if said else "" for said in map(reading.missing, seam.keys)]
        at, zero = (time_code(frame, seam.before.rate) for frame in (self.inside, 0))
        start = translate("Seam", "First frame")
        self.view.tell(
            (f"{first}{stamps[0]}", f"{words} · {at}"),
            (f"{second}{stamps[1]}", f"{start} · {zero}"),
        )
        editable = self._desk.editable
        saves = seam.before.source is Source.CLIP and editable
        after = self._session.film.shot(seam.after.key)
        draws, chained = not after.still, after.start == "previous"
        self.act.show_offer(
            seam.after.number, self.offer, editable=editable, saves=saves, draws=draws
        )
        self.copies.show_chain(reading.links(self.inside), editable=editable, chained=chained)
        self.before.setEnabled(reading.place > 0)
        self.after.setEnabled(reading.place < len(reading.seams) - 1)
        behind = seam.before.frames - 1 - self.inside
        self.strips.choose(TILES - 1 - round(behind / tile_step(seam)))
        self._show_small()
        self.room.fit(self.size(), self.head.sizeHint().height())

    @property
    def offer(self) -> Offer:
        """What taking the chosen frame over would mean."""
        key = self.seam.after.key
        cost = quote_word(self._session.quote((Wish(Kind.CLIP, key),)))
        made = self._session.shot(key).chosen is not None
        return offer(self._session.film, self.seam, self.inside, cost, made=made)

    def _show_small(self, _path: str = "") -> None:
        if self.isVisible():
            self.column.seams.update()
            for side, cut, frame in (
                ("left", self.seam.before, self.inside),
                ("right", self.seam.after, 0),
            ):
                if self.view.still(side).isNull():
                    self.view.show_small(side, self.reading.end_picture(cut, frame))
            for link in self.copies.links:
                self.copies.show_picture(link.key, self.reading.picture(link.key))

    # What is asked.

    def choose(self, inside: int) -> None:
        """Another frame of the first shot is the one that would be taken over."""
        wanted = min(max(inside, 0), self.seam.before.frames - 1)
        self.clock.pause()
        if wanted != self.inside:
            self.inside = wanted
            self._show_words()
            self.looking.show_frame(wanted)

    def _press_tile(self, tile: int) -> None:
        if tile < TILES:
            behind = (TILES - 1 - tile) * tile_step(self.seam)
            self.choose(self.seam.before.frames - 1 - behind)

    def start_here(self) -> None:
        """Have the second shot start from the chosen frame: an edit, which sends nothing."""
        if self.offer.can:
            self._acts.start(self.seam, self.inside)

    def save(self) -> None:
        """Keep the chosen frame as a picture."""
        self._acts.save(self.seam, self.inside)

    # Keys.

    def acts(self) -> Acts:
        """Playing is of this page."""
        return clock_acts(self.clock)

    def keys(self) -> Acts:
        """What keys mean here."""
        second = round(self.clock.rate)
        return {
            **clock_keys(self.clock, "seam"),
            "seam_earlier": lambda: self.choose(self.inside - 1),
            "seam_later": lambda: self.choose(self.inside + 1),
            "seam_second_earlier": lambda: self.choose(self.inside - second),
            "seam_second_later": lambda: self.choose(self.inside + second),
            "seam_previous": lambda: self.walk(-1),
            "seam_next": lambda: self.walk(1),
            "seam_up": lambda: self._up_or_down(-1),
            "seam_down": lambda: self._up_or_down(1),
            "seam_flip": self._flip,
            "seam_take": self.start_here,
            "seam_panel": self.act.panel.click,
        }

    def _up_or_down(self, step: int) -> None:
        """Over each other: see more of B or of A; else walk."""
        if self.view.way == OVER:
            self.view.mix(-step)
        else:
            self.walk(step)

    def _flip(self) -> None:
        if self.view.way != FLIP:
            self.way.button(FLIP).click()
        self.view.flip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the pictures keep theirs, and what only helps goes."""
        super().resizeEvent(event)
        self.room.fit(self.size(), self.head.sizeHint().height())


def _walk_button(sign: str, command: str, words: str) -> QToolButton:
    return icon_button(sign, COMMANDS[command].with_key(words))
