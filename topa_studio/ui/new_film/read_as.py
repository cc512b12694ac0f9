"""How a script was read: its form and, where that was a guess, its encoding; both can be others."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from topa_studio.app.scripts.sources import Reading, ScriptSource
from topa_studio.film.scripts.forms import FORMS
from topa_studio.film.scripts.reading import encodings_of, is_guess
from topa_studio.ui.inspector.choice_box import ChoiceBox
from topa_studio.ui.look.calm import set_name
from topa_studio.ui.widgets.parts import text_label


class ReadAs(QWidget):
    """Is hidden while there is no script.

    Signals:
        chosen: the script is to be read in this `Reading`.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._source: ScriptSource | None = None
        self.form, self.encoding = ChoiceBox(), ChoiceBox()
        self._form_label = text_label(self.tr("Read as"), "dim")
        self._encoding_label = text_label(self.tr("Letters"), "dim")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        grid.setColumnStretch(1, 1)
        pairs = (self._form_label, self.form), (self._encoding_label, self.encoding)
        for row, (label, box) in enumerate(pairs):
            label.setBuddy(box)
            set_name(box, label.text())
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1)
        about = self.tr("Which letters the file was written in was a guess. Choose another one "
                        "where they are wrong.")  # fmt: skip
        self.encoding.setAccessibleDescription(about)
        self._encoding_label.setToolTip(about)
        self.form.activated.connect(lambda _at: self._choose())
        self.encoding.activated.connect(lambda _at: self._choose())
        self.hide()

    def show_source(self, source: ScriptSource | None) -> None:
        """Show how it was read, and what else it can be read as."""
        self._source = source
        self.setVisible(source is not None)
        if source is None:
            return
        script, said = source.script, source.reading
        if script.form in FORMS:
            forms = [(form, self._word(form)) for form in FORMS]
            seen = self._word(script.form) if not said.form else ""
            by_look = self.tr("As it looks: {form}").format(form=seen) if seen else ""
            forms = [("", by_look or self.tr("As it looks")), *forms]
        else:
            forms = [("", self._word(script.form))]
        _fill(self.form, forms, said.form)
        self.form.setEnabled(len(forms) > 1)
        guessed = bool(said.encoding) or is_guess(script.encoding)
        known = dict.fromkeys((script.encoding, *encodings_of(source.data))) if guessed else {}
        _fill(self.encoding, [(each, self._letters(each)) for each in known], script.encoding)
        self.encoding.setVisible(guessed)
        self._encoding_label.setVisible(guessed)

    def _choose(self) -> None:
        source = self._source
        if source is None:
            return
        encoding = str(self.encoding.currentData() or "")
        usual = not source.reading.encoding and encoding == source.script.encoding
        form = str(self.form.currentData() or "")
        self.chosen.emit(Reading(form, "" if usual else encoding))

    def _word(self, form: str) -> str:
        return {"markdown": "Markdown", "fdx": "Final Draft", "fountain": "Fountain"}.get(
            form, self.tr("Plain text")
        )

    def _letters(self, encoding: str) -> str:
        cyrillic, western = self.tr("Cyrillic"), self.tr("Western Europe")
        known = {
            "cp1251": (cyrillic, "Windows-1251"),
            "koi8-r": (cyrillic, "KOI8-R"),
            "cp866": (cyrillic, "DOS 866"),
            "mac-cyrillic": (cyrillic, "Mac"),
            "cp1252": (western, "Windows-1252"),
            "cp1250": (self.tr("Central Europe"), "Windows-1250"),
            "cp1253": (self.tr("Greek"), "Windows-1253"),
            "cp1254": (self.tr("Turkish"), "Windows-1254"),
            "gb18030": (self.tr("Chinese"), "GB 18030"),
            "shift_jis": (self.tr("Japanese"), "Shift JIS"),
            "euc_kr": (self.tr("Korean"), "EUC-KR"),
        }
        return " · ".join(known.get(encoding, (self.tr("All languages"), encoding.upper())))


def _fill(box: ChoiceBox, choices: list[tuple[str, str]], now: str) -> None:
    was = box.blockSignals(True)
    box.clear()
    for value, words in choices:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(now)))
    box.blockSignals(was)
