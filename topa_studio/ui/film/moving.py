"""Shots and scenes put elsewhere by hand, in whatever view: each is one step that is named."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from topa_studio.document.edits import MoveScene, MoveShot
from topa_studio.ui.desk import Desk
from topa_studio.ui.film.model import ShotsModel
from topa_studio.ui.film.moves import (
    moves_by_one,
    moves_by_scene,
    moves_to,
    moves_to_end,
    place_in_film,
    scene_moves_to,
    scene_place_in_film,
)
from topa_studio.ui.film.words import count_word

translate = QCoreApplication.translate
_BACK = {"move_left", "move_first", "move_up"}
_MAKERS = {
    "move_left": moves_by_one,
    "move_right": moves_by_one,
    "move_up": moves_by_scene,
    "move_down": moves_by_scene,
    "move_first": moves_to_end,
    "move_last": moves_to_end,
}


class Moving:
    """Moves what `shots` shows; `arrived` is called with the key of the first that was moved."""

    def __init__(self, desk: Desk, shots: ShotsModel, arrived: Callable[[str], None]) -> None:
        self._desk = desk
        self._shots = shots
        self._arrived = arrived

    def drop_shots(self, keys: list[str], scene: int, index: int) -> None:
        """Put shots before the one that is shown as number `index` of the shown scene."""
        film = self._desk.film
        place = place_in_film(film, self._shots.scenes, scene, index)
        self._move(keys, moves_to(film, keys, *place))

    def drop_scene(self, scene_id: str, index: int) -> None:
        """Put a scene before the one that is shown as number `index`."""
        film = self._desk.film
        moves = scene_moves_to(film, scene_id, scene_place_in_film(film, self._shots.scenes, index))
        title = film.scene(scene_id).title or scene_id
        words = translate("TimelinePane", "Move scene {title}").format(title=title)
        self._start(words, moves, ())

    def push(self, keys: Sequence[str], command: str) -> None:
        """Do what a key that moves shots asks for: one place, a scene, or to an end of the film."""
        if keys and self._desk.editable:
            step = -1 if command in _BACK else 1
            self._move(keys, _MAKERS[command](self._desk.film, keys, step))

    def _move(self, keys: Sequence[str], moves: Sequence[MoveShot]) -> None:
        if len(keys) == 1:
            number = self._desk.film.number_of(keys[0])
            label = translate("TimelinePane", "Move shot {number}").format(number=number)
        else:
            shots = count_word("shots", len(keys))
            label = translate("TimelinePane", "Move {shots}").format(shots=shots)
        self._start(label, moves, keys)

    def _start(
        self, label: str, moves: Sequence[MoveShot | MoveScene], keys: Sequence[str]
    ) -> None:
        async def work() -> None:
            await self._desk.edit(label, *moves)
            if keys:
                self._arrived(keys[0])

        if moves:
            self._desk.scope.carry_out(work())
