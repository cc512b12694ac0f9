"""The timeline's view: what keys and the wheel do; painting and the mouse are parts of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from topa_studio.ui.film.card import picture_rect
from topa_studio.ui.film.foot import title_rect
from topa_studio.ui.film.model import ShotsModel
from topa_studio.ui.film.offers import Offers
from topa_studio.ui.in_place import Spot
from topa_studio.ui.scrolled import Scrolled
from topa_studio.ui.theme import scaled
from topa_studio.ui.thumbnails import Thumbnails
from topa_studio.ui.timeline.ghost import paint_drag
from topa_studio.ui.timeline.ground import Ground
from topa_studio.ui.timeline.heading import title_rect as heading_title_rect
from topa_studio.ui.timeline.keys import GOES, MOVES, Act, act_of
from topa_studio.ui.timeline.painting import StripPainter
from topa_studio.ui.timeline.pointer import Pointer
from topa_studio.ui.timeline.steps import AtRow, AtScene, target_of
from topa_studio.ui.timeline.tick_boxes import TickBoxes

if TYPE_CHECKING:
    from topa_studio.ui.film.mention_ring import Mention

_ASKED, _SEEN = 30, 200


class TimelineView(Ground):
    """The strip with its painter, its pointer and its keys."""

    def __init__(
        self,
        shots: ShotsModel,
        thumbnails: Thumbnails,
        offers: Offers,
        faces: Callable[[str], tuple[str, ...]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(shots, offers, parent)
        self.guide: int | None = None
        self.painter = StripPainter(self, thumbnails, faces)
        self.pointer = Pointer(self, thumbnails)
        self.boxes = TickBoxes(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what Qt asks for, and the drag on top."""
        self.painter.paint(event.region(), self._paint_over)

    def _paint_over(self, painter: QPainter) -> None:
        if self.guide is not None:
            height = self.viewport().height()
            painter.fillRect(self.guide - 1, 0, 2, height, self.look.colours.accent)
        paint_drag(painter, self, self.pointer.drag)
        if (mention := self.touch.mention) is not None:
            row = self.shots.row(mention.key)
            if row is not None and row < self.strip().rows:
                mention.paint(painter, self.card_rect(row), self.look)
        if self.pointer.edges is not None:
            self.pointer.edges.paint(painter)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Another card may be under the pointer afterwards."""
        super().scrollContentsBy(dx, dy)
        self.pointer.scrolled()

    def keep_below(self, height: int) -> None:
        """Leave so many pixels free under the cards, for what lies on the same line of time."""
        if height != self.below:
            self.below = height
            self.setViewportMargins(0, 0, 0, height)
            self.updateGeometry()

    def show_mention(self, mention: Mention | None) -> None:
        """Show on a card what letting an element go there does; None: on none."""
        before, self.touch.mention = self.touch.mention, mention
        if before != mention:
            for key in {each.key for each in (before, mention) if each is not None}:
                self.repaint_card(key)

    def show_guide(self, x: int | None) -> None:
        """Draw a line through the cards at this pixel of the viewport; None: none."""
        before, self.guide = self.guide, x
        for line in (before, x):
            if line is not None:
                self.viewport().update(line - 2, 0, 5, self.viewport().height())

    def zoom(self, per_second: float) -> None:
        """Show a second as `per_second` pixels; the current card stays where it is."""
        if per_second == self.metrics.per_second:
            return
        row = self.currentIndex().row()
        known = 0 <= row < self.strip().rows
        before = self.strip().card(row).left - self.horizontalOffset() if known else 0
        self.metrics = self.metrics.zoomed(per_second)
        self.lay_out()
        if known:
            self.horizontalScrollBar().setValue(self.strip().card(row).left - before)

    def show_playhead(self, seconds: float) -> None:
        """Draw the playhead at this moment of the film, and keep it in sight."""
        before, self.playhead = self.playhead, seconds
        was_in_sight = before is None or self._in_sight(before)
        for moment in (before, seconds):
            if moment is not None and (x := self.playhead_x(moment)) is not None:
                self.viewport().update(x - 6, 0, 13, self.frame_area().bottom() + 1)
        # Who has scrolled away to look elsewhere is not pulled back.
        if was_in_sight and not self._in_sight(seconds):
            x = self.playhead_x(seconds)
            if x is not None:
                left = x + self.horizontalOffset() - self.viewport().width() // 4
                self.horizontalScrollBar().setValue(left)

    def _in_sight(self, seconds: float) -> bool:
        x = self.playhead_x(seconds)
        return x is not None and 0 <= x < self.viewport().width()

    def first_in_sight(self) -> tuple[str, int]:
        """The key of the first card in sight, and how far its edge is from ours; "" without one."""
        rows = self.rows_in(self.viewport().rect())
        if not rows or not self.strip().rows:
            return "", 0
        return self.shots.shot(rows[0]).key, self.card_rect(rows[0]).left()

    def show_from(self, key: str, pixels: int) -> None:
        """Have the card of a shot so far from our edge, at once or when there is room for it."""
        bar = self.horizontalScrollBar()
        row = self.shots.row(key)
        if row is not None:
            Scrolled(bar, lambda: self.strip().card(row).left - pixels)

    def choose_scene(self, scene_id: str | None) -> None:
        """Show a scene as chosen, None for none; one of which hardly anything is seen comes up."""
        if self.chosen_scene == scene_id:
            return
        self.chosen_scene = scene_id
        if scene_id is not None:
            # The keyboard is at the scene now, and no card has its ring.
            self.selectionModel().clearCurrentIndex()
            ids = [scene.id for scene in self.shots.scenes]
            if scene_id in ids:
                self.reveal_scene(ids.index(scene_id))
        self.viewport().update()

    def show_scene(self, scene: int) -> None:
        """Bring a scene's frame into sight."""
        span, bar = self.strip().scene(scene), self.horizontalScrollBar()
        if span.left < bar.value() or span.right > bar.value() + self.viewport().width():
            bar.setValue(span.left - scaled(40))

    def reveal_scene(self, scene: int) -> None:
        """Bring a scene's frame into sight where hardly anything of it is."""
        span, left = self.strip().scene(scene), self.horizontalOffset()
        seen = min(span.right, left + self.viewport().width()) - max(span.left, left)
        if seen < min(span.width, scaled(_SEEN)):
            self.show_scene(scene)

    def spot_of(self, key: str) -> Spot | None:
        """The lower edge of a card's picture, where a press that pays is asked about."""
        row = self.shots.row(key)
        if row is None or row >= self.strip().rows or not self.isVisible():
            return None
        card = self.card_rect(row)
        if not card.intersects(self.viewport().rect()):
            return None
        picture = picture_rect(card, self.look)
        edge = picture.adjusted(0, max(0, picture.height() - scaled(_ASKED)), 0, 0)
        return Spot(self.viewport(), edge, card, points=True)

    def title_rect(self, key: str) -> QRect:
        """Where the title of a shot stands in the viewport, which comes into sight; or nowhere."""
        row = self.shots.row(key)
        if row is None:
            return QRect()
        self.scrollTo(self.shots.index(row))
        card = self.card_rect(row)
        foot = card.adjusted(0, picture_rect(card, self.look).height(), 0, 0)
        return title_rect(foot, self.shots.number(row), self.look)

    def scene_title_rect(self, scene_id: str) -> QRect:
        """Where the title of a scene stands in the viewport; nowhere where it is not shown."""
        ids = [scene.id for scene in self.shots.scenes]
        if scene_id not in ids:
            return QRect()
        scene = ids.index(scene_id)
        self.reveal_scene(scene)
        return heading_title_rect(self.head_rect(scene), self.heading(scene), self.look)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key asks; what is none of ours goes on to the window."""
        act = act_of(event)
        extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if act is None or not self._do(act, extends):
            event.ignore()

    def _do(self, act: Act, extends: bool) -> bool:
        if act in GOES:
            self._go(act, extends)
            return True
        if act in MOVES:
            self.shots_pushed.emit(act)
            return True
        match act:
            case Act.PLAY if self.currentIndex().isValid():
                self.play_requested.emit(self.shots.shot(self.currentIndex().row()).key)
            case Act.BOX if self.currentIndex().isValid():
                key = self.shots.shot(self.currentIndex().row()).key
                self.boxes.pressed.emit(key)
                return self.offers.box(key) is not None
            case Act.ALL:
                self.selectAll()
            case Act.CANCEL:
                return self.pointer.cancel()
        return True

    def _go(self, act: Act, extends: bool) -> None:
        here = self._here()
        target = target_of(self.strip(), act, here, rows_only=extends)
        if isinstance(target, AtRow):
            self.pointer.select(target.row, extends=extends)
        elif target is not None:
            self.show_scene(target.scene)
            self.scene_chosen.emit(self.shots.scenes[target.scene].id)

    def _here(self) -> AtRow | AtScene | None:
        """Where the keyboard is: at the chosen scene, else at the current card."""
        ids = [scene.id for scene in self.shots.scenes]
        if self.chosen_scene in ids:
            return AtScene(ids.index(self.chosen_scene))
        row = self.currentIndex().row()
        return AtRow(row) if row >= 0 else None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll sideways; with Ctrl, zoom."""
        turn = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_requested.emit(1 if turn.y() > 0 else -1)
        else:
            exact = event.pixelDelta()
            pixels = exact.x() or exact.y() or (turn.x() or turn.y())
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - pixels)
        event.accept()
