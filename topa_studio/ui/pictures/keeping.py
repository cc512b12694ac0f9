"""What becomes of new pictures: they stand beside the old ones until they are kept or put back."""

from __future__ import annotations

from collections.abc import Sequence

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QVBoxLayout, QWidget

from topa_studio.app.impact import Impact
from topa_studio.ui.desk import Desk
from topa_studio.ui.impact.card import ImpactCard, least_beside
from topa_studio.ui.parts import text_label
from topa_studio.ui.theme import set_role


class Keeping(QWidget):
    """The impact card where shots would become out of date, else two buttons with a word.

    It asks about all new pictures, or about one of them that shall be kept on its own.

    Signals:
        kept: keys of the shots that are good as they are, and which of the new pictures are kept,
            by the files in whose places they are; none of these: all.
        put_back: those that go, told in the same way.
        decided: whether something waits to be kept.
        one_asked: keeping one of them on its own is asked about now.
    """

    kept = Signal(list, list)
    put_back = Signal(list)
    decided = Signal(bool)
    one_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._session = desk, desk.session
        self._name = ""
        self._only: tuple[str, ...] = ()
        self._asked: tuple[tuple[str, str], ...] | None = None
        self.card = ImpactCard(desk, primary=True)
        self.card.kept.connect(lambda _choice, _keys: self._keep(self.card.spared))
        self.card.put_back.connect(self._put_back)
        self.plain = QFrame()
        set_role(self.plain, "bar-warning")
        self._heading = text_label("", "card-title", wrap=True)
        self._foot = text_label("", "dim", wrap=True)
        self.back = QPushButton(self.tr("Put the old ones back", "", 2))
        self.keep = QPushButton(self.tr("Keep the new pictures", "", 2))
        set_role(self.keep, "primary")
        self.keep.clicked.connect(lambda: self._keep(()))
        self.back.clicked.connect(self._put_back)
        self.all = QPushButton(self.tr("All %n new pictures…", "", 2))
        set_role(self.all, "link")
        self.all.clicked.connect(self._ask_all)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        # Narrower than its buttons it has them below each other.
        self.plain.setMinimumWidth(1)
        self._buttons = buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.keep)
        inside = QVBoxLayout(self.plain)
        inside.setContentsMargins(15, 13, 15, 13)
        inside.setSpacing(10)
        for part in (self._heading, self._foot):
            inside.addWidget(part)
        inside.addLayout(buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.card)
        whole.addWidget(self.plain)
        whole.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def button(self) -> QPushButton:
        """The one that keeps them."""
        return self.keep if self.card.isHidden() else self.card.keep

    @property
    def words(self) -> str:
        """What is asked, in one line."""
        return (self._heading if self.card.isHidden() else self.card.heading).text()

    def follow(self, name: str) -> None:
        """Ask about the new pictures of this element; it goes where there is none."""
        if name != self._name:
            self._name, self._asked, self._only = name, None, ()
        if self._only and not self._session.elements.kept(name, self._only):
            self._only = ()
        waits = self._session.elements.candidates(name) > 0
        if waits:
            self._desk.look(self._work_out)
        else:
            self.put_away()
        self.decided.emit(waits)

    def forget(self) -> None:
        """What keeping would mean may be something else now."""
        self._asked = None

    def keep_one(self, file: str) -> None:
        """Keep this new picture on its own; asked first where shots would be out of date."""
        name = self._name

        async def work() -> None:
            new = self._session.elements.kept(name, [file])
            impact = await self._session.impact.of_pictures(name, new)
            if not shiboken6.isValid(self) or not new or name != self._name:
                return
            if not impact.keys:
                self.kept.emit([], [file])
                return
            self._only, self._asked = (file,), None
            await self._work_out()
            if self._only == (file,):
                self.one_asked.emit()

        self._desk.look(work)

    def _ask_all(self) -> None:
        self._only, self._asked = (), None
        self.follow(self._name)

    def _keep(self, spared: Sequence[str]) -> None:
        self.kept.emit(list(spared), list(self._only))

    def _put_back(self) -> None:
        self.put_back.emit(list(self._only))

    async def _work_out(self) -> None:
        """Which shots keeping them makes out of date, worked out beside the work."""
        elements, only = self._session.elements, self._only
        name, new = self._name, elements.kept(self._name, only)
        asked = tuple(new.items())
        if asked == self._asked and not self.isHidden():
            return
        self._asked = asked
        impact = await self._session.impact.of_pictures(name, new)
        if not shiboken6.isValid(self):
            return
        count = len(elements.kept(name, only))
        if self._asked == asked and name == self._name and count:
            self.ask(name, count, impact, can=self._desk.editable)
            self.decided.emit(True)

    def ask(self, name: str, count: int, impact: Impact, *, can: bool) -> None:
        """Ask about so many new pictures; `can`: whether the film may be changed."""
        keep = self.tr("Keep the new pictures", "", count)
        back = self.tr("Put the old ones back", "", count)
        note = self.tr("The old pictures go into the trash.")
        if not any(p.candidate for p in self._session.elements.pictures(name)):
            # One more angle takes no picture's place.
            back, note = self.tr("Into the trash"), ""
        waits = self._session.elements.candidates(name)
        self.all.setText(self.tr("All %n new pictures…", "", waits))
        self.all.setVisible(bool(self._only) and waits > 1)
        if impact.keys:
            title = self.tr("{name}'s picture changed").format(name=name)
            if not self.all.isHidden():
                title = self.tr("{name}'s picture {number} changed").format(
                    name=name, number=self._place()
                )
            self.card.show_impact(title, impact, keep=keep, back=back, note=note)
        else:
            self.card.put_away()
            told = self.tr("%n new pictures of {name}", "", count).format(name=name)
            self._heading.setText(self.tr("{told}: no shot is out of date").format(told=told))
            self._foot.setText(f"{self.tr('Keeping costs nothing.')} {note}".strip())
            self.keep.setText(keep)
            self.back.setText(back)
        self.plain.setVisible(not impact.keys)
        self._fit()
        for button in (self.keep, self.back, self.card.keep, self.card.back):
            button.setEnabled(can)
        self.show()

    def _place(self) -> int:
        """Which of the tiles is asked about, from 1."""
        elements = self._session.elements
        shown = (*elements.pictures(self._name), *elements.new_angles(self._name))
        files = [picture.file for picture in shown]
        return files.index(self._only[0]) + 1 if self._only[0] in files else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """No word of its buttons is cut."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        beside = self.width() >= least_beside(self.plain, self.back, self.keep)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._buttons.setDirection(way)

    def put_away(self) -> None:
        """Nothing waits to be kept."""
        self._asked, self._only = None, ()
        self.card.put_away()
        self.hide()
