"""The film with its filters and keys around the view of it; views are siblings and know no film."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from topa_studio.ui.commands.table import (
    BOX_HINTS,
    CAPTION_HINTS,
    HINTS,
    LIST_BOX_HINTS,
    LIST_HINTS,
    SOUND_HINTS,
    hint_of,
)
from topa_studio.ui.desk import Desk
from topa_studio.ui.film.card_view import CardView
from topa_studio.ui.film.film_view import FilmView
from topa_studio.ui.film.kinds import SHOT_LIST
from topa_studio.ui.film.selecting import Selecting
from topa_studio.ui.film.table import FilmTable
from topa_studio.ui.in_place import Where
from topa_studio.ui.look.theme import set_role
from topa_studio.ui.small_pictures.thumbnails import Thumbnails
from topa_studio.ui.timeline.header import TimelineHeader
from topa_studio.ui.timeline.hints import Hint, HintsRow
from topa_studio.ui.timeline.lane_pills import Kind
from topa_studio.ui.views.film_asking import FilmAsking
from topa_studio.ui.views.film_filters import FilmFilters
from topa_studio.ui.views.film_views import FilmViews, Parts, corner_of
from topa_studio.ui.widgets.parts import thin_rule

if TYPE_CHECKING:
    from topa_studio.ui.overview.strip import Overview
    from topa_studio.ui.timeline.lanes.pane import Lanes
    from topa_studio.ui.timeline.whole_film import WholeFilm

translate = QCoreApplication.translate
_OVER_VIEW = 2


class FilmPane(QWidget):
    """Header, views of which one is shown, and the row of keys.

    Attributes:
        view: the timeline, which is always there. shown: the view that is seen.
    Signals:
        generate_requested: a list of shots' keys, and the credits shown for them or None.
        scene_generate_requested: a scene's id, its missing shots are meant; credits as above.
        play_requested: a shot's key.
        shot_wanted: a new shot at the end of this scene.
        seam_requested: the key of the shot behind a seam.
        menu_opened: the menu of these shots (their keys), to be added to.
        view_made: a view that was not there before. view_wanted: the name of one to be shown.
    """

    generate_requested = Signal(list, object)
    scene_generate_requested = Signal(str, object)
    play_requested = Signal(str)
    shot_wanted = Signal(str)
    seam_requested = Signal(str)
    menu_opened = Signal(QMenu, list)
    view_made = Signal(object)
    view_wanted = Signal(str)

    def __init__(self, desk: Desk, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk, self._thumbnails = desk, thumbnails
        self._room = (False, False)
        self.table = FilmTable(desk, self)
        self.header = TimelineHeader(self)  # before the cards, as Tab goes
        self.views = FilmViews(Parts(self.table, desk, thumbnails, self))
        self.view = self.views.timeline
        self.header.set_editable(editable=desk.editable)
        self.hints = HintsRow([Hint(*hint_of(names)) for names in HINTS], self)
        self.filters = FilmFilters(desk, self.table, self.header, self._put_line)
        self._selecting = Selecting(
            self.table, desk.selection, self.filters.show_all, self.views.widget
        )
        self.asking = asking = FilmAsking(desk, self.table, self.views, self._selecting)
        asking.generate_requested.connect(self.generate_requested)
        asking.scene_generate_requested.connect(self.scene_generate_requested)
        asking.play_requested.connect(self.play_requested)
        asking.shot_wanted.connect(self.shot_wanted)
        asking.seam_requested.connect(self.seam_requested)
        asking.menu_opened.connect(self.menu_opened)
        self._lay_out()
        self._join_view(self.view)
        self.view.zoom_turned.connect(self.header.step)
        self.header.zoomed.connect(self.view.zoom)
        self._join_rest()
        self._turned()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(thin_rule())
        column.addLayout(self.views.place, 1)
        column.addWidget(self.hints)
        self._column = column

    def _put_line(self, line: QWidget) -> None:
        """What is shown while shots are hidden is said over the cards."""
        self._column.insertWidget(_OVER_VIEW, line)

    def _join_view(self, view: FilmView) -> None:
        """Of a view that has just been made: what it asks for, and its part of the tools."""
        self.asking.join(view)
        if (corner := corner_of(view)) is not None:
            self.header.add_corner(self.views.kind.name, corner)

    def _join_rest(self) -> None:
        desk, views, header = self._desk, self.views, self.header
        do = desk.commands.do
        header.shot_wanted.connect(partial(do, "new_shot"))
        header.scene_wanted.connect(partial(do, "new_scene"))
        header.music_wanted.connect(partial(do, "add_music"))
        header.caption_wanted.connect(partial(do, "add_caption"))
        desk.commands.join({"zoom_fit": lambda: self._whole.toggle()})
        header.bound_zoom(lambda: self._whole.farthest())
        header.view_chosen.connect(self.view_wanted)
        self.table.counted.connect(self._count)
        self.table.placed.connect(lambda key: views.shown.repaint_card(key))
        self.table.priced.connect(self._repaint)
        desk.selection.playhead_moved.connect(lambda moment: views.shown.show_playhead(moment))
        desk.selection.changed.connect(self._show_scene)
        views.made.connect(self._join_view)
        views.made.connect(self.view_made)
        views.turned.connect(self._turned)
        self.filters.changed.connect(self._filtered)
        self.filters.left.connect(self.setFocus)
        self.filters.chosen.connect(self._selecting.take)
        self.filters.boxes_changed.connect(lambda: self._show_keys(None))

    # Views.

    @property
    def shown(self) -> FilmView:
        """The view that is seen."""
        return self.views.shown

    def card_views(self) -> tuple[CardView, ...]:
        """The views in which shots are cards, of which at most one is seen."""
        return tuple(view for view in self.views.all() if isinstance(view, CardView))

    @cached_property
    def overview(self) -> Overview:
        """The whole film in one line, under views that show a part of it."""
        from topa_studio.ui.overview.strip import Overview

        made = Overview(self._desk, self.table, self._thumbnails)
        made.wanted.connect(lambda key: self._selecting.reveal(key, centred=True))
        self._column.insertWidget(self._column.indexOf(self.hints), made)
        return made

    def _turned(self) -> None:
        view, kind = self.shown, self.views.kind
        self.setFocusProxy(self.views.widget)
        self.header.show_view(kind.name)
        self._desk.commands.actions["zoom_fit"].setEnabled(not kind.beside)
        self._show_rows()
        self.teach()
        view.show_playhead(self._desk.selection.playhead)
        self._count()
        self.filters.count()
        self._selecting.follow(self.views.widget)
        self._show_scene()

    @cached_property
    def _whole(self) -> WholeFilm:
        """What brings the whole film into the width, and what was seen back."""
        from topa_studio.ui.timeline.whole_film import WholeFilm

        return WholeFilm(self.view, self.header)

    # Making.

    def offer(self) -> str:
        """What a press on Generate would do and cost for what is chosen; "" for nothing."""
        return self.table.offer()

    def spot_of(self, key: str) -> Where:
        """Where a press for a shot is asked about: on its card, which comes into sight."""
        self._selecting.reveal(key)
        return lambda: self.shown.spot_of(key)

    def card_rect(self, key: str) -> QRect:
        """Where a shot is in the viewport of the view that is shown; nowhere: it is not shown."""
        return self._selecting.rect(key)

    # Showing.

    def _count(self) -> None:
        self.shown.nothing = self.table.nothing()
        # Headings say how much of their scene is missing.
        if self.shown is self.view:
            self.view.repaint_headings()
        else:
            self._repaint()

    def _repaint(self) -> None:
        self.shown.viewport().update()

    def _show_scene(self) -> None:
        self.shown.choose_scene(self._desk.selection.scene)

    def show_missing(self, keys: Sequence[str]) -> None:
        """Show only what is missing, with these shots chosen, the first of them current."""
        self.filters.show_missing(keys)
        self.setFocus()

    def _filtered(self) -> None:
        if self._has_lanes:
            self.lanes.set_filtered(filtered=not self.table.is_whole)
        self._count()
        self._repaint()

    # Lanes: they come once the cards are painted.

    @cached_property
    def lanes(self) -> Lanes:
        """Voices, captions and music under the cards of the timeline."""
        from topa_studio.ui.timeline.lanes.pane import Lanes

        made = Lanes(self._desk, self.view)
        self.header.lanes.toggled.connect(lambda lane, on: made.show_lane(lane, shown=on))
        made.counted.connect(lambda: self.header.show_lanes(made.counts))
        made.keyed.connect(self._show_keys)
        made.returned.connect(lambda lane: self.header.lanes.button(lane).setChecked(True))
        made.hidden.connect(self.header.lanes.tell_hidden)
        made.set_room(low=self._room[0], compact=self._room[1])
        made.set_filtered(filtered=not self.table.is_whole)
        self.header.show_lanes(made.counts)
        return made

    def hide_lane(self, lane: str) -> None:
        """Do not show a lane, as another window did not."""
        self.header.lanes.button(lane).setChecked(False)
        self.lanes.show_lane(lane, shown=False)

    @property
    def _has_lanes(self) -> bool:
        return "lanes" in vars(self)

    # Keys, and room.

    def _show_keys(self, lane: Kind | None) -> None:
        """Teach the keys of the lane in which the keyboard is, else those of cards."""
        names = None if lane is None else SOUND_HINTS
        self.teach(CAPTION_HINTS if lane is Kind.CAPTIONS else names)

    def teach(self, names: tuple[tuple[str, ...], ...] | None = None) -> None:
        """Teach the keys of these commands in the row of keys, by themselves those of the view."""
        self.hints.set_hints([Hint(*hint_of(name)) for name in names or self._of_view()])

    def _of_view(self) -> tuple[tuple[str, ...], ...]:
        boxes = bool(self._desk.undecided.choosing)
        if self.views.kind.name == SHOT_LIST:
            return LIST_BOX_HINTS if boxes else LIST_HINTS
        return BOX_HINTS if boxes else HINTS

    def set_room(self, *, low: bool, compact: bool) -> None:
        """Where height is short, what only teaches goes and lanes are flatter; then they go."""
        self._room = low, compact
        self.view.set_low(low=low)
        self.view.set_short(short=compact)
        self._show_rows()
        self.header.set_compact(compact=compact)
        if self._has_lanes:
            self.lanes.set_room(low=low, compact=compact)

    def _show_rows(self) -> None:
        (low, compact), beside = self._room, self.views.kind.beside
        self.hints.setVisible(not low and self.views.kind.teaches)
        if beside:
            self.overview.follow(self.views.widget)
        if "overview" in vars(self):
            self.overview.setVisible(beside and not compact)
