"""The script: pasted, typed, opened or dropped, with what its lines become beside it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from topa_studio.app.scripts.sources import PASTED, ScriptSource
from topa_studio.ui.new_film.asked import Found
from topa_studio.ui.new_film.read_as import ReadAs
from topa_studio.ui.new_film.script_edit import ScriptEdit
from topa_studio.ui.widgets.parts import ElidedLabel, text_label

_MOST_SHOWN = 1_000_000


class ScriptSide(QWidget):
    """Shows the text that is read, whether it was opened or typed.

    Signals:
        typed: the text and the name of its file.
        open_wanted: a file is to be chosen.
        entered: the line, from 1, that the cursor is in.
    """

    typed = Signal(str, str)
    open_wanted = Signal()
    entered = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._name = PASTED
        self._shown = self._encoding = ""
        self.edit = ScriptEdit()
        self.choose = QPushButton(self.tr("Open…"))
        self.choose.setAccessibleName(self.tr("Open a script"))
        self.read_as = ReadAs()
        kinds = ElidedLabel(self.tr("Fountain, .fdx, Markdown or plain text"), "dim")
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(text_label(self.tr("THE SCRIPT"), "section"))
        head.addWidget(kinds, 1)
        head.addWidget(self.choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.read_as)
        column.addWidget(self.edit, 1)
        self.choose.clicked.connect(self.open_wanted)
        self.edit.textChanged.connect(self._typed)
        self.edit.line_entered.connect(self.entered)

    def paste(self) -> None:
        """Put what was copied where the cursor is, and go on there."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit.paste()

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.edit.toPlainText()

    def show_found(self, found: Found | None) -> None:
        """Show a script that was opened, and what its lines become."""
        source = None if found is None else found.source
        film = None if found is None else found.film
        if isinstance(source, ScriptSource):
            other = source.reading.encoding != self._encoding
            if source.name != self._name or source.script.form == "fdx" or other:
                self.show_file(source)
        self.read_as.show_source(source if isinstance(source, ScriptSource) else None)
        self.edit.show_beside(film)

    def show_file(self, source: ScriptSource) -> None:
        """Show the text of a file that was read."""
        script = source.script
        if script.text == self._shown and self._name == source.name:
            return
        self._name, self._shown = source.name, script.text
        self._encoding = source.reading.encoding
        was = self.edit.blockSignals(True)
        self.edit.setPlainText(script.text[:_MOST_SHOWN])
        self.edit.blockSignals(was)
        # Lines of Final Draft are its paragraphs: these cannot become a file of its kind again.
        only_shown = script.form == "fdx" or len(script.text) > _MOST_SHOWN
        self.edit.setReadOnly(only_shown)

    def forget(self) -> None:
        """An empty field again, which can be written in."""
        self._name, self._shown, self._encoding = PASTED, "", ""
        was = self.edit.blockSignals(True)
        self.edit.clear()
        self.edit.blockSignals(was)
        self.edit.setReadOnly(False)
        self.edit.show_beside(None)
        self.read_as.show_source(None)

    def set_text(self, text: str) -> None:
        """Put words into the field, as if they were typed."""
        self.edit.setPlainText(text)

    def _typed(self) -> None:
        if not self.text:
            self._name = PASTED
        elif Path(self._name).suffix.lower() == ".fdx":
            return
        self._shown, self._encoding = self.text, ""
        self.typed.emit(self.text, self._name)
