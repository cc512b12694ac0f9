"""Captions: boxes that are written in place, dragged by their edges, and may run over cuts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPen

from topa_studio.document.edits import Edit, SetField, ShotTarget, UnsetField
from topa_studio.document.written import captions_written
from topa_studio.film.composition import Composition
from topa_studio.model.rate import frame_of, seconds_of
from topa_studio.model.scenario import Caption
from topa_studio.ui.look.theme import mix
from topa_studio.ui.timeline.lanes.boxes import WHOLE, Box, caption_boxes
from topa_studio.ui.timeline.lanes.caption_editor import CaptionEditor
from topa_studio.ui.timeline.lanes.lane import Lane, Pull
from topa_studio.ui.timeline.lanes.scale import Scale
from topa_studio.ui.timeline.lanes.shown import Part
from topa_studio.ui.timeline.lanes.words import caption_sentence

_NEW_SECONDS = 2
_ROUND = 4.0


class CaptionLane(Lane):
    """A box each caption; `caption`, which lies over a whole shot, is one too."""

    editor: CaptionEditor | None = None

    def paint_box(
        self, painter: QPainter, rect: QRect, box: Box, _scale: Scale, _seen: QRect
    ) -> None:
        """Words in a quiet box; one that is not read has a broken edge."""
        look, chosen = self._view.look, box.name == self.chosen
        colours = look.colours
        painter.setBrush(mix(colours.raised, colours.text, 0.04))
        edge = QPen(colours.accent, 2) if chosen else QPen(mix(colours.line, colours.dim, 0.25), 1)
        if box.lost:
            edge = QPen(edge.color() if chosen else colours.warn, 1, Qt.PenStyle.DashLine)
        painter.setPen(edge)
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
        left = max(rect.left(), min(self.label.geometry().right() + 2, rect.right()))
        inside = rect.adjusted(left - rect.left() + 6, 0, -5, 0)
        words = " / ".join(box.words.split("\n"))
        told = look.meta_metrics.elidedText(words, Qt.TextElideMode.ElideRight, inside.width())
        painter.setFont(look.meta)
        painter.setPen(colours.dim if box.lost else colours.text)
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter), told)

    def sentence(self, box: Box) -> str:
        """A caption as it is read aloud."""
        return "" if self._film is None else caption_sentence(self.words, box, self._film)

    # What drags and keys make of it.

    def pulled(self, box: Box, pull: Pull) -> Box:
        """The caption with its body or an edge at a frame; it begins inside the film."""
        film, part, frame = self._film, pull.part, pull.frame
        if film is None:
            return box
        if part is Part.RIGHT:
            return replace(box, last=max(box.first + 1, frame))
        if part is Part.LEFT:
            return replace(box, first=max(0, min(frame, box.last - 1, film.frames - 1)))
        first = max(0, min(frame, film.frames - 1))
        return replace(box, first=first, last=first + box.last - box.first)

    def commit(self, before: Box, after: Box) -> None:
        """One step: it leaves its shot where it begins in another one now."""
        if after != before:
            self._rework(self.tr("Move a caption"), before, lambda _found: after)

    def nudge(self, box: Box, frames: int) -> None:
        """It begins so many frames later; presses in a row are one step."""
        moved = self.pulled(box, Pull(Part.BODY, box.first + frames))
        # The next press counts from here, though the film may not say it yet.
        self._pulled, self._expected = moved, (moved.first, moved.words)
        self.update()

        def later(found: Box) -> Box:
            return self.pulled(found, Pull(Part.BODY, found.first + frames))

        self._rework(self.tr("Move a caption"), box, later, "nudge caption")

    def remove(self, box: Box) -> None:
        """The caption goes."""
        self._rework(self.tr("Remove a caption"), box, lambda _found: None)

    def _rework(
        self,
        label: str,
        box: Box,
        made: Callable[[Box], Box | None],
        coalesce: str | None = None,
    ) -> None:
        """Change a caption where the film has it when the turn comes."""

        def edits() -> list[Edit]:
            film = self._desk.session.composition()
            found = _found(box, film)
            return [] if found is None else list(_without(found, film, made(found)))

        self._desk.rework(label, edits, coalesce=coalesce)

    def open(self, box: Box) -> None:
        """Write its words anew."""
        self._write(box, self.box_rect(box))

    # Writing.

    def write_at(self, frame: int) -> None:
        """A new caption from this frame on."""
        film, scale = self._film, self.scale
        if film is None or scale is None or not self._desk.editable:
            return
        first = max(0, min(frame, film.frames - 1))
        later = (box.first for box in self.boxes if box.first > first)
        last = min(first + frame_of(_NEW_SECONDS, film.rate), min(later, default=first + 10**9))
        left, right = scale.x_of(first), scale.x_of(last)
        cut = film.cuts[film.index_at(first)]
        fresh = Box(cut.key, len(film.scenario.shot(cut.key).captions), first, last, "", last)
        self._write(fresh, QRect(left, 0, right - left, self.height()))

    def _write(self, box: Box, rect: QRect) -> None:
        if not self._desk.editable:
            return
        inside = self.window() if self.isVisible() else self
        at = self.mapTo(inside, rect.topLeft()) if inside is not self else rect.topLeft()
        says = self.tr("Words of the caption")
        editor = CaptionEditor(inside, QRect(at, rect.size()), box.words, says, self)
        editor.done.connect(lambda words: self._written(box, str(words)))
        self.editor = editor
        editor.destroyed.connect(lambda _editor=None: setattr(self, "editor", None))

    def _written(self, box: Box, words: str) -> None:
        film = self._film
        if film is None or not film.scenario.has_shot(box.key):
            return
        if not words:
            self.remove(box)
            return
        self._expected = box.first, words
        captions = list(film.scenario.shot(box.key).captions)
        if box.place == WHOLE:
            edits: list[Edit] = [SetField(ShotTarget(box.key), "caption", words)]
        elif box.place < len(captions):
            captions[box.place] = replace(captions[box.place], text=words)
            edits = [_said(box.key, captions)]
        else:
            edits = list(_without(box, film, replace(box, words=words)))
        label = self.tr("Change a caption") if box.words else self.tr("New caption")
        self._desk.apply(label, *edits)

    def finish(self) -> None:
        """Take what is being written."""
        if self.editor is not None:
            self.editor.finish()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Write a caption here, or the words of this one anew."""
        at: QPoint = event.position().toPoint()
        found, scale = self.hit(at), self.scale
        self._let_go()
        if found is not None:
            self.choose(found[0].name)
            self.open(found[0])
        elif scale is not None:
            self.write_at(scale.frame_at(at.x()))


