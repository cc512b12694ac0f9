"""Takes of one shot in step, under one clock: side by side, or a line wiped over them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QResizeEvent

from topa_studio.film.engine.proxies import Proxies
from topa_studio.film.still import shape
from topa_studio.film.timing import Cut
from topa_studio.model.take import Take
from topa_studio.ui.commands.command import Place
from topa_studio.ui.commands.of_pages import COMPARE_HINTS, PUTS
from topa_studio.ui.commands.table import hint_of
from topa_studio.ui.compare.acts import TakeActs
from topa_studio.ui.compare.board import Board
from topa_studio.ui.compare.choosing import TWO, Sides, first_sides, more_or_fewer
from topa_studio.ui.compare.compared import Compared
from topa_studio.ui.compare.differing import Differing
from topa_studio.ui.compare.pieces import ColourOf
from topa_studio.ui.compare.shelf import Shelf
from topa_studio.ui.compare.tools import CompareTools
from topa_studio.ui.desk import Desk
from topa_studio.ui.look.theme import scaled
from topa_studio.ui.middle import Acts, Page
from topa_studio.ui.playing.speaker import Speaker
from topa_studio.ui.reel.bar import ReelBar
from topa_studio.ui.reel.clock import ReelClock
from topa_studio.ui.reel.feeds import Feeds
from topa_studio.ui.reel.keys import clock_acts, clock_keys
from topa_studio.ui.running.binding import Merged, bind
from topa_studio.ui.small_pictures.thumbnails import Thumbnails
from topa_studio.ui.timeline.hints import Hint, HintsRow

translate = QCoreApplication.translate
_LOW = 620
_MUCH = 1000
_TABLE = 0.22
_LEAST = 130


class ComparePage(Page):
    """Shows one shot's takes; nothing of it is kept open while it is away."""

    def __init__(
        self,
        desk: Desk,
        thumbnails: Thumbnails,
        speaker: Speaker,
        face: Callable[[str], Path | None],
        proxies: Proxies,
        colour: ColourOf,
    ) -> None:
        super().__init__(translate("Compare", "Compare takes"), Place.COMPARE)
        self._desk, self._session = desk, desk.session
        self.sides = Sides((0, 0))
        self.shot = Compared(desk.session)
        self._acts = TakeActs(desk)
        self._wrong: dict[int, str] = {}
        self._loud = True
        self.clock = ReelClock(speaker, self)
        self.feeds = Feeds(self.clock, desk.session.path, face, proxies, self)
        self.board, self.shelf, self.differing = Board(), Shelf(thumbnails), Differing(colour)
        self.face = self.board
        self.bar = ReelBar(self.clock, "compare")
        self.switches = CompareTools(self)
        self.hints = HintsRow([Hint(*hint_of(names)) for names in COMPARE_HINTS])
        self.add_tools(self.switches.count, self.switches.way)
        self.body.addWidget(self.board, _MUCH)
        self.body.addWidget(self.differing)
        self.body.addWidget(self.shelf)
        self.body.addStretch(1)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.hints)
        self.keep_keys()
        self._connect()

    def _connect(self) -> None:
        self.switches.recounted.connect(self._recount)
        self.switches.shown.connect(self._show)
        self.shelf.picked.connect(self.put)
        self.shelf.dropped.connect(self._put_on)
        self.board.resized.connect(lambda: self.feeds.resize(self.board.size_of()))
        self.bar.sound_wanted.connect(self._hear)
        self.feeds.shown.connect(self.board.show_picture)
        self.feeds.failed.connect(self._failed)
        for place, side in enumerate(self.board.sides):
            side.used.connect(lambda place=place: self.use(place))
            side.pressed.connect(lambda place=place: self._light(place))
            side.signs.starred.connect(lambda place=place: self.star(place))
            side.signs.rejected.connect(lambda place=place: self.reject(place))
            side.signs.noting.connect(lambda place=place: self.note(place))
        again = Merged(self, lambda _names: self._refresh())
        bind(self, self._session.changed, again.poke)
        bind(self, self._session.shots_changed, self._shots_changed)
        self._again = again

    # Opening and leaving.

    def show_shot(self, key: str) -> None:
        """The shot whose takes are compared next."""
        self.end()
        self.shot.key = key
        self.shot.read()
        wanted = min(self.switches.wanted, max(TWO, len(self.shot.takes)))
        self.sides = first_sides(tuple(self.shot.takes), self.shot.chosen, wanted)

    def begin(self) -> None:
        """Open the clips, cued to the shot's first frame."""
        self.shot.read()
        if self.shot.cut is None:
            self.left.emit()
            return
        self.clock.frame = 0
        self._cue(self.shot.cut)
        self._show()

    def end(self) -> None:
        """Let go of all clips."""
        self.clock.pause()
        self.feeds.close()
        self._wrong.clear()

    # Showing.

    def _shots_changed(self, keys: frozenset[str]) -> None:
        if self.shot.key in keys:
            self._again.poke()

    def _refresh(self) -> None:
        """The film or its takes are others now."""
        if not self.isVisible() or not self.shot.key:
            return
        before = self.shot.cut
        self.shot.read()
        now = self.shot.cut
        if now is None:
            self.left.emit()
            return
        if before is None or (before.frames, before.rate) != (now.frames, now.rate):
            self._cue(now)
        self._show()

    def _cue(self, cut: Cut) -> None:
        self.clock.set_span(0, cut.frames, cut.rate)
        self.bar.show_span()

    def _show(self) -> None:
        if self.shot.cut is None:
            return
        self.about.setText(self.shot.title)
        self.board.set_ratio(shape(self._session.film))
        self.switches.offer(len(self.shot.takes))
        self.board.arrange(len(self.sides.takes), wiping=self.switches.wiping)
        self._feed()
        self._tell()

    def _tell(self) -> None:
        chosen, sides, shot = self.shot.chosen, self.sides, self.shot
        for place, number in enumerate(sides.takes):
            self.board.sides[place].show_take(
                number,
                shot.takes.get(number),
                self._session.takes.made_with(shot.key, number),
                chosen=number == chosen,
                lit=place == sides.lit,
                heard=place == sides.heard,
                why=shot.why_missing(number) or self._wrong.get(place, ""),
                editable=self._desk.editable,
            )
        self.board.tell_wipe()
        if len(sides.takes) == TWO:
            self.differing.show_difference(*shot.difference(sides.takes))
        places = dict(zip(sides.takes, _place_words(len(sides.takes)), strict=True))
        self.shelf.show_takes(tuple(shot.takes.values()), chosen, places, shot.offset)
        self._share_room()

    def _feed(self) -> None:
        """Have each side show its take, and one of them be heard."""
        films = self.shot.films(self.sides.takes)
        self.feeds.show(films, self.board.size_of())
        self.feeds.hear(films[self.sides.heard] if self._loud else None)

    def _failed(self, place: int, why: str) -> None:
        self._wrong[place] = why
        self._tell()

    # What is asked.

    def put(self, number: int) -> None:
        """This take on the side that keys speak to."""
        if number in self.shot.takes and number != self.sides.here:
            self._take_sides(self.sides.put(number))

    def _put_on(self, number: int, screen: QPoint) -> None:
        place = self.board.side_at(screen)
        if place is not None:
            self._light(place)
            self.put(number)

    def _light(self, place: int) -> None:
        self._take_sides(self.sides.light(place))

    def _take_sides(self, sides: Sides) -> None:
        if sides.takes != self.sides.takes:
            self._wrong.clear()
        self.sides = sides
        self._show()

    def _recount(self) -> None:
        takes = sorted(self.shot.takes)
        wanted = min(self.switches.wanted, len(takes))
        self._take_sides(more_or_fewer(self.sides, takes, self.shot.chosen, wanted))

    def use(self, place: int | None = None) -> None:
        """The take on this side, else on that keys speak to, is in the film from now on."""
        number = self.sides.takes[self.sides.lit if place is None else place]
        if number != self.shot.chosen and number in self.shot.takes and self._desk.editable:
            self._acts.use(self.shot.key, number)

    def star(self, place: int | None = None) -> None:
        """The take on this side, else on that which keys speak to, is liked, or not any more."""
        if (take := self._marked(place)) is not None:
            self._acts.star(self.shot.key, take)

    def reject(self, place: int | None = None) -> None:
        """As `star`: it is kept and not shown in the film, or may be shown again."""
        if (take := self._marked(place)) is not None:
            self._acts.reject(self.shot.key, take)

    def note(self, place: int | None = None) -> None:
        """As `star`: a note is written on it, where it stands."""
        side = self.board.sides[self.sides.lit if place is None else place]
        if (take := self._marked(place)) is not None:
            self._acts.note(self.shot.key, take, self, side.note_rect(self))

    def _marked(self, place: int | None) -> Take | None:
        number = self.sides.takes[self.sides.lit if place is None else place]
        return self.shot.takes.get(number) if self._desk.editable else None

    def _hear(self, on: bool) -> None:
        self._loud = on
        self.bar.show_sound(heard=on)
        self._feed()

    # Keys.

    def acts(self) -> Acts:
        """Playing is of this page, and so are the numbers."""
        numbers = {f"take_{n}": partial(self.put, n) for n in PUTS}
        return {**clock_acts(self.clock), **numbers}

    def keys(self) -> Acts:
        """What keys mean here."""
        clock, second = self.clock, round(self.clock.rate)
        return {
            **clock_keys(clock, "compare"),
            **{f"compare_put_{n}": partial(self.put, n) for n in PUTS},
            "compare_side": lambda: self._light(self.sides.lit + 1),
            "compare_use": self.use,
            "compare_frame_back": lambda: clock.step(-1),
            "compare_frame_on": lambda: clock.step(1),
            "compare_second_back": lambda: clock.step(-second),
            "compare_second_on": lambda: clock.step(second),
            "compare_star": self.star,
            "compare_reject": self.reject,
            "compare_note": self.note,
            "compare_sound": lambda: self._take_sides(self.sides.sound(self.sides.heard + 1)),
            "compare_wipe": self.switches.toggle_way,
            "compare_count": self.switches.toggle_count,
        }

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is low, what only helps goes: the pictures keep their room."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """What the pictures leave is the table's, and a part of the height in any case."""
        low = self.height() < scaled(_LOW)
        self.shelf.setVisible(not low)
        self.hints.setVisible(self.height() >= scaled(_LOW) * 3 // 4)
        self.board.show_notes(shown=not low)
        others = (self.head, self.shelf, self.bar, self.hints)
        taken = sum(part.sizeHint().height() for part in others if not part.isHidden())
        left = self.height() - taken - self.board.maximumHeight()
        seen = not low or left >= scaled(_LEAST)
        self.differing.setVisible(seen and len(self.sides.takes) == TWO)
        self.differing.give_room(max(left, round(self.height() * _TABLE)))


def _place_words(count: int) -> list[str]:
    """What the places of so many sides are called."""
    if count == TWO:
        return [translate("Compare", "left"), translate("Compare", "right")]
    return [str(place) for place in range(1, count + 1)]
