"""What can be chosen for an editing program, and what its kind of file cannot hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from topa_studio.film.interchange.losses import TITLES, Loss
from topa_studio.ui.look.theme import set_role
from topa_studio.ui.out.remembered import FORMATS, ForEditor
from topa_studio.ui.out.rows import Rows
from topa_studio.ui.widgets.parts import Switch, text_label
from topa_studio.ui.words import trouble_words

_SHORT = {"otio": "OTIO", "fcpxml": "FCPXML", "fcp7": "FCP 7 XML", "edl": "EDL"}


class EditorOptions(Rows):
    """Shows what an editing program gets.

    Signals:
        changed: `wanted` is another now.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._wanted = ForEditor()
        self.format = Switch(self.tr("Format"), [(one, _SHORT[one]) for one in FORMATS])
        self.format_note = text_label("", "dim", wrap=True)
        self.media = Switch(
            self.tr("Clips"),
            [("link", self.tr("Where they lie")), ("copy", self.tr("Copied beside it"))],
        )
        self.earlier = Switch(
            self.tr("Earlier export"),
            [("leave", self.tr("Leave it")), ("update", self.tr("Update it"))],
        )
        note = text_label(self.tr("Names stay, so links in the editor hold."), "dim", wrap=True)
        self.add_row("format", self.tr("Format"), self.format)
        self.add_row("note", "", self.format_note)
        self.add_row("media", self.tr("Clips"), self.media)
        self.add_row("earlier", self.tr("Earlier export"), self.earlier, note)
        self.format.chosen.connect(lambda value: self._set(format=value))
        self.media.chosen.connect(lambda value: self._set(collect=value == "copy"))
        self.earlier.chosen.connect(lambda value: self._set(update=value == "update"))
        self.show_wanted(self._wanted)
        self.show_earlier(there=False)

    @property
    def wanted(self) -> ForEditor:
        """What is chosen now."""
        return self._wanted

    def show_wanted(self, wanted: ForEditor) -> None:
        """Show it without telling."""
        self._wanted = wanted
        self.format.set_value(wanted.format)
        self.media.set_value("copy" if wanted.collect else "link")
        self.earlier.set_value("update" if wanted.update else "leave")
        about = {
            "otio": self.tr("OpenTimelineIO: DaVinci Resolve, Premiere Pro, Avid, Kdenlive"),
            "fcpxml": self.tr("Final Cut Pro, DaVinci Resolve"),
            "fcp7": self.tr("{title}: Premiere Pro, DaVinci Resolve").format(title=TITLES["fcp7"]),
            "edl": self.tr("CMX 3600: any program, the pictures' order and lengths only"),
        }
        self.format_note.setText(about[wanted.format])

    def show_earlier(self, *, there: bool) -> None:
        """Whether an earlier export of this film has the name that is chosen."""
        self.show_row("earlier", shown=there)

    def _set(self, **facts: object) -> None:
        self.show_wanted(replace(self._wanted, **facts))  # type: ignore[arg-type]
        self.changed.emit()


class Losses(QFrame):
    """What does not come along; hidden where all of it does."""

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "box")
        self.lines = text_label("", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 10, 12)
        column.setSpacing(8)
        column.addWidget(text_label(self.tr("Not all of the film comes along"), "strong"))
        column.addWidget(self.lines)
        self.hide()

    def show_losses(self, losses: Sequence[Loss]) -> None:
        """Tell these, a line each."""
        self.lines.setText("\n".join(trouble_words(loss.trouble) for loss in losses))
        self.setVisible(bool(losses))
