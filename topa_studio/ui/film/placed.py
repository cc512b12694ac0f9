"""What each view of cards has to say for itself: where everything lies."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QScrollBar

from topa_studio.ui.film.bare_list import BareList
from topa_studio.ui.film.place import Place, Plan


class Placed(BareList):
    """Rectangles and points are the viewport's."""

    @abstractmethod
    def plan(self) -> Plan:
        """Which rows and scenes have a place."""

    @abstractmethod
    def lay_out(self, *_signal: object) -> None:
        """The film, the size of cards or that of the text changed: measure again."""

    @abstractmethod
    def take_theme(self) -> None:
        """Colours or text size changed."""

    @abstractmethod
    def card_rect(self, row: int) -> QRect:
        """Where the card of a row is in the viewport."""

    @abstractmethod
    def frame_rect(self, scene: int) -> QRect:
        """Where the frame around the cards of a scene is in the viewport."""

    @abstractmethod
    def head_rect(self, scene: int) -> QRect:
        """Where a scene's heading is in the viewport."""

    @abstractmethod
    def empty_card_rect(self, scene: int) -> QRect:
        """Where the + card of a scene is; empty where it has none."""

    @abstractmethod
    def rows_in(self, rect: QRect) -> range:
        """Rows of which at least a pixel may be in `rect` of the viewport."""

    @abstractmethod
    def row_under(self, at: QPoint) -> int | None:
        """The row whose card is under a point of the viewport."""

    @abstractmethod
    def scene_under(self, at: QPoint) -> int | None:
        """The scene of which the heading or the frame is there."""

    @abstractmethod
    def place_under(self, at: QPoint, *, scene: bool) -> Place | None:
        """Where shots, or a `scene`, would land there."""

    @abstractmethod
    def drag_bar(self) -> QScrollBar:
        """The bar that a drag to the edge scrolls; its page is as long as the viewport."""

    @abstractmethod
    def reveal_scene(self, scene: int) -> None:
        """Bring a scene's frame into sight where hardly anything of it is."""
