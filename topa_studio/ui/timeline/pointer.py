"""The mouse on the strip: choose, play, drag, hover, and the small buttons that are painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QPoint, QRect, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QHelpEvent,
    QMouseEvent,
    QRegion,
)

from topa_studio.film.ladder import shown_of
from topa_studio.ui.film.card import picture_rect
from topa_studio.ui.film.corner import corner_rect, corner_words, more_rect
from topa_studio.ui.hover_play import HoverPlay
from topa_studio.ui.thumbnails import Thumbnails
from topa_studio.ui.timeline.drag import Drag, Load
from topa_studio.ui.timeline.gaps import gap_under, on_sign
from topa_studio.ui.timeline.ghost import drag_marks
from topa_studio.ui.timeline.ground import Ground
from topa_studio.ui.timeline.layout import Place
from topa_studio.ui.timeline.rest import Rest
from topa_studio.ui.timeline.tips import show_tip
from topa_studio.ui.timeline.under import buttons_under, scene_under

if TYPE_CHECKING:
    from topa_studio.ui.timeline.edges import EdgeDrag

_FLAG = QItemSelectionModel.SelectionFlag
# What pays never appears so near to where the pointer came to rest.
_AWAY = 12


class Pointer(QObject):
    """Works for one view, as a filter of its viewport's events."""

    def __init__(self, view: Ground, thumbnails: Thumbnails) -> None:
        super().__init__(view)
        self._view = view
        self.play = HoverPlay(thumbnails, view.repaint_card, self)
        self.drag = Drag(view, self._drag_changed, self)
        self.edges: EdgeDrag | None = None  # comes with who knows how long shots may be
        self.rest = Rest(view.repaint_card, self)
        self._touch = view.touch
        self._touch.frame = self.play.frame
        self._touch.shown = self.rest.shown
        self._pressed: str | None = None
        self._meant: str | None = None
        self._plain = self._on_seam = False
        self._marks = QRegion()
        view.viewport().installEventFilter(self)

    def cancel(self) -> bool:
        """Give up a drag; whether there was one."""
        was_active = self.drag.active
        self.drag.cancel()
        self._pressed = None
        return (self.edges is not None and self.edges.cancel()) or was_active

    def _drag_changed(self) -> None:
        load = self.drag.load if self.drag.active else None
        if load is not None and self._touch.hovered is not None:
            self._hover(None)
        dragged = frozenset(load.keys) if load is not None else frozenset()
        before, self._marks = self._marks, drag_marks(self._view, self.drag)
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
                if self.edges is not None and self.edges.held:
                    alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
                    self.edges.move(at, anew=bool(alt))
                elif self._view.editable:
                    self.drag.move(at, self._view.viewport().width())
            case QEvent.Type.MouseMove:
                self._hover(at)
            case QEvent.Type.MouseButtonRelease if left:
                self._release(at)
        return True

    # Press and release.

    def _press(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        self._hover(at)
        self._pressed, self._plain, self._meant = None, False, None
        self._on_seam = on_sign(self._view, at)
        if self._touch.offer is not None or self._on_seam:
            return
        if (self._touch.on_verb or self._touch.on_more) and self.rest.armed:
            self._meant = self._touch.hovered
            return
        index = self._view.indexAt(at)
        if index.isValid():
            self._press_card(index.row(), at, modifiers)
        elif (scene := scene_under(self._view, at)) is not None:
            self.drag.begin(Load(scene=self._view.shots.scenes[scene].id), at)

    def _renames(self, at: QPoint) -> bool:
        """A double click on a title changes it where it stands; whether this is one."""
        view = self._view
        index, scene = view.indexAt(at), scene_under(view, at)
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
        if self.edges is not None and self.edges.press(at):
            return
        self.drag.begin(Load(keys=tuple(self._view.selected_keys())), at)

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
        if self.edges is not None and self.edges.drop():
            self._pressed = None
        elif dropped is not None:
            _land(self._view, *dropped)
        elif was_active:
            return
        elif self._meant is not None:
            self._press_button(self._meant, at)
        elif self._on_seam and on_sign(self._view, at) and self._touch.seam is not None:
            self._view.seam_requested.emit(self._view.shots.shot(self._touch.seam).key)
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

    def scrolled(self) -> None:
        """The strip moved under the pointer."""
        viewport = self._view.viewport()
        if self.drag.active:
            viewport.update()
        elif viewport.underMouse():
            self._hover(viewport.mapFromGlobal(QCursor.pos()))

    def _hover(self, at: QPoint | None) -> None:
        view = self._view
        index = view.indexAt(at) if at is not None else None
        if at is not None and index is not None and index.isValid():
            shot = view.shots.shot(index.row())
            self._touch.hovered = shot.key
            status = view.shots.status(index.row())
            self.play.enter(shot.key, shown_of(shot, status), shot.seconds)
            on_verb, on_more = self._buttons_under(at, index.row())
        else:
            self._touch.hovered = None
            self.play.enter(None, None, 0)
            self.rest.point(None, QPoint(), ())
            on_verb = on_more = False
        touch, (offer, empty) = self._touch, buttons_under(view, at)
        seam = None if at is None or offer is not None else gap_under(view, at, touch.seam)
        now = (on_verb, on_more, offer, empty, seam)
        if now != (touch.on_verb, touch.on_more, touch.offer, touch.empty, touch.seam):
            touch.on_verb, touch.on_more, touch.offer, touch.empty, touch.seam = now
            view.viewport().update()
        button = on_verb or on_more or any(each is not None for each in (offer, empty, seam))
        shape = Qt.CursorShape.PointingHandCursor if button else Qt.CursorShape.ArrowCursor
        if self.edges is not None and not button and at is not None and self.edges.under(at):
            shape = Qt.CursorShape.SizeHorCursor
        view.viewport().setCursor(shape)

    def _buttons_under(self, at: QPoint, row: int) -> tuple[bool, bool]:
        """Whether the pointer is on the button that makes a card, or on that of its menu."""
        view, shot = self._view, self._view.shots.shot(row)
        picture = picture_rect(view.card_rect(row), view.look)
        price = view.offers.price(shot.key)
        small = corner_rect(picture, view.look, price) if price else QRect()
        more = more_rect(picture, marked=view.is_marked(row))
        around = small.adjusted(-_AWAY, -_AWAY, _AWAY, _AWAY)
        places = (around, more) if price else (more,)
        was_on = self._touch.on_verb and self.rest.shown(shot.key) > 0
        self.rest.point(shot.key, at, places)
        if not self.rest.shown(shot.key):
            return False, False
        if was_on:
            words = corner_words(picture, view.look, view.offers.shot(shot.key), price)
            small = corner_rect(picture, view.look, words)
        return bool(price) and small.contains(at), more.contains(at)

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
        elif (scene := scene_under(self._view, event.pos())) is not None:
            view.menu_requested.emit(event.globalPos(), view.shots.scenes[scene].id)


def _land(view: Ground, load: Load, place: Place) -> None:
    """Tell where something was dropped."""
    if load.scene is not None:
        view.scene_dropped.emit(load.scene, place.index)
    else:
        view.shots_dropped.emit(list(load.keys), place.scene, place.index)
