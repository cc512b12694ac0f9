"""Joins the acts on shots, scenes and elements to menus, panes and keys; it has no rule itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget

from topa_studio.app.session import ProjectSession
from topa_studio.ui.acts import Acts
from topa_studio.ui.commands.command import Able
from topa_studio.ui.commands.commands import Commands
from topa_studio.ui.costs.page import CostPage
from topa_studio.ui.desk import Desk
from topa_studio.ui.editing import Editing
from topa_studio.ui.elements.acts import ElementActs
from topa_studio.ui.elements.pane import ElementsPane
from topa_studio.ui.inspector.pane import InspectorPane
from topa_studio.ui.notices import NoticeBar
from topa_studio.ui.outside import OutsideTold
from topa_studio.ui.past.page import PastPage
from topa_studio.ui.places import scene_in_hand
from topa_studio.ui.scene_acts import SceneActs
from topa_studio.ui.selection import Selection
from topa_studio.ui.shot_acts import ShotActs
from topa_studio.ui.stale_times import StaleTimes
from topa_studio.ui.tasks import TaskScope
from topa_studio.ui.timeline.pane import TimelinePane
from topa_studio.ui.toast import Toast


@dataclass(frozen=True, slots=True)
class Joined:
    """What of a window the edits are joined to; `parent` is the window itself."""

    parent: QWidget
    session: ProjectSession
    selection: Selection
    editing: Editing
    acts: Acts
    commands: Commands
    notice_bar: NoticeBar
    toast: Toast
    timeline: TimelinePane
    elements: ElementsPane
    inspector: InspectorPane


class FilmEdits(QObject):
    """Everything that changes the film by hand, for one window.

    Signals:
        day_budget_wanted: the user wants to change what may be spent a day.
    """

    day_budget_wanted = Signal()

    def __init__(self, window: Joined, scope: TaskScope) -> None:
        super().__init__(window.parent)
        self._window = window
        self._selection = window.selection
        self.desk = Desk(
            window.session,
            window.selection,
            window.editing,
            scope,
            window.notice_bar,
            window.toast,
            window.inspector.flush,
            window.acts.undo,
            self,
        )
        self.shots = ShotActs(self.desk, lambda: window.inspector.shot.prompt.setFocus())
        self.scenes = SceneActs(self.desk, lambda: window.inspector.scene.title.setFocus())
        self.elements = ElementActs(
            window.parent, self.desk, lambda: window.inspector.element.description.setFocus()
        )
        self.outside = OutsideTold(window.parent, self.desk, window.notice_bar)
        self._times = StaleTimes(window.session, window.editing, window.notice_bar, self)
        self._past: PastPage | None = None
        self._costs: CostPage | None = None
        self._join_actions()
        self._join_panes()

    def _join_actions(self) -> None:
        shots, scenes = self.shots, self.scenes
        acts: dict[str, Callable[[], object]] = {
            "new_shot": shots.new,
            "split": shots.split,
            "merge": shots.merge,
            "duplicate": self._duplicate,
            "delete": self._delete,
            "cut": self._cut,
            "copy": self._copy,
            "paste": self._paste,
            "new_scene": scenes.new,
            "retitle_scene": scenes.retitle,
            "duplicate_scene": scenes.duplicate,
            "delete_scene": scenes.delete,
            "costs": lambda: self.costs.open_beside(),
            "past": lambda: self.past.open_beside(),
            "scene_left": lambda: scenes.move(-1),
            "scene_right": lambda: scenes.move(1),
        }
        self._window.commands.join(acts)

    def _join_panes(self) -> None:
        window = self._window
        window.timeline.shot_wanted.connect(lambda scene_id: self.shots.new(scene_id or None))
        window.timeline.scene_wanted.connect(self.scenes.new)
        window.elements.delete_requested.connect(self.elements.delete)
        window.elements.new_requested.connect(lambda: self.elements.new())
        window.inspector.element_wanted.connect(self.elements.new)
        window.inspector.element_delete_requested.connect(self.elements.delete)

    @property
    def past(self) -> PastPage:
        """The page of the trash and of earlier versions, made when it is first asked for."""
        if self._past is None:
            self._past = PastPage(self._window.parent, self.desk)
        return self._past

    @property
    def costs(self) -> CostPage:
        """The page of costs, made when it is first asked for."""
        if self._costs is None:
            self._costs = CostPage(self._window.parent, self.desk)
        return self._costs

    def show_actions(self) -> None:
        """Offer what can be done with what is selected."""
        editable = not self._window.session.read_only
        chosen, film = self._selection, self.desk.film
        scene = scene_in_hand(film, chosen) is not None
        some = bool(chosen.shots) or chosen.scene is not None
        can = {
            Able.ALWAYS: True,
            Able.FILM: editable,
            Able.SCENE: editable and scene,
            Able.SHOTS: editable and bool(chosen.shots),
            Able.SHOTS_OR_SCENE: editable and some,
            Able.ANYTHING: editable and (some or chosen.element is not None),
        }
        self._window.commands.offer({able for able, now in can.items() if now})

    # What the Edit menu means depends on what is selected, and on whether words are being typed.

    def _delete(self) -> None:
        if self._selection.shots:
            self.shots.delete()
        elif self._selection.scene is not None:
            self.scenes.delete()
        elif self._selection.element is not None:
            self.elements.delete(self._selection.element)

    def _duplicate(self) -> None:
        if self._selection.shots:
            self.shots.duplicate()
        else:
            self.scenes.duplicate()

    def _cut(self) -> None:
        field = _field_in_use()
        if field is not None:
            field.cut()
        else:
            self.shots.cut()

    def _copy(self) -> None:
        field = _field_in_use()
        if field is not None:
            field.copy()
        else:
            self.shots.copy()

    def _paste(self) -> None:
        field = _field_in_use()
        if field is not None:
            field.paste()
        else:
            self.shots.paste()


def _field_in_use() -> QLineEdit | QTextEdit | None:
    field = QApplication.focusWidget()
    return field if isinstance(field, QLineEdit | QTextEdit) else None
