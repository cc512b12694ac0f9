"""Film out: which kind of file, of what, how, under which name; and what it will look like."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QMainWindow,
    QVBoxLayout,
)

from topa_studio.film.export.choices import Choices, What
from topa_studio.film.export.plan import Plan
from topa_studio.film.ladder import Source
from topa_studio.film.span import Span
from topa_studio.ui.binding import Merged, bind
from topa_studio.ui.commands.command import Place
from topa_studio.ui.commands.table import named
from topa_studio.ui.cover import Cover
from topa_studio.ui.desk import Desk
from topa_studio.ui.out.facts import FourFacts
from topa_studio.ui.out.head import Head
from topa_studio.ui.out.missing import Missing
from topa_studio.ui.out.options import Options
from topa_studio.ui.out.outlook import Asked, Foresight, Outlook
from topa_studio.ui.out.place import Place as LiesIn
from topa_studio.ui.out.preview import Preview
from topa_studio.ui.out.ranges import ranges_of
from topa_studio.ui.out.remembered import Remembered
from topa_studio.ui.out.save import SaveButton
from topa_studio.ui.out.sides import Sides
from topa_studio.ui.out.words import bytes_word, what_word
from topa_studio.ui.out.written import Written
from topa_studio.ui.parts import (
    ScrollColumn,
    text_label,
    thin_rule,
)
from topa_studio.ui.playing.speaker import Speaker
from topa_studio.ui.tile import Tile


class OutPage(Cover):
    """Lies over the window of the open film, whose jobs go on under it.

    Signals:
        saved: an export was started with these `Choices`, into that folder.
        folder_wanted: the folder to begin with, where the user wants another one.
        shots_wanted: keys of shots the user wants to see in the film.
    """

    saved = Signal(object, object)
    folder_wanted = Signal(object)
    shots_wanted = Signal(object)

    def __init__(
        self,
        window: QMainWindow,
        desk: Desk,
        speaker: Speaker,
        marks: Span | None,
        last: Remembered | None,
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._exports = desk.session.exports
        self._last = last
        self._outlook = Outlook()
        self._foresight = Foresight(desk, self)
        self.setAccessibleName(self.tr("Film out"))
        folder = Path(last.folder) if last is not None and last.folder else self._exports.folder
        self.head = Head(desk.film, desk.session.file.stem)
        self.kinds = self._kind_tiles()
        self.options = Options()
        self.missing = Missing()
        self.place = LiesIn(folder)
        self.preview = Preview(desk.session, speaker)
        self.facts = FourFacts()
        self.save = SaveButton()
        self.trouble = text_label("", "bad", wrap=True)
        self.written = Written(self._exports)
        self._lay_out()
        self.place.align(self.options.label_width)
        self.options.show_choices(last.choices if last is not None else Choices())
        self.options.offer_ranges(ranges_of(desk, marks))
        self._offer_name()
        self._connect()

    # Building.

    def _kind_tiles(self) -> dict[What, Tile]:
        made = {
            What.FILM: Tile("film", self.tr("Film"), self.tr("MP4, as it stands, with sound")),
            What.ANIMATIC: Tile(
                "picture", self.tr("Animatic"), self.tr("MP4 with numbers and words")
            ),
        }
        self._group = QButtonGroup(self)
        for tile in made.values():
            self._group.addButton(tile)
        made[What.FILM].setChecked(True)
        return made

    def _lay_out(self) -> None:
        self.heading = text_label("", "title")
        self.trouble.hide()
        self._rule = thin_rule()
        self._sides = Sides(
            self.kinds.values(),
            (self.heading, self.options, self._rule, self.missing, thin_rule(), self.place),
            (self.preview, self.facts, self.trouble, self.save, self.written),
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(thin_rule())
        whole.addWidget(ScrollColumn(self._sides, self.tr("Film out"), 0), 1)

    def _connect(self) -> None:
        self._group.buttonToggled.connect(self._kind_toggled)
        self.options.changed.connect(self._replan)
        self.missing.changed.connect(self._replan)
        self.missing.wanted.connect(self._show_missing)
        self.place.changed.connect(self._replan)
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
    def plan(self) -> Plan | None:
        """What would be written; None: nothing, or it is being worked out for the first time."""
        return self._outlook.plan

    @property
    def choices(self) -> Choices:
        """All that is chosen now."""
        kind = next(what for what, tile in self.kinds.items() if tile.isChecked())
        film = kind is What.FILM
        return replace(
            self.options.choices,
            what=kind,
            numbers=film and self.options.choices.numbers,
            leave_out=film and self.missing.leave_out.isChecked(),
        )

    def _kind_toggled(self, _tile: object, on: bool) -> None:
        if on:
            self._offer_name()
            self._replan()

    def _offer_name(self) -> None:
        title = self._desk.film.film.title or self._desk.session.file.stem
        if self.choices.what is What.ANIMATIC:
            title = self.tr("{title} - animatic").format(title=title)
        self.place.offer_name(title)

    def open_over(self) -> None:
        """Show the page; the keyboard is on the kind."""
        super().open_over()
        self._focus_kind()
        self._replan()

    def _focus_kind(self) -> None:
        chosen = next(tile for tile in self.kinds.values() if tile.isChecked())
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)

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
        if self.isVisible():
            self._foresight.ask(self._asked)

    def _asked(self) -> Asked:
        return Asked(self.choices, self.place.folder, self.place.file_name)

    def _begin(self, whole: Plan) -> None:
        """What there is to choose depends on the clips."""
        film = whole.film
        made = any(cut.source in (Source.CLIP, Source.STILL) for cut in film.cuts)
        on_kind = any(tile.hasFocus() for tile in self.kinds.values())
        self.kinds[What.FILM].setEnabled(made)
        kind = self._last.choices.what if self._last is not None else What.FILM
        self.kinds[kind if made else What.ANIMATIC].setChecked(True)
        if on_kind:
            self._focus_kind()
        self.options.fit(whole, self._last)
        self.missing.leave_out.setChecked(self.options.choices.leave_out)
        self._sides.fit(self.width())
        here = min(self._desk.selection.playhead, film.seconds)
        self.preview.show_plan(whole, int(here * film.rate + 1e-6))

    # What would be written.

    def _show(self, outlook: Outlook) -> None:
        plan = outlook.plan
        self._outlook = outlook
        self.heading.setText(what_word(self.choices.what))
        self.options.show_kind(self.choices.what)
        self.facts.show_plan(plan)
        self.preview.show_plan(plan)
        self.place.show_target(outlook.target)
        self._show_missing_count(plan)
        why = outlook.why
        if outlook.is_short and plan is not None and outlook.free is not None:
            words = self.tr("The disk is too full: about {needed} are needed, {free} are free.")
            needed, free = bytes_word(plan.about_bytes), bytes_word(outlook.free)
            why = words.format(needed=needed, free=free)
        self.trouble.setText(why)
        self.trouble.setVisible(bool(why))
        self.save.show_plan(self.choices.what, plan)
        self.save.setEnabled(outlook.can_save)

    def _show_missing_count(self, plan: Plan | None) -> None:
        film = self._desk.film
        chosen = self.options.choices
        of = len(film.scene(chosen.scene).shots) if chosen.scene else len(chosen.shots)
        can_leave = self.choices.what is What.FILM
        self.missing.show_plan(plan, of or film.count(), can_leave=can_leave)
        self._rule.setVisible(not self.missing.isHidden())
        clips = None if plan is None else plan.clips
        self.options.show_size_note(plan.size if plan is not None else None, clips)

    def _save(self) -> None:
        plan, target = self._outlook.plan, self._outlook.target
        if plan is None or target is None or not self.save.isEnabled():
            return
        self.preview.playback.pause()
        # A second press waits until the next name is found.
        self._outlook = replace(self._outlook, target=None)
        self._exports.start(plan, target)
        own = self.place.folder == self._exports.folder
        self.saved.emit(self.choices, None if own else self.place.folder)
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
                self._choose(What.FILM)
            case Qt.Key.Key_Down:
                self._choose(What.ANIMATIC)
            case _:
                super().keyPressEvent(event)
        event.accept()

    def _choose(self, what: What) -> None:
        tile = self.kinds[what]
        if tile.isEnabled():
            tile.setChecked(True)
            tile.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Three columns where there is room, else one under the other."""
        super().resizeEvent(event)
        self._sides.fit(self.width())
