"""The film with its filters and keys around the view of it; views are siblings and know no film."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from topa_studio.ui.commands.table import BOX_HINTS, CAPTION_HINTS, HINTS, SOUND_HINTS, hint_of
from topa_studio.ui.desk import Desk
from topa_studio.ui.film.moving import Moving
from topa_studio.ui.film.selecting import Selecting
from topa_studio.ui.film.table import FilmTable
from topa_studio.ui.film.tally import Filter
from topa_studio.ui.film_filters import FilmFilters
from topa_studio.ui.in_place import Where
from topa_studio.ui.parts import thin_rule
from topa_studio.ui.thumbnails import Thumbnails
from topa_studio.ui.timeline.header import TimelineHeader
from topa_studio.ui.timeline.hints import Hint, HintsRow
from topa_studio.ui.timeline.keys import Act
from topa_studio.ui.timeline.lane_pills import Kind
from topa_studio.ui.timeline.menus import StripMenus
from topa_studio.ui.timeline.tick_boxes import press_box
from topa_studio.ui.timeline.view import TimelineView

if TYPE_CHECKING:
    from topa_studio.ui.timeline.lanes.pane import Lanes

translate = QCoreApplication.translate


class FilmPane(QWidget):
    """Header, view and the row of keys.

    Signals:
        generate_requested: a list of shots' keys, and the credits shown for them or None.
        scene_generate_requested: a scene's id, its missing shots are meant; credits as above.
        play_requested: a shot's key.
        shot_wanted: a new shot at the end of this scene.
        seam_requested: the key of the shot behind a seam.
        menu_opened: the menu of these shots (their keys), to be added to.
        widened: the film is not narrowed to some shots any more.
    """

    generate_requested = Signal(list, object)
    scene_generate_requested = Signal(str, object)
    play_requested = Signal(str)
    shot_wanted = Signal(str)
    seam_requested = Signal(str)
    menu_opened = Signal(QMenu, list)
    widened = Signal()

    def __init__(self, desk: Desk, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._room = (False, False)
        self.table = FilmTable(desk, self)
        self.header = TimelineHeader(self)  # before the cards, as Tab goes
        self.view = TimelineView(
            self.table.shots, thumbnails, self.table.offers, self.table.faces, self
        )
        self.view.editable = desk.editable
        self.view.setAccessibleName(translate("TimelinePane", "Timeline: the film's shots"))
        header = self.header
        for button in (header.add_shot, header.add_scene, header.add_music, header.add_caption):
            button.setEnabled(desk.editable)
        self.menus = StripMenus(self.view, desk, self.table.costs)
        self.hints = HintsRow([Hint(*hint_of(names)) for names in HINTS], self)
        self._moving = Moving(desk, self.table.shots, self._arrived)
        self.filters = FilmFilters(desk, self.table, self.header, self._put_line)
        self._selecting = Selecting(self.view, self.table, desk.selection, self.filters.show_all)
        self.filters.selecting = self._selecting
        self._lay_out()
        self._join_view()
        self._join_rest()
        self._count()
        self.filters.count()
        self._selecting.show()
        self._show_scene()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.header, thin_rule(), self.view, self.hints):
            column.addWidget(widget, 1 if widget is self.view else 0)
        self.setFocusProxy(self.view)
        self._column = column

    def _put_line(self, line: QWidget) -> None:
        """What is shown while shots are hidden is said over the cards."""
        self._column.insertWidget(self._column.indexOf(self.view), line)

    def _join_view(self) -> None:
        view, moving, undecided = self.view, self._moving, self._desk.undecided
        view.boxes.pressed.connect(partial(press_box, view, undecided))
        undecided.choosing_changed.connect(self._show_boxes)
        for asks in (view, self.menus):
            asks.play_requested.connect(self.play_requested)
            asks.generate_requested.connect(self._generate)
            asks.scene_generate_requested.connect(self._generate_scene)
        self.menus.menu_opened.connect(self.menu_opened)
        view.shots_dropped.connect(moving.drop_shots)
        view.scene_dropped.connect(moving.drop_scene)
        view.shots_pushed.connect(self._push)
        view.scene_chosen.connect(self._desk.selection.select_scene)
        view.shot_wanted.connect(self.shot_wanted)
        view.seam_requested.connect(self.seam_requested)
        view.zoom_requested.connect(self.header.step)
        self.header.zoomed.connect(view.zoom)
        self.table.placed.connect(view.repaint_card)
        self.table.priced.connect(view.viewport().update)
        self._desk.selection.playhead_moved.connect(view.show_playhead)
        self._desk.selection.changed.connect(self._show_scene)

    def _join_rest(self) -> None:
        commands = self._desk.commands
        commands.join({act: partial(self._push, act) for act in (Act.MOVE_BACK, Act.MOVE_FORWARD)})
        self.header.shot_wanted.connect(partial(commands.do, "new_shot"))
        self.header.scene_wanted.connect(partial(commands.do, "new_scene"))
        self.header.music_wanted.connect(partial(commands.do, "add_music"))
        self.header.caption_wanted.connect(partial(commands.do, "add_caption"))
        self.filters.changed.connect(self._filtered)
        self.filters.widened.connect(self.widened)
        self.filters.left.connect(self.setFocus)
        self.filters.keyed.connect(self._show_search)
        self.table.counted.connect(self._count)

    # Making.

    def generate_chosen(self) -> None:
        """Ask for what is chosen to be made, at the price that is shown for it."""
        chosen = self._desk.selection
        if chosen.shots:
            self._generate(list(chosen.shots))
        elif chosen.scene is not None:
            self._generate_scene(chosen.scene)

    def _generate(self, keys: list[str]) -> None:
        self.generate_requested.emit(keys, self.table.costs.shown_for(keys))

    def _generate_scene(self, scene_id: str) -> None:
        shown = self.table.costs.shown_for_scene(scene_id)
        self.scene_generate_requested.emit(scene_id, shown)

    def offer(self) -> str:
        """What a press on Generate would do and cost for what is chosen; "" for nothing."""
        return self.table.offer()

    def spot_of(self, key: str) -> Where:
        """Where a press for a shot is asked about: on its card, which comes into sight."""
        self._bring(key)
        return lambda: self.view.spot_of(key)

    def _bring(self, key: str) -> int | None:
        row = self.table.shots.row(key)
        if row is not None:
            self.view.scrollTo(self.table.shots.index(row))
        return row

    # Showing.

    def _count(self) -> None:
        self.view.nothing = self.table.nothing()
        # Headings say how much of their scene is missing.
        self.view.viewport().update(0, 0, self.view.width(), self.view.frame_area().top())

    # Lanes: they come once the cards are painted.

    @cached_property
    def lanes(self) -> Lanes:
        """Voices, captions and music under the cards."""
        from topa_studio.ui.timeline.lanes.pane import Lanes

        made = Lanes(self._desk, self.view)
        self.header.lanes.toggled.connect(lambda lane, on: made.show_lane(lane, shown=on))
        made.counted.connect(lambda: self.header.show_lanes(made.counts))
        made.keyed.connect(self._show_keys)
        made.returned.connect(lambda lane: self.header.lanes.button(lane).setChecked(True))
        made.set_room(low=self._room[0], compact=self._room[1])
        made.set_filtered(filtered=not self.table.is_whole)
        self.header.show_lanes(made.counts)
        return made

    def _show_keys(self, lane: Kind | None) -> None:
        """Teach the keys of the lane in which the keyboard is, else those of cards."""
        of_cards = BOX_HINTS if self._desk.undecided.choosing else HINTS
        names = of_cards if lane is None else SOUND_HINTS
        self.teach(CAPTION_HINTS if lane is Kind.CAPTIONS else names)

    def teach(self, names: tuple[tuple[str, ...], ...] = HINTS) -> None:
        """Teach the keys of these commands in the row of keys, by themselves those of cards."""
        self.hints.set_hints([Hint(*hint_of(name)) for name in names])

    def hide_lane(self, lane: str) -> None:
        """Do not show a lane, as another window did not."""
        self.header.lanes.button(lane).setChecked(False)
        self.lanes.show_lane(lane, shown=False)

    @property
    def _has_lanes(self) -> bool:
        return "lanes" in vars(self)

    def set_room(self, *, low: bool, compact: bool) -> None:
        """Where height is short, lanes are flatter, or not shown."""
        self._room = low, compact
        if self._has_lanes:
            self.lanes.set_room(low=low, compact=compact)

    def _show_scene(self) -> None:
        self.view.choose_scene(self._desk.selection.scene)

    def show_missing(self, keys: Sequence[str]) -> None:
        """Show only what is missing, with these shots chosen, the first of them current."""
        self._desk.selection.select_shots([*keys[1:], *keys[:1]])
        self.filters.show((Filter.MISSING,))
        self.setFocus()

    def narrow(self, words: str, keys: Collection[str]) -> None:
        """Show only these shots, and say in `words` which they are."""
        self.filters.narrow(words, keys)

    def widen(self) -> None:
        """Show all shots again where the film is narrowed."""
        self.filters.widen()

    def _filtered(self) -> None:
        """Something else is shown."""
        if self._has_lanes:
            self.lanes.set_filtered(filtered=not self.table.is_whole)
        self.view.nothing = self.table.nothing()
        self.view.viewport().update()

    def _show_search(self, on: bool) -> None:
        """Where there is no room for the header, it is there while something is looked for."""
        self.header.setVisible(on or not self._room[1])

    def _show_boxes(self) -> None:
        self._show_keys(None)
        self.filters.show_boxes(self._desk.undecided.choosing)

    # Moving.

    def _push(self, act: str) -> None:
        self._moving.push(self._selecting.keys, act)

    def _arrived(self, key: str) -> None:
        """A shot is at its new place: show it, and say where."""
        row = self._bring(key)
        if row is None:
            return
        scene, _, place = self.table.shots.number(row).partition(".")
        words = translate("TimelinePane", "Moved to scene {scene}, shot {shot}")
        said = words.format(scene=scene, shot=place)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.view, said))
