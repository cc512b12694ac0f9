"""A view of the film for a screen reader: its scenes, and the widgets that lie in it."""

from __future__ import annotations

from collections.abc import Sequence

import shiboken6
from PySide6.QtCore import QItemSelectionModel, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAbstractItemView, QScrollBar, QWidget

from topa_studio.ui.accessible.node import NONE, Node, drop_node
from topa_studio.ui.accessible.scene import SceneNode
from topa_studio.ui.accessible.shot import ShotNode
from topa_studio.ui.accessible.within import InFilm
from topa_studio.ui.film.card_view import CardView
from topa_studio.ui.film.offers import Offers
from topa_studio.ui.film.place import Plan
from topa_studio.ui.shot_list.columns import Column
from topa_studio.ui.shot_list.ground import Ground as ListGround
from topa_studio.ui.shot_list.lines import AtScene, AtShot, Lines

_FLAG = QItemSelectionModel.SelectionFlag


class FilmNode(InFilm):
    """What all views share; where things lie, and what else is in a shot, each says itself.

    Things in it are made when they are first asked for, and kept as long as they are shown.
    """

    def __init__(self, view: CardView | ListGround) -> None:
        super().__init__()
        self.view = view
        self._shots: dict[str, ShotNode] = {}
        self._scenes: dict[str, SceneNode] = {}

    # Where things lie.

    def on_screen(self, area: QRect) -> QRect:
        """The same on the screen."""
        return QRect(self.view.viewport().mapToGlobal(area.topLeft()), area.size())

    def is_in_sight(self, area: QRect) -> bool:
        """Whether something of it is seen."""
        return self.view.isVisible() and area.intersects(self.view.viewport().rect())

    # Things in it.

    def shot(self, key: str) -> ShotNode:
        """The shot with this permanent key."""
        if key not in self._shots:
            self._shots[key] = ShotNode(self, key)
        return self._shots[key]

    def scene(self, scene: int) -> SceneNode:
        """The scene of this number among those that are shown."""
        scene_id = self.view.shots.scenes[scene].id
        if scene_id not in self._scenes:
            self._scenes[scene_id] = SceneNode(self, scene_id)
        return self._scenes[scene_id]

    def known_shots(self, keys: Sequence[str]) -> list[ShotNode]:
        """Those of these shots that somebody has asked for."""
        return [self._shots[key] for key in keys if key in self._shots]

    def scene_number(self, scene_id: str) -> int | None:
        """The number of a scene among those that are shown."""
        scenes = enumerate(self.view.shots.scenes)
        return next((at for at, each in scenes if each.id == scene_id), None)

    def forget_gone(self) -> None:
        """Let go of what is not shown any more."""
        scenes = {scene.id for scene in self.view.shots.scenes}
        for key in [key for key in self._shots if self.view.shots.row(key) is None]:
            self._shots.pop(key).drop()
        for scene_id in self._scenes.keys() - scenes:
            drop_node(self._scenes.pop(scene_id))

    def drop_all(self) -> None:
        """Let go of all that is in it."""
        for shot in self._shots.values():
            shot.drop()
        for scene in self._scenes.values():
            drop_node(scene)
        self._shots, self._scenes = {}, {}

    def at_keyboard(self) -> Node | None:
        """The thing that has the keyboard while the view has it."""
        scene = self.scene_number(self.view.chosen_scene or "")
        if scene is not None:
            return self.scene(scene)
        row = self.view.currentIndex().row()
        if not 0 <= row < self.view.shots.rowCount():
            return None
        return self.shot(self.view.shots.shot(row).key)

    # What is done.

    def choose(self, row: int, *, beside: bool = False) -> None:
        """Choose a shot as a click does, or with Ctrl `beside` the others; it has the keyboard."""
        view = self.view
        view.setFocus(Qt.FocusReason.OtherFocusReason)
        how = _FLAG.Toggle if beside else _FLAG.ClearAndSelect
        view.selectionModel().setCurrentIndex(view.shots.index(row), how)
        view.scrollTo(view.shots.index(row))

    def choose_scene(self, scene: int) -> None:
        """Choose a scene as a click on its heading does."""
        view = self.view
        view.setFocus(Qt.FocusReason.OtherFocusReason)
        view.selectionModel().clear()
        view.choose_scene(view.shots.scenes[scene].id)
        view.scene_chosen.emit(view.shots.scenes[scene].id)

    # What Qt asks.

    def isValid(self) -> bool:
        """Whether the view is there."""
        return shiboken6.isValid(self.view)

    def object(self) -> QObject:
        """The view."""
        return self.view

    def window(self) -> QWindow:
        """The window it is in."""
        return self.view.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        """What the view lies in."""
        around = self.view.parentWidget()
        return NONE if around is None else QAccessible.queryAccessibleInterface(around)

    def name(self) -> str:
        """That of the view."""
        return self.view.accessibleName()

    def description(self) -> str:
        """That of the view, else why it is empty."""
        return self.view.accessibleDescription() or ("" if self._count() else self.view.nothing)

    def state(self) -> QAccessible.State:
        """That of the view."""
        state, view = QAccessible.State(), self.view
        state.invisible = not view.isVisible()
        state.focusable = True
        state.focused = view.hasFocus() and self.at_keyboard() is None
        state.multiSelectable = state.extSelectable = True
        state.readOnly = not view.editable
        return state

    def rect(self) -> QRect:
        """Where the view is."""
        return QRect(self.view.mapToGlobal(QPoint()), self.view.size())

    def _count(self) -> int:
        return self.plan.scenes if self.view.isVisible() else 0

    def _widgets(self) -> list[QWidget]:
        """What lies in the view: a table's head, and fields that are open in its cells."""
        view = self.view
        if not view.isVisible():
            return []
        inside = [view.viewport()] if _has_widgets(view.viewport()) else []
        return inside + [each for each in _widgets_in(view) if each is not view.viewport()]

    def childCount(self) -> int:
        """How many scenes are shown, and widgets in it."""
        return self._count() + len(self._widgets())

    def child(self, index: int) -> QAccessibleInterface:
        """A scene, or a widget behind them."""
        count = self._count()
        if 0 <= index < count:
            return self.scene(index)
        widgets = self._widgets()
        if not 0 <= index - count < len(widgets):
            return NONE
        return QAccessible.queryAccessibleInterface(widgets[index - count])

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Which scene or widget that is."""
        if isinstance(child, SceneNode):
            scene = self.scene_number(child.id)
            return -1 if scene is None else scene
        inside = child.object()
        places = (at for at, each in enumerate(self._widgets()) if each is inside)
        return next((self._count() + at for at in places), -1)

    def focusChild(self) -> QAccessibleInterface:
        """The card, cell or scene that has the keyboard, or what is edited in it."""
        inside = self.view.focusWidget()
        if inside is not None and inside is not self.view and self.view.isAncestorOf(inside):
            return QAccessible.queryAccessibleInterface(inside)
        here = self.at_keyboard() if self.view.hasFocus() else None
        return NONE if here is None else here

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """The shot at a point of the screen."""
        at = self.view.viewport().mapFromGlobal(QPoint(x, y))
        inside = self.view.isVisible() and self.view.viewport().rect().contains(at)
        index = self.view.indexAt(at) if inside else None
        if index is None or not index.isValid():
            return NONE
        return self.shot(self.view.shots.shot(index.row()).key)


class CardsNode(FilmNode):
    """The Timeline or the Board."""

    view: CardView

    @property
    def plan(self) -> Plan:
        """Which cards are whose."""
        return self.view.plan()

    @property
    def offers(self) -> Offers:
        """The words on buttons."""
        return self.view.offers

    def shot_area(self, row: int) -> QRect:
        """The card."""
        return self.view.card_rect(row)

    def scene_area(self, scene: int) -> QRect:
        """The heading, and the frame under it."""
        return self.view.head_rect(scene).united(self.view.frame_rect(scene))

    def role(self) -> QAccessible.Role:
        """Cards are items of a list."""
        return QAccessible.Role.List


class RowsNode(FilmNode):
    """The Shot list."""

    view: ListGround

    @property
    def plan(self) -> Lines:
        """Which rows are whose."""
        return self.view.lines()

    @property
    def offers(self) -> Offers:
        """The words on buttons."""
        return self.view.table.offers

    @property
    def columns(self) -> Sequence[Column]:
        """The cells of a row, from left to right."""
        return [span.column for span in self.view.places().spans]

    def shot_area(self, row: int) -> QRect:
        """The row; nowhere while its scene is folded."""
        return self.view.line_rect(AtShot(row))

    def scene_area(self, scene: int) -> QRect:
        """The row of the scene, and those of its shots."""
        area = self.view.line_rect(AtScene(scene))
        rows = self.plan.rows_of(scene)
        return area.united(self.shot_area(rows[-1])) if rows else area

    def at_keyboard(self) -> Node | None:
        """One cell of the current row has the keyboard."""
        here = super().at_keyboard()
        return here.cell(self.view.column) if isinstance(here, ShotNode) else here

    def role(self) -> QAccessible.Role:
        """Rows with cells."""
        return QAccessible.Role.Table


def film_node(view: QAbstractItemView) -> FilmNode:
    """What stands for a view of the film."""
    if isinstance(view, CardView):
        return CardsNode(view)
    if isinstance(view, ListGround):
        return RowsNode(view)
    raise TypeError(view)


def _widgets_in(parent: QWidget) -> list[QWidget]:
    """The visible widgets of a parent that are no part of its scroll bars."""
    found = (child for child in parent.children() if isinstance(child, QWidget))
    return [each for each in found if each.isVisible() and not each.findChildren(QScrollBar)]


def _has_widgets(parent: QWidget) -> bool:
    return bool(_widgets_in(parent))
