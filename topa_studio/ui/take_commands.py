"""What menus and drops ask of takes: accept shots, star, bring clips and pictures of one's own."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QPoint
from PySide6.QtWidgets import QWidget

from topa_studio.app.session import Notice
from topa_studio.model.marks import TakeRef
from topa_studio.ui.binding import Merged, bind
from topa_studio.ui.desk import Desk
from topa_studio.ui.dialogs import choose_file
from topa_studio.ui.film.card_view import CardView
from topa_studio.ui.film_pane import FilmPane
from topa_studio.ui.own_drops import CLIPS, PICTURES, OwnDrops, is_own, is_picture
from topa_studio.ui.takes.acts import TakeActs
from topa_studio.ui.words import sentence

translate = QCoreApplication.translate
_STANDS = frozenset(
    f"pipeline.{words}"
    for words in ("take-in-film", "panel-in-film", "no-take-in-film", "no-panel-in-film")
)


class TakeCommands(QObject):
    """Works for one window, on the shots that are chosen there."""

    def __init__(self, window: QWidget, desk: Desk, timeline: FilmPane) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self.acts = TakeActs(desk)
        self.take_drops(timeline.view)
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

    def take_drops(self, view: CardView) -> None:
        """Clips and pictures that are dropped on a card of this view become the shot's."""

        def is_for_card(paths: list[Path], at: QPoint) -> bool:
            ours = self._desk.editable and all(map(is_own, paths))
            words = translate("Takes", "new panel")
            if not all(map(is_picture, paths)):
                words = translate("Takes", "new take")
            return view.show_guest(at if ours else None, words=words) is not None

        def bring(paths: list[str], at: QPoint) -> None:
            row = view.row_under(at)
            if row is not None:
                self.acts.bring(view.shots.shot(row).key, [Path(path) for path in paths])

        drops = OwnDrops(view.viewport(), is_for_card)
        drops.left.connect(partial(view.show_guest, None))
        drops.dropped.connect(bring)

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
