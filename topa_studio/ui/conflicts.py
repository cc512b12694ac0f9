"""Both sides changed the same field: each field with mine and theirs, beside the work."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from topa_studio.document.edits import ElementTarget, FilmTarget, SceneTarget, ShotTarget, Target
from topa_studio.document.merge import ABSENT, Conflict, Side
from topa_studio.model.scenario import Scenario
from topa_studio.ui.binding import bind
from topa_studio.ui.desk import Desk
from topa_studio.ui.parts import text_label
from topa_studio.ui.theme import scaled, set_role

_LONGEST = 600
translate = QCoreApplication.translate


class ConflictsDialog(QDialog):
    """Lists what is open; it goes by itself when all is decided."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: list[QWidget] = []
        self.setWindowTitle(self.tr("Changed on both sides"))
        self.setAccessibleName(self.windowTitle())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(20, 16, 20, 16)
        self._column.setSpacing(12)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(body)
        area.setAccessibleName(self.tr("Fields that both sides changed"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        bind(self, desk.session.outside.asked, lambda _none: self.refresh())
        self.refresh()
        self.resize(scaled(640), scaled(320))

    def refresh(self) -> None:
        """Show what is open now; nothing open closes the dialog."""
        for old in self._rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        conflicts = self._desk.session.outside.conflicts
        self._rows = [self._row(conflict) for conflict in conflicts]
        for place, row in enumerate(self._rows):
            self._column.insertWidget(place, row)
        if not conflicts:
            self.close()

    def _row(self, conflict: Conflict) -> QWidget:
        row = QFrame()
        set_role(row, "card")
        column = QVBoxLayout(row)
        column.setContentsMargins(12, 10, 12, 12)
        heading = conflict_name(self._desk.film, conflict)
        column.addWidget(text_label(heading, "strong", wrap=True))
        sides = QHBoxLayout()
        sides.setSpacing(16)
        sides.addLayout(self._side(conflict, "ours", heading), 1)
        sides.addLayout(self._side(conflict, "theirs", heading), 1)
        column.addLayout(sides)
        return row

    def _side(self, conflict: Conflict, side: Side, heading: str) -> QVBoxLayout:
        ours = side == "ours"
        value = conflict.ours if ours else conflict.theirs
        column = QVBoxLayout()
        caption = self.tr("Mine") if ours else self.tr("Theirs")
        if conflict.kept == side:
            caption = self.tr("{side}, stands in the film now").format(side=caption)
        column.addWidget(text_label(caption, "dim", wrap=True))
        words = text_label(self._words(value), wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(words, 1)
        button = QPushButton(self.tr("Take mine") if ours else self.tr("Take theirs"))
        button.setAccessibleName(f"{button.text()}: {heading}")
        button.clicked.connect(lambda: self._resolve(conflict, side))
        column.addWidget(button)
        return column

    def _resolve(self, conflict: Conflict, side: Side) -> None:
        self._desk.start(lambda: self._desk.session.outside.resolve(conflict, side))

    def _words(self, value: object) -> str:
        if value is ABSENT or value is None:
            return self.tr("(nothing)")
        text = str(value)
        return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def conflict_name(film: Scenario, conflict: Conflict) -> str:
    """The field as the user knows it: "Shot 1.2: prompt"."""
    words = {
        "": translate("Conflicts", "deleted on one side, changed on the other"),
        "shots": translate("Conflicts", "order of the shots"),
        "scenes": translate("Conflicts", "order of the scenes"),
        "scene": translate("Conflicts", "its scene"),
        "file": translate("Conflicts", "the whole file"),
    }
    return f"{_owner(film, conflict.target)}: {words.get(conflict.field, conflict.field)}"


def _owner(film: Scenario, target: Target) -> str:
    match target:
        case ShotTarget(key):
            number = film.number_of(key) if film.has_shot(key) else key
            return translate("Conflicts", "Shot {number}").format(number=number)
        case SceneTarget(scene_id):
            return translate("Conflicts", "Scene {number}").format(number=scene_id)
        case ElementTarget(name):
            return f"@{name}"
        case FilmTarget():
            return translate("Conflicts", "Film")
