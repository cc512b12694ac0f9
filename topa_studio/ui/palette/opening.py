"""Opens the palette of a window, and does what is chosen in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QAction, QPixmap
from PySide6.QtWidgets import QMenu

from topa_studio.film.ladder import Source, shown_of
from topa_studio.ui.frame.frame import Frame
from topa_studio.ui.palette.entries import (
    Entry,
    Kind,
    OtherTongue,
    ShotNames,
    command_entries,
    element_entries,
    scene_entries,
    setting_entries,
    shot_entry,
)
from topa_studio.ui.palette.results import LAST, Known, at_first, nothing, results

if TYPE_CHECKING:
    from topa_studio.ui.palette.page import PaletteCard
    from topa_studio.ui.palette.results import Line

_USUAL = (
    "generate", "generate_missing", "new_shot", "new_scene", "find", "replace", "compare", "costs",
    "film_out", "preferences", "shortcuts",
)  # fmt: skip


class Palette(QObject):
    """Of one window.

    Attributes:
        last: what was chosen last, newest first, as `Entry.known_as`.
        keep: remembers `last` from one start to the next.
        card: what is shown; None until it is first asked for.
    """

    def __init__(self, window: Frame, last: Sequence[str]) -> None:
        super().__init__(window)
        self._window, self._desk = window, window.desk
        self.last = tuple(last)
        self.keep: Callable[[tuple[str, ...]], object] = lambda _last: None
        self.card: PaletteCard | None = None
        self._known: Known | None = None
        self._names: ShotNames | None = None
        self._settings: dict[str, QAction] = {}
        self._other = OtherTongue()
        self._desk.commands.join({"palette": self.open})

    def open(self) -> None:
        """Show it; a second time, leave it. Under a page that takes no key it stays away."""
        if not self._window.ground.isEnabled():
            return
        if self.card is None:
            from topa_studio.ui.palette.page import PaletteCard

            self.card = PaletteCard(self._window, self._lines_of, self._picture)
            self.card.wanted.connect(self._do)
            self._window.thumbnails.ready.connect(self.card.list.viewport().update)
        if self.card.isVisible():
            self.card.leave()
            return
        self._look()
        self.card.open_over()

    def _look(self) -> None:
        """What there is now."""
        window, film = self._window, self._desk.film
        # What they cost stands in the words of some commands, as in the menu.
        window.menus.shot.aboutToShow.emit()
        if self._names is None or self._names.film is not film:
            self._names = ShotNames(film)
        menu: QMenu = window.menus.view
        settings, self._settings = setting_entries(menu)
        self._known = Known(
            commands=command_entries(self._desk.commands, self._other),
            settings=settings,
            elements=element_entries(film),
            scenes=scene_entries(film),
            shots=self._names,
        )

    def _lines_of(self, typed: str) -> Sequence[Line]:
        known = self._known
        if known is None:
            return ()
        if not typed.strip():
            last = [entry for name in self.last if (entry := self._entry(known, name)) is not None]
            by_id = {entry.id: entry for entry in known.commands if entry.is_able}
            return at_first(last, [by_id[name] for name in _USUAL if name in by_id])
        return results(typed, known) or nothing(typed)

    def _entry(self, known: Known, name: str) -> Entry | None:
        """What was chosen before, as it is now; None where it is gone or cannot be done."""
        kind, _, id = name.partition(":")
        if kind == Kind.SHOT:
            film = self._desk.film
            return shot_entry(film, id) if film.has_shot(id) else None
        among = {
            Kind.DO: known.commands,
            Kind.SETTING: known.settings,
            Kind.ELEMENT: known.elements,
            Kind.SCENE: known.scenes,
        }.get(Kind(kind) if kind in set(Kind) else Kind.SEARCH, ())
        found = (entry for entry in among if entry.id == id and entry.is_able)
        return next(found, None)

    # Doing.

    def _do(self, entry: Entry) -> None:
        desk, timeline = self._desk, self._window.timeline
        if entry.kind is not Kind.SEARCH:
            before = (name for name in self.last if name != entry.known_as)
            self.last = (entry.known_as, *before)[:LAST]
            self.keep(self.last)
        match entry.kind:
            case Kind.DO:
                desk.commands.do(entry.id)
            case Kind.SETTING:
                self._settings[entry.id].trigger()
            case Kind.SHOT:
                desk.show(entry.id)
                timeline.setFocus()
            case Kind.SCENE:
                desk.selection.select_scene(entry.id)
                timeline.setFocus()
            case Kind.ELEMENT:
                desk.selection.select_element(entry.id)
            case Kind.SEARCH:
                timeline.filters.find()
                timeline.header.search.setText(entry.id)

    # Pictures.

    def _picture(self, entry: Entry, size: QSize) -> QPixmap | None:
        if entry.kind is Kind.ELEMENT:
            return self._window.looks.picture(entry.id, size)
        key = self._key_of(entry)
        if key is None or not self._desk.film.has_shot(key):
            return None
        shot = self._desk.film.shot(key)
        now = shown_of(shot, self._desk.session.shot(key))
        if now.source is Source.SLATE:
            return None
        return self._window.thumbnails.pixmap(now.path, now.offset, QSize(size.width() * 2, 0))

    def _key_of(self, entry: Entry) -> str | None:
        if entry.kind is Kind.SHOT:
            return entry.id
        if entry.kind is not Kind.SCENE:
            return None
        scenes = (scene for scene in self._desk.film.scenes if scene.id == entry.id)
        return next((scene.shots[0].key for scene in scenes if scene.shots), None)
