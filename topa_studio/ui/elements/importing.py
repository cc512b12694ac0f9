"""Elements of another film: the film is chosen, its elements are ticked, copies come here."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from topa_studio.app.other_film import OtherElement, elements_of
from topa_studio.base.errors import StudioError
from topa_studio.ui.desk import Desk
from topa_studio.ui.dialogs import choose_file
from topa_studio.ui.elements.dialogs import Beside
from topa_studio.ui.parts import ElidedLabel, PictureBox, ScrollColumn, text_label
from topa_studio.ui.plain import plain_act
from topa_studio.ui.theme import scaled, set_role
from topa_studio.ui.thumbnails import Thumbnails
from topa_studio.ui.words import kind_word, sentence

translate = QCoreApplication.translate
_PICTURE = QSize(56, 42)


class Importing:
    """Asks for a film beside the work, and has the ticked elements come."""

    def __init__(self, window: QWidget, desk: Desk, thumbnails: Thumbnails) -> None:
        self._window, self._desk, self._thumbnails = window, desk, thumbnails
        self.dialog: ImportDialog | None = None
        desk.commands.join({"import_elements": lambda: desk.look(self._ask)})

    async def _ask(self) -> None:
        if not self._desk.editable:
            return
        title = translate("Importing", "A film to take elements from")
        chosen = await choose_file(self._window, title, self._desk.session.file.parent)
        if chosen is not None:
            await self.show_film(chosen)

    async def show_film(self, scenario: Path) -> None:
        """Offer the elements of the film in this file."""
        try:
            found = await elements_of(scenario, practice=self._desk.session.practice)
        except StudioError as error:
            self._desk.answer("error", sentence(error.code, error.params))
            return
        if not found:
            self._desk.tell(translate("Importing", "That film has no elements."))
            return
        dialog = ImportDialog(self._window, self._desk, self._thumbnails, found)
        dialog.wanted.connect(lambda names: self._take(scenario, names))
        self.dialog = dialog
        dialog.show()

    def _take(self, scenario: Path, names: list[str]) -> None:
        async def work() -> None:
            try:
                came = await self._desk.session.elements.import_from(scenario, names)
            except StudioError as error:
                self._desk.answer("error", sentence(error.code, error.params))
                return
            if came:
                self._desk.selection.select_element(came[0])
                told = translate("Importing", "%n elements came: {names}", "", len(came))
                listed = ", ".join(f"@{name}" for name in came)
                self._desk.tell_undoable(told.format(names=listed))

        self._desk.start(work)


class ImportDialog(Beside):
    """The elements of another film with boxes.

    Signals:
        wanted: names of those that shall come.
    """

    wanted = Signal(list)

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        thumbnails: Thumbnails,
        found: Sequence[OtherElement],
    ) -> None:
        super().__init__(parent, translate("Importing", "Elements of another film"))
        self.boxes: dict[str, QCheckBox] = {}
        self._pictures: dict[str, PictureBox] = {}
        self._thumbnails = thumbnails
        taken = desk.film.names
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, 10, 0)
        rows.setSpacing(8)
        for each in found:
            rows.addLayout(self._row(each, is_taken=each.element.name in taken))
        rows.addStretch(1)
        area = ScrollColumn(body, self.accessibleName(), margin=10)
        area.setMinimumHeight(min(scaled(360), len(found) * scaled(56)))
        note = translate(
            "Importing", "Copies come with their pictures. The other film stays as it is."
        )
        self.column.addWidget(text_label(note, "dim", wrap=True))
        self.column.addWidget(area, 1)
        self.column.addLayout(self._foot())
        thumbnails.ready.connect(self._came)
        self._count()

    def _row(self, each: OtherElement, *, is_taken: bool) -> QHBoxLayout:
        element = each.element
        box = QCheckBox(plain_act(f"@{element.name}"))
        box.setChecked(not is_taken)
        box.toggled.connect(self._count)
        self.boxes[element.name] = box
        parts = [kind_word(element.kind)]
        parts.append(translate("Importing", "%n pictures", "", len(each.pictures)))
        if is_taken:
            parts.append(translate("Importing", "the name is taken here: it gets another one"))
        about = ElidedLabel(" · ".join(parts), "small")
        box.setAccessibleName(f"@{element.name}, {about.text()}")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(box)
        words.addWidget(about)
        row = QHBoxLayout()
        row.setSpacing(12)
        picture = PictureBox(_PICTURE)
        if each.pictures:
            self._pictures[str(each.pictures[0])] = picture
            self._came(str(each.pictures[0]))
        row.addWidget(picture)
        row.addLayout(words, 1)
        return row

    def _foot(self) -> QHBoxLayout:
        self.take = QPushButton()
        set_role(self.take, "primary")
        self.take.setDefault(True)
        self.take.clicked.connect(self._accept)
        cancel = QPushButton(translate("Importing", "Cancel"))
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.take)
        return row

    @property
    def ticked(self) -> list[str]:
        """Names of those that are ticked."""
        return [name for name, box in self.boxes.items() if box.isChecked()]

    def _count(self) -> None:
        count = len(self.ticked)
        self.take.setText(translate("Importing", "Take %n elements", "", count))
        self.take.setEnabled(count > 0)

    def _accept(self) -> None:
        self.wanted.emit(self.ticked)
        self.accept()

    def _came(self, path: str) -> None:
        picture = self._pictures.get(path)
        if picture is not None:
            picture.set_pixmap(self._thumbnails.pixmap(path, 0, _PICTURE))
