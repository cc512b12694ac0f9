"""What the user does to shots by hand: each act is one undo step and selects what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from topa_studio.app.session import DocumentChange
from topa_studio.base.errors import DocumentError
from topa_studio.document.edits import (
    AddScene,
    AddShot,
    DeleteShot,
    DuplicateShot,
    MergeShots,
    Paste,
    SceneTarget,
    ShotTarget,
    SplitShot,
)
from topa_studio.ui.desk import Desk
from topa_studio.ui.film.words import count_word
from topa_studio.ui.places import in_order, neighbour, next_of, place_for_new

_FIRST_SCENE = "1"
translate = QCoreApplication.translate


class ShotActs:
    """Acts on the selected shots."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        desk.commands.join({"new_shot": self.new, "split": self.split, "merge": self.merge})

    def new(self, scene_id: str | None = None) -> None:
        """A new shot behind the selected one, or at the end of scene `scene_id`."""
        self._desk.start(lambda: self._new(scene_id))

    async def _new(self, scene_id: str | None) -> None:
        desk, label = self._desk, translate("ShotActs", "New shot")
        place = place_for_new(desk.film, desk.selection, scene_id)
        if place is None:
            shot = AddShot(_FIRST_SCENE, 0, {"prompt": ""})
            change = await desk.edit(label, AddScene(0, {"id": _FIRST_SCENE}), shot)
        else:
            change = await desk.edit(label, AddShot(*place, {"prompt": ""}))
        self._select_added(change)
        desk.writing_wanted.emit()

    def delete(self) -> None:
        """Delete the selected shots; undo and the trash have them."""
        self._desk.start(
            lambda: self._remove(
                translate("ShotActs", "Delete {shots}"), translate("ShotActs", "Deleted {shots}")
            )
        )

    async def _remove(self, label: str, told: str) -> None:
        desk = self._desk
        keys = in_order(desk.film, desk.selection.shots)
        if not keys:
            return
        words, left = self._named(keys), neighbour(desk.film, keys)
        await desk.edit(label.format(shots=words), *(DeleteShot(key) for key in keys))
        if left is not None:
            desk.selection.select_shot(left, by_edit=True)
        else:
            desk.selection.clear()
        desk.tell_undoable(told.format(shots=words))

    def duplicate(self) -> None:
        """A copy behind each selected shot."""
        self._desk.start(self._duplicate)

    async def _duplicate(self) -> None:
        keys = in_order(self._desk.film, self._desk.selection.shots)
        if keys:
            label = translate("ShotActs", "Duplicate {shots}").format(shots=self._named(keys))
            copies = (DuplicateShot(key) for key in keys)
            self._select_added(await self._desk.edit(label, *copies))

    # The clipboard: shots are the very text of the file there.

    def copy(self) -> None:
        """The selected shots, else the selected scene, as text for any film or text editor."""
        desk = self._desk
        keys = in_order(desk.film, desk.selection.shots)
        targets: list[ShotTarget | SceneTarget] = [ShotTarget(key) for key in keys]
        if not targets and desk.selection.scene is not None:
            targets = [SceneTarget(desk.selection.scene)]
        if targets:
            QGuiApplication.clipboard().setText(desk.session.copy_text(targets))

    def cut(self) -> None:
        """Copy the selected shots, then take them out of the film."""
        self._desk.start(self._cut)

    async def _cut(self) -> None:
        if self._desk.selection.shots:
            self.copy()
            await self._remove(
                translate("ShotActs", "Cut {shots}"), translate("ShotActs", "Cut {shots}")
            )

    def paste(self) -> None:
        """Put what was copied behind the selected shot; words that are no shot are told."""
        self._desk.start(self._paste)

    async def _paste(self) -> None:
        desk, text = self._desk, QGuiApplication.clipboard().text()
        if not text.strip():
            desk.tell(translate("ShotActs", "Nothing is on the clipboard: copy a shot first"))
            return
        place = place_for_new(desk.film, desk.selection, desk.selection.scene)
        if place is not None:
            self._select_added(await desk.edit(translate("ShotActs", "Paste"), Paste(text, *place)))
        else:
            self._select_added(await self._paste_first(text))

    async def _paste_first(self, text: str) -> DocumentChange | None:
        """Into a film without a scene: scenes as they are, shots into a new scene."""
        label = translate("ShotActs", "Paste")
        try:
            return await self._desk.edit(label, Paste(text, None, 0))
        except DocumentError as error:
            if error.code != "document.paste-where":
                raise
        scene = AddScene(0, {"id": _FIRST_SCENE})
        return await self._desk.edit(label, scene, Paste(text, _FIRST_SCENE, 0))

    # Two of one, one of two.

    def split(self) -> None:
        """Two shots of the one under the playhead, at the nearest whole second."""
        self._desk.start(self._split)

    async def _split(self) -> None:
        desk = self._desk
        now = desk.selection.playhead
        cut = next((c for c in desk.session.cuts() if c.start < now < c.end), None)
        if cut is None:
            desk.tell(
                translate("ShotActs", "Put the playhead into a shot, where it should be split")
            )
            return
        at = min(max(round(now - cut.start), 1), max(1, int(cut.seconds) - 1))
        label = translate("ShotActs", "Split shot {number}").format(number=cut.number)
        self._select_added(await desk.edit(label, SplitShot(cut.key, at)))

    def merge(self) -> None:
        """One shot of the selected ones, or of the selected one and the next."""
        self._desk.start(self._merge)

    async def _merge(self) -> None:
        desk = self._desk
        keys = in_order(desk.film, desk.selection.shots)
        if len(keys) == 1 and (following := next_of(desk.film, keys[0])) is not None:
            keys = (*keys, following)
        if len(keys) < 2:
            desk.tell(
                translate(
                    "ShotActs",
                    "This is the last shot of its scene: there is no next one to merge with",
                )
            )
            return
        label = translate("ShotActs", "Merge {shots}").format(shots=self._named(keys))
        await desk.edit(label, *(MergeShots(keys[0], key) for key in keys[1:]))
        desk.selection.select_shot(keys[0], by_edit=True)

    # Inside.

    def _named(self, keys: Sequence[str]) -> str:
        if len(keys) == 1:
            number = self._desk.film.number_of(keys[0])
            return translate("ShotActs", "shot {number}").format(number=number)
        return count_word("shots", len(keys))

    def _select_added(self, change: DocumentChange | None) -> None:
        if change is None:
            return
        added = in_order(change.after, change.added)
        known = {scene.id for scene in change.before.scenes}
        scenes = [scene.id for scene in change.after.scenes if scene.id not in known]
        if scenes and not (added and change.before.scenes == ()):
            self._desk.selection.select_scene(scenes[0], by_edit=True)
        elif added:
            self._desk.selection.select_shots(added, by_edit=True)
