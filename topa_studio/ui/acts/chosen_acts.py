"""What the Edit menu means: it depends on what is chosen, and on whether words are being typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit

from topa_studio.ui.acts.scene_acts import SceneActs
from topa_studio.ui.acts.shot_acts import ShotActs
from topa_studio.ui.desk import Desk
from topa_studio.ui.elements.acts import ElementActs


class ChosenActs:
    """Joins the commands of the clipboard, of deleting and of duplicating.

    Attributes:
        paste_first: takes what is in the clipboard where it can; whether it did.
    """

    def __init__(
        self, desk: Desk, shots: ShotActs, scenes: SceneActs, elements: ElementActs
    ) -> None:
        self._selection = desk.selection
        self._shots = shots
        self._scenes = scenes
        self._elements = elements
        self.paste_first: Callable[[], bool] = bool
        desk.commands.join(
            {
                "delete": self._delete,
                "duplicate": self._duplicate,
                "cut": self._cut,
                "copy": self._copy,
                "paste": self._paste,
            }
        )

    def _delete(self) -> None:
        if self._selection.shots:
            self._shots.delete()
        elif self._selection.scene is not None:
            self._scenes.delete()
        elif self._selection.element is not None:
            self._elements.delete(self._selection.element)

    def _duplicate(self) -> None:
        acts = self._shots if self._selection.shots else self._scenes
        acts.duplicate()

    def _cut(self) -> None:
        (_field_in_use() or self._shots).cut()

    def _copy(self) -> None:
        (_field_in_use() or self._shots).copy()

    def _paste(self) -> None:
        field = _field_in_use()
        if field is not None or not self.paste_first():
            (field or self._shots).paste()


def _field_in_use() -> QLineEdit | QTextEdit | None:
    field = QApplication.focusWidget()
    return field if isinstance(field, QLineEdit | QTextEdit) else None
