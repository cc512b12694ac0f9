"""What opens the room for words, of the chosen shot or of the one at the playhead."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from topa_studio.film.composition import index_at
from topa_studio.model.rate import frame_of
from topa_studio.ui.binding import bind
from topa_studio.ui.desk import Desk
from topa_studio.ui.element_looks import ElementLooks
from topa_studio.ui.middle import Middle
from topa_studio.ui.thumbnails import Thumbnails

if TYPE_CHECKING:
    from topa_studio.ui.writing_room.page import WritingPage


class WritingActs(QObject):
    """Of one window; the page is made when it is first asked for."""

    def __init__(
        self,
        desk: Desk,
        middle: Middle,
        thumbnails: Thumbnails,
        looks: ElementLooks,
        new_element: Callable[[str], object],
    ) -> None:
        super().__init__(middle)
        self._desk, self._middle = desk, middle
        self._made_of = desk, thumbnails, looks
        self._new_element = new_element
        desk.commands.join({"write": self.write, "spell_out": self.spell_out})
        bind(self, desk.session.changed, lambda _change: self._offer())
        self._offer()

    @cached_property
    def page(self) -> WritingPage:
        """The room."""
        from topa_studio.ui.writing_room.page import WritingPage

        made = WritingPage(*self._made_of)
        made.element_wanted.connect(self._new_element)
        return made

    def write(self) -> None:
        """Write the words of the chosen shot."""
        self._open(sent=False)

    def spell_out(self) -> None:
        """Read what will be sent of it."""
        self._open(sent=True)

    def flush(self) -> None:
        """Tell what was typed there and not told yet."""
        if self._middle.page is not None and "page" in self.__dict__:
            self.page.flush()

    def _open(self, *, sent: bool) -> None:
        key = self._wanted()
        if key is None:
            return
        self._desk.telling.emit()
        if self._middle.page is self.__dict__.get("page") and self._middle.page is not None:
            self.page.show_shot(key, sent=sent)
            self.page.begin()
            return
        self.page.show_shot(key, sent=sent)
        self._middle.open(self.page)

    def _wanted(self) -> str | None:
        film, chosen = self._desk.film, self._desk.selection
        if chosen.shot is not None and film.has_shot(chosen.shot):
            return chosen.shot
        scene = next((each for each in film.scenes if each.id == chosen.scene and each.shots), None)
        if scene is not None:
            return scene.shots[0].key
        cuts = self._desk.session.cuts()
        if not cuts:
            return None
        return cuts[index_at(cuts, frame_of(chosen.playhead, cuts[0].rate))].key

    def _offer(self) -> None:
        for name in ("write", "spell_out"):
            self._desk.commands.actions[name].setEnabled(bool(self._desk.film.shots()))
