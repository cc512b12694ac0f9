"""All that can be chosen on the page, whatever the kind is."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from topa_studio.film.export.choices import Choices, What
from topa_studio.film.interchange.losses import ENDINGS as OF_FORMATS
from topa_studio.film.paper.choices import Column, Paper, PaperChoices
from topa_studio.film.paper.plan import ENDINGS as OF_PAPER
from topa_studio.ui.out.editor_options import EditorOptions
from topa_studio.ui.out.missing import Missing
from topa_studio.ui.out.options import Options
from topa_studio.ui.out.outlook import Wish
from topa_studio.ui.out.paper_options import PaperOptions
from topa_studio.ui.out.remembered import EDITOR, Remembered


class Ways(QObject):
    """The fields of each kind; only those of one are shown.

    Attributes:
        is_known: what there is to choose of this film; until then none is shown.
    Signals:
        changed: something else is chosen.
    """

    changed = Signal()

    def __init__(self, columns: tuple[Column, ...], parent: QObject) -> None:
        super().__init__(parent)
        self.film, self.paper, self.editor = Options(), PaperOptions(columns), EditorOptions()
        self.missing = Missing()
        self.is_known = False
        for fields in self.widgets:
            fields.hide()
        for fields in (self.film, self.paper, self.editor, self.missing):
            fields.changed.connect(self.changed)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """In their order, without what is missing."""
        return self.film, self.paper, self.editor

    def align(self) -> int:
        """Give all names one width, and say it."""
        width = max(fields.label_width for fields in (self.film, self.paper, self.editor))
        for fields in (self.film, self.paper, self.editor):
            fields.align(width)
        return width

    def show_kind(self, kind: str) -> None:
        """Show the fields of this kind."""
        if not self.is_known:
            return
        self.film.show_kind(kind)
        self.paper.show_kind(kind)
        self.editor.setVisible(kind == EDITOR)

    def show_last(self, last: Remembered | None) -> None:
        """Begin with what was chosen last."""
        last = last or Remembered(Choices())
        self.film.show_choices(last.choices)
        self.paper.show_wanted(last.paper)
        self.editor.show_wanted(last.editor)

    def remembered(self, kind: str, folder: str) -> Remembered:
        """What is chosen, to begin with the next time."""
        choices = self.of_film(kind)
        editor = replace(self.editor.wanted, update=False)
        return Remembered(choices, folder, kind, self.paper.wanted, editor)

    def of_film(self, kind: str) -> Choices:
        """What is chosen of the film, or of its animatic."""
        what = What(kind) if kind in list(What) else What.FILM
        chosen, film = self.film.choices, what is What.FILM
        leave_out = film and self.missing.leave_out.isChecked()
        return replace(chosen, what=what, numbers=film and chosen.numbers, leave_out=leave_out)

    def wish(self, kind: str) -> Wish:
        """What is chosen of a kind."""
        if kind in list(What):
            return self.of_film(kind)
        if kind == EDITOR:
            return self.editor.wanted
        wanted = self.paper.wanted
        columns = self.paper.columns
        scene = self.film.scene
        return PaperChoices(Paper(kind), wanted.sheet, wanted.each, columns, scene)

    def ending(self, kind: str) -> str:
        """How the name of such a file ends."""
        if kind in list(What):
            return ".mp4"
        if kind == EDITOR:
            return OF_FORMATS[self.editor.wanted.format]
        if kind == Paper.SHOT_LIST:
            return self.paper.wanted.table
        return OF_PAPER[Paper(kind)]
