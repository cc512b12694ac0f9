"""A scene for a screen reader: a group with its name, its shots in it."""

from __future__ import annotations

from collections.abc import Sequence

import shiboken6
from PySide6.QtCore import QCoreApplication, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface

from topa_studio.ui.accessible.node import NONE, Act, Node
from topa_studio.ui.accessible.shot import ShotNode
from topa_studio.ui.accessible.within import InFilm
from topa_studio.ui.film.words import count_word
from topa_studio.ui.shot_list.ground import Ground as ListGround

translate = QCoreApplication.translate
_ACTION = QAccessibleActionInterface


class SceneNode(Node):
    """Of the scene with this id."""

    def __init__(self, film: InFilm, scene_id: str) -> None:
        super().__init__()
        self._film = film
        self.id = scene_id

    @property
    def _at(self) -> int | None:
        """Its number among those that are shown; None: it is not shown."""
        if not shiboken6.isValid(self._film) or not self._film.isValid():
            return None
        return self._film.scene_number(self.id)

    @property
    def _rows(self) -> range:
        at = self._at
        return range(0) if at is None else self._film.plan.rows_of(at)

    @property
    def _folds(self) -> ListGround | None:
        view = self._film.view
        return view if isinstance(view, ListGround) else None

    def name(self) -> str:
        """ "Scene 2, The kite, 3 shots, 15 seconds"."""
        at = self._at
        if at is None:
            return ""
        shots = self._film.view.shots
        scene = shots.scenes[at]
        parts = [translate("ShotCard", "Scene {scene}").format(scene=shots.scene_number(at))]
        parts.append(scene.title or ("" if scene.id.isdecimal() else scene.id))
        parts.append(count_word("shots", len(scene.shots)))
        parts.append(count_word("seconds", round(scene.seconds)) if scene.shots else "")
        return ", ".join(filter(None, parts))

    def description(self) -> str:
        """What a press on its button would make."""
        return self._film.offers.scene(self.id)

    def acts(self) -> Sequence[Act]:
        """Those of its heading."""
        at, view = self._at, self._film.view
        if at is None:
            return ()
        film, id = self._film, self.id
        choose = translate("ShotCard", "Choose")
        acts = [Act(_ACTION.pressAction(), choose, lambda: film.choose_scene(at))]
        if (rows := self._folds) is not None:
            folded = rows.is_folded(id)
            words = translate("ShotCard", "Show its shots") if folded else ""
            words = words or translate("ShotCard", "Hide its shots")
            acts.append(
                Act(_ACTION.toggleAction(), words, lambda: rows.fold(id, folded=not folded))
            )
        if offer := film.offers.scene(id):
            acts.append(Act("Generate", offer, lambda: view.scene_generate_requested.emit(id)))
        if view.editable:
            words = translate("ShotCard", "New shot")
            acts.append(Act("New shot", words, lambda: view.shot_wanted.emit(id)))
        menu = translate("ShotCard", "Menu")
        acts.append(Act(_ACTION.showMenuAction(), menu, self._open_menu))
        return acts

    def _open_menu(self) -> None:
        at = self._at
        if at is not None:
            self._film.choose_scene(at)
            self._film.view.menu_requested.emit(self.rect().topLeft() + QPoint(8, 8), self.id)

    # What Qt asks.

    def isValid(self) -> bool:
        """Whether it is shown."""
        return self._at is not None

    def parent(self) -> QAccessibleInterface:
        """The view."""
        return self._film

    def childCount(self) -> int:
        """How many of its shots are shown."""
        return len(self._rows)

    def child(self, index: int) -> QAccessibleInterface:
        """One of its shots."""
        rows = self._rows
        if not 0 <= index < len(rows):
            return NONE
        return self._film.shot(self._film.view.shots.shot(rows[index]).key)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Which shot that is."""
        row = child.row if isinstance(child, ShotNode) else None
        return row - self._rows.start if row is not None and row in self._rows else -1

    def rect(self) -> QRect:
        """Its heading and what is under it."""
        at = self._at
        return QRect() if at is None else self._film.on_screen(self._film.scene_area(at))

    def role(self) -> QAccessible.Role:
        """A group."""
        return QAccessible.Role.Grouping

    def state(self) -> QAccessible.State:
        """Whether it is chosen, has the keyboard, is folded."""
        state, at, view = QAccessible.State(), self._at, self._film.view
        if at is None:
            state.invalid = True
            return state
        chosen = view.chosen_scene == self.id
        state.focusable = state.selectable = True
        state.selected = chosen
        state.focused = chosen and view.hasFocus()
        state.offscreen = not self._film.is_in_sight(self._film.scene_area(at))
        if (rows := self._folds) is not None:
            state.expandable = True
            state.collapsed = rows.is_folded(self.id)
            state.expanded = not rows.is_folded(self.id)
        return state