def _found(box: Box, film: Composition) -> Box | None:
    """The caption in the film as it is now: by its moment and words, else by its place."""
    boxes = list(caption_boxes(film))
    same = (each for each in boxes if (each.first, each.last, each.words)
            == (box.first, box.last, box.words))  # fmt: skip
    return next(same, next((each for each in boxes if each.name == box.name), None))


def _without(box: Box, film: Composition, now: Box | None) -> Iterator[Edit]:
    """The edits that take a caption out of its shot, and put it where it begins now."""
    key = None if now is None else film.cuts[film.index_at(now.first)].key
    if box.place == WHOLE:
        yield UnsetField(ShotTarget(box.key), "caption")
    kept = list(film.scenario.shot(box.key).captions)
    if box.place != WHOLE and box.place < len(kept):
        del kept[box.place]
    if key != box.key and box.place != WHOLE:
        yield _said(box.key, kept)
    if key is not None and now is not None:
        others = kept if key == box.key else list(film.scenario.shot(key).captions)
        start = next(cut.first for cut in film.cuts if cut.key == key)
        begin = seconds_of(now.first - start, film.rate)
        end = seconds_of(now.last - start, film.rate)
        fresh = Caption(now.words, begin, end)
        yield _said(key, sorted([*others, fresh], key=lambda each: each.start))


def _said(key: str, captions: list[Caption]) -> Edit:
    target = ShotTarget(key)
    if not captions:
        return UnsetField(target, "captions")
    return SetField(target, "captions", captions_written(captions))
