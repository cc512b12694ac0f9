"""What the things in a view ask of it, and a cell of its shot."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from PySide6.QtCore import QRect

from topa_studio.ui.accessible.node import Node
from topa_studio.ui.film.card_view import CardView
from topa_studio.ui.film.offers import Offers
from topa_studio.ui.film.place import Plan
from topa_studio.ui.shot_list.columns import Column
from topa_studio.ui.shot_list.ground import Ground as ListGround
from topa_studio.ui.shot_list.lines import Lines


class InFilm(Node):
    """A view of the film, as what is in it knows it."""

    view: CardView | ListGround

    @property
    @abstractmethod
    def plan(self) -> Plan | Lines:
        """Which rows are whose."""

    @property
    @abstractmethod
    def offers(self) -> Offers:
        """The words on buttons."""

    @property
    def columns(self) -> Sequence[Column]:
        """The cells of a shot; a card has none."""
        return ()

    @abstractmethod
    def shot_area(self, row: int) -> QRect:
        """Where the shot of a row is painted in the viewport."""

    @abstractmethod
    def scene_area(self, scene: int) -> QRect:
        """Where a scene is painted in the viewport."""

    @abstractmethod
    def on_screen(self, area: QRect) -> QRect:
        """The same on the screen."""

    @abstractmethod
    def is_in_sight(self, area: QRect) -> bool:
        """Whether something of it is seen."""

    @abstractmethod
    def shot(self, key: str) -> Node:
        """The shot with this permanent key."""

    @abstractmethod
    def scene(self, scene: int) -> Node:
        """The scene of this number among those that are shown."""

    @abstractmethod
    def scene_number(self, scene_id: str) -> int | None:
        """The number of a scene among those that are shown."""

    @abstractmethod
    def at_keyboard(self) -> Node | None:
        """The thing that has the keyboard while the view has it."""

    @abstractmethod
    def choose(self, row: int, *, beside: bool = False) -> None:
        """Choose a shot as a click does, or with Ctrl `beside` the others."""

    @abstractmethod
    def choose_scene(self, scene: int) -> None:
        """Choose a scene as a click on its heading does."""


class InShot(Node):
    """A shot, as its cells know it."""

    @property
    @abstractmethod
    def row(self) -> int | None:
        """Its row; None: it is not shown."""
