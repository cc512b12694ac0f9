"""What a view of the film is to the window around it; views are siblings and know no other."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, SignalInstance
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from topa_studio.ui.in_place import Spot


class FilmView(Protocol):
    """An item view of the film's shots, whose rows and selection are those of `ShotsModel`.

    A view that is hidden costs an edit nothing: what it would measure or paint it does when it is
    shown again. The playhead, the chosen scene and what is missing are told to it then.

    Attributes:
        editable: whether the film can be changed. nothing: the words of a film without shots.
    """

    play_requested: SignalInstance
    generate_requested: SignalInstance
    scene_generate_requested: SignalInstance
    shots_pushed: SignalInstance
    scene_chosen: SignalInstance
    shot_wanted: SignalInstance
    editable: bool
    nothing: str

    def viewport(self) -> QWidget:
        """In which it paints."""

    def scrollTo(self, index: QModelIndex | QPersistentModelIndex, /) -> None:
        """Bring a row of the film's model into sight."""

    def show_playhead(self, seconds: float) -> None:
        """Draw the playhead at this moment of the film, and keep it in sight."""

    def choose_scene(self, scene_id: str | None) -> None:
        """Show a scene as chosen, None for none."""

    def repaint_card(self, key: str) -> None:
        """Paint one shot again."""

    def spot_of(self, key: str) -> Spot | None:
        """Where a press for a shot is asked about."""

    def first_in_sight(self) -> tuple[str, int]:
        """The key of the first shot in sight, and how far its edge is from ours; "" without one."""

    def show_from(self, key: str, pixels: int) -> None:
        """Have a shot so far from our edge."""


@runtime_checkable
class HasCards(Protocol):
    """Shows shots as cards, which are dragged to other places and have seams between them."""

    shots_dropped: SignalInstance
    scene_dropped: SignalInstance
    seam_requested: SignalInstance


@runtime_checkable
class HasGaps(Protocol):
    """Has ground between the cards, and Enter means the words of a card.

    While a rubber band is drawn there, `is_banded`, what is chosen is another with every move.
    """

    words_wanted: SignalInstance
    nothing_chosen: SignalInstance
    band_ended: SignalInstance

    @property
    def is_banded(self) -> bool:
        """Whether one is drawn."""


@runtime_checkable
class HasMenus(Protocol):
    """Asks for the menus of shots and scenes: where on the screen, and a scene's id or ""."""

    menu_requested: SignalInstance
    shots_pushed: SignalInstance

    def viewport(self) -> QWidget:
        """Over which they open."""

    def selected_keys(self) -> list[str]:
        """Permanent keys of the selected shots, in the film's order."""


@runtime_checkable
class HasTitles(Protocol):
    """Has titles that are changed where they stand."""

    title_wanted: SignalInstance

    def viewport(self) -> QWidget:
        """In which they stand."""

    def title_rect(self, key: str) -> QRect:
        """Where the title of a shot stands; nowhere where it is not shown."""

    def scene_title_rect(self, scene_id: str) -> QRect:
        """Where the title of a scene stands."""


@runtime_checkable
class HasCorner(Protocol):
    """Has a widget of its own for the end of the tools: the size of cards, columns to choose."""

    corner: QWidget


@runtime_checkable
class HasColumns(Protocol):
    """Shows cards side by side, as many as the user likes.

    Signals:
        columns_changed: how many stand side by side now.
    """

    columns_changed: SignalInstance

    @property
    def columns(self) -> int:
        """How many stand side by side."""

    def set_columns(self, columns: int) -> None:
        """Have so many stand side by side."""


@runtime_checkable
class HasGuests(Protocol):
    """Shows on a card what something from elsewhere that is held over it would become."""

    def show_guest(
        self, at: QPoint | None, colour: QColor | None = None, words: str = ""
    ) -> str | None:
        """It is held there, or nowhere; the key of the card it is over."""


class _Pressed(Protocol):
    pressed: SignalInstance


@runtime_checkable
class HasBoxes(Protocol):
    """Has boxes that the user ticks, on shots among which something is chosen."""

    boxes: _Pressed
