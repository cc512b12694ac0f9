"""Joins every button and key that makes something to the acts; it has no rule itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject

from topa_studio.ui.film_edits import Joined
from topa_studio.ui.in_place import Where, spot_of
from topa_studio.ui.top_bar import TopBar


class Making(QObject):
    """The presses of one window; `write` puts the keyboard into the words of a shot."""

    def __init__(self, window: Joined, top: TopBar, write: Callable[[str], None]) -> None:
        super().__init__(window.parent)
        self._window = window
        acts = window.acts
        elements, inspector = window.elements, window.inspector
        elements.generate_requested.connect(
            lambda names, shown: acts.generate_elements(names, shown, elements.button(names))
        )
        inspector.generate_requested.connect(
            lambda keys, shown: acts.generate(keys, shown, inspector.button)
        )
        inspector.elements_requested.connect(
            lambda names, shown: acts.generate_elements(names, shown, inspector.button)
        )
        window.timeline.generate_requested.connect(acts.generate)
        window.timeline.scene_generate_requested.connect(self._scene)
        top.generate_requested.connect(lambda keys, shown: acts.generate(keys, shown, top.primary))
        window.commands.join(
            {
                "generate": window.timeline.generate_chosen,
                "generate_missing": lambda: acts.generate(window.session.missing()),
            }
        )
        window.selection.typing_changed.connect(
            lambda _key: top.show_typing(window.selection.typing)
        )
        acts.pressing.spot = self._spot
        acts.pressing.words_wanted.connect(write)

    def _scene(self, scene_id: str, shown: float | None = None) -> None:
        if self._window.session.missing(scene_id):
            self._window.acts.generate_scene(scene_id, shown)
        else:
            words = QCoreApplication.translate("Making", "Nothing is missing in this scene.")
            self._window.notice_bar.show_notice("info", words)

    def _spot(self, key: str) -> Where:
        """Where a shot or element is asked about that no button of a pane was pressed for."""
        if self._window.session.document.scenario.has_shot(key):
            return self._window.timeline.spot_of(key)
        return spot_of(self._window.elements.button([key]))
