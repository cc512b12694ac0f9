"""What the user does to scenes by hand: each act is one undo step and selects what came of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from topa_studio.app.session import DocumentChange
from topa_studio.document.edits import AddScene, DeleteScene, DuplicateScene
from topa_studio.ui.desk import Desk
from topa_studio.ui.film.moves import scene_moves_to
from topa_studio.ui.film.words import count_word
from topa_studio.ui.places import scene_in_hand

translate = QCoreApplication.translate


class SceneActs:
    """Acts on the scene in hand."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        desk.commands.join(
            {
                "new_scene": self.new,
                "retitle_scene": self.retitle,
                "duplicate_scene": self.duplicate,
                "delete_scene": self.delete,
                "scene_left": lambda: self.move(-1),
                "scene_right": lambda: self.move(1),
            }
        )

    def new(self) -> None:
        """A new scene behind the one in hand, else at the end, with its title to be written."""
        self._desk.start(self._new)

    async def _new(self) -> None:
        desk = self._desk
        ids = [scene.id for scene in desk.film.scenes]
        here = scene_in_hand(desk.film, desk.selection)
        index = ids.index(here) + 1 if here is not None else len(ids)
        change = await desk.edit(
            translate("SceneActs", "New scene"), AddScene(index, {"title": ""})
        )
        self._select_added(change)
        desk.writing_wanted.emit()

    def duplicate(self) -> None:
        """A copy of the scene behind it."""
        self._desk.start(self._duplicate)

    async def _duplicate(self) -> None:
        scene_id = scene_in_hand(self._desk.film, self._desk.selection)
        if scene_id is not None:
            label = translate("SceneActs", "Duplicate {scene}").format(scene=self._named(scene_id))
            self._select_added(await self._desk.edit(label, DuplicateScene(scene_id)))

    def delete(self) -> None:
        """Delete the scene with its shots; undo and the trash have them."""
        self._desk.start(self._delete)

    async def _delete(self) -> None:
        desk = self._desk
        scene_id = scene_in_hand(desk.film, desk.selection)
        if scene_id is None:
            return
        scenes = desk.film.scenes
        place = [scene.id for scene in scenes].index(scene_id)
        words, shots = self._named(scene_id), len(scenes[place].shots)
        left = [scene.id for scene in (*scenes[place + 1 :], *reversed(scenes[:place]))]
        await desk.edit(
            translate("SceneActs", "Delete {scene}").format(scene=words), DeleteScene(scene_id)
        )
        if left:
            desk.selection.select_scene(left[0], by_edit=True)
        else:
            desk.selection.clear()
        told = (
            translate("SceneActs", "Deleted {scene}")
            if not shots
            else translate("SceneActs", "Deleted {scene} with {shots}")
        )
        desk.tell_undoable(told.format(scene=words, shots=count_word("shots", shots)))

    def move(self, step: int) -> None:
        """One place to the left (-1) or the right (1)."""
        self._desk.start(lambda: self._move(step))

    async def _move(self, step: int) -> None:
        film = self._desk.film
        scene_id = scene_in_hand(film, self._desk.selection)
        if scene_id is None:
            return
        place = [scene.id for scene in film.scenes].index(scene_id)
        if not 0 <= place + step < len(film.scenes):
            return
        moves = scene_moves_to(film, scene_id, place - 1 if step < 0 else place + 2)
        label = translate("SceneActs", "Move {scene}").format(scene=self._named(scene_id))
        await self._desk.edit(label, *moves)

    def retitle(self) -> None:
        """Select the scene in hand and put the keyboard into its title."""
        scene_id = scene_in_hand(self._desk.film, self._desk.selection)
        if scene_id is not None:
            self._desk.selection.select_scene(scene_id)
            self._desk.writing_wanted.emit()

    # Inside.

    def _named(self, scene_id: str) -> str:
        place = [scene.id for scene in self._desk.film.scenes].index(scene_id)
        return translate("SceneActs", "scene {number}").format(number=place + 1)

    def _select_added(self, change: DocumentChange | None) -> None:
        if change is not None:
            known = {scene.id for scene in change.before.scenes}
            added = next(scene.id for scene in change.after.scenes if scene.id not in known)
            self._desk.selection.select_scene(added, by_edit=True)
