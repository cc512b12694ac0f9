"""The page over the film that shows what a newer script would bring, and brings it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMainWindow

from topa_studio.app.scripts.coming import Coming
from topa_studio.ui.coming_page import ComingPage
from topa_studio.ui.script_again.rows import rows


class ScriptAgain(ComingPage):
    """Of one script."""

    def __init__(self, window: QMainWindow, coming: Coming) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            window,
            translate("ScriptAgain", "The script again"),
            coming.source.name,
            translate("ScriptAgain", "Bring it into the film"),
            rows(coming.again.changes),
        )
        self.coming = coming
        self.show_coming(coming)

    def show_coming(self, coming: Coming) -> None:
        """Show what it brings now."""
        if coming is not self.coming:
            self.coming = coming
            self.show_changes(rows(coming.again.changes))
        kept = sum(change.what == "kept" for change in coming.again.changes)
        brings = len(coming.again.changes) - kept
        words = [self.tr("Takes stay with their shots, and Undo takes all of it back.")]
        if not coming.again.changes:
            words.insert(0, self.tr("Only the places of shots in the script change."))
        elif not brings:
            words.insert(0, self.tr("All of it was changed by hand: nothing else comes."))
        self.note.setText(" ".join(words))
        self.bring.setEnabled(bool(coming.again.edits))
