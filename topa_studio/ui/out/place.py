"""Under which name the file will lie, and where."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton

from topa_studio.film.export.landing import file_title
from topa_studio.ui.look.icons import icon_pixmap
from topa_studio.ui.look.theme import scaled, set_role, tokens
from topa_studio.ui.out.words import folder_word
from topa_studio.ui.widgets.parts import ElidedLabel, text_label
from topa_studio.ui.widgets.plain import plain_tip

_ENDINGS = (
    ".mp4", ".pdf", ".xlsx", ".csv", ".png", ".html", ".otio", ".fcpxml", ".xml", ".edl",
)  # fmt: skip
_LONGEST = 120


class Place(QFrame):
    """Signals.

    changed: name or folder are others.
    folder_wanted: the user wants another folder.
    """

    changed = Signal()
    folder_wanted = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self._offered = ""
        self._ending = _ENDINGS[0]
        self.name = QLineEdit()
        self.name.setMaxLength(_LONGEST)
        self.name.setAccessibleName(self.tr("Name"))
        self.where = ElidedLabel()
        self.change = QPushButton(self.tr("Change…"))
        self.change.setAccessibleName(self.tr("Change the folder it will lie in"))
        self.note = text_label("", "dim", wrap=True)
        box = QFrame()
        set_role(box, "well")
        sign = QLabel()
        sign.setPixmap(icon_pixmap("folder", scaled(14), tokens().dim, self.devicePixelRatioF()))
        inside = QHBoxLayout(box)
        inside.setContentsMargins(10, 5, 10, 5)
        inside.addWidget(sign)
        inside.addWidget(self.where, 1)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(box, 1)
        line.addWidget(self.change)
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        grid.addWidget(text_label(self.tr("Name"), "dim"), 0, 0)
        grid.addWidget(self.name, 0, 1)
        grid.addWidget(text_label(self.tr("Lies in"), "dim"), 1, 0)
        grid.addLayout(line, 1, 1)
        grid.addWidget(self.note, 2, 1)
        self.note.hide()
        self.name.textChanged.connect(lambda _words: self.changed.emit())
        self.change.clicked.connect(self.folder_wanted)
        self.show_folder(folder)

    def align(self, width: int) -> None:
        """Its column of names is at least this wide."""
        self._grid.setColumnMinimumWidth(0, width)

    @property
    def file_name(self) -> str:
        """The name that is asked for, with its ending; "" where there is none."""
        words = file_title(self._bare)
        return words + self._ending if words else ""

    @property
    def _bare(self) -> str:
        """What is written, without the ending of any kind."""
        words = self.name.text()
        ending = next((one for one in _ENDINGS if words.casefold().endswith(one)), "")
        return words.removesuffix(words[-len(ending) :]) if ending else words

    def show_ending(self, ending: str) -> None:
        """Its name ends so now; tells nothing."""
        if ending == self._ending:
            return
        self._ending = ending
        own = self.name.text() == self._offered
        with QSignalBlocker(self.name):
            self.name.setText(self._bare + ending if self._bare else "")
        if own:
            self._offered = self.name.text()

    def offer_name(self, title: str) -> None:
        """Fill a title in as a file is called, unless the user has written a name."""
        offered = (file_title(title) or "film") + self._ending
        if self.name.text() == self._offered:
            self._offered = offered
            self.name.setText(offered)

    def show_folder(self, folder: Path) -> None:
        """The file will lie here."""
        self.folder = folder
        self.where.setText(folder_word(folder))
        self.where.setToolTip(plain_tip(str(folder)))

    def show_target(self, target: Path | None, *, is_coming: bool = False) -> None:
        """Say that the file will be called otherwise, as that name is taken.

        Args:
            is_coming: what has it is not there yet, but being written.
        """
        taken = target is not None and target.name != self.file_name
        self.note.setVisible(taken)
        if target is not None and taken:
            words = self.tr("A file of this name is there already: this one gets “{mark}”.")
            if is_coming:
                words = self.tr("A file of this name is being written: this one gets “{mark}”.")
            mark = target.stem.removeprefix(Path(self.file_name).stem)
            self.note.setText(words.format(mark=mark.strip()))
