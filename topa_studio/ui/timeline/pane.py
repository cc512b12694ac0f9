"""The timeline's pane: joins the view to the open film, the shared selection and the commands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QItemSelection, QItemSelectionModel, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from topa_studio.document.edits import MoveScene, MoveShot
from topa_studio.model.status import JobStatus, ShotStatus, Stage
from topa_studio.ui.binding import Merged, bind
from topa_studio.ui.commands.table import COMMANDS, HINTS, hint_of
from topa_studio.ui.desk import Desk
from topa_studio.ui.in_place import Where
from topa_studio.ui.parts import thin_rule
from topa_studio.ui.thumbnails import Thumbnails
from topa_studio.ui.timeline.costs import Costs
from topa_studio.ui.timeline.filtering import Filtering
from topa_studio.ui.timeline.ground import Offers
from topa_studio.ui.timeline.header import TimelineHeader
from topa_studio.ui.timeline.hints import Hint, HintsRow
from topa_studio.ui.timeline.keys import Act
from topa_studio.ui.timeline.menus import StripMenus
from topa_studio.ui.timeline.model import ShotsModel
from topa_studio.ui.timeline.moves import (
    moves_by_one,
    moves_to,
    moves_to_end,
    place_in_film,
    scene_moves_to,
    scene_place_in_film,
)
from topa_studio.ui.timeline.tally import Filter, Tally
from topa_studio.ui.timeline.view import TimelineView
from topa_studio.ui.timeline.words import count_word
from topa_studio.ui.words import duration, is_own, problem_words

if TYPE_CHECKING:
    from topa_studio.app.session import ProjectSession
    from topa_studio.document.document import DocumentChange

translate = QCoreApplication.translate
_FLAG = QItemSelectionModel.SelectionFlag


class TimelinePane(QWidget):
    """The film as a strip, with its header and the row of keys.

    Signals:
        generate_requested: a list of shots' keys, and the credits shown for them or None.
        scene_generate_requested: a scene's id, its missing shots are meant; credits as above.
        play_requested: a shot's key.
        shot_wanted: a new shot at the end of this scene.
        menu_opened: the menu of these shots (their keys), to be added to.
    """

    generate_requested = Signal(list, object)
    scene_generate_requested = Signal(str, object)
    play_requested = Signal(str)
    shot_wanted = Signal(str)
    menu_opened = Signal(QMenu, list)

    def __init__(
        self,
        desk: Desk,
        thumbnails: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = session = desk.session
        self._selection = selection = desk.selection
        self._syncing = False
        self._tally = Tally(session.shot, lambda key: desk.film.shot(key).locked)
        self._costs = Costs(session)
        self._model = ShotsModel(desk.film, self._status, self)
        self._filtering = Filtering(self._model, self._tally, selection)
        self._line: dict[str, int] = {}
        offers = Offers(
            shot=self._costs.of_shot,
            price=self._costs.price_of,
            scene=self._costs.of_scene,
            place=lambda key: self._line.get(key, 0),
        )
        self.header = TimelineHeader(self)  # before the cards, as Tab goes
        self.view = TimelineView(self._model, thumbnails, offers, self._faces, self)
        self.view.editable = desk.editable
        self.view.setAccessibleName(self.tr("Timeline: the film's shots"))
        for button in (self.header.add_shot, self.header.add_scene):
            button.setEnabled(desk.editable)
        self.menus = StripMenus(self.view, desk, self._costs)
        self.hints = HintsRow([Hint(*hint_of(names)) for names in HINTS], self)
        self._lay_out()
        self._connect()
        self._tally.take(shot.key for shot in desk.film.shots())
        self._count()
        self._selection_moved()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.header, thin_rule(), self.view, self.hints):
            column.addWidget(widget, 1 if widget is self.view else 0)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        view = self.view
        view.play_requested.connect(self.play_requested)
        self.menus.play_requested.connect(self.play_requested)
        self.menus.menu_opened.connect(self.menu_opened)
        for asks in (view, self.menus):
            asks.generate_requested.connect(self._generate)
            asks.scene_generate_requested.connect(self._generate_scene)
        view.shots_dropped.connect(self._drop_shots)
        view.scene_dropped.connect(self._drop_scene)
        view.shots_pushed.connect(self._push)
        view.scene_chosen.connect(self._selection.select_scene)
        view.shot_wanted.connect(self.shot_wanted)
        self.header.shot_wanted.connect(partial(self._desk.commands.do, "new_shot"))
        self.header.scene_wanted.connect(partial(self._desk.commands.do, "new_scene"))
        view.zoom_requested.connect(self.header.step)
        view.selectionModel().selectionChanged.connect(self._rows_selected)
        self.header.zoomed.connect(view.zoom)
        self.header.filter_chosen.connect(self._choose_filter)
        self._selection.changed.connect(self._selection_moved)
        self._selection.playhead_moved.connect(self._playhead_moved)
        self._selection.typing_changed.connect(lambda key: self._model.status_changed([key]))
        merged = Merged(self, self._shots_changed)
        bind(self, self._session.shots_changed, merged.add)
        bind(self, self._session.elements_changed, lambda _names: self._prices_changed())
        bind(self, self._session.queue_changed, self._line_changed)
        bind(self, self._session.document.changed, self._film_changed)

    def generate_chosen(self) -> None:
        """Ask for what is chosen to be made, at the price that is shown for it."""
        if self._selection.shots:
            self._generate(list(self._selection.shots))
        elif self._selection.scene is not None:
            self._generate_scene(self._selection.scene)

    def _generate(self, keys: list[str]) -> None:
        self.generate_requested.emit(keys, self._costs.shown_for(keys))

    def _generate_scene(self, scene_id: str) -> None:
        shown = self._costs.shown_for_scene(scene_id)
        self.scene_generate_requested.emit(scene_id, shown)

    def spot_of(self, key: str) -> Where:
        """Where a press for a shot is asked about: on its card, which comes into sight."""
        row = self._model.row(key)
        if row is not None:
            self.view.scrollTo(self._model.index(row))
        return lambda: self.view.spot_of(key)

    # From the film.

    def _film_changed(self, change: DocumentChange) -> None:
        self._costs.forget()
        self._tally.take(shot.key for shot in change.after.shots())
        self._tally.update(self._tally.known(change.shots))
        self._filtering.keep_chosen()
        self._syncing = True
        self._model.film_changed(change.after)
        self._syncing = False
        self._count()
        self._rows_selected()

    def _shots_changed(self, keys: frozenset[str]) -> None:
        self._costs.shots_changed(keys)
        self._tally.update(self._tally.known(keys))
        self._filtering.keep_chosen()
        self._syncing = True
        self._filtering.show()
        self._syncing = False
        self._model.status_changed(keys)
        self._count()
        self.view.viewport().update(0, 0, self.view.width(), self.view.frame_area().top())

    def _status(self, key: str) -> ShotStatus:
        """How far a shot is; a mistake that is still being typed, or the film's, is none of it."""
        status = self._session.shot(key)
        if status.mistake is None or (is_own(status.mistake) and self._selection.typing != key):
            return status
        return replace(status, mistake=None)

    def _line_changed(self, lines: Sequence[JobStatus]) -> None:
        shots = (line for line in lines if line.kind != "view")
        waiting = (line.key for line in shots if line.stage is Stage.IN_LINE)
        places = {key: place for place, key in enumerate(dict.fromkeys(waiting), 1)}
        changed = [key for key in places | self._line if places.get(key) != self._line.get(key)]
        self._line = places
        for key in changed:
            self.view.repaint_card(key)

    def _prices_changed(self) -> None:
        self._costs.forget()
        self.view.viewport().update()

    def _count(self) -> None:
        self.view.nothing = _nothing(self._session)
        scenario = self._desk.film
        parts = (
            count_word("scenes", len(scenario.scenes)),
            count_word("shots", self._tally.count(Filter.ALL)),
            duration(scenario.seconds()),
        )
        self.header.show_counts(" · ".join(parts), self._tally)

    def _faces(self, key: str) -> tuple[str, ...]:
        names = self._desk.film.shot(key).elements
        statuses = (self._session.element(name) for name in names)
        return tuple(status.pictures[0] for status in statuses if status.pictures)

    # Filters.

    def _choose_filter(self, value: str) -> None:
        self._set_filter(Filter(value))
        self._rows_selected()

    def show_filter(self, value: str) -> None:
        """Show the shots of a filter, as another window did: with what is worked on there."""
        self._set_filter(Filter(value), keeps=True)
        self._count()

    def _set_filter(self, kind: Filter, *, keeps: bool = False) -> None:
        self.header.pills.set_value(kind)
        self._syncing = True
        self._filtering.choose(kind, keeps=keeps)
        self._syncing = False
        self.view.viewport().update()

    def offer(self) -> str:
        """What a press on Generate would do and cost for what is chosen; "" for nothing."""
        if self._selection.scene is not None:
            return self._costs.of_scene(self._selection.scene)
        return self._costs.of_shots(self._selection.shots) if self._selection.shots else ""

    # Selection and playhead.

    def _rows_selected(self, *_signal: QItemSelection) -> None:
        if self._syncing:
            return
        keys = self.view.selected_keys()
        current = self.view.currentIndex()
        if current.isValid():
            key = self._model.shot(current.row()).key
            keys = [*(k for k in keys if k != key), *([key] if key in keys else [])]
        if keys:
            self._selection.select_shots(keys)
        elif self._selection.shots:
            self._selection.clear()

    def _selection_moved(self) -> None:
        model = self.view.selectionModel()
        shots = self._selection.shots
        if self._filtering.hides_chosen(self._desk.film):
            self._set_filter(Filter.ALL)  # what is chosen elsewhere is shown among all others
        if frozenset(shots) != frozenset(self.view.selected_keys()):
            rows = [row for key in shots if (row := self._model.row(key)) is not None]
            self._syncing = True
            model.select(self._model.runs(rows), _FLAG.ClearAndSelect)
            if rows:
                model.setCurrentIndex(self._model.index(rows[-1]), _FLAG.NoUpdate)
            self._syncing = False
            if rows:
                self.view.scrollTo(self._model.index(rows[-1]))
        if self.view.chosen_scene != self._selection.scene:
            self.view.chosen_scene = self._selection.scene
            if self._selection.scene is not None:
                # The keyboard is at the scene now, and no card has its ring.
                model.clearCurrentIndex()
                ids = [scene.id for scene in self._model.scenes]
                if self._selection.scene in ids:
                    self.view.reveal_scene(ids.index(self._selection.scene))
            self.view.viewport().update()

    def _playhead_moved(self, seconds: float) -> None:
        self.view.show_playhead(seconds)

    # Commands.

    def _drop_shots(self, keys: list[str], scene: int, index: int) -> None:
        place = place_in_film(self._desk.film, self._model.scenes, scene, index)
        self._move(keys, moves_to(self._desk.film, keys, *place))

    def _drop_scene(self, scene_id: str, index: int) -> None:
        place = scene_place_in_film(self._desk.film, self._model.scenes, index)
        moves = scene_moves_to(self._desk.film, scene_id, place)
        title = self._desk.film.scene(scene_id).title or scene_id
        self._edit(self.tr("Move scene {title}").format(title=title), moves, ())

    def _push(self, act: Act) -> None:
        keys = self.view.selected_keys()
        if not keys or not self._desk.editable:
            return
        step = -1 if act in {Act.MOVE_BACK, Act.MOVE_FIRST} else 1
        whole = act in {Act.MOVE_FIRST, Act.MOVE_LAST}
        maker = moves_to_end if whole else moves_by_one
        self._move(keys, maker(self._desk.film, keys, step))

    def _move(self, keys: Sequence[str], moves: Sequence[MoveShot]) -> None:
        if len(keys) == 1:
            label = self.tr("Move shot {number}").format(number=self._desk.film.number_of(keys[0]))
        else:
            label = self.tr("Move {shots}").format(shots=count_word("shots", len(keys)))
        self._edit(label, moves, keys)

    def _edit(self, label: str, moves: Sequence[MoveShot | MoveScene], keys: Sequence[str]) -> None:
        if moves:
            self._desk.scope.carry_out(self._apply(label, moves, keys))

    async def _apply(
        self, label: str, moves: Sequence[MoveShot | MoveScene], keys: Sequence[str]
    ) -> None:
        await self._desk.edit(label, *moves)
        row = self._model.row(keys[0]) if keys else None
        if row is None:
            return
        self.view.scrollTo(self._model.index(row))
        scene, _, place = self._model.number(row).partition(".")
        words = self.tr("Moved to scene {scene}, shot {shot}").format(scene=scene, shot=place)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.view, words))


def _nothing(session: ProjectSession) -> str:
    """What stands where the film shows no scene."""
    document = session.document
    if not document.is_readable:
        return translate(
            "TimelinePane",
            "The film's text cannot be read.\n{problem}\nCorrect it in a text editor and save:"
            " the film appears here by itself. Or bring an earlier version back ({key}).",
        ).format(
            problem=problem_words(document.problems[0], placed=True),
            key=COMMANDS["past"].key,
        )
    if session.read_only:
        return translate("TimelinePane", "No shots yet")
    return translate("TimelinePane", "No shots yet: press {key}").format(
        key=COMMANDS["new_shot"].key
    )
