"""The mouse on cards: choose, play, drag, hover, and the small buttons that are painted."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QCursor, QHelpEvent, QMouseEvent, QRegion

from topa_studio.ui.film.card import picture_rect
from topa_studio.ui.film.card_view import CardView
from topa_studio.ui.film.drag import Drag, Load
from topa_studio.ui.film.hover import CardHover
from topa_studio.ui.film.tips import show_tip
from topa_studio.ui.small_pictures.thumbnails import Thumbnails

_FLAG = QItemSelectionModel.SelectionFlag


class CardPointer(CardHover):
    """Works for one view, as a filter of its viewport's events.

    What is not a card is for each view: `press_beside`, `holds`, `moved`, `released`, `seam_under`,
    `drag_marks`.
    """

    def __init__(self, view: CardView, thumbnails: Thumbnails) -> None:
        super().__init__(view, thumbnails)
        self.drag = Drag(view, self._drag_changed, self)
        self._pressed: str | None = None
        self._meant: str | None = None
        self._plain = False
        self._marks = QRegion()
        view.viewport().installEventFilter(self)
        view.laid_out.connect(self._moved_under)

    # For each view to say.

    def presses_sign(self, _at: QPoint) -> bool:
        """Whether a press there means a sign that lies over the cards."""
        return False

    def press_beside(self, at: QPoint, _modifiers: Qt.KeyboardModifier) -> None:
        """A press beside all cards: on a scene."""
        scene = self._view.scene_under(at)
        if scene is not None:
            self.drag.begin(Load(scene=self._view.shots.scenes[scene].id), at)

    def holds(self, _at: QPoint) -> bool:
        """Whether a press on a card takes hold of something else than the card."""
        return False

    def moved(self, at: QPoint, _modifiers: Qt.KeyboardModifier) -> None:
        """The pointer goes with its button held."""
        if self._view.editable:
            self.drag.move(at)

    def released(self, _at: QPoint) -> bool:
        """The button is let go; whether that is all it meant."""
        return False

    def drag_marks(self) -> QRegion:
        """Where the drag's own picture is; only that is painted anew as the pointer goes."""
        return QRegion()

    def cancel(self) -> bool:
        """Give up a drag; whether there was one."""
        was_active = self.drag.active
        self.drag.cancel()
        self._pressed = None
        return was_active

    def _drag_changed(self) -> None:
        load = self.drag.load if self.drag.active else None
        if load is not None and self._touch.hovered is not None:
            self._hover(None)
        dragged = frozenset(load.keys) if load is not None else frozenset()
        before, self._marks = self._marks, self.drag_marks()
        if dragged != self._touch.dragged:
            self._touch.dragged = dragged
            self._view.viewport().update()
        else:
            self._view.viewport().update(before + self._marks)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the viewport's pointer events; all others go on."""
        match event:
            case QMouseEvent():
                return self._mouse(event)
            case QContextMenuEvent():
                self._menu(event)
                return True
            case QHelpEvent():
                show_tip(self._view, event, dragging=self.drag.active)
                return True
        if event.type() is QEvent.Type.Leave:
            self._hover(None)
        return False

    def _mouse(self, event: QMouseEvent) -> bool:
        at = event.position().toPoint()
        left = event.button() is Qt.MouseButton.LeftButton
        match event.type():
            case QEvent.Type.MouseButtonDblClick if left and self._renames(at):
                pass
            case QEvent.Type.MouseButtonPress | QEvent.Type.MouseButtonDblClick if left:
                self._press(at, event.modifiers())
            case QEvent.Type.MouseMove if event.buttons() & Qt.MouseButton.LeftButton:
                self.moved(at, event.modifiers())
            case QEvent.Type.MouseMove:
                self._hover(at)
            case QEvent.Type.MouseButtonRelease if left:
                self._release(at)
        return True

    # Press and release.

    def _press(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        self._hover(at)
        self._pressed, self._plain, self._meant = None, False, None
        if self.presses_sign(at) or self._touch.offer is not None:
            return
        if (self._touch.on_verb or self._touch.on_more) and self.rest.armed:
            self._meant = self._touch.hovered
            return
        index = self._view.indexAt(at)
        if index.isValid():
            self._press_card(index.row(), at, modifiers)
        else:
            self.press_beside(at, modifiers)

    def _renames(self, at: QPoint) -> bool:
        """A double click on a title changes it where it stands; whether this is one."""
        view = self._view
        index, scene = view.indexAt(at), view.scene_under(at)
        if not view.editable or scene is None or self._touch.offer is not None:
            return False
        if index.isValid():
            picture = picture_rect(view.card_rect(index.row()), view.look)
            on_title, wanted = at.y() > picture.bottom(), view.shots.shot(index.row()).key
        else:
            on_title, wanted = view.head_rect(scene).contains(at), view.shots.scenes[scene].id
        if on_title:
            self.cancel()
            view.title_wanted.emit("shot" if index.isValid() else "scene", wanted)
        return on_title

    def _press_card(self, row: int, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        index = self._view.shots.index(row)
        toggles = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        extends = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        chosen = self._view.selectionModel().isSelected(index)
        if toggles:
            self._view.selectionModel().setCurrentIndex(index, _FLAG.Toggle)
        elif extends or not chosen:
            self.select(row, extends=extends)
        self._plain = not toggles and not extends
        self._pressed = self._view.shots.shot(row).key
        if not self.holds(at):
            self.drag.begin(Load(tuple(self._view.selected_keys()), pressed=self._pressed), at)

    def select(self, row: int, *, extends: bool = False) -> None:
        """Make `row` the current card, alone or with all between it and the last one."""
        model = self._view.selectionModel()
        index = self._view.shots.index(row)
        if not extends:
            model.setCurrentIndex(index, _FLAG.ClearAndSelect)
            return
        anchor = self._anchor()
        model.setCurrentIndex(index, _FLAG.NoUpdate)
        between = range(min(anchor, row), max(anchor, row) + 1)
        model.select(self._view.shots.runs(between), _FLAG.ClearAndSelect)

    def _anchor(self) -> int:
        """Where an extension began: the end of the selection that is not the current card."""
        current = self._view.currentIndex().row()
        rows = [index.row() for index in self._view.selectionModel().selectedIndexes()]
        if not rows:
            return max(0, current)
        return max(rows) if current == min(rows) else min(rows)

    def _release(self, at: QPoint) -> None:
        was_active, load = self.drag.active, self.drag.load
        dropped = self.drag.drop()
        if dropped is not None:
            self._drop(dropped[0], dropped[1].scene, dropped[1].index)
        elif was_active:
            return
        elif self._meant is not None:
            self._press_button(self._meant, at)
        elif self.released(at):
            pass
        elif self._touch.offer is not None:
            scene = self._view.shots.scenes[self._touch.offer]
            self._view.scene_generate_requested.emit(scene.id)
        elif self._touch.empty is not None and load is not None and load.scene is not None:
            self._view.shot_wanted.emit(load.scene)
        elif load is not None and load.scene is not None:
            self._view.scene_chosen.emit(load.scene)
        elif self._pressed is not None and self._plain:
            self._clicked(self._pressed)
        self._hover(at)

    def _press_button(self, key: str, at: QPoint) -> None:
        """A button of a card was pressed, if the pointer is still on it."""
        self._meant = None
        row = self._view.shots.row(key)
        if row is None or self._touch.hovered != key:
            return
        if self._touch.on_verb:
            self._view.generate_requested.emit([key])
        elif self._touch.on_more:
            if not self._view.selectionModel().isSelected(self._view.shots.index(row)):
                self.select(row)
            self._view.menu_requested.emit(self._view.viewport().mapToGlobal(at), "")

    def _clicked(self, key: str) -> None:
        row = self._view.shots.row(key)
        if row is not None:
            self.select(row)
            self._view.play_requested.emit(key)

    def _drop(self, load: Load, scene: int, index: int) -> None:
        if load.scene is not None:
            self._view.scene_dropped.emit(load.scene, index)
        else:
            self._view.shots_dropped.emit(list(load.keys), scene, index)

    def _moved_under(self) -> None:
        """Cards and scenes lie elsewhere, or are gone: what was under the pointer is another."""
        touch, load = self._touch, self.drag.load
        touch.offer = touch.empty = touch.seam = None
        if load is not None and self._is_gone(load):
            self.cancel()
        elif self.drag.active:
            self.drag.move(self.drag.at)

    def _is_gone(self, load: Load) -> bool:
        view = self._view
        if load.scene is not None:
            return view.scene_of_id(load.scene) is None
        return any(view.shots.row(key) is None for key in load.keys)

    def scrolled(self) -> None:
        """The cards moved under the pointer."""
        viewport = self._view.viewport()
        if self.drag.active:
            viewport.update()
        elif viewport.underMouse():
            self._hover(viewport.mapFromGlobal(QCursor.pos()))

    def _menu(self, event: QContextMenuEvent) -> None:
        view = self._view
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            rect = view.visualRect(view.currentIndex())
            at = rect.center() if rect.isValid() else view.viewport().rect().center()
            view.menu_requested.emit(view.viewport().mapToGlobal(at), view.chosen_scene or "")
            return
        index = view.indexAt(event.pos())
        if index.isValid():
            if not view.selectionModel().isSelected(index):
                self.select(index.row())
            view.menu_requested.emit(event.globalPos(), "")
        elif (scene := view.scene_under(event.pos())) is not None:
            view.menu_requested.emit(event.globalPos(), view.shots.scenes[scene].id)
