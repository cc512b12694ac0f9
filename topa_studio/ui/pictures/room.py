"""Opens the pictures of a chosen element over the middle of the window, and gives that back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from topa_studio.model.wish import Wish
from topa_studio.ui.commands.table import PICTURE_HINTS
from topa_studio.ui.desk import Desk
from topa_studio.ui.element_looks import ElementLooks
from topa_studio.ui.frame.view_places import ViewPlaces
from topa_studio.ui.running.binding import Merged, bind
from topa_studio.ui.small_pictures.thumbnails import Thumbnails
from topa_studio.ui.views.film_pane import FilmPane

if TYPE_CHECKING:
    from topa_studio.ui.pictures.page import ElementPage

_FOLLOWED = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show)
Make = Callable[[Sequence[Wish], float | None, QWidget], None]


class ElementRoom(QObject):
    """Follows what is chosen: an element opens its page, anything else closes it.

    While it is open the film shows only where the element is used, until that is lifted.

    Attributes:
        covered: what it lies over: the player, or the film where that has the middle.
    Signals:
        opened, closed: the page lies over it, or has gone.
        decided: whether the page has an orange button of its own.
    """

    opened = Signal()
    closed = Signal()
    decided = Signal(bool)

    def __init__(
        self,
        desk: Desk,
        places: ViewPlaces,
        timeline: FilmPane,
        thumbnails: Thumbnails,
        looks: ElementLooks,
        make: Make,
    ) -> None:
        super().__init__(places)
        self._desk, self._places, self._timeline = desk, places, timeline
        self.covered = places.middle
        self._made_of = desk, thumbnails, looks, make
        self._page: ElementPage | None = None
        self._before: tuple[tuple[str, ...], str | None] = ((), None)
        self._focus: QWidget | None = None
        self._narrowed = False
        again = Merged(self, lambda _names: self._narrow_again())
        bind(self, desk.session.changed, again.poke)
        desk.selection.changed.connect(self._follow)
        timeline.filters.widened.connect(self._widened)
        places.turned.connect(self._move)
        self._follow()

    @property
    def page(self) -> ElementPage | None:
        """The page that is open."""
        return self._page if self._page is not None and not self._page.isHidden() else None

    def leave(self) -> None:
        """Give the player back, with what was chosen before and where the keyboard was."""
        if self.page is None:
            return
        shots, scene = self._before
        film, selection = self._desk.film, self._desk.selection
        shots = tuple(key for key in shots if film.has_shot(key))
        self._widen()
        if shots:
            selection.select_shots(shots)
        elif any(known.id == scene for known in film.scenes):
            selection.select_scene(scene or "")
        else:
            selection.clear()

    def instead(self, name: str, act: Callable[[], object]) -> Callable[[], object]:
        """What a command about playing does: the player comes back first."""
        stays = name in _NOT_SEEN

        def do() -> None:
            if self.page is None:
                act()
            elif not stays:
                self.leave()
                act()

        return do

    def show_film_with(self, name: str) -> None:
        """Show in the film only where an element is used."""
        self._narrowed = True
        self._narrow(name)

    def paste(self) -> bool:
        """Put a picture from the clipboard on the page that is open; whether there was one."""
        page = self.page
        return page is not None and page.drops.paste()

    def enter(self) -> None:
        """Put the keyboard on the first picture."""
        if self.page is not None:
            self.page.focus_first()

    # Following.

    def _follow(self) -> None:
        chosen = self._desk.selection
        name = chosen.element
        if name is None or self._desk.film.element(name) is None:
            if chosen.element is None:
                self._before = chosen.shots, chosen.scene
            self._close()
            return
        page = self._made()
        opens = page.isHidden()
        if opens:
            self._focus = self._window.focusWidget()
        if opens or page.name != name:
            self.show_film_with(name)
        page.show_element(name)
        if opens:
            self._cover()
            page.refresh()
            self.opened.emit()

    def _close(self) -> None:
        page = self.page
        if page is None:
            return
        had = page.isAncestorOf(self._window.focusWidget() or self._window)
        self._uncover()
        page.put_away()
        if not self._desk.selection.shots:
            self._widen()
        if had and self._focus is not None and shiboken6.isValid(self._focus):
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus = None
        self.decided.emit(False)
        self.closed.emit()

    def _made(self) -> ElementPage:
        if self._page is None:
            from topa_studio.ui.pictures.page import ElementPage

            page = self._page = ElementPage(*self._made_of)
            page.left.connect(self.leave)
            page.decided.connect(self.decided)
            page.keyed.connect(self._teach)
        return self._page

    def _teach(self, on: bool) -> None:
        self._timeline.teach(PICTURE_HINTS if on else None)

    @property
    def _window(self) -> QWidget:
        return self._timeline.window()

    def _cover(self) -> None:
        """Lie over what is in the middle; keys and Tab shall not reach that."""
        page, covered = self._made(), self._places.middle
        self.covered = covered
        page.setParent(covered.parentWidget())
        self._lie_over()
        page.show()
        page.raise_()
        covered.setEnabled(False)
        covered.installEventFilter(self)

    def _uncover(self) -> None:
        self.covered.removeEventFilter(self)
        self.covered.setEnabled(True)

    def _move(self) -> None:
        """Something else is in the middle now."""
        if self.page is not None:
            self._uncover()
            self._cover()
        else:
            self.covered = self._places.middle

    def _lie_over(self) -> None:
        if self._page is not None:
            self._page.setGeometry(self.covered.geometry())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What it lies over has another size or place."""
        if event.type() in _FOLLOWED:
            self._lie_over()
        return super().eventFilter(watched, event)

    # The film below.

    def _narrow(self, name: str) -> None:
        words = self.tr("With @{name}").format(name=name)
        keys = self._desk.session.elements.used_in(name)
        if keys:
            self._timeline.filters.narrow(words, keys)
        else:
            self._widen()

    def _narrow_again(self) -> None:
        page = self.page
        if self._narrowed and page is not None and self._desk.film.element(page.name) is not None:
            self._narrow(page.name)

    def _widen(self) -> None:
        self._narrowed = False
        self._timeline.filters.widen()

    def _widened(self) -> None:
        self._narrowed = False


# Marks and trims belong to a frame that is on the screen.
_NOT_SEEN = frozenset({"mark_in", "mark_out", "unmark", "trim_in", "trim_out", "sound"})
