"""What opens the room for words, of the chosen shot or of the one at the playhead."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from topa_studio.film.composition import index_at
from topa_studio.model.rate import frame_of
from topa_studio.ui.desk import Desk
from topa_studio.ui.element_looks import ElementLooks
from topa_studio.ui.middle import Middle
from topa_studio.ui.running.binding import bind
from topa_studio.ui.small_pictures.thumbnails import Thumbnails

if TYPE_CHECKING:
    from topa_studio.ui.inspector.pane import InspectorPane
    from topa_studio.ui.writing.caret import Caret
    from topa_studio.ui.writing.prompt import PromptEditor
    from topa_studio.ui.writing_room.page import WritingPage


class WritingActs(QObject):
    """Of one window; the page is made when it is first asked for.

    Signals:
        element_wanted: the name of an element to make.
    """

    element_wanted = Signal(str)

    def __init__(
        self,
        desk: Desk,
        middle: Middle,
        thumbnails: Thumbnails,
        looks: ElementLooks,
        inspector: InspectorPane,
    ) -> None:
        super().__init__(middle)
        self._desk, self._middle = desk, middle
        self._made_of = desk, thumbnails, looks
        self._inspector = inspector
        desk.commands.join({"write": self.write, "spell_out": self.spell_out})
        bind(self, desk.session.changed, lambda _change: self._offer())
        self._offer()

    @cached_property
    def page(self) -> WritingPage:
        """The room."""
        from topa_studio.ui.writing_room.page import WritingPage

        made = WritingPage(*self._made_of)
        made.element_wanted.connect(self.element_wanted)
        made.ended.connect(self._give_back)
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
        caret = None if sent else self._caret(key)
        if self._middle.page is self.__dict__.get("page") and self._middle.page is not None:
            self.page.show_shot(key, sent=sent)
            self.page.begin()
            return
        self.page.show_shot(key, sent=sent)
        self._middle.open(self.page)
        if caret is not None:
            from topa_studio.ui.writing.caret import put_caret

            put_caret(self.page.column.prompt, caret)

    def _editor(self, key: str) -> PromptEditor | None:
        """What shows the words of a shot beside the film; None: nothing does."""
        form = vars(self._inspector).get("shot")
        return form.prompt if form is not None and form.key == key else None

    def _caret(self, key: str) -> Caret | None:
        """Where one writes in it."""
        editor = self._editor(key)
        if editor is None:
            return None
        from topa_studio.ui.writing.caret import caret_of

        return caret_of(editor)

    def _give_back(self, key: str) -> None:
        """The cursor stands where it was in the room, as soon as the same words are there."""
        from topa_studio.ui.writing.caret import caret_of, put_caret

        editor, caret = self._editor(key), caret_of(self.page.column.prompt)
        if editor is None or caret is None or put_caret(editor, caret):
            return

        async def later() -> None:
            await self._desk.settled()
            if isValid(editor) and self._editor(key) is editor:
                put_caret(editor, caret)

        self._desk.look(later)

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
