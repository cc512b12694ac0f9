"""The page over the film that shows what a cut from an editing program would change."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMainWindow

from topa_studio.app.conforming import CameBack
from topa_studio.ui.coming_page import ComingPage
from topa_studio.ui.cut_back.rows import rows


class CutBack(ComingPage):
    """Of one cut."""

    def __init__(self, window: QMainWindow, back: CameBack) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            window,
            translate("CutBack", "A cut comes back"),
            back.path.name,
            translate("CutBack", "Change the film"),
            rows(back),
        )
        self.back = back
        self.show_back(back)

    def show_back(self, back: CameBack) -> None:
        """Show what it changes now."""
        if back is not self.back:
            self.back = back
            self.show_changes(rows(back))
        words = [self.tr("Nothing is paid, and Undo takes all of it back.")]
        if not back.changes:
            words = [self.tr("Nothing else is different: the film stays as it is.")]
        if not back.has_manifest:
            told = self.tr(
                "Compared with the film as it is: no list of an earlier export was found."
            )
            words.append(told)
        self.note.setText(" ".join(words))
        self.bring.setEnabled(bool(back.changes))
