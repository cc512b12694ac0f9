"""The room of its own: one shot's words in large type over the whole window, from shot to shot."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from topa_studio.ui.commands.command import Place
from topa_studio.ui.commands.of_pages import WRITING_HINTS
from topa_studio.ui.commands.table import COMMANDS, hint_of
from topa_studio.ui.desk import Desk
from topa_studio.ui.element_looks import ElementLooks
from topa_studio.ui.look.theme import scaled
from topa_studio.ui.middle import Acts, Page
from topa_studio.ui.running.binding import Merged, bind
from topa_studio.ui.small_pictures.thumbnails import Thumbnails
from topa_studio.ui.timeline.hints import Hint, HintsRow
from topa_studio.ui.widgets.parts import ScrollColumn, icon_button
from topa_studio.ui.writing.known import known_elements
from topa_studio.ui.writing.prompt import PromptEditor
from topa_studio.ui.writing_room.beside import Beside
from topa_studio.ui.writing_room.column import WritingColumn

translate = QCoreApplication.translate
_WIDE, _COLUMN, _AROUND = 900, 760, 20


class _Sight(ScrollColumn):
    """Scrolls with the cursor; the page's keys are not taken for its own."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave it to the page."""
        event.ignore()


class WritingPage(Page):
    """Shows the chosen shot, and chooses the one that is walked to.

    Signals:
        element_wanted: the name of an element to make. ended: it goes; the key it showed.
    """

    element_wanted = Signal(str)
    ended = Signal(str)
    over_inspector = True

    def __init__(self, desk: Desk, thumbnails: Thumbnails, looks: ElementLooks) -> None:
        super().__init__(translate("Writing", "Write"), Place.WRITING)
        self._desk, self._looks = desk, looks
        self._goes_to_sent = False
        self.column, self.beside = WritingColumn(desk), Beside(desk, thumbnails)
        self.earlier = icon_button(
            "chevron-left", COMMANDS["writing_before"].with_key(), role="quiet"
        )
        self.later = icon_button(
            "chevron-right", COMMANDS["writing_after"].with_key(), role="quiet"
        )
        self.add_tools(self.earlier, self.later)
        self.hints = HintsRow([Hint(*hint_of(names)) for names in WRITING_HINTS])
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        inside = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        around = scaled(_AROUND)
        self._row.setContentsMargins(around, around, around, around)
        self._row.setSpacing(around)
        self._row.addStretch(1)
        self.column.setMaximumWidth(scaled(_COLUMN))
        self._row.addWidget(self.column, 100)
        self._row.addWidget(self.beside)
        self._row.addStretch(1)
        self.column_sight = _Sight(inside, self.accessibleName(), around)
        self.body.addWidget(self.column_sight, 1)
        self.body.addWidget(self.hints)
        # A click beside the fields leaves the keyboard in the one that has it.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self.column.prompt)
        for button in (self.back, self.close_button, self.earlier, self.later):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _connect(self) -> None:
        desk, column = self._desk, self.column
        self.earlier.clicked.connect(lambda: self.walk(-1))
        self.later.clicked.connect(lambda: self.walk(1))
        column.before.wanted.connect(lambda: self.walk(-1))
        column.after.wanted.connect(lambda: self.walk(1))
        column.typed.connect(Merged(self, lambda _names: self._show_elements()).poke)
        column.sent.unfolded.connect(self._show_sent)
        column.notes.element_wanted.connect(self.element_wanted)
        self.beside.mentioned.connect(column.mention)
        for editor in (column.prompt, column.panel):
            editor.element_wanted.connect(self.element_wanted)
            editor.element_opened.connect(self._open_element)
            editor.cursorPositionChanged.connect(lambda editor=editor: self._follow(editor))
        desk.telling.connect(self.flush)
        desk.selection.changed.connect(self._follow_choice)
        desk.selection.typing_changed.connect(self._status_of)
        desk.writing_wanted.connect(self._write)
        again = Merged(self, lambda _names: self.refresh())
        bind(self, desk.session.changed, lambda _change: self.refresh())
        self._looks.picture_came.connect(again.poke)
        bind(self, desk.session.shots_changed, again.add)
        bind(self, desk.session.elements_changed, again.add)

    # Opening and leaving.

    @property
    def key(self) -> str:
        """The shot that is written."""
        return self.column.key

    def show_shot(self, key: str, *, sent: bool = False) -> None:
        """The shot that is written next; `sent`: what will be sent of it is read first."""
        self._goes_to_sent = sent
        self._show(key)

    def begin(self) -> None:
        """Put the keyboard into the words."""
        self.refresh()
        self.column_sight.verticalScrollBar().setValue(0)
        if self._goes_to_sent:
            self.column.sent.open()
            self.column.sent.words.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.column.write()

    def end(self) -> None:
        """Tell what was typed."""
        self.flush()
        self._desk.selection.type_in(None)
        self.ended.emit(self.key)

    def flush(self) -> None:
        """Tell what was typed and not told yet."""
        self.column.flush()

    def keys(self) -> Acts:
        """What the commands of this page do."""
        return {
            "writing_before": lambda: self.walk(-1),
            "writing_after": lambda: self.walk(1),
        }

    def walk(self, step: int) -> None:
        """Write the shot before or behind, in the same field."""
        film, column = self._desk.film, self.column
        if not film.has_shot(self.key):
            return
        beside = film.shot_before(self.key) if step < 0 else film.shot_after(self.key)
        if beside is None:
            return
        in_title = column.title.hasFocus()
        self._show(beside.key)
        (column.title.setFocus if in_title else column.write)()
        self.column_sight.verticalScrollBar().setValue(0)

    # Showing.

    def _show(self, key: str) -> None:
        self.flush()
        self._desk.selection.select_shot(key)
        self._fill(key)

    def refresh(self) -> None:
        """The film, its pictures or its takes are others now."""
        if not self.isVisible():
            return
        if self._desk.film.has_shot(self.key):
            self._fill(self.key)
        else:
            self._follow_choice()

    def _fill(self, key: str) -> None:
        film = self._desk.film
        self.column.show_shot(film, key, known_elements(film, self._looks))
        shots = film.shots()
        place = next(at for at, shot in enumerate(shots, 1) if shot.key == key)
        words = translate("Writing", "Shot {number} · {place} of {count}")
        self.about.setText(words.format(number=film.number_of(key), place=place, count=len(shots)))
        self.earlier.setEnabled(place > 1)
        self.later.setEnabled(place < len(shots))
        self._show_elements()

    def _show_elements(self) -> None:
        film = self._desk.film
        if film.has_shot(self.key):
            known = known_elements(film, self._looks)
            self.beside.show_shot(film, self.key, self.column.prompt.words(), known)

    def _status_of(self, key: str) -> None:
        if key == self.key and self.isVisible() and self._desk.film.has_shot(key):
            self.column.notes.show_shot(key)

    def _follow_choice(self) -> None:
        """Something else is chosen: another shot is written, with none the film comes back."""
        key = self._desk.selection.shot
        if not self.isVisible() or key == self.key:
            return
        if key is not None and self._desk.film.has_shot(key):
            self._fill(key)
        else:
            self.left.emit()

    def _write(self) -> None:
        """The words of what is chosen are to be written."""
        if self.isVisible():
            self.column.write()

    def _open_element(self, name: str) -> None:
        self.left.emit()
        self._desk.selection.select_element(name)

    # Sight.

    def _follow(self, editor: PromptEditor) -> None:
        """The line that is written stays in sight."""
        if editor.hasFocus():
            self._bring(editor.viewport(), editor.cursorRect())

    def _show_sent(self, on: bool) -> None:
        if on:  # it has its place a moment later
            QTimer.singleShot(0, self, lambda: self._bring(self.column.sent, QRect()))

    def _bring(self, inside: QWidget, rect: QRect) -> None:
        body = self.column_sight.widget()
        if body is None:
            return
        rect = rect if rect.isValid() else inside.rect()
        for corner in (rect.bottomLeft(), rect.topLeft()):
            at = inside.mapTo(body, corner)
            self.column_sight.ensureVisible(at.x(), at.y(), 0, scaled(24))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other where there is room for both."""
        super().resizeEvent(event)
        narrow = self.width() < scaled(_WIDE)
        down = QBoxLayout.Direction.BottomToTop
        self._row.setDirection(down if narrow else QBoxLayout.Direction.LeftToRight)
        self.column.setMaximumWidth(1 << 20 if narrow else scaled(_COLUMN))
        self.beside.set_narrow(narrow)
