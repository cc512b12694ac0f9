"""Film out: which kind of file, of what, how, under which name; and what it will look like."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QMainWindow,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from topa_studio.base.errors import StudioError
from topa_studio.film.export.choices import SIZES, Choices, What, Words
from topa_studio.film.export.facts import size_of
from topa_studio.film.export.plan import Plan
from topa_studio.film.export.trouble import free_bytes
from topa_studio.film.ladder import Source
from topa_studio.film.span import Span
from topa_studio.ui.binding import Merged, bind
from topa_studio.ui.cover import Cover
from topa_studio.ui.desk import Desk
from topa_studio.ui.icons import icon
from topa_studio.ui.out.facts import FourFacts
from topa_studio.ui.out.missing import Missing
from topa_studio.ui.out.options import Options
from topa_studio.ui.out.place import Place
from topa_studio.ui.out.preview import Preview
from topa_studio.ui.out.ranges import ranges_of
from topa_studio.ui.out.remembered import Remembered
from topa_studio.ui.out.words import bytes_word, what_word
from topa_studio.ui.out.written import Written
from topa_studio.ui.parts import (
    ElidedLabel,
    FittingButton,
    ScrollColumn,
    icon_button,
    text_label,
    thin_rule,
)
from topa_studio.ui.playing.speaker import Speaker
from topa_studio.ui.theme import scaled, set_role
from topa_studio.ui.tile import Tile
from topa_studio.ui.words import duration, sentence

_KINDS_WIDE, _OPTIONS_WIDE, _RIGHT_WIDE = 300, 500, 400
_ANY_WIDTH = 16_777_215
_EDGE = 20


class OutPage(Cover):
    """Lies over the window of the open film, whose jobs go on under it.

    Attributes:
        plan: what would be written; None: nothing, or it is being worked out for the first time.
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
        self.plan: Plan | None = None
        self._target: Path | None = None
        self._asked = 0
        self._begun = False
        self.setAccessibleName(self.tr("Film out"))
        folder = Path(last.folder) if last is not None and last.folder else self._exports.folder
        self.kinds = self._kind_tiles()
        self.options = Options()
        self.missing = Missing()
        self.place = Place(folder)
        self.preview = Preview(desk.session, speaker)
        self.facts = FourFacts()
        self.save = FittingButton()
        self.trouble = text_label("", "bad", wrap=True)
        self.written = Written()
        self._lay_out()
        self.place.align(self.options.label_width)
        self.options.show_choices(last.choices if last is not None else Choices())
        self.options.offer_ranges(ranges_of(desk, marks))
        self.place.show_name(desk.film.film.title or desk.session.file.stem)
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
        body = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, body)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(0)
        self._left = self._kind_side()
        self._middle = self._option_side()
        self._right = self._preview_side()
        for side in (self._left, self._middle, self._right):
            self._columns.addWidget(side)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._head())
        whole.addWidget(thin_rule())
        whole.addWidget(ScrollColumn(body, self.tr("Film out"), 0), 1)

    def _head(self) -> QHBoxLayout:
        self.back = QPushButton(icon("chevron-left", px=scaled(14)), self.tr("Film"))
        self.back.setAccessibleName(self.tr("Back to the film (Esc)"))
        self.close_button = icon_button("close", self.tr("Back (Esc)"), role="quiet", px=14)
        row = QHBoxLayout()
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(14)
        row.addWidget(self.back)
        row.addWidget(text_label(self.tr("Film out"), "title"))
        row.addWidget(ElidedLabel(self._about_film(), "dim"), 1)
        row.addWidget(self.close_button)
        return row

    def _about_film(self) -> str:
        film = self._desk.film
        scenes = self.tr("%n scenes", "", len(film.scenes))
        shots = self.tr("%n shots", "", film.count())
        title = film.film.title or self._desk.session.file.stem
        return f"{title} · {scenes} · {shots}"

    def _kind_side(self) -> QWidget:
        side = QWidget()
        set_role(side, "pane")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._tiles = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._tiles.setSpacing(8)
        for tile in self.kinds.values():
            self._tiles.addWidget(tile)
        free = self.tr("Nothing here costs credits, and nothing leaves this computer.")
        column = QVBoxLayout(side)
        column.setContentsMargins(14, 16, 14, 14)
        column.addLayout(self._tiles)
        column.addStretch(1)
        column.addWidget(text_label(free, "dim", wrap=True))
        return side

    def _option_side(self) -> QWidget:
        side = QWidget()
        self.heading = text_label("", "title")
        column = QVBoxLayout(side)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.setSpacing(14)
        for part in (
            self.heading, self.options, thin_rule(), self.missing, thin_rule(), self.place,
        ):  # fmt: skip
            column.addWidget(part)
        column.addStretch(1)
        return side

    def _preview_side(self) -> QWidget:
        side = QWidget()
        set_role(self.save, "primary")
        self.save.setMinimumHeight(scaled(36))
        column = QVBoxLayout(side)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.setSpacing(12)
        for part in (self.preview, self.facts, self.trouble, self.save):
            column.addWidget(part)
        column.addSpacing(8)
        column.addWidget(self.written)
        column.addStretch(1)
        self.trouble.hide()
        return side

    def _connect(self) -> None:
        self._group.buttonToggled.connect(self._kind_toggled)
        self.options.changed.connect(self._replan)
        self.missing.changed.connect(self._replan)
        self.missing.wanted.connect(self._show_missing)
        self.place.changed.connect(self._replan)
        self.place.folder_wanted.connect(lambda: self.folder_wanted.emit(self.place.folder))
        self.save.clicked.connect(self._save)
        for button in (self.back, self.close_button):
            button.clicked.connect(self.leave)
        exports = self._exports
        self.written.cancelled.connect(exports.cancel)
        self.written.again_wanted.connect(self._again)
        self.written.play_wanted.connect(lambda number: self._open(number, whole=False))
        self.written.folder_wanted.connect(lambda number: self._open(number, whole=True))
        bind(self, exports.changed, self.written.show_exports)
        self.written.show_exports(exports.all)
        merged = Merged(self, lambda _names: self._replan())
        bind(self, self._desk.session.changed, merged.poke)
        bind(self, self._desk.session.shots_changed, merged.poke)

    # What is chosen.

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
            self._replan()

    def open_over(self) -> None:
        """Show the page; the keyboard is on the kind."""
        super().open_over()
        self._replan()

    def leave(self) -> None:
        """Give the window back."""
        if not self.isHidden():
            self._asked += 1
            self.preview.close_preview()
        super().leave()

    def set_folder(self, folder: Path) -> None:
        """Write into this folder."""
        self.place.show_folder(folder)
        self._replan()

    def _replan(self) -> None:
        if self.isVisible():
            self._asked += 1
            self._desk.look(lambda: self._look(self._asked))

    async def _look(self, asked: int) -> None:
        """Work out what would be written, and show it unless something else is asked by then."""
        if not self._begun:
            await self._begin(asked)
        plan, why = None, ""
        try:
            plan = await self._exports.plan(self.choices)
        except StudioError as error:
            why = sentence(error.code, error.params)
        target, free = None, None
        if plan is not None and self.place.file_name:
            folder, name = self.place.folder, self.place.file_name
            target = await asyncio.to_thread(self._exports.free_target, plan, folder, name)
            free = await asyncio.to_thread(free_bytes, folder)
        if asked == self._asked:
            self._show(plan, target, free, why)

    async def _begin(self, asked: int) -> None:
        """The first time: what there is to choose depends on the clips."""
        whole = await self._exports.plan(Choices(size="film"))
        if asked != self._asked or self._begun:
            return
        self._begun = True
        film = whole.film
        made = any(cut.source in (Source.CLIP, Source.STILL) for cut in film.cuts)
        self.kinds[What.FILM].setEnabled(made)
        kind = self._last.choices.what if self._last is not None else What.FILM
        self.kinds[kind if made else What.ANIMATIC].setChecked(True)
        self._fit_choices(whole)
        here = min(self._desk.selection.playhead, film.seconds)
        self.preview.show_plan(whole, int(here * film.rate + 1e-6))

    def _fit_choices(self, whole: Plan) -> None:
        """Size, sounds and captions as far as this film has them."""
        film = whole.film
        sizes = {size_of(name, film.ratio, None): name for name in SIZES if name != "film"}
        size = sizes.get(whole.size, "film")
        odd = f"{whole.size[0]} × {whole.size[1]}" if size == "film" else ""
        choices = self.options.choices
        if self._last is None:
            words = Words.BURNT if film.cues else Words.NONE
            choices = replace(choices, size=size, captions=words)
            self.options.show_choices(choices)
        elif choices.size == "film" and not odd:
            self.options.show_choices(replace(choices, size=size))
        self.missing.leave_out.setChecked(choices.leave_out)
        self.options.offer_sizes(odd=odd)
        kinds = {part.kind if part.kind in ("clip", "voice") else "music" for part in film.parts}
        self.options.offer_sounds(kinds)
        self.options.offer_captions(some=bool(film.cues))
        self._fit()

    # What would be written.

    def _show(self, plan: Plan | None, target: Path | None, free: int | None, why: str) -> None:
        self.plan, self._target = plan, target
        kind = self.choices.what
        self.heading.setText(what_word(kind))
        self.options.show_kind(kind)
        self.facts.show_plan(plan)
        self.preview.show_plan(plan)
        self.place.show_target(target)
        self._show_missing_count(plan)
        short = plan is not None and free is not None and free < plan.about_bytes
        if short and plan is not None and free is not None:
            words = self.tr("The disk is too full: about {needed} are needed, {free} are free.")
            why = words.format(needed=bytes_word(plan.about_bytes), free=bytes_word(free))
        self.trouble.setText(why)
        self.trouble.setVisible(bool(why))
        self._name_button(plan)
        self.save.setEnabled(plan is not None and target is not None and not short)

    def _show_missing_count(self, plan: Plan | None) -> None:
        film = self._desk.film
        count = 0 if plan is None else len(plan.missing)
        chosen = self.options.choices
        of = len(film.scene(chosen.scene).shots) if chosen.scene else len(chosen.shots)
        can_leave = self.choices.what is What.FILM
        self.missing.show_missing(count, of or film.count(), can_leave=can_leave)
        clips = None if plan is None else plan.clips
        self.options.show_size_note(plan.size if plan is not None else None, clips)

    def _name_button(self, plan: Plan | None) -> None:
        short = (
            self.tr("Save the animatic")
            if self.choices.what is What.ANIMATIC
            else self.tr("Save the film")
        )
        if plan is None:
            self.save.set_ways(short)
        else:
            about = self.tr("about {size}").format(size=bytes_word(plan.about_bytes))
            self.save.set_ways(f"{short} · {duration(plan.seconds)}, {about}", short)
        self.save.setAccessibleName(self.save.text())

    def _save(self) -> None:
        if self.plan is None or self._target is None or not self.save.isEnabled():
            return
        self.preview.playback.pause()
        self._exports.start(self.plan, self._target)
        own = self.place.folder == self._exports.folder
        self.saved.emit(self.choices, None if own else self.place.folder)
        self._replan()

    def _again(self, number: int) -> None:
        for one in self._exports.all:
            if one.id == number:
                target = one.target
                free = self._exports.free_target(one.plan, target.parent, target.name)
                self._exports.forget(number)
                self._exports.start(one.plan, free)

    def _open(self, number: int, *, whole: bool) -> None:
        """Show a file in the system's player, or its folder."""
        for one in self._exports.all:
            if one.id == number:
                path = one.target.parent if whole else one.target
                QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _show_missing(self) -> None:
        keys = () if self.plan is None else self.plan.missing
        self.leave()
        self.shots_wanted.emit(keys)

    # Keys and room.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves, Space plays the preview, up and down choose the kind."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._save()
            case Qt.Key.Key_Space:
                self.preview.toggle()
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
        self._fit()

    def _fit(self) -> None:
        kinds = scaled(_KINDS_WIDE)
        options = max(scaled(_OPTIONS_WIDE), self._middle.minimumSizeHint().width())
        wide = self.width() >= kinds + options + scaled(_RIGHT_WIDE)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(across if wide else down)
        self._tiles.setDirection(down if wide else across)
        for side, width in ((self._left, kinds), (self._middle, options)):
            side.setMinimumWidth(width if wide else 0)
            side.setMaximumWidth(width if wide else _ANY_WIDTH)
        self._columns.setStretch(2, 1 if wide else 0)
