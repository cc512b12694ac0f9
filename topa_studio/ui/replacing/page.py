"""The page "Find and replace": every place of some words in the film, and others in their stead."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from topa_studio.base.errors import DocumentError
from topa_studio.document.edits import Edit, ShotTarget
from topa_studio.model.scenario import Scenario
from topa_studio.ui.desk import Desk
from topa_studio.ui.field_words import field_word
from topa_studio.ui.look.theme import scaled, set_role
from topa_studio.ui.replacing.hits import WHO, Occurrence, Wanted, occurrences, replaced
from topa_studio.ui.replacing.rows import HitList, Row
from topa_studio.ui.replacing.standing import stand_as, standing_of
from topa_studio.ui.running.binding import Merged, bind
from topa_studio.ui.widgets.parts import text_label, thin_rule
from topa_studio.ui.words import credits_word, shot_title

_SOON_MS = 150
_FIELDS = ("find_field", "with_field", "exact", "whole", "with_accepted", "list", "one", "all")


class ReplacePage(QDialog):
    """A window of its own beside the work; it follows the film while it is open.

    Replacing is one undo step, told before with what it makes out of date.
    """

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent)
        self.setObjectName("replace")
        self.setWindowTitle(self.tr("Find and replace"))
        self.setAccessibleName(self.windowTitle())
        self._desk = desk
        self._found: list[Occurrence] = []
        self.find_field, self.with_field = QLineEdit(), QLineEdit()
        self.exact = QCheckBox(self.tr("Large and small letters differ"))
        self.whole = QCheckBox(self.tr("Whole words"))
        self.with_accepted = QCheckBox(self.tr("In accepted shots, too"))
        self.with_accepted.setChecked(True)
        self.list = HitList(self.tr("Places"))
        self.told, self.impact = text_label("", "dim", wrap=True), text_label("", "dim", wrap=True)
        self.one, self.all = QPushButton(self.tr("Replace this")), QPushButton()
        self.close_button = QPushButton(self.tr("Close"))
        self._lay_out()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(lambda: desk.look(self._work_out_impact))
        self._asked = 0
        self._join()
        room = parent.window().size()
        self.resize(min(scaled(640), room.width() - 40), min(scaled(600), room.height() - 40))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(20, 16, 20, 10)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        said = ((self.tr("Find"), self.find_field), (self.tr("Replace with"), self.with_field))
        for place, (words, field) in enumerate(said):
            label = text_label(words, "dim")
            label.setBuddy(field)
            field.setAccessibleName(words)
            grid.addWidget(label, place, 0)
            grid.addWidget(field, place, 1)
        boxes = QVBoxLayout()
        boxes.setSpacing(6)
        for box in (self.exact, self.whole, self.with_accepted):
            box.setAccessibleName(box.text())
            boxes.addWidget(box)
        grid.addLayout(boxes, 2, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 10, 20, 16)
        foot.setSpacing(8)
        for button in (self.close_button, self.one, self.all):
            button.setAutoDefault(False)
            button.setAccessibleName(button.text())
        foot.addWidget(self.close_button)
        foot.addStretch(1)
        foot.addWidget(self.one)
        foot.addWidget(self.all)
        set_role(self.all, "second")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(grid)
        whole.addWidget(thin_rule())
        whole.addWidget(self.list, 1)
        whole.addWidget(thin_rule())
        told = QVBoxLayout()
        told.setContentsMargins(20, 10, 20, 0)
        told.addWidget(self.told)
        told.addWidget(self.impact)
        whole.addLayout(told)
        whole.addLayout(foot)

    def _join(self) -> None:
        self.find_field.textChanged.connect(self.refresh)
        self.with_field.textChanged.connect(self._offer)
        for box in (self.exact, self.whole, self.with_accepted):
            box.toggled.connect(self.refresh)
        self.list.clicked.connect(self._show_place)
        self.list.selectionModel().currentChanged.connect(lambda *_rows: self._offer())
        self.one.clicked.connect(self.replace_this)
        self.all.clicked.connect(self.replace_all)
        self.close_button.clicked.connect(self.close)
        again = Merged(self, lambda _names: self.refresh())
        bind(self, self._desk.session.changed, again.poke)

    def open_beside(self, words: str = "") -> None:
        """Show the page, or bring it to the front, with the keyboard in "Find"."""
        if words:
            self.find_field.setText(words)
        self.show()
        self.raise_()
        self.activateWindow()
        self.find_field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.find_field.selectAll()

    def standing(self) -> dict[str, object]:
        """What is in its fields, which place is chosen, and where the keyboard is."""
        return {**standing_of(self, _FIELDS), "place": self.list.at}

    def stand(self, how: Mapping[str, object]) -> None:
        """Stand as another one did."""
        stand_as(self, _FIELDS, how)
        self.list.go_to(how.get("place"))

    def showEvent(self, event: QShowEvent) -> None:
        """Look at what there is."""
        super().showEvent(event)
        self.refresh()

    # Finding.

    @property
    def _wanted(self) -> Wanted:
        return Wanted(
            self.find_field.text(),
            exact=self.exact.isChecked(),
            whole=self.whole.isChecked(),
            accepted=self.with_accepted.isChecked(),
        )

    def refresh(self) -> None:
        """Look again; the place that is chosen stays as near as it can."""
        if not self.isVisible():
            return
        here = max(0, self.list.currentIndex().row())
        self._found = occurrences(self._desk.film, self._wanted)
        self.list.rows.show_rows([_row(self._desk.film, each) for each in self._found])
        if self._found:
            index = self.list.rows.index(min(here, len(self._found) - 1))
            self.list.setCurrentIndex(index)
        self._offer()

    def _current(self) -> Occurrence | None:
        row = self.list.currentIndex().row()
        return self._found[row] if 0 <= row < len(self._found) else None

    def _show_place(self, index: QModelIndex) -> None:
        """Choose in the film what the words are of."""
        target = self._found[index.row()].place.target
        if isinstance(target, ShotTarget):
            self._desk.show(target.key)
        else:
            self._desk.selection.select_scene(target.id)

    # Telling.

    def _replaced(self) -> tuple[list[Edit], int]:
        return replaced(self._desk.film, self._found, self.with_field.text())

    def _offer(self) -> None:
        """Say how many there are, and what can be pressed."""
        (edits, count), editable = self._replaced(), self._desk.editable
        self.all.setText(self.tr("Replace all %n", "", count))
        self.all.setAccessibleName(self.all.text())
        self.all.setEnabled(editable and bool(edits))
        current = self._current()
        self.one.setEnabled(editable and current is not None and not current.is_name)
        self.told.setText(self._summary(count))
        self.impact.setText("")
        self._asked += 1
        if edits:
            self._soon.start()

    def _summary(self, count: int) -> str:
        if not self.find_field.text():
            return self.tr(
                "Looks in titles, words, words of panels, notes, what is said and captions."
            )
        if not self._found:
            return self.tr("Nothing says that.")
        targets = {each.place.target for each in self._found if not each.is_name}
        words = self.tr("%n places", "", count)
        if count:
            words = f"{words} {self.tr('in %n shots and scenes', '', len(targets))}"
        accepted = {each.place.target for each in self._found if each.is_accepted}
        if accepted:
            told = self.tr("%n of them are accepted: their words change, their takes stay.", "",
                           len(accepted))  # fmt: skip
            words = f"{words}. {told}"
        names = len(self._found) - count
        if names:
            told = self.tr("%n are part of a name and stay.", "", names)
            words = f"{words.rstrip('.')}. {told}"
        return words

    async def _work_out_impact(self) -> None:
        """What replacing all makes out of date, and what refreshing that costs."""
        asked, (edits, _count) = self._asked, self._replaced()
        if not edits:
            return
        try:
            impact = await self._desk.session.impact.of(edits)
        except DocumentError:
            return  # it is told once it is asked for
        if asked != self._asked:
            return
        count = len(impact.keys)
        if not count:
            self.impact.setText(self.tr("Replacing all makes no made shot out of date."))
            return
        words = self.tr("Replacing all makes %n made shots out of date; to refresh them: {price}.",
                        "", count)  # fmt: skip
        self.impact.setText(words.format(price=credits_word(impact.quote.credits)))

    # Replacing.

    def replace_this(self) -> None:
        """Put the other words in the place that is chosen, and go on to the next."""
        current = self._current()
        if current is not None and not current.is_name:
            self._replace([current])

    def replace_all(self) -> None:
        """Put the other words in all places, as one undo step."""
        self._replace(None)

    def _replace(self, chosen: list[Occurrence] | None) -> None:
        desk, wanted, instead = self._desk, self._wanted, self.with_field.text()
        desk.telling.emit()
        label = self.tr("Replace “{words}”").format(words=wanted.words)

        def edits() -> list[Edit]:
            film = desk.film
            places = occurrences(film, wanted) if chosen is None else chosen
            return replaced(film, places, instead)[0]

        desk.end_typing()
        desk.rework(label, partial(edits))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field goes to the next place; Esc closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            rows, here = len(self._found), self.list.currentIndex().row()
            if rows:
                self.list.setCurrentIndex(self.list.rows.index((here + 1) % rows))
            return
        super().keyPressEvent(event)


def _row(film: Scenario, each: Occurrence) -> Row:
    """Whose words they are, and why they stay if they do."""
    target, place = each.place.target, each.place.field
    words, begin, end = each.around()
    if isinstance(target, ShotTarget):
        number, title = film.number_of(target.key), shot_title(film.shot(target.key))
    else:
        number = str(next(n for n, s in enumerate(film.scenes, 1) if s.id == target.id))
        title = film.scene(target.id).title
    aside = ""
    if each.is_name:
        aside = QCoreApplication.translate("ReplacePage", "part of a name with @: stays")
        if place == WHO:
            aside = QCoreApplication.translate("ReplacePage", "name of an element: stays")
    field = field_word("caption" if place == "captions" else place)
    return Row(number, title, field, words, begin, end, each.is_accepted, aside)
