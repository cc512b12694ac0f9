"""Film out: which kind of file, of what, how, under which name; and what it will look like."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout

from topa_studio.film.export.choices import What
from topa_studio.film.export.plan import Plan
from topa_studio.film.ladder import Source
from topa_studio.film.paper.choices import Column
from topa_studio.film.paper.plan import PaperPlan
from topa_studio.film.span import Span
from topa_studio.ui.commands.command import Place
from topa_studio.ui.commands.table import named
from topa_studio.ui.desk import Desk
from topa_studio.ui.out.editor_options import Losses
from topa_studio.ui.out.facts import FourFacts
from topa_studio.ui.out.head import Head
from topa_studio.ui.out.kinds import Kinds
from topa_studio.ui.out.looks import Looks, is_cut_list
from topa_studio.ui.out.outlook import Asked, Foresight, Outlook
from topa_studio.ui.out.place import Place as LiesIn
from topa_studio.ui.out.ranges import ranges_of
from topa_studio.ui.out.remembered import EDITOR, Remembered
from topa_studio.ui.out.save import SaveButton
from topa_studio.ui.out.sides import Sides
from topa_studio.ui.out.ways import Ways
from topa_studio.ui.out.words import bytes_word
from topa_studio.ui.out.written import Written
from topa_studio.ui.playing.speaker import Speaker
from topa_studio.ui.running.binding import Merged, bind
from topa_studio.ui.small_pictures.thumbnails import Thumbnails
from topa_studio.ui.widgets.cover import Cover
from topa_studio.ui.widgets.parts import ScrollColumn, text_label, thin_rule

if TYPE_CHECKING:
    from topa_studio.app.exporting.handover import Handover


class OutPage(Cover):
    """Lies over the window of the open film, whose jobs go on under it.

    Signals:
        saved: an export was started as this `Remembered` says.
        folder_wanted: the folder to begin with, where the user wants another one.
        shots_wanted: keys of shots the user wants to see in the film.
    """

    saved = Signal(object)
    folder_wanted = Signal(object)
    shots_wanted = Signal(object)

    def __init__(
        self,
        window: QMainWindow,
        desk: Desk,
        seen: tuple[Speaker, Thumbnails],
        marks: Span | None,
        last: Remembered | None,
        columns: tuple[Column, ...],
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._exports = desk.session.exports
        self._last = last
        self._outlook = Outlook()
        # Whether what is shown is of another choice, and is pressed for all the same.
        self._is_due = self._is_wanted = False
        self._foresight = Foresight(desk, self)
        self.setAccessibleName(self.tr("Film out"))
        folder = Path(last.folder) if last is not None and last.folder else self._exports.folder
        self.head = Head(desk.film, desk.session.file.stem)
        self._kinds = Kinds(self)
        self.kinds = self._kinds.tiles
        self.ways = Ways(columns, self)
        self.options, self.missing = self.ways.film, self.ways.missing
        self.losses = Losses()
        self.place = LiesIn(folder)
        speaker, thumbnails = seen
        self.looks = Looks(desk.session, speaker, thumbnails)
        self.preview = self.looks.preview
        self.facts = FourFacts()
        self.save = SaveButton()
        self.trouble = text_label("", "bad", wrap=True)
        self.written = Written(self._exports)
        self._lay_out()
        self.place.align(self.ways.align())
        self.ways.show_last(last)
        self.options.offer_ranges(ranges_of(desk, marks))
        self._show_kind()
        self._offer_name()
        self._connect()

    # Building.

    def _lay_out(self) -> None:
        self.heading = text_label("", "title")
        self.trouble.hide()
        self._rule = thin_rule()
        self._sides = Sides(
            self.kinds.values(),
            (
                self.heading, *self.ways.widgets, self._rule, self.missing, self.losses,
                thin_rule(), self.place,
            ),
            (*self.looks.widgets, self.facts, self.trouble, self.save, self.written),
        )  # fmt: skip
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(thin_rule())
        whole.addWidget(ScrollColumn(self._sides, self.tr("Film out"), 0), 1)

    def _connect(self) -> None:
        self._kinds.changed.connect(self._take_kind)
        self.ways.changed.connect(self._choose)
        self.missing.wanted.connect(self._show_missing)
        self.place.changed.connect(self._choose)
        self.place.folder_wanted.connect(lambda: self.folder_wanted.emit(self.place.folder))
        self.save.clicked.connect(self._save)
        self.head.left.connect(self.leave)
        self._foresight.begun.connect(self._begin)
        self._foresight.told.connect(self._show)
        merged = Merged(self, lambda _names: self._replan())
        bind(self, self._desk.session.changed, merged.poke)
        bind(self, self._desk.session.shots_changed, merged.poke)

    # What is chosen.

    @property
    def plan(self) -> Plan | PaperPlan | Handover | None:
        """What would be written; None: nothing, or it is being worked out for the first time."""
        return self._outlook.plan

    @property
    def kind(self) -> str:
        """Which kind of file is chosen."""
        return self._kinds.now

    def _take_kind(self) -> None:
        self._offer_name()
        self._show_kind()
        self._choose()

    def _show_kind(self) -> None:
        self.heading.setText(self._kinds.word(self.kind))
        self.save.show_plan(self.kind, None)
        self.ways.show_kind(self.kind)

    def _choose(self) -> None:
        """A press from now on means this choice, and waits until it is worked out."""
        self._is_due, self._is_wanted = True, False
        self._replan()

    def _offer_name(self) -> None:
        title = self._desk.film.film.title or self._desk.session.file.stem
        if self.kind == What.ANIMATIC:
            title = self.tr("{title} - animatic").format(title=title)
        self.place.show_ending(self.ways.ending(self.kind))
        self.place.offer_name(title)

    def open_over(self) -> None:
        """Show the page; the keyboard is on the kind."""
        super().open_over()
        self._kinds.focus()
        self._replan()

    def leave(self) -> None:
        """Give the window back."""
        if not self.isHidden():
            self._foresight.stop()
            self.preview.close_preview()
        super().leave()

    def set_folder(self, folder: Path) -> None:
        """Write into this folder."""
        self.place.show_folder(folder)
        self._replan()

    def _replan(self) -> None:
        self.place.show_ending(self.ways.ending(self.kind))
        if self.isVisible():
            self._foresight.ask(self._asked)

    def _asked(self) -> Asked:
        return Asked(self.ways.wish(self.kind), self.place.folder, self.place.file_name)

    def _begin(self, whole: Plan) -> None:
        """What there is to choose depends on the clips."""
        film = whole.film
        made = any(cut.source in (Source.CLIP, Source.STILL) for cut in film.cuts)
        kind = self._last.kind if self._last is not None else What.FILM
        self._kinds.begin(kind, made=made)
        self.options.fit(whole, self._last)
        self.missing.leave_out.setChecked(self.options.choices.leave_out)
        self.ways.is_known = True
        self._show_kind()
        self._sides.fit(self.width())
        here = min(self._desk.selection.playhead, film.seconds)
        self.looks.show_plan(whole, ".mp4", int(here * film.rate + 1e-6))

    # What would be written.

    def _show(self, outlook: Outlook) -> None:
        plan = outlook.plan
        self._outlook, self._is_due = outlook, False
        self._show_kind()
        self.ways.editor.show_earlier(there=outlook.earlier)
        self.losses.show_losses(plan.losses if is_cut_list(plan) else ())
        self.facts.show_plan(self.kind, plan, outlook.about)
        self.looks.show_plan(plan, self.ways.ending(self.kind))
        self.place.show_target(outlook.target, is_coming=outlook.is_coming)
        self._show_missing_count(plan)
        why = outlook.why
        if outlook.is_short and plan is not None and outlook.free is not None:
            words = self.tr("The disk is too full: about {needed} are needed, {free} are free.")
            needed, free = bytes_word(outlook.about), bytes_word(outlook.free)
            why = words.format(needed=needed, free=free)
        self.trouble.setText(why)
        self.trouble.setVisible(bool(why))
        self.save.show_plan(self.kind, plan, outlook.about)
        self.save.setEnabled(outlook.can_save)
        if self._is_wanted:
            self._save()

    def _show_missing_count(self, plan: Plan | PaperPlan | Handover | None) -> None:
        film = self._desk.film
        can_leave = self.kind == What.FILM
        self.missing.show_plan(plan, self._count() or film.count(), can_leave=can_leave)
        self._rule.setVisible(not (self.missing.isHidden() and self.losses.isHidden()))
        if isinstance(plan, Plan):
            self.options.show_size_note(plan.size, plan.clips)
        elif plan is None:
            self.options.show_size_note(None, None)

    def _count(self) -> int:
        """How many shots are chosen; 0: all."""
        film, kind = self._desk.film, self.kind
        if kind in list(What):
            chosen = self.options.choices
            return len(film.scene(chosen.scene).shots) if chosen.scene else len(chosen.shots)
        scene = None if kind == EDITOR else self.options.scene
        return 0 if scene is None else len(film.scene(scene).shots)

    def _save(self) -> None:
        self._is_wanted = self._is_due
        plan, target = self._outlook.plan, self._outlook.target
        if self._is_due or plan is None or target is None or not self.save.isEnabled():
            return
        self.preview.playback.pause()
        # A second press waits until the next name is found.
        self._outlook = replace(self._outlook, target=None)
        self._exports.start(plan, target)
        own = self.place.folder == self._exports.folder
        self.saved.emit(self.ways.remembered(self.kind, "" if own else str(self.place.folder)))
        self._replan()

    def _show_missing(self) -> None:
        lost = self.missing.shots
        keys = tuple(shot.key for shot in self._desk.film.shots() if shot.key in lost)
        self.leave()
        self.shots_wanted.emit(keys)

    # Keys and room.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves, Space plays the preview, up and down choose the kind."""
        if named(Place.WINDOW, event) == "play":
            self.preview.toggle()
            event.accept()
            return
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._save()
            case Qt.Key.Key_Up:
                self._kinds.step(-1)
            case Qt.Key.Key_Down:
                self._kinds.step(1)
            case _:
                super().keyPressEvent(event)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Three columns where there is room, else one under the other."""
        super().resizeEvent(event)
        self._sides.fit(self.width())
