"""Takes of one shot in step, under one clock: side by side, or a line wiped over them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QResizeEvent

from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.film.excerpt import alone
from topa_studio.film.ladder import clip_of
from topa_studio.film.still import shape
from topa_studio.film.timing import Cut
from topa_studio.model.take import Take
from topa_studio.ui.binding import Merged, bind
from topa_studio.ui.compare.board import Board
from topa_studio.ui.compare.choosing import FOUR, TWO, Sides, first_sides, more_or_fewer
from topa_studio.ui.compare.shelf import Shelf
from topa_studio.ui.desk import Desk
from topa_studio.ui.middle import Acts, Page
from topa_studio.ui.parts import Switch
from topa_studio.ui.playing.speaker import Speaker
from topa_studio.ui.reel.bar import ReelBar
from topa_studio.ui.reel.clock import ReelClock
from topa_studio.ui.reel.feeds import Feeds
from topa_studio.ui.reel.keys import clock_acts, clock_key
from topa_studio.ui.theme import scaled
from topa_studio.ui.thumbnails import Thumbnails
from topa_studio.ui.timeline.hints import Hint, HintsRow
from topa_studio.ui.words import shot_title

translate = QCoreApplication.translate
_SIDE, _WIPE = "side", "wipe"
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
    ) -> None:
        super().__init__(translate("Compare", "Compare takes"))
        self._desk, self._session = desk, desk.session
        self.key = ""
        self.sides = Sides((0, 0))
        self._takes: dict[int, Take] = {}
        self._cut: Cut | None = None
        self._wrong: dict[int, str] = {}
        self._loud = True
        self.clock = ReelClock(speaker, self)
        self.feeds = Feeds(self.clock, desk.session.path, face, self)
        self.board, self.shelf = Board(), Shelf(thumbnails)
        self.face = self.board
        self.bar = ReelBar(self.clock)
        self.count = Switch(
            translate("Compare", "How many takes"),
            [(str(TWO), translate("Compare", "Two")), (str(FOUR), translate("Compare", "Four"))],
        )
        self.way = Switch(
            translate("Compare", "How they are shown"),
            [
                (_SIDE, translate("Compare", "Side by side")),
                (_WIPE, translate("Compare", "Wipe")),
            ],
        )
        self.count.set_value(str(TWO))
        self.way.set_value(_SIDE)
        self.hints = HintsRow(_hints())
        self.add_tools(self.count, self.way)
        self.body.addWidget(self.board, _MUCH)
        self.body.addWidget(self.shelf)
        self.body.addStretch(1)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.hints)
        self.keep_keys()
        self._connect()

    def _connect(self) -> None:
        self.count.chosen.connect(lambda _value: self._recount())
        self.way.chosen.connect(lambda _value: self._show_way())
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
        wanted = int(self.count.value or TWO)
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
        four = self.count.button(str(FOUR))
        four.setEnabled(len(self._takes) > TWO)
        four.setToolTip(
            "" if four.isEnabled() else translate("Compare", "There are only two takes")
        )
        self.way.button(_WIPE).setEnabled(len(self.sides.takes) == TWO)
        self.board.arrange(len(self.sides.takes), wiping=self.wiping)
        self._feed()
        self._tell()

    @property
    def wiping(self) -> bool:
        """Whether two are shown in one place."""
        return self.way.value == _WIPE and len(self.sides.takes) == TWO

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
        wanted = min(int(self.count.value or TWO), len(takes))
        if wanted > TWO:
            self.way.set_value(_SIDE)
        self._take_sides(more_or_fewer(self.sides, takes, self.chosen, wanted))

    def _show_way(self) -> None:
        if self.way.value == _WIPE and len(self.sides.takes) > TWO:
            self.count.set_value(str(TWO))
            self._recount()
        self._show()

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
        numbers = {f"take_{n}": lambda n=n: self.put(n) for n in range(1, 10)}
        return {**clock_acts(self.clock), **numbers}

    def press(self, key: Qt.Key, *, shift: bool) -> bool:
        """Do what a key means here."""
        sides, rate = self.sides, round(self.clock.rate)
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.put(key - Qt.Key.Key_0)
            return True
        match key:
            case Qt.Key.Key_Left:
                self.clock.step(-rate if shift else -1)
            case Qt.Key.Key_Right:
                self.clock.step(rate if shift else 1)
            case Qt.Key.Key_Tab:
                self._take_sides(sides.light(sides.lit + 1))
            case Qt.Key.Key_Backtab:
                self._take_sides(sides.light(sides.lit - 1))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.use()
            case Qt.Key.Key_S:
                self._take_sides(sides.sound(sides.heard + 1))
            case Qt.Key.Key_W:
                self._toggle(self.way, _WIPE, _SIDE)
            case Qt.Key.Key_Q:
                self._toggle(self.count, str(FOUR), str(TWO))
            case _:
                return clock_key(self.clock, key)
        return True

    def _toggle(self, switch: Switch, one: str, other: str) -> None:
        wanted = other if switch.value == one else one
        if switch.button(wanted).isEnabled():
            switch.button(wanted).click()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is low, what only helps goes: the pictures keep their room."""
        super().resizeEvent(event)
        low = self.height() < scaled(_LOW)
        self.shelf.setVisible(not low)
        self.hints.setVisible(self.height() >= scaled(_LOW) * 3 // 4)


def _hints() -> list[Hint]:
    """The row of keys."""
    return [
        Hint(("1", "–", "9"), translate("Compare", "put a take into the side with the blue frame")),
        Hint(("Tab",), translate("Compare", "other side")),
        Hint(("Enter",), translate("Compare", "use this")),
        Hint(("Space",), translate("Compare", "play all")),
        Hint(("←", "→"), translate("Compare", "one frame")),
        Hint(("S",), translate("Compare", "whose sound")),
        Hint(("W",), translate("Compare", "wipe")),
        Hint(("Q",), translate("Compare", "two or four")),
        Hint(("Esc",), translate("Compare", "film")),
    ]
