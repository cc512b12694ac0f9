"""What menus and drops ask of takes: accept shots, star, bring clips and pictures of one's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from topa_studio.app.session import Notice
from topa_studio.model.marks import TakeRef
from topa_studio.ui.desk import Desk
from topa_studio.ui.dialogs import choose_file
from topa_studio.ui.drops.own_drops import (
    CLIPS,
    PICTURES,
    OwnDrops,
    files_in,
    is_own,
    is_picture,
    nowhere,
)
from topa_studio.ui.film.film_view import FilmView, HasGuests
from topa_studio.ui.film.model import Role
from topa_studio.ui.film.shot_edits import takes_end
from topa_studio.ui.running.binding import Merged, bind
from topa_studio.ui.takes.acts import TakeActs
from topa_studio.ui.views.film_pane import FilmPane
from topa_studio.ui.views.film_views import widget_of
from topa_studio.ui.words import sentence

if TYPE_CHECKING:
    from topa_studio.ui.drops.drop_choice import DropChoice

translate = QCoreApplication.translate
_STANDS = frozenset(
    f"pipeline.{words}"
    for words in ("take-in-film", "panel-in-film", "no-take-in-film", "no-panel-in-film")
)


class TakeCommands(QObject):
    """Works for one window, on the shots that are chosen there."""

    def __init__(
        self,
        window: QWidget,
        desk: Desk,
        timeline: FilmPane,
        frame: Callable[[str, str, str], None],
    ) -> None:
        """`frame` has a shot start from a picture, end with it or be it: key, field, path."""
        super().__init__(window)
        self._window, self._desk, self._frame = window, desk, frame
        self._timeline = timeline
        self._choice: DropChoice | None = None
        self.acts = TakeActs(desk)
        for view in timeline.views.all():
            self._join(view)
        timeline.view_made.connect(self._join)
        desk.commands.join(
            {
                "accept": self._accept,
                "star_chosen": self._star,
                "bring_clip": lambda: desk.look(self._ask_clip),
                "bring_panel": lambda: desk.look(self._ask_panel),
            }
        )
        for name in ("accept", "star_chosen"):
            desk.commands.actions[name].setCheckable(True)
        again = Merged(self, lambda _names: self._offer())
        desk.selection.changed.connect(self._offer)
        bind(self, desk.session.changed, again.poke)
        bind(self, desk.session.shots_changed, again.add)
        self._offer()

    def takes(self, notice: Notice) -> bool:
        """Tell what stands in the film instead as the answer to a press, with Undo beside it."""
        if notice.code not in _STANDS:
            return False
        self._desk.tell_undoable(sentence(notice.code, notice.params))
        return True

    def _join(self, view: FilmView) -> None:
        drops = OwnDrops(view.viewport(), partial(self._is_for_card, view), self._is_for_cards)
        drops.dropped.connect(partial(self._bring_to_card, view))
        if isinstance(view, HasGuests):
            drops.left.connect(partial(view.show_guest, None))

    def _is_for_cards(self, paths: list[Path], _at: QPoint) -> bool:
        return self._desk.editable and all(map(is_own, paths))

    def _is_for_card(self, view: FilmView, paths: list[Path], at: QPoint) -> bool:
        """Clips and pictures go to the card under the pointer; all else is not the cards'."""
        is_on_card = self._is_for_cards(paths, at) and bool(_key_at(view, at))
        if isinstance(view, HasGuests):
            words = translate("Takes", "use as…")
            if len(paths) > 1:
                words = translate("Takes", "new panel")
            if not all(map(is_picture, paths)):
                words = translate("Takes", "new take")
            view.show_guest(at if is_on_card else None, words=words)
        return is_on_card

    def _bring_to_card(self, view: FilmView, paths: list[str], at: QPoint) -> None:
        self._bring(view, _key_at(view, at), [Path(path) for path in paths], at)

    def _bring(self, view: FilmView, key: str, sources: list[Path], at: QPoint) -> None:
        """A picture alone may be more than a panel: it is asked which."""
        if len(sources) == 1 and sources[0].suffix.lower() in PICTURES:
            here = view.viewport().mapTo(self._window, at)
            self._ask_what(key, sources[0], here)
        else:
            self.acts.bring(key, sources)

    def _ask_what(self, key: str, source: Path, here: QPoint) -> None:
        from topa_studio.ui.drops.drop_choice import END, PANEL, DropChoice

        desk = self._desk
        if self._choice is None:
            self._choice = DropChoice(self._window)

        def use(name: str) -> None:
            if not desk.film.has_shot(key):
                return
            if name == PANEL:
                self.acts.bring(key, [source])
            else:
                self._frame(key, name, str(source))

        number = desk.film.number_of(key)
        words = translate("Takes", "{name} on shot {number}:")
        words = words.format(name=source.name, number=number)
        why = QCoreApplication.translate("EndChoice", "This model takes no picture to end with.")
        cannot = {} if takes_end(desk.session, key) else {END: why}
        self._choice.ask(here, words, use, cannot)

    def paste(self) -> bool:
        """Bring copied files to the chosen shot, as a drop on it does; whether any are copied."""
        data = QGuiApplication.clipboard().mimeData()
        files, keys = files_in(data) if data is not None else [], self._keys()
        if not files:
            return False
        if not all(map(is_own, files)):
            self._desk.answer("warning", nowhere(next(f for f in files if not is_own(f))))
        elif len(keys) != 1:
            words = translate("Takes", "Choose the one shot that {name} is for, then paste again.")
            self._desk.answer("warning", words.format(name=files[0].name))
        elif self._desk.editable:
            view = self._timeline.shown
            self._timeline.spot_of(keys[0])
            at = self._timeline.card_rect(keys[0]).center()
            self._bring(view, keys[0], files, at)
        return True

    def _keys(self) -> tuple[str, ...]:
        return tuple(key for key in self._desk.selection.shots if self._desk.film.has_shot(key))

    def _offer(self) -> None:
        """Offer what can be done with the chosen shots, ticked where it is so already."""
        film, session, keys = self._desk.film, self._desk.session, self._keys()
        editable = self._desk.editable
        accepted = bool(keys) and all(film.shot(key).locked for key in keys)
        accept, star = (self._desk.commands.actions[n] for n in ("accept", "star_chosen"))
        made = [key for key in keys if film.shot(key).locked or session.shot(key).chosen]
        accept.setEnabled(editable and bool(keys) and len(made) == len(keys))
        accept.setChecked(accepted)
        chosen = session.shot(keys[-1]).chosen if len(keys) == 1 else None
        star.setEnabled(editable and chosen is not None)
        star.setChecked(chosen is not None and chosen.marks.star)

    def _accept(self) -> None:
        keys = self._keys()
        if keys:
            on = not all(self._desk.film.shot(key).locked for key in keys)
            self.acts.accept(keys, on=on)

    def _star(self) -> None:
        keys = self._keys()
        chosen = self._desk.session.shot(keys[-1]).chosen if len(keys) == 1 else None
        if chosen is not None:
            self.acts.star(TakeRef(keys[-1], chosen.number))

    async def _ask_clip(self) -> None:
        title = translate("Takes", "A clip of your own as a take")
        await self._ask(title, translate("Takes", "Clips ({endings})"), CLIPS)

    async def _ask_panel(self) -> None:
        title = translate("Takes", "A picture of your own as the shot's panel")
        await self._ask(title, translate("Takes", "Pictures ({endings})"), PICTURES)

    async def _ask(self, title: str, kinds: str, endings: Iterable[str]) -> None:
        key = self._desk.selection.shot
        if key is None:
            return
        named = kinds.format(endings=" ".join(f"*{ending}" for ending in endings))
        home = self._desk.session.path("")
        chosen = await choose_file(self._window, title, home, kinds=named)
        if chosen is not None:
            self.acts.bring(key, [chosen])


def _key_at(view: FilmView, at: QPoint) -> str:
    """The key of the shot at a point of the view; "" for none."""
    index = widget_of(view).indexAt(at)
    return str(index.data(Role.KEY) or "") if index.isValid() else ""
