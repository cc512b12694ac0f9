"""Takes of one shot in step, under one clock: side by side, or a line wiped over them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QResizeEvent

from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.film.engine.proxies import Proxies
from topa_studio.film.excerpt import alone
from topa_studio.film.ladder import clip_of
from topa_studio.film.still import shape
from topa_studio.film.timing import Cut
from topa_studio.model.take import Take
from topa_studio.ui.binding import Merged, bind
from topa_studio.ui.commands.command import Place
from topa_studio.ui.commands.of_pages import COMPARE_HINTS, PUTS
from topa_studio.ui.commands.table import hint_of
from topa_studio.ui.compare.board import Board
from topa_studio.ui.compare.choosing import FOUR, TWO, Sides, first_sides, more_or_fewer
from topa_studio.ui.compare.shelf import Shelf
from topa_studio.ui.compare.tools import CompareTools
from topa_studio.ui.desk import Desk
from topa_studio.ui.middle import Acts, Page
from topa_studio.ui.playing.speaker import Speaker
from topa_studio.ui.reel.bar import ReelBar
from topa_studio.ui.reel.clock import ReelClock
from topa_studio.ui.reel.feeds import Feeds
from topa_studio.ui.reel.keys import clock_acts, clock_keys
from topa_studio.ui.theme import scaled
from topa_studio.ui.thumbnails import Thumbnails
from topa_studio.ui.timeline.hints import Hint, HintsRow
from topa_studio.ui.words import shot_title

translate = QCoreApplication.translate
_LOW = 620
_MUCH = 1000


class ComparePage(Page):
    """Shows one shot's takes; nothing of it is kept open while it is away."""

    def __init__(
        self,
        desk: Desk,
        thumbnails: Thumbnails,
        speaker: Speaker,
        face: Callable[[str], Path | None],
        proxies: Proxies,
    ) -> None:
        super().__init__(translate("Compare", "Compare takes"), Place.COMPARE)
        self._desk, self._session = desk, desk.session
        self.key = ""
        self.sides = Sides((0, 0))
        self._takes: dict[int, Take] = {}
        self._cut: Cut | None = None
        self._wrong: dict[int, str] = {}
        self._loud = True
        self.clock = ReelClock(speaker, self)
        self.feeds = Feeds(self.clock, desk.session.path, face, proxies, self)
        self.board, self.shelf = Board(), Shelf(thumbnails)
        self.face = self.board
        self.bar = ReelBar(self.clock, "compare")
        self.switches = CompareTools(self)
        self.hints = HintsRow([Hint(*hint_of(names)) for names in COMPARE_HINTS])
        self.add_tools(self.switches.count, self.switches.way)
        self.body.addWidget(self.board, _MUCH)
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
        again = Merged(self, lambda _names: self._refresh())
        bind(self, self._session.changed, again.poke)
        bind(self, self._session.shots_changed, self._shots_changed)
        self._again = again

    # Opening and leaving.

    def show_shot(self, key: str) -> None:
        """The shot whose takes are compared next."""
        self.end()
        self.key = key
        status = self._session.shot(key)
        chosen = status.chosen.number if status.chosen is not None else None
        numbers = [take.number for take in status.takes]
        wanted = self.switches.wanted
        self.sides = first_sides(numbers, chosen, min(wanted, max(TWO, len(numbers))))

    def begin(self) -> None:
        """Open the clips, cued to the shot's first frame."""
        self._read()
        cut = self._cut
        if cut is None:
            self.left.emit()
            return
        self.clock.frame = 0
        self.clock.set_span(0, cut.frames, cut.rate)
        self.bar.show_span()
        self._show()

    def end(self) -> None:
        """Let go of all clips."""
        self.clock.pause()
        self.feeds.close()
        self._wrong.clear()

    # What the film says.

    def _read(self) -> None:
        session, film = self._session, self._session.film
        self._cut = None
        if not film.has_shot(self.key):
            return
        self._cut = next((cut for cut in session.cuts() if cut.key == self.key), None)
        self._takes = {take.number: take for take in session.shot(self.key).takes}

    def _shots_changed(self, keys: frozenset[str]) -> None:
        if self.key in keys:
            self._again.poke()

    def _refresh(self) -> None:
        """The film or its takes are others now."""
        if not self.isVisible() or not self.key:
            return
        before = self._cut
        self._read()
        if self._cut is None:
            self.left.emit()
            return
        if before is None or before.frames != self._cut.frames or before.rate != self._cut.rate:
            self.clock.set_span(0, self._cut.frames, self._cut.rate)
            self.bar.show_span()
        self._show()

    # Showing.

    def _show(self) -> None:
        film, cut = self._session.film, self._cut
        if cut is None:
            return
        scene = film.scene_of(self.key)
        title = shot_title(film.shot(self.key))
        where = scene.title or translate("Compare", "scene {number}").format(number=cut.scene)
        self.about.setText(f"{cut.number} {title} · {where}")
        self.board.set_ratio(shape(film))
        self.switches.offer(len(self._takes))
        self.board.arrange(len(self.sides.takes), wiping=self.switches.wiping)
        self._feed()
        self._tell()

    @property
    def chosen(self) -> int | None:
        """The take that is in the film."""
        status = self._session.shot(self.key)
        return None if status.chosen is None else status.chosen.number

    def _tell(self) -> None:
        chosen, sides = self.chosen, self.sides
        for place, number in enumerate(sides.takes):
            self.board.sides[place].show_take(
                number,
                self._takes.get(number),
                chosen=number == chosen,
                lit=place == sides.lit,
                heard=place == sides.heard,
                why=self._wrong.get(place, ""),
                editable=self._desk.editable,
            )
        self.board.tell_wipe()
        names = [translate("Compare", "left"), translate("Compare", "right")]
        if len(sides.takes) > TWO:
            names = [str(place) for place in range(1, FOUR + 1)]
        places = dict(zip(sides.takes, names, strict=False))
        takes = [take for _, take in sorted(self._takes.items())]
        trim = self._session.film.shot(self.key).trim
        offset = trim.start if trim is not None else 0.0
        self.shelf.show_takes(takes, chosen, places, offset)

    # Frames.

    def _feed(self) -> None:
        """Have each side show its take, and one of them be heard."""
        film, cut, films = self._session.film, self._cut, []
        if cut is None:
            return
        shot = film.shot(self.key)
        for number in self.sides.takes:
            take = self._takes.get(number)
            films.append(None if take is None else alone(film, cut, clip_of(shot, take)))
        self.feeds.show(films, self.board.size_of())
        self.feeds.hear(films[self.sides.heard] if self._loud else None)

    def _failed(self, place: int, why: str) -> None:
        self._wrong[place] = why
        self._tell()

    # What is asked.

    def put(self, number: int) -> None:
        """This take on the side that keys speak to."""
        if number in self._takes and number != self.sides.here:
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
        takes = sorted(self._takes)
        wanted = min(self.switches.wanted, len(takes))
        self._take_sides(more_or_fewer(self.sides, takes, self.chosen, wanted))

    def use(self, place: int | None = None) -> None:
        """The take on this side, else on that keys speak to, is in the film from now on."""
        number = self.sides.takes[self.sides.lit if place is None else place]
        if number == self.chosen or number not in self._takes or not self._desk.editable:
            return
        key = self.key

        async def work() -> None:
            label = translate("Compare", "Choose take {number}").format(number=number)
            await self._desk.edit(label, SetField(ShotTarget(key), "take", number))
            told = translate("Compare", "Take {number} is in the film").format(number=number)
            self._desk.tell_undoable(told)

        self._desk.start(work)

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
            "compare_sound": lambda: self._take_sides(self.sides.sound(self.sides.heard + 1)),
            "compare_wipe": self.switches.toggle_way,
            "compare_count": self.switches.toggle_count,
        }

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is low, what only helps goes: the pictures keep their room."""
        super().resizeEvent(event)
        low = self.height() < scaled(_LOW)
        self.shelf.setVisible(not low)
        self.hints.setVisible(self.height() >= scaled(_LOW) * 3 // 4)
