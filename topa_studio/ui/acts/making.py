"""Joins every button and key that makes something to the presses; it has no rule itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from topa_studio.model.wish import Wish
from topa_studio.ui.commands.table import COMMANDS
from topa_studio.ui.desk import Desk
from topa_studio.ui.elements.pane import ElementsPane
from topa_studio.ui.frame.top_bar import TopBar
from topa_studio.ui.in_place import Where, spot_of
from topa_studio.ui.inspector.pane import InspectorPane
from topa_studio.ui.pressing.press import Pressing
from topa_studio.ui.views.film_pane import FilmPane
from topa_studio.ui.words import quote_word


class Making(QObject):
    """What is made in one window, and where it is asked about that is pressed by a key."""

    def __init__(
        self,
        desk: Desk,
        pressing: Pressing,
        timeline: FilmPane,
        elements: ElementsPane,
        inspector: InspectorPane,
        top: TopBar,
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._pressing = pressing
        self._timeline = timeline
        self._elements = elements
        elements.generate_requested.connect(
            lambda names, shown: self.generate_elements(names, shown, elements.button(names))
        )
        inspector.generate_requested.connect(
            lambda keys, shown: self.generate(keys, shown, inspector.button)
        )
        inspector.variants_requested.connect(
            lambda wishes, shown: self.variants(wishes, shown, inspector.button)
        )
        inspector.elements_requested.connect(
            lambda names, shown: self.generate_elements(names, shown, inspector.button)
        )
        timeline.generate_requested.connect(self.generate)
        timeline.scene_generate_requested.connect(self._scene)
        top.generate_requested.connect(lambda keys, shown: self.generate(keys, shown, top.primary))
        desk.commands.join(
            {
                "generate": timeline.asking.generate_chosen,
                "generate_missing": self._generate_missing,
            }
        )
        desk.selection.typing_changed.connect(lambda _key: top.show_typing(desk.selection.typing))
        pressing.spot = self._spot
        pressing.words_wanted.connect(desk.write)

    def generate(
        self,
        keys: Sequence[str],
        shown: float | None = None,
        button: QWidget | None = None,
        *,
        told: bool = False,
    ) -> None:
        """Make a clip of each shot, after what has to be asked or told before.

        `shown` are the credits on the button that was pressed, where it told them; `button` is
        that button, None where it is the shot's own card or a key. `told`: see `Pressing.shots`.
        """
        where = None if button is None else spot_of(button)
        self._pressing.shots(keys, shown, where, told=told)

    def variants(
        self, wishes: Sequence[Wish], shown: float | None = None, button: QWidget | None = None
    ) -> None:
        """Make several takes of each of these shots at once; all else as in `generate`."""
        self._pressing.variants(wishes, shown, None if button is None else spot_of(button))

    def generate_elements(
        self, names: Sequence[str], shown: float | None = None, button: QWidget | None = None
    ) -> None:
        """Make the missing reference images of these elements."""
        self._pressing.elements(names, shown, None if button is None else spot_of(button))

    def pictures(
        self,
        wishes: Sequence[Wish],
        shown: float | None = None,
        button: QWidget | None = None,
        *,
        same: bool = False,
    ) -> None:
        """Make reference images, or panels alone; `same`: also what is there already."""
        where = None if button is None else spot_of(button)
        self._pressing.pictures(wishes, shown, where, same=same)

    def show_costs(self) -> None:
        """Say in the menu what a press would make and cost now."""
        offer = self._timeline.offer()
        words = f"&{offer}" if offer else COMMANDS["generate"].words
        actions = self._desk.commands.actions
        actions["generate"].setText(words)
        words, session = COMMANDS["generate_missing"].words, self._desk.session
        quote = session.standing.missing()
        if session.is_counted and quote.wishes:
            words = f"{words} · {quote_word(quote)}"
        actions["generate_missing"].setText(words)

    def _generate_missing(self) -> None:
        session = self._desk.session
        shown = session.standing.missing().credits if session.is_counted else None
        self.generate(session.missing(), shown)

    def _scene(self, scene_id: str, shown: float | None = None) -> None:
        keys = self._desk.session.missing(scene_id)
        if keys:
            self.generate(keys, shown)
        else:
            self._desk.tell(
                QCoreApplication.translate("Making", "Nothing is missing in this scene.")
            )

    def _spot(self, key: str) -> Where:
        """Where a shot or element is asked about that no button of a pane was pressed for."""
        if self._desk.film.has_shot(key):
            return self._timeline.spot_of(key)
        return spot_of(self._elements.button([key]))
